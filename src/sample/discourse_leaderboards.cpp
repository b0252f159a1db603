// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"
#include "sample/scores.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t pageSize = 100;
constexpr std::array<const char *, 6> periods = {"all_time", "yearly", "quarterly", "monthly", "weekly", "daily"};

json adminFields(const Ask &ask)
{
    json boards = json::array();
    for (const auto &[id, board] : ask.community().leaderboards)
        boards.push_back(leaderboardShape(board));
    json groups = json::array();
    for (const Group &group : ask.community().groups)
        groups.push_back(groupShape(group, ask.actor));
    return {{"gamification_leaderboards", boards}, {"gamification_groups", groups}, {"gamification_recalculate_scores_remaining", recalculationsLeft(ask.community())}};
}

Outgoing adminList(Ask &ask)
{
    needAdmin(ask);
    return jsonAnswer(adminFields(ask));
}

Outgoing pluginPage(Ask &ask)
{
    return jsonAnswer({{"id", "discourse-gamification"}, {"name", "discourse-gamification"}, {"about", "Scores and leaderboards"}, {"version", "0.0.1"}, {"url", ""},
                       {"admin_route", {{"location", "discourse-gamification"}, {"label", "gamification.admin.title"}, {"use_new_show_route", true}}}, {"enabled", true},
                       {"enabled_setting", "discourse_gamification_enabled"}, {"has_settings", true}, {"has_only_enabled_setting", false}, {"humanized_name", "Gamification"},
                       {"is_official", true}, {"extras", adminFields(ask)}});
}

Leaderboard boardOf(const Ask &ask)
{
    const auto found = ask.community().leaderboards.find(ask.params.number("id", 0));
    if (found == ask.community().leaderboards.end())
        refuse(railsNotFound(), false);
    return found->second;
}

Outgoing adminShow(Ask &ask)
{
    needAdmin(ask);
    return jsonAnswer({{"leaderboard", leaderboardShape(boardOf(ask))}});
}

void checkName(const Ask &ask, const std::string &name, int id)
{
    if (lower(name) == "new")
        refuseWords("Name is reserved");
    for (const auto &[other, board] : ask.community().leaderboards)
        if (other != id && board.name == name)
            refuse(serverFault(), false); // only the database minds, and it minds loudly
}

Outgoing create(Ask &ask)
{
    needAdmin(ask);
    Leaderboard board;
    board.name = ask.require("name");
    board.createdBy = databaseNumber(ask.require("created_by_id"));
    checkName(ask, board.name, 0);
    board.id = ask.community().lastLeaderboardId + 1;
    board.updated = nowMs();
    ask.forum.change({{"do", "board"}, {"board", toRecord(board)}});
    return jsonAnswer(leaderboardShape(board));
}

Outgoing update(Ask &ask)
{
    needAdmin(ask);
    // A full replacement: what is not sent is emptied.
    const Leaderboard before = boardOf(ask);
    Leaderboard board;
    board.id = before.id;
    board.createdBy = before.createdBy;
    board.name = ask.require("name");
    checkName(ask, board.name, board.id);
    board.from = parseDate(ask.params.text("from_date").value_or(""));
    board.to = parseDate(ask.params.text("to_date").value_or(""));
    board.visibleTo = ask.params.numbers("visible_to_groups_ids");
    board.included = ask.params.numbers("included_groups_ids");
    board.excluded = ask.params.numbers("excluded_groups_ids");
    board.defaultPeriod = ask.params.number("default_period", before.defaultPeriod);
    board.periodFilterDisabled = ask.params.text("period_filter_disabled").value_or("false") == "true";
    board.updated = nowMs();
    ask.forum.change({{"do", "board"}, {"board", toRecord(board)}});
    return success();
}

Outgoing destroy(Ask &ask)
{
    needAdmin(ask);
    ask.forum.change({{"do", "board-gone"}, {"id", boardOf(ask).id}});
    return success();
}

bool inGroups(const Community &community, int person, const std::vector<int> &ids)
{
    return std::any_of(community.groups.begin(), community.groups.end(), [&](const Group &group) {
        return std::find(ids.begin(), ids.end(), group.id) != ids.end() && std::find(group.members.begin(), group.members.end(), person) != group.members.end();
    });
}

QDate beginOf(int period, const QDate &today)
{
    switch (period) {
    case 1: return today.addYears(-1);
    case 2: return today.addMonths(-3);
    case 3: return today.addMonths(-1);
    case 4: return today.addDays(-7);
    case 5: return today.addDays(-1);
    default: return {};
    }
}

Outgoing publicShow(Ask &ask, const Leaderboard &board)
{
    const Community &community = ask.community();
    if (!board.visibleTo.empty() && !ask.actor.admin() && !(ask.actor.person && inGroups(community, ask.actor.person->id, board.visibleTo)))
        refuseNotFound();
    int period = board.defaultPeriod;
    if (const auto wanted = ask.params.present("period"); wanted && !board.periodFilterDisabled) {
        const auto found = std::find(periods.begin(), periods.end(), *wanted);
        period = *wanted == "all" ? 0 : found == periods.end() ? period : static_cast<int>(found - periods.begin());
    }
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QDate from = beginOf(period, today);
    if (board.from.isValid() && (!from.isValid() || board.from > from))
        from = board.from;
    const QDate to = board.to.isValid() && board.to < today ? board.to : today;

    std::vector<std::pair<int, const Person *>> scores;
    for (const auto &[id, who] : community.people) {
        if (id < 1 || !who.active || who.staged || (who.suspendedTill && *who.suspendedTill > nowMs()))
            continue;
        const int score = community.scoreOf(id, from, to);
        if (score == 0 || (!board.included.empty() && !inGroups(community, id, board.included)) || (!board.excluded.empty() && inGroups(community, id, board.excluded)))
            continue;
        scores.emplace_back(-score, &who);
    }
    std::stable_sort(scores.begin(), scores.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    const auto page = static_cast<std::size_t>(std::max(0, ask.params.number("page", 0)));
    const auto most = static_cast<std::size_t>(std::clamp(ask.params.number("user_limit", static_cast<int>(pageSize)), 1, static_cast<int>(pageSize)));
    json users = json::array();
    json personal = ask.actor.person ? json{{"user", nullptr}, {"position", nullptr}} : json::object();
    int position = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (i == 0 || scores[i].first != scores[i - 1].first)
            ++position; // people with as many points share a place
        const bool shown = i >= page * pageSize && i < page * pageSize + most;
        const bool own = ask.actor.person && scores[i].second->id == ask.actor.person->id;
        if (!shown && !own)
            continue;
        json row = basicPerson(*scores[i].second);
        row["total_score"] = -scores[i].first;
        row["position"] = position;
        if (shown)
            users.push_back(row);
        if (own)
            personal = {{"user", row}, {"position", position}};
    }
    return jsonAnswer({{"leaderboard", leaderboardShape(board)}, {"personal", personal}, {"users", users}});
}

Outgoing byDefault(Ask &ask)
{
    if (ask.community().leaderboards.empty())
        refuse(serverFault(), false);
    return publicShow(ask, ask.community().leaderboards.begin()->second);
}

Outgoing byId(Ask &ask)
{
    const auto found = ask.community().leaderboards.find(ask.params.number("id", 0));
    if (found == ask.community().leaderboards.end())
        refuseNotFound();
    return publicShow(ask, found->second);
}

} // namespace

void addLeaderboardRoutes(RouteTable &table)
{
    const std::string desk = "discourse_gamification/admin_gamification_leaderboard/";
    table.add("GET", "/admin/plugins/gamification", "admin/plugins/show", {Gate::Admin}, pluginPage);
    table.add("GET", "/admin/plugins/discourse-gamification", "admin/plugins/show", {Gate::Admin}, pluginPage);
    table.add("GET", "/admin/plugins/discourse-gamification/leaderboards", (desk + "index").c_str(), {Gate::Staff}, adminList);
    table.add("GET", "/admin/plugins/discourse-gamification/leaderboards/:id", (desk + "show").c_str(), {Gate::Staff}, adminShow);
    table.add("POST", "/admin/plugins/gamification/leaderboard", (desk + "create").c_str(), {Gate::Staff}, create);
    table.add("PUT", "/admin/plugins/gamification/leaderboard/:id", (desk + "update").c_str(), {Gate::Staff}, update);
    table.add("DELETE", "/admin/plugins/gamification/leaderboard/:id", (desk + "destroy").c_str(), {Gate::Staff}, destroy);
    table.add("GET", "/leaderboard", "discourse_gamification/gamification_leaderboard/respond", {.form = Form::NoSuffix}, byDefault);
    table.add("GET", "/leaderboard/:id", "discourse_gamification/gamification_leaderboard/respond", {}, byId);
}

} // namespace badgewright::sample
