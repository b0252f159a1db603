// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_preview_metrics.h"

#include "artwork/html_text.h"
#include "artwork/preview_layout.h"

#include <QCoreApplication>
#include <QVersionNumber>

#include <algorithm>

namespace badgewright::artwork {
namespace {

struct BadgePreviewMetricsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Preview)
};

constexpr qreal kBorder = 1;
constexpr qreal kPillPaddingX = 8;
constexpr qreal kPillPaddingY = 3;
constexpr qreal kPillImage = 16;
constexpr int kPillsInUserCard = 3;
constexpr qreal kUsualText = 16;
constexpr qreal kTextBefore2025 = 15;
constexpr qreal kIconEm = 3.5;
constexpr qreal kIconBefore2023 = 80;

/// Never cut and never enlarged.
QSizeF fittedInto(const QSizeF &room, const QImage &image)
{
    const QSizeF natural = QSizeF(image.size()) / image.devicePixelRatio();
    const qreal scale = std::min({qreal(1), room.width() / natural.width(), room.height() / natural.height()});
    return {layoutUnit(natural.width() * scale), layoutUnit(natural.height() * scale)};
}

/// The box in a card: it shrinks around the picture where it is not a square whatever stands in it.
QSizeF iconSize(const PreviewInput &input)
{
    const qreal side = input.iconEm * input.textPx;
    const QSizeF square(side, side);
    return input.image.isNull() || input.version == ForumVersion::FromJune2026 ? square : fittedInto(square, input.image);
}

struct HeadingMetrics {
    qreal px;
    qreal strut;    ///< line height of the heading itself
    qreal linkLine; ///< line height of the name inside it; the same where the name is no link
    qreal margin;
};

HeadingMetrics headingMetrics(const PreviewInput &input, bool large)
{
    const qreal em = large ? kFontUp3 : input.wideWindow ? kFontUp2 : kFontUp1;
    const qreal px = em * input.textPx;
    return {px, px * kLineHeightLarge, px * (large ? kLineHeightLarge : kLineHeightMedium), px * 0.25};
}

ReadableText summaryText(const PreviewInput &input, bool large)
{
    const Badge &badge = input.badge;
    const ReadableText longText = large ? readHtml(badge.longDescription) : ReadableText();
    return longText.text.isEmpty() ? readHtml(badge.description) : longText;
}

} // namespace

QColor badgeTypeColour(int typeId)
{
    return typeId == kGold     ? QColor(0xe7, 0xc3, 0x00)
           : typeId == kSilver ? QColor(0xc0, 0xc0, 0xc0)
                               : QColor(0xcd, 0x7f, 0x32);
}

ForumVersion forumVersionOf(const QString &installed)
{
    // Numbered by years since 2026; 3.1 came after the redesign of 2023, 3.5 is that of 2025.
    const QVersionNumber version = QVersionNumber::fromString(installed);
    if (version.isNull() || version >= QVersionNumber(2026, 6))
        return ForumVersion::FromJune2026;
    return version >= QVersionNumber(3, 5)   ? ForumVersion::From2025
           : version >= QVersionNumber(3, 1) ? ForumVersion::Before2025
                                             : ForumVersion::Before2023;
}

QRectF artIn(const PreviewInput &input, const QRectF &box)
{
    if (input.image.isNull() || input.version != ForumVersion::FromJune2026)
        return box;
    const QSizeF art = fittedInto(box.size(), input.image);
    return {box.center() - QPointF(art.width(), art.height()) / 2, art};
}

QString awardedText(int grantCount)
{
    if (grantCount <= 0)
        return {};
    // Thousands as forums shorten them: 999, 1.0k, 12.3k, 123k, 1.5M. A shortened one is rounded and keeps its one digit.
    const auto shortened = [](double n, int digits, const QString &letter) { return QString::number(n, 'f', digits) + letter; };
    const QString number = grantCount >= 1'000'000 ? shortened(grantCount / 1e6, 1, QStringLiteral("M"))
                           : grantCount >= 100'000 ? shortened(grantCount / 1e3, 0, QStringLiteral("k"))
                           : grantCount >= 1'000   ? shortened(grantCount / 1e3, 1, QStringLiteral("k"))
                                                   : QString::number(grantCount);
    return BadgePreviewMetricsWords::tr("%1 awarded").arg(number);
}

PreviewText::Style bodyStyle(const PreviewInput &input)
{
    return {input.fontFamily, input.textPx, input.textPx * kLineHeightLarge, false, false};
}

QString pillName(const PreviewInput &input)
{
    return input.times > 1 ? BadgePreviewMetricsWords::tr("%1 (×%2)").arg(input.badge.name).arg(input.times) : input.badge.name;
}

QString notificationText(const PreviewInput &input)
{
    return BadgePreviewMetricsWords::tr("Earned ‘%1’").arg(input.badge.name);
}

QString moreText(int count)
{
    return BadgePreviewMetricsWords::tr("+%1 More").arg(count);
}

qreal cardInfoWidth(const PreviewInput &input, const QSizeF &icon)
{
    const qreal padding = 1.5 * input.textPx;
    const qreal gap = input.textPx;
    return std::max(qreal(1), input.width - 2 * kBorder - 2 * padding - gap - icon.width());
}

CardTexts cardTexts(const PreviewInput &input, bool large, qreal infoWidth)
{
    const HeadingMetrics heading = headingMetrics(input, large);
    const qreal small = input.textPx * kFontDown1;
    return {PreviewText(input.badge.name, {input.fontFamily, heading.px, heading.linkLine, true, false}, infoWidth),
            PreviewText(summaryText(input, large), bodyStyle(input), infoWidth),
            PreviewText(awardedText(input.badge.grantCount),
                        {input.fontFamily, small, small * kLineHeightLarge, false, false}, infoWidth)};
}

PreviewBoxes layoutCard(const PreviewInput &input, bool large, CardTexts *texts)
{
    const QSizeF icon = iconSize(input);
    const qreal available = cardInfoWidth(input, icon);
    CardTexts made = cardTexts(input, large, available);
    const HeadingMetrics heading = headingMetrics(input, large);
    const qreal padding = 1.5 * input.textPx;
    const qreal top = kBorder + padding;
    const qreal left = top + icon.width() + input.textPx;

    PreviewBoxes boxes;
    boxes.icon = QRectF(QPointF(top, top), icon);

    // The text is as wide as its longest unbroken line, at most what is left.
    const PreviewText::Style bold{input.fontFamily, heading.px, heading.linkLine, true, false};
    const qreal small = input.textPx * kFontDown1;
    const qreal wanted = std::max(
        {PreviewText::widthOf(input.badge.name, bold),
         PreviewText::widthOf(summaryText(input, large), bodyStyle(input)),
         PreviewText::widthOf(awardedText(input.badge.grantCount), {input.fontFamily, small, small, false, false})});
    const qreal width = std::min(available, layoutUnit(wanted) + 1.0 / 64);

    // The name is a block inside the heading's first line: its last line shares the heading's baseline.
    const qreal lines = made.heading.height();
    const qreal below = (heading.strut - heading.linkLine) / 2;
    const qreal headingHeight = made.heading.lineCount() <= 1 ? layoutUnit(heading.strut)
                                : large                       ? lines
                                                              : layoutUnit(lines + below);
    const qreal textTop = made.heading.lineCount() <= 1 ? below : 0;
    boxes.heading = QRectF(left, top, width, headingHeight);
    boxes.headingText = QRectF(left, top + textTop, std::min(width, made.heading.naturalWidth()), lines);

    qreal y = boxes.heading.bottom() + layoutUnit(heading.margin);
    if (made.summary.lineCount() > 0) {
        boxes.summary = QRectF(left, y, width, made.summary.height());
        y = boxes.summary.bottom();
    }
    if (made.awarded.lineCount() > 0) {
        boxes.awarded = QRectF(left, y + layoutUnit(small * 0.5), width, made.awarded.height());
        y = boxes.awarded.bottom();
    }
    boxes.info = QRectF(left, top, width, y - top);
    const qreal inner = std::max(boxes.info.height(), icon.height());
    boxes.contents = QRectF(kBorder, kBorder, input.width - 2 * kBorder, inner + 2 * padding);
    boxes.card = QRectF(0, 0, input.width, std::max(boxes.contents.height() + 2 * kBorder, input.minHeight));
    if (input.held) {
        const qreal disc = 1.5 * input.textPx;
        boxes.tick = QRectF(boxes.contents.right() - 5 - disc, kBorder + 5, disc, disc);
    }
    if (texts)
        *texts = std::move(made);
    return boxes;
}

PreviewBoxes layoutCard(const PreviewInput &input)
{
    return layoutCard(input, false, nullptr);
}

PreviewBoxes layoutLargeCard(const PreviewInput &input)
{
    return layoutCard(input, true, nullptr);
}

PillBoxes layoutPill(const PreviewInput &input)
{
    const PreviewText::Style style = bodyStyle(input);
    // Glyphs grow with the text; pictures are 16 px, whatever their shape.
    const qreal side = input.image.isNull() ? input.textPx : kPillImage;
    const qreal line = layoutUnit(style.lineHeight);
    const qreal inner = std::max(line, side);
    const PreviewText text(pillName(input), style, 1e5);
    // A blank stands between picture and name besides the margin.
    const qreal gap = PreviewText::widthOf(QStringLiteral(" "), style) + 0.25 * input.textPx;

    PillBoxes boxes;
    const qreal x = kBorder + kPillPaddingX;
    const qreal y = kBorder + kPillPaddingY;
    boxes.icon = QRectF(x, y + (inner - side) / 2, side, side);
    boxes.name = QRectF(boxes.icon.right() + gap, y + (inner - text.naturalHeight()) / 2, text.naturalWidth(),
                        text.naturalHeight());
    const qreal natural = boxes.name.right() + kPillPaddingX + kBorder;
    // A user card cuts long names.
    const qreal width = std::min(natural, std::max(input.width, boxes.name.left() + 2 * input.textPx));
    boxes.name.setRight(width - kPillPaddingX - kBorder);
    boxes.pill = QRectF(0, 0, width, inner + 2 * y);
    return boxes;
}

qreal naturalPillWidth(const PreviewInput &input)
{
    PreviewInput alone = input;
    alone.width = 1e5;
    return layoutPill(alone).pill.width();
}

void dressFor(PreviewInput *input, ForumVersion version, int textSize)
{
    // The reader's choice is relative to the usual 16 px, and scales with the forum's own base.
    const qreal base = version >= ForumVersion::From2025 ? kUsualText : kTextBefore2025;
    input->version = version;
    input->textPx = textSize * base / kUsualText;
    input->iconEm = version == ForumVersion::Before2023 ? kIconBefore2023 / input->textPx : kIconEm;
}

PillBoxes layoutHeaderPill(const PreviewInput &input)
{
    const qreal side = input.image.isNull() ? layoutUnit(input.textPx * kFontDown1) : kPillImage;
    PillBoxes boxes;
    boxes.icon = QRectF(kPillPaddingX, kPillPaddingY, side, side);
    boxes.pill = QRectF(0, 0, side + 2 * kPillPaddingX, side + 2 * kPillPaddingY);
    return boxes;
}

NotificationBoxes layoutNotification(const PreviewInput &input)
{
    const qreal paddingX = input.textPx;
    const qreal paddingY = 0.5 * input.textPx;
    const qreal left = paddingX + input.textPx + 0.75 * input.textPx;
    const PreviewText text(notificationText(input), bodyStyle(input), input.width - left - paddingX);
    NotificationBoxes boxes;
    boxes.icon = QRectF(paddingX, paddingY + (layoutUnit(bodyStyle(input).lineHeight) - input.textPx) / 2, input.textPx,
                        input.textPx);
    boxes.text = QRectF(left, paddingY, std::max(qreal(1), input.width - left - paddingX), text.height());
    boxes.row = QRectF(0, 0, input.width, text.height() + 2 * paddingY);
    return boxes;
}

UserCardBoxes layoutUserCardRow(const QList<PreviewInput> &inputs, qreal width)
{
    UserCardBoxes boxes;
    if (inputs.isEmpty())
        return boxes;
    const PreviewText::Style style = bodyStyle(inputs.first());
    const qreal gap = PreviewText::widthOf(QStringLiteral(" "), style);
    qreal x = 0;
    qreal y = 0;
    qreal height = 0;
    const auto place = [&](QSizeF size) {
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += height + gap;
        }
        const QPointF at(x, y);
        x += size.width() + gap;
        height = std::max(height, size.height());
        return at;
    };
    for (const PreviewInput &one : inputs.mid(0, kPillsInUserCard)) {
        PreviewInput input = one;
        input.width = width;
        PillBoxes pill = layoutPill(input);
        const QPointF at = place(pill.pill.size());
        pill.pill.translate(at);
        pill.icon.translate(at);
        pill.name.translate(at);
        boxes.pills.append(pill);
    }
    if (inputs.size() > kPillsInUserCard) {
        const qreal text = PreviewText::widthOf(moreText(int(inputs.size()) - kPillsInUserCard), style);
        const QSizeF size(text + 2 * (kBorder + kPillPaddingX), height);
        boxes.more = QRectF(place(size), size);
    }
    boxes.row = QRectF(0, 0, width, y + height);
    return boxes;
}

} // namespace badgewright::artwork
