// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/progress.h"

#include "ui/kit/style_paint.h"

#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace badgewright::ui {

namespace {

constexpr int kTick = 40;
constexpr int kPatience = 150; ///< before the arc appears

} // namespace

Spinner::Spinner(QWidget *parent, int size) : QWidget(parent), m_turn(new QTimer(this))
{
    setFixedSize(size, size);
    hide(); // while nothing is awaited, so that no screen reader says otherwise
    setAccessibleName(tr("Working"));
    connect(m_turn, &QTimer::timeout, this, [this] {
        m_turn->setInterval(kTick);
        m_visible = true;
        m_angle = (m_angle + 15) % 360;
        update();
    });
}

void Spinner::start()
{
    if (m_running)
        return;
    m_running = true;
    show();
    m_turn->start(kPatience);
}

void Spinner::stop()
{
    m_running = false;
    m_visible = false;
    m_turn->stop();
    hide();
}

void Spinner::paintEvent(QPaintEvent *)
{
    if (!m_visible)
        return;
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.setPen(QPen(t.line, 2));
    painter.drawEllipse(ring);
    painter.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(ring, -m_angle * 16, 100 * 16);
}

ProgressStrip::ProgressStrip(QWidget *parent, int height) : QWidget(parent)
{
    setFixedHeight(height);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressStrip::setParts(const QList<Part> &parts, qint64 total)
{
    m_parts = parts;
    m_total = total;
    qint64 done = 0;
    for (const Part &part : parts)
        done += part.count;
    setAccessibleDescription(tr("%1 of %2").arg(done).arg(total));
    update();
}

void ProgressStrip::setProgress(qint64 done, qint64 total)
{
    setParts({{Tone::Accent, done}}, total);
}

QSize ProgressStrip::sizeHint() const
{
    return {120, height()};
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    QPainterPath outline;
    outline.addRoundedRect(rect(), radius, radius);
    painter.setClipPath(outline);
    painter.fillRect(rect(), t.dark ? t.soft : t.soft.darker(103));
    if (m_total <= 0)
        return;
    if (layoutDirection() == Qt::RightToLeft) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    qreal x = 0;
    for (const Part &part : std::as_const(m_parts)) {
        if (part.count <= 0)
            continue;
        // A single failure among thousands still shows.
        const qreal share = qMax(part.tone == Tone::Bad || part.tone == Tone::Look ? 2.0 : 0.0,
                                 width() * qreal(part.count) / qreal(m_total));
        painter.fillRect(QRectF(x, 0, share, height()), toneText(t, part.tone));
        x += share;
    }
}

} // namespace badgewright::ui
