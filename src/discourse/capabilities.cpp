// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/capabilities.h"

#include "discourse/words.h"

#include <QLocale>

namespace badgewright::discourse {

namespace {

using http::Method;

enum class Role { Visitor, Member, Staff, Admin };
enum class Feature { None, Badges, Points, Reports };

struct Rule {
    Ability ability;
    Method method;
    QString path;     ///< an example of the route
    Role role;
    Feature feature = Feature::None;
    QString scope;    ///< what the narrow scope for it is called, for the sentence only; empty: there is none
    QString otherPath; ///< the same on other versions
};

QList<Rule> rules()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    return {
        {Ability::CreateBadges, Method::Post, s("/admin/badges"), Role::Admin, Feature::None, s("badges:create"), {}},
        {Ability::UpdateBadges, Method::Put, s("/admin/badges/1"), Role::Admin, Feature::None, s("badges:update"), {}},
        {Ability::DeleteBadges, Method::Delete, s("/admin/badges/1"), Role::Admin, Feature::None, s("badges:delete"), {}},
        {Ability::SaveGroupings, Method::Post, s("/admin/badges/badge_groupings"), Role::Admin, Feature::None, {}, {}},
        {Ability::UploadPictures, Method::Post, s("/uploads"), Role::Member, Feature::None, s("uploads:create"), {}},
        {Ability::SearchIcons, Method::Get, s("/svg-sprite/picker-search"), Role::Member, Feature::None, {}, {}},
        {Ability::ListHolders, Method::Get, s("/user_badges"), Role::Visitor, Feature::Badges, {}, {}},
        {Ability::ListHeldBy, Method::Get, s("/user-badges/x"), Role::Visitor, Feature::Badges, s("badges:list_user_badges"), {}},
        {Ability::Grant, Method::Post, s("/user_badges"), Role::Staff, Feature::Badges, s("badges:assign_badge_to_user"), {}},
        {Ability::Revoke, Method::Delete, s("/user_badges/1"), Role::Staff, Feature::Badges, s("badges:revoke_badge_from_user"), {}},
        {Ability::BulkAward, Method::Post, s("/admin/badges/award/1"), Role::Admin, Feature::Badges, {}, {}},
        {Ability::SearchPeople, Method::Get, s("/u/search/users"), Role::Visitor, Feature::None, s("users:show"), s("/u/x")},
        {Ability::LookUpByEmail, Method::Get, s("/admin/users/list/all"), Role::Staff, Feature::None, s("users:list"), {}},
        {Ability::ListGroups, Method::Get, s("/groups"), Role::Visitor, Feature::None, s("groups:administer_groups"), {}},
        {Ability::ListMembers, Method::Get, s("/groups/x/members"), Role::Visitor, Feature::None, s("groups:manage_groups"), {}},
        {Ability::ReadTopics, Method::Get, s("/t/1"), Role::Visitor, Feature::None, s("topics:read"), {}},
        {Ability::RunReports, Method::Post, s("/admin/plugins/explorer/queries/1/run"), Role::Admin, Feature::Reports,
         s("discourse_data_explorer:run_queries"), s("/admin/plugins/discourse-data-explorer/queries/1/run")},
        {Ability::ReadScores, Method::Get, s("/admin/plugins/gamification/score_events"), Role::Admin, Feature::Points, {}, {}},
        {Ability::WriteScores, Method::Post, s("/admin/plugins/gamification/score_events"), Role::Admin, Feature::Points, {}, {}},
        {Ability::Recalculate, Method::Put, s("/admin/plugins/gamification/recalculate-scores"), Role::Admin, Feature::Points, {}, {}},
        {Ability::ReadLeaderboards, Method::Get, s("/leaderboard/1"), Role::Visitor, Feature::Points, {}, {}},
    };
}

QString featureMissing(Feature feature, const SiteFacts &facts)
{
    if (!facts.settingsKnown)
        return {};
    switch (feature) {
    case Feature::Badges:
        return facts.badgesOn ? QString() : Words::tr("Badges are switched off in this forum’s settings.");
    case Feature::Points:
        if (!facts.points)
            return Words::tr("This forum has no points: the Gamification plugin is not installed.");
        return *facts.points ? QString() : Words::tr("The Gamification plugin is installed but switched off in this forum’s settings.");
    case Feature::Reports:
        if (!facts.reports)
            return Words::tr("This forum has no reports: the Data Explorer plugin is not installed.");
        return *facts.reports ? QString() : Words::tr("The Data Explorer plugin is installed but switched off in this forum’s settings.");
    case Feature::None:
        break;
    }
    return {};
}

QString roleMissing(Role role, const SiteFacts &facts)
{
    if (!facts.roleKnown || facts.admin)
        return {};
    const QString who = facts.actingUser;
    if (role == Role::Admin) {
        return facts.moderator ? Words::tr("Only admins may do this; %1 is a moderator.").arg(who)
                               : Words::tr("Only admins may do this; %1 is neither admin nor moderator.").arg(who);
    }
    if (role == Role::Staff && !facts.moderator)
        return Words::tr("Only admins and moderators may do this; %1 is neither.").arg(who);
    return {};
}

QString versionMissing(Ability ability, const SiteFacts &facts)
{
    if (!facts.version.isKnown())
        return {};
    if (ability == Ability::Recalculate && facts.version < Version(3, 1))
        return Words::tr("Discourse %1 cannot recalculate points; 3.1 and later can.").arg(facts.versionText);
    if (ability == Ability::BulkAward && facts.version < Version(2, 8))
        return Words::tr("Discourse %1 does not say whom a bulk award reached; 2.8 and later do.").arg(facts.versionText);
    return {};
}

QString limitRemark(const Permission &permission)
{
    QStringList parts;
    for (auto it = permission.onlyFor.cbegin(); it != permission.onlyFor.cend(); ++it)
        parts << QStringLiteral("%1: %2").arg(it.key(), it.value().join(QLatin1String(", ")));
    parts.sort();
    return parts.isEmpty() ? QString() : Words::tr("The key is limited to %1.").arg(parts.join(QLatin1String("; ")));
}

Capability judge(const Rule &rule, const SiteFacts &facts)
{
    for (const QString &reason : {featureMissing(rule.feature, facts), roleMissing(rule.role, facts), versionMissing(rule.ability, facts)}) {
        if (!reason.isEmpty())
            return {false, reason};
    }
    Permission permission = facts.scopes.permits(rule.method, rule.path);
    if (!permission.allowed && !rule.otherPath.isEmpty())
        permission = facts.scopes.permits(rule.method, rule.otherPath);
    if (permission.allowed)
        return {true, limitRemark(permission)};
    if (rule.role == Role::Visitor && !facts.loginRequired && rule.method == Method::Get)
        return {true, Words::tr("Read without the key: only what every visitor sees.")};
    if (facts.scopes.isReadOnly())
        return {false, Words::tr("The key may only read.")};
    if (rule.scope.isEmpty())
        return {false, Words::tr("Needs a global key: no narrower scope exists.")};
    return {false, Words::tr("The key lacks the scope %1.").arg(rule.scope)};
}

Capability listing(const SiteFacts &facts)
{
    // The list for admins says most; what everybody sees is enough to grant by.
    const bool adminList = facts.scopes.permits(Method::Get, QStringLiteral("/admin/badges")).allowed
        && (facts.admin || !facts.roleKnown);
    if (adminList)
        return {true, {}};
    const Rule common{Ability::ListBadges, Method::Get, QStringLiteral("/badges"), Role::Visitor, Feature::Badges,
                      facts.version >= Version(2026, 6) ? QStringLiteral("badges:list") : QString(), {}};
    Capability capability = judge(common, facts);
    if (capability.allowed && capability.reason.isEmpty())
        capability.reason = Words::tr("As members see them: without what only admins are told of a badge.");
    return capability;
}

QString kindName(const QString &extension)
{
    if (extension == QLatin1String("jpg"))
        return QStringLiteral("JPEG");
    if (extension == QLatin1String("heif"))
        return QStringLiteral("HEIC");
    if (extension == QLatin1String("webp"))
        return QStringLiteral("WebP");
    return extension.toUpper();
}

} // namespace

QString pictureRemark(const SiteFacts &facts)
{
    if (facts.imageExtensions.isEmpty())
        return {};
    QStringList kinds;
    for (const QString &extension : facts.imageExtensions) {
        const QString kind = kindName(extension);
        if (!kinds.contains(kind))
            kinds << kind;
    }
    QString remark = kinds.join(QLatin1String(", "));
    if (facts.maxImageBytes > 0) {
        const double megabytes = double(facts.maxImageBytes) / (1024 * 1024);
        remark = Words::tr("%1 up to %2 MB").arg(remark, QLocale().toString(megabytes, 'g', 3));
    }
    if (!kinds.contains(QLatin1String("SVG")))
        remark = Words::tr("%1; SVG is not allowed here").arg(remark);
    return remark;
}

Capabilities capabilitiesOf(const SiteFacts &facts)
{
    Capabilities capabilities;
    capabilities.set(Ability::ListBadges, listing(facts));
    for (const Rule &rule : rules())
        capabilities.set(rule.ability, judge(rule, facts));

    if (capabilities.may(Ability::UploadPictures)) {
        if (facts.settingsKnown && facts.imageExtensions.isEmpty())
            capabilities.deny(Ability::UploadPictures, Words::tr("This forum’s settings allow no kind of picture."));
        else
            capabilities.allow(Ability::UploadPictures, pictureRemark(facts));
    }
    // A key for single accounts finds people by their whole name only.
    if (!facts.scopes.permits(Method::Get, QStringLiteral("/u/search/users")).allowed
        && facts.scopes.permits(Method::Get, QStringLiteral("/u/x")).allowed && facts.loginRequired)
        capabilities.allow(Ability::SearchPeople, Words::tr("Whole user names only: the key cannot search."));
    return capabilities;
}

QStringList warningsOf(const SiteFacts &facts)
{
    QStringList warnings;
    if (facts.version.isKnown() && facts.version < Version(3, 0)) {
        warnings << Words::tr("This forum runs Discourse %1, which does not say what a key may do; some things offered here "
                              "may be refused.")
                        .arg(facts.versionText);
    }
    if (facts.readOnly)
        warnings << Words::tr("The forum is read-only at present and takes no changes.");
    if (!facts.settingsKnown)
        warnings << Words::tr("The forum’s settings could not be read with this key; some things offered here may be refused.");
    return warnings;
}

} // namespace badgewright::discourse
