// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <vector>

namespace badgewright::ui {

class BadgeShelf;

enum class BadgeKind { All, Changed, NotEnabled, Gold, Silver, Bronze, WithPicture, WithIcon, OfTheForum, Own };
/// As it would be after publishing.
bool isOfKind(const BadgeShelf &shelf, BadgeId id, BadgeKind kind);

/// The badges of a shelf under their groupings: headings on the first level, badges below. Headings cannot be chosen,
/// but a badge can be dropped on one to move it there.
class BadgeListModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< BadgeId; absent on a heading
        GroupingIdRole,            ///< of the heading, or of the badge's heading
        HoldersRole,               ///< int, the raw count
        TypeRole,                  ///< kGold …
        EnabledRole,               ///< false: the forum hides it
        ChangedRole,               ///< has unpublished changes
        NewRole,                   ///< not on the forum yet
        CountRole,                 ///< of a heading: badges below it
        DetailRole,                ///< the second line: "12 holders", "not published yet"
        HeadingRole,               ///< true on headings
        SearchRole,                ///< what the search looks at, folded
    };

    explicit BadgeListModel(BadgeShelf *shelf, QObject *parent = nullptr);

    QModelIndex indexOf(BadgeId id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Only says what is wanted by moveWanted(); the shelf decides.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void moveWanted(const QList<badgewright::BadgeId> &ids, badgewright::GroupingId grouping);

private:
    struct Group {
        GroupingId id;
        QString name;
        std::vector<BadgeId> badges;
    };
    void rebuild();
    QVariant headingData(const Group &group, int role) const;
    QVariant badgeData(const Group &group, BadgeId id, int role) const;
    const Group *dropTarget(const QModelIndex &parent) const;

    BadgeShelf *m_shelf;
    std::vector<Group> m_groups;
};

/// Keeps the badges of one kind whose name, description or icon contains every word of the search, and the headings above them.
/// A badge that was chosen here stays whatever becomes of it, until another search or kind is asked for: a row that vanished
/// would leave the hand on its neighbour.
class BadgeFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit BadgeFilter(const BadgeShelf *shelf, QObject *parent = nullptr);
    void setSourceModel(QAbstractItemModel *list) override; ///< a BadgeListModel
    void setSearch(const QString &text);
    void setKind(BadgeKind kind); ///< the same one again lets go of what is held
    /// These are chosen: they stay. Those that are not to be seen are left out.
    void hold(const QList<BadgeId> &ids);
    int badgeCount() const; ///< those that are to be seen
    int matchCount() const; ///< without those that are only held
    QVariant data(const QModelIndex &index, int role) const override; ///< headings count what is to be seen below them

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool matches(const QModelIndex &badge) const;

    const BadgeShelf *m_shelf;
    QStringList m_words;
    BadgeKind m_kind = BadgeKind::All;
    QSet<BadgeId> m_held;
};

/// For searching: without case and accents.
QString folded(const QString &text);

} // namespace badgewright::ui
