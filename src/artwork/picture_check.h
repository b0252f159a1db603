// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"
#include "artwork/svg_cleaning.h"
#include "support/call.h"

#include <QByteArray>
#include <QImage>

namespace badgewright::artwork {

enum class PictureFormat { Png, Jpeg, Gif, WebP, Svg, Other /**< read, but only fit to be made a PNG of */ };

/// What a picture may be. Everything above is refused by its header, before memory is taken for it.
struct PictureLimits {
    qint64 maxBytes = 64 * 1024 * 1024;
    double maxMegapixels = 40; ///< SiteInfo::maxImageMegapixels
};

/// A picture that was decoded to its last row.
struct CheckedPicture {
    QImage still;        ///< the (first) frame; an SVG drawn at 512 px on its longer side
    QByteArray original; ///< the file; an SVG without what forums delete
    QString fileName;    ///< with the extension that its content wants
    QString mimeType;    ///< of original
    PictureFormat format = PictureFormat::Png;
    bool animated = false;
    QSize size; ///< in pixels; of an SVG what it says of itself, of an edited photo what its file would have (still may be smaller)
    bool hasTransparency = false;
    QList<Finding> findings; ///< wrong extension, cleaned SVG, animation
};

/// Reads a picture from anywhere without trusting it. A pure function: may run in any thread.
/// RefusedHere with a sentence: empty, not a picture, cut off, too large, a kind that cannot be read (HEIC …),
/// an SVG that defines entities.
Result<CheckedPicture> checkPicture(const QByteArray &bytes, const QString &fileName, const PictureLimits &limits = {});
/// Also File when it cannot be read.
Result<CheckedPicture> checkPictureFile(const QString &path, const PictureLimits &limits = {});
/// A picture from the clipboard that has no file; becomes a PNG.
Result<CheckedPicture> checkImage(const QImage &image, const QString &fileName, const PictureLimits &limits = {});

/// What was taken out of a drawing, a sentence each.
QStringList takenOut(const CleanSvg &svg);

/// The same in a worker thread; settles in the caller's. Cancelling lets the work run out unheard.
Call<CheckedPicture> *checkPictureLater(QObject *parent, const QByteArray &bytes, const QString &fileName,
                                        const PictureLimits &limits = {});
Call<CheckedPicture> *checkPictureFileLater(QObject *parent, const QString &path, const PictureLimits &limits = {});

} // namespace badgewright::artwork
