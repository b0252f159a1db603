// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"

#include "runs/bulk_award.h"

#include <algorithm>

// The course of a run on the bulk road: one badge after the other, each with one request for all its people.

namespace badgewright::runs {

void Run::beginBulk()
{
    if (m_bulk || !m_pacer->hasRoom(pace()))
        return;
    // What was under way comes first: as long as nobody knows who has it nothing is sent for that badge.
    const bool underWay = !m_toReadBack.isEmpty();
    QList<StepRecord> group;
    QSet<AccountId> people;
    const auto belongs = [&](const StepRecord &record) {
        if (group.isEmpty())
            return true;
        const auto badge = [](const StepRecord &one) { return std::get<GrantStep>(one.step.what).badgeId; };
        return badge(record) == badge(group.constFirst()) && record.memo.sentAt == group.constFirst().memo.sentAt
            && group.size() < BulkAward::kMost && !people.contains(record.account().id);
    };
    const auto take = [&](const StepRecord &record) {
        group.append(record);
        people.insert(record.account().id);
    };
    if (underWay) {
        m_toReadBack.removeIf([&](int position) {
            const bool taken = belongs(m_steps.at(position));
            if (taken)
                take(m_steps.at(position));
            return taken;
        });
    } else {
        for (const StepRecord &record : std::as_const(m_steps)) {
            if (record.state == StepState::Waiting && belongs(record))
                take(record);
        }
    }
    if (group.isEmpty() || !m_pacer->takePlace(pace(), {}))
        return;
    m_bulk = new BulkAward(m_forum, group, underWay, m_clock, this);
    const auto sentAt = group.constFirst().memo.sentAt;
    if (underWay && std::any_of(m_steps.cbegin(), m_steps.cend(), [&](const StepRecord &record) {
            return record.state == StepState::Done && record.memo.sentAt == sentAt;
        }))
        m_bulk->setAccepted(); // or nobody would stand as granted, but as read back
    connect(m_bulk, &BulkAward::asksToSend, this, [this] {
        m_bulkAsks = true;
        scheduleFill();
    });
    connect(m_bulk, &BulkAward::accepted, this, &Run::bulkAccepted);
    connect(m_bulk, &BulkAward::answerLost, this, &Run::scheduleFill); // where the run has paused nothing waits for more
    connect(m_bulk, &BulkAward::settled, this, &Run::bulkSettled);
    connect(m_bulk, &BulkAward::ended, this, &Run::bulkEnded);
    m_bulk->begin();
}

/// Writes down that it is about to leave; nothing when the run has paused meanwhile.
void Run::bulkLeaves(QList<int> *positions)
{
    m_bulkAsks = false;
    if (state() != RunState::Running) {
        dropBulk();
        return;
    }
    m_bulk->noteSending(m_clock->utcNow());
    const QList<int> open = m_bulk->open();
    for (const int position : open) {
        StepRecord &record = m_steps[position];
        record.memo = m_bulk->memo();
        record.sent = m_bulk->sentence();
        ++record.attempts;
        change(record, StepState::Sending);
    }
    *positions += open;
}

void Run::bulkAccepted()
{
    const QList<int> open = m_bulk->open();
    for (const int position : open) {
        m_steps[position].words = tr("The forum is giving it.");
        Q_EMIT stepChanged(position);
    }
    if (open.isEmpty())
        return;
    // One is enough to know it by when the run is opened again; later that one stands as granted.
    m_steps[open.constFirst()].answer = m_bulk->answer();
    m_unwritten.append(open.constFirst());
    scheduleFill();
}

void Run::bulkSettled(int position, const StepOutcome &outcome)
{
    m_troubles = 0;
    StepRecord &record = m_steps[position];
    record.words = outcome.words;
    record.answer = outcome.answer;
    record.serverId = outcome.serverId;
    record.errorKind.clear();
    change(record, ownState(record, outcome.state));
    m_unwritten.append(position);
    scheduleFill();
}

void Run::bulkEnded(const std::optional<Error> &error)
{
    dropBulk();
    if (error)
        trouble(*error);
    scheduleFill();
}

/// What was sent and is open is to be read back; what was not waits.
void Run::dropBulk()
{
    BulkAward *bulk = std::exchange(m_bulk, nullptr);
    m_bulkAsks = false;
    const QList<int> open = bulk->open();
    for (const int position : open) {
        StepRecord &record = m_steps[position];
        if (bulk->wasSent()) {
            m_toReadBack.append(position);
        } else if (record.state == StepState::Sending) {
            change(record, StepState::Waiting);
            record.memo = {};
            m_cursor = std::min(m_cursor, position);
            m_unwritten.append(position);
        }
    }
    bulk->disconnect(this);
    bulk->deleteLater();
    m_pacer->giveBack({});
}

} // namespace badgewright::runs
