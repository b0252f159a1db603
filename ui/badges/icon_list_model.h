// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QAbstractListModel>
#include <QCache>
#include <QColor>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace badgewright::ui {

/// Icons of a forum with their glyphs in one colour, drawn when they are first looked at.
class IconListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    IconListModel(const QColor &colour, int glyphSide, qreal devicePixelRatio, QObject *parent);

    void setIcons(const QList<Icon> &icons);
    void append(const Icon &icon);
    int rowOf(const QString &name) const;
    const Icon &icon(int row) const { return m_icons.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Icon> m_icons;
    QColor m_colour;
    int m_side;
    qreal m_ratio;
    mutable QCache<QString, QPixmap> m_glyphs{600};
};

/// A glyph in the middle of its cell; its name is the tool tip and what a screen reader says.
class GlyphDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace badgewright::ui
