// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int usualRows = 1'000;
constexpr int mostRows = 10'000;

struct Parameter {
    const char *name;
    const char *type; ///< int, string
    const char *otherwise;
};

struct Table {
    std::vector<std::string> columns;
    std::vector<json> rows;
    json colrender = json::object();
};

struct Report {
    int id;
    const char *name;
    const char *description;
    const char *sql;
    int owner;
    std::vector<int> groups;
    std::vector<Parameter> parameters;
    std::function<Table(const Community &, const std::map<std::string, std::string> &)> run;
};

qint64 daysAgo(const std::string &days)
{
    return nowMs() - leadingInteger(days) * 86'400'000LL;
}

const std::vector<Report> &reports()
{
    static const std::vector<Report> all = {
        {1, "New members", "People who joined lately", "-- [params]\n-- int :days = 30\nSELECT id AS user_id FROM users WHERE id > 0 AND created_at > now() - (:days || ' days')::interval ORDER BY id", 1, {},
         {{"days", "int", "30"}},
         [](const Community &c, const auto &given) {
             Table table{{"user_id"}, {}, {{"0", "user"}}};
             for (const auto &[id, who] : c.people)
                 if (id > 0 && who.created > daysAgo(given.at("days")))
                     table.rows.push_back(json::array({id}));
             return table;
         }},
        {2, "Fair helpers and their best post", "Usernames, with the post to thank them for", "SELECT username, post_url FROM fair_helpers", 1, {42}, {},
         [](const Community &c, const auto &) {
             Table table{{"username", "reason"}, {}, json::object()};
             for (const int id : c.group("fair_helpers")->members) {
                 const auto post = std::find_if(c.posts.begin(), c.posts.end(), [&, person = id](const auto &entry) { return entry.second.person == person; });
                 if (post != c.posts.end())
                     table.rows.push_back(json::array({c.person(id)->username, "/t/-/" + std::to_string(post->second.topic) + "/" + std::to_string(post->second.number)}));
             }
             return table;
         }},
        {3, "Addresses of a trust level", "For a letter", "-- [params]\n-- int :level = 4\nSELECT email, name FROM users WHERE trust_level = :level", 1, {}, {{"level", "int", "4"}},
         [](const Community &c, const auto &given) {
             Table table{{"email", "name"}, {}, json::object()};
             for (const auto &[id, who] : c.people)
                 if (id > 0 && who.trust == static_cast<int>(leadingInteger(given.at("level"))))
                     table.rows.push_back(json::array({who.email, who.name}));
             return table;
         }},
        {-1, "Most liked people", "Who got the most likes?", "SELECT user_id, count(*) AS likes FROM post_actions GROUP BY user_id ORDER BY 2 DESC", -1, {}, {},
         [](const Community &c, const auto &) {
             Table table{{"user_id", "likes"}, {}, {{"0", "user"}}};
             std::map<int, int> likes;
             for (const auto &[id, post] : c.posts)
                 likes[post.person] += static_cast<int>(post.likers.size());
             for (const auto &[id, count] : likes)
                 table.rows.push_back(json::array({id, count}));
             std::stable_sort(table.rows.begin(), table.rows.end(), [](const json &a, const json &b) { return a[1] > b[1]; });
             return table;
         }},
    };
    return all;
}

const Report &reportOf(const Ask &ask)
{
    const int id = ask.params.number("id", 0);
    const auto found = std::find_if(reports().begin(), reports().end(), [&](const Report &report) { return report.id == id; });
    if (found == reports().end())
        refuseNotFound();
    return *found;
}

json listShape(const Community &community, const Report &report)
{
    const auto ran = community.reportRuns.find(report.id);
    return {{"id", report.id}, {"name", report.name}, {"description", report.description}, {"username", community.person(report.owner)->username}, {"group_ids", report.groups},
            {"last_run_at", ran == community.reportRuns.end() ? json() : json(isoTime(ran->second))}, {"user_id", report.owner}};
}

Outgoing list(Ask &ask)
{
    json rows = json::array();
    for (const Report &report : reports())
        rows.push_back(listShape(ask.community(), report));
    return jsonAnswer({{"queries", rows}});
}

Outgoing show(Ask &ask)
{
    const Report &report = reportOf(ask);
    json query = listShape(ask.community(), report);
    query["sql"] = report.sql;
    query["param_info"] = json::array();
    for (const Parameter &each : report.parameters)
        query["param_info"].push_back({{"identifier", each.name}, {"type", each.type}, {"default", each.otherwise}, {"nullable", false}});
    query["created_at"] = isoTime(ask.community().founded.addDays(-90).startOfDay(Qt::UTC).toMSecsSinceEpoch());
    query["hidden"] = false;
    return jsonAnswer({{"query", query}});
}

[[noreturn]] void wrong(const std::string &words)
{
    refuse(jsonAnswer({{"success", false}, {"errors", json::array({words})}}, 422));
}

std::map<std::string, std::string> parameters(const Ask &ask, const Report &report)
{
    // The parameters come as JSON inside a parameter.
    const json given = json::parse(ask.params.text("params").value_or("{}"), nullptr, false);
    if (!given.is_object())
        refuseInvalid("params");
    std::map<std::string, std::string> values;
    for (const Parameter &each : report.parameters) {
        const auto found = given.find(each.name);
        const std::string text = found == given.end() || found->is_null() ? each.otherwise : found->is_string() ? found->get<std::string>() : found->dump();
        if (std::string(each.type) == "int" && !wholeNumber(trimmed(text)))
            wrong("DiscourseDataExplorer::ValidationError: '" + text + "' is an invalid int - Not an integer");
        values[each.name] = text;
    }
    return values;
}

std::string csvField(const json &value)
{
    std::string text = value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return "\"" + text + "\"";
}

Outgoing run(Ask &ask, const Report &report, bool csv)
{
    const auto values = parameters(ask, report);
    Table table = report.run(ask.community(), values);
    const std::string limit = ask.params.text("limit").value_or("");
    const auto most = static_cast<std::size_t>(limit == "ALL" ? mostRows : std::clamp(ask.params.number("limit", csv ? mostRows : usualRows), 1, mostRows));
    if (table.rows.size() > most)
        table.rows.resize(most);
    ask.forum.change({{"do", "report-run"}, {"id", report.id}, {"at", nowMs()}});
    if (csv) {
        std::string text;
        const auto line = [&](const json &fields) {
            for (std::size_t i = 0; i < fields.size(); ++i)
                text += (i > 0 ? "," : "") + csvField(fields[i]);
            text += "\n";
        };
        line(table.columns);
        for (const json &row : table.rows)
            line(row);
        return {200, "text/csv; charset=utf-8", text, {{"Content-Disposition", "attachment; filename=\"report-" + std::to_string(report.id) + ".dcqresult.csv\""}}};
    }
    json users = json::array();
    if (table.colrender.contains("0"))
        for (const json &row : table.rows)
            if (const Person *person = ask.community().person(row[0])) {
                json one = basicPerson(*person);
                one["name"] = nullptr;
                users.push_back(one);
            }
    return jsonAnswer({{"success", true}, {"errors", json::array()}, {"duration", 0.8}, {"result_count", table.rows.size()}, {"params", values}, {"columns", table.columns}, {"default_limit", usualRows},
                       {"relations", users.empty() ? json::object() : json{{"user", users}}}, {"colrender", table.colrender}, {"rows", table.rows}});
}

Outgoing runForGroup(Ask &ask)
{
    const Group *group = ask.community().group(*ask.params.text("group"));
    const Report &report = reportOf(ask);
    const bool shared = group && std::find(report.groups.begin(), report.groups.end(), group->id) != report.groups.end();
    const bool member = group && ask.actor.person && std::find(group->members.begin(), group->members.end(), ask.actor.person->id) != group->members.end();
    if (!shared || (!member && !ask.actor.admin()))
        refuseNotFound();
    return run(ask, report, false);
}

} // namespace

void addReportRoutes(RouteTable &table)
{
    const RouteTable::Options runs{Gate::Admin, {"discourse_data_explorer:run_queries"}};
    table.add("GET", "/admin/plugins/explorer/queries", "discourse_data_explorer/query/index", {Gate::Admin}, list);
    table.add("GET", "/admin/plugins/explorer/queries/:id", "discourse_data_explorer/query/show", {Gate::Admin}, show);
    table.add("POST", "/admin/plugins/explorer/queries/:id/run", "discourse_data_explorer/query/run", runs, [](Ask &ask) { return run(ask, reportOf(ask), false); });
    table.add("POST", "/admin/plugins/explorer/queries/:id/run.csv", "discourse_data_explorer/query/run", runs, [](Ask &ask) { return run(ask, reportOf(ask), true); });
    table.add("POST", "/g/:group/reports/:id/run", "discourse_data_explorer/query/group_reports_run", {Gate::SignedIn}, runForGroup);
}

} // namespace badgewright::sample
