// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

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
    Plan plan = planFor(forum, badges.size() == 1 ? (badges.constFirst().id ? SimplePlansWords::tr("Change %1") : SimplePlansWords::tr("Publish %1")).arg(badges.constFirst().badgeName())
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
        } else if (!creating && publish.fields.isEmpty() && !publish.picture && publish.groupingName.isEmpty()) {
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

Plan planPublishInto(const ForumPtr &forum, const QList<PublishBadgeStep> &badges, const QList<Grouping> &basis, const QStringList &order,
                     const Clock &clock)
{
    QList<PublishBadgeStep> placed = badges;
    QStringList missing;
    for (PublishBadgeStep &publish : placed) {
        publish.groupingName = publish.groupingName.trimmed(); // as the forum keeps it
        if (publish.groupingName.isEmpty())
            continue;
        const auto there = std::find_if(basis.cbegin(), basis.cend(), [&](const Grouping &one) { return one.name == publish.groupingName; });
        if (there != basis.cend()) {
            publish.fields.groupingId = there->id;
            publish.groupingName.clear();
        } else if (!missing.contains(publish.groupingName)) {
            missing.append(publish.groupingName);
        }
    }
    for (PublishBadgeStep &publish : placed)
        publish.nameGroupings(basis);
    Plan plan = planPublish(forum, placed, clock);
    if (missing.isEmpty())
        return plan;
    std::stable_sort(missing.begin(), missing.end(), [&](const QString &a, const QString &b) { return size_t(order.indexOf(a)) < size_t(order.indexOf(b)); });
    QList<Grouping> wanted = basis;
    for (const QString &name : std::as_const(missing)) {
        Grouping grouping;
        grouping.id = -1;
        grouping.name = name;
        wanted.append(grouping);
    }
    const Plan groupings = planGroupings(forum, wanted, basis, clock);
    const Step &first = groupings.steps.constFirst();
    for (Step &step : plan.steps) {
        const QString name = std::get<PublishBadgeStep>(step.what).groupingName;
        if (first.wanted() || name.isEmpty() || !step.wanted())
            continue;
        step.verdict = Verdict::InvalidValue;
        step.verdictDetail = SimplePlansWords::tr("The forum has no grouping “%1”, and it cannot be made: %2 Choose another grouping.").arg(name, first.verdictDetail);
    }
    const bool needed = std::any_of(plan.steps.cbegin(), plan.steps.cend(), [](const Step &step) {
        return step.wanted() && !std::get<PublishBadgeStep>(step.what).groupingName.isEmpty();
    });
    if (needed)
        plan.steps.prepend(first);
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

Plan planDeleteBadges(const ForumPtr &forum, const QList<Badge> &badges, const Clock &clock)
{
    Plan plan = planFor(forum, badges.size() == 1 ? SimplePlansWords::tr("Delete %1").arg(badges.constFirst().name)
                                                  : SimplePlansWords::tr("Delete %n badge(s)", nullptr, int(badges.size())), clock);
    int grants = 0;
    QSet<BadgeId> seen;
    QStringList titles;
    for (const Badge &badge : badges) {
        Step step;
        step.recipient = badge.name;
        step.what = DeleteBadgeStep{badge, badge.grantCount, false, {}};
        if (denied(forum, Ability::DeleteBadges, &step)) {
            // The verdict is set.
        } else if (badge.system) {
            step.verdict = Verdict::NotAllowed;
            step.verdictDetail = SimplePlansWords::tr("This badge belongs to the forum and cannot be deleted.");
        } else if (seen.contains(badge.id)) {
            step.verdict = Verdict::DuplicateRow;
        } else {
            grants += badge.grantCount;
            if (badge.allowTitle)
                titles << SimplePlansWords::tr("“%1”").arg(badge.name);
        }
        seen.insert(badge.id);
        plan.steps.append(step);
    }
    if (grants > 0)
        plan.remarks.append(badges.size() == 1 ? SimplePlansWords::tr("%n grant(s) vanish with it.", nullptr, grants)
                                               : SimplePlansWords::tr("%n grant(s) vanish with what is deleted.", nullptr, grants));
    // No forum says who wears a title, so nobody can count them.
    if (!titles.isEmpty())
        plan.remarks.append(badges.size() == 1 ? SimplePlansWords::tr("Whoever wears it as a title loses the title.")
                                               : SimplePlansWords::tr("Whoever wears one of these as a title loses the title: %1.").arg(titles.join(QStringLiteral(", "))));
    plan.remarks.append(SimplePlansWords::tr("Deleting a badge cannot be undone."));
    return plan;
}

Plan planGroupings(const ForumPtr &forum, const QList<Grouping> &wanted, const QList<Grouping> &basis, const Clock &clock)
{
    Plan plan = planFor(forum, SimplePlansWords::tr("Save the groupings"), clock);
    Step step;
    step.recipient = SimplePlansWords::tr("Groupings");
    SaveGroupingsStep save{wanted, basis};
    for (Grouping &grouping : save.wanted)
        grouping.name = grouping.name.trimmed(); // as the forum keeps it
    step.what = save;
    const auto stays = [&](const Grouping &one) {
        return std::any_of(wanted.cbegin(), wanted.cend(), [&](const Grouping &other) { return other.id == one.id; });
    };
    const auto lost = std::find_if(basis.cbegin(), basis.cend(), [&](const Grouping &one) { return one.system && !stays(one); });
    if (denied(forum, Ability::SaveGroupings, &step)) {
        // The verdict is set.
    } else if (const QString problem = groupingsProblem(wanted); !problem.isEmpty()) {
        step.verdict = Verdict::InvalidValue;
        step.verdictDetail = problem;
    } else if (lost != basis.cend()) {
        step.verdict = Verdict::InvalidValue;
        step.verdictDetail = SimplePlansWords::tr("The grouping “%1” belongs to the forum and cannot be removed.").arg(lost->name);
    } else if (std::all_of(wanted.cbegin(), wanted.cend(), [](const Grouping &one) { return one.id > 0; }) && sameGroupings(wanted, basis)) {
        step.verdict = Verdict::NoEffectExpected;
        step.verdictDetail = SimplePlansWords::tr("Nothing about them was changed.");
    }
    plan.steps.append(step);
    return plan;
}

Plan planRecalculate(const ForumPtr &forum, QDate from, const Clock &clock)
{
    Plan plan = planFor(forum, SimplePlansWords::tr("Recalculate scores since %1").arg(from.toString(Qt::ISODate)), clock);
    Step step;
    step.recipient = SimplePlansWords::tr("Everybody");
    step.what = RecalculateStep{from};
    if (denied(forum, Ability::Recalculate, &step)) {
        // The verdict is set.
    } else if (!from.isValid() || from > clock.utcNow().date()) {
        // The forum refuses it, too, but one of the five of the day is gone then.
        step.verdict = Verdict::InvalidValue;
        step.verdictDetail = SimplePlansWords::tr("Recalculating begins on a day that is not in the future.");
    }
    plan.steps.append(step);
    plan.remarks.append(SimplePlansWords::tr("Everybody’s scores since that day are counted anew by the rules that the forum has now, so old ones may change."));
    plan.remarks.append(SimplePlansWords::tr("A recalculation cannot be undone, and the forum allows five a day."));
    return plan;
}

} // namespace badgewright::runs
