// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

struct Known {
    const Badge *badge;
    std::string field; ///< name, description, long_description
};

/// The keys of the system badges are the only texts there are here.
Known knownKey(const Ask &ask)
{
    const auto parts = split(*ask.params.text("key"), '.');
    if (parts.size() == 3 && parts[0] == "badges" && (parts[2] == "name" || parts[2] == "description" || parts[2] == "long_description"))
        for (const auto &[id, badge] : ask.community().badges)
            if (badge.system && textKey(badge) == parts[1])
                return {&badge, parts[2]};
    refuseNotFound();
}

json textShape(const Ask &ask, const Known &known)
{
    const std::string key = *ask.params.text("key");
    return {{"site_text", {{"id", key}, {"value", shownText(ask.community(), *known.badge, known.field)}, {"status", "up_to_date"}, {"overridden", ask.community().texts.count(key) > 0},
                           {"can_revert", ask.community().texts.count(key) > 0}, {"interpolation_keys", json::array()}}}};
}

Outgoing show(Ask &ask)
{
    return jsonAnswer(textShape(ask, knownKey(ask)));
}

Outgoing write(Ask &ask)
{
    const Known known = knownKey(ask);
    const json &tree = ask.params.tree();
    if (!tree.contains("site_text") || !tree.at("site_text").is_object() || !tree.at("site_text").contains("value"))
        refuseMissing("site_text");
    ask.forum.change({{"do", "site-text"}, {"key", *ask.params.text("key")}, {"value", tree.at("site_text").at("value")}});
    return jsonAnswer(textShape(ask, known));
}

Outgoing revert(Ask &ask)
{
    const Known known = knownKey(ask);
    ask.forum.change({{"do", "site-text"}, {"key", *ask.params.text("key")}});
    return jsonAnswer(textShape(ask, known));
}

} // namespace

void addSiteTextRoutes(RouteTable &table)
{
    static constexpr const char *path = "/admin/customize/site_texts/:key";
    table.add("GET", path, "admin/site_texts/show", {Gate::Admin}, show);
    table.add("PUT", path, "admin/site_texts/update", {Gate::Admin}, write);
    table.add("DELETE", path, "admin/site_texts/revert", {Gate::Admin}, revert);
}

} // namespace badgewright::sample
