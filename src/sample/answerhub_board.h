// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace badgewright::sample::answerhub {

// What the AnswerHub side holds. Times are milliseconds since 1970, text is UTF-8.

struct AwardType {
    int id = 0;
    std::string key; ///< "editor"; in message keys and picture names
    std::string name;
    std::string description;
    std::string level;
    std::string mode;
    bool active = true;
    std::set<std::string> verbs; ///< the actions its runner recognises
    qint64 created = 0;
};

struct Member {
    int id = 0;
    std::string username;
    std::string realname;
    int reputation = 0;
    bool moderator = false;
    bool superuser = false;
    bool suspended = false;
    bool deactivated = false;
    qint64 created = 0;
};

/// A question, an answer or a comment; they share one pool of ids.
struct Node {
    int id = 0;
    std::string type;
    std::string title; ///< questions only
    int root = 0;      ///< the question it stands under; its own id for a question
    int author = 0;
    int lastAction = 0;
    qint64 created = 0;
};

struct Action {
    int id = 0;
    int member = 0; ///< 0: the account is gone
    std::string verb;
    int node = 0;   ///< 0: none
    qint64 at = 0;
    bool cancelled = false;
    bool isPrivate = false;
    std::string extra;
};

/// Somebody who signs in.
struct Login {
    int member = 0;
    std::string password;
    bool useApi = true;
    bool giveReputation = true; ///< "Award bonus reputation"
};

/// The gardeners' questions and answers: everything that is there, and the one door through which it changes.
/// Not locked; see AnswerHubSite.
class Board
{
public:
    /// Makes everything as it is on `today`, always the same for the same day. Nobody can sign in yet.
    explicit Board(const QDate &today);

    /// Carries out one change record: {"do": "login" | "award" | "reputation", …}. The same records in the same order
    /// give the same board: that is how a state file is read back.
    void apply(const nlohmann::json &change);

    const AwardType *awardType(int id) const;
    const Member *member(int id) const;
    const Member *memberByName(const std::string &username) const;
    const Node *node(int id) const;
    const Action *action(int id) const;

    /// How often a member holds a type.
    int held(int member, int type) const;
    /// Award type → how often, for one member.
    std::map<int, int> heldBy(int member) const;
    /// Whether a member was given a type for this very post.
    bool heldForNode(int member, int type, int node) const;
    /// Gold, silver, bronze.
    int heldAtLevel(int member, const std::string &level) const;
    /// Newest first; without a member everybody's.
    std::vector<const Action *> actionsOf(std::optional<int> member) const;
    int nextActionId() const { return actions.rbegin()->first + 1; }

    QDate founded;
    std::map<int, AwardType> types;
    std::map<int, Member> members;
    std::map<int, Node> nodes;
    std::map<int, Action> actions;
    std::vector<Login> logins;

private:
    void foundMembers();
    void foundTypes();
    void foundActions();
    void foundHeld();
    int addNode(const std::string &type, const std::string &title, int root, const Action &action);

    std::map<std::string, int> m_byName; ///< lower case
    std::map<std::pair<int, int>, int> m_held; ///< (member, type)
    std::set<std::array<int, 3>> m_forNodes;   ///< (member, type, node)
    int m_lastNode = 2000;
};

/// The award, action and person that the facts and the first example name.
inline constexpr int editorType = 507;
inline constexpr int editAction = 1125;

} // namespace badgewright::sample::answerhub
