// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace badgewright::artwork {

/// One remark about a badge or its picture, for "What the forum will do to it".
struct Finding {
    enum class Level {
        Good, ///< fine, and worth saying
        Look, ///< the person should look at it
        Note, ///< good to know
    };
    /// Stable names for tests and for the button that mends it.
    enum class Kind {
        Fine,
        NotSquare,
        TooSmall,
        Heavy,
        TransparencyLost,
        FadesOnLight,
        FadesOnDark,
        LongName,
        NoLongDescription,
        DroppedHtml,
        TypeColourHidden,
        FaintGlyph,
        UnknownIcon,
        NoPicture,
        Mislabelled,
        Animated,
        SvgCleaned,
        Converted,
        MuchEmptyBorder,
    };
    Level level = Level::Note;
    Kind kind = Kind::Fine;
    QString sentence; ///< plain text, translated
    bool operator==(const Finding &) const = default;
};

} // namespace badgewright::artwork
