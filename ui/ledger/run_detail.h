// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "runs/run.h"
#include "ui/shell/page.h"

#include <QPointer>

class QAction;


namespace badgewright::ui {

class Notice;
class TableView;
class TextLabel;
class StepListModel;

/// One opened run beside the list: what it was, what came of it, what needs a look, and what can be done now.
class RunDetail : public QWidget
{
    Q_OBJECT

public:
    explicit RunDetail(const PageContext &context, QWidget *parent = nullptr);

    /// 0: nothing is open.
    void showRun(int runId);
    int runId() const { return m_summary.id; }

    QAction *resumeAction() const { return m_resume; }
    QAction *undoAction() const { return m_undo; }
    QAction *retryAction() const { return m_retry; }

Q_SIGNALS:
    void runStarted(int runId);

private:
    void read();
    void watch();
    void dress();
    void showSteps();
    void resumeRun();
    void retryFailed();
    void undoRun();
    void saveFailedRows();

    PageContext m_context;
    runs::RunSummary m_summary;
    QPointer<runs::Run> m_run; ///< while it is open in this program
    StepListModel *m_steps;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    TextLabel *m_note;
    QWidget *m_pills;
    Notice *m_notice;
    TableView *m_table;
    QWidget *m_buttons;
    QAction *m_resume;
    QAction *m_pause;
    QAction *m_stop;
    QAction *m_retry;
    QAction *m_undo;
    QAction *m_failedCsv;
};

} // namespace badgewright::ui
