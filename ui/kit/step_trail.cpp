// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/step_trail.h"

#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDisc = 20;
constexpr int kGap = 6;   ///< between disc and word
constexpr int kArrow = 18; ///< between steps

} // namespace

StepTrail::StepTrail(const QStringList &steps, QWidget *parent) : QWidget(parent), m_steps(steps)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    name();
}

void StepTrail::setCurrent(int step)
{
    m_current = step;
    name();
    updateGeometry();
    update();
}

void StepTrail::setBackAllowed(bool allowed)
{
    m_backAllowed = allowed;
    setFocusPolicy(allowed ? Qt::TabFocus : Qt::NoFocus);
}

void StepTrail::name()
{
    setAccessibleName(tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.value(m_current)));
}

int StepTrail::stepWidth(int step) const
{
    // As if every step were the bold one, so that nothing moves when one goes on.
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    return kDisc + kGap + QFontMetrics(strong).horizontalAdvance(m_steps.at(step));
}

QRect StepTrail::stepRect(int step) const
{
    int x = 0;
    for (int i = 0; i < step; ++i)
        x += stepWidth(i) + kArrow;
    return QStyle::visualRect(layoutDirection(), rect(), {x, 0, stepWidth(step), height()});
}

QSize StepTrail::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < m_steps.size(); ++i)
        width += stepWidth(i) + (i ? kArrow : 0);
    return {width + 2, qMax(kDisc + 8, fontMetrics().height() + 8)};
}

void StepTrail::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect place = stepRect(i);
        const auto seen = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), place, rect); };
        const QRect disc = seen({place.left(), place.center().y() - kDisc / 2 + 1, kDisc, kDisc});
        const bool now = i == m_current;
        const bool done = i < m_current;
        paint::roundedFrame(&painter, disc, kDisc / 2.0, now ? t.accent : done ? t.goodSoft : t.soft, {});
        if (done) {
            paint::glyph(&painter, disc, u"check"_s, t.good, 12);
        } else {
            QFont digit = textFont(TextSize::Secondary);
            digit.setWeight(now ? QFont::Bold : QFont::Normal);
            painter.setFont(digit);
            painter.setPen(now ? t.onAccent : t.secondary);
            painter.drawText(disc, Qt::AlignCenter, locale().toString(i + 1));
        }
        QFont word = font();
        if (now)
            word.setWeight(QFont::DemiBold);
        painter.setFont(word);
        painter.setPen(now ? t.accent : t.secondary);
        painter.drawText(seen(place.adjusted(kDisc + kGap, 0, 4, 0)),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter), m_steps.at(i));
        if (i > 0) {
            const bool mirrored = layoutDirection() == Qt::RightToLeft;
            const QRect between = mirrored ? QRect(place.right() + 1, 0, kArrow, height())
                                           : QRect(place.left() - kArrow, 0, kArrow, height());
            paint::glyph(&painter, between, mirrored ? u"chevron-left"_s : u"chevron-right"_s, t.secondary, 12);
        }
        if (now && hasFocus())
            paint::roundedFrame(&painter, QRectF(place).adjusted(-2, 0, 2, 0), 4, {}, t.accent, 1.5);
    }
}

void StepTrail::choose(int step)
{
    if (m_backAllowed && step >= 0 && step < m_current)
        Q_EMIT chosen(step);
}

void StepTrail::mouseReleaseEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (stepRect(i).contains(event->pos()))
            choose(i);
    }
}

void StepTrail::mouseMoveEvent(QMouseEvent *event)
{
    bool can = false;
    for (int i = 0; m_backAllowed && i < m_current; ++i)
        can = can || stepRect(i).contains(event->pos());
    setCursor(can ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void StepTrail::keyPressEvent(QKeyEvent *event)
{
    const int back = layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (event->key() == back)
        choose(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace badgewright::ui
