// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_delegate.h"

#include "artwork/badge_preview_metrics.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_shelf.h"
#include "ui/kit/badge_thumb.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QPixmapCache>

namespace badgewright::ui {

namespace {

constexpr int kThumb = 28;
constexpr int kInset = 14;      // from the edge of the list to pictures and headings
constexpr int kHeadingRow = 34; // with the air above it
constexpr qreal kFaded = 0.45;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace

QPixmap thumbOf(const BadgeShelf &shelf, BadgePictures *pictures, BadgeId id, int side, qreal ratio)
{
    const BadgeDraft draft = shelf.draft(id);
    const Badge &badge = draft.edited;
    BadgeThumb thumb;
    thumb.typeColour = artwork::badgeTypeColour(badge.typeId);
    QString what;
    if (draft.picture) {
        thumb.image = QPixmap::fromImage(draft.picture->prepared.still);
        what = QString::number(draft.picture->prepared.still.cacheKey());
    } else if (!badge.imageUrl.isEmpty()) {
        thumb.image = QPixmap::fromImage(pictures->picture(badge.imageUrl).thumb);
        what = thumb.image.isNull() ? QString() : badge.imageUrl.toString();
    } else {
        thumb.iconSvg = pictures->icon(badge.icon).bytes;
        what = thumb.iconSvg.isEmpty() ? QString() : badge.icon;
    }
    // Reading the SVG anew for every row and every scroll would be felt.
    const QString key = QStringLiteral("badge-thumb/%1/%2/%3/%4").arg(what).arg(badge.typeId).arg(side).arg(ratio);
    QPixmap drawn;
    if (!QPixmapCache::find(key, &drawn)) {
        drawn = badgeThumb(thumb, side, ratio);
        QPixmapCache::insert(key, drawn);
    }
    return drawn;
}

BadgeDelegate::BadgeDelegate(const BadgeShelf *shelf, BadgePictures *pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_shelf(shelf), m_pictures(pictures)
{
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(BadgeListModel::HeadingRole).toBool())
        return {option.rect.width(), qMax(kHeadingRow, QFontMetrics(textFont(TextSize::Secondary)).height() + 18)};
    const int texts = QFontMetrics(textFont(TextSize::Body)).height() + QFontMetrics(textFont(TextSize::Secondary)).height();
    return {option.rect.width(), qMax(kListRowHeight, texts + 10)};
}

void BadgeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(BadgeListModel::HeadingRole).toBool())
        paintHeading(painter, option, index);
    else
        paintBadge(painter, option, index);
    painter->restore();
}

void BadgeDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = textFont(TextSize::Secondary);
    font.setPixelSize(qMax(9, QFontInfo(font).pixelSize() - 1));
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    painter->setFont(font);
    painter->setPen(tokens(option.palette).secondary);
    const QFontMetrics metrics(font);
    QRect line = option.rect.adjusted(kInset, 0, -kInset, -5);
    line.setTop(line.bottom() - metrics.height());
    const QString count = option.locale.toString(index.data(BadgeListModel::CountRole).toInt());
    const int countWidth = metrics.horizontalAdvance(count);
    const int end = option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const int start = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(line, end | Qt::AlignBottom, count);
    const QRect name = mirrored(option, line.adjusted(0, 0, -countWidth - kGrid, 0));
    const QString text = option.locale.toUpper(index.data().toString());
    painter->drawText(name, start | Qt::AlignBottom, metrics.elidedText(text, Qt::ElideRight, name.width()));
}

void BadgeDelegate::paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &colours = tokens(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.soft);

    const bool faded = !index.data(BadgeListModel::EnabledRole).toBool();
    const qint64 id = index.data(BadgeListModel::IdRole).toLongLong();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QRect thumb = mirrored(option, QRect(option.rect.left() + kInset, option.rect.center().y() - kThumb / 2 + 1,
                                               kThumb, kThumb));
    painter->setOpacity(faded ? kFaded : 1);
    painter->drawPixmap(thumb, thumbOf(*m_shelf, m_pictures, id, kThumb, ratio));

    QFont medium = textFont(TextSize::Body);
    medium.setWeight(QFont::Medium);
    const QFont detailFont = textFont(TextSize::Secondary);
    const QFontMetrics nameMetrics(medium);
    const QFontMetrics detailMetrics(detailFont);
    const bool changed = index.data(BadgeListModel::ChangedRole).toBool();
    const int left = option.rect.left() + kInset + kThumb + 10;
    const int width = option.rect.right() - left - kInset - (changed ? 14 : 0);
    const int height = nameMetrics.height() + detailMetrics.height();
    const int top = option.rect.top() + (option.rect.height() - height) / 2;
    const QRect name = mirrored(option, QRect(left, top, width, nameMetrics.height()));
    const QRect detail = mirrored(option, QRect(left, top + nameMetrics.height(), width, detailMetrics.height()));
    const int align = (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;

    // Faded by transparency the second line would be hardly readable; it is quiet already.
    painter->setOpacity(faded ? 0.7 : 1);
    painter->setFont(medium);
    painter->setPen(colours.text);
    painter->drawText(name, align, nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, width));
    painter->setOpacity(1);
    painter->setFont(detailFont);
    painter->setPen(colours.secondary);
    painter->drawText(detail, align, detailMetrics.elidedText(index.data(BadgeListModel::DetailRole).toString(),
                                                              Qt::ElideRight, width));
    if (changed) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawEllipse(mirrored(option, QRect(option.rect.right() - kInset - 6, option.rect.center().y() - 3, 7, 7)));
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
    }
}

} // namespace badgewright::ui
