// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_list_model.h"

#include "runs/planner.h"
#include "ui/words/value_words.h"

namespace badgewright::ui {

void GrantListModel::clear()
{
    beginResetModel();
    m_grants.clear();
    m_ids.clear();
    endResetModel();
}

void GrantListModel::append(const QList<Grant> &grants, const QList<Account> &people)
{
    for (const Account &account : people)
        m_people.insert(account.id, account);
    QList<Grant> fresh;
    for (const Grant &grant : grants) {
        if (!m_ids.contains(grant.id)) {
            m_ids.insert(grant.id);
            fresh << grant;
        }
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_grants.size()), int(m_grants.size() + fresh.size()) - 1);
    m_grants << fresh;
    endInsertRows();
}

void GrantListModel::remove(GrantId id)
{
    for (qsizetype i = 0; i < m_grants.size(); ++i) {
        if (m_grants.at(i).id != id)
            continue;
        beginRemoveRows({}, int(i), int(i));
        m_grants.removeAt(i);
        m_ids.remove(id);
        endRemoveRows();
        return;
    }
}

const Grant *GrantListModel::find(GrantId id) const
{
    const auto it = std::find_if(m_grants.begin(), m_grants.end(), [id](const Grant &grant) { return grant.id == id; });
    return it == m_grants.end() ? nullptr : &*it;
}

Account GrantListModel::holderOf(const Grant &grant) const
{
    Account account = m_people.value(grant.holderId);
    account.id = grant.holderId;
    if (account.username.isEmpty())
        account.username = grant.holder;
    return account;
}

runs::RevokeStep GrantListModel::revokeStep(const Grant &grant, const QUrl &base) const
{
    return runs::revokeStepOf(grant, badgeOf(grant), holderOf(grant), base);
}

int GrantListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_grants.size());
}

int GrantListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GrantListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Grant &grant = m_grants.at(index.row());
    if (role == GrantIdRole)
        return grant.id;
    if (role == SortRole && index.column() == GrantedColumn)
        return grant.grantedAt;
    if (role == SortRole && index.column() == IdColumn)
        return grant.id;
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (index.column()) {
    case PersonColumn:
        return holderOf(grant).username;
    case BadgeColumn:
        return badgeOf(grant);
    case GrantedColumn:
        return words::day(grant.grantedAt.toLocalTime().date());
    case GranterColumn:
        return grant.granter;
    case ReasonColumn:
        if (!grant.topicId)
            return {};
        return grant.topicTitle.isEmpty() ? tr("topic %1, post %2").arg(*grant.topicId).arg(grant.postNumber.value_or(1))
                                          : tr("%1 · post %2").arg(grant.topicTitle).arg(grant.postNumber.value_or(1));
    case IdColumn:
        return QString::number(grant.id);
    default:
        return {};
    }
}

QVariant GrantListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PersonColumn:
        return tr("Person");
    case BadgeColumn:
        return tr("Badge");
    case GrantedColumn:
        return tr("Granted");
    case GranterColumn:
        return tr("By");
    case ReasonColumn:
        return tr("Reason");
    case IdColumn:
        return tr("Grant id");
    default:
        return {};
    }
}

} // namespace badgewright::ui
