// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/ledger.h"
#include "runs/pacer.h"
#include "support/clock.h"

#include <QObject>

#include <array>

namespace badgewright::runs {

class BulkAward;
class CommonCause;
class StepRunner;
struct RunMemory;
struct StepEnd;
struct StepOutcome;

/// How many steps are in each state.
struct RunCounts {
    std::array<int, kStepStateCount> of{};
    int total = 0;
    int operator[](StepState state) const { return of[size_t(state)]; }
    int over() const { return total - (*this)[StepState::Waiting] - (*this)[StepState::Sending]; }
    int failed() const { return (*this)[StepState::Failed] + (*this)[StepState::Unknown]; }
};

/// The carrying-out of a plan. Made by RunCentre. Everything it does is in the ledger before the forum sees it.
class Run : public QObject
{
    Q_OBJECT

public:
    Run(int id, Ledger *ledger, ForumPtr forum, Pacer *pacer, Clock *clock, QObject *parent);
    ~Run() override;

    int id() const { return m_summary.id; }
    const RunSummary &summary() const { return m_summary; } ///< kept up to date
    const QList<StepRecord> &steps() const { return m_steps; }
    RunState state() const { return m_summary.state; }
    /// Why it paused by itself, as a sentence; `pauseError` has the kind for ui/words.
    QString pauseReason() const { return m_summary.note; }
    const std::optional<Error> &pauseError() const { return m_pauseError; }
    const RunCounts &counts() const { return m_counts; }
    Pace pace() const { return m_summary.pace; }
    void setPace(Pace pace);
    std::chrono::seconds timeLeft() const;
    QString paceNote() const { return m_pacer->note(); } ///< empty: nothing to say

    void start();            ///< from Ready, Paused, Stopped, Interrupted
    void resume() { start(); }
    void pause();            ///< what is under way comes to its end
    void stopAfterCurrent(); ///< Stopping, then Stopped
    void retryFailed();      ///< failed steps wait again, then start()
    /// For steps nobody knows the end of: the person has looked.
    void countAsDone(int position);
    void sendAgain(int position);

Q_SIGNALS:
    void stepChanged(int position);
    void stateChanged();
    void progressChanged();
    /// Over or stopped, and nothing is left to write: others may have the forum.
    void rested();
    /// Not running, and the last answer is in: what there is to say about it can be said now.
    void idle();

private:
    friend class RunCentre;
    Result<Done> load();
    bool takeHold();
    static Result<Done> mayGoOn(const RunSummary &summary);
    void carryOn();
    void scheduleFill();
    void fill();
    void beginSteps();
    int nextWaiting() const;
    bool hasUnread(const QString &person) const;
    void beginBulk();
    void bulkLeaves(QList<int> *positions);
    void bulkAccepted();
    void bulkSettled(int position, const StepOutcome &outcome);
    void bulkEnded(const std::optional<Error> &error);
    void dropBulk();
    bool write(const QList<int> &positions, const QList<StepRunner *> &leaving);
    void stepEnded(StepRunner *runner, const StepEnd &end);
    void trouble(const Error &error);
    void commonCauseFound(const Error &error, bool again);
    void dismiss(StepRunner *runner);
    void remove(StepRunner *runner);
    void putBack(const StepRunner *runner);
    void waitAgain(const QList<int> &positions);
    void change(StepRecord &record, StepState state);
    bool takeUnknown(int position);
    StepState ownState(StepRecord &record, StepState state) const;
    void noteGrant(const StepRecord &record);
    void setState(RunState state, const QString &note = {});
    void pauseBecause(const Error &error);
    QString sentenceFor(const Error &error) const;
    void settleIfOver();

    Ledger *m_ledger;
    ForumPtr m_forum;
    Pacer *m_pacer;
    Clock *m_clock;
    CommonCause *m_commonCause;
    std::shared_ptr<RunMemory> m_memory;
    RunSummary m_summary;
    QList<StepRecord> m_steps;
    RunCounts m_counts;
    QHash<int, StepRunner *> m_runners;
    BulkAward *m_bulk = nullptr;    ///< on the bulk road, instead of runners
    bool m_bulkAsks = false;        ///< wants to send as soon as the ledger is written
    QList<StepRunner *> m_asking;   ///< want to send as soon as the ledger is written
    QList<int> m_toReadBack;        ///< were under way, and nobody knows
    QList<int> m_unwritten;         ///< changed, to be written with the next ones that leave
    qint64 m_newestGrant = 0;       ///< the highest id among the grants of this run
    int m_cursor = 0;               ///< no step before it waits
    int m_troubles = 0;             ///< failures of the line in a row
    bool m_quiet = false;           ///< waits a little after such a failure
    bool m_current = false;         ///< m_steps is what the ledger holds, and nobody else may change it
    bool m_fillQueued = false;
    bool m_roomAsked = false;
    std::optional<Error> m_pauseError;
};

/// All runs of the program, one ledger, one pacer for each forum.
class RunCentre : public QObject
{
    Q_OBJECT

public:
    /// Runs that were under way when the program ended become Interrupted, unless another program is at them.
    RunCentre(Ledger *ledger, Clock *clock, QObject *parent = nullptr);
    ~RunCentre() override;

    Ledger *ledger() const { return m_ledger; }
    /// To be given to ForumOpener::open; lives as long as the centre.
    Pacer *pacerFor(const Connection &connection);

    /// Writes the plan's wanted steps to the ledger and starts. RefusedHere: the connection is read only, the plan is
    /// for another forum, nothing is wanted, it was carried out before, or another program is at work. Storage: the
    /// ledger cannot be written.
    Result<Run *> start(const Plan &plan, const ForumPtr &forum, Pace pace);
    /// What start() would refuse, but for another program at work; to be said before the person is asked.
    Result<Done> canStart(const Plan &plan, const ForumPtr &forum) const;
    /// Opens a run of the ledger and starts it, reading back first what was under way.
    Result<Run *> resume(int runId, const ForumPtr &forum);
    /// As resume, with the failed steps waiting again.
    Result<Run *> retryFailed(int runId, const ForumPtr &forum);

    QList<Run *> active() const; ///< not Done, not Stopped
    Run *find(int runId) const;  ///< null when it is not open
    Result<QList<RunSummary>> interrupted() const; ///< Interrupted, for offering them at the start

Q_SIGNALS:
    void runAdded(badgewright::runs::Run *run);
    void runChanged(badgewright::runs::Run *run);
    void runFinished(badgewright::runs::Run *run); ///< Done or Stopped

private:
    Result<Done> firstTime(const Plan &plan) const;
    Result<Run *> openRun(int runId, const ForumPtr &forum);
    void freeLock(const QString &forumId);

    Ledger *m_ledger;
    Clock *m_clock;
    QHash<QString, Pacer *> m_pacers;
    QList<Run *> m_runs;
};

} // namespace badgewright::runs
