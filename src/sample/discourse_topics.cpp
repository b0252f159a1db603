// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int chunk = 20;

json postShape(const Ask &ask, const Post &post, bool raw)
{
    const Person &who = *ask.community().person(post.person);
    const Topic &topic = *ask.community().topic(post.topic);
    json row = {{"id", post.id}, {"name", who.name}, {"username", who.username}, {"avatar_template", avatarTemplate(who)}, {"created_at", isoTime(post.created)},
                {"updated_at", isoTime(post.created)}, {"cooked", "<p>" + post.text + "</p>"}, {"post_number", post.number}, {"post_type", 1}, {"posts_count", topic.posts.size()},
                {"reply_count", 0}, {"reply_to_post_number", nullptr}, {"quote_count", 0}, {"reads", 1}, {"score", 0.2}, {"yours", ask.actor.person && ask.actor.person->id == who.id},
                {"topic_id", topic.id}, {"topic_slug", topic.slug}, {"display_username", who.name}, {"badges_granted", json::array()}, {"version", 1}, {"user_title", textOrNull(who.title)},
                {"moderator", who.moderator}, {"admin", who.admin}, {"staff", who.staff()}, {"user_id", who.id}, {"hidden", false}, {"trust_level", who.trust}, {"deleted_at", nullptr},
                {"user_deleted", false}, {"wiki", false}, {"post_url", "/t/" + topic.slug + "/" + std::to_string(topic.id) + "/" + std::to_string(post.number)}};
    json like = {{"id", 2}, {"can_act", true}};
    if (!post.likers.empty())
        like["count"] = post.likers.size();
    row["actions_summary"] = json::array({like});
    if (raw)
        row["raw"] = post.text;
    return row;
}

[[noreturn]] void noTopic()
{
    refuse(jsonAnswer({{"errors", json::array({"The requested URL or resource could not be found."})}, {"error_type", "not_found"},
                       {"extras", {{"title", "Page Not Found"}, {"html", "<div class=\"page-not-found\"><h1 class=\"title\">Oops! That page doesn’t exist or is private.</h1></div>"}, {"group", nullptr}}}},
                      404));
}

Outgoing showTopic(Ask &ask)
{
    const Topic *topic = ask.community().topic(ask.params.number("id", 0));
    if (!topic)
        noTopic();
    const int count = static_cast<int>(topic->posts.size());
    const int near = std::clamp(ask.params.number("number", 1), 1, count);
    const int first = std::max(1, std::min(near - chunk / 4, count - chunk + 1));
    json posts = json::array();
    int likes = 0;
    std::map<int, int> written;
    for (const int id : topic->posts) {
        const Post &post = *ask.community().post(id);
        likes += static_cast<int>(post.likers.size());
        ++written[post.person];
        if (post.number >= (near == 1 ? 1 : first) && posts.size() < chunk)
            posts.push_back(postShape(ask, post, false));
    }
    // Only the busiest stand here; who wants everybody must read the posts.
    std::vector<std::pair<int, int>> busiest;
    for (const auto &[person, number] : written)
        busiest.emplace_back(-number, person);
    std::sort(busiest.begin(), busiest.end());
    json participants = json::array();
    for (std::size_t i = 0; i < busiest.size() && i < 24; ++i) {
        const Person &who = *ask.community().person(busiest[i].second);
        json row = basicPerson(who);
        row["post_count"] = -busiest[i].first;
        row["trust_level"] = who.trust;
        participants.push_back(row);
    }
    const Post &opening = *ask.community().post(topic->posts.front());
    const Post &closing = *ask.community().post(topic->posts.back());
    return jsonAnswer({{"post_stream", {{"posts", posts}, {"stream", topic->posts}}}, {"tags", json::array()}, {"fancy_title", topic->title}, {"id", topic->id}, {"title", topic->title},
                       {"posts_count", count}, {"created_at", isoTime(opening.created)}, {"views", 40 + count * 7}, {"reply_count", 0}, {"like_count", likes},
                       {"last_posted_at", isoTime(closing.created)}, {"visible", true}, {"closed", false}, {"archived", false}, {"archetype", "regular"}, {"slug", topic->slug},
                       {"category_id", topic->category}, {"word_count", count * 22}, {"deleted_at", nullptr}, {"user_id", opening.person}, {"pinned", false}, {"highest_post_number", count},
                       {"current_post_number", near}, {"chunk_size", chunk}, {"participant_count", written.size()},
                       {"details", {{"can_edit", ask.actor.staff()}, {"notification_level", 1}, {"participants", participants}, {"created_by", basicPerson(*ask.community().person(opening.person))},
                                    {"last_poster", basicPerson(*ask.community().person(closing.person))}}}});
}

Outgoing somePosts(Ask &ask)
{
    const Topic *topic = ask.community().topic(ask.params.number("id", 0));
    if (!topic)
        noTopic();
    const auto ids = ask.params.numbers("post_ids");
    json posts = json::array();
    for (const int id : ids.empty() ? topic->posts : ids) {
        const Post *post = ask.community().post(id);
        if (post && post->topic == topic->id && posts.size() < chunk)
            posts.push_back(postShape(ask, *post, false));
    }
    return jsonAnswer({{"post_stream", {{"posts", posts}}}, {"id", topic->id}});
}

Outgoing bySlug(Ask &ask)
{
    const std::string slug = *ask.params.text("slug");
    for (const auto &[id, topic] : ask.community().topics)
        if (topic.slug == slug) {
            Outgoing out = emptyAnswer(301, "text/html; charset=utf-8");
            out.headers.emplace_back("Location", ask.forum.base + "/t/" + slug + "/" + std::to_string(id));
            return out;
        }
    noTopic();
}

Outgoing latest(Ask &ask)
{
    json rows = json::array();
    for (const auto &[id, topic] : ask.community().topics) {
        const Post &closing = *ask.community().post(topic.posts.back());
        rows.push_back({{"id", id}, {"title", topic.title}, {"fancy_title", topic.title}, {"slug", topic.slug}, {"posts_count", topic.posts.size()}, {"highest_post_number", topic.posts.size()},
                        {"category_id", topic.category}, {"last_posted_at", isoTime(closing.created)}, {"visible", true}, {"closed", false}, {"archived", false}});
    }
    std::sort(rows.begin(), rows.end(), [](const json &a, const json &b) { return a.at("last_posted_at") > b.at("last_posted_at"); });
    return jsonAnswer({{"users", json::array()}, {"topic_list", {{"can_create_topic", ask.actor.person != nullptr}, {"per_page", 30}, {"topics", rows}}}});
}

Outgoing onePost(Ask &ask, const Post *post)
{
    if (!post)
        refuseNotFound();
    return jsonAnswer(postShape(ask, *post, true));
}

Outgoing shortLink(Ask &ask)
{
    const Post *post = ask.community().post(ask.params.number("id", 0));
    if (!post)
        refuseNotFound();
    const Topic &topic = *ask.community().topic(post->topic);
    Outgoing out = emptyAnswer(302, "text/html; charset=utf-8");
    out.headers.emplace_back("Location", ask.forum.base + "/t/" + topic.slug + "/" + std::to_string(topic.id) + "/" + std::to_string(post->number));
    return out;
}

Outgoing likers(Ask &ask)
{
    const std::string kind = ask.require("post_action_type_id");
    const Post *post = ask.community().post(static_cast<int>(leadingInteger(ask.require("id"))));
    if (!post)
        refuseNotFound();
    json rows = json::array();
    const std::vector<int> none;
    const auto &people = kind == "2" ? post->likers : none;
    const auto limit = static_cast<std::size_t>(std::clamp(ask.params.number("limit", 200), 1, 200));
    const auto page = static_cast<std::size_t>(std::max(0, ask.params.number("page", 0)));
    for (std::size_t i = page * limit; i < people.size() && rows.size() < limit; ++i)
        rows.push_back(basicPerson(*ask.community().person(people[i])));
    json body = {{"post_action_users", rows}};
    if (people.size() > rows.size())
        body["total_rows_post_action_users"] = people.size();
    return jsonAnswer(body);
}

} // namespace

void addTopicRoutes(RouteTable &table)
{
    const RouteTable::Options read{.scopes = {"topics:read"}};
    table.add("GET", "/", "list/latest", {}, latest);
    table.add("GET", "/latest", "list/latest", {}, latest);
    table.add("GET", "/t/:id", "topics/show", read, showTopic);
    table.add("GET", "/t/:id/posts", "topics/posts", read, somePosts);
    table.add("GET", "/t/:id/:number", "topics/show", read, showTopic);
    table.add("GET", "/t/:slug/:id", "topics/show", read, showTopic);
    table.add("GET", "/t/:slug/:id/:number", "topics/show", read, showTopic);
    table.add("GET", "/t/:slug", "topics/id_for_slug", {.form = Form::Any}, bySlug);
    table.add("GET", "/posts/:id", "posts/show", {}, [](Ask &ask) { return onePost(ask, ask.community().post(ask.params.number("id", 0))); });
    table.add("GET", "/posts/by_number/:topic/:number", "posts/by_number", {},
              [](Ask &ask) { return onePost(ask, ask.community().postByNumber(ask.params.number("topic", 0), ask.params.number("number", 0))); });
    table.add("GET", "/p/:id", "posts/short_link", {.form = Form::Any}, shortLink);
    table.add("GET", "/post_action_users", "post_action_users/index", {}, likers);
}

} // namespace badgewright::sample
