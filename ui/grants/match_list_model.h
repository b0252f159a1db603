// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"

#include <QAbstractTableModel>

namespace badgewright::ui {

/// Recipients with the accounts that were found for them.
class MatchListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RecipientColumn, RowColumn, AccountColumn, StatusColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setMatches(const QList<people::Match> &matches);
    const people::Match *at(int row) const { return row >= 0 && row < m_matches.size() ? &m_matches.at(row) : nullptr; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<people::Match> m_matches;
};

/// "elmer_t? elmertree?"
QString suggestionWords(const QList<Account> &suggestions);

} // namespace badgewright::ui
