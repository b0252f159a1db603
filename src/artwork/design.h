// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "support/result.h"

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

namespace badgewright::artwork {

/// Designs are drawn on a square of this many px; every length in a design is in them.
inline constexpr int kDesignSide = 512;

enum class LayerKind { Shape, Ring, Ribbon, Symbol, Text };
enum class ShapeKind { Disc, RoundedSquare, Hexagon, Shield, Star, Scalloped };
enum class RibbonKind { Banner /**< across, with folded ends */, Tails /**< two ends that hang below */ };
enum class TextCurve { Straight, Above /**< on a circle around its centre, over the top */, Below /**< along the bottom, to be read upright */ };
enum class FillKind { Plain, Linear /**< from the top down */, Radial /**< from the middle outwards */ };

/// What a layer is filled with.
struct Fill {
    FillKind kind = FillKind::Plain;
    QColor colour{0x30, 0x56, 0xC8};
    QColor second{0x1C, 0x36, 0x86}; ///< where a gradient ends
    bool followsType = false;        ///< takes the colour of the badge's type
    bool operator==(const Fill &) const = default;
};

/// One layer. What its kind does not use keeps its default.
struct Layer {
    LayerKind kind = LayerKind::Shape;
    QString name;         ///< what the person calls it; empty: its kind's name
    bool visible = true;
    QPointF centre{256, 256};
    double size = 360;    ///< width; of a text the height of its letters
    double turn = 0;      ///< degrees, clockwise
    double opacity = 1;   ///< 0 to 1
    Fill fill;
    ShapeKind shape = ShapeKind::Disc; ///< shapes and rings
    int points = 12;                   ///< stars and scallops
    double depth = 0.2;                ///< 0 to 1: how deep the points are cut, how round a square's corners are
    double thickness = 24;             ///< a ring's width, a ribbon's height
    RibbonKind ribbon = RibbonKind::Banner;
    QString symbolName;                ///< "star", as the forum calls the icon, or a file's name
    QByteArray svg;                    ///< a symbol's drawing, cleaned
    bool ownColours = false;           ///< a symbol keeps the colours of its drawing
    QString text;
    QString family = QStringLiteral("Inter");
    int weight = 700;                  ///< 100 to 900
    double widest = 300;               ///< a longer text is made smaller to fit
    TextCurve curve = TextCurve::Straight;
    double radius = 200;               ///< of a curve, to the middle of the capitals
    double spacing = 0;                ///< between letters, as a share of their height
    bool operator==(const Layer &) const = default;

    bool hasPoints() const { return shape == ShapeKind::Star || shape == ShapeKind::Scalloped; }
};

/// A badge's picture as it can be changed again. A plain value.
struct BadgeDesign {
    QString title; ///< the badge it is for
    int typeId = kBronze;
    QColor background;   ///< invalid: transparent
    QList<Layer> layers; ///< the lowest first
    int side = 0;        ///< px that its picture is to have, as kMasterSides; 0: as large as fits
    bool operator==(const BadgeDesign &) const = default;
};

/// Bounds of what a design may hold. Values outside of them are brought back by withinLimits().
namespace design_limits {
inline constexpr int kMostLayers = 40;
inline constexpr int kLongestText = 40;
inline constexpr int kLongestName = 100;
inline constexpr qsizetype kLargestSvg = 256 * 1024;
inline constexpr qsizetype kLargestFile = 8 * 1024 * 1024;
inline constexpr int kMostInSeries = 100;
inline constexpr double kSmallest = 4;
inline constexpr double kLargest = 1024;
inline constexpr double kFarthest = 1024; ///< from the middle
inline constexpr double kSmallestRadius = 20;
inline constexpr double kTightest = -0.3; ///< spacing
inline constexpr double kWidestSpacing = 2;
inline constexpr int kFewestPoints = 3;
inline constexpr int kMostPoints = 60;
} // namespace design_limits

/// The layer with every number and text inside its bounds.
Layer withinLimits(Layer layer);

/// A layer of its kind that looks like something at once.
Layer newLayer(LayerKind kind);
/// A ring in the type's colour, a disc, a star: something to begin with.
BadgeDesign startDesign(int typeId);

/// A symbol layer of an icon or of a person's own drawing. RefusedHere: no SVG, or too large.
Result<Layer> symbolLayer(const QString &name, const QByteArray &svg, bool ownColours);

/// The same design for a badge of another type: what follows the type takes its colour.
BadgeDesign forType(BadgeDesign design, int typeId);

struct NamedDesign {
    QString name; ///< of the badge it is for
    BadgeDesign design;
    bool operator==(const NamedDesign &) const = default;
};
/// Gold, silver and bronze of one design, named after the types.
QList<NamedDesign> inAllTypes(const BadgeDesign &design, const QString &badgeName);

/// Places of the layers that hold a text, the lowest first.
QList<int> textLayers(const BadgeDesign &design);
/// One design for each row: its words stand in the text layers, in the order of textLayers(); an empty word leaves the
/// layer's own. Where the badge's name holds the first text, the new word takes its place there too.
/// RefusedHere: no text layer, no rows, or too many of them.
Result<QList<NamedDesign>> series(const BadgeDesign &design, const QString &badgeName, const QList<QStringList> &rows);

/// The same text in another line: one that is bent goes around the middle of the design, one that is straight again stays
/// where the letters stood.
Layer bent(Layer text, TextCurve curve);

/// A design as a file, and back; DESIGN.md beside this describes it. What comes from a stranger is checked: counts, sizes, and every SVG is cleaned.
/// RefusedHere: not a design, made by a newer program, or too large.
QByteArray designToJson(const BadgeDesign &design);
Result<BadgeDesign> designFromJson(const QByteArray &json);

} // namespace badgewright::artwork
