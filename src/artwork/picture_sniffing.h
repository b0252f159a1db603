// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace badgewright::artwork {

/// What a file is, by its first bytes alone: names lie.
struct Sniffed {
    QByteArray qtFormat; ///< for QImageReader; empty: cannot be read
    QString extension;   ///< "png"
    QString mimeType;
    QString kindName; ///< "PNG", for sentences
    QString refusal;  ///< with an empty qtFormat: why, as a sentence
};
Sniffed sniff(const QByteArray &bytes);

/// True when the file ends before the picture does, by its own structure. Decoders fill up with grey and say nothing.
bool isCutOff(const QByteArray &bytes, const QByteArray &qtFormat);
/// Width and height as the header of a PNG says.
QSize pngHeaderSize(const QByteArray &bytes);
/// The largest of the pictures in an ICO, as they say themselves.
QSize icoLargestSize(const QByteArray &bytes);
/// An animated PNG; it is treated as its first frame.
bool isAnimatedPng(const QByteArray &bytes);

} // namespace badgewright::artwork
