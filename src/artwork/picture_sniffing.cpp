// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_sniffing.h"

#include <QCoreApplication>
#include <QImageReader>
#include <QXmlStreamReader>
#include <QtEndian>

#include <algorithm>

namespace badgewright::artwork {
namespace {

struct PictureSniffingWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Picture)
};

Sniffed readable(const char *format, const char *extension, const char *mime, const char *kind)
{
    return {format, QLatin1String(extension), QLatin1String(mime), QLatin1String(kind), {}};
}

Sniffed refused(const QString &sentence)
{
    return {{}, {}, {}, {}, sentence};
}

uchar at(const QByteArray &bytes, qsizetype i)
{
    return static_cast<uchar>(bytes.at(i));
}

/// HEIC, HEIF and AVIF live in the same kind of container.
Sniffed fromIsoContainer(const QByteArray &bytes)
{
    const QByteArray brand = bytes.mid(8, 4);
    const bool avif = brand.startsWith("avi");
    const QByteArray format = avif ? "avif" : "heic";
    if (QImageReader::supportedImageFormats().contains(format))
        return readable(format.constData(), format.constData(), avif ? "image/avif" : "image/heic",
                        avif ? "AVIF" : "HEIC");
    static const QList<QByteArray> brands{"heic", "heix", "hevc", "hevx", "heim",
                                          "heis", "mif1", "msf1", "avif", "avis"};
    if (brands.contains(brand))
        return refused(avif ? PictureSniffingWords::tr("This is an AVIF picture, which cannot be read here. Open it in a browser or a picture program, save it as PNG, and choose that file.")
                            : PictureSniffingWords::tr("This is a HEIC picture, as phones make them, and cannot be read here. Save it as PNG or JPEG, or let the phone do so when it sends it, and choose that file. "
                                                       "The forum, too, would make a JPEG of it, without anything transparent."));
    return refused(PictureSniffingWords::tr("This is a film, not a picture."));
}

bool looksLikeText(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(2000);
    return std::none_of(head.begin(), head.end(), [](char c) {
        const auto u = static_cast<uchar>(c);
        return u < 0x20 && u != '\n' && u != '\r' && u != '\t' && u != '\f';
    });
}

/// JPEG: markers with lengths, then entropy-coded data up to the next marker, until "end of image".
bool isJpegCutOff(const QByteArray &b)
{
    qsizetype i = 2;
    while (i + 1 < b.size()) {
        if (at(b, i) != 0xff) {
            ++i;
            continue;
        }
        const uchar marker = at(b, i + 1);
        if (marker == 0xd9)
            return false;
        if (marker == 0xff) {
            ++i;
        } else if (marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
            i += 2;
        } else {
            if (i + 3 >= b.size())
                return true;
            i += 2 + qFromBigEndian<quint16>(b.constData() + i + 2);
        }
    }
    return true;
}

bool isPngCutOff(const QByteArray &b)
{
    qsizetype i = 8;
    while (i + 12 <= b.size()) {
        const quint32 length = qFromBigEndian<quint32>(b.constData() + i);
        if (length > 0x7fffffff)
            return true;
        if (b.mid(i + 4, 4) == "IEND")
            return false;
        i += 12 + qsizetype(length);
    }
    return true;
}

/// GIF: blocks of sub-blocks. Missing only the closing byte is common and harmless.
bool isGifCutOff(const QByteArray &b)
{
    if (b.size() < 13)
        return true;
    const auto tableBytes = [](uchar flags) { return flags & 0x80 ? qsizetype(3) << ((flags & 7) + 1) : 0; };
    qsizetype i = 13 + tableBytes(at(b, 10));
    const auto skipSubBlocks = [&] {
        while (i < b.size() && at(b, i) != 0)
            i += at(b, i) + 1;
        ++i;
    };
    bool picture = false;
    while (i < b.size()) {
        const uchar block = at(b, i);
        if (block == 0x3b)
            return !picture;
        if (block == 0x21) {
            i += 2;
            skipSubBlocks();
        } else if (block == 0x2c) {
            if (i + 10 > b.size())
                return true;
            i += 10 + tableBytes(at(b, i + 9)) + 1;
            skipSubBlocks();
            picture = picture || i <= b.size();
        } else {
            return !picture; // rubbish after the last block
        }
    }
    return i > b.size() || !picture;
}

} // namespace

Sniffed sniff(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return refused(PictureSniffingWords::tr("This file is empty."));
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return readable("png", "png", "image/png", "PNG");
    if (bytes.startsWith("\xff\xd8\xff"))
        return readable("jpeg", "jpg", "image/jpeg", "JPEG");
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return readable("gif", "gif", "image/gif", "GIF");
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") {
        return QImageReader::supportedImageFormats().contains("webp")
                   ? readable("webp", "webp", "image/webp", "WebP")
                   : refused(PictureSniffingWords::tr("WebP pictures cannot be read here. Save it as PNG and choose that file."));
    }
    if (bytes.mid(4, 4) == "ftyp")
        return fromIsoContainer(bytes);
    if (bytes.startsWith("BM") && bytes.size() > 26)
        return readable("bmp", "bmp", "image/bmp", "BMP");
    if (bytes.startsWith(QByteArrayView("\0\0\1\0", 4)))
        return readable("ico", "ico", "image/vnd.microsoft.icon", "ICO");
    if ((bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4))) &&
        QImageReader::supportedImageFormats().contains("tiff"))
        return readable("tiff", "tiff", "image/tiff", "TIFF");
    if (bytes.startsWith("\x1f\x8b"))
        return refused(
            PictureSniffingWords::tr("This file is compressed. If it is a drawing (SVGZ), save it as plain SVG or as PNG."));
    if (bytes.startsWith("%PDF"))
        return refused(PictureSniffingWords::tr("This is a PDF document, not a picture. Save it as PNG and choose that file."));
    const bool wide = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    if (looksLikeText(bytes) || wide) {
        // However much a program wrote about itself in front of it.
        QXmlStreamReader reader(bytes);
        if (reader.readNextStartElement() && reader.name() == u"svg")
            return readable("svg", "svg", "image/svg+xml", "SVG");
        return refused(PictureSniffingWords::tr("This is text, not a picture, whatever its name says."));
    }
    return refused(PictureSniffingWords::tr("This is not a picture that can be read here. PNG, JPEG, GIF, WebP and SVG can."));
}

bool isCutOff(const QByteArray &bytes, const QByteArray &qtFormat)
{
    if (qtFormat == "jpeg")
        return isJpegCutOff(bytes);
    if (qtFormat == "png")
        return isPngCutOff(bytes);
    if (qtFormat == "gif")
        return isGifCutOff(bytes);
    if (qtFormat == "webp")
        return bytes.size() < 12 || qint64(qFromLittleEndian<quint32>(bytes.constData() + 4)) + 8 > bytes.size();
    if (qtFormat == "bmp")
        return qint64(qFromLittleEndian<quint32>(bytes.constData() + 2)) > bytes.size();
    return false;
}

QSize pngHeaderSize(const QByteArray &bytes)
{
    if (bytes.size() < 24)
        return {};
    const auto side = [&bytes](qsizetype i) {
        return int(std::min(qFromBigEndian<quint32>(bytes.constData() + i), 0x7fffffffU));
    };
    return {side(16), side(20)};
}

QSize icoLargestSize(const QByteArray &bytes)
{
    // Its list says 256 at most for each; what is read is what the picture in it says of itself.
    QSize largest;
    const int count = bytes.size() < 6 ? 0 : qFromLittleEndian<quint16>(bytes.constData() + 4);
    for (int i = 0; i < count && 6 + 16 * (i + 1) <= bytes.size(); ++i) {
        const qsizetype from = qFromLittleEndian<quint32>(bytes.constData() + 6 + 16 * i + 12);
        if (from + 40 > bytes.size())
            continue;
        const QByteArray picture = bytes.mid(from, 40);
        const auto side = [&picture](int at) { return int(std::min(qFromLittleEndian<quint32>(picture.constData() + at), 0x7fffffffU)); };
        const QSize size = picture.startsWith("\x89PNG") ? pngHeaderSize(picture) : QSize(side(4), side(8) / 2);
        if (double(size.width()) * size.height() > double(largest.width()) * largest.height() || largest.isEmpty())
            largest = size;
    }
    return largest;
}

bool isAnimatedPng(const QByteArray &bytes)
{
    const qsizetype control = bytes.indexOf("acTL");
    const qsizetype data = bytes.indexOf("IDAT");
    return control > 0 && (data < 0 || control < data);
}

} // namespace badgewright::artwork
