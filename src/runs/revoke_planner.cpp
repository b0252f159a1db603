// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include "runs/holdings.h"
#include "runs/verdicts.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::runs {

namespace {

struct RevokePlannerWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::RevokePlanner)
};

/// Makes the steps. It knows no forum, which a call of its own must not keep alive.
struct RevokeJudge {
    Plan plan;
    Badge badge;
    QList<GrantRow> rows;
    bool everybody = false;
    QUrl base;
    Capability may;

    Plan judged(const Holdings &holdings)
    {
        if (everybody) {
            for (const Grant &grant : holdings.grants) {
                Step step;
                step.recipient = grant.holder;
                addGrant(step, grant, holdings.accounts.value(grant.holderId));
            }
        } else {
            judgeRows(holdings);
        }
        addRemarks();
        return plan;
    }

private:
    void judgeRows(const Holdings &holdings)
    {
        QHash<AccountId, QList<Grant>> held;
        for (const Grant &grant : holdings.grants)
            held[grant.holderId].append(grant);
        QHash<AccountId, int> firstRows;
        for (const GrantRow &row : std::as_const(rows)) {
            Step step = Verdicts::stepOf(row);
            const Account account = row.account.value_or(Account{});
            const QList<Grant> theirs = held.value(account.id);
            const auto first = firstRows.constFind(account.id);
            if (!may.allowed) {
                step.verdict = Verdict::NotAllowed;
                step.verdictDetail = may.reason;
            } else if (!row.account) {
                Verdicts::noAccount(&step, row);
            } else if (first != firstRows.cend()) {
                step.verdict = Verdict::DuplicateRow;
                step.verdictDetail = Verdicts::sameAsRow(*first);
            } else if (holdings.unread.contains(account.id)) {
                step.verdict = Verdict::NotLookedUp;
                step.verdictDetail = RevokePlannerWords::tr("The forum does not show what this person holds.");
            } else if (theirs.isEmpty()) {
                step.verdict = Verdict::NotHeld;
            }
            if (row.account && first == firstRows.cend())
                firstRows.insert(account.id, row.row);
            if (step.verdict == Verdict::Ready) {
                for (const Grant &grant : theirs)
                    addGrant(step, grant, account);
                continue;
            }
            Grant none;
            none.badgeId = badge.id;
            step.what = revokeStepOf(none, badge.name, account, base);
            plan.steps.append(step);
        }
    }

    void addGrant(Step step, const Grant &grant, const Account &holder)
    {
        step.what = revokeStepOf(grant, badge.name, holder, base);
        if (may.allowed) {
            step.verdictDetail = Verdicts::heldSince(grant.grantedAt);
        } else {
            step.verdict = Verdict::NotAllowed;
            step.verdictDetail = may.reason;
        }
        plan.steps.append(step);
    }

    void addRemarks()
    {
        if (plan.wantedCount() == 0)
            return;
        const bool unseen = std::any_of(plan.steps.cbegin(), plan.steps.cend(), [](const Step &step) {
            return step.wanted() && std::get<RevokeStep>(step.what).reason.isEmpty();
        });
        plan.remarks.append(RevokePlannerWords::tr("An undo grants them again, with a new date, and people are told again."));
        if (unseen && !badge.showPosts)
            plan.remarks.append(RevokePlannerWords::tr("Whether the forum shows for which posts this badge was given is not readable with this key. Where it does not, an undo grants it without them."));
        else if (unseen && !*badge.showPosts)
            plan.remarks.append(RevokePlannerWords::tr("The forum does not show for which posts this badge was given, so an undo grants it without them."));
        if (!badge.manuallyGrantable)
            plan.remarks.append(RevokePlannerWords::tr("The forum gives this badge by itself and may give it again."));
    }
};

} // namespace

RevokeStep revokeStepOf(const Grant &grant, const QString &badgeName, const Account &holder, const QUrl &base)
{
    return {grant.id, grant.badgeId, badgeName, holder, grant.grantedAt, reasonOf(grant, base)};
}

Call<Plan> *planRevokeList(const RevokeInput &input, Clock *clock, QObject *parent)
{
    const Forum &forum = *input.forum;
    RevokeJudge judge;
    judge.plan = Plan::empty(forum.connection(), forum.site().actingUser, RevokePlannerWords::tr("Revoke %1").arg(input.badge.name), clock->utcNow());
    judge.plan.source = input.source;
    judge.badge = input.badge;
    judge.rows = input.rows;
    judge.everybody = input.everybody;
    judge.base = forum.connection().base;
    judge.may = forum.capabilities().of(Ability::Revoke);
    QList<Account> people;
    QSet<AccountId> known;
    for (const GrantRow &row : input.rows) {
        if (row.account && !known.contains(row.account->id)) {
            known.insert(row.account->id);
            people.append(*row.account);
        }
    }
    // Nobody to look at, or nothing that may be done about it.
    if (!input.everybody && (people.isEmpty() || !judge.may.allowed))
        return settledCall<Plan>(parent, judge.judged({}));
    return mapCall<Plan>(parent, readHoldings(input.forum, input.badge, input.everybody ? QList<Account>() : people, clock, parent),
                         [judge](const Holdings &holdings) mutable -> Result<Plan> { return judge.judged(holdings); });
}

} // namespace badgewright::runs
