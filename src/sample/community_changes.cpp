// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/community.h"

#include "sample/records.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

template <class Rows, class Row, class Match> void putRow(Rows &rows, Row row, Match match)
{
    const auto found = std::find_if(rows.begin(), rows.end(), match);
    if (found == rows.end())
        rows.push_back(std::move(row));
    else
        *found = std::move(row);
}

} // namespace

/* Kinds of change ("do"): badge, badge-gone, groupings, grants, grants-gone, upload, uploads-gone, event, board,
   board-gone, key, key-gone, user-key, award, award-step, recalculated, counted, report-run,
   site-text, title. Each carries the whole new value, ids and times included, so that nothing is decided a second time when the records are read back. */
void Community::apply(const json &change)
{
    const std::string what = change.at("do");
    if (what == "badge") {
        Badge badge = badgeFromRecord(change.at("badge"));
        m_lastBadge = std::max(m_lastBadge, badge.id);
        badges.insert_or_assign(badge.id, std::move(badge));
    } else if (what == "badge-gone") {
        const int id = change.at("id");
        for (const auto &[at, grantId] : std::set(grantsOf(id)))
            removeGrant(-grantId);
        badges.erase(id);
    } else if (what == "groupings") {
        groupings.clear();
        for (const auto &row : change.at("groupings"))
            groupings.push_back({row.at("id"), row.at("name"), row.contains("description") ? std::optional<std::string>(row.at("description")) : std::nullopt, row.at("position")});
        for (const Grouping &grouping : groupings)
            lastGroupingId = std::max(lastGroupingId, grouping.id);
    } else if (what == "grants") {
        for (const auto &row : change.at("grants"))
            addGrant(grantFromRecord(row));
    } else if (what == "grants-gone") {
        for (const int id : change.at("ids"))
            removeGrant(id);
    } else if (what == "upload") {
        Upload upload = uploadFromRecord(change.at("upload"));
        m_lastUpload = std::max(m_lastUpload, upload.id);
        uploads.insert_or_assign(upload.id, std::move(upload));
    } else if (what == "uploads-gone") {
        settle();
        for (const int id : change.at("ids"))
            uploads.erase(id);
    } else if (what == "event") {
        ScoreEvent event = eventFromRecord(change.at("event"));
        m_lastEvent = std::max(m_lastEvent, event.id);
        if (const auto row = std::find(eventHeap.begin(), eventHeap.end(), event.id); events.count(event.id) && row != eventHeap.end())
            eventHeap.erase(row);
        eventHeap.push_back(event.id);
        events.insert_or_assign(event.id, std::move(event));
    } else if (what == "board") {
        Leaderboard board = boardFromRecord(change.at("board"));
        lastLeaderboardId = std::max(lastLeaderboardId, board.id);
        leaderboards.insert_or_assign(board.id, std::move(board));
    } else if (what == "board-gone") {
        leaderboards.erase(change.at("id").get<int>());
    } else if (what == "key") {
        ApiKey key = keyFromRecord(change.at("key"));
        putRow(keys, key, [&](const ApiKey &other) { return other.id == key.id; });
    } else if (what == "key-gone") {
        keys.erase(std::remove_if(keys.begin(), keys.end(), [&](const ApiKey &key) { return key.id == change.at("id").get<int>(); }), keys.end());
    } else if (what == "user-key") {
        UserKey key = userKeyFromRecord(change.at("key"));
        // One key for each person and program: a new one takes the place of the old.
        putRow(userKeys, key, [&](const UserKey &other) { return other.client == key.client && other.person == key.person; });
    } else if (what == "award") {
        awards.push_back({change.at("id"), change.at("badge"), change.at("again"), change.at("people").get<std::vector<int>>(), 0});
    } else if (what == "award-step") {
        const auto award = std::find_if(awards.begin(), awards.end(), [&](const BulkAward &a) { return a.id == change.at("id").get<int>(); });
        if (change.contains("grant"))
            addGrant(grantFromRecord(change.at("grant")));
        if (award != awards.end() && ++award->done >= award->people.size())
            awards.erase(award);
    } else if (what == "recalculated") {
        recalculations.push_back(change.at("at"));
    } else if (what == "counted") {
        if (change.contains("from"))
            countScores(parseDate(change.at("from")));
        if (change.at("views").get<bool>())
            refreshViews();
    } else if (what == "report-run") {
        reportRuns[change.at("id")] = change.at("at");
    } else if (what == "site-text") {
        if (change.contains("value"))
            texts[change.at("key")] = change.at("value");
        else
            texts.erase(change.at("key").get<std::string>());
    } else if (what == "title") {
        if (const auto found = people.find(change.at("person").get<int>()); found != people.end())
            found->second.title = change.at("title");
    }
}

} // namespace badgewright::sample
