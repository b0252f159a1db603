// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::size_t mostEntries = 50'000;
constexpr std::size_t mostUnmatchedShown = 100;

/// The first field of a line; nothing when its quotes do not close.
std::optional<std::string> firstField(const std::string &line)
{
    if (line.empty() || line[0] != '"') {
        const std::string field = line.substr(0, line.find(','));
        return field.find('"') == std::string::npos ? std::optional(field) : std::nullopt;
    }
    std::string field;
    for (std::size_t at = 1; at < line.size(); ++at) {
        if (line[at] != '"') {
            field += line[at];
        } else if (at + 1 < line.size() && line[at + 1] == '"') {
            field += '"';
            ++at;
        } else {
            return at + 1 == line.size() || line[at + 1] == ',' ? std::optional(field) : std::nullopt;
        }
    }
    return std::nullopt;
}

Outgoing award(Ask &ask)
{
    const Badge *badge = ask.community().badge(ask.params.number("id", 0));
    const auto part = std::find_if(ask.in.parts.begin(), ask.in.parts.end(), [](const Part &p) { return p.file && p.name == "file"; });
    if (!badge || part == ask.in.parts.end())
        refuseInvalid("Discourse::InvalidParameters");
    if (!badge->enabled)
        refuseWords("Please enable the " + badge->name + " badge first.");
    const bool again = ask.params.isTrueText("grant_existing_holders");
    if (again && !badge->multiple)
        refuseWords("Can't grant the " + badge->name + " badge multiple times to a single user.");

    std::vector<std::string> entries;
    int lineNumber = 0;
    for (std::string line : split(part->content, '\n')) {
        ++lineNumber;
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const auto field = firstField(line);
        if (!field)
            refuse(errorAnswer(400, "We encountered an error on line " + std::to_string(lineNumber) + ". Please confirm the CSV has one email per line."));
        if (!trimmed(*field).empty())
            entries.push_back(lower(*field));
    }
    if (entries.size() > mostEntries)
        refuse(errorAnswer(400, "Too many entries in the CSV file. Please provide a CSV file with no more than 50000 entries."));

    if (ask.params.isTrueText("replace_badge_owners")) {
        // Before anybody is matched: a file that matches nobody leaves nobody.
        json ids = json::array();
        for (const auto &[at, negated] : ask.community().grantsOf(badge->id))
            ids.push_back(-negated);
        ask.forum.change({{"do", "grants-gone"}, {"ids", ids}});
    }

    std::set<int> matched;
    std::vector<int> due;
    std::set<std::string> strangers;
    std::vector<std::string> unmatched;
    for (const auto &entry : entries) {
        const Person *person = entry.find('@') != std::string::npos ? ask.community().personByEmail(entry) : ask.community().personByName(entry);
        if (!person) {
            if (strangers.insert(entry).second)
                unmatched.push_back(entry);
            continue;
        }
        const bool first = matched.insert(person->id).second;
        if (again || (first && !ask.community().holds(person->id, badge->id)))
            due.push_back(person->id);
    }
    if (!due.empty()) {
        // The queue is kept before the answer leaves, so that no grant is lost when the forum is stopped meanwhile.
        int id = 1;
        for (const BulkAward &other : ask.community().awards)
            id = std::max(id, other.id + 1);
        ask.forum.change({{"do", "award"}, {"id", id}, {"badge", badge->id}, {"again", again}, {"people", due}});
        ask.forum.wakeWorker();
    }
    const std::size_t unmatchedCount = unmatched.size();
    unmatched.resize(std::min(unmatchedCount, mostUnmatchedShown));
    return jsonAnswer({{"unmatched_entries", unmatched}, {"matched_users_count", matched.size()}, {"unmatched_entries_count", unmatchedCount}});
}

} // namespace

bool stepBulkAward(Forum &forum)
{
    Community &community = forum.community;
    if (community.awards.empty())
        return false;
    const BulkAward &award = community.awards.front();
    const int person = award.people[award.done];
    json step = {{"do", "award-step"}, {"id", award.id}};
    const Badge *badge = community.badge(award.badge);
    if (badge && (award.again || !community.holds(person, award.badge)))
        step["grant"] = toRecord(Grant{community.nextGrantId(), award.badge, person, -1, nowMs(), std::nullopt});
    forum.change(step);
    return true;
}

void addAwardRoutes(RouteTable &table)
{
    table.add("POST", "/admin/badges/award/:id", "admin/badges/mass_award", {Gate::Admin}, award);
}

} // namespace badgewright::sample
