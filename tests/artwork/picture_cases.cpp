// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "pictures.h"

#include "artwork/badge_set_file.h"
#include "artwork/picture_prepare.h"
#include "artwork/pixels.h"
#include "artwork/svg_cleaning.h"
#include "support/whole_file.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <sys/stat.h>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

QString why(const Result<CheckedPicture> &result)
{
    return result ? QString() : result.error().detail;
}

bool says(const QList<Finding> &findings, Finding::Kind kind)
{
    return std::any_of(findings.cbegin(), findings.cend(), [kind](const Finding &f) { return f.kind == kind; });
}

CheckedPicture checked(const QByteArray &bytes, const QString &name)
{
    const Result<CheckedPicture> result = checkPicture(bytes, name);
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *result;
}

CheckedPicture checkedPng(const QImage &image)
{
    return checked(pictures::encoded(image, "png"), u"art.png"_qs);
}

const QByteArray kStar =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z" fill="#204080"/></svg>)svg"_ba;

} // namespace

void PictureCases::takesGoodPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("transparent");
    const QImage disc = pictures::disc({200, 100});
    QTest::newRow("png") << pictures::encoded(disc, "png") << u"a.png"_qs << QSize(200, 100) << true;
    QTest::newRow("grey png") << pictures::encoded(disc.convertToFormat(QImage::Format_Grayscale8), "png")
                              << u"a.png"_qs << QSize(200, 100) << false;
    QTest::newRow("palette png") << pngBytes(quantised(disc, 16)) << u"a.png"_qs << QSize(200, 100) << true;
    QTest::newRow("black and white png") << pictures::encoded(disc.convertToFormat(QImage::Format_Mono), "png") << u"a.png"_qs
                                         << QSize(200, 100) << false;
    QTest::newRow("16-bit png") << pictures::encoded(disc.convertToFormat(QImage::Format_RGBA64), "png") << u"a.png"_qs
                                << QSize(200, 100) << true;
    QTest::newRow("jpeg") << pictures::encoded(pictures::photo({300, 200}), "jpg") << u"a.jpg"_qs << QSize(300, 200)
                          << false;
    QTest::newRow("jpeg called .jpeg") << pictures::encoded(pictures::photo({30, 20}), "jpg") << u"a.JPEG"_qs
                                       << QSize(30, 20) << false;
    QTest::newRow("webp") << pictures::encoded(disc, "webp") << u"a.webp"_qs << QSize(200, 100) << true;
    QTest::newRow("bmp") << pictures::encoded(disc, "bmp") << u"a.bmp"_qs << QSize(200, 100) << false;
    QTest::newRow("still gif") << pictures::animatedGif(1) << u"a.gif"_qs << QSize(8, 8) << false;
    QTest::newRow("svg behind a long remark") << "<?xml version='1.0'?><!-- " + QByteArray(5000, 'x') + " -->" + kStar << u"a.svg"_qs << QSize(24, 24) << true;
    QTest::newRow("svg") << kStar << u"a.svg"_qs << QSize(24, 24) << true;
    QTest::newRow("one pixel") << pictures::encoded(pictures::photo({1, 1}), "png") << u"a.png"_qs << QSize(1, 1)
                               << false;
}

void PictureCases::takesGoodPictures()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const Result<CheckedPicture> picture = checkPicture(bytes, name);
    QVERIFY2(picture, qPrintable(why(picture)));
    QTEST(picture->size, "size");
    QTEST(picture->hasTransparency, "transparent");
    QVERIFY(!picture->animated);
    QVERIFY2(picture->findings.isEmpty(), qPrintable(picture->findings.value(0).sentence));
    QVERIFY(!picture->still.isNull());
}

void PictureCases::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    const QByteArray png = pictures::encoded(pictures::photo({300, 300}), "png");
    const QByteArray jpeg = pictures::encoded(pictures::photo({300, 300}), "jpg");
    const QByteArray gif = pictures::animatedGif(3);
    const QByteArray webp = pictures::encoded(pictures::photo({300, 300}), "webp");
    QByteArray damaged = png;
    damaged[damaged.size() / 2] = char(damaged.at(damaged.size() / 2) ^ 0x55);
    QTest::newRow("empty") << QByteArray() << u"empty"_qs;
    QTest::newRow("text") << "hello, I am no picture\n"_ba << u"text, not a picture"_qs;
    QTest::newRow("web page") << "<!DOCTYPE html><html><body>404</body></html>"_ba << u"text, not a picture"_qs;
    QTest::newRow("rubbish") << QByteArray("\x00\x01\x02\x80\xfe", 5) << u"not a picture"_qs;
    QTest::newRow("png header only") << png.left(33) << u"cut off"_qs;
    QTest::newRow("png half") << png.left(png.size() / 2) << u"cut off"_qs;
    QTest::newRow("png without its end") << png.left(png.size() - 14) << u"cut off"_qs;
    QTest::newRow("png damaged inside") << damaged << u"cannot be read"_qs;
    QTest::newRow("jpeg half") << jpeg.left(jpeg.size() / 2) << u"cut off"_qs;
    QTest::newRow("jpeg without its last byte") << jpeg.left(jpeg.size() - 1) << u"cut off"_qs;
    QTest::newRow("jpeg with an end put in its middle") << jpeg.left(jpeg.size() / 2) + "ÿÙ" << u"cut off"_qs;
    QTest::newRow("jpeg marker only") << QByteArray("\xff\xd8\xff\xe0") << u"cut off"_qs;
    QTest::newRow("gif cut in a frame") << gif.left(gif.size() - 20) << u"cut off"_qs;
    QTest::newRow("webp cut") << webp.left(webp.size() / 2) << u"cut off"_qs;
    QTest::newRow("30,000 px square") << pictures::pngClaiming(30'000, 30'000) << u"40 million"_qs;
    QTest::newRow("2,000,000 px wide") << pictures::pngClaiming(2'000'000'000, 1) << u"40 million"_qs;
    QTest::newRow("no pixels") << pictures::pngClaiming(0, 10) << u"damaged"_qs;
    QTest::newRow("heic") << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0\0\0mif1heic",
                                        24)
                          << u"Save it as PNG or JPEG"_qs;
    QTest::newRow("film") << QByteArray("\0\0\0\x18"
                                        "ftypmp42\0\0\0\0mp42isom",
                                        24)
                          << u"film"_qs;
    QTest::newRow("svgz") << QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8) << u"compressed"_qs;
    QTest::newRow("pdf") << "%PDF-1.4 \x80\x81"_ba << u"PDF"_qs;
    QTest::newRow("broken svg")
        << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9")svg"_ba << u"broken"_qs;
    QTest::newRow("svg without size") << R"svg(<svg xmlns="http://www.w3.org/2000/svg"/>)svg"_ba << u"how large"_qs;
    QTest::newRow("svg of which nothing stays")
        << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="http://x.example/a.png" width="9" height="9"/></svg>)svg"_ba
        << u"Nothing is left"_qs;
}

void PictureCases::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    QElapsedTimer timer;
    timer.start();
    const Result<CheckedPicture> picture = checkPicture(bytes, u"art.png"_qs);
    QVERIFY(!picture);
    QCOMPARE(picture.error().kind, ErrorKind::RefusedHere);
    QVERIFY2(picture.error().detail.contains(word), qPrintable(picture.error().detail));
    QVERIFY(timer.elapsed() < 2000); // by the header, not by filling memory
}

void PictureCases::putsNamesRight_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("said");
    QTest::newRow("right") << u"art.jpg"_qs << u"art.jpg"_qs << false;
    QTest::newRow("jpeg") << u"art.jpeg"_qs << u"art.jpg"_qs << false;
    QTest::newRow("wrong") << u"art.png"_qs << u"art.jpg"_qs << true;
    QTest::newRow("dots") << u"my.best.art.png"_qs << u"my.best.art.jpg"_qs << true;
    QTest::newRow("none") << u"art"_qs << u"art.jpg"_qs << false;
    QTest::newRow("empty") << QString() << u"badge.jpg"_qs << false;
    QTest::newRow("path") << u"/home/me/art.jpg"_qs << u"art.jpg"_qs << false;
    QTest::newRow("odd letters") << u"a\nb:c*.jpg"_qs << u"abc.jpg"_qs << false;
}

void PictureCases::putsNamesRight()
{
    QFETCH(QString, name);
    const CheckedPicture picture = checked(pictures::encoded(pictures::photo({20, 20}), "jpg"), name);
    QTEST(picture.fileName, "wanted");
    QTEST(says(picture.findings, Finding::Kind::Mislabelled), "said");
    QCOMPARE(picture.mimeType, u"image/jpeg"_qs);
}

void PictureCases::keepsAnimationsWhole()
{
    const QByteArray gif = pictures::animatedGif(5);
    const CheckedPicture picture = checked(gif, u"party.gif"_qs);
    QVERIFY(picture.animated);
    QCOMPARE(picture.format, PictureFormat::Gif);
    QVERIFY(says(picture.findings, Finding::Kind::Animated));
    const Result<PreparedPicture> prepared = preparePicture(picture, {});
    QVERIFY(prepared);
    QCOMPARE(prepared->picture.bytes, gif);
    QCOMPARE(prepared->picture.fileName, u"party.gif"_qs);
    QVERIFY(prepared->animated);
}

void PictureCases::cleansSvg()
{
    const CheckedPicture picture = checked(
        R"svg(<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://inkscape.example/ns" viewBox="0 0 10 20" onload="alert(1)" inkscape:version="1">
<title>star</title><metadata>who made it</metadata><inkscape:view/>
<script>alert(2)</script><style>@import url("http://evil.example/x.css");</style>
<mask id="m"><rect width="5" height="5"/></mask><foreignObject><body>hi</body></foreignObject>
<rect width="10" height="20" fill="#204080" onclick="x()"/>
<use href="http://evil.example/a.svg#b"/><rect width="2" height="2" fill="url(http://evil.example/c)"/>
<text x="1" y="5">Hi</text></svg>)svg"_ba,
        u"star.svg"_qs);
    for (const char *gone :
         {"script", "alert", "onload", "onclick", "evil", "mask", "foreignObject", "metadata", "inkscape", "DOCTYPE"})
        QVERIFY2(!picture.original.contains(gone), gone);
    QVERIFY(picture.original.contains("<rect"));
    QVERIFY(picture.original.contains("width=\"10\" height=\"20\""));
    QStringList sentences;
    for (const Finding &f : picture.findings)
        sentences.append(f.sentence);
    const QString all = sentences.join(u' ');
    QVERIFY2(all.contains(u"scripts"_s) && all.contains(u"other files"_s) && all.contains(u"foreignObject, mask"_s) &&
                 all.contains(u"text"_s),
             qPrintable(all));
    QVERIFY(!all.contains(u"metadata"_s));
    QCOMPARE(picture.size, QSize(10, 20));
    QCOMPARE(picture.still.size(), QSize(256, 512));
    QCOMPARE(picture.still.pixelColor(200, 400).name(), QColor(0x20, 0x40, 0x80).name());
}

void PictureCases::onlyWhatLeadsOutOfAStyleIsTakenAway()
{
    // As drawing programs save it that load a font for their texts.
    const CheckedPicture picture = checked(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><style>@import url("http://fonts.example/css;a=1"); @import 'x.css';
.gold{fill:#e7c300} @font-face{src:url(http://fonts.example/x)} .local{fill:url(#g)}</style>
<linearGradient id="g"><stop offset="0" stop-color="#00c000"/><stop offset="1" stop-color="#00c000"/></linearGradient>
<rect class="gold" width="10" height="10"/><rect class="local" x="10" width="10" height="10"/>
<rect style="cursor:url('http://evil.example/c');fill:#204080" y="10" width="10" height="10"/></svg>)svg"_ba,
        u"fonts.svg"_qs);
    QVERIFY2(!picture.original.contains("example/") && !picture.original.contains("x.css"), picture.original.constData());
    QVERIFY(says(picture.findings, Finding::Kind::SvgCleaned));
    QCOMPARE(picture.still.pixelColor(128, 128).name(), QColor(0xe7, 0xc3, 0).name());
    QCOMPARE(picture.still.pixelColor(384, 128).name(), QColor(0, 0xc0, 0).name());
    QCOMPARE(picture.still.pixelColor(128, 384).name(), QColor(0x20, 0x40, 0x80).name());
    const CheckedPicture hidden = checked(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><style>.a{fill:u\72l(http://evil.example/c)}</style><rect width="20" height="20"/></svg>)svg"_ba,
        u"hidden.svg"_qs);
    QVERIFY(!hidden.original.contains("evil"));
}

void PictureCases::aCleanedSvgStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("use") << "<defs><path id='p' d='M0 0h9v9z'/></defs><use xlink:href='#p' fill='#e7c300'/>"_ba;
    // As many programs write it.
    QTest::newRow("both references") << "<defs><path id='p' d='M0 0h9v9z'/></defs><use href='#p' xlink:href='#p'/>"_ba;
    QTest::newRow("gradients") << "<linearGradient id='a'><stop offset='0' stop-color='#e7c300'/></linearGradient>"
                                  "<linearGradient id='b' href='#a' xlink:href='#a'/><rect width='9' height='9' fill='url(#b)'/>"_ba;
    QTest::newRow("style") << "<style>/* http://drawn.example */ .a{fill:#e7c300}<![CDATA[ .b{fill:#204080} ]]></style><rect class='a' width='9' height='9'/>"_ba;
}

void PictureCases::aCleanedSvgStaysAsItIs()
{
    // Drafts and designs keep what was cleaned, and read it again like anybody else's.
    QFETCH(QByteArray, inside);
    const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 10 10'>" + inside + "</svg>";
    const Result<CleanSvg> once = cleanSvg(svg);
    QVERIFY(once);
    QVERIFY2(!once->hadForeignReference && !once->hadScript, once->bytes.constData());
    const Result<CleanSvg> twice = cleanSvg(once->bytes);
    QVERIFY(twice);
    QCOMPARE(twice->bytes, once->bytes);
    const Result<CheckedPicture> again = checkPicture(once->bytes, u"art.svg"_qs);
    QVERIFY2(again, qPrintable(why(again)));
    QVERIFY(again->still.pixelColor(300, 100).alpha() == 255);
}

void PictureCases::aDrawingWithoutEndIsRefusedAtOnce_data()
{
    QTest::addColumn<QByteArray>("inside");
    QByteArray crossing = "M0 0";
    for (int i = 0; i < 9000; ++i)
        crossing += "L" + QByteArray::number(i * 37 % 100) + ' ' + QByteArray::number(i * 61 % 97);
    QTest::newRow("crossing strokes") << "<path stroke='red' stroke-width='30' fill='none' d='" + crossing + "'/>";
    QTest::newRow("by a group") << "<g style='stroke:red'><path fill='none' d='" + crossing + "'/></g>";
    QByteArray dashes = "<g id='a0'><circle cx='50' cy='50' r='48' stroke='red' stroke-dasharray='0.3 0.2'/></g>";
    for (int i = 1; i < 5; ++i)
        dashes += "<g id='a" + QByteArray::number(i) + "'>" + ("<use xlink:href='#a" + QByteArray::number(i - 1) + "'/>").repeated(10) + "</g>";
    QTest::newRow("dashes") << dashes;
    QTest::newRow("twice the same id") << "<g id='a'>" + QByteArray("<circle r='1'/>").repeated(1000) + "</g><g id='a'/>"
                                             + QByteArray("<use xlink:href='#a'/>").repeated(1000);
}

void PictureCases::aDrawingWithoutEndIsRefusedAtOnce()
{
    QFETCH(QByteArray, inside);
    QElapsedTimer took;
    took.start();
    const Result<CheckedPicture> picture = checkPicture(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'>" + inside + "</svg>", u"long.svg"_qs);
    QVERIFY(!picture);
    QVERIFY2(why(picture).contains(u"too many parts, points or dashes"_s) || why(picture).contains(u"too often"_s), qPrintable(why(picture)));
    QVERIFY(took.elapsed() < 3000);
}

void PictureCases::whatDoesNotEndIsNotRead()
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe.svg"_qs);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    // It would wait for somebody to write, and the program with it.
    const Result<CheckedPicture> picture = checkPictureFile(pipe);
    QCOMPARE(picture.error().kind, ErrorKind::File);
    QVERIFY2(why(picture).contains(u"a pipe or a device"_s), qPrintable(why(picture)));
    QVERIFY(!readBadgeSet(pipe, {}));
    QVERIFY(!readWholeFile(pipe, 100));
}

void PictureCases::anIconFileHoldsNoLargerPictureThanAllowed()
{
    // A list that says 16 × 16, and a PNG of 121 million pixels behind it.
    const QByteArray png = pictures::pngClaiming(11'000, 11'000);
    QByteArray ico("\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0", 14);
    const auto number = [](quint32 n) { return QByteArray(reinterpret_cast<const char *>(&n), 4); };
    ico += number(quint32(png.size())) + number(22) + png;
    const Result<CheckedPicture> picture = checkPicture(ico, u"small.ico"_qs);
    QVERIFY2(why(picture).contains(u"40 million"_s), qPrintable(why(picture)));
}

void PictureCases::svgHidesNothing_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("escapes") << "<style>@\\69mport 'http://evil.example/a'; .a{mask-image:u\\72l(http://evil.example/b)}</style>"_ba;
    QTest::newRow("pieces") << "<style>@imp<![CDATA[ort url(http:]]>//evil.example/x);</style>"_ba;
    QTest::newRow("comments") << "<style>.a{fill:u/**/rl(http://evil.example/x)}</style>"_ba;
    QTest::newRow("image-set") << "<style>.a{background:image-set('http://evil.example/x' 1x)}</style>"_ba;
    QTest::newRow("base") << "<g xml:base='http://evil.example/'/>"_ba;
    QTest::newRow("attribute") << "<rect style=\"fill:u\\72l(http://evil.example/c)\"/>"_ba;
}

void PictureCases::svgHidesNothing()
{
    QFETCH(QByteArray, inside);
    const Result<CleanSvg> clean = cleanSvg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" + inside + "<path d='M0 0h9v9z'/></svg>");
    QVERIFY(clean);
    QVERIFY2(!clean->bytes.contains("evil"), clean->bytes.constData());
    QVERIFY(clean->hadForeignReference);
    QVERIFY(clean->bytes.contains("<path"));
}

void PictureCases::svgKeepsLocalReferences()
{
    // Forums refuse what is smaller than one unit: it gets a size, and the same drawing.
    const CheckedPicture tiny = checked(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" width=".5" height=".25"><rect width=".5" height=".25" fill="#204080"/></svg>)svg"_ba, u"tiny.svg"_qs);
    QCOMPARE(tiny.size, QSize(512, 256));
    QVERIFY2(tiny.original.contains("width=\"512\" height=\"256\" viewBox=\"0 0 0.5 0.25\""), tiny.original.constData());
    QCOMPARE(tiny.still.pixelColor(500, 250).name(), QColor(0x20, 0x40, 0x80).name());
    const CheckedPicture picture = checked(
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="2cm" height="2cm" viewBox="0 0 20 20">
<defs><rect id="half" width="10" height="20" fill="#c00000"/><linearGradient id="g"><stop offset="0" stop-color="#00c000"/><stop offset="1" stop-color="#00c000"/></linearGradient></defs>
<use xlink:href="#half"/><rect x="10" width="10" height="20" fill="url(#g)"/></svg>)svg"_ba,
        u"a.svg"_qs);
    QCOMPARE(picture.size, QSize(76, 76));
    QVERIFY(picture.findings.isEmpty());
    QVERIFY(picture.original.contains(" href=\"#half\""));
    QCOMPARE(picture.still.pixelColor(100, 250).name(), QColor(0xc0, 0, 0).name());
    QCOMPARE(picture.still.pixelColor(400, 250).name(), QColor(0, 0xc0, 0).name());
}

void PictureCases::svgBombsAreRefused_data()
{
    QTest::addColumn<QByteArray>("svg");
    QTest::newRow("entities")
        << R"svg(<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="&b;"/></svg>)svg"_ba;
    QByteArray uses =
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><g id="a0"><rect width="1" height="1"/></g>)svg";
    for (int i = 1; i < 12; ++i) {
        uses += "<g id=\"a" + QByteArray::number(i) + "\">";
        for (int k = 0; k < 10; ++k)
            uses += "<use href=\"#a" + QByteArray::number(i - 1) + "\"/>";
        uses += "</g>";
    }
    QTest::newRow("uses of uses") << uses + "</defs><use href=\"#a11\"/></svg>";
    QTest::newRow("use of itself")
        << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><rect width="9" height="9"/><use href="#a"/></g></svg>)svg"_ba;
    QTest::newRow("two that use each other")
        << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>)svg"_ba;
    QTest::newRow("depth") << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">)svg" +
                                  QByteArray("<g>").repeated(50'000) + QByteArray("</g>").repeated(50'000) + "</svg>";
    QTest::newRow("number") << R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">)svg" +
                                   QByteArray("<g/>").repeated(200'000) + "</svg>";
}

void PictureCases::svgBombsAreRefused()
{
    QFETCH(QByteArray, svg);
    QElapsedTimer timer;
    timer.start();
    const Result<CheckedPicture> picture = checkPicture(svg, u"a.svg"_qs);
    QVERIFY(!picture);
    QCOMPARE(picture.error().kind, ErrorKind::RefusedHere);
    QVERIFY(timer.elapsed() < 5000);
}

void PictureCases::theReasonIsWhatIsWrongWithTheSvg()
{
    const auto reason = [](const QByteArray &inside) {
        return checkPicture("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + inside + "<rect width=\"9\" height=\"9\"/></svg>", u"a.svg"_qs);
    };
    const auto groups = [](int n) { return QByteArray("<g>").repeated(n) + QByteArray("</g>").repeated(n); };
    QVERIFY(reason(groups(199)));
    QVERIFY(reason(groups(200)).error().detail.startsWith(u"This SVG has groups inside groups, more than 200 of them"_qs));
    QVERIFY(reason(groups(20'000)).error().detail.startsWith(u"This SVG has groups inside groups"_qs));
    QVERIFY(reason(QByteArray("<g/>").repeated(150'000)).error().detail.startsWith(u"This SVG has too many parts"_qs));
    QVERIFY(reason("<g id=\"a\"><use href=\"#a\"/></g>").error().detail.contains(u"drawn by means of itself"_qs));
    QByteArray uses = "<g id=\"a0\"><path d=\"M0 0\"/></g>";
    for (int i = 1; i < 8; ++i)
        uses += "<g id=\"a" + QByteArray::number(i) + "\">" + ("<use href=\"#a" + QByteArray::number(i - 1) + "\"/>").repeated(10) + "</g>";
    QVERIFY(reason(uses).error().detail.startsWith(u"This SVG repeats its parts too often"_qs));
}

void PictureCases::readsFiles()
{
    QTemporaryDir dir;
    QCOMPARE(checkPictureFile(dir.filePath(u"none.png"_s)).error().kind, ErrorKind::File);
    QCOMPARE(checkPictureFile(dir.path()).error().kind, ErrorKind::File);
    QFile file(dir.filePath(u"art.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pictures::encoded(pictures::disc({64, 64}), "png"));
    file.close();
    QVERIFY(checkPictureFile(file.fileName()));
    PictureLimits tight;
    tight.maxBytes = 100;
    const Result<CheckedPicture> large = checkPictureFile(file.fileName(), tight);
    QCOMPARE(large.error().kind, ErrorKind::RefusedHere);
    tight = {};
    tight.maxMegapixels = 0.001;
    QVERIFY(!checkPictureFile(file.fileName(), tight));
}

void PictureCases::takesClipboardImages()
{
    QVERIFY(!checkImage({}, {}));
    const Result<CheckedPicture> picture = checkImage(pictures::disc({64, 64}), {});
    QVERIFY(picture);
    QCOMPARE(picture->fileName, u"badge.png"_qs);
    QVERIFY(picture->original.startsWith("\x89PNG"));
}

void PictureCases::worksInAThread()
{
    QObject owner;
    std::optional<Result<PreparedPicture>> result;
    QThread *settledIn = nullptr;
    checkPictureLater(&owner, pictures::encoded(pictures::photo({1200, 900}), "jpg"), u"a.jpg"_qs)
        ->then(&owner, [&](const Result<CheckedPicture> &picture) {
            QVERIFY(picture);
            preparePictureLater(&owner, *picture)->then(&owner, [&](const Result<PreparedPicture> &prepared) {
                settledIn = QThread::currentThread();
                result = prepared;
            });
        });
    QVERIFY(!result);
    QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
    QVERIFY(*result);
    QCOMPARE(settledIn, QThread::currentThread());
}

void PictureCases::cancelledWorkIsUnheard()
{
    QObject owner;
    int told = 0;
    std::optional<ErrorKind> kind;
    Call<CheckedPicture> *call =
        checkPictureLater(&owner, pictures::encoded(pictures::photo({800, 800}), "png"), u"a.png"_qs);
    call->then(&owner, [&](const Result<CheckedPicture> &picture) {
        ++told;
        kind = picture ? ErrorKind::Server : picture.error().kind;
    });
    call->cancel();
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, ErrorKind::Cancelled);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QCoreApplication::processEvents();
    QCOMPARE(told, 1);
}

void PictureCases::ownerMayGoFirst()
{
    QObject context;
    bool told = false;
    for (int i = 0; i < 20; ++i) {
        QObject owner;
        checkPictureLater(&owner, pictures::encoded(pictures::disc({64 + i, 64}), "png"), u"a.png"_qs)
            ->then(&context, [&](const Result<CheckedPicture> &) { told = true; });
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QCoreApplication::processEvents();
    QVERIFY(!told);
}

void PictureCases::smallSquarePngStaysAsItIs()
{
    const QByteArray png = pictures::encoded(pictures::disc({256, 256}), "png");
    const Result<PreparedPicture> prepared = preparePicture(checked(png, u"art.png"_qs));
    QVERIFY(prepared);
    QCOMPARE(prepared->picture.bytes, png);
    QVERIFY(prepared->done.isEmpty());
}

void PictureCases::makesSquareAndSmall()
{
    const Result<PreparedPicture> prepared = preparePicture(checkedPng(pictures::disc({1600, 800})));
    QVERIFY(prepared);
    const QImage image = QImage::fromData(prepared->picture.bytes);
    QCOMPARE(image.size(), QSize(512, 512));
    QCOMPARE(qAlpha(image.pixel(256, 60)), 0);
    QVERIFY(qAlpha(image.pixel(256, 256)) == 255);
    QCOMPARE(prepared->still.size(), image.size());
    QCOMPARE(prepared->done.size(), 2);
    QVERIFY(prepared->picture.bytes.size() <= 75'000);

    PrepareOptions options;
    options.side = 256;
    options.square = false;
    // A size that somebody chose is kept to; where none is chosen, it is as large as fits.
    const CheckedPicture heavy = checked(pictures::encoded(pictures::photo({1024, 768}), "jpg"), u"holiday.jpg"_qs);
    const auto inSize = [&heavy](int side) { return preparePicture(heavy, optionsFor({}, true, false, side)); };
    QCOMPARE(inSize(kAutomaticSide)->still.width(), 256);
    QCOMPARE(inSize(512)->still.width(), 512);
    QCOMPARE(inSize(256)->still.width(), 256);
    QCOMPARE(inSize(300)->still.width(), 256); // there is no such size
    const Result<PreparedPicture> small = preparePicture(checkedPng(pictures::disc({1600, 800})), options);
    QCOMPARE(QImage::fromData(small->picture.bytes).size(), QSize(256, 128));

    const Result<PreparedPicture> tiny = preparePicture(checkedPng(pictures::disc({40, 30})));
    QCOMPARE(tiny->still.size(), QSize(40, 40)); // never enlarged
}

void PictureCases::trimsEmptyBorders()
{
    QImage canvas(400, 400, QImage::Format_ARGB32);
    canvas.fill(Qt::transparent);
    {
        QPainter painter(&canvas);
        painter.drawImage(200, 20, pictures::disc({100, 100}));
    }
    const Result<PreparedPicture> trimmed = preparePicture(checkedPng(canvas));
    QVERIFY(trimmed);
    QCOMPARE(trimmed->still.size(), QSize(100, 100));
    PrepareOptions options;
    options.trim = false;
    QCOMPARE(preparePicture(checkedPng(canvas), options)->still.size(), QSize(400, 400));
    // Opaque pictures have no border that could be known to be empty.
    QCOMPARE(preparePicture(checkedPng(pictures::photo({100, 100})))->still.size(), QSize(100, 100));
}

void PictureCases::photosBecomeLightPngs()
{
    const Result<PreparedPicture> prepared =
        preparePicture(checked(pictures::encoded(pictures::photo({1024, 768}), "jpg"), u"holiday.jpg"_qs));
    QVERIFY(prepared);
    QCOMPARE(prepared->picture.fileName, u"holiday.png"_qs);
    QCOMPARE(prepared->picture.mimeType, u"image/png"_qs);
    QVERIFY2(prepared->picture.bytes.size() <= 75'000, qPrintable(QString::number(prepared->picture.bytes.size())));
    QVERIFY(prepared->findings.isEmpty());
    const QImage image = QImage::fromData(prepared->picture.bytes);
    QCOMPARE(image.size(), QSize(256, 256));
    QVERIFY(prepared->done.size() >= 3);
    qInfo("%s", qPrintable(prepared->done.join(u' ')));

    PrepareOptions impossible;
    impossible.wantedBytes = 2'000;
    const Result<PreparedPicture> heavy =
        preparePicture(checked(pictures::encoded(pictures::photo({512, 512}), "jpg"), u"a.jpg"_qs), impossible);
    QVERIFY(heavy);
    QVERIFY(says(heavy->findings, Finding::Kind::Heavy));
}

void PictureCases::largePhotosAreQuick()
{
    const QByteArray jpeg = pictures::encoded(pictures::photo({4000, 3000}), "jpg", 90);
    QElapsedTimer timer;
    timer.start();
    const Result<CheckedPicture> picture = checkPicture(jpeg, u"photo.jpg"_qs);
    QVERIFY2(picture, qPrintable(why(picture)));
    const qint64 read = timer.restart();
    QVERIFY(preparePicture(*picture));
    qInfo("12-megapixel photo: checked in %lld ms, prepared in %lld ms", read, timer.elapsed());
}

void PictureCases::svgOnlyWhereTaken()
{
    const CheckedPicture svg = checked(kStar, u"star.svg"_qs);
    PrepareOptions options;
    options.allowedExtensions = {u"png"_qs, u"svg"_qs};
    const Result<PreparedPicture> kept = preparePicture(svg, options);
    QCOMPARE(kept->picture.mimeType, u"image/svg+xml"_qs);
    QVERIFY(kept->picture.bytes.contains("<svg"));
    options.allowedExtensions = {u"png"_qs, u"jpg"_qs};
    const Result<PreparedPicture> drawn = preparePicture(svg, options);
    QCOMPARE(drawn->picture.fileName, u"star.png"_qs);
    QVERIFY(QImage::fromData(drawn->picture.bytes).width() > 400);
    QVERIFY(drawn->done.first().contains(u"SVG"_s));
}

void PictureCases::animationsNeedAForumThatTakesThem()
{
    const CheckedPicture gif = checked(pictures::animatedGif(3), u"a.gif"_qs);
    PrepareOptions options;
    options.allowedExtensions = {u"png"_qs};
    QCOMPARE(preparePicture(gif, options).error().kind, ErrorKind::RefusedHere);
    options.allowedExtensions = {u"png"_qs, u"gif"_qs};
    QVERIFY(preparePicture(gif, options));
    options.maxBytes = 10;
    QCOMPARE(preparePicture(gif, options).error().kind, ErrorKind::RefusedHere);
}

void PictureCases::aPaletteIsNoOtherPicture()
{
    // As many drawing programs save it; and what was made so here is looked at and scaled like any other.
    const QImage disc = pictures::disc({1024, 1024});
    const Result<PreparedPicture> made = preparePicture(checked(pngBytes(quantised(disc, 64)), u"disc.png"_qs), {});
    const QImage uploaded = QImage::fromData(made->picture.bytes);
    QCOMPARE(uploaded.size(), QSize(512, 512));
    const QRect inside(150, 150, 212, 212); // of one colour
    const QColor colour = uploaded.pixelColor(256, 256);
    QVERIFY(std::abs(colour.blue() - 0xc8) < 12 && std::abs(colour.red() - 0x20) < 12);
    for (int y = inside.top(); y < inside.bottom(); y += 7) {
        for (int x = inside.left(); x < inside.right(); x += 7)
            QCOMPARE(uploaded.pixelColor(x, y), colour);
    }

    QImage busy = pictures::photo({512, 512});
    QPainter(&busy).fillRect(inside, QColor(0x20, 0x80, 0x80));
    PrepareOptions options;
    options.wantedBytes = 150'000;
    options.mayShrink = false;
    const Result<PreparedPicture> fewer = preparePicture(checked(pictures::encoded(busy, "png"), u"busy.png"_qs), options);
    QCOMPARE(QImage::fromData(fewer->picture.bytes).format(), QImage::Format_Indexed8);
    const QImage shown = scaledDown(fewer->still, 256);
    const QColor flat = shown.pixelColor(128, 128);
    for (int y = 90; y < 166; y += 5)
        QCOMPARE(shown.pixelColor(y, y), flat);
}

void PictureCases::fewerColoursKeepTheLook()
{
    const QImage disc = pictures::disc({200, 200});
    const QImage few = quantised(disc, 16);
    QCOMPARE(few.format(), QImage::Format_Indexed8);
    QVERIFY(few.colorCount() <= 16);
    QCOMPARE(qAlpha(few.pixel(0, 0)), 0);
    const QColor middle = few.pixelColor(100, 100);
    QVERIFY(std::abs(middle.blue() - 0xc8) < 12 && std::abs(middle.red() - 0x20) < 12);
    // Few colours come through exactly, and the same picture gives the same bytes every time.
    QImage two(10, 10, QImage::Format_RGB32);
    two.fill(Qt::red);
    two.setPixelColor(3, 3, Qt::blue);
    QCOMPARE(quantised(two, 256).convertToFormat(QImage::Format_RGB32), two);
    QCOMPARE(pngBytes(quantised(disc, 64)), pngBytes(quantised(disc, 64)));
}
