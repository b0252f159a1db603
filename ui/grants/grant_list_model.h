// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace badgewright::ui {

/// Grants as rows: the holders of one badge, or the badges of one person.
class GrantListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PersonColumn, BadgeColumn, GrantedColumn, GranterColumn, ReasonColumn, IdColumn, ColumnCount };
    enum Role { GrantIdRole = Qt::UserRole + 1, SortRole };

    using QAbstractTableModel::QAbstractTableModel;
    void clear();
    /// Rows shift between pages while people are granted: what is there already is not added again.
    void append(const QList<Grant> &grants, const QList<Account> &people);
    void setBadges(const QHash<BadgeId, QString> &names) { m_badges = names; }
    void remove(GrantId id);
    const Grant *find(GrantId id) const;
    Account holderOf(const Grant &grant) const;
    /// With all that granting again would need; `base` is the forum's address.
    runs::RevokeStep revokeStep(const Grant &grant, const QUrl &base) const;
    QString badgeOf(const Grant &grant) const { return m_badges.value(grant.badgeId); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Grant> m_grants;
    QSet<GrantId> m_ids;
    QHash<AccountId, Account> m_people;
    QHash<BadgeId, QString> m_badges;
};

} // namespace badgewright::ui
