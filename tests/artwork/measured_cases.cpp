// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "previews.h"

#include "artwork/badge_painter.h"
#include "artwork/preview_layout.h"

#include <QFontInfo>
#include <QPainter>
#include <QtTest>

// What a real forum (3.5.0, default theme, Inter) measured of its own pages, beside tests/artwork/preview_cases.cpp.

using namespace badgewright;
using namespace badgewright::artwork;
using namespace previews;
using namespace Qt::StringLiterals;

namespace {

bool interIsHere()
{
    return QFontInfo(QFont(u"Inter"_qs)).family() == u"Inter"_s;
}

PreviewInput inputOf(const QString &name, int type, const QSize &picture = {})
{
    PreviewInput input = previews::inputOf(name, kDescription, picture);
    input.badge.typeId = type;
    return input;
}

/// At 3×, where letters are thick enough to have their own colour somewhere.
QImage card(const PreviewInput &input, bool large)
{
    constexpr qreal ratio = 3;
    const QSizeF size = (large ? layoutLargeCard(input) : layoutCard(input)).card.size();
    QImage image((size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    large ? paintLargeCard(&painter, input) : paintCard(&painter, input);
    return image;
}

bool holds(const QImage &image, const QRectF &part, const QColor &colour)
{
    const qreal ratio = image.devicePixelRatio();
    const QRect pixels = QRectF(part.topLeft() * ratio, part.size() * ratio).toRect() & image.rect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            const QColor here = image.pixelColor(x, y);
            if (std::abs(here.red() - colour.red()) <= 1 && std::abs(here.green() - colour.green()) <= 1 &&
                std::abs(here.blue() - colour.blue()) <= 1)
                return true;
        }
    }
    return false;
}

} // namespace

void MeasuredCases::namesAndUnknownIcons_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("known");
    QTest::addColumn<double>("nameWidth"); // of the web font, which is slightly narrower than Debian's
    QTest::newRow("gold") << u"Apex"_qs << kGold << true << 52.2;
    QTest::newRow("bronze") << u"Aid"_qs << kBronze << true << 34.06;
    QTest::newRow("unknown") << u"Nameless"_qs << kSilver << false << 99.91;
}

void MeasuredCases::namesAndUnknownIcons()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    QFETCH(bool, known);
    QFETCH(double, nameWidth);
    for (const bool dark : {false, true}) {
        PreviewInput input = inputOf(name, type);
        input.dark = dark;
        if (!known)
            input.iconSvg.clear();
        const PreviewBoxes boxes = layoutCard(input);
        COMPARE_BOX(boxes.icon, QRectF(25, 25, 56, 56));
        if (!interIsHere())
            continue;
        COMPARE_BOX(boxes.contents, QRectF(1, 1, 309.09, 176.42));
        COMPARE_BOX(boxes.info, QRectF(97, 25, 189.09, 128.42));
        COMPARE_BOX(boxes.heading, QRectF(97, 25, 189.09, 29.55));
        COMPARE_BOX(boxes.summary, QRectF(97, 59.81, 189.09, 67.17));
        COMPARE_BOX(boxes.awarded, QRectF(97, 133.94, 189.09, 19.48));
        QVERIFY(near(boxes.headingText.y(), 27));
        QVERIFY(near(boxes.headingText.height(), 25.33));
        QVERIFY2(std::abs(boxes.headingText.width() - nameWidth) <= 2, shown(boxes.headingText).constData());
    }
}

void MeasuredCases::cardColours_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("large");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<QColor>("border");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("awarded");
    for (const bool large : {false, true}) {
        QTest::addRow("light%s", large ? ", large" : "")
            << false << large << QColor(248, 248, 248) << QColor(233, 233, 233) << QColor(34, 34, 34) << QColor(145, 145, 145);
        QTest::addRow("dark%s", large ? ", large" : "")
            << true << large << QColor(40, 40, 40) << QColor(49, 49, 49) << QColor(221, 221, 221) << QColor(144, 144, 144);
    }
}

void MeasuredCases::cardColours()
{
    QFETCH(bool, dark);
    QFETCH(bool, large);
    QFETCH(QColor, ground);
    QFETCH(QColor, border);
    QFETCH(QColor, text);
    QFETCH(QColor, awarded);
    const std::pair<int, QColor> types[] = {
        {kGold, QColor(231, 195, 0)}, {kSilver, QColor(192, 192, 192)}, {kBronze, QColor(205, 127, 50)}};
    for (const auto &[type, colour] : types) {
        PreviewInput input = inputOf(u"Apex"_qs, type);
        input.dark = dark;
        const PreviewBoxes boxes = large ? layoutLargeCard(input) : layoutCard(input);
        const QImage image = card(input, large);
        QCOMPARE(image.pixelColor(image.width() / 2, image.height() - 12), ground);
        QCOMPARE(image.pixelColor(image.width() / 2, 1), border);
        QCOMPARE(image.pixelColor(1, image.height() / 2), border);
        QCOMPARE(image.pixelColor((boxes.icon.center() * 3).toPoint()), colour);
        QVERIFY(holds(image, boxes.headingText, text));
        QVERIFY(holds(image, boxes.summary, text));
        QVERIFY(holds(image, boxes.awarded, awarded));
        // Corners of 4 px show what is behind.
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(image.pixelColor(4 * 3, 1), border);
    }
}

void MeasuredCases::largeCards()
{
    if (!interIsHere())
        QSKIP("needs the font Inter");
    for (const bool dark : {false, true}) {
        PreviewInput input = inputOf(u"Apex"_qs, kGold);
        input.dark = dark;
        input.width = 557;
        input.badge.longDescription =
            u"Held by the few who <b>answered a hundred questions</b> and were thanked for it. See the <a href=\"/rules\">rules</a>."_qs;
        const PreviewBoxes boxes = layoutLargeCard(input);
        COMPARE_BOX(boxes.card, QRectF(0, 0, 557, 161.22));
        COMPARE_BOX(boxes.icon, QRectF(25, 25, 56, 56));
        COMPARE_BOX(boxes.heading, QRectF(97, 25, 435, 33.94));
        COMPARE_BOX(boxes.summary, QRectF(97, 65, 435, 44.78));
        // Links have a colour of their own.
        QVERIFY(holds(card(input, true), boxes.summary, dark ? QColor(0x09, 0x9d, 0xd7) : QColor(0x00, 0x88, 0xcc)));
        PreviewInput wide = inputOf(u"Wide"_qs, kGold, {300, 120});
        wide.dark = dark;
        wide.width = 557;
        const PreviewBoxes wideBoxes = layoutLargeCard(wide);
        COMPARE_BOX(wideBoxes.card, QRectF(0, 0, 557, 138.83));
        COMPARE_BOX(wideBoxes.icon, QRectF(25, 25, 56, 22.39));
        QVERIFY(near(wideBoxes.heading.y(), 25) && near(wideBoxes.heading.height(), 33.94));
        QVERIFY(near(wideBoxes.summary.y(), 65) && near(wideBoxes.summary.height(), 22.39));
    }
}

void MeasuredCases::postHeaders()
{
    // Four glyphs, then pictures: the fifth pill begins where the pills before it end.
    qreal x = 0;
    for (int i = 0; i < 4; ++i)
        x += layoutHeaderPill(inputOf(u"Apex"_qs, kGold)).pill.width();
    QVERIFY(near(x + layoutHeaderPill(inputOf(u"Wide"_qs, kGold, {300, 120})).icon.x(), 127.68));
    for (const QSize &size : {QSize(256, 256), QSize(300, 120), QSize(90, 240), QSize(24, 24)}) {
        // Squeezed or enlarged, whatever its shape.
        const PillBoxes picture = layoutHeaderPill(inputOf(u"Any"_qs, kGold, size));
        COMPARE_BOX(picture.icon, QRectF(8, 3, 16, 16));
        x += picture.pill.width();
    }
    PreviewInput unknown = inputOf(u"Unknown"_qs, kSilver);
    unknown.iconSvg.clear();
    COMPARE_BOX(layoutHeaderPill(unknown).icon, QRectF(8, 3, 13.92, 13.92));
    x += layoutHeaderPill(unknown).pill.width();
    QVERIFY2(near(x, 277.61), QByteArray::number(x).constData());
}

void MeasuredCases::userCards()
{
    if (!interIsHere())
        QSKIP("needs the font Inter");
    QList<PreviewInput> badges;
    for (const QString &name : {u"Small"_qs, u"Tall"_qs, u"Wide"_qs})
        badges.append(inputOf(name, kGold, {24, 24}));
    for (int i = 0; i < 10; ++i)
        badges.append(inputOf(u"More"_qs, kGold));
    for (PreviewInput &badge : badges)
        badge.dark = true;
    const UserCardBoxes boxes = layoutUserCardRow(badges, kUserCardRow);
    QCOMPARE(boxes.pills.size(), 3);
    COMPARE_BOX(boxes.pills.at(0).pill, QRectF(0, 0, 83.16, 30.39));
    COMPARE_BOX(boxes.pills.at(0).name, QRectF(33.45, 5, 40.7, 20));
    // As they stand in the picture of the card, at 2× and from its left padding on.
    COMPARE_BOX(boxes.pills.at(1).pill, QRectF(88, 0, 68, 30));
    COMPARE_BOX(boxes.pills.at(2).pill, QRectF(160, 0, 81, 30));
    COMPARE_BOX(boxes.more, QRectF(245, 0, 89, 30));

    constexpr qreal ratio = 3;
    for (const bool dark : {false, true}) {
        for (PreviewInput &badge : badges)
            badge.dark = dark;
        QImage image((boxes.row.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintUserCardRow(&painter, badges, kUserCardRow);
        painter.end();
        const QRectF pill = boxes.pills.at(0).pill;
        QCOMPARE(image.pixelColor(QPoint(6, 40)), dark ? QColor(40, 40, 40) : QColor(248, 248, 248));
        QCOMPARE(image.pixelColor(QPoint(int(pill.width() * 1.5), 1)), dark ? QColor(49, 49, 49) : QColor(233, 233, 233));
        QCOMPARE(image.pixelColor(QPoint(int(boxes.row.width() * 3) - 4, 40)), dark ? QColor(34, 34, 34) : QColor(255, 255, 255));
        QVERIFY(holds(image, boxes.pills.at(0).name, dark ? QColor(221, 221, 221) : QColor(34, 34, 34)));
    }
}

void MeasuredCases::versionsAndTextSizes_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("textSize");
    QTest::addColumn<double>("icon");
    const auto row = [](ForumVersion version, int text, double icon) {
        QTest::addRow("version %d, text %d", int(version), text) << int(version) << text << icon;
    };
    row(ForumVersion::From2025, 13, 45.5);
    row(ForumVersion::From2025, 14, 49);
    row(ForumVersion::From2025, 16, 56);
    row(ForumVersion::From2025, 18, 63);
    row(ForumVersion::From2025, 20, 70);
    row(ForumVersion::FromJune2026, 16, 56);
    row(ForumVersion::FromJune2026, 20, 70);
    row(ForumVersion::Before2025, 16, 52.5);
    row(ForumVersion::Before2023, 13, 80);
    row(ForumVersion::Before2023, 16, 80);
    row(ForumVersion::Before2023, 20, 80);
}

void MeasuredCases::versionsAndTextSizes()
{
    QFETCH(int, version);
    QFETCH(int, textSize);
    QFETCH(double, icon);
    for (const QSize &picture : {QSize(), QSize(256, 256), QSize(300, 120), QSize(24, 24)}) {
        PreviewInput input = inputOf(u"Apex"_qs, kGold, picture);
        dressFor(&input, ForumVersion(version), textSize);
        const QRectF room = layoutCard(input).icon;
        const QRectF box = artIn(input, room);
        const double width = picture.width() == 24 ? 24 : icon;
        const double height = picture.width() == 300 ? icon * 0.4 : width;
        QVERIFY2(std::abs(box.width() - width) < 0.05 && std::abs(box.height() - height) < 0.05, shown(box).constData());
        // The text follows the picture, whatever its width.
        QVERIFY(std::abs(layoutCard(input).heading.left() - room.right() - input.textPx) < 0.05);
        QVERIFY(std::abs(artIn(input, layoutLargeCard(input).icon).width() - width) < 0.05);
        // Newer forums keep the square, with the picture in its middle, and squeeze no pill.
        const bool keepsSquare = version == int(ForumVersion::FromJune2026);
        QVERIFY2(std::abs(room.height() - (keepsSquare ? icon : height)) < 0.05, shown(room).constData());
        QVERIFY(std::abs((box.center() - room.center()).manhattanLength()) < 0.05);
        if (picture.width() == 300)
            QVERIFY(std::abs(artIn(input, layoutPill(input).icon).height() - (keepsSquare ? 6.4 : 16)) < 0.05);
    }
    PreviewInput before = inputOf(u"Apex"_qs, kGold);
    dressFor(&before, ForumVersion::Before2025, 16);
    QCOMPARE(before.textPx, 15);
}
