// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

namespace badgewright::artwork {

inline constexpr double kRimShare = 0.05; ///< of the picture's side

/// The picture with a rim of one colour all around what can be seen of it, whatever its shape; it is made smaller within,
/// so that the whole keeps its size. At most `side` px. A blank picture stays as it is.
QImage withRim(const QImage &image, const QColor &colour, double share = kRimShare, int side = 512);

/// A colour for a rim that stands out from both grounds, 3:1 where that is possible: white, near black, or a grey between.
QColor rimColour(const QColor &lightGround, const QColor &darkGround, bool fadesOnLight, bool fadesOnDark);

} // namespace badgewright::artwork
