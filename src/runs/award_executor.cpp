// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>

namespace badgewright::runs {

namespace {

struct AwardExecutorWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::AwardExecutor)
};

StepOutcome refused(const AwardReply &reply)
{
    StepOutcome outcome;
    outcome.state = StepState::Failed;
    outcome.words = reply.serverWords;
    outcome.answer = QStringLiteral("refused");
    return outcome;
}

/// How often the person holds the type; absent when it cannot be read.
Call<std::optional<int>> *countOf(const ForumPtr &forum, AccountId receiver, AwardTypeId type, QObject *owner)
{
    if (receiver <= 0)
        return settledCall<std::optional<int>>(owner, std::optional<int>());
    auto *outer = new Call<std::optional<int>>(owner);
    auto *inner = forum->awards()->heldBy(receiver);
    follow(outer, inner);
    inner->then(outer, [outer, type](const Result<QList<HeldAward>> &held) {
        if (!held) {
            const bool line = held.error().kind == ErrorKind::Network || held.error().kind == ErrorKind::Cancelled;
            outer->settle(line ? Result<std::optional<int>>(fail(held.error())) : Result<std::optional<int>>(std::nullopt));
            return;
        }
        int count = 0;
        for (const HeldAward &award : *held) {
            if (award.typeId == type)
                count = award.count;
        }
        outer->settle(std::optional<int>(count));
    });
    return outer;
}

/// AnswerHub: never sent again by itself. What the person holds is counted before and after; when that does not show
/// what happened, the person decides.
class AwardExecutor final : public StepExecutor
{
public:
    AwardExecutor(const ForumPtr &forum, const StepRecord &record) : StepExecutor(forum, record)
    {
        if (const auto *forAction = std::get_if<AwardForActionStep>(&m_record.step.what)) {
            m_type = forAction->typeId;
            m_name = forAction->typeName;
            m_action = forAction->actionId;
            m_receiver = forAction->receiver;
        } else if (const auto *toUser = std::get_if<AwardToUserStep>(&m_record.step.what)) {
            m_type = toUser->typeId;
            m_name = toUser->typeName;
            m_receiver = toUser->receiver;
        }
    }

    Repeat repeat() const override { return Repeat::Never; }

    QString sentence() const override
    {
        if (m_action)
            return QStringLiteral("award %1 (%2) for action %3").arg(m_type).arg(m_name).arg(*m_action);
        return QStringLiteral("award %1 (%2) to user %3").arg(m_type).arg(m_name).arg(m_receiver.id);
    }

    Call<StepMemo> *prepare(QObject *owner) override
    {
        if (!m_forum->awards())
            return settledCall<StepMemo>(owner, fail(noDesk()));
        return mapCall<StepMemo>(owner, countOf(m_forum, m_receiver.id, m_type, owner),
                                 [](const std::optional<int> &count) -> Result<StepMemo> {
            StepMemo memo;
            memo.countBefore = count;
            return memo;
        });
    }

    Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) override
    {
        AwardDesk *desk = m_forum->awards();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        auto *inner = m_action ? desk->giveForAction(m_type, *m_action) : desk->giveToUser(m_type, m_receiver.id);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [this, outer, memo](const Result<AwardReply> &reply) {
            if (!reply)
                outer->settle(fail(reply.error()));
            else if (reply->kind == AwardReply::Kind::Refused)
                outer->settle(refused(*reply));
            else
                confirm(outer, memo);
        });
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &memo, QObject *owner) override
    {
        if (!m_forum->awards())
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, countOf(m_forum, m_receiver.id, m_type, owner),
                                       [memo](const std::optional<int> &count) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            if (!count || !memo.countBefore) {
                answer.outcome.words = AwardExecutorWords::tr("The answer was lost, and what this person holds cannot be read.");
            } else if (*count > *memo.countBefore) {
                answer.kind = ReadBackAnswer::Kind::Happened;
                answer.outcome.answer = QStringLiteral("count %1, before %2").arg(*count).arg(*memo.countBefore);
            } else {
                answer.outcome.words = AwardExecutorWords::tr("The answer was lost, and the count is %1 as before. It may still change: look again before sending it again.").arg(*count);
            }
            return answer;
        });
    }

private:
    void confirm(Call<StepOutcome> *outer, const StepMemo &memo)
    {
        StepOutcome outcome;
        outcome.state = StepState::Unconfirmed;
        outcome.answer = QStringLiteral("accepted");
        if (!memo.countBefore) {
            outcome.words = AwardExecutorWords::tr("Accepted; who received it could not be checked.");
            outer->settle(outcome);
            return;
        }
        auto *count = countOf(m_forum, m_receiver.id, m_type, outer);
        follow(outer, count);
        count->then(outer, [outer, outcome, before = *memo.countBefore](const Result<std::optional<int>> &after) mutable {
            // The award was accepted: whatever goes wrong now is about the check alone.
            if (!after || !*after) {
                outcome.words = AwardExecutorWords::tr("Accepted; the count could not be read afterwards.");
            } else if (**after > before) {
                outcome.state = StepState::Done;
                outcome.answer = QStringLiteral("count %1, before %2").arg(**after).arg(before);
            } else {
                outcome.state = StepState::NoEffect;
                outcome.words = before > 0
                    ? AwardExecutorWords::tr("Accepted, but the count stayed %1: the award can be held once, or it does not fit this action.").arg(before)
                    : AwardExecutorWords::tr("Accepted, but nothing was given: the award does not fit this action.");
            }
            outer->settle(outcome);
        });
    }

    AwardTypeId m_type = 0;
    QString m_name;
    std::optional<ActionId> m_action;
    Account m_receiver;
};

/// Each success changes the total again, and no answer says what the total is.
class ReputationExecutor final : public StepExecutor
{
public:
    ReputationExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<GiveReputationStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::Never; }

    QString sentence() const override
    {
        return QStringLiteral("%1 reputation to user %2").arg(m_step.points).arg(m_step.account.id);
    }

    Call<StepOutcome> *send(const StepMemo &, QObject *owner) override
    {
        AwardDesk *desk = m_forum->awards();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        return mapCall<StepOutcome>(owner, desk->giveReputation(m_step.account.id, m_step.points, m_step.reason),
                                    [](const AwardReply &reply) -> Result<StepOutcome> {
            if (reply.kind == AwardReply::Kind::Refused)
                return refused(reply);
            StepOutcome outcome;
            outcome.answer = QStringLiteral("accepted");
            return outcome;
        });
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        ReadBackAnswer answer;
        answer.outcome.words = AwardExecutorWords::tr("The answer was lost. Look at the person’s reputation on the forum before sending it again.");
        return settledCall<ReadBackAnswer>(owner, answer);
    }

private:
    GiveReputationStep m_step;
};

} // namespace

std::unique_ptr<StepExecutor> makeAwardExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<AwardExecutor>(forum, record);
}

std::unique_ptr<StepExecutor> makeReputationExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<ReputationExecutor>(forum, record);
}

} // namespace badgewright::runs
