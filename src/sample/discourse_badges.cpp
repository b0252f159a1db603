// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"
#include "sample/sanitise.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr std::array<const char *, 9> protectedFields = {"name", "badge_type_id", "multiple_grant", "target_posts", "show_posts", "query", "trigger", "auto_revoke", "listable"};

Outgoing list(Ask &ask)
{
    json badges = json::array();
    json ids = json::array();
    for (const Badge *badge : sortedBadges(ask.community())) {
        badges.push_back(badgeShape(ask.forum, *badge, BadgeShape::Admin));
        ids.push_back(badge->id);
    }
    json groupingIds = json::array();
    for (const Grouping &grouping : ask.community().groupings)
        groupingIds.push_back(grouping.id);
    return jsonAnswer({{"badges", badges}, {"badge_types", badgeTypes()}, {"badge_groupings", groupingShapes(ask.community())},
                       {"admin_badges", {{"protected_system_fields", protectedFields},
                                         {"triggers", {{"none", 0}, {"post_action", 1}, {"post_revision", 2}, {"trust_level_change", 4}, {"user_change", 8}}},
                                         {"badge_ids", ids}, {"badge_grouping_ids", groupingIds}, {"badge_type_ids", {1, 2, 3}}}}});
}

Badge badgeOf(const Ask &ask)
{
    const Badge *badge = ask.community().badge(ask.params.number("id", 0));
    if (!badge)
        refuse(railsNotFound(), false);
    return *badge;
}

/// Ruby's idea of a flag in a parameter.
bool flag(const std::string &text)
{
    const std::string word = lower(text);
    return !(word == "false" || word == "f" || word == "0" || word == "off" || word == "no");
}

/// Puts the parameters into the badge, as far as it takes them, and says what is wrong with the outcome.
std::vector<std::string> takeParameters(const Ask &ask, Badge &badge)
{
    const Params &params = ask.params;
    // A value is taken only if Ruby holds it for true: JSON false and null are passed over.
    const auto given = [&](const char *name) -> std::optional<std::string> {
        const bool kept = badge.system && std::find_if(protectedFields.begin(), protectedFields.end(), [&](const char *f) { return std::string(f) == name; }) != protectedFields.end();
        return kept || !params.truthy(name) ? std::nullopt : params.text(name);
    };
    std::vector<std::string> wrong;
    const auto takeFlag = [&](const char *name, bool &field) {
        const auto value = given(name);
        if (value && value->empty()) {
            if (std::string(name) == "allow_title")
                wrong.push_back("Allow title is not included in the list");
            else
                refuse(serverFault(), false);
        } else if (value) {
            field = flag(*value);
        }
    };
    if (const auto value = given("name"))
        badge.name = trimmed(*value);
    // What a system badge shows is a text of the site; what is written here would never be seen. And what it shows already,
    // with its placeholders filled in, is not written at all.
    if (const auto value = given("description"); value && !badge.system && *value != filledIn(badge.description))
        badge.description = sanitised(*value);
    if (const auto value = given("long_description"); value && !badge.system && *value != filledIn(badge.longDescription))
        badge.longDescription = *value;
    if (const auto value = given("badge_type_id"))
        badge.type = static_cast<int>(leadingInteger(*value));
    if (const auto value = given("badge_grouping_id"))
        badge.grouping = static_cast<int>(leadingInteger(*value));
    if (const auto value = given("icon"))
        badge.icon = *value;
    if (const auto value = given("image_upload_id"))
        badge.upload = value->empty() ? std::nullopt : std::optional<int>(static_cast<int>(leadingInteger(*value)));
    if (const auto value = given("trigger"))
        badge.trigger = value->empty() ? std::nullopt : std::optional<int>(static_cast<int>(leadingInteger(*value)));
    takeFlag("allow_title", badge.allowTitle);
    takeFlag("multiple_grant", badge.multiple);
    takeFlag("listable", badge.listable);
    takeFlag("show_posts", badge.showPosts);
    takeFlag("show_in_post_header", badge.inPostHeader);
    takeFlag("target_posts", badge.targetPosts);
    takeFlag("auto_revoke", badge.autoRevoke);
    takeFlag("enabled", badge.enabled);
    takeFlag("system", badge.system);

    if (badge.name.empty())
        wrong.push_back("Name can't be blank");
    else if (const Badge *other = ask.community().badgeByName(badge.name); other && other->id != badge.id)
        wrong.push_back("Name has already been taken");
    const auto limit = [&](const char *what, const std::string &text, int most) {
        if (length(text) > most)
            wrong.push_back(std::string(what) + " is too long (maximum is " + std::to_string(most) + " characters)");
    };
    limit("Name", badge.name, 100);
    limit("Description", badge.description, 500);
    limit("Long description", badge.longDescription, 1'000);
    if (badge.type < 1 || badge.type > 3)
        wrong.push_back("Badge type can't be blank");
    return wrong;
}

Outgoing save(Ask &ask, Badge badge)
{
    const std::vector<std::string> wrong = takeParameters(ask, badge);
    if (!wrong.empty())
        return jsonAnswer({{"errors", wrong}}, 422);
    const Badge *before = ask.community().badge(badge.id);
    if (before && before->name != badge.name)
        for (const auto &[id, who] : std::map(ask.community().people))
            if (!who.title.empty() && who.title == before->name)
                ask.forum.change({{"do", "title"}, {"person", id}, {"title", badge.name}});
    ask.forum.change({{"do", "badge"}, {"badge", toRecord(badge)}});
    return jsonAnswer({{"badge_types", badgeTypes({badge.type})}, {"badge", badgeShape(ask.forum, badge, BadgeShape::Admin)}});
}

Outgoing create(Ask &ask)
{
    Badge badge;
    badge.id = ask.community().nextBadgeId();
    badge.type = 0;
    return save(ask, badge);
}

Outgoing destroy(Ask &ask)
{
    const Badge badge = badgeOf(ask);
    for (const auto &[at, negated] : ask.community().grantsOf(badge.id)) {
        const Person *holder = ask.community().person(ask.community().grant(-negated)->person);
        if (holder && !holder->title.empty() && holder->title == badge.name)
            ask.forum.change({{"do", "title"}, {"person", holder->id}, {"title", ""}});
    }
    ask.forum.change({{"do", "badge-gone"}, {"id", badge.id}});
    return emptyAnswer(200);
}

Outgoing publicList(Ask &ask)
{
    // What is shown depends on the header that the web page sends.
    const bool xhr = ask.in.header("x-requested-with") == "XMLHttpRequest";
    const bool onlyListable = !xhr || ask.params.isTrueText("only_listable");
    const std::string search = lower(ask.params.text("search").value_or(""));
    json badges = json::array();
    for (const Badge *badge : sortedBadges(ask.community())) {
        if ((!xhr && !badge->enabled) || (onlyListable && !badge->listable) || lower(badge->name).find(search) == std::string::npos)
            continue;
        json row = badgeShape(ask.forum, *badge, BadgeShape::Public);
        if (ask.actor.person)
            row["has_badge"] = ask.community().holds(ask.actor.person->id, badge->id);
        badges.push_back(row);
    }
    return jsonAnswer({{"badges", badges}, {"badge_types", badgeTypes()}, {"badge_groupings", groupingShapes(ask.community())}});
}

Outgoing publicShow(Ask &ask)
{
    const Badge *badge = ask.community().badge(ask.params.number("id", 0));
    if (!badge || !badge->enabled)
        refuseNotFound();
    return jsonAnswer({{"badge_types", badgeTypes({badge->type})}, {"badge", badgeShape(ask.forum, *badge, BadgeShape::Public)}});
}

} // namespace

void addBadgeRoutes(RouteTable &table)
{
    table.add("GET", "/admin/badges", "admin/badges/index", {Gate::Admin}, list);
    table.add("GET", "/admin/badges/types", "admin/badges/badge_types", {Gate::Admin}, [](Ask &) { return jsonAnswer({{"badge_types", badgeTypes()}}); });
    table.add("POST", "/admin/badges", "admin/badges/create", {Gate::Admin, {"badges:create"}}, create);
    table.add("GET", "/admin/badges/:id", "admin/badges/show", {Gate::Admin}, [](Ask &) { return emptyAnswer(204); });
    table.add("PUT", "/admin/badges/:id", "admin/badges/update", {Gate::Admin, {"badges:update"}}, [](Ask &ask) { return save(ask, badgeOf(ask)); });
    table.add("DELETE", "/admin/badges/:id", "admin/badges/destroy", {Gate::Admin, {"badges:delete"}}, destroy);
    // Badge SQL is off here, as on every hosted forum.
    table.add("POST", "/admin/badges/preview", "admin/badges/preview", {Gate::Admin}, [](Ask &) { return Outgoing{403, "application/json; charset=utf-8", "preview not allowed", {}}; });
    table.add("GET", "/badges", "badges/index", {}, publicList);
    table.add("GET", "/badges/:id", "badges/show", {.scopes = {"badges:show"}}, publicShow);
    table.add("GET", "/badges/:id/:slug", "badges/show", {.scopes = {"badges:show"}}, publicShow);
}

} // namespace badgewright::sample
