// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;

namespace badgewright::ui {

class MatchListModel;
class Notice;
class PersonChoice;
class ProgressStrip;
class TableView;
class TextLabel;

/// Whose accounts were found, and who is still to be decided about.
class GrantMatchPage : public QWidget
{
    Q_OBJECT

public:
    GrantMatchPage(GrantFlow *flow, QWidget *parent);
    Notice *notice() const { return m_notice; }
    void takeFocus();

private:
    void showMatches();
    void dress();
    void dressChoice();
    void park();
    void parkIn(const QString &path);

    GrantFlow *m_flow;
    Notice *m_notice;
    TextLabel *m_words;
    QPushButton *m_park;
    ProgressStrip *m_progress;
    MatchListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
    PersonChoice *m_choice;
    int m_open = 0; ///< matches without an account
};

} // namespace badgewright::ui
