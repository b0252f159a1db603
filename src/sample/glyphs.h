// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include <string>
#include <vector>

namespace badgewright::sample {

/// A star (or a rosette) of `points` points around (x, y).
QPainterPath starPath(double x, double y, double outer, double inner, int points);

/// The drawing of a name in a box of 512 × 512. Names without a drawing of their own get a shape made from the name.
QPainterPath glyphPath(const std::string &name);
/// The names that have a drawing of their own, sorted.
const std::vector<std::string> &drawnNames();

} // namespace badgewright::sample
