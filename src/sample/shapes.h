// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/discourse_desk.h"

namespace badgewright::sample {

// The objects of Discourse's answers, as several routes give them.

/// {id, username, name, avatar_template}
nlohmann::json basicPerson(const Person &person);
/// basicPerson with trust_level and, when true, admin and moderator: holders and granters.
nlohmann::json holderPerson(const Person &person);
std::string avatarTemplate(const Person &person);

enum class BadgeShape {
    Admin,      ///< everything
    Public,     ///< without query, trigger, target_posts, auto_revoke, show_posts, image_upload_id
    InAnswer,   ///< Public without long_description: beside grants
};
nlohmann::json badgeShape(const Forum &forum, const Badge &badge, BadgeShape shape);
/// What the texts of a system badge are called, e.g. first_like.
std::string textKey(const Badge &badge);
/// Its name, description or long_description as it shows: a text of the site goes before its own.
std::string shownText(const Community &community, const Badge &badge, const std::string &field);
/// A description as it is read: with what its placeholders stand for.
std::string filledIn(std::string text);
nlohmann::json badgeTypes(const std::set<int> &only = {1, 2, 3});
nlohmann::json groupingShapes(const Community &community);
/// Enabled first, then by position of the grouping, type and name.
std::vector<const Badge *> sortedBadges(const Community &community);

/// Where an upload is served: site-relative, or on the store.
std::string uploadPath(const Forum &forum, const Upload &upload);

/// Adds topic_id, post_number and, when asked for, topic_title: only for badges that show posts, to those who see the topic.
void addPost(nlohmann::json &row, const Ask &ask, const Grant &grant, bool withTitle);

nlohmann::json groupShape(const Group &group, const Actor &actor);
bool seesGroup(const Group &group, const Actor &actor);
bool seesMembers(const Group &group, const Actor &actor);

nlohmann::json leaderboardShape(const Leaderboard &board);

nlohmann::json timeOrNull(qint64 ms);
nlohmann::json textOrNull(const std::string &text);

/// The person of the path or of the parameter `name`; 404 not_found when there is none.
const Person &personOf(const Ask &ask, const std::string &name = "username");

} // namespace badgewright::sample
