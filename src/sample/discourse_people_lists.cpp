// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t adminPage = 100;
constexpr int directoryPage = 50;

/// Figures that nobody counts here, always the same for the same person.
int figure(const Person &who, std::uint32_t what, int most)
{
    return static_cast<int>(mix(static_cast<std::uint32_t>(who.id), what) % static_cast<std::uint32_t>(most));
}

json adminRow(const Person &who, bool showEmails)
{
    const qint64 now = nowMs();
    const auto age = [&](qint64 ms) { return ms == 0 ? json() : json(static_cast<double>(now - ms) / 1'000); };
    json row = basicPerson(who);
    row.update({{"active", who.active}, {"admin", who.admin}, {"moderator", who.moderator}, {"last_seen_at", timeOrNull(who.seen)}, {"last_emailed_at", nullptr},
                {"created_at", isoTime(who.created)}, {"last_seen_age", age(who.seen)}, {"last_emailed_age", nullptr}, {"created_at_age", age(who.created)}, {"trust_level", who.trust},
                {"manual_locked_trust_level", nullptr}, {"title", textOrNull(who.title)}, {"time_read", figure(who, 101, 90'000)}, {"staged", who.staged},
                {"days_visited", figure(who, 102, 300)}, {"posts_read_count", figure(who, 103, 4'000)}, {"topics_entered", figure(who, 104, 900)}, {"post_count", figure(who, 105, 60)},
                {"can_be_deleted", !who.staff()}, {"silence_reason", nullptr}});
    if (who.suspendedTill) {
        row["suspended_at"] = isoTime(*who.suspendedTill - 14LL * 86'400'000);
        row["suspended_till"] = isoTime(*who.suspendedTill);
    }
    if (showEmails) {
        row["email"] = who.email;
        row["secondary_emails"] = json::array();
    }
    return row;
}

bool inList(const Person &who, const std::string &list)
{
    static constexpr std::array<const char *, 5> levels = {"newuser", "basic", "member", "regular", "leader"};
    for (int level = 0; level < 5; ++level)
        if (list == levels[static_cast<std::size_t>(level)])
            return who.trust == level;
    if (list == "active")
        return who.active;
    if (list == "staff")
        return who.staff();
    if (list == "admins")
        return who.admin;
    if (list == "moderators")
        return who.moderator;
    if (list == "suspended")
        return who.suspendedTill && *who.suspendedTill > nowMs();
    if (list == "staged")
        return who.staged;
    if (list == "silenced" || list == "pending")
        return false;
    return true; // new, all
}

Outgoing adminList(Ask &ask)
{
    const std::string list = ask.params.text("query").value_or("active");
    const bool showEmails = ask.params.isTrueText("show_emails");
    json rows = json::array();
    if (const auto email = ask.params.present("email")) {
        if (const Person *person = ask.community().personByEmail(*email); person && person->id > 0)
            rows.push_back(adminRow(*person, showEmails));
        return jsonAnswer(rows);
    }
    const std::string filter = lower(ask.params.text("filter").value_or(""));
    std::vector<const Person *> found;
    for (const auto &[id, who] : ask.community().people)
        if (id > 0 && inList(who, list) && (filter.empty() || lower(who.username).find(filter) != std::string::npos || lower(who.email).find(filter) != std::string::npos))
            found.push_back(&who);
    const std::string order = ask.params.text("order").value_or("");
    const bool ascending = ask.params.present("asc").has_value();
    const auto key = [&](const Person *who) -> std::pair<qint64, std::string> {
        if (order == "username")
            return {0, who->username}; // capitals first, as the database sorts
        if (order == "email")
            return {0, who->email};
        if (order == "trust_level")
            return {who->trust, {}};
        if (order == "seen" || order.empty())
            return {who->seen, {}};
        if (order == "days_visited")
            return {figure(*who, 102, 300), {}};
        if (order == "posts")
            return {figure(*who, 105, 60), {}};
        return {who->created, {}};
    };
    std::stable_sort(found.begin(), found.end(), [&](const Person *a, const Person *b) { return ascending ? key(a) < key(b) : key(b) < key(a); });
    const auto page = static_cast<std::size_t>(std::max(1, ask.params.number("page", 1)));
    for (std::size_t i = (page - 1) * adminPage; i < found.size() && i < page * adminPage; ++i)
        rows.push_back(adminRow(*found[i], showEmails));
    return jsonAnswer(rows);
}

Outgoing adminShow(Ask &ask)
{
    const Person *who = ask.community().person(ask.params.number("id", 0));
    if (!who)
        refuseNotFound();
    json row = adminRow(*who, false);
    row["badge_count"] = ask.community().grantsTo(who->id).size();
    row["can_grant_admin"] = false;
    return jsonAnswer(row);
}

Outgoing directory(Ask &ask)
{
    const std::string period = ask.require("period");
    if (const std::set<std::string> known = {"daily", "weekly", "monthly", "quarterly", "yearly", "all"}; known.count(period) == 0)
        refuseInvalid("period");
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const std::map<std::string, int> days = {{"daily", 1}, {"weekly", 7}, {"monthly", 30}, {"quarterly", 91}, {"yearly", 365}};
    const auto span = days.find(period);
    const QDate from = span == days.end() ? QDate() : today.addDays(-span->second);
    const auto groupName = ask.params.present("group");
    const Group *group = groupName ? ask.community().group(*groupName) : nullptr;
    if (groupName && (!group || !seesGroup(*group, ask.actor)))
        refuseNotFound();
    const std::string name = lower(ask.params.text("name").value_or(""));
    std::set<std::string> left;
    for (const auto &each : split(ask.params.text("exclude_usernames").value_or(""), ','))
        left.insert(lower(each));

    std::vector<std::pair<json, const Person *>> found;
    for (const auto &[id, who] : ask.community().people) {
        if (id < 1 || !who.active || who.staged || who.suspendedTill || left.count(lower(who.username)) > 0)
            continue;
        if (group && std::find(group->members.begin(), group->members.end(), id) == group->members.end())
            continue;
        if (!name.empty() && lower(who.username).find(name) == std::string::npos && lower(who.name).find(name) == std::string::npos)
            continue;
        found.emplace_back(json{{"id", id}, {"likes_received", figure(who, 106, 400)}, {"likes_given", figure(who, 107, 500)}, {"topic_count", figure(who, 108, 12)}, {"post_count", figure(who, 105, 60)},
                                {"topics_entered", figure(who, 104, 900)}, {"posts_read", figure(who, 103, 4'000)}, {"days_visited", figure(who, 102, 300)}, {"time_read", figure(who, 101, 90'000)},
                                {"gamification_score", ask.community().scoreOf(id, from, today)}},
                           &who);
    }
    const std::string order = ask.params.text("order").value_or("likes_received");
    const bool byName = order == "username";
    const bool ascending = ask.params.present("asc").has_value();
    if (!byName && (found.empty() || !found.front().first.contains(order)))
        refuseInvalid("order");
    std::stable_sort(found.begin(), found.end(), [&](const auto &a, const auto &b) {
        const auto &first = ascending ? a : b;
        const auto &second = ascending ? b : a;
        return byName ? lower(first.second->username) < lower(second.second->username) : first.first.at(order) < second.first.at(order);
    });
    const int limit = std::clamp(ask.params.number("limit", directoryPage), 1, directoryPage);
    const int page = std::max(0, ask.params.number("page", 0));
    json rows = json::array();
    for (std::size_t i = static_cast<std::size_t>(page * limit); i < found.size() && i < static_cast<std::size_t>((page + 1) * limit); ++i) {
        json row = found[i].first;
        json user = holderPerson(*found[i].second);
        user["title"] = textOrNull(found[i].second->title);
        row["user"] = user;
        rows.push_back(row);
    }
    return jsonAnswer({{"directory_items", rows},
                       {"meta", {{"last_updated_at", isoTime(nowMs() / 86'400'000 * 86'400'000)}, {"total_rows_directory_items", found.size()},
                                 {"load_more_directory_items", "/directory_items.json?order=" + order + "&page=" + std::to_string(page + 1) + "&period=" + period}}}});
}

Outgoing columns(Ask &)
{
    json rows = json::array();
    int id = 1;
    for (const char *name : {"likes_received", "likes_given", "topic_count", "post_count", "topics_entered", "posts_read", "days_visited", "gamification_score"}) {
        rows.push_back({{"id", id}, {"name", name}, {"automatic_position", id}, {"icon", nullptr}, {"type", "automatic"}, {"position", id}});
        ++id;
    }
    return jsonAnswer({{"directory_columns", rows}});
}

} // namespace

void addPeopleListRoutes(RouteTable &table)
{
    table.add("GET", "/admin/users/list", "admin/users/index", {Gate::Staff, {"users:list"}}, adminList);
    table.add("GET", "/admin/users/list/:query", "admin/users/index", {Gate::Staff, {"users:list"}}, adminList);
    table.add("GET", "/admin/users/:id", "admin/users/show", {Gate::Staff}, adminShow);
    table.add("GET", "/directory_items", "directory_items/index", {}, directory);
    table.add("GET", "/directory-columns", "directory_columns/index", {}, columns);
}

} // namespace badgewright::sample
