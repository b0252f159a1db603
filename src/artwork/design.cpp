// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/svg_cleaning.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

namespace limits = design_limits;

struct DesignWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Design)
};

double bounded(double value, double least, double most, double fallback)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : fallback;
}

/// Where a gradient of this colour ends; in whole steps of 8 bits, as files keep it.
QColor shadeOf(const QColor &colour)
{
    return QColor::fromRgb(colour.darker(135).rgb());
}

void colourForType(Fill &fill, int typeId)
{
    if (!fill.followsType)
        return;
    fill.colour = badgeTypeColour(typeId);
    fill.second = shadeOf(fill.colour);
}

QString typeWord(int typeId)
{
    switch (typeId) {
    case kGold:
        return DesignWords::tr("Gold");
    case kSilver:
        return DesignWords::tr("Silver");
    default:
        return DesignWords::tr("Bronze");
    }
}

} // namespace

Layer withinLimits(Layer layer)
{
    const Layer fallback;
    constexpr double kMiddle = kDesignSide / 2.0;
    layer.name = layer.name.left(limits::kLongestName);
    layer.symbolName = layer.symbolName.left(limits::kLongestName);
    layer.family = layer.family.left(limits::kLongestName);
    layer.text = layer.text.simplified().left(limits::kLongestText);
    layer.centre.setX(bounded(layer.centre.x(), kMiddle - limits::kFarthest, kMiddle + limits::kFarthest, kMiddle));
    layer.centre.setY(bounded(layer.centre.y(), kMiddle - limits::kFarthest, kMiddle + limits::kFarthest, kMiddle));
    layer.size = bounded(layer.size, limits::kSmallest, limits::kLargest, fallback.size);
    layer.turn = bounded(layer.turn, -360, 360, 0);
    layer.opacity = bounded(layer.opacity, 0, 1, 1);
    layer.points = std::clamp(layer.points, limits::kFewestPoints, limits::kMostPoints);
    layer.depth = bounded(layer.depth, 0, 0.95, fallback.depth);
    layer.thickness = bounded(layer.thickness, 1, kDesignSide, fallback.thickness);
    layer.weight = std::clamp(layer.weight, 100, 900);
    layer.widest = bounded(layer.widest, limits::kSmallest, limits::kLargest, fallback.widest);
    layer.radius = bounded(layer.radius, limits::kSmallestRadius, limits::kLargest, fallback.radius);
    layer.spacing = bounded(layer.spacing, limits::kTightest, limits::kWidestSpacing, 0);
    if (!layer.fill.colour.isValid())
        layer.fill.colour = fallback.fill.colour;
    if (!layer.fill.second.isValid())
        layer.fill.second = fallback.fill.second;
    // Transparency is the layer's opacity; colours are told apart by what one sees of them.
    layer.fill.colour = QColor::fromRgb(layer.fill.colour.rgb());
    layer.fill.second = QColor::fromRgb(layer.fill.second.rgb());
    return layer;
}

Layer newLayer(LayerKind kind)
{
    Layer layer;
    layer.kind = kind;
    switch (kind) {
    case LayerKind::Shape:
        layer.size = 320;
        break;
    case LayerKind::Ring:
        layer.size = 480;
        layer.shape = ShapeKind::Star;
        layer.depth = 0.14;
        layer.fill.followsType = true;
        break;
    case LayerKind::Ribbon:
        layer.size = 460;
        layer.thickness = 96;
        layer.centre = {256, 388};
        layer.fill.colour = QColor(0xB4, 0x23, 0x18);
        layer.fill.second = shadeOf(layer.fill.colour);
        break;
    case LayerKind::Symbol:
        layer.size = 200;
        layer.fill.colour = QColor(0xFF, 0xFF, 0xFF);
        layer.fill.second = QColor(0xC9, 0xD3, 0xEE);
        break;
    case LayerKind::Text:
        layer.text = QStringLiteral("1");
        layer.size = 64; // fits a ribbon, which begins at the same height
        layer.centre = {256, 388};
        layer.widest = 260;
        layer.fill.colour = QColor(0xFF, 0xFF, 0xFF);
        layer.fill.second = QColor(0xC9, 0xD3, 0xEE);
        break;
    }
    return layer;
}

BadgeDesign startDesign(int typeId)
{
    Layer star = newLayer(LayerKind::Shape);
    star.shape = ShapeKind::Star;
    star.points = 5;
    star.depth = 0.6;
    star.size = 230;
    star.fill.colour = QColor(0xFF, 0xFF, 0xFF);
    star.fill.second = QColor(0xC9, 0xD3, 0xEE);
    Layer disc = newLayer(LayerKind::Shape);
    disc.size = 390; // reaches below the ring, or a hairline of what lies behind would show between them
    BadgeDesign design;
    design.layers = {disc, newLayer(LayerKind::Ring), star};
    design.layers[1].size = 504;
    design.layers[1].thickness = 28;
    return forType(design, typeId);
}

Layer bent(Layer text, TextCurve curve)
{
    if (text.curve == curve)
        return text;
    const auto way = [&text](TextCurve of) { return of == TextCurve::Straight ? 0 : of == TextCurve::Above ? -text.radius : text.radius; };
    if (text.curve == TextCurve::Straight)
        text.centre = {kDesignSide / 2.0, kDesignSide / 2.0};
    else if (curve == TextCurve::Straight)
        text.centre.ry() += way(text.curve);
    text.curve = curve;
    return text;
}

Result<Layer> symbolLayer(const QString &name, const QByteArray &svg, bool ownColours)
{
    if (svg.size() > limits::kLargestSvg)
        return fail(Error::refusedHere(DesignWords::tr("This SVG is too large for a symbol. Make it simpler, below 256 kB.")));
    Result<CleanSvg> clean = cleanSvg(svg);
    if (!clean)
        return fail(std::move(clean.error()));
    Layer layer = newLayer(LayerKind::Symbol);
    layer.symbolName = name;
    layer.svg = std::move(clean->bytes);
    layer.ownColours = ownColours;
    return withinLimits(layer);
}

BadgeDesign forType(BadgeDesign design, int typeId)
{
    design.typeId = typeId;
    for (Layer &layer : design.layers)
        colourForType(layer.fill, typeId);
    return design;
}

QList<NamedDesign> inAllTypes(const BadgeDesign &design, const QString &badgeName)
{
    QList<NamedDesign> all;
    for (const int typeId : {kGold, kSilver, kBronze})
        all.append({DesignWords::tr("%1 (%2)", "badge, type").arg(badgeName, typeWord(typeId)), forType(design, typeId)});
    for (NamedDesign &one : all)
        one.design.title = one.name;
    return all;
}

QList<int> textLayers(const BadgeDesign &design)
{
    QList<int> places;
    for (int i = 0; i < design.layers.size(); ++i) {
        if (design.layers.at(i).kind == LayerKind::Text)
            places.append(i);
    }
    return places;
}

namespace {

enum class Counting { None, Year, Number, Roman };

Counting countingOf(const QString &word)
{
    static const QRegularExpression year(QStringLiteral("^(19|20)\\d\\d$"));
    static const QRegularExpression number(QStringLiteral("^\\d{1,3}$"));
    static const QRegularExpression roman(QStringLiteral("^[IVXLC]+$"));
    return year.match(word).hasMatch()     ? Counting::Year
           : number.match(word).hasMatch() ? Counting::Number
           : roman.match(word).hasMatch()  ? Counting::Roman
                                           : Counting::None;
}

/// The word takes the place of the text that stands in the name, or of a last word that counts as it does: the next years of
/// "Apex 2026" are "Apex 2027" and so on. Otherwise it is added.
QString nameInSeries(const QString &badgeName, const QString &before, const QString &word)
{
    QString name = badgeName.trimmed();
    const qsizetype at = before.isEmpty() ? -1 : name.lastIndexOf(before);
    if (at >= 0)
        return name.replace(at, before.size(), word);
    const qsizetype last = name.lastIndexOf(u' ') + 1;
    if (last > 0 && countingOf(word) != Counting::None && countingOf(word) == countingOf(name.mid(last)))
        return name.left(last) + word;
    return QStringLiteral("%1 %2").arg(name, word).trimmed();
}

} // namespace

Result<QList<NamedDesign>> series(const BadgeDesign &design, const QString &badgeName, const QList<QStringList> &rows)
{
    const QList<int> places = textLayers(design);
    if (places.isEmpty())
        return fail(Error::refusedHere(DesignWords::tr("A series changes the words of a text. Add a text layer first.")));
    if (rows.isEmpty())
        return fail(Error::refusedHere(DesignWords::tr("The table is empty: write a word for each badge.")));
    if (rows.size() > limits::kMostInSeries)
        return fail(
            Error::refusedHere(DesignWords::tr("A series may have at most %1 badges.").arg(limits::kMostInSeries)));
    QList<NamedDesign> all;
    const QString before = design.layers.at(places.first()).text;
    for (const QStringList &row : rows) {
        NamedDesign one{badgeName, design};
        for (int i = 0; i < places.size() && i < row.size(); ++i) {
            Layer &layer = one.design.layers[places.at(i)];
            if (!row.at(i).trimmed().isEmpty())
                layer.text = row.at(i);
            layer = withinLimits(layer);
        }
        const QString word = one.design.layers.at(places.first()).text;
        one.name = nameInSeries(badgeName, before, word);
        one.design.title = one.name;
        all.append(one);
    }
    return all;
}

} // namespace badgewright::artwork
