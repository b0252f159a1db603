// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"

#include "support/log.h"

#include <algorithm>

// What a person does with a run, and what it says to them; its own course is in run.cpp.

namespace badgewright::runs {

void Run::setPace(Pace pace)
{
    if (pace == m_summary.pace)
        return;
    m_summary.pace = pace;
    if (const Result<Done> written = m_ledger->setPace(id(), pace); !written)
        qCWarning(lcRuns).noquote() << written.error().detail;
    scheduleFill();
    Q_EMIT progressChanged();
}

std::chrono::seconds Run::timeLeft() const
{
    int requests = 0;
    // All steps of a run are alike, or nearly: the first that waits stands for the others.
    const int left = m_counts.total - m_counts.over();
    if (m_summary.road == Road::Bulk)
        return bulkDurationFor(left);
    for (int i = m_cursor; i < m_steps.size(); ++i) {
        if (!isOver(m_steps.at(i).state)) {
            requests = left * requestsFor(m_steps.at(i).step);
            break;
        }
    }
    return m_pacer->timeFor(requests, m_summary.pace);
}

/// RefusedHere: it was undone.
Result<Done> Run::mayGoOn(const RunSummary &summary)
{
    if (!summary.undoneBy)
        return Done{};
    return fail(Error::refusedHere(tr("Run %1 was undone by run %2: what it would still do could not be undone again. Make a new plan.")
                                       .arg(summary.id).arg(summary.undoneBy)));
}

bool Run::takeHold()
{
    // It may have been undone in another window since it paused.
    Result<Done> held = m_ledger->run(id()).and_then(mayGoOn).and_then([this](Done) { return m_ledger->lockForum(m_summary.forumId); });
    // Once a run was over here, another program may have carried it on.
    if (held && !m_current)
        held = load();
    if (held)
        return true;
    m_pauseError = held.error();
    m_summary.note = held.error().detail;
    Q_EMIT stateChanged(); // not into the ledger: it may be the other program's now
    return false;
}

void Run::retryFailed()
{
    if (!takeHold())
        return;
    QList<int> positions;
    for (const StepRecord &record : std::as_const(m_steps)) {
        if (record.state == StepState::Failed)
            positions.append(record.position);
    }
    waitAgain(positions);
    carryOn();
}

bool Run::takeUnknown(int position)
{
    if (!takeHold())
        return false;
    if (position >= 0 && position < m_steps.size() && m_steps.at(position).state == StepState::Unknown)
        return true;
    scheduleFill(); // lets go of the forum
    return false;
}

void Run::sendAgain(int position)
{
    if (!takeUnknown(position))
        return;
    waitAgain({position});
    carryOn();
}

void Run::countAsDone(int position)
{
    if (!takeUnknown(position))
        return;
    StepRecord &record = m_steps[position];
    record.errorKind.clear();
    record.words = tr("Looked at by hand: it is done.");
    change(record, StepState::Unconfirmed);
    m_unwritten.append(position);
    scheduleFill();
}

void Run::waitAgain(const QList<int> &positions)
{
    for (const int position : positions) {
        StepRecord &record = m_steps[position];
        record.words.clear();
        record.errorKind.clear();
        record.answer.clear();
        // What failed was not carried out. What nobody knows the end of may have been: the notes of then find it.
        if (record.state == StepState::Failed)
            record.memo = {};
        change(record, StepState::Waiting);
        m_unwritten.append(position);
        m_cursor = std::min(m_cursor, position);
    }
    scheduleFill();
}

QString Run::sentenceFor(const Error &error) const
{
    const QString words = error.serverWords.join(QStringLiteral("; "));
    switch (error.kind) {
    case ErrorKind::ReadOnly:
        return tr("The forum takes no changes at present.");
    case ErrorKind::Unauthorised:
        return error.detail.isEmpty() ? tr("The forum does not accept the key any more.")
                                      : tr("The forum does not accept the key any more: %1").arg(error.detail);
    case ErrorKind::Network:
    case ErrorKind::TimedOut:
        return tr("The forum cannot be reached.");
    case ErrorKind::Tls:
        return tr("The connection to the forum is not safe.");
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
        return words.isEmpty() ? tr("The forum has trouble of its own.") : tr("The forum has trouble of its own: %1").arg(words);
    case ErrorKind::Cancelled:
        return tr("The connection was closed.");
    case ErrorKind::Forbidden:
        if (words.isEmpty() && error.detail.isEmpty())
            return tr("The forum does not allow this to the account any more.");
        return tr("The forum does not allow this to the account any more: %1").arg(words.isEmpty() ? error.detail : words);
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::RateLimited:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return words.isEmpty() ? error.detail : words;
}

} // namespace badgewright::runs
