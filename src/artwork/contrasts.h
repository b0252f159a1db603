// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/preview_colours.h"

#include <QImage>
#include <QList>

namespace badgewright::artwork {

inline constexpr double kStandsOut = 3.0; ///< :1, what WCAG 2 asks of graphics (1.4.11)

/// WCAG contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

/// How a picture stands out from a ground, over all of its pixels that can be seen, each as heavy as it is opaque.
struct ArtContrast {
    double standing = 0; ///< share, 0 to 1, of those with 3:1 or more
    double median = 1;   ///< half of them have at least this
    double weak = 1;     ///< nine tenths of them have at least this
};
ArtContrast artContrast(const QImage &image, const QColor &ground);

/// What a badge stands on.
enum class Ground {
    Card,         ///< badge card
    Page,         ///< page, post header, pill
    UserCardPill, ///< pill in a user card
};
QColor groundColour(const PreviewTokens &tokens, Ground ground);
inline constexpr Ground kGrounds[] = {Ground::Card, Ground::Page, Ground::UserCardPill};

/// The same of a picture of any size, in the size of a badge card: what is said of a badge in words and in figures is judged
/// by these.
ArtContrast shownContrast(const QImage &image, const QColor &ground);
/// Whether art of such a contrast nearly vanishes: less than a tenth of it stands out.
bool vanishes(const ArtContrast &contrast);
bool fadesOn(const QImage &image, const QColor &ground);
/// Whether a glyph of that colour has less than is asked of graphics.
bool glyphIsFaint(const QColor &glyph, const QColor &ground);

} // namespace badgewright::artwork
