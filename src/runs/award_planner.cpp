// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include <algorithm>

namespace badgewright::runs {

namespace {

/// Reads what each receiver holds, one after the other: an AnswerHub is asked one thing at a time.
class AwardPlanner final : public QObject
{
    Q_OBJECT

public:
    AwardPlanner(const AwardInput &input, Clock *clock, Call<Plan> *answer)
        : QObject(answer), m_input(input), m_clock(clock), m_answer(answer)
    {
        for (const AwardForActionStep &step : m_input.forActions)
            want(step.receiver.id);
        for (const AwardToUserStep &step : m_input.toUsers)
            want(step.receiver.id);
        m_total = m_toRead.size();
        QMetaObject::invokeMethod(this, &AwardPlanner::next, Qt::QueuedConnection);
    }

private:
    void want(AccountId id)
    {
        if (id > 0 && !m_toRead.contains(id))
            m_toRead.append(id);
    }

    void next()
    {
        if (m_answer->isSettled())
            return;
        if (m_toRead.isEmpty() || !m_input.forum->awards()) {
            finish();
            return;
        }
        const AccountId id = m_toRead.takeFirst();
        m_input.forum->awards()->heldBy(id)->then(this, [this, id](const Result<QList<HeldAward>> &held) {
            if (held) {
                m_held.insert(id, *held);
            } else if (held.error().kind == ErrorKind::Network || held.error().kind == ErrorKind::Tls
                       || held.error().kind == ErrorKind::Cancelled) {
                conclude(fail(held.error()));
                return;
            }
            Q_EMIT m_answer->progress(m_total - m_toRead.size(), m_total);
            next();
        });
    }

    std::optional<int> countOf(AccountId id, AwardTypeId type) const
    {
        const auto held = m_held.constFind(id);
        if (held == m_held.cend())
            return {};
        const auto found = std::find_if(held->cbegin(), held->cend(), [&](const HeldAward &award) { return award.typeId == type; });
        return found == held->cend() ? 0 : found->count;
    }

    void judge(Step *step, AwardTypeId type, const QString &mode, bool forAction) const
    {
        const Capability may = m_input.forum->capabilities().of(Ability::GiveAwards);
        const Account receiver = step->account();
        const std::optional<int> count = countOf(receiver.id, type);
        if (!may.allowed) {
            step->verdict = Verdict::NotAllowed;
            step->verdictDetail = may.reason;
        } else if (!forAction && receiver.id <= 0) {
            step->verdict = Verdict::NoSuchAccount;
        } else if (receiver.id <= 0) {
            step->verdictDetail = tr("Who would receive it could not be read.");
        } else if (!count) {
            step->verdictDetail = tr("What this person has could not be read.");
        } else if (*count > 0 && forAction && mode == QLatin1String("per_user")) {
            step->verdict = Verdict::NoEffectExpected;
            step->verdictDetail = tr("has it already, and it is given once for each person");
        } else if (*count > 0 && !forAction) {
            // This road asks no rule: it would be given again.
            step->verdict = Verdict::AlreadyHolds;
            step->verdictDetail = tr("has it %n time(s) and would get it again", nullptr, *count);
        } else if (*count > 0) {
            step->verdictDetail = tr("has it %n time(s)", nullptr, *count);
        }
    }

    void finish()
    {
        const Forum &forum = *m_input.forum;
        QStringList names;
        for (const AwardForActionStep &step : std::as_const(m_input.forActions))
            names.append(step.typeName);
        for (const AwardToUserStep &step : std::as_const(m_input.toUsers))
            names.append(step.typeName);
        names.removeDuplicates();
        const bool oneAction = m_input.forActions.size() == 1 && m_input.toUsers.isEmpty();
        Plan plan = Plan::empty(forum.connection(), forum.site().actingUser,
                                oneAction ? tr("Award %1 for action %2").arg(names.join(QStringLiteral(", "))).arg(m_input.forActions.constFirst().actionId)
                                          : tr("Award %1").arg(names.join(QStringLiteral(", "))),
                                m_clock->utcNow());
        for (const AwardForActionStep &award : std::as_const(m_input.forActions)) {
            Step step;
            step.recipient = award.receiver.displayName();
            step.what = award;
            judge(&step, award.typeId, award.mode, true);
            plan.steps.append(step);
        }
        for (const AwardToUserStep &award : std::as_const(m_input.toUsers)) {
            Step step;
            step.recipient = award.receiver.displayName();
            step.what = award;
            judge(&step, award.typeId, {}, false);
            plan.steps.append(step);
        }
        plan.remarks.append(tr("An award cannot be taken back."));
        conclude(plan);
    }

    void conclude(const Result<Plan> &plan)
    {
        m_answer->settle(plan);
        // Not kept until this is deleted: the answer may belong to the forum, which must not go while its child does.
        m_input.forum.reset();
    }

    AwardInput m_input;
    Clock *m_clock;
    Call<Plan> *m_answer;
    QList<AccountId> m_toRead;
    qsizetype m_total = 0;
    QHash<AccountId, QList<HeldAward>> m_held;
};

} // namespace

Call<Plan> *planAwards(const AwardInput &input, Clock *clock, QObject *parent)
{
    auto *answer = new Call<Plan>(parent);
    new AwardPlanner(input, clock, answer); // belongs to the answer
    return answer;
}

} // namespace badgewright::runs

#include "award_planner.moc"
