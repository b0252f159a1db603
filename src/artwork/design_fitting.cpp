// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_fitting.h"

#include "artwork/contrasts.h"
#include "artwork/design_painter.h"

#include <QImage>
#include <QLineF>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

constexpr int kSampled = 96;          // px; enough to tell colours
constexpr double kInside = 0.85;      // of a layer's half width: its edge is what must be seen
constexpr double kOutside = 1.15;
constexpr double kMargin = 10;        // between letters and what is around them
constexpr double kWidestArc = 1.2 * M_PI; // beyond that a text turns upside down
constexpr double kTallest = 0.3;      // a capital's share of the room, so that the middle stays free
constexpr double kOverCapital = 0.65; // from the middle of a capital to the tip of an accent or a tail
constexpr double kNarrowestRoom = 60; // a ring smaller than that is an ornament
constexpr double kOffMiddle = 24;

double distanceTo(const QLineF &line, const QPointF &point)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double at = length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / length, 0.0, 1.0) : 0;
    return QLineF(line.p1() + at * along, point).length();
}

/// How far the outlines of the layer stay away from its middle.
double roomIn(const Layer &layer)
{
    double room = kDesignSide;
    const QList<DesignPiece> pieces = piecesOf(layer);
    for (const DesignPiece &piece : pieces) {
        const QList<QPolygonF> polygons = piece.path.toSubpathPolygons();
        for (const QPolygonF &polygon : polygons) {
            for (qsizetype i = 1; i < polygon.size(); ++i)
                room = std::min(room, distanceTo({polygon.at(i - 1), polygon.at(i)}, layer.centre));
        }
    }
    return room;
}

/// The radius of what is free for a text around the middle: within every ring, and on the largest shape.
double roomAround(const BadgeDesign &design)
{
    const QPointF middle(kDesignSide / 2.0, kDesignSide / 2.0);
    double ring = kDesignSide / 2.0;
    double shape = 0;
    for (const Layer &layer : design.layers) {
        if (!layer.visible || QLineF(layer.centre, middle).length() > kOffMiddle)
            continue;
        if (layer.kind != LayerKind::Ring && layer.kind != LayerKind::Shape)
            continue;
        const double room = roomIn(layer);
        if (layer.kind == LayerKind::Shape)
            shape = std::max(shape, room);
        else if (room >= kNarrowestRoom)
            ring = std::min(ring, room);
    }
    return shape >= kNarrowestRoom ? std::min(ring, shape) : ring;
}

/// The width of the text as a share of the height of its capitals.
double widthOfCapital(Layer text)
{
    text.curve = TextCurve::Straight;
    text.size = 100;
    text.widest = 1e6;
    return textPath(text).boundingRect().width() / 100;
}

} // namespace

QColor standingOut(const BadgeDesign &below, const Layer &layer, const QList<QColor> &colours)
{
    const QImage image = designImage(below, kSampled).convertToFormat(QImage::Format_ARGB32);
    const double scale = double(kSampled) / kDesignSide;
    const QPointF middle = layer.centre * scale;
    const double radius = layer.size / 2 * scale;
    QList<QColor> around;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double away = QLineF(middle, QPointF(x + 0.5, y + 0.5)).length();
            if (away < kInside * radius || away > kOutside * radius)
                continue;
            const QColor colour = image.pixelColor(x, y);
            if (colour.alpha() > 127)
                around << QColor::fromRgb(colour.rgb());
        }
    }
    QColor best = layer.fill.colour;
    qsizetype most = -1;
    for (const QColor &colour : colours) {
        const auto seen = std::count_if(around.begin(), around.end(), [&colour](const QColor &other) { return contrastRatio(colour, other) >= kStandsOut; });
        if (!around.isEmpty() && seen > most) {
            best = colour;
            most = seen;
        }
    }
    return best;
}

Layer bentWithin(const Layer &text, TextCurve curve, const BadgeDesign &design)
{
    Layer fitting = bent(text, curve);
    if (text.curve != TextCurve::Straight || curve == TextCurve::Straight)
        return fitting;
    const double room = roomAround(design) - kMargin;
    const double width = widthOfCapital(text);
    double tallest = std::min(text.size, kTallest * room);
    if (width > 0) {
        tallest = std::min(tallest, text.widest / width); // as it was seen
        // The circle goes through the middle of the capitals: the taller they are, the shorter it is.
        tallest = std::min(tallest, kWidestArc * room / (width + kWidestArc * kOverCapital));
    }
    fitting.size = tallest;
    fitting.radius = room - kOverCapital * tallest;
    return withinLimits(fitting);
}

void setColour(Fill *fill, const QColor &colour)
{
    fill->colour = colour;
    fill->second = QColor::fromRgb(colour.darker(135).rgb());
}

} // namespace badgewright::artwork
