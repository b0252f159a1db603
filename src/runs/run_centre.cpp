// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"

#include "runs/road.h"
#include "runs/undo.h"
#include "support/log.h"

#include <algorithm>

namespace badgewright::runs {

namespace {

bool isActive(RunState state)
{
    switch (state) {
    case RunState::Ready:
    case RunState::Running:
    case RunState::Paused:
    case RunState::Stopping:
        return true;
    case RunState::Stopped:
    case RunState::Done:
    case RunState::Interrupted:
        break;
    }
    return false;
}

} // namespace

RunCentre::RunCentre(Ledger *ledger, Clock *clock, QObject *parent) : QObject(parent), m_ledger(ledger), m_clock(clock)
{
    const Result<QList<RunSummary>> runs = ledger->runs();
    if (!runs) {
        qCWarning(lcRuns).noquote() << runs.error().detail;
        return;
    }
    for (const RunSummary &run : *runs) {
        if (run.state != RunState::Running && run.state != RunState::Stopping && run.state != RunState::Ready)
            continue;
        if (!ledger->lockForum(run.forumId))
            continue; // another program is at it
        if (const Result<Done> written = ledger->setRunState(run.id, RunState::Interrupted, {}, clock->utcNow()); !written)
            qCWarning(lcRuns).noquote() << written.error().detail;
    }
    for (const RunSummary &run : *runs)
        ledger->unlockForum(run.forumId);
}

RunCentre::~RunCentre()
{
    // Runs give their places back to the pacers.
    qDeleteAll(std::exchange(m_runs, {}));
}

Pacer *RunCentre::pacerFor(const Connection &connection)
{
    Pacer *&pacer = m_pacers[connection.id];
    if (!pacer)
        pacer = new Pacer(connection.kind, m_clock, this);
    return pacer;
}

Result<Done> RunCentre::canStart(const Plan &plan, const ForumPtr &forum) const
{
    const Connection &connection = forum->connection();
    if (plan.forumId != connection.id)
        return fail(Error::refusedHere(tr("This plan was made for another forum: %1.").arg(plan.forumAddress)));
    if (connection.safeMode == SafeMode::ReadOnly)
        return fail(Error::refusedHere(tr("The connection %1 is read only: nothing is changed there.").arg(connection.name)));
    if (plan.wantedCount() == 0)
        return fail(Error::refusedHere(tr("There is nothing to do in this plan.")));
    if (plan.road == Road::Bulk) {
        if (const RoadAdvice advice = adviseRoad(plan, forum->capabilities()); !advice.bulkPossible)
            return fail(Error::refusedHere(advice.why));
    }
    return firstTime(plan);
}

Result<Run *> RunCentre::start(const Plan &plan, const ForumPtr &forum, Pace pace)
{
    if (const Result<Done> can = canStart(plan, forum); !can)
        return fail(can.error());
    if (const Result<Done> locked = m_ledger->lockForum(plan.forumId); !locked)
        return fail(locked.error());
    // Once more under the lock: another program may just have carried it out.
    const Result<int> id = firstTime(plan).and_then([&](Done) { return m_ledger->createRun(plan, pace); });
    if (!id) {
        freeLock(plan.forumId);
        return fail(id.error());
    }
    Result<Run *> run = openRun(*id, forum);
    if (run)
        (*run)->start();
    return run;
}

Result<Done> RunCentre::firstTime(const Plan &plan) const
{
    // A plan says what was so when it was made; done twice it would give points and awards twice.
    RunFilter same;
    same.planId = plan.id;
    same.limit = 1;
    const Result<QList<RunSummary>> before = plan.id.isEmpty() ? QList<RunSummary>() : m_ledger->runs(same);
    if (!before)
        return fail(before.error());
    if (!before->isEmpty())
        return fail(Error::refusedHere(tr("This plan was carried out as run %1. Resume that run, or make the plan anew.")
                                           .arg(before->constFirst().id)));
    return plan.undoOf ? notUndone(*m_ledger, plan.undoOf) : Done{};
}

Result<Run *> RunCentre::resume(int runId, const ForumPtr &forum)
{
    Result<Run *> run = openRun(runId, forum);
    if (run)
        (*run)->start();
    return run;
}

Result<Run *> RunCentre::retryFailed(int runId, const ForumPtr &forum)
{
    Result<Run *> run = openRun(runId, forum);
    if (run)
        (*run)->retryFailed();
    return run;
}

Result<Run *> RunCentre::openRun(int runId, const ForumPtr &forum)
{
    const Connection &connection = forum->connection();
    const Result<RunSummary> summary = m_ledger->run(runId);
    if (!summary)
        return fail(summary.error());
    if (summary->forumId != connection.id)
        return fail(Error::refusedHere(tr("Run %1 belongs to another forum: %2.").arg(runId).arg(summary->forumAddress)));
    if (connection.safeMode == SafeMode::ReadOnly)
        return fail(Error::refusedHere(tr("The connection %1 is read only: nothing is changed there.").arg(connection.name)));
    if (const Result<Done> may = Run::mayGoOn(*summary); !may)
        return fail(may.error());
    if (Run *open = find(runId)) {
        open->m_forum = forum; // it may have been opened anew since
        return open;
    }
    if (const Result<Done> locked = m_ledger->lockForum(summary->forumId); !locked)
        return fail(locked.error());
    auto *run = new Run(runId, m_ledger, forum, pacerFor(connection), m_clock, this);
    if (const Result<Done> loaded = run->load(); !loaded) {
        delete run;
        freeLock(summary->forumId);
        return fail(loaded.error());
    }
    m_runs.append(run);
    connect(run, &Run::stateChanged, this, [this, run] {
        Q_EMIT runChanged(run);
        if (run->state() == RunState::Done || run->state() == RunState::Stopped) {
            freeLock(run->summary().forumId);
            Q_EMIT runFinished(run);
        }
    });
    connect(run, &Run::rested, this, [this, run] { freeLock(run->summary().forumId); });
    connect(run, &Run::progressChanged, this, [this, run] { Q_EMIT runChanged(run); });
    Q_EMIT runAdded(run);
    return run;
}

void RunCentre::freeLock(const QString &forumId)
{
    const bool needed = std::any_of(m_runs.cbegin(), m_runs.cend(), [&](const Run *run) {
        return run->summary().forumId == forumId && isActive(run->state());
    });
    if (!needed)
        m_ledger->unlockForum(forumId);
}

QList<Run *> RunCentre::active() const
{
    QList<Run *> active;
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(active), [](const Run *run) { return isActive(run->state()); });
    return active;
}

Run *RunCentre::find(int runId) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const Run *run) { return run->id() == runId; });
    return found == m_runs.end() ? nullptr : *found;
}

Result<QList<RunSummary>> RunCentre::interrupted() const
{
    Result<QList<RunSummary>> runs = m_ledger->runs();
    if (runs)
        runs->removeIf([](const RunSummary &run) { return run.state != RunState::Interrupted; });
    return runs;
}

} // namespace badgewright::runs
