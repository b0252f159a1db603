// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/road.h"

#include <QCoreApplication>
#include <QSet>

namespace badgewright::runs {

namespace {

// Fewer are given in about a minute one by one, each in the name of the acting user.
constexpr int kWorthABulkAward = 60;

struct RoadWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Road)
};

/// Why these steps cannot go in one bulk award; empty: they can.
QString obstacle(const Plan &plan, const Capabilities &may)
{
    QSet<QUrl> reasons;
    bool withoutReason = false;
    for (const Step &step : plan.steps) {
        const auto *grant = std::get_if<GrantStep>(&step.what);
        // Also rows that are left out tell whether it is a reason for all.
        withoutReason = withoutReason || (grant && grant->reason.isEmpty() && grant->reasonTitle.isEmpty());
        if (!step.wanted())
            continue;
        if (!grant)
            return RoadWords::tr("One by one: only grants can go in a bulk award.");
        if (!grant->reason.isEmpty())
            reasons.insert(grant->reason);
        if (step.insisted && step.verdict != Verdict::Suspended)
            return RoadWords::tr("Single grants, because somebody gets the badge once more.");
        if (!grant->newestSeen)
            return RoadWords::tr("Single grants, because who holds the badge already could not be read.");
    }
    if (reasons.size() > 1)
        return RoadWords::tr("Single grants, because rows have reasons of their own.");
    if (!reasons.isEmpty())
        return withoutReason ? RoadWords::tr("Single grants, because some rows have a reason.")
                             : RoadWords::tr("Single grants, because a reason is given for all.");
    for (const Ability needed : {Ability::BulkAward, Ability::ListHolders}) {
        if (const Capability capability = may.of(needed); !capability.allowed) {
            return capability.reason.isEmpty() ? RoadWords::tr("Single grants, because this connection may not award in bulk.")
                                               : RoadWords::tr("Single grants, because a bulk award is not allowed. %1").arg(capability.reason);
        }
    }
    return {};
}

} // namespace

RoadAdvice adviseRoad(const Plan &plan, const Capabilities &may)
{
    RoadAdvice advice;
    advice.why = obstacle(plan, may);
    advice.bulkPossible = advice.why.isEmpty() && plan.wantedCount() > 0;
    if (!advice.bulkPossible)
        return advice;
    if (plan.wantedCount() < kWorthABulkAward) {
        advice.why = RoadWords::tr("Single grants, because they are few.");
        return advice;
    }
    advice.best = Road::Bulk;
    advice.why = RoadWords::tr("One bulk award: they are many, and without reasons.");
    return advice;
}

QString roadMeaning(Road road, const Plan &plan)
{
    if (road == Road::Bulk)
        return RoadWords::tr("Given by the forum itself, without an entry in its log; it goes on for some minutes after the request. People are told. Undo takes back each one.");
    return plan.actingUser.isEmpty() ? RoadWords::tr("Each can be stopped and undone by itself. People are told.")
                                     : RoadWords::tr("Given by %1, each by itself: it can be stopped at any row. People are told.").arg(plan.actingUser);
}

void chooseRoad(Plan *plan, const Capabilities &may, std::optional<Road> wished)
{
    const RoadAdvice advice = adviseRoad(*plan, may);
    plan->road = advice.bulkPossible ? wished.value_or(advice.best) : Road::Single;
}

} // namespace badgewright::runs
