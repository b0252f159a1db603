// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include <QCoreApplication>
#include <QSet>

namespace badgewright::runs {

namespace {

struct SimplePlansWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::SimplePlans)
};

Plan planFor(const ForumPtr &forum, const QString &title, const Clock &clock)
{
    return Plan::empty(forum->connection(), forum->site().actingUser, title, clock.utcNow());
}

bool denied(const ForumPtr &forum, Ability ability, Step *step)
{
    const Capability may = forum->capabilities().of(ability);
    if (may.allowed)
        return false;
    step->verdict = Verdict::NotAllowed;
    step->verdictDetail = may.reason;
    return true;
}

} // namespace

Plan planRevokes(const ForumPtr &forum, const QList<RevokeStep> &revokes, const Clock &clock)
{
    QSet<QString> names;
    for (const RevokeStep &revoke : revokes)
        names.insert(revoke.badgeName);
    Plan plan = planFor(forum, names.size() == 1 ? SimplePlansWords::tr("Revoke %1").arg(*names.cbegin())
                                                 : SimplePlansWords::tr("Revoke %n grant(s)", nullptr, int(revokes.size())), clock);
    QSet<GrantId> seen;
    for (const RevokeStep &revoke : revokes) {
        Step step;
        step.recipient = revoke.holder.username;
        step.what = revoke;
        if (!denied(forum, Ability::Revoke, &step) && seen.contains(revoke.grantId))
            step.verdict = Verdict::DuplicateRow;
        seen.insert(revoke.grantId);
        plan.steps.append(step);
    }
    return plan;
}

Plan planPublish(const ForumPtr &forum, const QList<PublishBadgeStep> &badges, const Clock &clock)
{
    Plan plan = planFor(forum, badges.size() == 1 ? SimplePlansWords::tr("Publish %1").arg(badges.constFirst().badgeName())
                                                  : SimplePlansWords::tr("Publish %n badge(s)", nullptr, int(badges.size())), clock);
    QSet<QString> newNames;
    for (const PublishBadgeStep &publish : badges) {
        Step step;
        step.recipient = publish.badgeName();
        step.what = publish;
        const bool creating = publish.id == 0;
        const QStringList problems = problemsOf(publish.fields, creating);
        if (denied(forum, creating ? Ability::CreateBadges : Ability::UpdateBadges, &step)
            || (publish.picture && denied(forum, Ability::UploadPictures, &step))) {
            // The verdict is set.
        } else if (!problems.isEmpty()) {
            step.verdict = Verdict::InvalidValue;
            step.verdictDetail = problems.join(QLatin1Char(' '));
        } else if (!creating && publish.fields.isEmpty() && !publish.picture) {
            step.verdict = Verdict::NoEffectExpected;
            step.verdictDetail = SimplePlansWords::tr("Nothing about it was changed.");
        } else if (creating && newNames.contains(publish.badgeName())) {
            step.verdict = Verdict::InvalidValue;
            step.verdictDetail = SimplePlansWords::tr("Another new badge of this plan has the same name.");
        }
        if (creating)
            newNames.insert(publish.badgeName());
        plan.steps.append(step);
    }
    return plan;
}

Plan planReputation(const ForumPtr &forum, const QList<GiveReputationStep> &steps, const Clock &clock)
{
    Plan plan = planFor(forum, SimplePlansWords::tr("Give reputation to %n person(s)", nullptr, int(steps.size())), clock);
    for (const GiveReputationStep &give : steps) {
        Step step;
        step.recipient = give.account.username;
        step.what = give;
        if (!denied(forum, Ability::GiveReputation, &step) && give.points == 0) {
            step.verdict = Verdict::InvalidValue;
            step.verdictDetail = SimplePlansWords::tr("0 points change nothing.");
        }
        plan.steps.append(step);
    }
    plan.remarks.append(SimplePlansWords::tr("Reputation cannot be taken back by an undo."));
    return plan;
}

} // namespace badgewright::runs
