// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/preview_frame.h"

#include "artwork/badge_painter.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace badgewright::ui {

namespace {

constexpr qreal kPadding = 14;
constexpr qreal kLeastPadding = 6; // where the column is narrow, the card has the room
constexpr int kNarrowFrame = 290;
constexpr qreal kGap = 10;
constexpr qreal kNarrowest = 200; // what the painter takes

} // namespace

PreviewFrame::PreviewFrame(bool dark, QWidget *parent) : QWidget(parent), m_dark(dark)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(dark ? tr("Preview on a dark page") : tr("Preview on a light page"));
    layOut();
}

void PreviewFrame::setBadge(const artwork::PreviewInput &input)
{
    m_input = input;
    setAccessibleDescription(tr("Card with the name “%1”, and the same as a pill").arg(input.badge.name));
    layOut();
}

void PreviewFrame::setScale(int scale)
{
    m_scale = scale;
    layOut();
}

void PreviewFrame::layOut()
{
    m_input.dark = m_dark;
    m_padding = width() < kNarrowFrame ? kLeastPadding : kPadding;
    m_input.width = qBound<qreal>(kNarrowest, qreal(width()) / m_scale - 2 * m_padding, 600);
    updateGeometry();
    update();
}

QSize PreviewFrame::sizeHint() const
{
    const artwork::PreviewBoxes card = artwork::layoutCard(m_input);
    const artwork::PillBoxes pill = artwork::layoutPill(m_input);
    const qreal height = 2 * m_padding + card.card.height() + kGap + pill.pill.height();
    // At 1× the frame follows the column; enlarged it needs its own width, and the column scrolls.
    return {qCeil((kNarrowest + 2 * m_padding) * m_scale), qCeil(height * m_scale)};
}

void PreviewFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void PreviewFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform | QPainter::TextAntialiasing);
    const artwork::PreviewTokens page = m_input.tokens();
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kFrameRadius, kFrameRadius);
    painter.fillPath(frame, page.secondary);
    painter.strokePath(frame, QPen(tokens(this).line, 1));

    painter.scale(m_scale, m_scale);
    painter.translate(m_padding, m_padding);
    artwork::paintCard(&painter, m_input);
    painter.translate(0, artwork::layoutCard(m_input).card.height() + kGap);
    artwork::paintPill(&painter, m_input);

    // Our own remark, not a part of the forum's page.
    const QRectF pill = artwork::layoutPill(m_input).pill;
    painter.setFont(textFont(TextSize::Secondary));
    painter.setPen(page.primaryMedium);
    const QRectF beside(pill.right() + kGrid, pill.top(), qreal(width()) / m_scale - 2 * m_padding - pill.right() - kGrid,
                        pill.height());
    const QString caption = tr("in a user card");
    if (QFontMetricsF(painter.font()).horizontalAdvance(caption) <= beside.width())
        painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter, caption);
}

} // namespace badgewright::ui
