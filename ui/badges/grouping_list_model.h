// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/grouping_changes.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStyledItemDelegate>

namespace badgewright::ui {

/// Groupings that are being changed: names can be edited in place, rows dragged to another place.
class GroupingListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< "3 badges", "new", "removed; 3 badges go to “Other”"
        RemovedRole,
    };

    explicit GroupingListModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    const QList<GroupingRow> &rows() const { return m_rows; }
    const GroupingRow &row(int index) const { return m_rows.at(index); }
    void setRows(const QList<GroupingRow> &rows);
    /// How many badges of the forum stand in each.
    void setCounts(const QHash<GroupingId, int> &counts);
    int count(GroupingId id) const { return m_counts.value(id); }

    int add(int after); ///< the new one's row
    void remove(int row, GroupingId movesTo); ///< a new one goes, another one is struck out
    void bringBack(int row);
    bool move(int from, int to);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void changed();
    void moved(int to); ///< by a drop

private:
    QString detail(const GroupingRow &row) const;
    QString nameOf(GroupingId id) const;

    QList<GroupingRow> m_rows;
    QHash<GroupingId, int> m_counts;
    GroupingId m_lastNew = 0;
};

/// The name to one side, what is to be said of it to the other.
class GroupingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace badgewright::ui
