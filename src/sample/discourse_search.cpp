// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/shapes.h"
#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace badgewright::sample {

using nlohmann::json;

namespace {

constexpr int shortestSearchWord = 3;
constexpr std::size_t mostOnSearchPage = 50;
constexpr std::size_t mostInSearchMenu = 5;

struct Hit {
    bool inTitle;
    const Topic *topic;
    const Post *post;
};

std::vector<std::string> searchWords(const std::string &term)
{
    std::vector<std::string> words = split(lower(trimmed(term)), ' ');
    words.erase(std::remove_if(words.begin(), words.end(), [](const std::string &word) { return length(word) < shortestSearchWord; }), words.end());
    return words;
}

bool holdsAll(const std::string &text, const std::vector<std::string> &words)
{
    return std::all_of(words.begin(), words.end(), [&](const std::string &word) { return text.find(word) != std::string::npos; });
}

/// One post of each topic in which all the words stand; those with the words in the title first, then the newest.
std::vector<Hit> hits(const Community &community, const std::vector<std::string> &words)
{
    std::vector<Hit> found;
    if (words.empty())
        return found;
    for (const auto &[id, topic] : community.topics) {
        if (holdsAll(lower(topic.title), words)) {
            found.push_back({true, &topic, community.post(topic.posts.front())});
            continue;
        }
        for (const int postId : topic.posts) {
            const Post *post = community.post(postId);
            if (holdsAll(lower(post->text), words)) {
                found.push_back({false, &topic, post});
                break;
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Hit &a, const Hit &b) {
        return std::pair(!a.inTitle, -a.post->created) < std::pair(!b.inTitle, -b.post->created);
    });
    return found;
}

/// What "@name" in a search names.
std::optional<std::string> writerIn(const std::string &term)
{
    for (const std::string &word : split(trimmed(term), ' ')) {
        if (word.size() > 1 && word.front() == '@')
            return lower(word.substr(1));
    }
    return std::nullopt;
}

/// All that a person wrote, the newest first; nothing of somebody whom nobody knows.
std::vector<Hit> writtenBy(const Community &community, const std::string &name)
{
    std::vector<Hit> found;
    const Person *writer = community.personByName(name);
    if (!writer)
        return found;
    for (const auto &[id, topic] : community.topics) {
        for (const int postId : topic.posts) {
            const Post *post = community.post(postId);
            if (post->person == writer->id)
                found.push_back({false, &topic, post});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Hit &a, const Hit &b) { return a.post->created > b.post->created; });
    return found;
}

json hitPost(const Ask &ask, const Hit &hit)
{
    const Person &who = *ask.community().person(hit.post->person);
    return {{"id", hit.post->id}, {"name", who.name}, {"username", who.username}, {"avatar_template", avatarTemplate(who)}, {"created_at", isoTime(hit.post->created)},
            {"like_count", hit.post->likers.size()}, {"blurb", hit.post->text}, {"post_number", hit.post->number}, {"topic_title_headline", hit.topic->title}, {"topic_id", hit.topic->id}};
}

json hitTopic(const Ask &ask, const Topic &topic)
{
    const Post &opening = *ask.community().post(topic.posts.front());
    const Post &closing = *ask.community().post(topic.posts.back());
    return {{"id", topic.id}, {"title", topic.title}, {"fancy_title", topic.title}, {"slug", topic.slug}, {"posts_count", topic.posts.size()}, {"reply_count", 0},
            {"highest_post_number", topic.posts.size()}, {"created_at", isoTime(opening.created)}, {"last_posted_at", isoTime(closing.created)}, {"bumped", true},
            {"bumped_at", isoTime(closing.created)}, {"archetype", "regular"}, {"unseen", false}, {"pinned", false}, {"unpinned", nullptr}, {"visible", true}, {"closed", false},
            {"archived", false}, {"bookmarked", nullptr}, {"liked", nullptr}, {"tags", json::array()}, {"category_id", topic.category}};
}

Outgoing searched(const Ask &ask, const std::string &term, std::size_t most)
{
    json posts = json::array();
    json topics = json::array();
    json postIds = json::array();
    const auto writer = writerIn(term);
    std::set<int> named;
    for (const Hit &hit : writer ? writtenBy(ask.community(), *writer) : hits(ask.community(), searchWords(term))) {
        if (posts.size() == most)
            break;
        posts.push_back(hitPost(ask, hit));
        if (named.insert(hit.topic->id).second)
            topics.push_back(hitTopic(ask, *hit.topic));
        postIds.push_back(hit.post->id);
    }
    json body = {{"posts", posts}, {"users", json::array()}, {"categories", json::array()}, {"tags", json::array()}, {"groups", json::array()},
                 {"grouped_search_result", {{"more_posts", nullptr}, {"more_users", nullptr}, {"more_categories", nullptr}, {"term", term}, {"search_log_id", nullptr},
                                            {"more_full_page_results", nullptr}, {"can_create_topic", ask.actor.person != nullptr}, {"error", nullptr}, {"post_ids", postIds},
                                            {"user_ids", json::array()}, {"category_ids", json::array()}, {"tag_ids", json::array()}, {"group_ids", json::array()}}}};
    if (!topics.empty()) // where nothing was found the list is left out
        body["topics"] = topics;
    return jsonAnswer(body);
}

} // namespace

void addSearchRoutes(RouteTable &table)
{
    table.add("GET", "/search", "search/show", {.scopes = {"search:show"}},
              [](Ask &ask) { return searched(ask, ask.params.text("q").value_or(""), mostOnSearchPage); });
    table.add("GET", "/search/query", "search/query", {.scopes = {"search:query"}},
              [](Ask &ask) { return searched(ask, ask.require("term"), mostInSearchMenu); });
}

} // namespace badgewright::sample
