// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

// How something new is made to go with what a design has already.

namespace badgewright::artwork {

/// The first of `colours` that stands out best from what `below` shows around the edge of the layer; the layer's own where
/// nothing lies there. The lighter or darker end of a gradient is not asked about.
QColor standingOut(const BadgeDesign &below, const Layer &layer, const QList<QColor> &colours);

/// As bent(); a straight text keeps the size that it was seen in, and stays whole within the rings and the largest shape
/// of the design.
Layer bentWithin(const Layer &text, TextCurve curve, const BadgeDesign &design);

/// A plain fill, with a darker shade at hand for a gradient.
void setColour(Fill *fill, const QColor &colour);

} // namespace badgewright::artwork
