// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t pageSize = 36;
constexpr int usualMembers = 50;
constexpr int mostMembers = 1'000;

Outgoing list(Ask &ask)
{
    std::vector<const Group *> seen;
    for (const Group &group : ask.community().groups)
        if (seesGroup(group, ask.actor))
            seen.push_back(&group);
    std::sort(seen.begin(), seen.end(), [](const Group *a, const Group *b) { return a->name < b->name; });
    const auto page = static_cast<std::size_t>(std::max(0, ask.params.number("page", 0)));
    json rows = json::array();
    for (std::size_t i = page * pageSize; i < seen.size() && i < (page + 1) * pageSize; ++i)
        rows.push_back(groupShape(*seen[i], ask.actor));
    return jsonAnswer({{"groups", rows}, {"extras", {{"type_filters", {"my", "owner", "public", "close", "automatic"}}}}, {"total_rows_groups", seen.size()},
                       {"load_more_groups", "/groups?page=" + std::to_string(page + 1)}});
}

Outgoing search(Ask &ask)
{
    const std::string term = lower(ask.params.text("term").value_or(""));
    json rows = json::array();
    for (const Group &group : ask.community().groups)
        if (seesGroup(group, ask.actor) && (lower(group.name).find(term) != std::string::npos || lower(group.fullName).find(term) != std::string::npos))
            rows.push_back(groupShape(group, ask.actor));
    return jsonAnswer(rows);
}

const Group &groupOf(const Ask &ask)
{
    const Group *group = ask.community().group(*ask.params.text("name"));
    if (!group || !seesGroup(*group, ask.actor))
        refuseNotFound();
    return *group;
}

Outgoing show(Ask &ask)
{
    return jsonAnswer({{"group", groupShape(groupOf(ask), ask.actor)}, {"extras", {{"visible_group_names", json::array()}}}});
}

Outgoing members(Ask &ask)
{
    const Group &group = groupOf(ask);
    if (!seesMembers(group, ask.actor))
        refuseAccess();
    const int limit = ask.params.number("limit", usualMembers);
    const int offset = ask.params.number("offset", 0);
    if (limit < 0 || limit > mostMembers)
        refuseInvalid("limit");
    if (offset < 0)
        refuseInvalid("offset");
    const std::string filter = lower(ask.params.text("filter").value_or(""));
    const std::string order = ask.params.text("order").value_or("");
    const bool ascending = ask.params.present("asc").has_value();

    struct Member {
        const Person *person;
        qint64 added;
    };
    std::vector<Member> found;
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        const Person *person = ask.community().person(group.members[i]);
        if (person && (lower(person->username).find(filter) != std::string::npos || lower(person->name).find(filter) != std::string::npos))
            found.push_back({person, std::max(person->created, person->created + static_cast<qint64>(i) * 60'000)});
    }
    const auto total = found.size();
    std::stable_sort(found.begin(), found.end(), [&](const Member &one, const Member &two) {
        const Member &a = ascending ? one : two;
        const Member &b = ascending ? two : one;
        if (order == "added_at" && a.added != b.added)
            return a.added < b.added;
        if ((order == "last_seen_at" || order == "last_posted_at") && a.person->seen != b.person->seen)
            return a.person->seen < b.person->seen;
        return lower(a.person->username) < lower(b.person->username);
    });
    const auto shape = [](const Member &member) {
        json row = basicPerson(*member.person);
        row.update({{"trust_level", member.person->trust}, {"title", textOrNull(member.person->title)}, {"last_posted_at", nullptr}, {"last_seen_at", timeOrNull(member.person->seen)},
                    {"added_at", isoTime(member.added)}, {"timezone", nullptr}});
        return row;
    };
    json rows = json::array();
    json owners = json::array();
    for (std::size_t i = static_cast<std::size_t>(offset); i < found.size() && rows.size() < static_cast<std::size_t>(limit); ++i)
        rows.push_back(shape(found[i]));
    for (const Member &member : found)
        if (std::find(group.owners.begin(), group.owners.end(), member.person->id) != group.owners.end())
            owners.push_back(shape(member));
    return jsonAnswer({{"members", rows}, {"owners", owners}, {"meta", {{"total", total}, {"limit", limit}, {"offset", offset}}}});
}

} // namespace

void addGroupRoutes(RouteTable &table)
{
    table.add("GET", "/groups", "groups/index", {.scopes = {"groups:administer_groups"}}, list);
    table.add("GET", "/groups/search", "groups/search", {Gate::SignedIn}, search);
    for (const char *prefix : {"/groups", "/g"}) {
        table.add("GET", (std::string(prefix) + "/:name").c_str(), "groups/show", {.scopes = {"groups:administer_groups"}}, show);
        table.add("GET", (std::string(prefix) + "/:name/members").c_str(), "groups/members", {.scopes = {"groups:manage_groups"}}, members);
    }
}

} // namespace badgewright::sample
