// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_edit.h"
#include "artwork/picture_prepare.h"
#include "cases.h"
#include "pictures.h"
#include "zips.h"

#include <QImageReader>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

QByteArray chunk(const QByteArray &name, const QByteArray &body)
{
    return name + zips::le(quint32(body.size()), 4) + body + QByteArray(body.size() % 2, '\0');
}

/// Qt writes still ones only; this puts stills of 8 × 8 together.
QByteArray animatedWebp(int frames)
{
    QByteArray body = chunk("VP8X", zips::le(0x02, 4) + zips::le(7, 3) + zips::le(7, 3)) + chunk("ANIM", zips::le(0, 4) + zips::le(0, 2));
    for (int i = 0; i < frames; ++i) {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(i * 40, 255, 255));
        const QByteArray still = pictures::encoded(image, "webp", 100).mid(12); // its chunks
        body += chunk("ANMF", zips::le(0, 3) + zips::le(0, 3) + zips::le(7, 3) + zips::le(7, 3) + zips::le(100, 3) + zips::le(0, 1) + still);
    }
    return "RIFF" + zips::le(quint32(body.size()) + 4, 4) + "WEBP" + body;
}

} // namespace

void PictureCases::animatedWebpIsLeftWhole()
{
    const QByteArray webp = animatedWebp(4);
    const Result<CheckedPicture> picture = checkPicture(webp, u"dance.webp"_s);
    QVERIFY2(picture, picture ? "" : qPrintable(picture.error().detail));
    QVERIFY(picture->animated);
    QCOMPARE(picture->size, QSize(8, 8));
    QVERIFY(picture->findings.last().sentence.contains(u"is left as it is"_s));
    PrepareOptions options;
    options.allowedExtensions = {u"png"_s, u"webp"_s};
    const Result<PreparedPicture> prepared = preparePicture(*picture, options);
    QVERIFY(prepared);
    QVERIFY(prepared->animated);
    QCOMPARE(prepared->picture.bytes, webp);
    QCOMPARE(prepared->picture.mimeType, u"image/webp"_s);
    // A forum that takes none is not sent one frame of it without a word, and the editor does not flatten it.
    options.allowedExtensions = {u"png"_s};
    QVERIFY(!preparePicture(*picture, options));
    QVERIFY(!editablePixels(*picture));
    // Cut off in the middle, and one frame alone.
    QVERIFY(!checkPicture(webp.left(webp.size() - 30), u"dance.webp"_s));
    QVERIFY(!checkPicture(animatedWebp(1), u"still.webp"_s)->animated);
}

void PictureCases::phonesPicturesAreExplained()
{
    const auto container = [](const char *brand) { return QByteArray("\0\0\0\x18" "ftyp", 8) + brand + QByteArray(40, '\0'); };
    if (QImageReader::supportedImageFormats().contains("heic") || QImageReader::supportedImageFormats().contains("avif"))
        QSKIP("this Qt reads them");
    for (const char *brand : {"heic", "heix", "mif1"}) {
        const Result<CheckedPicture> picture = checkPicture(container(brand), u"phone.heic"_s);
        QVERIFY(!picture);
        QVERIFY2(picture.error().detail.contains(u"HEIC"_s) && picture.error().detail.contains(u"Save it as PNG or JPEG"_s) && picture.error().detail.contains(u"The forum, too, would make a JPEG"_s),
                 qPrintable(picture.error().detail));
    }
    const Result<CheckedPicture> avif = checkPicture(container("avif"), u"a.avif"_s);
    QVERIFY(!avif);
    QVERIFY2(avif.error().detail.contains(u"AVIF"_s) && avif.error().detail.contains(u"save it as PNG"_s), qPrintable(avif.error().detail));
    QVERIFY(checkPicture(container("mp42"), u"film.png"_s).error().detail.contains(u"film"_s));
}
