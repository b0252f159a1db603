// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QString>

namespace badgewright::ui {

/// What a badge's small picture is made of. The first of them that is there is drawn.
struct BadgeThumb {
    QPixmap image;      ///< as the forum serves it, any size
    QByteArray iconSvg; ///< the badge's symbol, tinted by its type
    QColor typeColour;  ///< that the forum gives the badge's type
};

/// `size` px square: the image fitted and never cropped, or the symbol in the type's colour, or a plain disc of the type.
QPixmap badgeThumb(const BadgeThumb &thumb, int size, qreal devicePixelRatio);

} // namespace badgewright::ui
