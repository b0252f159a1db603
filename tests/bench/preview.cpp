// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_painter.h"
#include "artwork/pictures.h"
#include "bench/figure.h"

#include <QDir>
#include <QFont>
#include <QTemporaryDir>

#include <cmath>

namespace badgewright::bench {

using namespace artwork;

namespace {

constexpr int kRatio = 2;
constexpr int kSheetEdge = 20;
constexpr int kCaption = 38; // two lines

/// What a real forum measured, or its style sheets say: a badge, and the box of its picture on the card.
struct Expected {
    QString name;
    QSize picture; ///< not valid: a glyph
    QRectF icon;
    qreal nameAt; ///< where its name begins
};

const QList<Expected> &expected()
{
    static const QList<Expected> list{{QStringLiteral("Apex"), {}, {25, 25, 56, 56}, 97},
                                      {QStringLiteral("Square"), {256, 256}, {25, 25, 56, 56}, 97},
                                      {QStringLiteral("Wide"), {300, 120}, {25, 25, 56, 22.39}, 97},
                                      {QStringLiteral("Tall"), {90, 240}, {25, 25, 21, 56}, 62},
                                      {QStringLiteral("Small"), {24, 24}, {25, 25, 24, 24}, 65}};
    return list;
}

PreviewInput inputFor(const Expected &one, bool dark)
{
    PreviewInput input;
    input.badge.name = one.name;
    input.badge.description = QStringLiteral("Given for helping people find their way around here");
    input.badge.grantCount = 1;
    input.badge.typeId = kGold;
    input.dark = dark;
    if (one.picture.isValid())
        input.image = pictures::disc(one.picture);
    else
        input.iconSvg = QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><path d=\"M8 0l2 4 5 1-4 3 1 6-4-3-4 3 1-6-4-3 5-1z\"/></svg>");
    return input;
}

QString number(qreal value)
{
    return QString::number(value, 'f', std::abs(value - std::round(value)) < 0.005 ? 0 : 2);
}

QString box(const QSizeF &size)
{
    return QStringLiteral("%1 × %2").arg(number(size.width()), number(size.height()));
}

/// The cards below each other, each with its numbers: what was measured on a forum, and what is drawn here.
QImage sheet(bool dark)
{
    qreal height = kSheetEdge;
    qreal width = 0;
    for (const Expected &one : expected()) {
        const QSizeF card = layoutCard(inputFor(one, dark)).card.size();
        height += card.height() + kCaption + kSheetEdge;
        width = std::max(width, card.width());
    }
    QImage image((QSizeF(width + 2 * kSheetEdge, height) * kRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kRatio);
    image.fill(dark ? QColor(0x22, 0x22, 0x22) : QColor(Qt::white));
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(12);
    painter.setFont(font);
    painter.translate(kSheetEdge, kSheetEdge);
    for (const Expected &one : expected()) {
        const PreviewInput input = inputFor(one, dark);
        const PreviewBoxes boxes = layoutCard(input);
        paintCard(&painter, input);
        painter.setPen(QPen(QColor(0xE0, 0x30, 0xA0), 0.5));
        painter.drawRect(boxes.icon);
        painter.drawLine(boxes.headingText.topLeft(), boxes.headingText.bottomLeft());
        painter.setPen(dark ? QColor(0xA6, 0xA6, 0xA6) : QColor(0x64, 0x64, 0x64));
        painter.drawText(QRectF(0, boxes.card.bottom() + 2, width, kCaption), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("measured %1, name at %2\nhere %3, name at %4")
                             .arg(box(one.icon.size()), number(one.nameAt), box(boxes.icon.size()), number(boxes.headingText.left())));
        painter.translate(0, boxes.card.height() + kCaption + kSheetEdge);
    }
    return image;
}

} // namespace

bool previewFigure(const Wish &wish)
{
    QList<QStringList> table{{QStringLiteral("place"), QStringLiteral("contract"), QStringLiteral("here"), QStringLiteral("furthest apart")}};
    qreal worst = 0;
    const auto row = [&](const QString &name, const QSizeF &wanted, const QSizeF &got) {
        const qreal apart = std::max(std::abs(wanted.width() - got.width()), std::abs(wanted.height() - got.height()));
        worst = std::max(worst, apart);
        table.append({name, box(wanted), box(got), QStringLiteral("%1 px").arg(apart, 0, 'f', 2)});
    };
    for (const Expected &one : expected()) {
        const PreviewBoxes boxes = layoutCard(inputFor(one, false));
        row(QStringLiteral("card, %1: picture").arg(one.name), one.icon.size(), boxes.icon.size());
        row(QStringLiteral("card, %1: where picture and name begin").arg(one.name), {one.icon.left(), one.nameAt},
            {boxes.icon.left(), boxes.headingText.left()});
    }
    const PreviewInput glyph = inputFor(expected().first(), false);
    const PreviewInput wide = inputFor(expected().at(2), false);
    PreviewInput large = wide;
    large.width = 557;
    row(QStringLiteral("large card, Wide: card"), {557, 138.83}, layoutLargeCard(large).card.size());
    row(QStringLiteral("large card, Wide: picture"), {56, 22.39}, layoutLargeCard(large).icon.size());
    row(QStringLiteral("pill, Wide: picture, squeezed"), {16, 16}, layoutPill(wide).icon.size());
    row(QStringLiteral("post header, glyph"), {13.92, 13.92}, layoutHeaderPill(glyph).icon.size());
    row(QStringLiteral("post header, Wide: picture, squeezed"), {16, 16}, layoutHeaderPill(wide).icon.size());
    const std::pair<int, qreal> sizes[] = {{13, 45.5}, {14, 49}, {16, 56}, {18, 63}, {20, 70}};
    for (const auto &[text, side] : sizes) {
        PreviewInput input = glyph;
        dressFor(&input, ForumVersion::From2025, text);
        row(QStringLiteral("card, text of %1 px: glyph").arg(text), {side, side}, layoutCard(input).icon.size());
    }
    PreviewInput older = glyph;
    dressFor(&older, ForumVersion::Before2025, 16);
    row(QStringLiteral("card before 2025: glyph"), {52.5, 52.5}, layoutCard(older).icon.size());
    dressFor(&older, ForumVersion::Before2023, 16);
    row(QStringLiteral("card before 2023: glyph"), {80, 80}, layoutCard(older).icon.size());
    const bool met = worst <= 1;
    table.append({QStringLiteral("no more than 1 px apart"), {}, {}, verdict(met)});
    print(QStringLiteral("preview: boxes in CSS px against what was measured and read of real forums"), table);

    if (!wish.out.isEmpty() && QDir().mkpath(wish.out)) {
        for (const bool dark : {false, true}) {
            const QString path = QDir(wish.out).filePath(dark ? QStringLiteral("preview-dark.png") : QStringLiteral("preview-light.png"));
            if (!sheet(dark).save(path))
                qFatal("no %s", qPrintable(path));
            print(path, {});
        }
    }
    return met;
}

} // namespace badgewright::bench
