// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int lastSystemGrouping = 5;

Outgoing saveGroupings(Ask &ask)
{
    if (!ask.params.tree().contains("ids") || !ask.params.tree().contains("names"))
        refuse(serverFault(), false);
    const auto ids = ask.params.list("ids");
    const auto names = ask.params.list("names");
    if (ids.size() != names.size())
        refuse(serverFault(), false);

    std::vector<Grouping> saved;
    int next = ask.community().lastGroupingId;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Grouping *known = ask.community().grouping(static_cast<int>(leadingInteger(ids[i])));
        Grouping row = known ? *known : Grouping{++next, {}, std::nullopt, 0};
        row.position = static_cast<int>(i);
        // A name that is too long is not saved, and nobody is told.
        if (length(names[i]) <= 100 && !trimmed(names[i]).empty())
            row.name = names[i];
        if (!row.name.empty())
            saved.push_back(row);
    }
    for (const Grouping &each : ask.community().groupings)
        if (each.id <= lastSystemGrouping && std::none_of(saved.begin(), saved.end(), [&](const Grouping &g) { return g.id == each.id; }))
            saved.push_back(each);
    std::stable_sort(saved.begin(), saved.end(), [](const Grouping &a, const Grouping &b) { return a.position < b.position; });

    json rows = json::array();
    for (const Grouping &each : saved) {
        json row = {{"id", each.id}, {"name", each.name}, {"position", each.position}};
        if (each.description)
            row["description"] = *each.description;
        rows.push_back(row);
    }
    ask.forum.change({{"do", "groupings"}, {"groupings", rows}});
    return jsonAnswer({{"badge_groupings", groupingShapes(ask.community())}});
}

} // namespace

void addGroupingRoutes(RouteTable &table)
{
    table.add("POST", "/admin/badges/badge_groupings", "admin/badges/save_badge_groupings", {Gate::Admin}, saveGroupings);
}

} // namespace badgewright::sample
