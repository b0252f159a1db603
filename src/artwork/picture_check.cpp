// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_check.h"

#include "artwork/jpeg_end.h"
#include "artwork/picture_sniffing.h"
#include "artwork/pixels.h"
#include "artwork/svg_cleaning.h"
#include "support/unbroken.h"
#include "support/whole_file.h"
#include "support/worker_call.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QLocale>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace badgewright::artwork {
namespace {

struct PictureCheckWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Picture)
};

constexpr int kDrawnSide = 512;
constexpr double kMaxAnimatedMegapixels = 400; // of all frames together
constexpr int kAllocationLimitMegabytes = 512; // of the pixels that the limits let through, at up to 8 bytes each

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(Error::refusedHere(sentence));
}

QString baseNameOf(const QString &fileName)
{
    QString base = QFileInfo(fileName).completeBaseName();
    base.removeIf([](QChar c) { return c.unicode() < 0x20 || QStringView(u"/\\:*?\"<>|").contains(c); });
    base = base.trimmed().left(80);
    return base.isEmpty() ? QStringLiteral("badge") : base;
}

bool sameExtension(const QString &a, const QString &b)
{
    const auto plain = [](const QString &e) {
        const QString s = e.toLower();
        return s == u"jpeg" || s == u"jpe" ? QStringLiteral("jpg")
               : s == u"tif"               ? QStringLiteral("tiff")
               : s == u"dib"               ? QStringLiteral("bmp")
                                           : s;
    };
    return plain(a) == plain(b);
}

PictureFormat formatOf(const QByteArray &qtFormat)
{
    static const QHash<QByteArray, PictureFormat> formats{{"png", PictureFormat::Png},
                                                          {"jpeg", PictureFormat::Jpeg},
                                                          {"gif", PictureFormat::Gif},
                                                          {"webp", PictureFormat::WebP},
                                                          {"svg", PictureFormat::Svg}};
    return formats.value(qtFormat, PictureFormat::Other);
}

QString cutOff()
{
    return PictureCheckWords::tr("The picture is cut off: the end of the file is missing. Fetch or save it again.");
}

QString tooManyPixels(const QSize &size, double limit)
{
    return PictureCheckWords::tr("The picture has %L1 × %L2 pixels; the forum takes %L3 million at most. Make it smaller.")
        .arg(size.width())
        .arg(size.height())
        .arg(limit, 0, 'f', 0);
}

/// Reads every frame, keeps the first.
Result<Done> decode(QImageReader &reader, CheckedPicture &picture)
{
    const auto broken = [&reader] {
        return refuse(
            reader.error() == QImageReader::InvalidDataError
                ? PictureCheckWords::tr("The picture is damaged and cannot be read to its last row. Fetch or save it again.")
                : PictureCheckWords::tr("The picture cannot be read (%1). Save it again as PNG.").arg(reader.errorString()));
    };
    picture.still = inTrueColour(reader.read());
    if (picture.still.isNull())
        return broken();
    if (!reader.supportsAnimation())
        return Done{};
    double megapixels = 0;
    const double frame = double(picture.still.width()) * picture.still.height() / 1e6;
    while (reader.canRead()) {
        if ((megapixels += frame) > kMaxAnimatedMegapixels)
            return refuse(
                PictureCheckWords::tr("The animation is too long: all its frames together have more than %L1 million pixels.")
                    .arg(kMaxAnimatedMegapixels));
        if (reader.read().isNull()) {
            // Readers of animations also answer so at the regular end.
            if (reader.error() == QImageReader::InvalidDataError && isCutOff(picture.original, reader.format()))
                return broken();
            break;
        }
        picture.animated = true;
    }
    return Done{};
}

Result<Done> readRaster(const Sniffed &kind, const PictureLimits &limits, CheckedPicture &picture)
{
    if (isCutOff(picture.original, kind.qtFormat))
        return refuse(cutOff());
    QBuffer buffer(&picture.original);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, kind.qtFormat);
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    // libpng gives no size at all for one beyond its own limits, so the header itself is asked.
    const QSize size = kind.qtFormat == "png"   ? pngHeaderSize(picture.original)
                       : kind.qtFormat == "ico" ? icoLargestSize(picture.original)
                                                : reader.size();
    if (!size.isValid() || size.isEmpty())
        return refuse(PictureCheckWords::tr("The picture is damaged: it does not say how large it is. Save it again as PNG."));
    if (double(size.width()) * size.height() > limits.maxMegapixels * 1e6)
        return refuse(tooManyPixels(size, limits.maxMegapixels));
    if (kind.qtFormat == "jpeg" && jpegEndsEarly(picture.original))
        return refuse(cutOff());
    if (const Result<Done> done = decode(reader, picture); !done)
        return done;
    picture.size = picture.still.size();
    if (picture.animated)
        picture.findings.append({Finding::Level::Note, Finding::Kind::Animated,
                                 PictureCheckWords::tr("It is animated and is left as it is; it plays wherever the badge shows.")});
    if (kind.qtFormat == "png" && isAnimatedPng(picture.original))
        picture.findings.append({Finding::Level::Look, Finding::Kind::Animated,
                                 PictureCheckWords::tr("Only the first frame of this animated PNG is used. Animated GIF plays.")});
    return Done{};
}

void describeCleaning(const CleanSvg &svg, QList<Finding> &findings)
{
    const auto look = [&findings](const QString &sentence) {
        findings.append({Finding::Level::Look, Finding::Kind::SvgCleaned, sentence});
    };
    for (const QString &sentence : takenOut(svg))
        look(sentence);
    if (svg.hasText)
        look(PictureCheckWords::tr("The drawing holds text, which each reader sees in their own font. Convert it to paths."));
}

Result<Done> readSvg(CheckedPicture &picture)
{
    const Result<CleanSvg> svg = cleanSvg(picture.original);
    if (!svg)
        return fail(svg.error());
    // Fonts are there only in a program with a screen; without one Qt ends the whole program.
    if (svg->hasText && !qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return refuse(PictureCheckWords::tr("The drawing holds text, which the command line cannot draw. Convert the text to paths, or use the window."));
    QSvgRenderer renderer(svg->bytes);
    const QSizeF size = svg->size.isEmpty() ? QSizeF(renderer.defaultSize()) : svg->size;
    if (!renderer.isValid() || size.isEmpty())
        return refuse(
            PictureCheckWords::tr("This SVG does not say how large it is. Save it again with width, height and a view box."));
    picture.original = svg->bytes;
    picture.size = QSize(std::max(1, qRound(size.width())), std::max(1, qRound(size.height())));
    picture.still = QImage(size.scaled(kDrawnSide, kDrawnSide, Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1)),
                           QImage::Format_ARGB32_Premultiplied);
    picture.still.fill(Qt::transparent);
    QPainter painter(&picture.still);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(picture.still.rect()));
    painter.end();
    if (visibleBounds(picture.still).isEmpty())
        return refuse(
            PictureCheckWords::tr("Nothing is left of this drawing when what forums delete is taken out. Save it as PNG."));
    describeCleaning(*svg, picture.findings);
    return Done{};
}

} // namespace

QStringList takenOut(const CleanSvg &svg)
{
    QStringList sentences;
    if (svg.hadScript)
        sentences << PictureCheckWords::tr("The drawing held scripts. They were taken out.");
    if (svg.hadForeignReference)
        sentences << PictureCheckWords::tr("The drawing pointed to other files. Those references were taken out.");
    if (!svg.droppedElements.isEmpty())
        sentences << PictureCheckWords::tr("Forums delete these parts of a drawing, so they were taken out: %1. Look at what is left.")
                         .arg(svg.droppedElements.join(QStringLiteral(", ")));
    return sentences;
}

Result<CheckedPicture> checkPicture(const QByteArray &bytes, const QString &fileName, const PictureLimits &limits)
{
    // Qt's own limit of 128 MB is below what forums take; ours is held against the header first.
    static const bool raised = (QImageReader::setAllocationLimit(kAllocationLimitMegabytes), true);
    Q_UNUSED(raised)
    if (bytes.size() > limits.maxBytes)
        return refuse(
            PictureCheckWords::tr("The file has %1; a picture may have %2.")
                .arg(unbroken(QLocale().formattedDataSize(bytes.size())), unbroken(QLocale().formattedDataSize(limits.maxBytes))));
    const Sniffed kind = sniff(bytes);
    if (kind.qtFormat.isEmpty())
        return refuse(kind.refusal);

    CheckedPicture picture;
    picture.original = bytes;
    picture.format = formatOf(kind.qtFormat);
    picture.mimeType = kind.mimeType;
    picture.fileName = baseNameOf(fileName) + u'.' + kind.extension;
    const Result<Done> read =
        picture.format == PictureFormat::Svg ? readSvg(picture) : readRaster(kind, limits, picture);
    if (!read)
        return fail(read.error());
    picture.hasTransparency = holdsTransparency(picture.still);
    const QString suffix = QFileInfo(fileName).suffix();
    if (!suffix.isEmpty() && !sameExtension(suffix, kind.extension))
        picture.findings.prepend({Finding::Level::Note, Finding::Kind::Mislabelled,
                                  PictureCheckWords::tr("The file is named “.%2”, but it is %1. Its name was put right: %3.")
                                      .arg(kind.kindName, suffix, picture.fileName)});
    return picture;
}

Result<CheckedPicture> checkPictureFile(const QString &path, const PictureLimits &limits)
{
    const QFileInfo info(path);
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return fail(ErrorKind::File, PictureCheckWords::tr("%1 cannot be read: %2").arg(info.fileName(), opened.error().detail));
    // One byte more than allowed is enough to say that it is too large.
    const QByteArray bytes = file.read(limits.maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::File, PictureCheckWords::tr("%1 cannot be read: %2").arg(info.fileName(), file.errorString()));
    return checkPicture(bytes, info.fileName(), limits);
}

Result<CheckedPicture> checkImage(const QImage &image, const QString &fileName, const PictureLimits &limits)
{
    if (image.isNull())
        return refuse(PictureCheckWords::tr("There is no picture in the clipboard."));
    if (double(image.width()) * image.height() > limits.maxMegapixels * 1e6)
        return refuse(tooManyPixels(image.size(), limits.maxMegapixels));
    CheckedPicture picture;
    picture.still = image;
    picture.original = pngBytes(image);
    picture.fileName = baseNameOf(fileName) + QStringLiteral(".png");
    picture.mimeType = QStringLiteral("image/png");
    picture.size = image.size();
    picture.hasTransparency = holdsTransparency(image);
    return picture;
}

Call<CheckedPicture> *checkPictureLater(QObject *parent, const QByteArray &bytes, const QString &fileName,
                                        const PictureLimits &limits)
{
    return runLater<CheckedPicture>(parent,
                                    [bytes, fileName, limits] { return checkPicture(bytes, fileName, limits); });
}

Call<CheckedPicture> *checkPictureFileLater(QObject *parent, const QString &path, const PictureLimits &limits)
{
    return runLater<CheckedPicture>(parent, [path, limits] { return checkPictureFile(path, limits); });
}

} // namespace badgewright::artwork
