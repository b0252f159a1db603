// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/forum_places.h"

#include "artwork/badge_painter.h"
#include "artwork/preview_layout.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

struct ForumPlacesWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::artwork::Places)
};

constexpr qreal kPageMargin = 10;
constexpr qreal kAround = 16; // above and below, so that pieces of pages do not end at a card's edge
constexpr qreal kFullWidth = 1110;
constexpr qreal kWideWindow = 900;       // from here on the names of cards are a size larger
constexpr qreal kHalfHeadFrom = 767;     // from here on the large card takes half of the page
constexpr qreal kLargestHead = 557;      // half of the page, and its border
constexpr qreal kColumnEm = 18;
constexpr int kMostRows = 3;
constexpr qreal kMenuWidth = 320;
constexpr int kHeaderNeighbours = 2;

/// Between a page's margins. From 1,110 px on the window is wider than the page.
qreal contentWidth(const PlacesScene &scene)
{
    return scene.windowWidth >= kFullWidth ? kFullWidth : scene.windowWidth - 2 * kPageMargin;
}

/// Dressed like the badge, so that both are on the same page.
PreviewInput follower(const PreviewInput &input, const PlacesScene &scene)
{
    PreviewInput own = input;
    const PreviewInput &badge = scene.badge;
    own.dark = badge.dark;
    own.textPx = badge.textPx;
    own.iconEm = badge.iconEm;
    own.version = badge.version;
    own.fontFamily = badge.fontFamily;
    own.colours = badge.colours;
    own.wideWindow = scene.windowWidth >= kWideWindow;
    return own;
}

PreviewText lineOf(const QString &text, const PreviewInput &input, qreal em, bool bold, qreal width)
{
    const qreal px = em * input.textPx;
    return PreviewText(text, {input.fontFamily, px, px * kLineHeightMedium, bold, false}, width);
}

struct Grid {
    GridBoxes boxes;
    QList<PreviewInput> inputs;
};

Grid gridOf(const PlacesScene &scene)
{
    Grid grid;
    const qreal width = contentWidth(scene);
    const qreal em = scene.badge.textPx;
    GridBoxes &boxes = grid.boxes;
    const qreal least = std::min(kColumnEm * em, width);
    boxes.columns = std::max(1, int((width + em) / (least + em)));
    // Of a large grouping the rows around the badge.
    const int shown = boxes.columns * kMostRows;
    const int all = int(scene.neighbours.size()) + 1;
    const int place = std::clamp(scene.position, 0, all - 1);
    const int firstRow = std::clamp(place / boxes.columns - kMostRows / 2, 0, std::max(0, (all - 1) / boxes.columns - kMostRows + 1));
    const int first = firstRow * boxes.columns;
    const int count = std::min(shown, all - first);
    boxes.badge = place - first;
    // Empty columns do not take part: few cards are wide cards.
    const int used = std::min(boxes.columns, count);
    const qreal column = (width - (used - 1) * em) / used;
    const qreal top = scene.grouping.isEmpty() ? 0 : lineOf(scene.grouping, scene.badge, kFontUp2, true, width).height();
    boxes.heading = QRectF(kPageMargin, kAround, width, top);
    qreal y = kAround + (top > 0 ? top + 1.5 * em : 0);
    for (int i = 0; i < count; ++i) {
        const int at = first + i;
        PreviewInput input = follower(at == place ? scene.badge : scene.neighbours.at(at < place ? at : at - 1), scene);
        input.width = column;
        grid.inputs.append(input);
    }
    for (int row = 0; row < count; row += used) {
        qreal height = 0;
        for (int i = row; i < std::min(row + used, count); ++i)
            height = std::max(height, layoutCard(grid.inputs.at(i)).card.height());
        for (int i = row; i < std::min(row + used, count); ++i) {
            grid.inputs[i].minHeight = height;
            boxes.cards.append(QRectF(kPageMargin + (i - row) * (column + em), y, column, height));
        }
        y += height + em;
    }
    boxes.columns = used;
    return grid;
}

struct Head {
    PreviewInput card;
    QString title;
    qreal titleHeight = 0;
    QPointF at; ///< of the card
};

Head headOf(const PlacesScene &scene)
{
    Head head;
    const qreal width = contentWidth(scene);
    head.card = follower(scene.badge, scene);
    head.card.width = scene.windowWidth >= kHalfHeadFrom ? std::min(width, kLargestHead) : width;
    head.title = ForumPlacesWords::tr("Badges / %1").arg(scene.badge.badge.name);
    head.titleHeight = lineOf(head.title, scene.badge, kFontUp3, true, width).height();
    head.at = QPointF(kPageMargin, kAround + head.titleHeight + scene.badge.textPx);
    return head;
}

QList<PreviewInput> userCardOf(const PlacesScene &scene)
{
    QList<PreviewInput> pills{follower(scene.badge, scene)};
    for (const PreviewInput &input : scene.alsoHeld)
        pills.append(follower(input, scene));
    return pills;
}

qreal userCardWidth(const PlacesScene &scene)
{
    return std::min(kUserCardRow, scene.windowWidth - 2 * kPageMargin);
}

PreviewInput notificationOf(const PlacesScene &scene)
{
    PreviewInput input = follower(scene.badge, scene);
    input.width = std::min(kMenuWidth, contentWidth(scene));
    return input;
}

/// A post's first line: the name of who wrote it, and what stands behind it.
struct PostLine {
    QString username;
    qreal nameWidth = 0;
    qreal height = 0;
    QList<PreviewInput> pills;
    QList<QPointF> at; ///< of the pills
    QPointF titleAt;
    qreal titleWidth = 0;
};

PostLine postLineOf(const PlacesScene &scene, bool withTitle)
{
    PostLine line;
    const PreviewInput &badge = scene.badge;
    const qreal em = badge.textPx;
    line.username = ForumPlacesWords::tr("member");
    const PreviewText name = lineOf(line.username, badge, 1, true, 1e5);
    line.nameWidth = name.naturalWidth();
    line.height = bodyStyle(badge).lineHeight;
    qreal x = kPageMargin + line.nameWidth + 0.33 * em;
    if (withTitle) {
        line.titleAt = QPointF(x, kAround);
        line.titleWidth = std::max(qreal(1), kPageMargin + contentWidth(scene) - x);
        return line;
    }
    line.pills.append(follower(badge, scene));
    for (const PreviewInput &input : scene.alsoHeld.mid(0, kHeaderNeighbours))
        line.pills.append(follower(input, scene));
    for (const PreviewInput &input : std::as_const(line.pills)) {
        const QRectF pill = layoutHeaderPill(input).pill;
        line.at.append(QPointF(x, kAround + (line.height - pill.height()) / 2));
        x += pill.width();
    }
    return line;
}

PreviewText titleText(const PlacesScene &scene, qreal width)
{
    return PreviewText(scene.badge.badge.name, bodyStyle(scene.badge), width);
}

} // namespace

GridBoxes layoutGrid(const PlacesScene &scene)
{
    return gridOf(scene).boxes;
}

QSizeF placeSize(Place place, const PlacesScene &scene)
{
    const qreal width = contentWidth(scene) + 2 * kPageMargin;
    const auto high = [](qreal height) { return std::ceil(height + 2 * kAround); };
    switch (place) {
    case Place::Grid:
        return {width, std::ceil(gridOf(scene).boxes.cards.last().bottom() + kAround)};
    case Place::Head: {
        const Head head = headOf(scene);
        return {width, std::ceil(head.at.y() + layoutLargeCard(head.card).card.height() + kAround)};
    }
    case Place::Pill: {
        PreviewInput input = follower(scene.badge, scene);
        input.width = contentWidth(scene);
        return {width, high(layoutPill(input).pill.height())};
    }
    case Place::UserCard:
        return {std::min(width, userCardWidth(scene) + 2 * kPageMargin),
                high(layoutUserCardRow(userCardOf(scene), userCardWidth(scene)).row.height())};
    case Place::PostHeader:
        return {width, high(postLineOf(scene, false).height)};
    case Place::Notification:
        return {std::min(width, kMenuWidth + 2 * kPageMargin), high(layoutNotification(notificationOf(scene)).row.height())};
    case Place::Title:
        return {width, high(std::max(postLineOf(scene, true).height, titleText(scene, postLineOf(scene, true).titleWidth).height()))};
    }
    return {};
}

PlaceNumbers placeNumbers(Place place, const PlacesScene &scene)
{
    const qreal text = scene.badge.textPx;
    switch (place) {
    case Place::Grid: {
        const Grid grid = gridOf(scene);
        const PreviewInput &card = grid.inputs.at(grid.boxes.badge);
        return {artIn(card, layoutCard(card).icon).translated(grid.boxes.cards.at(grid.boxes.badge).topLeft()),
                (card.wideWindow ? kFontUp2 : kFontUp1) * text};
    }
    case Place::Head: {
        const Head head = headOf(scene);
        return {artIn(head.card, layoutLargeCard(head.card).icon).translated(head.at), kFontUp3 * text};
    }
    case Place::Pill:
        return {artIn(scene.badge, layoutPill(follower(scene.badge, scene)).icon).translated(kPageMargin, kAround), text};
    case Place::UserCard:
        return {artIn(scene.badge, layoutUserCardRow(userCardOf(scene), userCardWidth(scene)).pills.first().icon).translated(kPageMargin, kAround), text};
    case Place::PostHeader: {
        const PostLine line = postLineOf(scene, false);
        return {artIn(scene.badge, layoutHeaderPill(line.pills.first()).icon).translated(line.at.first()), 0};
    }
    case Place::Notification:
    case Place::Title:
        break;
    }
    return {{}, text};
}

void paintPlace(QPainter *painter, Place place, const PlacesScene &scene)
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform | QPainter::TextAntialiasing);
    const PreviewTokens &tokens = scene.badge.tokens();
    painter->fillRect(QRectF(QPointF(), placeSize(place, scene)), tokens.secondary);
    const auto moved = [painter](const QPointF &to, const auto &paint) {
        painter->save();
        painter->translate(to);
        paint();
        painter->restore();
    };
    const QPointF corner(kPageMargin, kAround);
    switch (place) {
    case Place::Grid: {
        const Grid grid = gridOf(scene);
        if (!grid.boxes.heading.isEmpty())
            lineOf(scene.grouping, scene.badge, kFontUp2, true, grid.boxes.heading.width())
                .paint(painter, grid.boxes.heading.topLeft(), tokens.primaryMedium);
        for (qsizetype i = 0; i < grid.inputs.size(); ++i)
            moved(grid.boxes.cards.at(i).topLeft(), [&] { paintCard(painter, grid.inputs.at(i)); });
        break;
    }
    case Place::Head: {
        const Head head = headOf(scene);
        lineOf(head.title, scene.badge, kFontUp3, true, contentWidth(scene)).paint(painter, corner, tokens.primary);
        moved(head.at, [&] { paintLargeCard(painter, head.card); });
        break;
    }
    case Place::Pill: {
        PreviewInput input = follower(scene.badge, scene);
        input.width = contentWidth(scene);
        moved(corner, [&] { paintPill(painter, input); });
        break;
    }
    case Place::UserCard:
        moved(corner, [&] { paintUserCardRow(painter, userCardOf(scene), userCardWidth(scene)); });
        break;
    case Place::PostHeader:
    case Place::Title: {
        const PostLine line = postLineOf(scene, place == Place::Title);
        const PreviewText::Style name{scene.badge.fontFamily, scene.badge.textPx, line.height, true, false};
        PreviewText(line.username, name, 1e5).paint(painter, corner, tokens.username);
        for (qsizetype i = 0; i < line.pills.size(); ++i)
            moved(line.at.at(i), [&] { paintHeaderPill(painter, line.pills.at(i)); });
        if (place == Place::Title)
            titleText(scene, line.titleWidth).paint(painter, line.titleAt, tokens.primaryMedium);
        break;
    }
    case Place::Notification:
        moved(corner, [&] { paintNotification(painter, notificationOf(scene)); });
        break;
    }
    painter->restore();
}

} // namespace badgewright::artwork
