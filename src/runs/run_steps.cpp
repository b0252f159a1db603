// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"

#include "runs/common_cause.h"
#include "runs/step_runner.h"

#include <algorithm>

// The course of a run that goes one by one: which step is next, and what becomes of it.

namespace badgewright::runs {

namespace {

// How far ahead of a busy person's step another person's is looked for.
constexpr int kLookAhead = 200;

} // namespace

int Run::nextWaiting() const
{
    int looked = 0;
    for (int i = m_cursor; i < m_steps.size() && looked < kLookAhead; ++i) {
        if (m_steps.at(i).state != StepState::Waiting || m_runners.contains(i))
            continue;
        ++looked;
        const QString person = StepRunner::personOf(m_steps.at(i).step);
        if (m_pacer->isFree(person) && !hasUnread(person))
            return i;
    }
    return -1;
}

bool Run::hasUnread(const QString &person) const
{
    return std::any_of(m_toReadBack.begin(), m_toReadBack.end(),
                       [&](int position) { return StepRunner::personOf(m_steps.at(position).step) == person; });
}

void Run::beginSteps()
{
    const auto begin = [this](int position, bool underWay) {
        if (!m_pacer->takePlace(pace(), StepRunner::personOf(m_steps.at(position).step)))
            return false;
        auto *runner = new StepRunner(m_forum, m_steps.at(position), m_memory, underWay, m_clock, this);
        m_runners.insert(position, runner);
        connect(runner, &StepRunner::asksToSend, this, [this, runner] {
            m_asking.append(runner);
            scheduleFill();
        });
        connect(runner, &StepRunner::ended, this, [this, runner](const StepEnd &end) { stepEnded(runner, end); });
        runner->begin();
        return true;
    };
    // What was under way comes first: it may be half done. Where another run is at the same person it keeps its turn.
    for (auto it = m_toReadBack.begin(); it != m_toReadBack.end() && m_pacer->hasRoom(pace());)
        it = begin(*it, true) ? m_toReadBack.erase(it) : std::next(it);
    while (m_pacer->hasRoom(pace())) {
        while (m_cursor < m_steps.size() && m_steps.at(m_cursor).state != StepState::Waiting)
            ++m_cursor;
        const int position = nextWaiting();
        if (position < 0 || !begin(position, false))
            break;
    }
}

void Run::dismiss(StepRunner *runner)
{
    const int position = runner->position();
    if (runner->isUnknown()) {
        m_toReadBack.append(position);
    } else if (m_steps.at(position).state == StepState::Sending) {
        // Read back: it did not happen.
        putBack(runner);
        m_unwritten.append(position);
        scheduleFill();
    }
    remove(runner);
}

/// Certainly not carried out this time: it waits again, and nothing that was noted for this sending counts.
void Run::putBack(const StepRunner *runner)
{
    StepRecord &record = m_steps[runner->position()];
    change(record, StepState::Waiting);
    record.memo = runner->memoBefore();
    m_cursor = std::min(m_cursor, record.position);
}

void Run::remove(StepRunner *runner)
{
    m_runners.remove(runner->position());
    m_asking.removeAll(runner);
    runner->disconnect(this);
    runner->deleteLater();
    m_pacer->giveBack(runner->person());
}

void Run::stepEnded(StepRunner *runner, const StepEnd &end)
{
    const int position = runner->position();
    StepRecord &record = m_steps[position];
    remove(runner);
    record.errorKind = end.error ? errorKindName(end.error->kind) : QString();
    switch (end.kind) {
    case StepEnd::Kind::Over:
        m_troubles = 0;
        if (end.error && m_commonCause->covers(record.step, end.error->kind)) {
            putBack(runner); // known already, and the run waits until that is put right
            break;
        }
        record.words = end.outcome.words;
        record.answer = end.outcome.answer;
        record.serverId = end.outcome.serverId;
        record.left = end.outcome.left;
        noteGrant(record);
        change(record, ownState(record, end.outcome.state));
        // The answers of all other steps would be the same, and some forums lock an account that is refused too often.
        if (end.error && end.error->kind == ErrorKind::Unauthorised && m_counts[StepState::Waiting] > 0)
            pauseBecause(*end.error);
        m_commonCause->note(m_forum, record.step, end.error, m_counts[StepState::Waiting] > 0);
        break;
    case StepEnd::Kind::Wait:
        putBack(runner);
        break;
    case StepEnd::Kind::Unread:
        m_toReadBack.append(position);
        break;
    }
    m_unwritten.append(position);
    if (end.kind != StepEnd::Kind::Over && end.error)
        trouble(*end.error);
    scheduleFill();
}

} // namespace badgewright::runs
