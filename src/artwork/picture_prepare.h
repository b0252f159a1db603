// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_check.h"
#include "forum/forum.h"

#include <QStringList>

namespace badgewright::artwork {

struct PrepareOptions {
    int side = 512;                ///< px; never enlarged to it. 256 is the smaller master
    bool mayShrink = true;         ///< to the smaller master, where that is what brings it below wantedBytes
    bool square = true;            ///< pad with transparency, never cut
    bool trim = true;              ///< take an empty transparent border away first
    qint64 wantedBytes = 75'000;   ///< below this no forum re-encodes a PNG
    QStringList allowedExtensions; ///< SiteInfo::imageExtensions; empty: not known, then no SVG
    qint64 maxBytes = 0;           ///< SiteInfo::maxImageBytes; 0: not known
};

/// As the forum wants its badge pictures.
PictureLimits limitsFor(const SiteInfo &site);
PrepareOptions optionsFor(const SiteInfo &site);

/// How large a badge picture is made: as large as fits below 75 kB (0), or in a size that somebody chose.
inline constexpr int kAutomaticSide = 0;
inline constexpr int kMasterSides[] = {512, 256};
int masterSide(int side); ///< one of these; anything else counts as automatic
PrepareOptions optionsFor(const SiteInfo &site, bool square, bool trim, int side = kAutomaticSide);

struct PreparedPicture {
    Picture picture; ///< ready for BadgeDesk::upload
    QImage still;    ///< what it will look like
    bool animated = false;
    QStringList done;        ///< what was done to it, a sentence each; empty: taken as it is
    QList<Finding> findings; ///< what could not be helped (heavy, not square …)
};

/// Makes an upload of a picture: square, at most `side` px, a PNG below `wantedBytes` where it can be (256 px, then
/// fewer colours). Animations are left whole; an SVG goes as it is when the forum takes SVG, else as a PNG. Pure
/// function. RefusedHere: an animation the forum takes neither as a type nor in this size.
Result<PreparedPicture> preparePicture(const CheckedPicture &checked, const PrepareOptions &options = {});
Call<PreparedPicture> *preparePictureLater(QObject *parent, const CheckedPicture &checked,
                                           const PrepareOptions &options = {});

} // namespace badgewright::artwork
