// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/discourse_site.h"

#include "sample/icons.h"
#include "sample/records.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr const char *member = "bobby";
constexpr const char *restrictedTo = "gwen";
constexpr const char *commonPrefix = "rosa";

/// Plain accounts: small Latin letters only, active, neither staff nor suspended nor staged.
std::vector<const Person *> plainPeople(const Community &community, std::size_t count)
{
    std::vector<const Person *> plain;
    for (const auto &[id, who] : community.people) {
        if (plain.size() == count)
            break;
        const bool letters = std::all_of(who.username.begin(), who.username.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (id > 20 && letters && who.active && !who.staged && !who.suspendedTill && who.trust > 0)
            plain.push_back(&who);
    }
    return plain;
}

} // namespace

void DiscourseSite::makeKeys()
{
    const auto badgeScopes = {"badges:create", "badges:show", "badges:update", "badges:delete", "badges:list_user_badges", "badges:assign_badge_to_user", "badges:revoke_badge_from_user"};
    int id = 1;
    const auto make = [&](const char *name, const char *username, std::vector<ApiKey::Scope> scopes) {
        ApiKey key;
        key.id = id++;
        key.name = name;
        key.description = std::string("Sample: ") + name;
        key.key = randomHex(64);
        key.created = nowMs();
        if (username)
            key.person = m_forum.community.personByName(username)->id;
        key.scopes = std::move(scopes);
        m_forum.change({{"do", "key"}, {"key", toRecord(key)}});
    };
    make("global_all", nullptr, {});
    make("global_admin", "rowan", {});
    make("global_mod", "mira", {});
    make("member", member, {});
    make("readonly", nullptr, {{"global:read", {}}});
    std::vector<ApiKey::Scope> scopes;
    for (const char *scope : badgeScopes)
        scopes.push_back({scope, {}});
    make("badges", nullptr, scopes);
    make("uploads", nullptr, {{"uploads:create", {}}});
    make("grant_only", nullptr, {{"badges:assign_badge_to_user", {{"username", {restrictedTo}}}}});
}

QString DiscourseSite::user() const
{
    return QStringLiteral("system");
}

QString DiscourseSite::secret() const
{
    const std::lock_guard lock(m_mutex);
    const auto &keys = m_forum.community.keys;
    const auto key = std::find_if(keys.begin(), keys.end(), [](const ApiKey &k) { return k.name == "global_all"; });
    return key == keys.end() ? QString() : q(key->key);
}

json DiscourseSite::facts(const std::string &base) const
{
    const std::lock_guard lock(m_mutex);
    const Community &community = m_forum.community;
    json keys = json::object();
    for (const ApiKey &key : community.keys)
        if (!key.name.empty())
            keys[key.name] = key.key;
    json people = json::array();
    json emails = json::object();
    for (const Person *who : plainPeople(community, 60)) {
        people.push_back(who->username);
        emails[who->username] = who->email;
    }
    const Topic &topic = community.topics.begin()->second;
    return {{"base", base}, {"keys", keys}, {"admin", "rowan"}, {"moderator", "mira"}, {"member", member}, {"restricted_to", restrictedTo}, {"people", people}, {"emails", emails},
            {"suspended", "hollis"}, {"inactive", "ines_new"}, {"staged", "postbox1"}, {"dotted", "ada.moss"}, {"unicode", "jürgen"}, {"common_prefix", commonPrefix},
            {"group", "fair_helpers"}, {"group_size", community.group("fair_helpers")->members.size()}, {"external_id", community.personByName(member)->externalId}, {"topic", topic.id}, {"topic_title", topic.title}, {"slug", topic.slug}, {"post", topic.posts[3]},
            {"leaderboard", 1}, {"report", 1}, {"icons", iconNames().size()}, {"badge_sql", false}, {"store", m_store != nullptr}};
}

} // namespace badgewright::sample
