// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/icon_list_model.h"

#include "artwork/badge_painter.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace badgewright::ui {

IconListModel::IconListModel(const QColor &colour, int glyphSide, qreal devicePixelRatio, QObject *parent)
    : QAbstractListModel(parent), m_colour(colour), m_side(glyphSide), m_ratio(devicePixelRatio)
{
}

void IconListModel::setIcons(const QList<Icon> &icons)
{
    beginResetModel();
    m_icons = icons;
    endResetModel();
}

void IconListModel::append(const Icon &icon)
{
    beginInsertRows({}, int(m_icons.size()), int(m_icons.size()));
    m_icons.append(icon);
    endInsertRows();
}

int IconListModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_icons.size(); ++row) {
        if (m_icons[row].name == name)
            return row;
    }
    return -1;
}

int IconListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_icons.size());
}

QVariant IconListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Icon &icon = m_icons[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return icon.name;
    case Qt::DecorationRole: {
        if (const QPixmap *known = m_glyphs.object(icon.name))
            return *known;
        const QSize pixels = QSize(m_side, m_side) * m_ratio;
        auto *glyph = new QPixmap(QPixmap::fromImage(artwork::glyphImage(icon.svg, m_colour, pixels)));
        glyph->setDevicePixelRatio(m_ratio);
        const QPixmap drawn = *glyph;
        m_glyphs.insert(icon.name, glyph);
        return drawn;
    }
    default:
        return {};
    }
}

void GlyphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &colours = tokens(option.palette);
    const QRectF cell = QRectF(option.rect).adjusted(2, 2, -2, -2);
    if (option.state & QStyle::State_Selected)
        paint::roundedFrame(painter, cell, kRadius, colours.selection, colours.accent, 1.5);
    else if (option.state & QStyle::State_MouseOver)
        paint::roundedFrame(painter, cell, kRadius, colours.soft, {});
    const auto glyph = index.data(Qt::DecorationRole).value<QPixmap>();
    const QSizeF size = glyph.deviceIndependentSize();
    painter->drawPixmap(QPointF(cell.center().x() - size.width() / 2, cell.center().y() - size.height() / 2), glyph);
}

} // namespace badgewright::ui
