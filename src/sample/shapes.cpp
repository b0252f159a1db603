// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"

#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace badgewright::sample {

using nlohmann::json;

json timeOrNull(qint64 ms)
{
    return ms == 0 ? json() : json(isoTime(ms));
}

json textOrNull(const std::string &text)
{
    return text.empty() ? json() : json(text);
}

std::string avatarTemplate(const Person &person)
{
    if (person.id == -1)
        return "/images/gardeners-logo-small.png";
    if (person.hasPicture)
        return "/user_avatar/gardeners/" + percentEncoded(lower(person.username)) + "/{size}/" + std::to_string(person.id) + "_2.png";
    static constexpr std::array<const char *, 8> colours = {"4a7c59", "8c5a3c", "5b6c9d", "9d5b7a", "7a8c3c", "3c7a8c", "a3722f", "6b5b95"};
    const QString first = q(person.username).left(1).toLower();
    return "/letter_avatar_proxy/v4/letter/" + percentEncoded(s(first)) + "/" + colours[mix(static_cast<std::uint32_t>(person.id), 91) % colours.size()] + "/{size}.png";
}

json basicPerson(const Person &person)
{
    return {{"id", person.id}, {"username", person.username}, {"name", person.name}, {"avatar_template", avatarTemplate(person)}};
}

json holderPerson(const Person &person)
{
    json row = basicPerson(person);
    row["trust_level"] = person.trust;
    if (person.admin)
        row["admin"] = true;
    if (person.moderator)
        row["moderator"] = true;
    return row;
}

std::string uploadPath(const Forum &forum, const Upload &upload)
{
    const std::string extension = upload.extension == "jpg" ? "jpeg" : upload.extension;
    if (!forum.origin.empty())
        return forum.origin.substr(forum.origin.find("//")) + "/original/1X/" + upload.sha1 + "." + extension;
    return "/uploads/default/original/1X/" + upload.sha1 + "." + extension;
}

std::string textKey(const Badge &badge)
{
    std::string key = slugOf(badge.name);
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

std::string shownText(const Community &community, const Badge &badge, const std::string &field)
{
    if (badge.system)
        if (const auto text = community.texts.find("badges." + textKey(badge) + "." + field); text != community.texts.end())
            return text->second;
    return field == "name" ? badge.name : field == "description" ? badge.description : badge.longDescription;
}

std::string filledIn(std::string text)
{
    // The forum lies at the root of its host, and has the usual number of likes a day.
    for (const auto &[placeholder, value] : {std::pair<std::string, std::string>{"%{base_uri}", ""}, {"%{max_likes_per_day}", "50"}})
        for (std::size_t at = 0; (at = text.find(placeholder, at)) != std::string::npos; at += value.size())
            text.replace(at, placeholder.size(), value);
    return text;
}

json badgeShape(const Forum &forum, const Badge &b, BadgeShape shape)
{
    const Upload *picture = b.upload ? forum.community.upload(*b.upload) : nullptr;
    const std::string name = shownText(forum.community, b, "name");
    json row = {{"id", b.id}, {"name", name}, {"description", filledIn(shownText(forum.community, b, "description"))}, {"grant_count", forum.community.grantCount(b.id)}, {"allow_title", b.allowTitle},
                {"multiple_grant", b.multiple}, {"icon", b.icon}, {"image_url", picture ? json(uploadPath(forum, *picture)) : json()}, {"listable", b.listable},
                {"enabled", b.enabled}, {"badge_grouping_id", b.grouping}, {"system", b.system}, {"slug", slugOf(name)},
                {"manually_grantable", b.query.empty() && !b.system}, {"show_in_post_header", b.inPostHeader}, {"badge_type_id", b.type}};
    if (shape != BadgeShape::InAnswer)
        row["long_description"] = filledIn(shownText(forum.community, b, "long_description"));
    if (shape == BadgeShape::Admin) {
        row["query"] = textOrNull(b.query);
        row["trigger"] = b.trigger ? json(*b.trigger) : json();
        row["target_posts"] = b.targetPosts;
        row["auto_revoke"] = b.autoRevoke;
        row["show_posts"] = b.showPosts;
        row["image_upload_id"] = b.upload ? json(*b.upload) : json();
        if (b.system)
            row["i18n_name"] = textKey(b);
    }
    return row;
}

json badgeTypes(const std::set<int> &only)
{
    static constexpr std::array<const char *, 3> names = {"Gold", "Silver", "Bronze"};
    json rows = json::array();
    for (const int id : only)
        if (id >= 1 && id <= 3)
            rows.push_back({{"id", id}, {"name", names[static_cast<std::size_t>(id - 1)]}, {"sort_order", 10 - id}});
    return rows;
}

json groupingShapes(const Community &community)
{
    json rows = json::array();
    for (const Grouping &each : community.groupings)
        rows.push_back({{"id", each.id}, {"name", each.name}, {"description", each.description ? json(*each.description) : json()}, {"position", each.position}, {"system", each.id <= 5}});
    return rows;
}

std::vector<const Badge *> sortedBadges(const Community &community)
{
    std::vector<std::pair<std::tuple<bool, int, int, std::string>, const Badge *>> rows;
    for (const auto &[id, badge] : community.badges) {
        const Grouping *grouping = community.grouping(badge.grouping);
        rows.emplace_back(std::tuple(!badge.enabled, grouping ? grouping->position : 1'000, badge.type, badge.name), &badge);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<const Badge *> badges;
    for (const auto &[order, badge] : rows)
        badges.push_back(badge);
    return badges;
}

void addPost(json &row, const Ask &ask, const Grant &grant, bool withTitle)
{
    const Post *post = grant.post ? ask.community().post(*grant.post) : nullptr;
    const Badge *badge = ask.community().badge(grant.badge);
    if (!post || !badge || !badge->showPosts || !ask.actor.admin())
        return;
    row["topic_id"] = post->topic;
    row["post_number"] = post->number;
    if (withTitle)
        row["topic_title"] = ask.community().topic(post->topic)->title;
    else
        row["post_id"] = post->id;
}

bool seesGroup(const Group &group, const Actor &actor)
{
    const bool member = actor.person && std::find(group.members.begin(), group.members.end(), actor.person->id) != group.members.end();
    return group.visibility == 0 || actor.staff() || (group.visibility == 1 && actor.person) || (group.visibility == 2 && member);
}

bool seesMembers(const Group &group, const Actor &actor)
{
    return group.membersVisibility == 0 || actor.staff();
}

json groupShape(const Group &g, const Actor &actor)
{
    const bool member = actor.person && std::find(g.members.begin(), g.members.end(), actor.person->id) != g.members.end();
    json row = {{"id", g.id}, {"automatic", g.automatic}, {"name", g.name}, {"user_count", g.members.size()}, {"mentionable_level", 0}, {"messageable_level", 0},
                {"visibility_level", g.visibility}, {"primary_group", false}, {"title", nullptr}, {"grant_trust_level", nullptr}, {"incoming_email", nullptr},
                {"has_messages", false}, {"flair_url", nullptr}, {"flair_bg_color", nullptr}, {"flair_color", nullptr}, {"bio_raw", g.automatic ? json() : textOrNull(g.bio)},
                {"bio_cooked", textOrNull(g.bio)}, {"bio_excerpt", textOrNull(g.bio)}, {"public_admission", false}, {"public_exit", false},
                {"allow_membership_requests", false}, {"full_name", textOrNull(g.fullName)}, {"default_notification_level", 3}, {"membership_request_template", nullptr},
                {"is_group_user", member}, {"members_visibility_level", g.membersVisibility}, {"can_see_members", seesMembers(g, actor)}, {"publish_read_state", false}};
    if (g.automatic)
        row["display_name"] = g.name;
    if (actor.admin()) {
        row["can_admin_group"] = true;
        if (!g.automatic)
            row["can_edit_group"] = true;
    }
    return row;
}

json leaderboardShape(const Leaderboard &b)
{
    return {{"id", b.id}, {"name", b.name}, {"created_by_id", b.createdBy}, {"from_date", b.from.isValid() ? json(isoDate(b.from)) : json()},
            {"to_date", b.to.isValid() ? json(isoDate(b.to)) : json()}, {"visible_to_groups_ids", b.visibleTo}, {"included_groups_ids", b.included},
            {"excluded_groups_ids", b.excluded}, {"default_period", b.defaultPeriod}, {"updated_at", isoTime(b.updated)}, {"period_filter_disabled", b.periodFilterDisabled}};
}

const Person &personOf(const Ask &ask, const std::string &name)
{
    const auto username = ask.params.present(name);
    const Person *person = username ? ask.community().personByName(*username) : nullptr;
    if (!person || (!person->active && !ask.actor.staff()))
        refuseNotFound();
    return *person;
}

} // namespace badgewright::sample
