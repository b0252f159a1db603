// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"

#include <QAbstractListModel>
#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace badgewright::ui {

/// The award types of a forum.
class AwardTypeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TypeIdRole = Qt::UserRole + 1, LevelRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;
    void setTypes(const QList<AwardType> &types);
    const AwardType *find(AwardTypeId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<AwardType> m_types;
};

/// A row of 44 px: a medal in the level's colour, the name, and below it level and mode in words.
class AwardTypeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// What a person did, newest first; each is something an award can be given for.
class ActionListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, VerbColumn, OnColumn, IdColumn, ReceiverColumn, ColumnCount };
    enum Role { ActionIdRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    void setActions(const QList<Action> &actions, const QDateTime &now);
    const Action *find(ActionId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Action> m_actions;
    QDateTime m_now;
};

/// "gold", "silver", "bronze" in the person's language, or the forum's own word.
QString awardLevelWords(const QString &level);
/// "once per person", "once per post", or the forum's own word.
QString awardModeWords(const QString &mode);

} // namespace badgewright::ui
