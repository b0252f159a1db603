// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QRect>

namespace badgewright::artwork {

/// The smallest box around everything that can be seen; empty for a blank picture.
QRect visibleBounds(const QImage &image);
bool holdsTransparency(const QImage &image);

/// Every pixel with its own colour instead of the number of one in a palette: Qt scales those by dithering into the colours of
/// old screens, which is seen.
QImage inTrueColour(const QImage &image);

/// In the middle of a transparent square.
QImage paddedToSquare(const QImage &image);
/// At most `side` pixels on the longer side, in sRGB; never enlarged.
QImage scaledDown(const QImage &image, int side);

/// With at most `colours` colours and their opacities (2 to 256), dithered.
QImage quantised(const QImage &image, int colours);

enum class PngEffort {
    Quick, ///< some per cent larger, several times faster
    Most,  ///< as small as zlib makes it
};
QByteArray pngBytes(const QImage &image, PngEffort effort = PngEffort::Most);

/// WCAG relative luminance, 0 to 1.
double luminance(const QColor &colour);

} // namespace badgewright::artwork
