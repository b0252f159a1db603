// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int pageSize = 96;

Outgoing holders(Ask &ask)
{
    const auto name = ask.params.text("badge_name");
    const Badge *badge = name ? ask.community().badgeByName(*name) : ask.community().badge(static_cast<int>(leadingInteger(ask.require("badge_id"))));
    if (!badge || !badge->enabled)
        refuseNotFound();
    const int offset = ask.params.number("offset", 0);
    if (offset < 0)
        refuseInvalid("offset");

    // An unknown name filters nothing, which a real forum does as well.
    const auto username = ask.params.present("username");
    const Person *only = username ? ask.community().personByName(*username) : nullptr;
    json rows = json::array();
    std::vector<int> people;
    std::vector<int> topics;
    const auto once = [](std::vector<int> &list, int id) {
        if (std::find(list.begin(), list.end(), id) == list.end())
            list.push_back(id);
    };
    int at = 0;
    int count = 0;
    for (const auto &[negatedTime, negatedId] : ask.community().grantsOf(badge->id)) {
        if (!only && rows.size() >= pageSize)
            break;
        const Grant &grant = *ask.community().grant(-negatedId);
        if (only && grant.person != only->id)
            continue;
        ++count;
        if (at++ < offset || rows.size() >= pageSize)
            continue;
        json row = {{"id", grant.id}, {"granted_at", isoTime(grant.at)}, {"created_at", isoTime(grant.at)}, {"badge_id", grant.badge}, {"user_id", grant.person}, {"granted_by_id", grant.by}};
        addPost(row, ask, grant, false);
        if (row.contains("topic_id"))
            once(topics, row["topic_id"]);
        rows.push_back(row);
        once(people, grant.person);
        once(people, grant.by);
    }

    json users = json::array();
    for (const int id : people)
        if (const Person *person = ask.community().person(id))
            users.push_back(holderPerson(*person));
    const json info = {{"grant_count", username ? json(only ? count : 0) : json()}, {"username", username ? json(*username) : json()}, {"user_badges", rows}};
    if (rows.empty())
        return jsonAnswer({{"user_badge_info", info}}); // past the end not even the badge is named
    json body = {{"badges", json::array({badgeShape(ask.forum, *badge, BadgeShape::Public)})}, {"badge_types", badgeTypes({badge->type})}, {"users", users}, {"user_badge_info", info}};
    for (const int id : topics) {
        const Topic *topic = ask.community().topic(id);
        body["topics"].push_back({{"id", id}, {"title", topic->title}, {"fancy_title", topic->title}, {"slug", topic->slug}, {"posts_count", topic->posts.size()}});
    }
    return jsonAnswer(body);
}

} // namespace

void addHolderRoutes(RouteTable &table)
{
    table.add("GET", "/user_badges", "user_badges/index", {}, holders);
}

} // namespace badgewright::sample
