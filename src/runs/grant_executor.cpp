// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

using namespace std::chrono_literals;

struct GrantExecutorWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::GrantExecutor)
};

// How far this computer's clock and the forum's may differ, where only they can tell.
constexpr auto kClocksDiffer = 1min;

/// A badge that can be held once may be sent again: the forum answers the grant that is there. Of one that can be held
/// several times every request without a post makes another grant, and so does one for a post that is gone meanwhile,
/// for the forum drops the reason without a word (contract discourse §5.3). What there was is known before it is sent,
/// from the plan or by asking, and looked at again before it is sent a second time.
class GrantExecutor final : public StepExecutor
{
public:
    GrantExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<GrantStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return repeatable() ? Repeat::Safe : Repeat::ReconcileFirst; }

    QString sentence() const override
    {
        QString text = QStringLiteral("grant badge %1 (%2) to %3").arg(m_step.badgeId).arg(m_step.badgeName, m_step.account.username);
        if (!m_step.reason.isEmpty())
            text += QStringLiteral(" for ") + m_step.reason.toString();
        return text;
    }

    /// Sent again because nobody knew the end of it: a grant made by the first sending is ours, so what was noted before
    /// that one holds.
    StepMemo freshMemo() const override { return m_record.memo; }

    Call<StepMemo> *prepare(QObject *owner) override
    {
        if (repeatable() || plannerLooked() || m_record.memo.countBefore)
            return nullptr;
        auto *prepared = new Call<StepMemo>(owner);
        GrantDesk *desk = m_forum->grants();
        if (!desk) {
            prepared->settle(fail(noDesk()));
            return prepared;
        }
        auto *held = desk->heldBy(m_step.account.username);
        follow(prepared, held);
        held->then(prepared, [prepared, badge = m_step.badgeId, memo = m_record.memo](const Result<QList<Grant>> &grants) mutable {
            if (grants) {
                memo.countBefore = 0;
                for (const Grant &grant : *grants) {
                    if (grant.badgeId != badge)
                        continue;
                    ++*memo.countBefore;
                    memo.newestBefore = std::max(memo.newestBefore, grant.id);
                }
            } else if (grants.error().kind != ErrorKind::NotFound && grants.error().kind != ErrorKind::Forbidden) {
                prepared->settle(fail(grants.error()));
                return;
            } // A hidden profile: granted all the same, but a lost answer is then for the person to judge.
            prepared->settle(memo);
        });
        return prepared;
    }

    Call<StepOutcome> *send(const StepMemo &memo, QObject *owner) override
    {
        GrantDesk *desk = m_forum->grants();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        return mapCall<StepOutcome>(owner, desk->grant({m_step.account.username, m_step.badgeId, m_step.reason}),
                                    [this, memo](const Grant &grant) -> Result<StepOutcome> { return judged(grant, memo); });
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &memo, QObject *owner) override
    {
        GrantDesk *desk = m_forum->grants();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, desk->heldBy(m_step.account.username),
                                       [this, memo](const QList<Grant> &grants) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            if (!repeatable() && !plannerLooked() && !memo.countBefore) {
                answer.outcome.words = GrantExecutorWords::tr("What this person held before could not be read.");
                return answer;
            }
            const Grant *found = nullptr;
            for (const Grant &grant : grants) {
                if (mayBeOurs(grant, memo) && (!found || isForReason(grant)))
                    found = &grant;
            }
            answer.kind = found ? ReadBackAnswer::Kind::Happened : ReadBackAnswer::Kind::DidNotHappen;
            if (found) {
                answer.outcome = judged(*found, memo);
                answer.outcome.answer = QStringLiteral("found grant %1").arg(found->id);
            }
            return answer;
        });
    }

private:
    bool repeatable() const { return !m_step.multipleGrant; }
    /// For a post that is look enough: it takes a request less, and only a post that is gone needs it.
    bool plannerLooked() const { return m_step.newestSeen && !m_step.reason.isEmpty(); }
    GrantId newestBefore(const StepMemo &memo) const { return std::max(memo.newestBefore, m_step.newestSeen.value_or(0)); }

    /// Whether a grant that the person holds may have come from this step. Of a badge that is held once, and for one
    /// post, there is no other, by whomever it was made. Without a post, or where the forum shows none, it must be new.
    bool mayBeOurs(const Grant &grant, const StepMemo &memo) const
    {
        if (grant.badgeId != m_step.badgeId)
            return false;
        if (!m_step.multipleGrant)
            return true;
        return isForReason(grant) || (grant.id > newestBefore(memo) && !grant.topicId && !isBySomebodyElse(grant));
    }

    bool isBySomebodyElse(const Grant &grant) const
    {
        const QString actor = m_forum->site().actingUser;
        return !grant.granter.isEmpty() && !actor.isEmpty() && grant.granter.compare(actor, Qt::CaseInsensitive) != 0;
    }

    /// The reason is <base>/t/-/<topic>/<post number>.
    bool isForReason(const Grant &grant) const
    {
        const QStringList path = m_step.reason.path().split(QLatin1Char('/'));
        return grant.topicId && path.size() > 2 && *grant.topicId == path.at(path.size() - 2).toLongLong()
            && grant.postNumber.value_or(1) == path.last().toInt();
    }

    /// The forum's ids tell best: this computer's clock may be wrong.
    bool wasThereBefore(const Grant &grant, const StepMemo &memo) const
    {
        if (m_step.newestSeen || memo.countBefore)
            return grant.id <= newestBefore(memo);
        if (m_step.multipleGrant && m_step.reason.isEmpty())
            return false; // every request makes another one
        const auto margin = std::chrono::milliseconds(kClocksDiffer);
        return grant.grantedAt.isValid() && memo.sentAt.isValid() && grant.grantedAt < memo.sentAt.addMSecs(-margin.count());
    }

    StepOutcome judged(const Grant &grant, const StepMemo &memo) const
    {
        StepOutcome outcome;
        outcome.serverId = grant.id;
        outcome.answer = QStringLiteral("grant %1 of %2").arg(grant.id).arg(grant.grantedAt.toUTC().toString(Qt::ISODate));
        if (wasThereBefore(grant, memo) || isBySomebodyElse(grant)) {
            outcome.state = StepState::AlreadySo;
            outcome.words = GrantExecutorWords::tr("Held already, since %1").arg(grant.grantedAt.date().toString(Qt::ISODate));
        }
        return outcome;
    }

    GrantStep m_step;
};

/// A revoke may be sent again: a grant that is gone is what was wanted.
class RevokeExecutor final : public StepExecutor
{
public:
    RevokeExecutor(const ForumPtr &forum, const StepRecord &record)
        : StepExecutor(forum, record), m_step(std::get<RevokeStep>(m_record.step.what))
    {
    }

    Repeat repeat() const override { return Repeat::Safe; }
    bool goneMeansDone() const override { return true; }

    QString sentence() const override
    {
        return QStringLiteral("revoke grant %1 of badge %2 (%3) from %4")
            .arg(m_step.grantId).arg(m_step.badgeId).arg(m_step.badgeName, m_step.holder.username);
    }

    Call<StepOutcome> *send(const StepMemo &, QObject *owner) override
    {
        GrantDesk *desk = m_forum->grants();
        if (!desk)
            return settledCall<StepOutcome>(owner, fail(noDesk()));
        auto *outer = new Call<StepOutcome>(owner);
        auto *inner = desk->revoke(m_step.grantId);
        follow(outer, inner);
        outer->passCancelTo(inner);
        inner->then(outer, [outer, id = m_step.grantId](const Result<Done> &result) {
            StepOutcome outcome;
            outcome.serverId = id;
            if (!result && result.error().kind != ErrorKind::NotFound) {
                outer->settle(fail(result.error()));
                return;
            }
            if (!result) {
                outcome.state = StepState::AlreadySo;
                outcome.words = GrantExecutorWords::tr("The grant was gone already.");
            }
            outcome.answer = result ? QStringLiteral("revoked") : QStringLiteral("not found");
            outer->settle(outcome);
        });
        return outer;
    }

    Call<ReadBackAnswer> *readBack(const StepMemo &, QObject *owner) override
    {
        GrantDesk *desk = m_forum->grants();
        if (!desk)
            return settledCall<ReadBackAnswer>(owner, fail(noDesk()));
        return mapCall<ReadBackAnswer>(owner, desk->heldBy(m_step.holder.username),
                                       [id = m_step.grantId](const QList<Grant> &grants) -> Result<ReadBackAnswer> {
            ReadBackAnswer answer;
            const bool there = std::any_of(grants.begin(), grants.end(), [id](const Grant &grant) { return grant.id == id; });
            answer.kind = there ? ReadBackAnswer::Kind::DidNotHappen : ReadBackAnswer::Kind::Happened;
            answer.outcome.serverId = id;
            answer.outcome.answer = QStringLiteral("grant %1 is gone").arg(id);
            return answer;
        });
    }

private:
    RevokeStep m_step;
};

} // namespace

std::unique_ptr<StepExecutor> makeGrantExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<GrantExecutor>(forum, record);
}

std::unique_ptr<StepExecutor> makeRevokeExecutor(const ForumPtr &forum, const StepRecord &record)
{
    return std::make_unique<RevokeExecutor>(forum, record);
}

} // namespace badgewright::runs
