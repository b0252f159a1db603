// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace badgewright::ui {

/// One of our own monochrome icons by its file name in resources/icons ("plus", "chevron-down"). It takes its colour from
/// the palette whenever it is painted, so it follows a change of theme.
QIcon icon(const QString &name);

/// The same as a picture in a colour of the caller's choice, `size` device-independent pixels square.
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);

/// The program's own picture: the badge with the star, in its own colours.
QIcon applicationIcon();
QPixmap applicationPicture(int size, qreal devicePixelRatio);

/// The name given to icon(), or nothing when it is not one of ours: those alone may be tinted.
QString ownIconName(const QIcon &icon);

} // namespace badgewright::ui
