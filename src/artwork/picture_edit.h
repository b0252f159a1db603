// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_check.h"

#include <QImage>
#include <QPointF>
#include <QRect>

namespace badgewright::artwork {

/// Edits of a picture's pixels. All keep its transparency; none changes its argument.

/// The pixels to begin with, at most 3,072 px on the longer side: what is left after cropping is still sharper than any
/// badge. RefusedHere: an animation, which an edit would flatten to one frame.
Result<QImage> editablePixels(const CheckedPicture &picture);

/// What lies inside the rectangle; one without anything of the picture in it changes nothing.
QImage croppedTo(const QImage &image, const QRect &rect);
/// Clockwise by quarter turns; negative ones go the other way.
QImage turned(const QImage &image, int quarters);
/// Without its empty border; a blank picture stays as it is.
QImage trimmedToContent(const QImage &image);

/// A disc out of its middle, as large as fits, with a smooth edge: for photos, whose corners would show on every page.
QImage cutRound(const QImage &image);
/// With a transparent border on every side, as wide as that share of the longer side.
QImage withBorder(const QImage &image, double share);

/// A square that looks at a part of a picture.
struct SquareView {
    static constexpr double kLeastZoom = 0.5;
    static constexpr double kMostZoom = 8;
    QPointF centre{0.5, 0.5}; ///< of what is seen, as a share of width and height
    double zoom = 1;          ///< 1: the longer side just fits
    bool operator==(const SquareView &) const = default;
};
/// What the square sees, in the picture's px; it may reach beyond the picture.
QRect viewedPart(const QSize &image, const SquareView &view);
/// Cut to the square, transparent where it reaches beyond the picture.
QImage seenThrough(const QImage &image, const SquareView &view);

/// The edited pixels in place of the picture's own, as a PNG, ready for preparePicture().
CheckedPicture editedPicture(const CheckedPicture &from, const QImage &image);

} // namespace badgewright::artwork
