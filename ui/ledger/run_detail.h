// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "runs/run.h"
#include "ui/shell/page.h"

#include <QPointer>

class QAction;
class QTimer;

namespace badgewright {
class PendingCall;
}

namespace badgewright::ui {

class NotUndone;
class Notice;
class RunSteps;
class TextLabel;

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
    RunSteps *steps() const { return m_steps; }

Q_SIGNALS:
    void runStarted(int runId);

private:
    void watch();
    void readSteps();
    void showSteps(const QList<runs::StepRecord> &steps);
    void dress();
    void dressPills();
    void dressActions();
    runs::Run *opened();
    void countAsDone(int position);
    void sendAgain(int position);
    void resumeRun();
    void retryFailed();
    void undoRun();
    void reviewUndo(int runId, const runs::Plan &plan, const QString &lead);
    void saveFailedRows(int runId);

    PageContext m_context;
    runs::RunSummary m_summary;
    QPointer<runs::Run> m_run; ///< while it is open in this program
    runs::RunCounts m_counts;  ///< of the steps shown
    std::optional<runs::StepType> m_type; ///< of all its steps; absent: they differ
    bool m_canBeUndone = false; ///< any of the steps
    bool m_grantsGone = false;  ///< with the badges that were deleted
    QPointer<PendingCall> m_reading;
    QPointer<PendingCall> m_comparing; ///< with the forum, before an undo is asked about
    bool m_stepsRead = false; ///< of the run that is shown
    QTimer *m_readSoon;  ///< many runs are passed on the way to one
    QTimer *m_dressSoon; ///< a quick run changes many times in a second
    TextLabel *m_title;
    TextLabel *m_subtitle;
    TextLabel *m_note;
    QWidget *m_pills;
    Notice *m_notice;
    RunSteps *m_steps;
    QWidget *m_buttons;
    TextLabel *m_whyNot; ///< why what the buttons offer cannot be done now
    NotUndone *m_notUndone;
    QAction *m_resume;
    QAction *m_pause;
    QAction *m_stop;
    QAction *m_retry;
    QAction *m_undo;
    QAction *m_failedCsv;
};

} // namespace badgewright::ui
