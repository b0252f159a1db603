// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"

#include "runs/bulk_award.h"
#include "runs/common_cause.h"
#include "runs/step_runner.h"
#include "support/log.h"

#include <QScopeGuard>

#include <algorithm>

namespace badgewright::runs {

using namespace std::chrono_literals;

namespace {

constexpr int kTroublesBeforePause = 3;
constexpr std::chrono::milliseconds kTroublePause = 2s;

bool isLineTrouble(ErrorKind kind)
{
    return kind == ErrorKind::Network || kind == ErrorKind::TimedOut || kind == ErrorKind::Server
        || kind == ErrorKind::Unreadable || kind == ErrorKind::OutcomeUnknown;
}

} // namespace

Run::Run(int id, Ledger *ledger, ForumPtr forum, Pacer *pacer, Clock *clock, QObject *parent)
    : QObject(parent), m_ledger(ledger), m_forum(std::move(forum)), m_pacer(pacer), m_clock(clock), m_commonCause(new CommonCause(this)), m_memory(std::make_shared<RunMemory>())
{
    m_summary.id = id;
    connect(pacer, &Pacer::noteChanged, this, &Run::progressChanged);
    connect(m_commonCause, &CommonCause::cleared, this, &Run::scheduleFill);
    connect(m_commonCause, &CommonCause::found, this, &Run::commonCauseFound);
    connect(m_commonCause, &CommonCause::couldNotAsk, this, [this](const Error &error) {
        trouble(error);
        scheduleFill();
    });
}

Run::~Run()
{
    for (StepRunner *runner : std::as_const(m_runners)) {
        runner->disconnect(this);
        m_pacer->giveBack(runner->person());
    }
    if (m_bulk) {
        m_bulk->disconnect(this);
        m_pacer->giveBack({});
    }
}

Result<Done> Run::load()
{
    const Result<RunSummary> summary = m_ledger->run(m_summary.id);
    if (!summary)
        return fail(summary.error());
    Result<QList<StepRecord>> steps = m_ledger->steps(m_summary.id);
    if (!steps)
        return fail(steps.error());
    m_summary = *summary;
    // The forum is held for us, so whoever wrote this is gone.
    if (state() == RunState::Running || state() == RunState::Stopping)
        m_summary.state = RunState::Interrupted;
    m_steps = *std::move(steps);
    m_counts = {};
    m_newestGrant = 0;
    m_cursor = 0;
    m_current = true;
    m_toReadBack.clear();
    m_counts.total = int(m_steps.size());
    for (const StepRecord &record : std::as_const(m_steps)) {
        ++m_counts.of[size_t(record.state)];
        noteGrant(record);
        if (record.state == StepState::Sending)
            m_toReadBack.append(record.position);
    }
    return Done{};
}

void Run::start()
{
    if (state() == RunState::Running || !takeHold())
        return;
    carryOn();
}

void Run::carryOn()
{
    if (state() == RunState::Done && m_counts[StepState::Waiting] == 0 && m_toReadBack.isEmpty()) {
        scheduleFill(); // lets go of the forum
        return;
    }
    m_pauseError.reset();
    m_troubles = 0;
    m_quiet = false;
    m_commonCause->goOn();
    m_memory = std::make_shared<RunMemory>();
    setState(RunState::Running);
    scheduleFill();
}

void Run::pause()
{
    if (state() == RunState::Running || state() == RunState::Stopping)
        setState(RunState::Paused);
    if (m_bulk)
        scheduleFill();
}

void Run::stopAfterCurrent()
{
    if (state() == RunState::Done || state() == RunState::Stopped)
        return;
    setState(RunState::Stopping);
    scheduleFill();
}

void Run::change(StepRecord &record, StepState state)
{
    --m_counts.of[size_t(record.state)];
    ++m_counts.of[size_t(state)];
    record.state = state;
    record.at = m_clock->utcNow();
    m_summary.done = m_counts.over();
    m_summary.failed = m_counts.failed();
}

void Run::noteGrant(const StepRecord &record)
{
    if (record.step.type() == StepType::Grant)
        m_newestGrant = std::max(m_newestGrant, record.serverId);
}

StepState Run::ownState(StepRecord &record, StepState state) const
{
    const auto *grant = std::get_if<GrantStep>(&record.step.what);
    const bool made = state == StepState::Done || state == StepState::ReadBack;
    if (!made || !grant || !m_ledger->isGrantOfAnotherRun(record.serverId, id()))
        return state;
    // Between this plan and this run another one granted it, and the forum answers with that grant: of a badge that is
    // held once, for the same post, or in bulk.
    record.words = tr("Granted by another run already.");
    return StepState::AlreadySo;
}

void Run::setState(RunState state, const QString &note)
{
    if (state == m_summary.state && note == m_summary.note)
        return;
    const QDateTime now = m_clock->utcNow();
    m_summary.state = state;
    m_summary.note = note;
    if (state == RunState::Running && !m_summary.startedAt.isValid())
        m_summary.startedAt = now;
    const bool over = state == RunState::Done || state == RunState::Stopped;
    m_summary.finishedAt = over ? now : QDateTime();
    m_current = !over;
    // When this cannot be written the steps cannot either, and that pauses the run; the state is only for the list.
    if (const Result<Done> written = m_ledger->setRunState(id(), state, note, now); !written)
        qCWarning(lcRuns).noquote() << written.error().detail;
    Q_EMIT stateChanged();
}

void Run::pauseBecause(const Error &error)
{
    m_pauseError = error;
    if (state() == RunState::Running)
        setState(RunState::Paused, sentenceFor(error));
}

void Run::scheduleFill()
{
    if (std::exchange(m_fillQueued, true))
        return;
    QMetaObject::invokeMethod(this, &Run::fill, Qt::QueuedConnection);
}

void Run::fill()
{
    m_fillQueued = false;
    const auto atEnd = qScopeGuard([this] {
        if (state() != RunState::Running && m_runners.isEmpty() && !m_bulk)
            Q_EMIT idle();
    });
    const bool mayBegin = state() == RunState::Running && !m_quiet && !m_commonCause->isAsking();
    if (mayBegin && m_summary.road == Road::Bulk)
        beginBulk();
    else if (mayBegin)
        beginSteps();
    // What came to its end and what is about to leave go to the disk together: one write for each step.
    QList<int> positions = std::exchange(m_unwritten, {});
    QList<StepRunner *> leaving;
    const QList<StepRunner *> asking = std::exchange(m_asking, {});
    for (StepRunner *runner : asking) {
        StepRecord &record = m_steps[runner->position()];
        if (state() != RunState::Running) {
            dismiss(runner);
            continue;
        }
        runner->noteSending(m_clock->utcNow(), m_newestGrant);
        record.memo = runner->memo();
        record.sent = runner->sentence();
        ++record.attempts;
        change(record, StepState::Sending);
        positions.append(record.position);
        leaving.append(runner);
    }
    const bool bulkLeaving = m_bulkAsks && state() == RunState::Running;
    if (m_bulkAsks)
        bulkLeaves(&positions);
    if (!positions.isEmpty() && !write(positions, leaving))
        return;
    if (bulkLeaving)
        m_bulk->send();
    for (StepRunner *runner : std::as_const(leaving))
        runner->send();
    for (const int position : std::as_const(positions))
        Q_EMIT stepChanged(position);
    if (!positions.isEmpty())
        Q_EMIT progressChanged();
    settleIfOver();
    if (mayBegin && state() == RunState::Running && !m_roomAsked && (m_counts[StepState::Waiting] > 0 || !m_toReadBack.isEmpty())) {
        m_roomAsked = true;
        m_pacer->whenRoom(pace(), this, [this] {
            m_roomAsked = false;
            scheduleFill();
        });
    }
}

bool Run::write(const QList<int> &positions, const QList<StepRunner *> &leaving)
{
    QList<StepRecord> records;
    for (const int position : positions)
        records.append(m_steps.at(position));
    const Result<Done> written = m_ledger->writeSteps(id(), records);
    if (written) {
        for (const int position : positions)
            m_steps[position].memo.keptBytes.clear();
        return true;
    }
    // Nothing leaves that is not on disk. What ended is kept in memory and written at the next try; should the program
    // end before, it stands as under way there and is read back.
    for (StepRunner *runner : leaving) {
        if (runner->isUnknown())
            m_toReadBack.append(runner->position());
        else
            putBack(runner);
        remove(runner);
    }
    m_unwritten += positions;
    if (m_bulk)
        dropBulk();
    pauseBecause(written.error());
    if (state() == RunState::Stopping) // it could not come to its end, and nothing else would wake it
        setState(RunState::Paused, sentenceFor(written.error()));
    return false;
}

void Run::trouble(const Error &error)
{
    if (error.kind == ErrorKind::RateLimited) {
        m_pacer->hold(error.retryAfter);
        return;
    }
    if (!isLineTrouble(error.kind) || ++m_troubles >= kTroublesBeforePause) {
        pauseBecause(error);
        return;
    }
    m_quiet = true;
    m_clock->after(kTroublePause * m_troubles, this, [this] {
        m_quiet = false;
        scheduleFill();
    });
}

/// What was refused for it waits again. Where the person goes on and it is still so, the rest of it fails unsent, that
/// other badges have their turn.
void Run::commonCauseFound(const Error &error, bool again)
{
    if (state() != RunState::Running && state() != RunState::Paused) {
        m_commonCause->forget();
        return;
    }
    const bool leavesItOut = again && state() == RunState::Running && error.kind == ErrorKind::RefusedHere;
    QList<int> refused;
    for (StepRecord &record : m_steps) {
        if (record.state == StepState::Failed && m_commonCause->covers(record.step, errorKindFromName(record.errorKind))) {
            refused.append(record.position);
        } else if (leavesItOut && record.state == StepState::Waiting && !m_runners.contains(record.position)
                   && m_commonCause->covers(record.step, ErrorKind::NotFound)) {
            record.words = error.detail;
            record.errorKind = errorKindName(ErrorKind::NotFound);
            change(record, StepState::Failed);
            m_unwritten.append(record.position);
        }
    }
    if (leavesItOut) {
        m_commonCause->goOn();
    } else {
        waitAgain(refused);
        pauseBecause(error);
    }
    scheduleFill();
}

void Run::settleIfOver()
{
    // A bulk award cannot be stopped once the forum has it; what it still gives is looked for when the run goes on.
    if (m_bulk && state() != RunState::Running && !m_bulk->isSending())
        dropBulk();
    if (!m_runners.isEmpty() || m_bulk || !m_unwritten.isEmpty())
        return;
    if (state() == RunState::Stopping)
        setState(m_counts[StepState::Waiting] == 0 && m_toReadBack.isEmpty() ? RunState::Done : RunState::Stopped);
    else if (state() == RunState::Running && m_counts[StepState::Waiting] == 0 && m_toReadBack.isEmpty())
        setState(RunState::Done);
    if (state() == RunState::Done || state() == RunState::Stopped || state() == RunState::Interrupted) {
        // Also after a step of it was settled by hand: others may have the forum, and the run with it.
        m_current = false;
        Q_EMIT rested();
    }
}

} // namespace badgewright::runs
