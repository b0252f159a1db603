// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/picture_edit.h"
#include "artwork/picture_prepare.h"
#include "artwork/pixels.h"
#include "cases.h"
#include "pictures.h"

#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

/// Four quarters in four colours with a transparent border of ten px.
QImage quarters(int width, int height)
{
    QImage image(width + 20, height + 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(10, 10);
    painter.fillRect(0, 0, width / 2, height / 2, Qt::red);
    painter.fillRect(width / 2, 0, width / 2, height / 2, Qt::green);
    painter.fillRect(0, height / 2, width / 2, height / 2, Qt::blue);
    painter.fillRect(width / 2, height / 2, width / 2, height / 2, Qt::yellow);
    return image;
}

} // namespace

void PictureEditCases::crops()
{
    const QImage image = quarters(80, 40);
    const QImage part = croppedTo(image, QRect(10, 10, 40, 20));
    QCOMPARE(part.size(), QSize(40, 20));
    QCOMPARE(part.pixelColor(0, 0), QColor(Qt::red));
    QCOMPARE(part.pixelColor(39, 19), QColor(Qt::red));
    // Over the edge, and beside the picture.
    QCOMPARE(croppedTo(image, QRect(60, 30, 500, 500)).size(), QSize(40, 30));
    QCOMPARE(croppedTo(image, QRect(500, 500, 10, 10)), image);
    // The transparent corner stays transparent.
    QCOMPARE(croppedTo(image, QRect(0, 0, 40, 40)).pixelColor(3, 3).alpha(), 0);
}

void PictureEditCases::turns()
{
    const QImage image = quarters(80, 40);
    const QImage once = turned(image, 1);
    QCOMPARE(once.size(), QSize(60, 100));
    QCOMPARE(once.pixelColor(45, 15), QColor(Qt::red)); // the left top is now at the right top
    QCOMPARE(once.pixelColor(2, 2).alpha(), 0);
    QCOMPARE(turned(once, -1), image);
    QCOMPARE(turned(turned(once, 1), 2), image);
    QCOMPARE(turned(image, 4), image);
}

void PictureEditCases::trims()
{
    const QImage image = quarters(80, 40);
    const QImage trimmed = trimmedToContent(image);
    QCOMPARE(trimmed.size(), QSize(80, 40));
    QCOMPARE(trimmed.pixelColor(0, 0), QColor(Qt::red));
    QImage blank(30, 30, QImage::Format_ARGB32);
    blank.fill(Qt::transparent);
    QCOMPARE(trimmedToContent(blank).size(), QSize(30, 30));
}

void PictureEditCases::getsABorder()
{
    const QImage image = quarters(80, 40);
    const QImage wider = withBorder(image, 0.1);
    const int border = std::max(image.width(), image.height()) / 10;
    QCOMPARE(wider.size(), image.size() + QSize(2 * border, 2 * border));
    QCOMPARE(wider.pixelColor(0, 0).alpha(), 0);
    QCOMPARE(wider.copy(border, border, image.width(), image.height()).convertToFormat(QImage::Format_ARGB32), image.convertToFormat(QImage::Format_ARGB32));
    QCOMPARE(withBorder(image, 0).size(), image.size());
}

void PictureEditCases::looksThroughASquare()
{
    const QImage image = trimmedToContent(quarters(80, 40));
    // Fitting: a square with transparent bars above and below.
    const QImage whole = seenThrough(image, {});
    QCOMPARE(whole.size(), QSize(80, 80));
    QCOMPARE(whole.pixelColor(40, 5).alpha(), 0);
    QCOMPARE(whole.pixelColor(1, 21), QColor(Qt::red));
    // Twice as near, at the left top.
    const QImage near = seenThrough(image, {{0.25, 0.5}, 2});
    QCOMPARE(near.size(), QSize(40, 40));
    QCOMPARE(near.pixelColor(1, 1), QColor(Qt::red));
    QCOMPARE(near.pixelColor(39, 39), QColor(Qt::blue));
    // Zooming out gives a border.
    const QImage far = seenThrough(image, {{0.5, 0.5}, 0.5});
    QCOMPARE(far.size(), QSize(160, 160));
    QCOMPARE(far.pixelColor(20, 80).alpha(), 0);
    // Wild numbers are brought back.
    QVERIFY(seenThrough(image, {{7, -3}, 1000}).width() >= 1);
    QVERIFY(seenThrough(image, {{0.5, 0.5}, 0}).width() <= 160);
}

void PictureEditCases::animationsAreLeftWhole()
{
    const Result<CheckedPicture> animation = checkPicture(pictures::animatedGif(3), u"wave.gif"_s);
    QVERIFY(animation);
    const Result<QImage> pixels = editablePixels(*animation);
    QVERIFY(!pixels);
    QCOMPARE(pixels.error().kind, ErrorKind::RefusedHere);
    QVERIFY(pixels.error().detail.contains(u"animated"_s));
}

void PictureEditCases::becomesALightSquarePng()
{
    const Result<CheckedPicture> photo = checkPicture(pictures::encoded(pictures::photo({4000, 2000}), "JPG", 92), u"fair.jpg"_s);
    QVERIFY(photo);
    const QImage pixels = *editablePixels(*photo);
    QCOMPARE(pixels.size(), QSize(3072, 1536));
    const CheckedPicture edited = editedPicture(*photo, seenThrough(turned(pixels, 1), {{0.5, 0.5}, 1}));
    QCOMPARE(edited.fileName, u"fair.png"_s);
    QVERIFY(edited.hasTransparency);
    PrepareOptions options;
    options.trim = false;
    const Result<PreparedPicture> prepared = preparePicture(edited, options);
    QVERIFY(prepared);
    QCOMPARE(prepared->picture.mimeType, u"image/png"_s);
    QCOMPARE(prepared->still.width(), prepared->still.height());
    QVERIFY(prepared->picture.bytes.size() <= 75'000);
    QCOMPARE(prepared->still.pixelColor(1, 1).alpha(), 0);
}

void PictureEditCases::aTurnedPhotoIsAsLightAsItWas()
{
    const QImage photo = pictures::photo({512, 512});
    QVERIFY(pngBytes(quantised(turned(photo, 1), 64)).size() > 75'000); // or there is nothing to show
    const auto checked = checkImage(photo, u"photo.png"_s);
    QVERIFY(checked);
    const PrepareOptions kept = optionsFor(SiteInfo{}, true, false, 512);
    const auto plain = preparePicture(*checked, kept);
    const auto round = preparePicture(editedPicture(*checked, turned(*editablePixels(*checked), 1)), kept);
    QVERIFY(plain && round);
    for (const PreparedPicture &made : {*plain, *round}) {
        QCOMPARE(made.still.size(), QSize(512, 512));
        QVERIFY(made.picture.bytes.size() <= 75'000);
        QVERIFY(made.findings.isEmpty());
    }
}

void PictureEditCases::anEditedPhotoIsCalledAsLargeAsItIs()
{
    QImage image(4096, 400, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    const auto photo = checkImage(image, u"photo.png"_s);
    QVERIFY(photo);
    const CheckedPicture once = editedPicture(*photo, turned(*editablePixels(*photo), 1));
    QVERIFY(once.still.height() < 4096);
    QCOMPARE(once.size, QSize(400, 4096));
    const CheckedPicture twice = editedPicture(once, turned(*editablePixels(once), 1));
    QCOMPARE(twice.size, QSize(4096, 400));
    const QImage pixels = *editablePixels(twice);
    QCOMPARE(editedPicture(twice, croppedTo(pixels, {0, 0, pixels.width() / 2, pixels.height()})).size, QSize(2048, 400));
    // One that is edited as it is, is called what it is.
    const auto small = checkImage(image.copy(0, 0, 400, 300), u"small.png"_s);
    QVERIFY(small);
    QCOMPARE(editedPicture(*small, turned(*editablePixels(*small), 1)).size, QSize(300, 400));
}

void PictureEditCases::cutsRound()
{
    const QImage photo = pictures::photo({300, 200});
    const QImage round = cutRound(photo);
    QCOMPARE(round.size(), QSize(200, 200));
    QVERIFY(holdsTransparency(round));
    QCOMPARE(round.pixelColor(0, 0).alpha(), 0);
    QCOMPARE(round.pixelColor(199, 199).alpha(), 0);
    // Out of the middle, and pixel by pixel what it was.
    QCOMPARE(round.pixelColor(100, 100), photo.pixelColor(150, 100));
    QCOMPARE(round.pixelColor(2, 100).alpha(), 255);
    QCOMPARE(round.pixelColor(100, 2).alpha(), 255);
    int soft = 0;
    for (int x = 0; x < 200; ++x)
        soft += round.pixelColor(x, 20).alpha() % 255 > 0;
    QVERIFY(soft > 0);
}
