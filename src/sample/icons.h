// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace badgewright::sample {

/// Every icon of the forum's sprite, sorted: the drawn ones, outlines of some (far-…), and glyphs inside frames.
const std::vector<std::string> &iconNames();

/// The <symbol>, or nothing for a name that is not in the sprite.
std::optional<std::string> iconSymbol(const std::string &name);

/// A whole picture; `colour` as six hexadecimal digits, or empty.
std::optional<std::string> iconSvg(const std::string &name, const std::string &colour);

} // namespace badgewright::sample
