// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace badgewright::sample {

// What the forum draws and measures. All pictures are made here from simple shapes.

/// A badge picture as PNG, 512 × 512: a rosette in the colour of the type, a disc, a glyph.
std::string drawBadge(const std::string &glyph, int type, std::uint32_t colour);
/// A letter on a coloured ground, as PNG.
std::string drawLetter(const std::string &letter, const std::string &colour, int size);
/// The picture a person uploaded, as PNG: always the same for the same person.
std::string drawPortrait(int person, int size);
/// The forum's own logo, as PNG.
std::string drawLogo(int size);

std::string sha1Of(const std::string &bytes);
std::string hexColour(std::uint32_t rgb);

struct Measured {
    int width = 0;
    int height = 0;
    std::string format;  ///< png, jpeg, gif, …
    std::string content; ///< what is kept: the same bytes, or others when it was converted
    std::string colour;  ///< dominant colour as RRGGBB; empty when the picture does not decode
    bool converted = false;
};

/// What an upload becomes: measured by its header alone, PNG above 1280 × 720 turned to JPEG when that saves enough
/// and `keepPng` is not asked for. Nothing when it is no picture.
std::optional<Measured> measure(const std::string &bytes, bool keepPng);

} // namespace badgewright::sample
