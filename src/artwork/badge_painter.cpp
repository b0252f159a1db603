// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_painter.h"

#include "artwork/pixels.h"
#include "artwork/preview_layout.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

constexpr qreal kCornerRadius = 4; // since 2025; before, corners are square
constexpr qreal kDisabledGlyph = 0.4;

/// Device pixels per CSS pixel of whatever is being painted on.
qreal density(const QPainter *painter)
{
    const QTransform t = painter->deviceTransform();
    return std::max(std::hypot(t.m11(), t.m12()), 0.1);
}

/// A border of one CSS px inside `box`.
void paintFrame(QPainter *painter, const QRectF &box, const QColor &ground, const QColor &border, qreal radius)
{
    painter->setPen(Qt::NoPen);
    QPainterPath outer;
    outer.addRoundedRect(box, radius, radius);
    painter->fillPath(outer, border);
    QPainterPath inner;
    inner.addRoundedRect(box.adjusted(1, 1, -1, -1), std::max(radius - 1, 0.0), std::max(radius - 1, 0.0));
    painter->fillPath(inner, ground);
}

/// Into exactly this box, from the full picture: at 3× a large picture must not come out of a small one.
void paintImage(QPainter *painter, const QRectF &box, const QImage &image)
{
    const QSize pixels = (box.size() * density(painter)).toSize().expandedTo(QSize(1, 1));
    if (pixels.width() * 2 < image.width() || pixels.height() * 2 < image.height()) {
        // Far smaller: averaged over all pixels first, as browsers do.
        painter->drawImage(box, image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        return;
    }
    painter->drawImage(box, image);
}

void paintIcon(QPainter *painter, const QRectF &box, const PreviewInput &input)
{
    if (!input.image.isNull()) {
        paintImage(painter, artIn(input, box), input.image);
        return;
    }
    if (input.iconSvg.isEmpty())
        return; // an unknown icon shows nothing, as on the forum
    const QSize pixels = (box.size() * density(painter)).toSize().expandedTo(QSize(1, 1));
    painter->drawImage(box, glyphImage(input.iconSvg, badgeTypeColour(input.badge.typeId), pixels));
}

void begin(QPainter *painter)
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
}

void paintTick(QPainter *painter, const QRectF &disc, const PreviewTokens &tokens)
{
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens.success);
    painter->drawEllipse(disc);
    const qreal w = disc.width();
    painter->setPen(QPen(tokens.secondary, w * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF check({disc.topLeft() + QPointF(w * 0.30, w * 0.52), disc.topLeft() + QPointF(w * 0.44, w * 0.66),
                           disc.topLeft() + QPointF(w * 0.70, w * 0.36)});
    painter->drawPolyline(check);
}

void paintAnyCard(QPainter *painter, const PreviewInput &input, bool large)
{
    begin(painter);
    const PreviewTokens tokens = input.tokens();
    CardTexts texts = cardTexts(input, large, 1);
    const PreviewBoxes boxes = layoutCard(input, large, &texts);
    paintFrame(painter, boxes.card, tokens.cardBackground, tokens.primaryLow, input.version >= ForumVersion::From2025 ? kCornerRadius : 0);
    paintIcon(painter, boxes.icon, input);
    texts.heading.paint(painter, boxes.headingText.topLeft(), tokens.primary);
    if (!boxes.summary.isEmpty())
        texts.summary.paint(painter, boxes.summary.topLeft(), tokens.primary, tokens.tertiary);
    if (!boxes.awarded.isEmpty())
        texts.awarded.paint(painter, boxes.awarded.topLeft(), tokens.primaryMedium);
    if (!boxes.tick.isEmpty())
        paintTick(painter, boxes.tick, tokens);
    painter->restore();
}

void paintPillAt(QPainter *painter, const PreviewInput &input, const PillBoxes &boxes, const QColor &ground)
{
    const PreviewTokens tokens = input.tokens();
    const bool enabled = input.badge.enabled;
    paintFrame(painter, boxes.pill, enabled ? ground : tokens.primaryVeryLow, tokens.primaryLow, 0);
    painter->setOpacity(enabled || !input.image.isNull() ? 1 : kDisabledGlyph);
    paintIcon(painter, boxes.icon, input);
    painter->setOpacity(1);
    PreviewText::Style style = bodyStyle(input);
    style.oneLine = true;
    style.lineHeight = boxes.name.height();
    // A hair of slack, or rounding alone would cut the last letter.
    const PreviewText text(pillName(input), style, boxes.name.width() + 0.1);
    text.paint(painter, boxes.name.topLeft(), enabled ? tokens.primary : tokens.primaryMedium);
}

/// The certificate that stands before every notification of a badge.
void paintRosette(QPainter *painter, const QRectF &box, const QColor &colour)
{
    QPainterPath path;
    const QPointF middle = box.center();
    constexpr int points = 12;
    for (int i = 0; i < points * 2; ++i) {
        const qreal radius = box.width() / 2 * (i % 2 ? 0.8 : 1);
        const qreal angle = M_PI * i / points;
        const QPointF at = middle + QPointF(radius * std::cos(angle), radius * std::sin(angle));
        i ? path.lineTo(at) : path.moveTo(at);
    }
    path.closeSubpath();
    painter->fillPath(path, colour);
}

} // namespace

void paintCard(QPainter *painter, const PreviewInput &input)
{
    paintAnyCard(painter, input, false);
}

void paintLargeCard(QPainter *painter, const PreviewInput &input)
{
    paintAnyCard(painter, input, true);
}

void paintPill(QPainter *painter, const PreviewInput &input)
{
    begin(painter);
    paintPillAt(painter, input, layoutPill(input), input.tokens().secondary);
    painter->restore();
}

void paintHeaderPill(QPainter *painter, const PreviewInput &input)
{
    begin(painter);
    paintIcon(painter, layoutHeaderPill(input).icon, input);
    painter->restore();
}

void paintUserCardRow(QPainter *painter, const QList<PreviewInput> &inputs, qreal width)
{
    if (inputs.isEmpty())
        return;
    begin(painter);
    const UserCardBoxes boxes = layoutUserCardRow(inputs, width);
    const PreviewTokens tokens = inputs.first().tokens();
    painter->fillRect(boxes.row, tokens.secondary);
    for (qsizetype i = 0; i < boxes.pills.size(); ++i)
        paintPillAt(painter, inputs.at(i), boxes.pills.at(i), tokens.primaryVeryLow);
    if (!boxes.more.isEmpty()) {
        paintFrame(painter, boxes.more, tokens.secondary, tokens.primaryLow, 0);
        PreviewText::Style style = bodyStyle(inputs.first());
        style.lineHeight = boxes.more.height();
        const PreviewText text(moreText(int(inputs.size() - boxes.pills.size())), style, 1e5);
        text.paint(painter, boxes.more.topLeft() + QPointF(9, 0), tokens.primary);
    }
    painter->restore();
}

void paintNotification(QPainter *painter, const PreviewInput &input)
{
    begin(painter);
    const PreviewTokens tokens = input.tokens();
    const NotificationBoxes boxes = layoutNotification(input);
    painter->fillRect(boxes.row, tokens.unread);
    paintRosette(painter, boxes.icon, tokens.primaryMedium);
    const PreviewText text(notificationText(input), bodyStyle(input), boxes.text.width());
    text.paint(painter, boxes.text.topLeft(), tokens.primary);
    painter->restore();
}

} // namespace badgewright::artwork
