// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"

#include "sample/pictures.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr const char *version = "3.5.0.beta9-dev";
constexpr const char *extensions = "jpg|jpeg|png|gif|heic|heif|webp|avif";

Outgoing basicInfo(Ask &ask)
{
    const std::string logo = ask.forum.base + "/images/gardeners-logo.png";
    return jsonAnswer({{"logo_url", logo}, {"logo_small_url", ask.forum.base + "/images/gardeners-logo-small.png"}, {"apple_touch_icon_url", logo},
                       {"favicon_url", ask.forum.base + "/images/gardeners-logo-small.png"}, {"mobile_logo_url", logo}, {"title", "Gardeners"},
                       {"description", "Gardening together"}, {"header_primary_color", "333"}, {"header_background_color", "fff"}, {"login_required", false},
                       {"locale", "en"}, {"include_in_discourse_discover", false}});
}

json clientSettings(const Forum &forum)
{
    const bool store = forum.store != nullptr;
    return {{"default_locale", "en"}, {"title", "Gardeners"}, {"short_site_description", "Gardening together"}, {"allow_user_locale", false}, {"enable_badges", true},
            {"show_badges_in_post_header", true}, {"enable_badge_sql", false}, {"max_favorite_badges", 2}, {"login_required", false}, {"enable_names", true},
            {"enable_user_directory", true}, {"min_username_length", 3}, {"max_username_length", 20}, {"unicode_usernames", true}, {"enable_group_directory", true},
            {"hide_user_profiles_from_public", false}, {"max_image_size_kb", 10'240}, {"max_attachment_size_kb", 10'240}, {"authorized_extensions", extensions},
            {"authorized_extensions_for_staff", ""}, {"max_image_width", 690}, {"max_image_height", 500}, {"secure_uploads", false}, {"enable_s3_uploads", store},
            {"enable_direct_s3_uploads", store}, {"simultaneous_uploads", 5}, {"svg_icon_subset", ""}, {"data_explorer_enabled", true}, {"discourse_gamification_enabled", true}};
}

Outgoing settings(Ask &ask)
{
    return jsonAnswer(clientSettings(ask.forum));
}

Outgoing site(Ask &ask)
{
    json groups = json::array();
    groups.push_back({{"id", 0}, {"name", "everyone"}, {"flair_url", nullptr}, {"flair_bg_color", nullptr}, {"flair_color", nullptr}, {"automatic", true}});
    for (const Group &group : ask.community().groups)
        if (seesGroup(group, ask.actor))
            groups.push_back({{"id", group.id}, {"name", group.name}, {"flair_url", nullptr}, {"flair_bg_color", nullptr}, {"flair_color", nullptr}, {"automatic", group.automatic}});
    const auto category = [](int id, const char *name, const char *colour, const char *slug) {
        return json{{"id", id}, {"name", name}, {"color", colour}, {"text_color", "FFFFFF"}, {"slug", slug}, {"position", id}, {"read_restricted", false}, {"permission", 1}, {"has_children", false}};
    };
    const auto &boards = ask.community().leaderboards;
    return jsonAnswer({{"default_archetype", "regular"}, {"trust_levels", {{"newuser", 0}, {"basic", 1}, {"member", 2}, {"regular", 3}, {"leader", 4}}}, {"groups", groups},
                       {"categories", json::array({category(1, "Uncategorized", "0088CC", "uncategorized"), category(4, "Garden talk", "2E8B57", "garden-talk")})},
                       {"uncategorized_category_id", 1}, {"periods", {"all", "yearly", "quarterly", "monthly", "weekly", "daily"}}, {"user_fields", json::array()},
                       {"default_gamification_leaderboard_id", boards.empty() ? json() : json(boards.begin()->first)}});
}

Outgoing about(Ask &ask)
{
    const Community &c = ask.community();
    json users = json::array();
    json admins = json::array();
    json moderators = json::array();
    for (const auto &[id, who] : c.people) {
        if (id < 1 || !who.staff())
            continue;
        json row = basicPerson(who);
        row["title"] = textOrNull(who.title);
        row["last_seen_at"] = timeOrNull(who.seen);
        users.push_back(row);
        if (who.admin)
            admins.push_back(id);
        if (who.moderator)
            moderators.push_back(id);
    }
    return jsonAnswer({{"users", users},
                       {"about", {{"stats", {{"topics_count", c.topics.size()}, {"posts_count", c.posts.size()}, {"users_count", c.people.size() - 1}}}, {"description", "Gardening together"},
                                  {"extended_site_description", ""}, {"banner_image", nullptr}, {"title", "Gardeners"}, {"locale", "en"}, {"version", version}, {"https", false},
                                  {"can_see_about_stats", true}, {"contact_url", ""}, {"contact_email", ""}, {"moderator_ids", moderators}, {"admin_ids", admins}, {"category_moderators", json::array()}}}});
}

Outgoing versionCheck(Ask &)
{
    return jsonAnswer({{"installed_version", version}, {"installed_sha", "0000000000000000000000000000000000000000"}, {"installed_describe", "unknown"}, {"git_branch", "main"},
                       {"updated_at", nullptr}, {"version_check_pending", true}, {"stale_data", true}});
}

json plugin(const char *id, const char *name, const char *setting, const char *location)
{
    return {{"id", id}, {"name", id}, {"about", name}, {"version", "0.0.1"}, {"url", ""}, {"admin_route", {{"location", location}, {"label", name}, {"use_new_show_route", true}}},
            {"enabled", true}, {"enabled_setting", setting}, {"has_settings", true}, {"has_only_enabled_setting", false}, {"humanized_name", name}, {"is_official", true}};
}

Outgoing plugins(Ask &)
{
    return jsonAnswer({{"plugins", json::array({plugin("discourse-data-explorer", "Data Explorer", "data_explorer_enabled", "explorer"),
                                                plugin("discourse-gamification", "Gamification", "discourse_gamification_enabled", "discourse-gamification")})}});
}

Outgoing siteSettings(Ask &ask)
{
    json all = clientSettings(ask.forum);
    all.update({{"max_image_megapixels", 40}, {"png_to_jpg_quality", 95}, {"clean_orphan_uploads_grace_period_hours", 48}, {"like_received_score_value", 1}, {"day_visited_score_value", 1},
                {"score_ranking_strategy", "dense_rank"}});
    all.erase("title");
    const auto names = ask.params.list("names");
    json rows = json::array();
    for (const auto &[name, value] : all.items()) {
        if (!names.empty() && name != "default_locale" && std::find(names.begin(), names.end(), name) == names.end())
            continue;
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        const char *type = value.is_boolean() ? "bool" : value.is_number() ? "integer" : name.find("extensions") != std::string::npos ? "list" : "string";
        rows.push_back({{"setting", name}, {"humanized_name", name}, {"description", ""}, {"category", "basic"}, {"default", text}, {"value", text}, {"preview", nullptr}, {"secret", false}, {"type", type}});
    }
    return jsonAnswer({{"site_settings", rows}});
}

Outgoing logo(int size)
{
    Outgoing out{200, "image/png", drawLogo(size), {}};
    out.headers.emplace_back("Cache-Control", "max-age=86400, public");
    return out;
}

} // namespace

void addSiteRoutes(RouteTable &table)
{
    table.add("GET", "/site/basic-info", "site/basic_info", {}, basicInfo);
    table.add("GET", "/site/settings", "site/settings", {}, settings);
    table.add("GET", "/site", "site/site", {}, site);
    table.add("GET", "/about", "about/index", {}, about);
    table.add("GET", "/admin/version_check", "admin/versions/show", {Gate::Staff}, versionCheck);
    table.add("GET", "/admin/plugins", "admin/plugins/index", {Gate::Staff}, plugins);
    table.add("GET", "/admin/site_settings", "admin/site_settings/index", {Gate::Admin}, siteSettings);
    table.add("GET", "/images/gardeners-logo.png", "static/image", {.form = Form::Any}, [](Ask &) { return logo(256); });
    table.add("GET", "/images/gardeners-logo-small.png", "static/image", {.form = Form::Any}, [](Ask &) { return logo(64); });
}

} // namespace badgewright::sample
