// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/scores.h"

#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace badgewright::sample {

using nlohmann::json;

int databaseNumber(const std::string &text)
{
    const qint64 value = leadingInteger(text);
    if (value > std::numeric_limits<int>::max() || value < std::numeric_limits<int>::min())
        refuseNotFound();
    return static_cast<int>(value);
}

void needAdmin(const Ask &ask)
{
    if (!ask.actor.admin())
        refuseAccess();
}

namespace {

constexpr std::size_t mostEvents = 100;
constexpr int mostRecalculations = 5;
constexpr qint64 quotaMs = 24 * 3'600'000LL;

json eventShape(const ScoreEvent &event)
{
    return {{"id", event.id}, {"user_id", event.person}, {"date", isoDate(event.date)}, {"points", event.points}, {"description", event.description ? json(*event.description) : json()},
            {"created_at", isoTime(event.created)}, {"updated_at", isoTime(event.updated)}};
}

Outgoing list(Ask &ask)
{
    needAdmin(ask);
    const auto id = ask.params.present("id");
    const auto person = ask.params.present("user_id");
    const auto dateText = ask.params.present("date");
    const QDate date = dateText ? parseDate(*dateText) : QDate();
    json rows = json::array();
    // As the table lies: neither sorted nor paged, a hundred at most.
    for (const int eventId : ask.community().eventHeap) {
        const ScoreEvent &event = ask.community().events.at(eventId);
        if ((id && event.id != databaseNumber(*id)) || (person && event.person != databaseNumber(*person)) || (dateText && event.date != date))
            continue;
        rows.push_back(eventShape(event));
        if (rows.size() == mostEvents)
            break;
    }
    return jsonAnswer({{"events", rows}});
}

Outgoing create(Ask &ask)
{
    needAdmin(ask);
    ScoreEvent event;
    const std::string person = ask.require("user_id");
    const std::string date = ask.require("date");
    event.points = databaseNumber(ask.require("points"));
    event.person = databaseNumber(person); // nobody looks whether there is such a person
    event.date = parseDate(date);
    if (!event.date.isValid())
        refuse(serverFault(), false);
    event.id = ask.community().nextEventId();
    event.description = ask.params.text("description");
    event.created = event.updated = nowMs();
    ask.forum.change({{"do", "event"}, {"event", toRecord(event)}});
    return jsonAnswer(eventShape(event));
}

Outgoing update(Ask &ask)
{
    needAdmin(ask);
    const int id = databaseNumber(ask.require("id"));
    const int points = databaseNumber(ask.require("points"));
    const auto found = ask.community().events.find(id);
    if (found == ask.community().events.end())
        refuse(railsNotFound(), false);
    ScoreEvent event = found->second;
    event.points = points;
    if (const auto description = ask.params.text("description"))
        event.description = *description;
    event.updated = nowMs();
    ask.forum.change({{"do", "event"}, {"event", toRecord(event)}});
    return success();
}

Outgoing recalculate(Ask &ask)
{
    needAdmin(ask);
    // The quota is looked at before the date, and a bad date costs as much as a good one.
    const auto &past = ask.community().recalculations;
    const qint64 now = nowMs();
    if (recalculationsLeft(ask.community()) <= 0) {
        const qint64 oldest = past[past.size() - mostRecalculations];
        return limited(static_cast<int>((quotaMs - (now - oldest) + 999) / 1'000), "You’ve reached the maximum number of recalculating scores.");
    }
    ask.forum.change({{"do", "recalculated"}, {"at", now}});
    const QDate from = parseDate(ask.params.text("from_date").value_or(""));
    if (!from.isValid() || from > QDateTime::currentDateTimeUtc().date())
        refuseInvalid("from_date must be a valid date in the past");
    // Counted at once, shown after the next full hour.
    ask.forum.change({{"do", "counted"}, {"from", isoDate(from)}, {"views", false}});
    return success();
}

} // namespace

int recalculationsLeft(const Community &community)
{
    const qint64 now = nowMs();
    const auto used = std::count_if(community.recalculations.begin(), community.recalculations.end(), [&](qint64 at) { return now - at < quotaMs; });
    return std::max(0, mostRecalculations - static_cast<int>(used));
}

void addScoreRoutes(RouteTable &table)
{
    static constexpr const char *path = "/admin/plugins/gamification/score_events";
    table.add("GET", path, "discourse_gamification/admin_gamification_score_event/show", {Gate::Staff}, list);
    table.add("POST", path, "discourse_gamification/admin_gamification_score_event/create", {Gate::Staff}, create);
    table.add("PUT", path, "discourse_gamification/admin_gamification_score_event/update", {Gate::Staff}, update);
    table.add("PUT", "/admin/plugins/gamification/recalculate-scores", "discourse_gamification/admin_gamification_leaderboard/recalculate_scores", {Gate::Staff}, recalculate);
}

} // namespace badgewright::sample
