// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"

#include "artwork/pixels.h"

#include <QPainter>

#include <algorithm>

namespace badgewright::artwork {
namespace {

QBrush brushFor(const Fill &fill, const QRectF &bounds)
{
    switch (fill.kind) {
    case FillKind::Plain:
        break;
    case FillKind::Linear: {
        QLinearGradient gradient(bounds.center().x(), bounds.top(), bounds.center().x(), bounds.bottom());
        gradient.setStops({{0, fill.colour}, {1, fill.second}});
        return gradient;
    }
    case FillKind::Radial: {
        QRadialGradient gradient(bounds.center(), std::max(bounds.width(), bounds.height()) / 2);
        gradient.setStops({{0, fill.colour}, {1, fill.second}});
        return gradient;
    }
    }
    return fill.colour;
}

QPainterPath ringPath(const Layer &layer)
{
    QPainterPath path = shapePath(layer.shape, layer.size, layer.points, layer.depth);
    const double hole = layer.hasPoints() ? layer.size * (1 - layer.depth) - 2 * layer.thickness : layer.size - 2 * layer.thickness;
    if (hole > 0)
        path.addPath(shapePath(layer.hasPoints() ? ShapeKind::Disc : layer.shape, hole, layer.points, layer.depth));
    path.setFillRule(Qt::OddEvenFill);
    return path;
}

QPainterPath closed(std::initializer_list<QPointF> corners)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(corners)));
    path.closeSubpath();
    return path;
}

constexpr int kEndShade = 115;   // the ends lie behind
constexpr int kFoldedShade = 165; // and what is folded, in the shadow

/// Its outlines and how much darker than its colour each is, 100 for not at all.
QList<std::pair<QPainterPath, int>> ribbonParts(const Layer &layer)
{
    const double w = layer.size / 2;
    const double h = layer.thickness / 2;
    if (layer.ribbon == RibbonKind::Tails) {
        const double wide = w * 0.5;
        const double notch = std::min(wide, layer.thickness) * 0.35;
        QList<std::pair<QPainterPath, int>> tails;
        for (const double side : {-1.0, 1.0}) {
            const double inner = side * w * 0.06;
            const double outer = inner + side * wide;
            const double lean = side * layer.thickness * 0.22;
            tails.append({closed({{inner, -h}, {outer, -h}, {outer + lean, h}, {(inner + outer) / 2 + lean, h - notch}, {inner + lean, h}}),
                          100});
        }
        return tails;
    }
    const double end = std::min(w * 0.3, layer.thickness * 0.8); // what sticks out on each side
    const double drop = layer.thickness * 0.28;
    const double body = w - end * 0.62;
    QList<std::pair<QPainterPath, int>> parts;
    for (const double side : {-1.0, 1.0}) {
        const double inner = side * (body - end * 0.38);
        const double outer = side * w;
        parts.append({closed({{inner, -h + drop}, {outer, -h + drop}, {outer - side * end * 0.38, drop}, {outer, h + drop}, {inner, h + drop}}),
                      kEndShade});
        parts.append({closed({{inner, h}, {side * body, h}, {inner, h + drop}}), kFoldedShade});
    }
    parts.append({closed({{-body, -h}, {body, -h}, {body, h}, {-body, h}}), 100});
    return parts;
}

QRectF boundsOfAll(const QList<DesignPiece> &pieces)
{
    QRectF all;
    for (const DesignPiece &piece : pieces)
        all |= piece.path.boundingRect();
    return all;
}

QList<DesignPiece> symbolPieces(const Layer &layer)
{
    QList<DesignPiece> pieces = svgPieces(layer.svg);
    const QTransform larger = QTransform::fromScale(layer.size, layer.size);
    for (DesignPiece &piece : pieces) {
        piece.path = larger.map(piece.path);
        if (piece.brush.gradient())
            piece.brush.setTransform(piece.brush.transform() * larger);
    }
    if (!layer.ownColours) {
        const QBrush brush = brushFor(layer.fill, boundsOfAll(pieces));
        for (DesignPiece &piece : pieces)
            piece.brush = brush;
    }
    return pieces;
}

} // namespace

QList<DesignPiece> piecesOf(const Layer &layer)
{
    QList<DesignPiece> pieces;
    const auto fillWith = [&](const QPainterPath &path) {
        if (!path.isEmpty())
            pieces.append({path, brushFor(layer.fill, path.boundingRect()), 1});
    };
    switch (layer.kind) {
    case LayerKind::Shape:
        fillWith(shapePath(layer.shape, layer.size, layer.points, layer.depth));
        break;
    case LayerKind::Ring:
        fillWith(ringPath(layer));
        break;
    case LayerKind::Ribbon: {
        const auto parts = ribbonParts(layer);
        for (const auto &[path, shade] : parts) {
            Fill fill = layer.fill;
            fill.colour = fill.colour.darker(shade);
            fill.second = fill.second.darker(shade);
            pieces.append({path, brushFor(fill, path.boundingRect()), 1});
        }
        break;
    }
    case LayerKind::Symbol:
        pieces = symbolPieces(layer);
        break;
    case LayerKind::Text:
        fillWith(textPath(layer));
        break;
    }
    QTransform placing;
    placing.translate(layer.centre.x(), layer.centre.y());
    placing.rotate(layer.turn);
    for (DesignPiece &piece : pieces) {
        piece.path = placing.map(piece.path);
        if (piece.brush.gradient())
            piece.brush.setTransform(piece.brush.transform() * placing);
        piece.opacity *= layer.opacity;
    }
    return pieces;
}

QRectF boundsOf(const Layer &layer)
{
    return boundsOfAll(piecesOf(layer));
}

QRectF boundsOf(const QList<DesignPiece> &pieces)
{
    return boundsOfAll(pieces);
}

void paintDesign(QPainter *painter, const BadgeDesign &design, qreal side)
{
    QList<QList<DesignPiece>> pieces;
    for (const Layer &layer : design.layers)
        pieces.append(layer.visible ? piecesOf(layer) : QList<DesignPiece>());
    paintDesign(painter, design, side, pieces);
}

void paintDesign(QPainter *painter, const BadgeDesign &design, qreal side, const QList<QList<DesignPiece>> &pieces)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(side / kDesignSide, side / kDesignSide);
    const QRectF whole(0, 0, kDesignSide, kDesignSide);
    painter->setClipRect(whole, Qt::IntersectClip);
    if (design.background.isValid())
        painter->fillRect(whole, design.background);
    const qreal opacity = painter->opacity();
    for (qsizetype i = 0; i < design.layers.size() && i < pieces.size(); ++i) {
        if (!design.layers.at(i).visible)
            continue;
        for (const DesignPiece &piece : pieces.at(i)) {
            painter->setOpacity(opacity * piece.opacity);
            painter->fillPath(piece.path, piece.brush);
        }
    }
    painter->restore();
}

QImage designImage(const BadgeDesign &design, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintDesign(&painter, design, side);
    return image;
}

QByteArray designPng(const BadgeDesign &design)
{
    return pngBytes(designImage(design, kDesignSide));
}

} // namespace badgewright::artwork
