// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <QUrl>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

/// Where a reason leads: to a post, to an address of this forum that names no post, or nowhere here.
struct Reason {
    bool valid = false;
    std::optional<int> post;
};

Reason followReason(const Ask &ask, const std::string &text)
{
    const QUrl url(q(text), QUrl::StrictMode);
    if (!url.isValid() || text.find(' ') != std::string::npos)
        return {};
    // The host is compared, the port is not; a bare path is of this forum.
    const std::string host = s(url.host());
    if (!host.empty() && host != ask.forum.host.substr(0, ask.forum.host.find(':')))
        return {};
    std::string path = s(url.path());
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    if (path.empty() || path[0] != '/')
        return {};
    const auto parts = split(path.substr(1), '/');
    const auto number = [&](std::size_t at) { return at < parts.size() ? wholeNumber(parts[at]) : std::nullopt; };
    if ((parts[0] == "p" || parts[0] == "posts") && parts.size() >= 2 && number(1))
        return {true, std::nullopt}; // accepted, and dropped
    if (parts[0] != "t" || parts.size() < 2 || parts.size() > 4)
        return {};
    std::optional<int> topic;
    std::optional<int> post;
    if (number(1) && parts.size() <= 3) {
        topic = number(1);
        post = number(2);
    } else {
        topic = number(2);
        post = number(3);
    }
    if (!topic)
        return {parts.size() == 2, std::nullopt}; // /t/slug: a topic page, but which post?
    const Post *found = ask.community().postByNumber(*topic, post.value_or(1));
    return {true, found ? std::optional<int>(found->id) : std::nullopt};
}

Outgoing failed(int status)
{
    return jsonAnswer({{"failed", "FAILED"}}, status);
}

json grantShape(const Ask &ask, const Grant &grant)
{
    const Badge *badge = ask.community().badge(grant.badge);
    const Grouping *grouping = badge ? ask.community().grouping(badge->grouping) : nullptr;
    json row = {{"id", grant.id}, {"granted_at", isoTime(grant.at)}, {"grouping_position", grouping ? json(grouping->position) : json()}, {"is_favorite", nullptr},
                {"can_favorite", ask.actor.person && ask.actor.person->id == grant.person && grant.badge > 4}, {"badge_id", grant.badge}, {"granted_by_id", grant.by}};
    addPost(row, ask, grant, true);
    return row;
}

const Badge &badgeToGrant(const Ask &ask)
{
    const auto name = ask.params.text("badge_name");
    const Badge *badge = name ? ask.community().badgeByName(*name) : ask.community().badge(static_cast<int>(leadingInteger(ask.require("badge_id"))));
    if (!badge || !badge->enabled)
        refuseNotFound();
    return *badge;
}

/// The grant that is there already and stands for the new one; nothing when a new one is due.
const Grant *standingGrant(const Ask &ask, const Badge &badge, const Person &person, const std::optional<int> &post)
{
    if (badge.multiple && !post)
        return nullptr;
    for (const int id : ask.community().grantsTo(person.id)) {
        const Grant *grant = ask.community().grant(id);
        if (grant->badge == badge.id && (!badge.multiple || grant->post == post))
            return grant;
    }
    return nullptr;
}

Outgoing create(Ask &ask)
{
    const std::string username = ask.require("username");
    // Staff may grant to inactive, staged and suspended people too.
    const Person *person = ask.community().personByName(username);
    if (!person)
        refuseNotFound();
    if (!ask.actor.staff())
        return failed(403);
    const Badge &badge = badgeToGrant(ask);
    std::optional<int> post;
    if (const auto text = ask.params.present("reason")) {
        const Reason reason = followReason(ask, *text);
        if (!reason.valid)
            return jsonAnswer({{"failed", "FAILED"}, {"message", "External or invalid discourse link is not allowed in badge reason"}}, 400);
        post = reason.post;
    }
    const Grant *standing = standingGrant(ask, badge, *person, post);
    Grant grant = standing ? *standing : Grant{ask.community().nextGrantId(), badge.id, person->id, ask.actor.person->id, nowMs(), post};
    if (!standing)
        ask.forum.change({{"do", "grants"}, {"grants", json::array({toRecord(grant)})}});
    const Person *granter = ask.community().person(grant.by);
    return jsonAnswer({{"badges", json::array({badgeShape(ask.forum, badge, BadgeShape::InAnswer)})}, {"badge_types", badgeTypes({badge.type})},
                       {"granted_bies", granter ? json::array({holderPerson(*granter)}) : json::array()}, {"user_badge", grantShape(ask, grant)}});
}

Outgoing revoke(Ask &ask)
{
    const Grant *grant = ask.community().grant(ask.params.number("id", 0));
    if (!grant)
        refuse(railsNotFound(), false);
    if (!ask.actor.staff())
        return failed(403);
    const Person *holder = ask.community().person(grant->person);
    const Badge *badge = ask.community().badge(grant->badge);
    if (holder && badge && !holder->title.empty() && holder->title == badge->name)
        ask.forum.change({{"do", "title"}, {"person", holder->id}, {"title", ""}});
    ask.forum.change({{"do", "grants-gone"}, {"ids", {grant->id}}});
    return success();
}

Outgoing ofPerson(Ask &ask)
{
    const Person &person = personOf(ask);
    const bool grouped = ask.params.has("grouped");
    std::map<int, std::pair<int, int>> byBadge; // badge → newest grant, count
    std::vector<const Grant *> shown;
    for (const int id : ask.community().grantsTo(person.id)) {
        const Grant *grant = ask.community().grant(id);
        auto &[newest, count] = byBadge[grant->badge];
        newest = std::max(newest, id);
        ++count;
        if (!grouped)
            shown.push_back(grant);
    }
    if (grouped)
        for (const auto &[badge, row] : byBadge)
            shown.push_back(ask.community().grant(row.first));

    json rows = json::array();
    std::set<int> badgeIds;
    std::set<int> granters;
    for (const Grant *grant : shown) {
        json row = grantShape(ask, *grant);
        if (grouped)
            row["count"] = byBadge[grant->badge].second;
        rows.push_back(row);
        badgeIds.insert(grant->badge);
        granters.insert(grant->by);
    }
    json badges = json::array();
    std::set<int> types;
    for (const int id : badgeIds)
        if (const Badge *badge = ask.community().badge(id)) {
            badges.push_back(badgeShape(ask.forum, *badge, BadgeShape::InAnswer));
            types.insert(badge->type);
        }
    json people = json::array();
    for (const int id : granters)
        if (const Person *granter = ask.community().person(id))
            people.push_back(holderPerson(*granter));
    return jsonAnswer({{"badges", badges}, {"badge_types", badgeTypes(types)}, {"granted_bies", people}, {"user_badges", rows}});
}

Outgoing wearTitle(Ask &ask)
{
    const Person &person = personOf(ask);
    if (!ask.actor.staff() && ask.actor.person->id != person.id)
        refuseAccess();
    const int id = ask.params.number("user_badge_id", -1);
    const Grant *grant = ask.community().grant(id);
    const Badge *badge = grant && grant->person == person.id ? ask.community().badge(grant->badge) : nullptr;
    ask.forum.change({{"do", "title"}, {"person", person.id}, {"title", badge && badge->allowTitle ? badge->name : std::string()}});
    return emptyAnswer(200);
}

} // namespace

void addGrantRoutes(RouteTable &table)
{
    table.add("POST", "/user_badges", "user_badges/create", {.scopes = {"badges:assign_badge_to_user"}, .onePerPerson = true}, create);
    table.add("DELETE", "/user_badges/:id", "user_badges/destroy", {.scopes = {"badges:revoke_badge_from_user"}}, revoke);
    table.add("GET", "/user-badges/:username", "user_badges/username", {.scopes = {"badges:list_user_badges"}}, ofPerson);
    table.add("PUT", "/u/:username/preferences/badge_title", "users/badge_title", {.scopes = {"users:update"}}, wearTitle);
}

} // namespace badgewright::sample
