// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QStyledItemDelegate>

namespace badgewright::ui {

class BadgePictures;
class BadgeShelf;

/// The square picture of a badge as it would look after publishing. What is not fetched yet is a plain disc.
QPixmap thumbOf(const BadgeShelf &shelf, BadgePictures *pictures, BadgeId id, int side, qreal devicePixelRatio);

/// Rows of the badge list: picture, name and number of holders; headings in capitals with a count.
class BadgeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    BadgeDelegate(const BadgeShelf *shelf, BadgePictures *pictures, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBadge(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const BadgeShelf *m_shelf;
    BadgePictures *m_pictures;
};

} // namespace badgewright::ui
