// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/preview_colours.h"

#include <QStringList>

#include <array>

namespace badgewright::artwork {

/// The colours that a forum's admin chooses for one palette, as far as badges wear them. Everything else is derived.
struct PaletteColours {
    QColor primary;   ///< text
    QColor secondary; ///< page
    QColor tertiary;  ///< links
    QColor success;   ///< the tick
    QColor card;      ///< ground of badge cards; invalid: derived from the text
    QColor unread;    ///< ground of an unread notification; invalid: derived from the links
    static PaletteColours light();
    static PaletteColours dark();
    bool operator==(const PaletteColours &) const = default;

    /// For editors and files: in the order above. The first four are always there.
    static constexpr int kCount = 6;
    static constexpr int kDerivedFrom = 4; ///< from here on a colour may be left to be derived
    using Member = QColor PaletteColours::*;
    static const std::array<Member, kCount> &members();
};

/// The shades of a palette by the forum's own formulas.
PreviewTokens derivedTokens(const PaletteColours &colours);

/// Both palettes of one forum.
struct ForumColours {
    PaletteColours light = PaletteColours::light();
    PaletteColours dark = PaletteColours::dark();
    bool operator==(const ForumColours &) const = default;

    PreviewColours tokens() const { return {derivedTokens(light), derivedTokens(dark)}; }
    /// "#rrggbb" each, empty for derived ones: light first. What cannot be read is the forum's default.
    QStringList toStrings() const;
    static ForumColours fromStrings(const QStringList &strings);
};

/// "#fc0", "fc0" or "#ffcc00", with blanks around it; invalid for anything else.
QColor colourFromHex(const QString &text);

} // namespace badgewright::artwork
