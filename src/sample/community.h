// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace badgewright::sample {

// What the Discourse side holds. Times are milliseconds since 1970, text is UTF-8.

struct Person {
    int id = 0;
    std::string username;
    std::string name;
    std::string email;
    std::string title;
    std::string externalId; ///< of a single sign-on; empty: never came by it
    bool active = true;
    bool admin = false;
    bool moderator = false;
    bool staged = false;
    bool hasPicture = false; ///< else a letter stands for it
    int trust = 1;
    qint64 created = 0;
    qint64 seen = 0; ///< 0: never
    std::optional<qint64> suspendedTill;

    bool staff() const { return admin || moderator; }
};

struct Badge {
    int id = 0;
    std::string name;
    std::string description;
    std::string longDescription;
    int type = 3;
    int grouping = 5;
    std::string icon = "certificate";
    std::optional<int> upload;
    bool allowTitle = false;
    bool multiple = false;
    bool listable = true;
    bool showPosts = false;
    bool inPostHeader = false;
    bool targetPosts = false;
    bool autoRevoke = true;
    bool enabled = true;
    bool system = false;
    std::string query; ///< empty: none
    std::optional<int> trigger;
};

struct Grouping {
    int id = 0;
    std::string name;
    std::optional<std::string> description;
    int position = 0;
};

struct Grant {
    int id = 0;
    int badge = 0;
    int person = 0;
    int by = -1;
    qint64 at = 0;
    std::optional<int> post;
};

struct Upload {
    int id = 0;
    std::string sha1;
    std::string extension;
    std::string name;
    int width = 0;
    int height = 0;
    int person = 0;
    qint64 created = 0;
    int retainHours = 0;
    std::string colour;
    std::string content;
};

struct ScoreEvent {
    int id = 0;
    int person = 0;
    QDate date;
    int points = 0;
    std::optional<std::string> description;
    qint64 created = 0;
    qint64 updated = 0;
};

struct Leaderboard {
    int id = 0;
    std::string name;
    int createdBy = -1;
    QDate from;
    QDate to;
    std::vector<int> visibleTo;
    std::vector<int> included;
    std::vector<int> excluded;
    int defaultPeriod = 0;
    bool periodFilterDisabled = false;
    qint64 updated = 0;
};

struct Group {
    int id = 0;
    std::string name;
    std::string fullName;
    std::string bio;
    bool automatic = false;
    int visibility = 0;        ///< 0 everybody, 1 signed in, 2 members, 3 staff
    int membersVisibility = 0;
    std::vector<int> members;  ///< in the order they were added
    std::vector<int> owners;   ///< also in members
};

struct Post {
    int id = 0;
    int topic = 0;
    int number = 0;
    int person = 0;
    std::string text;
    qint64 created = 0;
    std::vector<int> likers;
};

struct Topic {
    int id = 0;
    std::string title;
    std::string slug;
    int category = 4;
    std::vector<int> posts; ///< by number, the first is number 1
};

struct ApiKey {
    struct Scope {
        std::string id; ///< badges:create, global:read, …
        std::map<std::string, std::vector<std::string>> allowed;
    };
    int id = 0;
    std::string key;
    std::string name; ///< how the facts call it; empty for keys made later
    std::string description;
    std::optional<int> person; ///< none: an all-users key
    std::vector<Scope> scopes; ///< empty: everything
    int createdBy = -1;
    qint64 created = 0;
    std::optional<qint64> revoked;
};

/// A key that one person gave one program in the browser.
struct UserKey {
    std::string key;
    std::string client;
    std::string application;
    int person = 0;
    std::vector<std::string> scopes;
    bool revoked = false;
};

/// What is left of a bulk award: each entry is one grant.
struct BulkAward {
    int id = 0;
    int badge = 0;
    bool again = false; ///< also to those who hold it
    std::vector<int> people;
    std::size_t done = 0;
};

/// Begins to draw the pictures of the founding badges, in a thread of its own.
void beginDrawing();

/// The gardeners: everything that is there, and the one door through which it changes. Not locked; see DiscourseSite.
class Community
{
public:
    /// Makes the community as it is on `today`, always the same for the same day.
    explicit Community(const QDate &today);

    /// Waits for the pictures of the founding badges, which are drawn in a thread of their own, and puts them among the
    /// uploads. To be called before those are looked at.
    void settle();

    /// Carries out one change record. The same records in the same order give the same community: that is how a
    /// state file is read back. Kinds are listed in community_changes.cpp.
    void apply(const nlohmann::json &change);

    const Person *person(int id) const;
    const Person *personByName(const std::string &username) const;
    const Person *personByEmail(const std::string &email) const;
    const Badge *badge(int id) const;
    const Badge *badgeByName(const std::string &name) const;
    const Grouping *grouping(int id) const;
    const Upload *upload(int id) const;
    const Upload *uploadBySha1(const std::string &sha1) const;
    const Group *group(const std::string &nameOrId) const;
    const Topic *topic(int id) const;
    const Post *post(int id) const;
    const Post *postByNumber(int topic, int number) const;
    const Grant *grant(int id) const;

    /// Newest first, as (time, id).
    const std::set<std::pair<qint64, int>> &grantsOf(int badge) const;
    /// In the order they were made, grant ids.
    const std::set<int> &grantsTo(int person) const;
    int grantCount(int badge) const { return static_cast<int>(grantsOf(badge).size()); }
    bool holds(int person, int badge) const;

    int nextBadgeId() const;
    int nextGrantId() const { return m_lastGrant + 1; }
    int nextUploadId() const { return m_lastUpload + 1; }
    int nextEventId() const { return m_lastEvent + 1; }

    /// Points of a person on the days that count, up to `until`.
    int scoreOf(int person, const QDate &from, const QDate &until) const;
    /// Brings the counted points of all days from `from` on up to date; leaderboards show them after refreshViews().
    void countScores(const QDate &from);
    void refreshViews() { m_view = m_counted; }

    QDate founded;
    std::map<int, Person> people;
    std::map<int, Badge> badges;
    std::vector<Grouping> groupings; ///< by position
    std::map<int, Upload> uploads;
    std::map<int, ScoreEvent> events;
    std::vector<int> eventHeap;      ///< the order the table gives them: an updated row moves to its end
    std::map<int, Leaderboard> leaderboards;
    std::vector<Group> groups;
    std::map<int, Topic> topics;
    std::map<int, Post> posts;
    std::vector<ApiKey> keys;
    std::vector<UserKey> userKeys;
    std::vector<BulkAward> awards;
    std::vector<qint64> recalculations; ///< when; refused ones too
    std::map<int, qint64> reportRuns;
    std::map<std::string, std::string> texts; ///< texts of the site that somebody wrote, by their key
    int lastGroupingId = 0;
    int lastLeaderboardId = 0;

private:
    using DayPoints = std::unordered_map<int, std::map<qint64, int>>; ///< person → Julian day → points

    void foundPeople();
    void foundGroups();
    void foundTopics();
    void foundBadges();
    void foundGrants();
    void foundScores();
    void add(Person person);
    void addGrant(const Grant &grant);
    void removeGrant(int id);
    int ruledPoints(int person, const QDate &date) const;

    std::unordered_map<std::string, int> m_byName;
    std::unordered_map<std::string, int> m_byEmail;
    std::map<int, Grant> m_grants;
    std::unordered_map<int, std::set<std::pair<qint64, int>>> m_byBadge;
    std::unordered_map<int, std::set<int>> m_byPerson;
    bool m_settled = false;
    DayPoints m_counted;
    DayPoints m_view;
    int m_lastGrant = 0;
    int m_lastUpload = 0;
    int m_lastEvent = 0;
    int m_lastBadge = 99;
};

} // namespace badgewright::sample
