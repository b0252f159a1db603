// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_prepare.h"

#include "artwork/pixels.h"
#include "support/unbroken.h"
#include "support/worker_call.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace badgewright::artwork {
namespace {

struct PicturePrepareWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Picture)
};

constexpr int kSmallerSide = 256;
constexpr double kBorderWorthTrimming = 0.02; // of the longer side

QString extensionOf(const QString &fileName)
{
    return QFileInfo(fileName).suffix().toLower();
}

bool takes(const PrepareOptions &options, const QString &extension)
{
    return options.allowedExtensions.contains(extension, Qt::CaseInsensitive) ||
           (extension == u"jpg" && options.allowedExtensions.contains(QStringLiteral("jpeg"), Qt::CaseInsensitive));
}

QString dataSize(qint64 bytes)
{
    return unbroken(QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat));
}

PreparedPicture asItIs(const CheckedPicture &checked)
{
    return {{checked.fileName, checked.original, checked.mimeType}, checked.still, checked.animated, {}, {}};
}

Result<PreparedPicture> animation(const CheckedPicture &checked, const PrepareOptions &options)
{
    const QString extension = extensionOf(checked.fileName);
    if (!options.allowedExtensions.isEmpty() && !takes(options, extension))
        return fail(
            Error::refusedHere(PicturePrepareWords::tr("This forum does not take %1 pictures. Use a PNG.").arg(extension.toUpper())));
    if (options.maxBytes > 0 && checked.original.size() > options.maxBytes)
        return fail(
            Error::refusedHere(PicturePrepareWords::tr("The animation has %1; this forum takes %2. Make it shorter or smaller.")
                                   .arg(dataSize(checked.original.size()), dataSize(options.maxBytes))));
    return asItIs(checked);
}

QImage trimmed(const QImage &image, QStringList &done)
{
    const QRect visible = visibleBounds(image);
    const int longer = std::max(image.width(), image.height());
    const int border = std::max(
        {visible.left(), visible.top(), image.width() - 1 - visible.right(), image.height() - 1 - visible.bottom()});
    if (visible.isEmpty() || border <= longer * kBorderWorthTrimming)
        return image;
    done.append(PicturePrepareWords::tr("Empty border taken away."));
    return image.copy(visible);
}

/// Null when it does not fit; `quickly`: how large it was then. The thorough attempt takes most of the time that a photo needs and gains a fifth at most, so it
/// is made only where that decides.
QByteArray fitting(const QImage &still, qint64 wantedBytes, qint64 *quickly = nullptr)
{
    const QByteArray quick = pngBytes(still, PngEffort::Quick);
    if (quickly)
        *quickly = quick.size();
    if (quick.size() <= wantedBytes)
        return quick;
    if (quick.size() > wantedBytes * 5 / 4)
        return {};
    const QByteArray thorough = pngBytes(still);
    return thorough.size() <= wantedBytes ? thorough : QByteArray();
}

/// Smaller, then with fewer colours, until it fits.
QByteArray encoded(QImage &still, const PrepareOptions &options, QStringList &done, QList<Finding> &findings)
{
    QByteArray bytes = fitting(still, options.wantedBytes);
    if (bytes.isNull() && options.mayShrink && std::max(still.width(), still.height()) > kSmallerSide) {
        still = scaledDown(still, kSmallerSide);
        done.append(PicturePrepareWords::tr("Made %1 × %2 px so that it stays below %3.")
                        .arg(still.width())
                        .arg(still.height())
                        .arg(dataSize(options.wantedBytes)));
        bytes = fitting(still, options.wantedBytes);
    }
    // Small steps at the end: the same photo packs a tenth worse when it is turned, and what does not fit in the last step
    // stays five times as heavy.
    qint64 last = 0;
    for (int colours : {256, 128, 64, 48, 32}) {
        if (!bytes.isNull())
            return bytes;
        if (colours < 64 && last > options.wantedBytes * 5 / 4)
            break; // half the colours save a fifth
        const QImage fewer = quantised(still, colours);
        bytes = fitting(fewer, options.wantedBytes, &last);
        if (!bytes.isNull()) {
            done.append(PicturePrepareWords::tr("Reduced to %1 colours so that it stays below %2.")
                            .arg(colours)
                            .arg(dataSize(options.wantedBytes)));
            still = inTrueColour(fewer);
            return bytes;
        }
    }
    bytes = pngBytes(still);
    findings.append({Finding::Level::Look, Finding::Kind::Heavy,
                     PicturePrepareWords::tr("It has %1. Some forums turn a PNG above %2 into a JPEG, and its transparency is lost.")
                         .arg(dataSize(bytes.size()), dataSize(options.wantedBytes))});
    return bytes;
}

} // namespace

PictureLimits limitsFor(const SiteInfo &site)
{
    PictureLimits limits;
    limits.maxMegapixels = site.maxImageMegapixels;
    return limits;
}

PrepareOptions optionsFor(const SiteInfo &site)
{
    PrepareOptions options;
    options.allowedExtensions = site.imageExtensions;
    options.maxBytes = site.maxImageBytes;
    return options;
}

int masterSide(int side)
{
    return std::find(std::begin(kMasterSides), std::end(kMasterSides), side) == std::end(kMasterSides) ? kAutomaticSide : side;
}

PrepareOptions optionsFor(const SiteInfo &site, bool square, bool trim, int side)
{
    PrepareOptions options = optionsFor(site);
    options.square = square;
    options.trim = trim;
    if (const int chosen = masterSide(side); chosen != kAutomaticSide) {
        options.side = chosen;
        options.mayShrink = false;
    }
    return options;
}

Result<PreparedPicture> preparePicture(const CheckedPicture &checked, const PrepareOptions &options)
{
    if (checked.animated)
        return animation(checked, options);
    if (checked.format == PictureFormat::Svg && takes(options, QStringLiteral("svg")) &&
        (options.maxBytes <= 0 || checked.original.size() <= options.maxBytes))
        return asItIs(checked);

    PreparedPicture prepared;
    prepared.still = checked.still;
    if (options.trim && checked.hasTransparency)
        prepared.still = trimmed(prepared.still, prepared.done);
    if (std::max(prepared.still.width(), prepared.still.height()) > options.side) {
        prepared.still = scaledDown(prepared.still, options.side);
        prepared.done.append(
            PicturePrepareWords::tr("Scaled down to %1 × %2 px.").arg(prepared.still.width()).arg(prepared.still.height()));
    }
    if (options.square && prepared.still.width() != prepared.still.height()) {
        prepared.still = paddedToSquare(prepared.still);
        prepared.done.append(
            PicturePrepareWords::tr("Made square with a transparent border: %1 × %1 px.").arg(prepared.still.width()));
    }
    if (prepared.done.isEmpty() && checked.format == PictureFormat::Png &&
        checked.original.size() <= options.wantedBytes)
        return asItIs(checked);

    if (checked.format == PictureFormat::Svg)
        prepared.done.prepend(PicturePrepareWords::tr("Drawn as a PNG, because the forum takes no SVG."));
    else if (checked.format != PictureFormat::Png)
        prepared.done.append(PicturePrepareWords::tr("Saved as PNG."));
    prepared.still =
        scaledDown(prepared.still, options.side); // the colours of the screen, where nothing was scaled yet
    prepared.picture.bytes = encoded(prepared.still, options, prepared.done, prepared.findings);
    prepared.picture.fileName = QFileInfo(checked.fileName).completeBaseName() + QStringLiteral(".png");
    prepared.picture.mimeType = QStringLiteral("image/png");
    if (prepared.done.isEmpty())
        prepared.done.append(PicturePrepareWords::tr("Saved anew as PNG."));
    if (options.maxBytes > 0 && prepared.picture.bytes.size() > options.maxBytes)
        return fail(Error::refusedHere(PicturePrepareWords::tr("The picture has %1; this forum takes %2.")
                                           .arg(dataSize(prepared.picture.bytes.size()), dataSize(options.maxBytes))));
    return prepared;
}

Call<PreparedPicture> *preparePictureLater(QObject *parent, const CheckedPicture &checked,
                                           const PrepareOptions &options)
{
    return runLater<PreparedPicture>(parent, [checked, options] { return preparePicture(checked, options); });
}

} // namespace badgewright::artwork
