// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"

#include <QtMath>

namespace badgewright::artwork {
namespace {

QPointF onCircle(double radius, double turns)
{
    const double angle = (turns - 0.25) * 2 * M_PI;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

QPainterPath polygon(double radius, int corners, double inner)
{
    QPainterPath path;
    const int all = inner > 0 ? 2 * corners : corners;
    for (int i = 0; i < all; ++i) {
        const QPointF at = onCircle(inner > 0 && i % 2 ? inner : radius, double(i) / all);
        i ? path.lineTo(at) : path.moveTo(at);
    }
    path.closeSubpath();
    return path;
}

/// Round lobes: between two notches the edge swings out to the full radius.
QPainterPath scalloped(double radius, int lobes, double inner)
{
    QPainterPath path;
    path.moveTo(onCircle(inner, -0.5 / lobes));
    for (int i = 0; i < lobes; ++i) {
        const double notch = (i + 0.5) / lobes;
        // A cubic reaches three quarters of the way to its control points.
        const double reach = inner + (radius - inner) * 4 / 3;
        const double spread = 0.3 / lobes;
        path.cubicTo(onCircle(reach / std::cos(spread * 2 * M_PI), double(i) / lobes - spread),
                     onCircle(reach / std::cos(spread * 2 * M_PI), double(i) / lobes + spread), onCircle(inner, notch));
    }
    path.closeSubpath();
    return path;
}

QPainterPath shield(double size)
{
    const double r = size / 2;
    QPainterPath path;
    path.moveTo(0, -r);
    path.cubicTo(0.3 * r, -0.78 * r, 0.58 * r, -0.72 * r, 0.86 * r, -0.72 * r);
    path.lineTo(0.86 * r, 0);
    path.cubicTo(0.86 * r, 0.5 * r, 0.46 * r, 0.82 * r, 0, r);
    path.cubicTo(-0.46 * r, 0.82 * r, -0.86 * r, 0.5 * r, -0.86 * r, 0);
    path.lineTo(-0.86 * r, -0.72 * r);
    path.cubicTo(-0.58 * r, -0.72 * r, -0.3 * r, -0.78 * r, 0, -r);
    path.closeSubpath();
    return path;
}

} // namespace

QPainterPath shapePath(ShapeKind shape, double size, int points, double depth)
{
    const double radius = size / 2;
    QPainterPath path;
    switch (shape) {
    case ShapeKind::Disc:
        path.addEllipse(QPointF(), radius, radius);
        break;
    case ShapeKind::RoundedSquare:
        path.addRoundedRect(QRectF(-radius, -radius, size, size), depth * radius, depth * radius);
        break;
    case ShapeKind::Hexagon:
        path = polygon(radius, 6, 0);
        break;
    case ShapeKind::Shield:
        path = shield(size);
        break;
    case ShapeKind::Star:
        path = polygon(radius, points, radius * (1 - depth));
        break;
    case ShapeKind::Scalloped:
        path = scalloped(radius, points, radius * (1 - depth));
        break;
    }
    return path;
}

} // namespace badgewright::artwork
