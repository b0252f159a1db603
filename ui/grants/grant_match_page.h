// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QWidget>

class QHBoxLayout;
class QSortFilterProxyModel;

namespace badgewright::ui {

class MatchListModel;
class Notice;
class PersonField;
class ProgressStrip;
class TableView;
class TextLabel;

/// Choices for one row whose account is not clear: "Use elmer_t", a search, leaving it out.
class PersonChoice : public QWidget
{
    Q_OBJECT

public:
    PersonChoice(PeopleDesk *people, QWidget *parent);
    /// Hidden with an empty name.
    void offer(const QString &recipient, const QList<Account> &suggestions);
    void addButton(QWidget *button);

Q_SIGNALS:
    void used(const badgewright::Account &account);

private:
    TextLabel *m_recipient;
    QHBoxLayout *m_suggestions;
    PersonField *m_search;
    QHBoxLayout *m_more;
};

/// Whose accounts were found, and who is still to be decided about.
class GrantMatchPage : public QWidget
{
    Q_OBJECT

public:
    GrantMatchPage(GrantFlow *flow, QWidget *parent);
    Notice *notice() const { return m_notice; }

private:
    void dress();
    void dressChoice();

    GrantFlow *m_flow;
    Notice *m_notice;
    TextLabel *m_words;
    ProgressStrip *m_progress;
    MatchListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
    PersonChoice *m_choice;
};

} // namespace badgewright::ui
