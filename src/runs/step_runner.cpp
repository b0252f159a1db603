// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_runner.h"

#include "support/log.h"

#include <algorithm>

namespace badgewright::runs {

using namespace std::chrono_literals;

namespace {

constexpr int kMostSendings = 5;
constexpr int kMostReadings = 3;
// A request whose answer was lost may still be at work there: it is looked for twice before it is sent again.
constexpr std::chrono::milliseconds kSettle = 1s;
constexpr std::chrono::milliseconds kLookAgain = 2s;
// A forum under load may take up a request long after the program that sent it has gone.
constexpr std::chrono::milliseconds kArrivesWithin = 30s;

QString wordsOf(const Error &error)
{
    // The detail says what to do about it ("the key has no scope for this"), which the forum's words seldom do.
    const QString said = error.serverWords.join(QStringLiteral("; "));
    if (said.isEmpty() || error.detail.isEmpty() || said == error.detail)
        return said.isEmpty() ? error.detail : said;
    return QStringLiteral("%1 (%2)").arg(said, error.detail);
}

/// Of what was noted for a sending that is over only the kept picture is of use: it may be gone from the forum by now.
StepMemo onlyPicture(const StepMemo &memo)
{
    StepMemo kept;
    kept.keptPicture = memo.keptPicture;
    return kept;
}

} // namespace

QString StepRunner::personOf(const Step &step)
{
    switch (step.type()) {
    case StepType::PublishBadge:
    case StepType::DeleteBadge:
    case StepType::SaveGroupings:
        return QStringLiteral("badges"); // one after the other: their names must not cross
    case StepType::Grant:
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::UpdateScoreEvent:
    case StepType::AwardForAction:
    case StepType::AwardToUser:
    case StepType::GiveReputation:
    case StepType::Recalculate:
        break;
    }
    const Account account = step.account();
    return account.id > 0 ? QString::number(account.id) : account.username.toLower();
}

StepRunner::StepRunner(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory, bool underWay, Clock *clock, QObject *parent)
    : QObject(parent),
      m_executor(StepExecutor::make(forum, record, memory)),
      m_clock(clock),
      m_position(record.position),
      m_person(personOf(record.step)),
      m_never(m_executor->repeat() == Repeat::Never),
      m_memoBefore(underWay ? onlyPicture(record.memo) : record.memo),
      m_memo(underWay ? record.memo : m_executor->freshMemo()),
      m_unknown(underWay),
      m_found(underWay)
{
}

void StepRunner::begin()
{
    if (m_unknown) {
        if (m_executor->repeat() == Repeat::Safe)
            askToSend();
        else
            readBack();
        return;
    }
    Call<StepMemo> *preparing = m_executor->prepare(this);
    if (!preparing) {
        askToSend();
        return;
    }
    preparing->then(this, [this](const Result<StepMemo> &memo) {
        if (memo) {
            m_memo = *memo;
            askToSend();
            return;
        }
        const Error &error = memo.error();
        const bool passing = error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Server || error.kind == ErrorKind::Unreadable;
        if (!passing)
            sendingFailed(error);
        else if (++m_readFailures < kMostReadings)
            later(kSettle * m_readFailures, &StepRunner::begin);
        else
            finishUnsent(error); // nothing was sent, so nothing failed: the forum is not well
    });
}

void StepRunner::askToSend()
{
    m_state = State::AsksToSend;
    Q_EMIT asksToSend();
}

void StepRunner::noteSending(const QDateTime &at, qint64 newestGrant)
{
    if (m_memo.sentAt.isValid())
        return;
    m_memo.sentAt = at;
    m_memo.newestBefore = std::max(m_memo.newestBefore, newestGrant);
}

void StepRunner::send()
{
    m_state = State::Sending;
    ++m_sendings;
    m_lookedTwice = false;
    m_readFailures = 0;
    m_found = false;
    m_executor->send(m_memo, this)->then(this, [this](const Result<StepOutcome> &outcome) {
        if (outcome)
            finishWith(*outcome);
        else
            sendingFailed(outcome.error());
    });
}

void StepRunner::sendingFailed(const Error &error)
{
    m_lastError = error;
    const bool onlyOnce = m_never && m_state == State::Sending;
    switch (error.kind) {
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TimedOut:
    case ErrorKind::Server:
        lost();
        return;
    case ErrorKind::Unreadable:
        // A web page or a redirect instead of a result: not accepted (contract answerhub §11.3). What broke off on the
        // way is OutcomeUnknown there.
        if (onlyOnce)
            failWith(error);
        else
            lost();
        return;
    case ErrorKind::RateLimited:
        if (onlyOnce) {
            lost();
            return;
        }
        break;
    case ErrorKind::Unauthorised:
        // "Not allowed, or the sign-in failed": as likely about this award as about the password.
        if (onlyOnce) {
            failWith(error);
            return;
        }
        break;
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::ReadOnly:
    case ErrorKind::Keychain:
        break;
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        // Refused now; what was sent before may have happened. If it did not it is sent once more and refused for good.
        if (m_unknown)
            readBack();
        else
            failWith(error);
        return;
    }
    finishUnsent(error);
}

void StepRunner::lost()
{
    m_unknown = true;
    // Sent often enough, it is looked for as well: it may have happened at the first time already.
    if (m_executor->repeat() != Repeat::Safe || m_sendings >= kMostSendings)
        later(kSettle, &StepRunner::readBack);
    else
        later(kSettle * (1 << (m_sendings - 1)), &StepRunner::askToSend);
}

void StepRunner::readBack()
{
    m_state = State::ReadingBack;
    m_executor->readBack(m_memo, this)->then(this, [this](const Result<ReadBackAnswer> &answer) {
        if (answer)
            readBackCame(*answer);
        else
            readBackFailed(answer.error());
    });
}

void StepRunner::readBackCame(const ReadBackAnswer &answer)
{
    StepOutcome outcome = answer.outcome;
    switch (answer.kind) {
    case ReadBackAnswer::Kind::Happened:
        finishWith(outcome);
        return;
    case ReadBackAnswer::Kind::CannotTell:
        outcome.state = StepState::Unknown;
        finishWith(outcome);
        return;
    case ReadBackAnswer::Kind::DidNotHappen:
        break;
    }
    if (!m_lookedTwice) {
        m_lookedTwice = true;
        later(std::max(kLookAgain, mayStillArrive()), &StepRunner::readBack);
        return;
    }
    m_unknown = false;
    m_memo.sentAt = {};
    if (m_sendings >= kMostSendings)
        failWith(m_lastError.value_or(Error::of(ErrorKind::TimedOut)));
    else
        askToSend();
}

std::chrono::milliseconds StepRunner::mayStillArrive() const
{
    if (!m_found || !m_memo.sentAt.isValid())
        return {};
    // Never longer, should somebody have set the computer's clock back.
    const std::chrono::milliseconds since(m_memo.sentAt.msecsTo(m_clock->utcNow()));
    return std::clamp<std::chrono::milliseconds>(kArrivesWithin - since, {}, kArrivesWithin);
}

void StepRunner::readBackFailed(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::RateLimited:
        if (++m_readFailures < kMostReadings) {
            later(std::max<std::chrono::milliseconds>(error.retryAfter, kSettle * (1 << m_readFailures)), &StepRunner::readBack);
            return;
        }
        break;
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere: {
        StepOutcome outcome;
        outcome.state = StepState::Unknown;
        outcome.words = wordsOf(error);
        finishWith(outcome);
        return;
    }
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::ReadOnly:
    case ErrorKind::Keychain:
        break;
    }
    finishUnsent(error);
}

void StepRunner::finishWith(StepOutcome outcome)
{
    // It was sent before, and only now the forum says that it is so: that may have been us.
    if (m_unknown && outcome.state == StepState::Done)
        outcome.state = StepState::ReadBack;
    if (m_unknown && outcome.state == StepState::AlreadySo && m_executor->goneMeansDone()) {
        outcome.state = StepState::ReadBack;
        outcome.words.clear();
    }
    StepEnd end;
    end.outcome = outcome;
    finish(end);
}

void StepRunner::failWith(const Error &error)
{
    StepEnd end;
    end.outcome.state = StepState::Failed;
    end.outcome.words = wordsOf(error);
    end.error = error;
    finish(end);
}

void StepRunner::finishUnsent(const Error &error)
{
    // This sending was not carried out; an earlier one whose answer was lost may have been.
    StepEnd end;
    end.kind = m_unknown ? StepEnd::Kind::Unread : StepEnd::Kind::Wait;
    end.error = error;
    finish(end);
}

void StepRunner::finish(const StepEnd &end)
{
    if (std::exchange(m_over, true))
        return;
    qCDebug(lcRuns) << "step" << m_position << "ended, state" << int(end.outcome.state) << "sendings" << m_sendings;
    Q_EMIT ended(end);
}

void StepRunner::later(std::chrono::milliseconds delay, void (StepRunner::*next)())
{
    m_clock->after(delay, this, [this, next] { (this->*next)(); });
}

} // namespace badgewright::runs
