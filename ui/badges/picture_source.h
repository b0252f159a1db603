// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>
#include <QUrl>

#include <optional>

class QMimeData;

namespace badgewright::ui {

/// Where a picture comes from: a file to be read, the bytes of one, pixels from another program, or an address on the web.
/// The first of these that is there counts, but an address comes before bytes that are only a likeness of what it leads to.
struct PictureSource {
    QString filePath;
    QImage image;
    QByteArray bytes = {};
    QString fileName = {}; ///< of the bytes
    QUrl address = {};
    bool addressFirst = false; ///< the bytes are only for when it cannot be fetched
};

/// Whether there is a picture in what is dragged or on the clipboard, without taking it: for every move of the mouse.
bool holdsPicture(const QMimeData *data);
/// That picture; nothing when there is none. From a web page: its bytes where the browser gives them, else its address. A GIF,
/// WebP or SVG of which the browser gives a still likeness is fetched, so that it stays what it is.
std::optional<PictureSource> pictureIn(const QMimeData *data);

} // namespace badgewright::ui
