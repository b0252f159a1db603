// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/plan_check.h"

#include <QCoreApplication>
#include <QSet>

namespace badgewright::runs {

namespace {

struct PlanCheckWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::PlanCheck)
};

/// What the plan took for granted about a badge.
struct BadgeThen {
    BadgeId id = 0;
    QString name;
    std::optional<bool> multipleGrant; ///< of a grant
    std::optional<Badge> whole;        ///< of a change
};

std::optional<BadgeThen> badgeOf(const Step &step)
{
    if (const auto *grant = std::get_if<GrantStep>(&step.what))
        return BadgeThen{grant->badgeId, grant->badgeName, grant->multipleGrant, {}};
    if (const auto *publish = std::get_if<PublishBadgeStep>(&step.what); publish && publish->id != 0)
        return BadgeThen{publish->id, publish->before.name, {}, publish->before};
    return {};
}

QString changeOf(const BadgeThen &then, const BadgeCatalogue &now)
{
    const Badge *badge = now.find(then.id);
    if (!badge)
        return PlanCheckWords::tr("The badge %1 is not on the forum any more.").arg(then.name);
    if (badge->name != then.name)
        return PlanCheckWords::tr("The badge %1 is called %2 now.").arg(then.name, badge->name);
    if (then.whole) {
        const QStringList fields = fieldNames(changedBetween(*then.whole, *badge));
        return fields.isEmpty() ? QString()
                                : PlanCheckWords::tr("The badge %1 was changed meanwhile: %2.").arg(then.name, fields.join(QStringLiteral(", ")));
    }
    if (!badge->enabled)
        return PlanCheckWords::tr("The badge %1 was disabled meanwhile.").arg(then.name);
    if (badge->multipleGrant != *then.multipleGrant) {
        return badge->multipleGrant ? PlanCheckWords::tr("The badge %1 can be held several times now.").arg(then.name)
                                    : PlanCheckWords::tr("The badge %1 can be held only once now.").arg(then.name);
    }
    return {};
}

} // namespace

Call<Done> *checkPlan(const Plan &plan, const ForumPtr &forum, QObject *parent)
{
    QHash<BadgeId, BadgeThen> badges;
    for (const Step &step : plan.steps) {
        if (!step.wanted())
            continue;
        if (const auto badge = badgeOf(step))
            badges.insert(badge->id, *badge);
    }
    // Where badges may not be listed the forum's answers have to do.
    if (badges.isEmpty() || !forum->badges() || !forum->capabilities().may(Ability::ListBadges))
        return settledCall<Done>(parent, Done{});
    return mapCall<Done>(parent, forum->badges()->list(), [badges](const BadgeCatalogue &now) -> Result<Done> {
        for (const BadgeThen &then : badges) {
            if (const QString change = changeOf(then, now); !change.isEmpty())
                return fail(Error::refusedHere(PlanCheckWords::tr("%1 Make the plan again.").arg(change)));
        }
        return Done{};
    });
}

} // namespace badgewright::runs
