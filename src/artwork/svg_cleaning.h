// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QSizeF>
#include <QStringList>

namespace badgewright::artwork {

/// An SVG with only what forums keep of one, and what Qt may safely draw.
struct CleanSvg {
    QByteArray bytes;
    QSizeF size;                 ///< as it says of itself; from the view box where it does not
    QStringList droppedElements; ///< element names, sorted
    bool hadScript = false;      ///< script elements or on… attributes
    bool hadForeignReference = false;
    bool hasText = false; ///< drawn with fonts that the forum has not
};

/// RefusedHere: no SVG, broken, defines entities, or multiplies itself beyond all measure.
Result<CleanSvg> cleanSvg(const QByteArray &bytes);

} // namespace badgewright::artwork
