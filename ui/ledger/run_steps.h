// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"

#include <QWidget>

class QAction;
class QSortFilterProxyModel;

namespace badgewright::ui {

class SegmentedControl;
class StepChanges;
class StepListModel;
class TableView;
class TextLabel;

/// The steps of a run: first those that need a look, with what the forum said of them; or all. A step that nobody knows
/// the end of is settled here by the person who has looked.
class RunSteps : public QWidget
{
    Q_OBJECT

public:
    explicit RunSteps(QWidget *parent = nullptr);

    void setSteps(const QList<runs::StepRecord> &steps);
    void updateStep(const runs::StepRecord &step);
    /// After changes: whether there is anything to look at, and, once the run is over, that it comes first.
    void dress(const runs::RunCounts &counts, std::optional<runs::StepType> type, bool over);
    /// Whether unknown steps can be settled now, and if not, why.
    void setSettleable(bool can, const QString &why);

    QAction *happenedAction() const { return m_happened; }
    QAction *sendAgainAction() const { return m_sendAgain; }

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void happened(int position);
    void sendAgain(int position);

private:
    const runs::StepRecord *current() const;
    void filter();
    void fitColumns();
    void fitState(const runs::RunCounts &counts, std::optional<runs::StepType> type);
    void chooseFirst();
    void showCurrent();

    StepListModel *m_model;
    QSortFilterProxyModel *m_shown;
    SegmentedControl *m_choice;
    TableView *m_table;
    TextLabel *m_words;
    StepChanges *m_changes;
    QWidget *m_settle;
    QAction *m_happened;
    QAction *m_sendAgain;
    bool m_settleable = false;
    bool m_over = false;
};

} // namespace badgewright::ui
