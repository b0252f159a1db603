// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int usualFound = 20;
constexpr int mostFound = 50;
constexpr std::size_t mostCards = 50;

Outgoing search(Ask &ask)
{
    json users = json::array();
    if (const auto names = ask.params.present("usernames")) {
        // By name, everybody comes back: suspended, staged and inactive people too, without a sign.
        std::set<int> seen;
        for (const auto &name : split(*names, ',')) {
            const Person *person = ask.community().personByName(trimmed(name));
            if (person && seen.insert(person->id).second)
                users.push_back(basicPerson(*person));
        }
        return jsonAnswer({{"users", users}});
    }
    const std::string term = lower(trimmed(ask.params.text("term").value_or("")));
    if (ask.params.has("limit") && ask.params.number("limit", -1) < 0)
        refuseInvalid("limit");
    const auto most = static_cast<std::size_t>(std::min(ask.params.number("limit", usualFound), mostFound));
    const bool staged = ask.params.isTrueText("include_staged_users");
    struct Found {
        int rank;
        qint64 seen;
        const Person *person;
    };
    std::vector<Found> found;
    for (const auto &[id, who] : ask.community().people) {
        if (id < 1 || !who.active || (who.staged && !staged) || (who.suspendedTill && !ask.actor.staff()))
            continue;
        const std::string username = lower(who.username);
        const std::string name = lower(who.name);
        const bool inName = startsWith(name, term) || name.find(" " + term) != std::string::npos;
        if (username == term)
            found.push_back({0, who.seen, &who});
        else if (startsWith(username, term))
            found.push_back({1, who.seen, &who});
        else if (!term.empty() && inName)
            found.push_back({2, who.seen, &who});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) { return std::pair(a.rank, -a.seen) < std::pair(b.rank, -b.seen); });
    for (std::size_t i = 0; i < found.size() && i < most; ++i)
        users.push_back(basicPerson(*found[i].person));
    json body = {{"users", users}};
    if (ask.params.isTrueText("include_groups")) {
        body["groups"] = json::array();
        for (const Group &group : ask.community().groups)
            if (!group.automatic && seesGroup(group, ask.actor) && startsWith(lower(group.name), term))
                body["groups"].push_back({{"name", group.name}, {"full_name", textOrNull(group.fullName)}});
    }
    return jsonAnswer(body);
}

/// The part of a person that the page, the card and the list of cards have in common.
json profile(const Ask &ask, const Person &who)
{
    json row = basicPerson(who);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    row.update({{"last_posted_at", nullptr}, {"last_seen_at", timeOrNull(who.seen)}, {"created_at", isoTime(who.created)}, {"ignored", false}, {"muted", false},
                {"trust_level", who.trust}, {"moderator", who.moderator}, {"admin", who.admin}, {"title", textOrNull(who.title)}, {"custom_fields", json::object()},
                {"primary_group_id", nullptr}, {"primary_group_name", nullptr}, {"flair_group_id", nullptr}, {"flair_name", nullptr}, {"flair_url", nullptr},
                {"flair_bg_color", nullptr}, {"flair_color", nullptr}, {"staged", who.staged}, {"gamification_score", ask.community().scoreOf(who.id, {}, today)}});
    std::set<int> badges;
    json featured = json::array();
    for (const int id : ask.community().grantsTo(who.id))
        if (badges.insert(ask.community().grant(id)->badge).second && featured.size() < 3)
            featured.push_back(id);
    row["badge_count"] = badges.size();
    row["featured_user_badge_ids"] = featured;
    if (who.suspendedTill && ask.actor.staff())
        row["suspended_till"] = isoTime(*who.suspendedTill);
    return row;
}

/// The badges that stand beside people, with everybody named in them.
json withBadges(const Ask &ask, const std::vector<const Person *> &people)
{
    json rows = json::array();
    json badges = json::array();
    std::set<int> badgeIds;
    std::set<int> types;
    std::set<int> others;
    for (const Person *who : people) {
        std::map<int, std::pair<int, int>> held; // badge → newest grant, count
        for (const int id : ask.community().grantsTo(who->id)) {
            auto &[newest, count] = held[ask.community().grant(id)->badge];
            newest = std::max(newest, id);
            ++count;
        }
        others.insert(who->id);
        for (const auto &[badgeId, row] : held) {
            if (rows.size() >= 3 * people.size())
                break;
            const Grant &grant = *ask.community().grant(row.first);
            rows.push_back({{"id", grant.id}, {"granted_at", isoTime(grant.at)}, {"created_at", isoTime(grant.at)}, {"count", row.second}, {"badge_id", badgeId}, {"user_id", who->id}, {"granted_by_id", grant.by}});
            others.insert(grant.by);
            const Badge *badge = ask.community().badge(badgeId);
            if (badge && badgeIds.insert(badgeId).second) {
                badges.push_back(badgeShape(ask.forum, *badge, BadgeShape::InAnswer));
                types.insert(badge->type);
            }
        }
    }
    json users = json::array();
    for (const int id : others)
        if (const Person *person = ask.community().person(id))
            users.push_back(holderPerson(*person));
    return {{"user_badges", rows}, {"badges", badges}, {"badge_types", badgeTypes(types)}, {"users", users}};
}

Outgoing shown(const Ask &ask, const Person &who)
{
    json body = withBadges(ask, {&who});
    json user = profile(ask, who);
    json groups = json::array();
    for (const Group &group : ask.community().groups)
        if (seesGroup(group, ask.actor) && std::find(group.members.begin(), group.members.end(), who.id) != group.members.end())
            groups.push_back(groupShape(group, ask.actor));
    user["groups"] = groups;
    user["post_count"] = std::count_if(ask.community().posts.begin(), ask.community().posts.end(), [&](const auto &entry) { return entry.second.person == who.id; });
    user["can_edit"] = ask.actor.staff() || (ask.actor.person && ask.actor.person->id == who.id);
    body["user"] = user;
    return jsonAnswer(body);
}

Outgoing show(Ask &ask)
{
    return shown(ask, personOf(ask));
}

Outgoing byExternalId(Ask &ask)
{
    const std::string wanted = ask.require("external_id");
    const auto &people = ask.community().people;
    const auto found = std::find_if(people.begin(), people.end(), [&](const auto &entry) { return entry.second.externalId == wanted; });
    if (found == people.end() || (!found->second.active && !ask.actor.staff()))
        refuseNotFound();
    return shown(ask, found->second);
}

Outgoing card(Ask &ask)
{
    const Person &who = personOf(ask);
    json body = withBadges(ask, {&who});
    body["user"] = profile(ask, who);
    return jsonAnswer(body);
}

Outgoing cards(Ask &ask)
{
    const auto ids = split(ask.require("user_ids"), ',');
    if (ids.size() > mostCards)
        refuseInvalid("user_ids");
    std::vector<const Person *> people;
    for (const auto &text : ids)
        if (const Person *person = ask.community().person(static_cast<int>(leadingInteger(text))); person && (person->active || ask.actor.staff()))
            people.push_back(person);
    json body = withBadges(ask, people);
    json users = json::array();
    for (const Person *person : people)
        users.push_back(profile(ask, *person));
    body["users"] = users;
    return jsonAnswer(body);
}

} // namespace

void addPeopleRoutes(RouteTable &table)
{
    table.add("GET", "/u/search/users", "users/search_users", {}, search);
    table.add("GET", "/u/:username", "users/show", {.scopes = {"users:show"}}, show);
    table.add("GET", "/users/:username", "users/show", {.scopes = {"users:show"}}, show);
    table.add("GET", "/u/by-external/:external_id", "users/show", {.scopes = {"users:show"}}, byExternalId);
    table.add("GET", "/u/:username/card", "users/show_card", {}, card);
    table.add("GET", "/user-cards", "users/cards", {}, cards);
}

} // namespace badgewright::sample
