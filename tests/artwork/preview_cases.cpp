// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "previews.h"

#include "artwork/badge_painter.h"
#include "artwork/findings.h"
#include "artwork/html_text.h"
#include "artwork/preview_text.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace previews;
using namespace Qt::StringLiterals;

namespace {

QImage painted(const std::function<void(QPainter *)> &paint, const QSizeF &size, qreal ratio = 1)
{
    QImage image((size * ratio).toSize() + QSize(2, 2), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(&painter);
    return image;
}

} // namespace

void PreviewCases::initTestCase()
{
    QFont font(u"Inter"_qs);
    if (QFontInfo(font).family() != u"Inter"_s)
        qWarning("The font Inter is not installed: boxes whose size follows the text are not compared.");
}

void PreviewCases::cardBoxes_data()
{
    // As a real forum measured them, in CSS px from the card's corner, with text of 16 px.
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QRectF>("contents");
    QTest::addColumn<QRectF>("icon");
    QTest::addColumn<QRectF>("heading");
    QTest::addColumn<QRectF>("summary");
    QTest::addColumn<QRectF>("awarded");
    const auto row = [](const char *what, const QString &name, const QString &text, const QSize &picture,
                        const QRectF &contents, const QRectF &icon, const QRectF &heading, const QRectF &summary,
                        const QRectF &awarded) {
        QTest::newRow(what) << name << text << picture << contents << icon << heading << summary << awarded;
    };
    const QRectF c(1, 1, 309.09, 176.42);
    const QRectF box(25, 25, 56, 56);
    const QRectF h(97, 25, 189.09, 29.55);
    const QRectF s(97, 59.81, 189.09, 67.17);
    const QRectF a(97, 133.94, 189.09, 19.48);
    row("icon", u"Apex"_qs, kDescription, {}, c, box, h, s, a);
    row("two lines of name", u"Ally of the Newcomers"_qs, kDescription, {}, {1, 1, 309.09, 199.75}, box,
        {97, 25, 189.09, 52.88}, {97, 83.14, 189.09, 67.17}, {97, 157.26, 189.09, 19.48});
    row("square picture", u"Round Table"_qs, kDescription, {256, 256}, c, box, h, s, a);
    row("wide picture", u"Wide"_qs, kDescription, {300, 120}, c, {25, 25, 56, 22.39}, h, s, a);
    row("tall picture", u"Tall"_qs, kDescription, {90, 240}, {1, 1, 309.09, 154.03}, {25, 25, 21, 56},
        {62, 25, 224.09, 29.55}, {62, 59.81, 224.09, 44.78}, {62, 111.55, 224.09, 19.48});
    row("small picture", u"Small"_qs, kDescription, {24, 24}, {1, 1, 309.09, 154.03}, {25, 25, 24, 24},
        {65, 25, 221.09, 29.55}, {65, 59.81, 221.09, 44.78}, {65, 111.55, 221.09, 19.48});
    row("long name", u"A very long badge name that goes on and on until nobody reads it any more"_qs,
        u"And a long description as well, so that the card has to grow by several lines and the neighbours in the same row have to follow it"_qs,
        {}, {1, 1, 309.09, 342.91}, box, {97, 25, 189.09, 128.86}, {97, 159.12, 189.09, 134.34},
        {97, 300.42, 189.09, 19.48});
}

void PreviewCases::cardBoxes()
{
    QFETCH(QString, name);
    QFETCH(QString, description);
    QFETCH(QSize, picture);
    QFETCH(QRectF, contents);
    QFETCH(QRectF, icon);
    QFETCH(QRectF, heading);
    QFETCH(QRectF, summary);
    QFETCH(QRectF, awarded);
    for (const bool dark : {false, true}) {
        PreviewInput input = inputOf(name, description, picture.isEmpty() ? QSize() : picture);
        input.dark = dark;
        const PreviewBoxes boxes = layoutCard(input);
        COMPARE_BOX(boxes.icon, icon);
        QCOMPARE(boxes.card.width(), 311.09);
        if (QFontInfo(QFont(u"Inter"_qs)).family() != u"Inter"_s)
            continue;
        COMPARE_BOX(boxes.contents, contents);
        COMPARE_BOX(boxes.heading, heading);
        COMPARE_BOX(boxes.summary, summary);
        COMPARE_BOX(boxes.awarded, awarded);
        COMPARE_BOX(boxes.info, QRectF(heading.topLeft(), awarded.bottomRight()));
        QVERIFY(std::abs(boxes.card.height() - contents.height() - 2) <= 1);
    }
    // An icon that the forum does not know leaves an empty box of the same size.
    if (picture.isEmpty()) {
        PreviewInput unknown = inputOf(name, description);
        unknown.iconSvg.clear();
        COMPARE_BOX(layoutCard(unknown).icon, icon);
    }
}

void PreviewCases::largeCardBoxes()
{
    PreviewInput input = inputOf(u"Apex"_qs);
    input.badge.longDescription =
        u"Held by the few who <b>answered a hundred questions</b> and were thanked for it. See the <a href=\"/rules\">rules</a>."_qs;
    input.width = 557;
    PreviewBoxes boxes = layoutLargeCard(input);
    COMPARE_BOX(boxes.icon, QRectF(25, 25, 56, 56));
    if (QFontInfo(QFont(u"Inter"_qs)).family() != u"Inter"_s)
        QSKIP("needs the font Inter");
    COMPARE_BOX(boxes.heading, QRectF(97, 25, 435, 33.94));
    COMPARE_BOX(boxes.summary, QRectF(97, 65, 435, 44.78));
    QVERIFY(std::abs(boxes.card.height() - 161.22) <= 1);

    input = inputOf(u"Wide"_qs, kDescription, {300, 120});
    input.width = 557;
    boxes = layoutLargeCard(input);
    COMPARE_BOX(boxes.icon, QRectF(25, 25, 56, 22.39));
    QVERIFY(std::abs(boxes.summary.height() - 22.39) <= 1);
    QVERIFY(std::abs(boxes.card.height() - 138.83) <= 1);
    // As wide as its text, which Debian's Inter makes a little wider than the web font does.
    QVERIFY2(std::abs(boxes.summary.width() - 384.48) <= 8, shown(boxes.summary).constData());
}

void PreviewCases::pillBoxes()
{
    PreviewInput input = inputOf(u"Small"_qs, kDescription, {24, 24});
    const PillBoxes boxes = layoutPill(input);
    COMPARE_BOX(boxes.icon, QRectF(9, 7.2, 16, 16));
    QVERIFY(std::abs(boxes.pill.height() - 30.39) <= 0.5);
    if (QFontInfo(QFont(u"Inter"_qs)).family() == u"Inter"_s)
        COMPARE_BOX(boxes.name, QRectF(33.45, 5, 40.7, 20));
    QVERIFY(std::abs(boxes.pill.right() - boxes.name.right() - 9) < 0.01);
    // Several grants, and a name that is cut at the card's edge.
    input.times = 3;
    QVERIFY(layoutPill(input).pill.width() > boxes.pill.width());
    input.badge.name = QString(200, u'm');
    QVERIFY(layoutPill(input).pill.width() <= input.width);
}

void PreviewCases::headerPillBoxes()
{
    const PillBoxes glyph = layoutHeaderPill(inputOf(u"Apex"_qs));
    COMPARE_BOX(glyph.pill, QRectF(0, 0, 29.92, 19.92));
    COMPARE_BOX(glyph.icon, QRectF(8, 3, 13.92, 13.92));
    QVERIFY(glyph.name.isEmpty());
    const PillBoxes picture = layoutHeaderPill(inputOf(u"Wide"_qs, kDescription, {300, 120}));
    COMPARE_BOX(picture.icon, QRectF(8, 3, 16, 16));
}

void PreviewCases::userCardRow()
{
    QList<PreviewInput> badges;
    for (int i = 0; i < 13; ++i)
        badges.append(inputOf(i == 0 ? u"Small"_qs : i == 1 ? u"Tall"_qs : u"Wide"_qs, kDescription, {24, 24}));
    const UserCardBoxes boxes = layoutUserCardRow(badges, 604);
    QCOMPARE(boxes.pills.size(), 3);
    QVERIFY(!boxes.more.isEmpty());
    QCOMPARE(boxes.pills.first().pill.left(), 0);
    QVERIFY(boxes.pills.at(1).pill.left() > boxes.pills.at(0).pill.right());
    QVERIFY(std::abs(boxes.row.height() - 30.39) <= 0.5);
    // Too narrow for one row: they wrap.
    const UserCardBoxes narrow = layoutUserCardRow(badges, 200);
    QVERIFY(narrow.pills.at(2).pill.top() > 0);
    QVERIFY(narrow.row.height() > boxes.row.height());
    QVERIFY(layoutUserCardRow({}, 604).row.isEmpty());
}

void PreviewCases::cardsFollowTextSizeAndWidth()
{
    for (const qreal px : {13.0, 14.0, 16.0, 18.0, 20.0}) {
        PreviewInput input = inputOf(u"Apex"_qs);
        input.textPx = px;
        const PreviewBoxes boxes = layoutCard(input);
        QCOMPARE(boxes.icon.width(), 3.5 * px);
        QCOMPARE(boxes.icon.left(), 1 + 1.5 * px);
        QCOMPARE(boxes.heading.left(), boxes.icon.right() + px);
    }
    qreal height = 1e9;
    for (const qreal width : {200.0, 240.0, 288.0, 320.0, 360.0}) {
        PreviewInput input = inputOf(u"Apex"_qs);
        input.width = width;
        const PreviewBoxes boxes = layoutCard(input);
        QVERIFY(boxes.card.height() <= height);
        QVERIFY(boxes.summary.right() <= width - 25 + 0.1);
        height = boxes.card.height();
    }
    PreviewInput old = inputOf(u"Apex"_qs);
    old.iconEm = 5;
    QCOMPARE(layoutCard(old).icon.width(), 80);
    // The reader holds it; nobody else does; nothing to say about it.
    PreviewInput bare = inputOf(u"Apex"_qs, QString());
    bare.badge.grantCount = 0;
    bare.held = true;
    const PreviewBoxes boxes = layoutCard(bare);
    QVERIFY(boxes.summary.isEmpty() && boxes.awarded.isEmpty());
    COMPARE_BOX(boxes.tick, QRectF(311.09 - 1 - 5 - 24, 6, 24, 24));
    QCOMPARE(boxes.contents.height(), 56 + 48);
}

void PreviewCases::longWordsDoNotBurst()
{
    PreviewInput input = inputOf(QString(80, u'W'), QString(300, u'x'));
    input.width = 200;
    const PreviewBoxes boxes = layoutCard(input);
    QVERIFY(boxes.headingText.right() <= boxes.info.right() + 0.1);
    QVERIFY(boxes.card.height() > 400);
}

// A browser lays a name that begins in Hebrew from the left on a page that reads from the left: its Latin end stands on the right.
void PreviewCases::thePageDecidesTheDirection()
{
    const PreviewText::Style style{QStringLiteral("Inter"), 20, 28, false, true};
    const QString latin = QStringLiteral("WWWW");
    const PreviewText whole(QString(QChar(0x05D0)) + QLatin1Char(' ') + latin, style, 400);
    const PreviewText tail(latin, style, 400);
    const auto imageOf = [](const PreviewText &text, qreal x) {
        return painted([&](QPainter *painter) { text.paint(painter, {x, 4}, Qt::black); }, {200, 40});
    };
    const QImage name = imageOf(whole, 0);
    const QImage alone = imageOf(tail, whole.naturalWidth() - tail.naturalWidth());
    int inked = 0;
    int both = 0;
    for (int y = 0; y < alone.height(); ++y) {
        for (int x = 0; x < alone.width(); ++x) {
            if (qAlpha(alone.pixel(x, y)) > 127) {
                ++inked;
                both += qAlpha(name.pixel(x, y)) > 63;
            }
        }
    }
    QVERIFY(inked > 100);
    QVERIFY2(both > inked * 0.95, qPrintable(QStringLiteral("%1 of %2").arg(both).arg(inked)));
}

void PreviewCases::paintsInsideItsBoxes_data()
{
    QTest::addColumn<int>("part");
    QTest::addColumn<qreal>("ratio");
    for (const qreal ratio : {1.0, 2.0, 3.0}) {
        int part = 0;
        for (const char *name : {"card", "large", "pill", "header", "user card", "notification"})
            QTest::addRow("%s at %g", name, ratio) << part++ << ratio;
    }
}

void PreviewCases::paintsInsideItsBoxes()
{
    QFETCH(int, part);
    QFETCH(qreal, ratio);
    PreviewInput input = inputOf(u"Apex 2026"_qs, u"Blessing of the <i>orchard</i> council"_qs, {256, 256});
    input.held = true;
    const QList<PreviewInput> several(5, input);
    struct Part {
        QRectF box;
        std::function<void(QPainter *)> paint;
    };
    const QList<Part> parts{
        {layoutCard(input).card, [&](QPainter *p) { paintCard(p, input); }},
        {layoutLargeCard(input).card, [&](QPainter *p) { paintLargeCard(p, input); }},
        {layoutPill(input).pill, [&](QPainter *p) { paintPill(p, input); }},
        {layoutHeaderPill(input).pill, [&](QPainter *p) { paintHeaderPill(p, input); }},
        {layoutUserCardRow(several, 400).row, [&](QPainter *p) { paintUserCardRow(p, several, 400); }},
        {layoutNotification(input).row, [&](QPainter *p) { paintNotification(p, input); }}};
    const QRectF box = parts.at(part).box;
    const int margin = 20;
    const QImage image = painted(
        [&](QPainter *painter) {
            painter->translate(margin, margin);
            parts.at(part).paint(painter);
        },
        box.size() + QSizeF(2 * margin, 2 * margin), ratio);
    const QRect allowed =
        QRectF(margin * ratio, margin * ratio, box.width() * ratio, box.height() * ratio).toAlignedRect();
    int inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (!qAlpha(image.pixel(x, y)))
                continue;
            QVERIFY2(allowed.contains(x, y), qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
            ++inside;
        }
    }
    QVERIFY(inside > 100);
}

void PreviewCases::paintsTypeColours()
{
    for (const bool dark : {false, true}) {
        for (const int type : {kGold, kSilver, kBronze}) {
            PreviewInput input = inputOf(u"Apex"_qs);
            input.badge.typeId = type;
            input.dark = dark;
            const PreviewBoxes boxes = layoutCard(input);
            const QImage image = painted([&](QPainter *p) { paintCard(p, input); }, boxes.card.size());
            QCOMPARE(image.pixelColor(boxes.icon.center().toPoint()).name(), badgeTypeColour(type).name());
            QCOMPARE(image.pixelColor(300, 100).name(), input.tokens().cardBackground.name());
            QCOMPARE(image.pixelColor(150, 0).name(), input.tokens().primaryLow.name());
        }
        // A picture is never tinted.
        PreviewInput picture = inputOf(u"Apex"_qs, kDescription, {256, 256});
        picture.dark = dark;
        const QImage image = painted([&](QPainter *p) { paintCard(p, picture); }, layoutCard(picture).card.size());
        QCOMPARE(image.pixelColor(53, 53).name(), QColor(0x20, 0x50, 0xc8).name());
        // An unknown icon shows nothing.
        PreviewInput unknown = inputOf(u"Apex"_qs);
        unknown.dark = dark;
        unknown.iconSvg.clear();
        const QImage blank = painted([&](QPainter *p) { paintCard(p, unknown); }, layoutCard(unknown).card.size());
        QCOMPARE(blank.pixelColor(53, 53).name(), unknown.tokens().cardBackground.name());
    }
}

void PreviewCases::paintsPicturesAtAllDensities()
{
    const PreviewInput input = inputOf(u"Apex"_qs, kDescription, {256, 256});
    for (const qreal ratio : {1.0, 2.0, 3.0}) {
        const QImage image = painted([&](QPainter *p) { paintCard(p, input); }, layoutCard(input).card.size(), ratio);
        const QPoint middle(int(53 * ratio), int(53 * ratio));
        QCOMPARE(image.pixelColor(middle).name(), QColor(0x20, 0x50, 0xc8).name());
        QCOMPARE(image.pixelColor(QPoint(int(26 * ratio), int(26 * ratio))).name(),
                 input.tokens().cardBackground.name());
    }
}

void PreviewCases::glyphsAreRecoloured()
{
    const QByteArray svg =
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" fill="currentColor"><style>.a{fill:#123456}</style>
<path fill="black" d="M0 0h5v5H0z"/><path fill="none" d="M5 0h5v5H5z"/><path style="fill:#00f;opacity:1" d="M0 5h5v5H0z"/><path d="M5 5h5v5H5z"/></svg>)svg"_ba;
    const QImage image = glyphImage(svg, QColor(0xe7, 0xc3, 0x00), {20, 20});
    QCOMPARE(image.pixelColor(3, 3).name(), u"#e7c300"_qs);
    QCOMPARE(image.pixelColor(15, 3).alpha(), 0);
    QCOMPARE(image.pixelColor(3, 15).name(), u"#e7c300"_qs);
    QCOMPARE(image.pixelColor(15, 15).name(), u"#e7c300"_qs);
    QVERIFY(glyphImage("no svg", Qt::red, {20, 20}).isNull());
    QVERIFY(glyphImage({}, Qt::red, {20, 20}).isNull());
    // A wide glyph keeps its shape in a square.
    const QByteArray wide =
        R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10H0z"/></svg>)svg"_ba;
    const QImage fitted = glyphImage(wide, Qt::red, {20, 20});
    QCOMPARE(fitted.pixelColor(10, 2).alpha(), 0);
    QCOMPARE(fitted.pixelColor(10, 10).alpha(), 255);
}

void PreviewCases::readsHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Given  for\nhelp "_qs << u"Given for help"_qs;
    QTest::newRow("tags") << u"a <b>bold</b> <a href=\"/x>y\">link</a>."_qs << u"a bold link."_qs;
    QTest::newRow("breaks") << u"<p>one</p>\n<p>two<br>three</p>"_qs << u"one\u2028two\u2028three"_qs;
    QTest::newRow("entities") << u"a &lt;b&gt; &amp;amp; &quot;c&quot; &#8364; &#x1F396; &unknown;"_qs
                              << u"a <b> &amp; \"c\" € 🎖 &unknown;"_qs;
    QTest::newRow("script") << u"a<script>alert(1)</script>b<style>x{}</style>c"_qs << u"abc"_qs;
    QTest::newRow("comment") << u"a<!-- no -->b"_qs << u"ab"_qs;
    QTest::newRow("less than") << u"1 < 2 and 3 > 2"_qs << u"1 < 2 and 3 > 2"_qs;
    QTest::newRow("unclosed") << u"a <b"_qs << u"a <b"_qs;
}

void PreviewCases::readsHtml()
{
    QFETCH(QString, html);
    QTEST(readableText(html), "text");
    const ReadableText rich = readHtml(u"a <b>bold <i>both</i></b> <a href='x'>link</a>"_qs);
    QCOMPARE(rich.runs.size(), 3);
    QVERIFY(rich.runs.at(0).bold && !rich.runs.at(0).italic);
    QVERIFY(rich.runs.at(1).bold && rich.runs.at(1).italic);
    QVERIFY(rich.runs.at(2).link);
    QCOMPARE(rich.text.mid(rich.runs.at(2).start, rich.runs.at(2).length), u"link"_qs);
}

void PreviewCases::namesDroppedHtml()
{
    QCOMPARE(droppedHtml(u"<b>fine</b> <a href=\"https://x.example\" title='y'>also</a><br/>"_qs), QStringList{});
    QCOMPARE(droppedHtml(
                 u"<script>x</script><p style=\"a\" onclick=x>y</p><script></script><a href='javascript:x'>z</a>"_qs),
             (QStringList{u"script"_qs, u"style="_qs, u"onclick="_qs, u"href="_qs}));
}

void PreviewCases::shortensCounts()
{
    QCOMPARE(awardedText(0), QString());
    QCOMPARE(awardedText(1), u"1 awarded"_qs);
    QCOMPARE(awardedText(999), u"999 awarded"_qs);
    QCOMPARE(awardedText(1'000), u"1.0k awarded"_qs);
    QCOMPARE(awardedText(1'249), u"1.2k awarded"_qs);
    QCOMPARE(awardedText(3'455), u"3.5k awarded"_qs);
    QCOMPARE(awardedText(123'400), u"123k awarded"_qs);
    QCOMPARE(awardedText(1'500'000), u"1.5M awarded"_qs);
}

void PreviewCases::forumsSayHowOldTheyAre()
{
    QCOMPARE(forumVersionOf(u"2026.9.0-latest"_qs), ForumVersion::FromJune2026);
    QCOMPARE(forumVersionOf(u"2026.1.3"_qs), ForumVersion::From2025);
    QCOMPARE(forumVersionOf(u"3.5.0.beta9-dev"_qs), ForumVersion::From2025);
    QCOMPARE(forumVersionOf(u"3.4.7"_qs), ForumVersion::Before2025);
    QCOMPARE(forumVersionOf(u"3.1.0.beta3"_qs), ForumVersion::Before2025);
    QCOMPARE(forumVersionOf(u"2.8.14"_qs), ForumVersion::Before2023);
    QCOMPARE(forumVersionOf({}), ForumVersion::FromJune2026);
}

void PreviewCases::aSwitchedOffBadgeKeepsItsPicture()
{
    PreviewInput input = inputOf(u"Apex"_qs);
    input.badge.enabled = false;
    input.image = QImage(64, 64, QImage::Format_RGB32);
    input.image.fill(Qt::red);
    QImage page(200, 40, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    paintPill(&painter, input);
    painter.end();
    QCOMPARE(page.pixelColor(layoutPill(input).icon.center().toPoint()), QColor(Qt::red));
}

void PreviewCases::finds_data()
{
    using K = Finding::Kind;
    QTest::addColumn<QImage>("image");
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<int>>("kinds"); // those at level "look"
    const auto row = [](const char *what, const QImage &image, const char *format, qint64 bytes, const QString &name,
                        const QList<K> &kinds) {
        QList<int> numbers;
        for (K k : kinds)
            numbers.append(int(k));
        QTest::newRow(what) << image << QString::fromLatin1(format) << bytes << name << numbers;
    };
    const QString name = u"Apex"_qs;
    QImage white = pictures::disc({256, 256}, Qt::white, Qt::white);
    QImage black = pictures::disc({256, 256}, QColor(0x20, 0x20, 0x20), QColor(0x20, 0x20, 0x20));
    QImage lost(256, 256, QImage::Format_ARGB32);
    lost.fill(Qt::transparent);
    {
        QPainter painter(&lost);
        painter.drawImage(100, 100, pictures::disc({56, 56}));
    }
    row("good", pictures::disc({256, 256}), "png", 9'000, name, {});
    row("wide", pictures::disc({300, 120}), "png", 9'000, name, {K::NotSquare});
    row("small", pictures::disc({64, 64}), "png", 900, name, {K::TooSmall});
    row("heavy", pictures::disc({256, 256}), "png", 90'000, name, {K::Heavy});
    row("heavy gif is no matter", pictures::disc({256, 256}), "gif", 90'000, name, {});
    row("photo", pictures::photo({256, 256}), "jpg", 9'000, name, {K::TransparencyLost});
    row("white", white, "png", 900, name, {K::FadesOnLight});
    row("black", black, "png", 900, name, {K::FadesOnDark});
    row("lost in space", lost, "png", 900, name, {K::MuchEmptyBorder});
    row("long name", pictures::disc({256, 256}), "png", 900, u"A name of more than twenty-two"_qs, {K::LongName});
    row("svg may be small", pictures::disc({64, 64}), "svg", 900, name, {});
}

void PreviewCases::finds()
{
    QFETCH(QList<int>, kinds);
    QFETCH(QImage, image);
    QFETCH(QString, format);
    QFETCH(qint64, bytes);
    QFETCH(QString, name);
    FindingsInput input;
    input.badge = inputOf(name).badge;
    input.image = image;
    input.imageFormat = format;
    input.imageBytes = bytes;
    const QList<Finding> findings = findingsOf(input);
    QList<int> looks;
    bool colourNoted = false;
    for (const Finding &f : findings) {
        QVERIFY(!f.sentence.isEmpty());
        if (f.level == Finding::Level::Look)
            looks.append(int(f.kind));
        colourNoted = colourNoted || f.kind == Finding::Kind::TypeColourHidden;
    }
    QCOMPARE(looks, kinds);
    QVERIFY(colourNoted);

    // On the forum already it cannot become a JPEG any more, but everybody loads it.
    FindingsInput onForum = input;
    onForum.imageBytes = 0;
    onForum.forumBytes = 90'000;
    const QList<Finding> there = findingsOf(onForum);
    const bool isStill = format != u"gif"_s && format != u"svg"_s;
    QCOMPARE(std::any_of(there.cbegin(), there.cend(), [](const Finding &f) { return f.kind == Finding::Kind::Heavy; }), isStill);

    // Without a picture the icon counts.
    FindingsInput icon;
    icon.badge = inputOf(u"Apex"_qs).badge;
    icon.badge.description = u"<script>x</script>short"_qs;
    icon.badge.longDescription = u"<table><tr><td>long</td></tr></table>"_qs;
    const auto kindsOf = [](const QList<Finding> &all) {
        QList<Finding::Kind> k;
        for (const Finding &f : all)
            k.append(f.kind);
        return k;
    };
    QVERIFY(kindsOf(findingsOf(icon)).contains(Finding::Kind::NoPicture));
    QVERIFY(kindsOf(findingsOf(icon)).contains(Finding::Kind::DroppedHtml));
    icon.badge.description = u"short"_qs;
    QVERIFY(!kindsOf(findingsOf(icon)).contains(Finding::Kind::DroppedHtml)); // the long one is not cleaned
    icon.badge.icon = u"no-such-icon"_qs;
    icon.iconUnknown = true;
    QVERIFY(kindsOf(findingsOf(icon)).contains(Finding::Kind::UnknownIcon));
    icon.iconUnknown = false;
    QVERIFY(kindsOf(findingsOf(icon)).contains(Finding::Kind::FaintGlyph));
    icon.badge.typeId = kBronze;
    icon.badge.imageUrl = QUrl(u"https://forum.example/a.png"_qs);
    QVERIFY(!kindsOf(findingsOf(icon)).contains(Finding::Kind::FaintGlyph));
    // The ring of the example is gold, and gold is what the badge is.
    input.image = pictures::disc({256, 256});
    const QList<Finding> ringed = findingsOf(input);
    QVERIFY(std::any_of(ringed.cbegin(), ringed.cend(),
                        [](const Finding &f) { return f.sentence.contains(u"its edge shows it"_s); }));
}

// What reading the file has found is sorted among the rest, and said once.
void PreviewCases::worstFirst()
{
    FindingsInput input;
    input.badge = inputOf(u"Pathfinder"_s).badge;
    input.image = pictures::disc({256, 256});
    input.imageFormat = u"png"_s;
    input.imageBytes = 9'000;
    const Finding cleaned{Finding::Level::Look, Finding::Kind::SvgCleaned, u"The drawing held scripts. They were taken out."_s};
    const Finding named{Finding::Level::Note, Finding::Kind::Mislabelled, u"The file is named “.png”, but it is SVG."_s};
    input.ofThePicture = {named, cleaned, cleaned};
    const QList<Finding> findings = findingsOf(input);
    QVERIFY(findings.size() > 2);
    QCOMPARE(findings.first(), cleaned);
    QCOMPARE(findings.count(cleaned), 1);
    QCOMPARE(findings.count(named), 1);
    QCOMPARE(findings[1].level, Finding::Level::Good);
}

void PreviewCases::contrastIsWcag()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1);
    QCOMPARE(qRound(100 * contrastRatio(badgeTypeColour(kGold), QColor(0xf8, 0xf8, 0xf8))), 162);
    QCOMPARE(qRound(100 * contrastRatio(badgeTypeColour(kBronze), QColor(0x28, 0x28, 0x28))), 469);
}
