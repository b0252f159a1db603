// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "pictures.h"

#include "artwork/contrasts.h"
#include "artwork/findings.h"
#include "artwork/forum_colours.h"
#include "artwork/forum_places.h"
#include "artwork/html_text.h"
#include "artwork/picture_rim.h"
#include "artwork/pixels.h"
#include "artwork/vision.h"

#include <QPainter>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kGlyph =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path d="M0 0h512v512H0z"/></svg>)svg"_ba;

bool alike(const QColor &a, const QColor &b, int tolerance = 1)
{
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

#define COMPARE_COLOUR(actual, expected) QVERIFY2(alike(actual, QColor(expected)), qPrintable((actual).name()))

#define COMPARE_SIZE(box, expected)                                                                                    \
    QVERIFY2(std::abs((box).width() - (expected).width()) < 0.05 && std::abs((box).height() - (expected).height()) < 0.05, \
             qPrintable(u"%1 × %2"_s.arg((box).width()).arg((box).height())))

PlacesScene sceneOf(const QString &name, const QSize &picture, int others)
{
    PlacesScene scene;
    scene.badge.badge.name = name;
    scene.badge.badge.description = u"Given for helping people find their way around here"_qs;
    scene.badge.badge.grantCount = 3;
    if (picture.isValid())
        scene.badge.image = pictures::disc(picture);
    else
        scene.badge.iconSvg = kGlyph;
    scene.grouping = u"Getting Started"_qs;
    for (int i = 0; i < others; ++i) {
        PreviewInput other = scene.badge;
        other.badge.name = u"Other %1"_qs.arg(i);
        if (i % 3 == 0)
            other.badge.description = other.badge.description.repeated(3);
        scene.neighbours.append(other);
        scene.alsoHeld.append(other);
    }
    return scene;
}

FindingsInput lookedAt(const QImage &image)
{
    FindingsInput input;
    input.badge.name = u"Apex"_qs;
    input.image = image;
    input.imageFormat = u"png"_qs;
    return input;
}

bool finds(const FindingsInput &input, Finding::Kind kind)
{
    const QList<Finding> all = findingsOf(input);
    return std::any_of(all.begin(), all.end(), [kind](const Finding &f) { return f.kind == kind && f.level == Finding::Level::Look; });
}

} // namespace

void TruthCases::derivesTheDefaultShades()
{
    const PreviewTokens light = derivedTokens(PaletteColours::light());
    COMPARE_COLOUR(light.primary, 0x222222);
    COMPARE_COLOUR(light.secondary, 0xffffff);
    COMPARE_COLOUR(light.primaryVeryLow, 0xf8f8f8);
    COMPARE_COLOUR(light.cardBackground, 0xf8f8f8);
    COMPARE_COLOUR(light.primaryLow, 0xe9e9e9);
    COMPARE_COLOUR(light.primaryMedium, 0x919191);
    COMPARE_COLOUR(light.username, 0x646464);
    COMPARE_COLOUR(light.unread, 0xd1f0ff);
    const PreviewTokens dark = derivedTokens(PaletteColours::dark());
    COMPARE_COLOUR(dark.primaryVeryLow, 0x282828);
    COMPARE_COLOUR(dark.cardBackground, 0x282828);
    COMPARE_COLOUR(dark.primaryLow, 0x313131);
    COMPARE_COLOUR(dark.primaryMedium, 0x909090);
    COMPARE_COLOUR(dark.username, 0xbdbdbd);
    QCOMPARE(PreviewTokens::light(), light);
    QCOMPARE(PreviewTokens::dark(), dark);
}

void TruthCases::derivesOtherPalettes()
{
    // A text with a hue keeps it: hsl(240, 50 %, 20 %) becomes 97 %, 90 % … of the way to white.
    PaletteColours own{QColor(0x19, 0x19, 0x4d), Qt::white, QColor(0xaa, 0x33, 0x00), QColor(0x00, 0x77, 0x00), {}, {}};
    const PreviewTokens tokens = derivedTokens(own);
    COMPARE_COLOUR(tokens.primaryLow, 0xe0e0f5); // hsl(240, 51 %, 92 %)
    COMPARE_COLOUR(tokens.primaryMedium, 0x6565cd); // hsl(240, 51 %, 60 %)
    QCOMPARE(tokens.cardBackground, tokens.primaryVeryLow);
    // Dark is what has lighter text than page, whichever of the two it was entered for.
    PaletteColours turned = PaletteColours::dark();
    QVERIFY(derivedTokens(turned).primaryLow.lightness() < 0x60);
    std::swap(turned.primary, turned.secondary);
    QVERIFY(derivedTokens(turned).primaryLow.lightness() > 0xa0);
    own.card = QColor(0x12, 0x34, 0x56);
    own.unread = QColor(0x65, 0x43, 0x21);
    QCOMPARE(derivedTokens(own).cardBackground, own.card);
    QCOMPARE(derivedTokens(own).unread, own.unread);
    QCOMPARE(derivedTokens(own).primaryVeryLow, tokens.primaryVeryLow);
}

void TruthCases::coloursComeBackAsTheyWent()
{
    ForumColours colours;
    colours.light.card = QColor(0xff, 0xee, 0xdd);
    colours.dark.primary = QColor(0x12, 0x34, 0x56);
    QCOMPARE(ForumColours::fromStrings(colours.toStrings()), colours);
    QCOMPARE(ForumColours::fromStrings({}), ForumColours());
    // A damaged file gives defaults, colour by colour.
    QStringList damaged = colours.toStrings();
    damaged[0] = u"no colour"_s;
    damaged = damaged.mid(0, 7);
    QCOMPARE(ForumColours::fromStrings(damaged).light.card, colours.light.card);
    QCOMPARE(ForumColours::fromStrings(damaged).light.primary, PaletteColours::light().primary);
    QCOMPARE(ForumColours::fromStrings(damaged).dark.secondary, PaletteColours::dark().secondary);
}

void TruthCases::readsHex_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QColor>("colour");
    QTest::newRow("six") << u"#0088cc"_qs << QColor(0x00, 0x88, 0xcc);
    QTest::newRow("large letters, blanks, no sign") << u" 0088CC "_qs << QColor(0x00, 0x88, 0xcc);
    QTest::newRow("three") << u"#08c"_qs << QColor(0x00, 0x88, 0xcc);
    for (const char *bad : {"", "#", "red", "#12345", "#1234567", "#ffaabbcc", "#ggg", "##fff", "rgb(1,2,3)"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << QColor();
}

void TruthCases::readsHex()
{
    QFETCH(QString, text);
    QTEST(colourFromHex(text), "colour");
}

void TruthCases::otherEyes()
{
    QImage page(4, 1, QImage::Format_ARGB32);
    page.setPixelColor(0, 0, Qt::white);
    page.setPixelColor(1, 0, QColor(0xff, 0, 0));
    page.setPixelColor(2, 0, QColor(0, 0xff, 0));
    page.setPixelColor(3, 0, QColor(0, 0, 0xff, 128));
    QCOMPARE(seenWith(page, Vision::Usual), page);
    // Every model leaves greys as they are, and opacities too.
    for (const Vision vision : {Vision::RedBlind, Vision::GreenBlind, Vision::BlueBlind, Vision::Grey}) {
        const QImage seen = seenWith(page, vision);
        COMPARE_COLOUR(seen.pixelColor(0, 0), 0xffffff);
        QCOMPARE(seen.pixelColor(3, 0).alpha(), 128);
        QVERIFY(seen.pixelColor(1, 0) != page.pixelColor(1, 0));
    }
    // The published matrices, in linear light.
    COMPARE_COLOUR(seenWith(page, Vision::RedBlind).pixelColor(1, 0), 0x6d5f00);
    COMPARE_COLOUR(seenWith(page, Vision::GreenBlind).pixelColor(1, 0), 0xa39000);
    COMPARE_COLOUR(seenWith(page, Vision::BlueBlind).pixelColor(1, 0), 0xff000f);
    // Red and green, which differ most for most people, come close to each other.
    const QImage redBlind = seenWith(page, Vision::RedBlind);
    QVERIFY(std::abs(redBlind.pixelColor(2, 0).hue() - redBlind.pixelColor(1, 0).hue()) < 15);
    // Grey keeps the luminance, so contrasts are what they were.
    for (int x = 0; x < 3; ++x) {
        const QColor grey = seenWith(page, Vision::Grey).pixelColor(x, 0);
        QVERIFY(grey.red() == grey.green() && grey.green() == grey.blue());
        QVERIFY(std::abs(luminance(grey) - luminance(page.pixelColor(x, 0))) < 0.005);
    }
}

void TruthCases::contrastOfArt()
{
    // Three quarters black, one quarter of a grey that hardly stands out from white; transparent ones do not count.
    QImage art(8, 8, QImage::Format_ARGB32);
    art.fill(Qt::transparent);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 8; ++x)
            art.setPixelColor(x, y, x < 6 ? QColor(Qt::black) : QColor(0xc0, 0xc0, 0xc0));
    }
    const ArtContrast onWhite = artContrast(art, Qt::white);
    QCOMPARE(onWhite.standing, 0.75);
    QCOMPARE(onWhite.median, 21.0);
    QVERIFY(std::abs(onWhite.weak - 1.82) < 0.01);
    const ArtContrast onBlack = artContrast(art, Qt::black);
    QCOMPARE(onBlack.standing, 0.25);
    QCOMPARE(onBlack.median, 1.0);
    QCOMPARE(artContrast(QImage(), Qt::white).standing, 0.0);
    const PreviewTokens tokens = PreviewTokens::light();
    QCOMPARE(groundColour(tokens, Ground::Page), tokens.secondary);
    QCOMPARE(groundColour(tokens, Ground::Card), tokens.cardBackground);
    QCOMPARE(groundColour(tokens, Ground::UserCardPill), tokens.primaryVeryLow);
}

void TruthCases::findingsKnowTheForumsColours()
{
    FindingsInput input = lookedAt(pictures::disc({256, 256}, QColor(0x20, 0x20, 0x20), QColor(0x20, 0x20, 0x20)));
    QVERIFY(finds(input, Finding::Kind::FadesOnDark));
    PaletteColours lightly = PaletteColours::dark();
    lightly.card = QColor(0x90, 0x90, 0x90);
    input.colours.dark = derivedTokens(lightly);
    QVERIFY(finds(input, Finding::Kind::FadesOnDark)); // in pills it still stands on the page
    lightly.secondary = QColor(0x80, 0x80, 0x80);
    input.colours.dark = derivedTokens(lightly);
    QVERIFY(finds(input, Finding::Kind::FadesOnDark)); // in user cards pills have a ground of their own
    input.colours.dark.primaryVeryLow = QColor(0x88, 0x88, 0x88);
    QVERIFY(!finds(input, Finding::Kind::FadesOnDark));
}

void TruthCases::findsNamesThatAreCut()
{
    const auto sentence = [](const QString &name) {
        FindingsInput input = lookedAt(pictures::disc({256, 256}));
        input.badge.name = name;
        for (const Finding &finding : findingsOf(input)) {
            if (finding.kind == Finding::Kind::LongName)
                return finding.sentence;
        }
        return QString();
    };
    QCOMPARE(sentence(QString(22, u'i')), QString());
    QVERIFY(sentence(QString(23, u'i')).contains(u"23 characters"_s));
    // Few wide letters take as much room as many narrow ones.
    QVERIFY(sentence(QString(22, u'W')).contains(u"phones"_s));
    QVERIFY(sentence(QString(60, u'W')).contains(u"every user card"_s));
}

void TruthCases::rims_data()
{
    QTest::addColumn<QImage>("art");
    QTest::addColumn<QColor>("rim");
    QTest::addColumn<int>("mended");
    const QColor black(0x20, 0x20, 0x20);
    QTest::newRow("dark disc") << pictures::disc({256, 256}, black, black) << QColor(Qt::white) << int(Finding::Kind::FadesOnDark);
    QTest::newRow("white disc") << pictures::disc({256, 256}, Qt::white, Qt::white) << black << int(Finding::Kind::FadesOnLight);
    QTest::newRow("large") << pictures::disc({900, 900}, black, black) << QColor(Qt::white) << int(Finding::Kind::FadesOnDark);
    QTest::newRow("wide") << pictures::disc({300, 120}, black, black) << QColor(Qt::white) << int(Finding::Kind::FadesOnDark);
    QImage star(200, 200, QImage::Format_ARGB32_Premultiplied);
    star.fill(Qt::transparent);
    QPainter painter(&star);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 ? 40 : 95;
        points << QPointF(100 + radius * std::sin(M_PI * i / 5), 100 - radius * std::cos(M_PI * i / 5));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(black);
    painter.drawPolygon(points);
    painter.end();
    QTest::newRow("star") << star << QColor(Qt::white) << int(Finding::Kind::FadesOnDark);
    QImage square(120, 120, QImage::Format_RGB32);
    square.fill(black);
    QTest::newRow("opaque square") << square << QColor(Qt::white) << int(Finding::Kind::FadesOnDark);
}

void TruthCases::rims()
{
    QFETCH(QImage, art);
    QFETCH(QColor, rim);
    QFETCH(int, mended);
    const auto kind = Finding::Kind(mended);
    QVERIFY(finds(lookedAt(art), kind));
    const QImage done = withRim(art, rim);
    QVERIFY(!finds(lookedAt(done), kind));
    const int longest = std::max(done.width(), done.height());
    QVERIFY(longest <= 514);
    const QRect visible = visibleBounds(art);
    QVERIFY(std::abs(longest - std::min(512, std::max(visible.width(), visible.height()))) <= 2);
    // All around: seen from each side the first opaque pixel is the rim's.
    const QImage argb = done.convertToFormat(QImage::Format_ARGB32);
    int seen = 0;
    int soft = 0;
    for (int y = 0; y < argb.height(); ++y) {
        for (int x = 0; x < argb.width(); ++x) {
            const int alpha = qAlpha(argb.pixel(x, y));
            soft += alpha > 20 && alpha < 235;
            if (alpha < 250)
                continue;
            ++seen;
            QVERIFY2(alike(argb.pixelColor(x, y), rim, 3), qPrintable(u"%1,%2 %3"_s.arg(x).arg(y).arg(argb.pixelColor(x, y).name())));
            break;
        }
    }
    QVERIFY(seen > argb.height() * 9 / 10);
    QVERIFY(soft > 20); // anti-aliased
    // The art itself is still there, in the middle.
    QVERIFY(!alike(argb.pixelColor(argb.rect().center()), rim, 40));
}

void TruthCases::rimsOfNothing()
{
    QImage blank(40, 40, QImage::Format_ARGB32);
    blank.fill(Qt::transparent);
    QCOMPARE(withRim(blank, Qt::white), blank);
    const QColor light(0xf8, 0xf8, 0xf8);
    const QColor dark(0x28, 0x28, 0x28);
    QVERIFY(contrastRatio(rimColour(light, dark, true, false), light) > 10);
    QVERIFY(contrastRatio(rimColour(light, dark, false, true), dark) > 10);
    const QColor both = rimColour(light, dark, true, true);
    QVERIFY(contrastRatio(both, light) >= kStandsOut && contrastRatio(both, dark) >= kStandsOut);
}

void TruthCases::keepsWhatTheForumKeeps_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("kept");
    QTest::newRow("nothing to do") << u"1 < 2 <b>fine</b>  <a href=\"/x\" title='y'>also</a><br/> &amp;"_qs
                                   << u"1 < 2 <b>fine</b>  <a href=\"/x\" title='y'>also</a><br/> &amp;"_qs;
    QTest::newRow("script goes with its text") << u"a<script>alert('<b>')</script>b"_qs << u"ab"_qs;
    QTest::newRow("others leave theirs") << u"a <font color=\"red\">red</font> <u>line</u>"_qs << u"a red line"_qs;
    QTest::newRow("attributes") << u"<p style=\"a:b\" class=x onclick='y()'>z</p>"_qs << u"<p class=x>z</p>"_qs;
    QTest::newRow("harmful link") << u"<a href='javascript:x' title=\"t\">z</a>"_qs << u"<a title=\"t\">z</a>"_qs;
}

void TruthCases::keepsWhatTheForumKeeps()
{
    QFETCH(QString, html);
    QTEST(keptHtml(html), "kept");
    QCOMPARE(droppedHtml(keptHtml(html)), QStringList());
    QCOMPARE(readableText(keptHtml(html)), readableText(html));
}

void TruthCases::gridsFollowTheWindow()
{
    PlacesScene scene = sceneOf(u"Apex"_qs, {300, 120}, 7);
    scene.position = 4;
    GridBoxes grid = layoutGrid(scene);
    QCOMPARE(grid.columns, 3);
    QCOMPARE(grid.cards.size(), 8);
    QCOMPARE(grid.badge, 4);
    QVERIFY(std::abs(grid.cards.first().width() - (1110 - 32) / 3.0) < 0.01);
    // One row, one height; the gap is 16 px both ways.
    QCOMPARE(grid.cards.at(0).height(), grid.cards.at(1).height());
    QCOMPARE(grid.cards.at(1).left() - grid.cards.at(0).right(), 16);
    QCOMPARE(grid.cards.at(3).top() - grid.cards.at(0).bottom(), 16);
    QVERIFY(grid.heading.height() > 0 && grid.heading.bottom() < grid.cards.first().top());
    // The shorter ones are painted as high as the highest.
    QImage page(placeSize(Place::Grid, scene).toSize(), QImage::Format_RGB32);
    QPainter painter(&page);
    paintPlace(&painter, Place::Grid, scene);
    painter.end();
    for (const QRectF &card : grid.cards.mid(0, 3)) {
        const int x = int(card.center().x());
        COMPARE_COLOUR(page.pixelColor(x, int(card.bottom()) - 4), PreviewTokens::light().cardBackground);
        COMPARE_COLOUR(page.pixelColor(x, int(card.bottom()) + 4), PreviewTokens::light().secondary);
    }
    scene.windowWidth = 768;
    QCOMPARE(layoutGrid(scene).columns, 2);
    scene.windowWidth = 320;
    grid = layoutGrid(scene);
    QCOMPARE(grid.columns, 1);
    QCOMPARE(grid.cards.first().width(), 300);
    QCOMPARE(grid.cards.size(), 3); // the rows around the badge
    QCOMPARE(grid.badge, 1);
    // Large letters make columns wider, so there are fewer of them.
    scene.windowWidth = 1110;
    scene.badge.textPx = 20;
    scene.badge.iconEm = 3.5;
    QVERIFY(layoutGrid(scene).cards.first().width() >= 360);
    // Alone it takes the whole row.
    PlacesScene alone = sceneOf(u"Apex"_qs, {}, 0);
    QCOMPARE(layoutGrid(alone).cards.first().width(), 1110);
    // The last of many stands in the last row.
    PlacesScene many = sceneOf(u"Apex"_qs, {}, 40);
    many.position = 40;
    grid = layoutGrid(many);
    QCOMPARE(grid.badge, grid.cards.size() - 1);
}

void TruthCases::numbersOfPlaces()
{
    const PlacesScene wide = sceneOf(u"Wide"_qs, {300, 120}, 5);
    COMPARE_SIZE(placeNumbers(Place::Grid, wide).picture, QSizeF(56, 22.4));
    QVERIFY(std::abs(placeNumbers(Place::Grid, wide).namePx - 21.11) < 0.01);
    COMPARE_SIZE(placeNumbers(Place::Head, wide).picture, QSizeF(56, 22.4));
    QVERIFY(std::abs(placeNumbers(Place::Head, wide).namePx - 24.25) < 0.01);
    for (const Place place : {Place::Pill, Place::UserCard, Place::PostHeader})
        COMPARE_SIZE(placeNumbers(place, wide).picture, QSizeF(16, 16)); // squeezed
    QVERIFY(placeNumbers(Place::Notification, wide).picture.isEmpty());
    QCOMPARE(placeNumbers(Place::PostHeader, wide).namePx, 0);
    PlacesScene phone = wide;
    phone.windowWidth = 320;
    QVERIFY(std::abs(placeNumbers(Place::Grid, phone).namePx - 18.38) < 0.01);
    // As measured: 555 px and a border on each side.
    const QSizeF size = placeSize(Place::Head, wide);
    QImage head(size.toSize(), QImage::Format_RGB32);
    QPainter painter(&head);
    paintPlace(&painter, Place::Head, wide);
    painter.end();
    const int y = int(placeNumbers(Place::Head, wide).picture.center().y());
    COMPARE_COLOUR(head.pixelColor(10 + 557 - 1, y), PreviewTokens::light().primaryLow);
    COMPARE_COLOUR(head.pixelColor(10 + 557 + 1, y), PreviewTokens::light().secondary);
    // The head takes half of a wide page, and all of a narrow one.
    QVERIFY(placeSize(Place::Head, wide).width() == 1130 && placeSize(Place::Head, phone).width() == 320);
}

void TruthCases::nothingBreaksOut_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("picture");
    const QString longName = u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande für besondere Verdienste"_qs;
    for (const int width : {320, 768, 1110}) {
        for (const Place place : kPlaces) {
            QTest::addRow("place %d at %d, long name", int(place), width) << int(place) << width << longName << QSize();
            QTest::addRow("place %d at %d, wide picture", int(place), width) << int(place) << width << u"Wide"_qs << QSize(300, 60);
        }
    }
}

void TruthCases::nothingBreaksOut()
{
    QFETCH(int, place);
    QFETCH(int, width);
    QFETCH(QString, name);
    QFETCH(QSize, picture);
    PlacesScene scene = sceneOf(name, picture, 6);
    scene.windowWidth = width;
    dressFor(&scene.badge, ForumVersion::From2025, 20);
    scene.badge.dark = true;
    const QSizeF size = placeSize(Place(place), scene);
    QVERIFY(size.width() <= std::max(width, 320) + 20);
    constexpr int kAway = 30;
    QImage image((size + QSizeF(2 * kAway, 2 * kAway)).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(kAway, kAway);
    paintPlace(&painter, Place(place), scene);
    painter.end();
    const QRect allowed = QRectF(QPointF(kAway, kAway), size).toAlignedRect();
    const QRgb ground = scene.badge.tokens().secondary.rgb();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!allowed.contains(x, y))
                QVERIFY2(!qAlpha(image.pixel(x, y)), qPrintable(u"%1,%2"_s.arg(x).arg(y)));
            else if (x < allowed.left() + 8 || x > allowed.right() - 8)
                QVERIFY2((image.pixel(x, y) & 0xffffff) == (ground & 0xffffff), "something stands in the page's margin");
        }
    }
}
