// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design.h"

#include "artwork/picture_prepare.h"
#include "artwork/svg_cleaning.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace badgewright::artwork {
namespace {

using DesignValue = nlohmann::json;

constexpr int kDesignVersion = 1;
constexpr const char *kDesignMark = "badgewright-design";

struct DesignFileWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::DesignFile)
};

template <class Enum> using NamesOf = std::initializer_list<std::pair<Enum, const char *>>;
const NamesOf<LayerKind> kLayerKinds = {{LayerKind::Shape, "shape"},
                                        {LayerKind::Ring, "ring"},
                                        {LayerKind::Ribbon, "ribbon"},
                                        {LayerKind::Symbol, "symbol"},
                                        {LayerKind::Text, "text"}};
const NamesOf<ShapeKind> kShapeKinds = {{ShapeKind::Disc, "disc"},     {ShapeKind::RoundedSquare, "rounded-square"},
                                        {ShapeKind::Hexagon, "hexagon"}, {ShapeKind::Shield, "shield"},
                                        {ShapeKind::Star, "star"},     {ShapeKind::Scalloped, "scalloped"}};
const NamesOf<RibbonKind> kRibbonKinds = {{RibbonKind::Banner, "banner"}, {RibbonKind::Tails, "tails"}};
const NamesOf<TextCurve> kTextCurves = {{TextCurve::Straight, "straight"}, {TextCurve::Above, "above"}, {TextCurve::Below, "below"}};
const NamesOf<FillKind> kFillKinds = {{FillKind::Plain, "plain"}, {FillKind::Linear, "linear"}, {FillKind::Radial, "radial"}};

template <class Enum> const char *nameOf(const NamesOf<Enum> &names, Enum value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return name;
    }
    return "";
}

std::string words(const QString &text)
{
    return text.toStdString();
}

DesignValue layerValue(const Layer &layer)
{
    DesignValue value = {{"kind", nameOf(kLayerKinds, layer.kind)},
                         {"name", words(layer.name)},
                         {"visible", layer.visible},
                         {"x", layer.centre.x()},
                         {"y", layer.centre.y()},
                         {"size", layer.size},
                         {"turn", layer.turn},
                         {"opacity", layer.opacity},
                         {"fill",
                          {{"kind", nameOf(kFillKinds, layer.fill.kind)},
                           {"colour", words(layer.fill.colour.name())},
                           {"second", words(layer.fill.second.name())},
                           {"followsType", layer.fill.followsType}}},
                         {"shape", nameOf(kShapeKinds, layer.shape)},
                         {"points", layer.points},
                         {"depth", layer.depth},
                         {"thickness", layer.thickness},
                         {"ribbon", nameOf(kRibbonKinds, layer.ribbon)},
                         {"ownColours", layer.ownColours},
                         {"text", words(layer.text)},
                         {"family", words(layer.family)},
                         {"weight", layer.weight},
                         {"widest", layer.widest},
                         {"curve", nameOf(kTextCurves, layer.curve)},
                         {"radius", layer.radius},
                         {"spacing", layer.spacing}};
    if (layer.kind == LayerKind::Symbol) {
        value["symbol"] = words(layer.symbolName);
        value["svg"] = layer.svg.toStdString();
    }
    return value;
}

/// Reads values that may be missing or of another type: then the fallback holds.
class Fields
{
public:
    explicit Fields(const DesignValue &object) : m_object(object) {}

    QString text(const char *key, const QString &fallback = {}) const
    {
        const DesignValue *value = find(key);
        return value && value->is_string() ? QString::fromStdString(value->get_ref<const std::string &>()) : fallback;
    }
    double number(const char *key, double fallback) const
    {
        const DesignValue *value = find(key);
        return value && value->is_number() ? value->get<double>() : fallback;
    }
    int whole(const char *key, int fallback) const { return int(qBound(-1e6, number(key, fallback), 1e6)); }
    bool flag(const char *key, bool fallback) const
    {
        const DesignValue *value = find(key);
        return value && value->is_boolean() ? value->get<bool>() : fallback;
    }
    QColor colour(const char *key, const QColor &fallback) const
    {
        const QColor colour(text(key));
        return colour.isValid() ? colour : fallback;
    }
    template <class Enum> Enum oneOf(const char *key, const NamesOf<Enum> &names, Enum fallback) const
    {
        const QString wanted = text(key);
        for (const auto &[value, name] : names) {
            if (wanted == QLatin1String(name))
                return value;
        }
        return fallback;
    }
    Fields object(const char *key) const
    {
        static const DesignValue nothing = DesignValue::object();
        const DesignValue *value = find(key);
        return Fields(value && value->is_object() ? *value : nothing);
    }

private:
    const DesignValue *find(const char *key) const
    {
        const auto it = m_object.find(key);
        return it == m_object.end() ? nullptr : &*it;
    }
    const DesignValue &m_object;
};

tl::unexpected<Error> refusedDesign(const QString &sentence)
{
    return fail(Error::refusedHere(sentence));
}

Result<Layer> layerFrom(const DesignValue &value)
{
    const Fields fields(value);
    Layer layer;
    layer.kind = fields.oneOf("kind", kLayerKinds, layer.kind);
    layer.name = fields.text("name");
    layer.visible = fields.flag("visible", true);
    layer.centre = {fields.number("x", layer.centre.x()), fields.number("y", layer.centre.y())};
    layer.size = fields.number("size", layer.size);
    layer.turn = fields.number("turn", layer.turn);
    layer.opacity = fields.number("opacity", layer.opacity);
    const Fields fill = fields.object("fill");
    layer.fill.kind = fill.oneOf("kind", kFillKinds, layer.fill.kind);
    layer.fill.colour = fill.colour("colour", layer.fill.colour);
    layer.fill.second = fill.colour("second", layer.fill.second);
    layer.fill.followsType = fill.flag("followsType", false);
    layer.shape = fields.oneOf("shape", kShapeKinds, layer.shape);
    layer.points = fields.whole("points", layer.points);
    layer.depth = fields.number("depth", layer.depth);
    layer.thickness = fields.number("thickness", layer.thickness);
    layer.ribbon = fields.oneOf("ribbon", kRibbonKinds, layer.ribbon);
    layer.ownColours = fields.flag("ownColours", false);
    layer.text = fields.text("text");
    layer.family = fields.text("family", layer.family);
    layer.weight = fields.whole("weight", layer.weight);
    layer.widest = fields.number("widest", layer.widest);
    layer.curve = fields.oneOf("curve", kTextCurves, layer.curve);
    layer.radius = fields.number("radius", layer.radius);
    layer.spacing = fields.number("spacing", layer.spacing);
    if (layer.kind == LayerKind::Symbol) {
        layer.symbolName = fields.text("symbol");
        const QByteArray svg = fields.text("svg").toUtf8();
        if (svg.size() > design_limits::kLargestSvg)
            return refusedDesign(DesignFileWords::tr("A symbol of this design is larger than 256 kB."));
        Result<CleanSvg> clean = cleanSvg(svg);
        if (!clean)
            return fail(std::move(clean.error()));
        layer.svg = std::move(clean->bytes);
    }
    return withinLimits(layer);
}

} // namespace

QByteArray designToJson(const BadgeDesign &design)
{
    DesignValue layers = DesignValue::array();
    for (const Layer &layer : design.layers)
        layers.push_back(layerValue(layer));
    DesignValue whole = {{"format", kDesignMark}, {"version", kDesignVersion}, {"title", words(design.title)}, {"typeId", design.typeId}, {"layers", layers}};
    if (design.background.isValid())
        whole["background"] = words(design.background.name());
    if (design.side)
        whole["side"] = design.side;
    // Half a surrogate pair in a text would otherwise be thrown about.
    return QByteArray::fromStdString(whole.dump(1, ' ', false, DesignValue::error_handler_t::replace)) + '\n';
}

Result<BadgeDesign> designFromJson(const QByteArray &json)
{
    if (json.size() > design_limits::kLargestFile)
        return refusedDesign(DesignFileWords::tr("This design is larger than 8 MB."));
    // A design is four levels deep; brackets by the thousand are meant to exhaust the stack.
    const auto shallow = [](int level, DesignValue::parse_event_t, DesignValue &) { return level < 16; };
    const DesignValue whole = DesignValue::parse(json.cbegin(), json.cend(), shallow, false);
    if (!whole.is_object() || Fields(whole).text("format") != QLatin1String(kDesignMark))
        return refusedDesign(DesignFileWords::tr("This is not a design of Badgewright."));
    const Fields fields(whole);
    if (fields.whole("version", 0) > kDesignVersion)
        return refusedDesign(DesignFileWords::tr("This design was made by a newer Badgewright."));
    const auto layers = whole.find("layers");
    if (layers == whole.end() || !layers->is_array())
        return refusedDesign(DesignFileWords::tr("This is not a design of Badgewright."));
    if (layers->size() > size_t(design_limits::kMostLayers))
        return refusedDesign(
            DesignFileWords::tr("This design has more than %1 layers.").arg(design_limits::kMostLayers));
    BadgeDesign design;
    design.title = fields.text("title").left(design_limits::kLongestName);
    design.typeId = qBound(kGold, fields.whole("typeId", kBronze), kBronze);
    design.side = masterSide(fields.whole("side", kAutomaticSide));
    design.background = fields.colour("background", {});
    if (design.background.isValid())
        design.background = QColor::fromRgb(design.background.rgb());
    for (const DesignValue &value : *layers) {
        if (!value.is_object())
            return refusedDesign(DesignFileWords::tr("This is not a design of Badgewright."));
        Result<Layer> layer = layerFrom(value);
        if (!layer)
            return fail(std::move(layer.error()));
        design.layers.append(*layer);
    }
    return design;
}

} // namespace badgewright::artwork
