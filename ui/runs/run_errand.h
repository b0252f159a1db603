// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "ui/shell/page.h"

#include <QPointer>

namespace badgewright::ui {

class Notice;
struct Question;

/// What a page has done beside its own work: asks, starts a plan, watches the run, and says in the page's notice what
/// came of it. One at a time.
class RunErrand final : public QObject
{
    Q_OBJECT

public:
    struct Words {
        QString sending;
        /// Of how many steps; empty: the first step's own state is said, for runs of one step.
        std::function<QString(int)> succeeded;
        std::function<QString(int)> failed;
    };

    /// `over`: where the question stands; also the parent. The notice outlives the errand.
    RunErrand(const PageContext &context, Notice *notice, QWidget *over);

    /// While another is not over yet, the notice says so and nothing is asked. `over`: the question stands over this
    /// window instead.
    void run(const runs::Plan &plan, const Question &question, const Words &words, QWidget *over = nullptr);
    /// The window has a button of its own for going on with a paused run; the notice leads to the ledger then.
    void setGoesOnElsewhere() { m_goesOnElsewhere = true; }
    /// Watches one that was started elsewhere, or before, as if it were its own. Ignored while there is another.
    void takeUp(runs::Run *run, const Words &words);
    /// Asking, running or paused: a paused run stays the current one, so that it is not started a second time.
    bool isBusy() const { return m_asking || m_run; }
    const runs::Run *current() const { return m_run; } ///< null while there is none

Q_SIGNALS:
    void busyChanged();
    /// `over` is what run() was given: a dialog that has done its work can close.
    void started(int runId, QWidget *over);
    void stepOver(const badgewright::runs::StepRecord &step);
    /// Done or Stopped; the notice speaks after it.
    void ended(badgewright::runs::Run *run);
    /// The person wants to see it in the ledger.
    void ledgerWanted(int runId);

private:
    void start(const runs::Plan &plan, QWidget *over);
    void watch(runs::Run *run);
    void follow();
    void sayOnTheWay(const QString &instead);
    void sayEnd(const runs::Run &run);
    void setAsking(bool asking);

    PageContext m_context;
    Notice *m_notice;
    QWidget *m_over;
    Words m_words;
    QPointer<runs::Run> m_run;
    bool m_asking = false;
    bool m_goesOnElsewhere = false;
};

} // namespace badgewright::ui
