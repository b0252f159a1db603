// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace badgewright::artwork {

/// The forum's colours that matter here; a themed forum may have others.
struct PreviewTokens {
    QColor primary;   ///< text
    QColor secondary; ///< page, pill
    QColor cardBackground;
    QColor primaryVeryLow;
    QColor primaryLow;    ///< borders
    QColor primaryMedium; ///< "N awarded"
    QColor username;      ///< names beside posts
    QColor tertiary;      ///< links
    QColor success;       ///< the tick
    QColor unread;        ///< ground of an unread notification
    static PreviewTokens light();
    static PreviewTokens dark();
    bool operator==(const PreviewTokens &) const = default;
};

/// Of a forum's light and of its dark pages.
struct PreviewColours {
    PreviewTokens light = PreviewTokens::light();
    PreviewTokens dark = PreviewTokens::dark();
    const PreviewTokens &tokens(bool onDark) const { return onDark ? dark : light; }
    bool operator==(const PreviewColours &) const = default;
};

} // namespace badgewright::artwork
