// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/layer_words.h"

#include <QCoreApplication>

namespace badgewright::ui {

using artwork::LayerKind;
using artwork::ShapeKind;

namespace {

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::LayerWords)
};

} // namespace

QString layerKindWord(LayerKind kind)
{
    switch (kind) {
    case LayerKind::Shape:
        return LayerWords::tr("Shape");
    case LayerKind::Ring:
        return LayerWords::tr("Ring");
    case LayerKind::Ribbon:
        return LayerWords::tr("Ribbon");
    case LayerKind::Symbol:
        return LayerWords::tr("Symbol");
    case LayerKind::Text:
        return LayerWords::tr("Text");
    }
    return {};
}

QString shapeWord(ShapeKind shape)
{
    switch (shape) {
    case ShapeKind::Disc:
        return LayerWords::tr("Disc");
    case ShapeKind::RoundedSquare:
        return LayerWords::tr("Square");
    case ShapeKind::Hexagon:
        return LayerWords::tr("Hexagon");
    case ShapeKind::Shield:
        return LayerWords::tr("Shield");
    case ShapeKind::Star:
        return LayerWords::tr("Star");
    case ShapeKind::Scalloped:
        return LayerWords::tr("Scalloped");
    }
    return {};
}

QString layerTitle(const artwork::Layer &layer)
{
    if (!layer.name.isEmpty())
        return layer.name;
    switch (layer.kind) {
    case LayerKind::Shape:
        return shapeWord(layer.shape);
    case LayerKind::Symbol:
        return layer.symbolName.isEmpty() ? layerKindWord(layer.kind) : LayerWords::tr("Symbol: %1").arg(layer.symbolName);
    case LayerKind::Text:
        return layer.text.isEmpty() ? layerKindWord(layer.kind) : LayerWords::tr("Text: %1").arg(layer.text);
    case LayerKind::Ring:
    case LayerKind::Ribbon:
        break;
    }
    return layerKindWord(layer.kind);
}

} // namespace badgewright::ui
