// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/discourse_scopes.h"
#include "sample/records.h"
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

const ScopeRow *scopeRow(const std::string &id)
{
    const auto found = std::find_if(scopeRows.begin(), scopeRows.end(), [&](const ScopeRow &row) { return std::string(row.resource) + ":" + row.key == id; });
    return found == scopeRows.end() ? nullptr : &*found;
}

std::string spoken(const ScopeRow &row)
{
    std::string words = row.key;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::vector<std::string> parameters(const ScopeRow &row)
{
    return *row.parameters ? split(row.parameters, ',') : std::vector<std::string>();
}

json scopeShape(const ApiKey::Scope &scope)
{
    const ScopeRow *row = scopeRow(scope.id);
    if (!row)
        return json::object();
    json allowed = json::object();
    for (const auto &[name, values] : scope.allowed)
        allowed[name] = values;
    return {{"resource", row->resource}, {"action", spoken(*row)}, {"parameters", parameters(*row)}, {"urls", split(row->urls, '|')}, {"allowed_parameters", allowed}, {"key", row->key}};
}

json keyShape(const Community &community, const ApiKey &key, bool shown)
{
    const auto someone = [&](int id) {
        const Person *person = community.person(id);
        return person ? basicPerson(*person) : json();
    };
    json scopes = json::array();
    for (const auto &scope : key.scopes)
        scopes.push_back(scopeShape(scope));
    json row = {{"id", key.id}, {"truncated_key", key.key.substr(0, 4)}, {"description", key.description},
                {"scope_mode", key.scopes.empty() ? "global" : key.scopes[0].id == "global:read" ? "read_only" : "granular"}, {"last_used_at", nullptr},
                {"created_at", isoTime(key.created)}, {"updated_at", isoTime(key.revoked.value_or(key.created))}, {"revoked_at", key.revoked ? json(isoTime(*key.revoked)) : json()},
                {"user", key.person ? someone(*key.person) : json()}, {"created_by", someone(key.createdBy)}, {"api_key_scopes", scopes}};
    if (shown)
        row["key"] = key.key;
    return row;
}

Outgoing ownScopes(Ask &ask)
{
    if (!ask.actor.key)
        return emptyAnswer(404);
    json rows = json::array();
    for (const auto &scope : ask.actor.key->scopes)
        rows.push_back(scopeShape(scope));
    return jsonAnswer({{"scopes", rows}});
}

Outgoing mappings(Ask &)
{
    json scopes = json::object();
    for (const ScopeRow &row : scopeRows) {
        const auto names = parameters(row);
        scopes[row.resource].push_back({{"scope_id", std::string(row.resource) + ":" + row.key}, {"key", row.key}, {"name", spoken(row)},
                                        {"params", names.empty() ? json() : json(names)}, {"urls", split(row.urls, '|')}});
    }
    return jsonAnswer({{"scopes", scopes}});
}

Outgoing createKey(Ask &ask)
{
    const json &tree = ask.params.tree();
    if (!tree.contains("key") || !tree.at("key").is_object())
        refuseMissing("key");
    const json &wish = tree.at("key");
    ApiKey key;
    for (const auto &other : ask.community().keys)
        key.id = std::max(key.id, other.id);
    key.id += 1;
    key.key = randomHex(64);
    key.description = wish.value("description", "");
    key.created = nowMs();
    key.createdBy = ask.actor.person->id;
    if (key.description.empty())
        refuseWords("Description can't be blank");
    if (length(key.description) > 255)
        refuseWords("Description is too long (maximum is 255 characters)");
    if (const std::string username = wish.value("username", ""); !username.empty()) {
        const Person *person = ask.community().personByName(username);
        if (!person)
            refuseNotFound();
        key.person = person->id;
    }
    const std::string mode = wish.value("scope_mode", "");
    if (mode == "read_only")
        key.scopes.push_back({"global:read", {}});
    else if (mode != "global" && wish.contains("scopes"))
        for (const json &each : wish.at("scopes")) {
            ApiKey::Scope scope{each.value("scope_id", ""), {}};
            const ScopeRow *row = scopeRow(scope.id);
            if (!row)
                refuseInvalid("scopes");
            for (const auto &name : parameters(*row))
                if (each.contains(name) && each.at(name).is_string() && !each.at(name).get<std::string>().empty())
                    scope.allowed[name] = split(each.at(name), ',');
            key.scopes.push_back(std::move(scope));
        }
    ask.forum.change({{"do", "key"}, {"key", toRecord(key)}});
    return jsonAnswer({{"key", keyShape(ask.community(), key, true)}});
}

ApiKey keyOf(const Ask &ask)
{
    const int id = ask.params.number("id", 0);
    for (const ApiKey &key : ask.community().keys)
        if (key.id == id)
            return key;
    refuse(railsNotFound(), false);
}

Outgoing listKeys(Ask &ask)
{
    json rows = json::array();
    for (const ApiKey &key : ask.community().keys)
        rows.push_back(keyShape(ask.community(), key, false));
    return jsonAnswer({{"keys", rows}, {"offset", 0}, {"limit", 50}});
}

Outgoing setRevoked(Ask &ask, bool revoked)
{
    ApiKey key = keyOf(ask);
    key.revoked = revoked ? std::optional(nowMs()) : std::nullopt;
    ask.forum.change({{"do", "key"}, {"key", toRecord(key)}});
    return jsonAnswer({{"api_key", keyShape(ask.community(), key, false)}});
}

Outgoing deleteKey(Ask &ask)
{
    ask.forum.change({{"do", "key-gone"}, {"id", keyOf(ask).id}});
    return success();
}

Outgoing currentUser(Ask &ask)
{
    if (!ask.actor.person)
        return emptyAnswer(404);
    const Person &me = *ask.actor.person;
    json user = basicPerson(me);
    user.update({{"unread_notifications", 0}, {"unread_high_priority_notifications", 0}, {"all_unread_notifications_count", 0}, {"admin", me.admin}, {"moderator", me.moderator},
                 {"staff", me.staff()}, {"whisperer", false}, {"title", textOrNull(me.title)}, {"any_posts", true}, {"trust_level", me.trust}, {"can_edit", true},
                 {"can_upload_avatar", true}, {"custom_fields", json::object()}, {"is_anonymous", false}, {"can_create_topic", true}, {"can_see_emails", me.admin}});
    json groups = json::array();
    for (const Group &group : ask.community().groups)
        if (std::find(group.members.begin(), group.members.end(), me.id) != group.members.end())
            groups.push_back({{"id", group.id}, {"name", group.name}, {"has_messages", false}});
    user["groups"] = groups;
    return jsonAnswer({{"current_user", user}});
}

} // namespace

void addKeyRoutes(RouteTable &table)
{
    table.add("GET", "/session/scopes", "session/scopes", {.form = Form::Any}, ownScopes);
    table.add("GET", "/session/current", "session/current", {.form = Form::Any}, currentUser);
    table.add("GET", "/admin/api/keys/scopes", "admin/api/scopes", {Gate::Admin}, mappings);
    table.add("GET", "/admin/api/keys", "admin/api/index", {Gate::Admin}, listKeys);
    table.add("POST", "/admin/api/keys", "admin/api/create", {Gate::Admin}, createKey);
    table.add("POST", "/admin/api/keys/:id/revoke", "admin/api/revoke_key", {Gate::Admin}, [](Ask &ask) { return setRevoked(ask, true); });
    table.add("POST", "/admin/api/keys/:id/undo-revoke", "admin/api/undo_revoke_key", {Gate::Admin}, [](Ask &ask) { return setRevoked(ask, false); });
    table.add("DELETE", "/admin/api/keys/:id", "admin/api/destroy", {Gate::Admin}, deleteKey);
}

} // namespace badgewright::sample
