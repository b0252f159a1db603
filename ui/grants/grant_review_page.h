// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QWidget>

class QPushButton;
class QSortFilterProxyModel;

namespace badgewright::ui {

class Notice;
class PersonChoice;
class PlanListModel;
class ProgressStrip;
class SegmentedControl;
class TableView;
class TextLabel;
class VerdictTiles;

/// The dry run as a page: a verdict for every row, counts that filter, a decision for the selected row.
class GrantReviewPage : public QWidget
{
    Q_OBJECT

public:
    GrantReviewPage(GrantFlow *flow, QWidget *parent);
    Notice *notice() const { return m_notice; }
    void takeFocus();

private:
    void showPlan();
    void dress();
    QString roadWords() const;
    void pickReason();
    void dressChoice();
    void select(int step);
    int currentStep() const;

    GrantFlow *m_flow;
    Notice *m_notice;
    PlanListModel *m_model;
    VerdictTiles *m_tiles;
    QSortFilterProxyModel *m_shown;
    TextLabel *m_road;
    SegmentedControl *m_roads;
    SegmentedControl *m_pace;
    ProgressStrip *m_progress;
    TableView *m_table;
    PersonChoice *m_choice;
    QPushButton *m_leaveOut;
    QPushButton *m_insist;
    QPushButton *m_reason;
    QPushButton *m_noReason;
    TextLabel *m_remarks;
    int m_selected = -1; ///< the step that was selected last, for when the plan is made again
};

} // namespace badgewright::ui
