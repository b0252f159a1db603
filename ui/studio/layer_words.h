// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QString>

namespace badgewright::ui {

QString layerKindWord(artwork::LayerKind kind);
QString shapeWord(artwork::ShapeKind shape);
/// What a layer is called in the list: the person's own name, or what it is ("Symbol: star").
QString layerTitle(const artwork::Layer &layer);

} // namespace badgewright::ui
