// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answerhub_board.h"

#include "sample/community.h"
#include "sample/text.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace badgewright::sample::answerhub {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 86'400'000;

struct TypeSeed {
    int id;
    const char *key;
    const char *name;
    const char *description;
    const char *level;
    const char *mode;
    std::set<std::string> verbs;
};

const std::vector<TypeSeed> typeSeeds = {
    {501, "scholar", "Scholar", "Asked a question and accepted an answer", "bronze", "per_user", {"accepted"}},
    {502, "student", "Student", "First question with a vote up", "bronze", "per_user", {"asked"}},
    {503, "teacher", "Teacher", "First answer with a vote up", "bronze", "per_user", {"answered"}},
    {504, "supporter", "Supporter", "First vote up", "bronze", "per_user", {"voted up"}},
    {505, "critic", "Critic", "First vote down", "bronze", "per_user", {"voted down"}},
    {506, "commentator", "Commentator", "Left ten comments", "bronze", "per_user", {"commented"}},
    {507, "editor", "Editor", "First edit", "bronze", "per_user", {"edited"}},
    {508, "organizer", "Organizer", "First change of topics", "bronze", "per_user", {"retagged"}},
    {509, "autobiographer", "Autobiographer", "Filled in the whole profile", "bronze", "per_user", {"joined"}},
    {510, "popular-question", "Popular Question", "A question read 100 times", "bronze", "per_node", {"asked"}},
    {511, "nice-question", "Nice Question", "A question with 5 votes", "bronze", "per_node", {"asked"}},
    {512, "nice-answer", "Nice Answer", "An answer with 5 votes", "bronze", "per_node", {"answered"}},
    {513, "helpful", "Helpful", "Answer accepted 5 times", "silver", "per_node", {"answered", "accepted"}},
    {514, "enthusiast", "Enthusiast", "Here on 30 days in a row", "silver", "per_user", {"joined", "asked", "answered"}},
    {515, "good-question", "Good Question", "A question with 15 votes", "silver", "per_node", {"asked"}},
    {516, "good-answer", "Good Answer", "An answer with 15 votes", "silver", "per_node", {"answered"}},
    {517, "civic-duty", "Civic Duty", "Voted 100 times", "silver", "per_user", {"voted up", "voted down"}},
    {518, "strunk-and-white", "Careful Hand", "Edited 50 posts", "silver", "per_user", {"edited"}},
    {519, "notable-question", "Notable Question", "A question read 1,000 times", "silver", "per_node", {"asked"}},
    {520, "guru", "Guru", "An accepted answer with 20 votes", "gold", "per_node", {"answered"}},
    {521, "great-question", "Great Question", "A question with 50 votes", "gold", "per_node", {"asked"}},
    {522, "great-answer", "Great Answer", "An answer with 50 votes", "gold", "per_node", {"answered"}},
    {523, "fanatic", "Fanatic", "Here on 100 days in a row", "gold", "per_user", {"joined"}},
    {524, "pioneer", "Pioneer", "Here in the first month; no longer given", "gold", "per_user", {"joined"}},
};

constexpr std::array<const char *, 24> questions = {
    "Why do my tomatoes split?", "How deep do tulips go?", "Is this blight?", "Which hedge grows fast?", "Can I move a peony in June?", "What eats my lettuce at night?",
    "How do I wake up dry soil?", "Which apple for a balcony?", "Do coffee grounds help roses?", "When may I prune a fig?", "How far apart do leeks stand?", "Why does my pond turn green?",
    "What is this yellow moss?", "How do I keep seeds for years?", "Can potatoes follow beans?", "Which plants like wet feet?", "How do I sharpen a spade?", "Are wood ashes good for the beds?",
    "Why does the basil droop?", "How do I graft a pear?", "Which bulbs do mice leave alone?", "How long does compost take?", "What grows in deep shade?", "How do I train a vine?"};

constexpr std::array<const char *, 8> verbs = {"answered", "commented", "voted up", "answered", "edited", "asked", "commented", "accepted"};

constexpr int firstAction = 200;
constexpr int lastAction = 1310;
constexpr int ada = 3;

} // namespace

void Board::foundMembers()
{
    // The same gardeners as on the Discourse side; who only ever wrote e-mails there has no account here.
    const Community gardeners(founded);
    for (const auto &[id, person] : gardeners.people) {
        if (id <= 0 || person.staged)
            continue;
        Member who;
        who.id = id;
        who.username = person.username;
        who.realname = person.name;
        who.moderator = person.moderator;
        who.superuser = person.admin;
        who.suspended = person.suspendedTill.has_value();
        who.deactivated = !person.active;
        who.created = person.created;
        who.reputation = 1 + static_cast<int>(mix(static_cast<std::uint32_t>(id), 41) % (id < 200 ? 3'000 : 300));
        m_byName[lower(who.username)] = id;
        members[id] = who;
    }
}

void Board::foundTypes()
{
    const qint64 now = founded.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    for (const TypeSeed &seed : typeSeeds) {
        AwardType type{seed.id, seed.key, seed.name, seed.description, seed.level, seed.mode, true, seed.verbs, now - (1'500 - seed.id) * dayMs};
        type.active = seed.id != 524;
        types[seed.id] = type;
    }
}

int Board::addNode(const std::string &type, const std::string &title, int root, const Action &action)
{
    Node node;
    node.id = ++m_lastNode;
    node.type = type;
    node.title = title;
    node.root = root ? root : node.id;
    node.author = action.member;
    node.lastAction = action.id;
    node.created = action.at;
    nodes[node.id] = node;
    return node.id;
}

void Board::foundActions()
{
    const qint64 anchor = founded.startOfDay(Qt::UTC).toMSecsSinceEpoch() - 4 * dayMs + (14 * 60 + 2) * minuteMs;
    std::vector<int> writers;
    for (const auto &[id, who] : members)
        if (id > 1 && id < 160 && !who.suspended && !who.deactivated)
            writers.push_back(id);
    std::map<std::string, int> byTitle;
    std::size_t asked = 0;

    const auto ask = [&](Action &action, const std::string &title) {
        action.verb = "asked";
        action.node = byTitle[title] = addNode("question", title, 0, action);
    };
    const auto reply = [&](Action &action, const char *verb, int root) {
        action.verb = verb;
        action.node = addNode(action.verb == "answered" ? "answer" : "comment", {}, root, action);
    };
    const auto touch = [&](Action &action, const char *verb, int node) {
        action.verb = verb;
        action.node = node;
        if (action.verb == "edited")
            nodes.at(node).lastAction = action.id;
    };

    for (int id = firstAction; id <= lastAction; ++id) {
        const auto number = static_cast<std::uint32_t>(id);
        Action action;
        action.id = id;
        action.at = anchor - (editAction - id) * 25 * minuteMs;
        action.member = writers[mix(number, 51) % writers.size()];
        if (action.member == ada && id > 1'040)
            action.member = ada + 1; // her latest five are told below
        const auto someQuestion = [&] { return std::next(byTitle.begin(), static_cast<int>(mix(number, 52) % byTitle.size()))->second; };

        if (id < firstAction + 3) {
            ask(action, id == firstAction ? "How do I prune a plum tree?" : id == firstAction + 1 ? "Compost smells, what now?" : "Leaf curl on peaches");
        } else if (id == 1'061 || id == 1'090 || id == 1'098 || id == 1'119 || id == editAction) {
            action.member = ada;
            if (id == 1'061)
                reply(action, "commented", byTitle.at("How do I prune a plum tree?"));
            else if (id == 1'090)
                touch(action, "voted up", byTitle.at("Leaf curl on peaches"));
            else if (id == 1'098)
                ask(action, "Best time for planting garlic");
            else if (id == 1'119)
                reply(action, "answered", byTitle.at("Compost smells, what now?"));
            else
                touch(action, "edited", byTitle.at("How do I prune a plum tree?"));
        } else {
            const std::string verb = verbs[mix(number, 53) % verbs.size()];
            if (verb == "asked" && asked < questions.size())
                ask(action, questions[asked++]);
            else if (verb == "answered" || verb == "commented")
                reply(action, verb.c_str(), someQuestion());
            else
                touch(action, verb == "asked" ? "voted up" : verb.c_str(), someQuestion());
        }
        action.cancelled = id == 1'042;
        if (id == 1'043)
            action.member = 0;
        action.isPrivate = id == 1'044;
        actions[id] = action;
    }
    // Nobody edited the plum question after Ada.
    nodes.at(byTitle.at("How do I prune a plum tree?")).lastAction = editAction;
}

void Board::foundHeld()
{
    for (const auto &[id, who] : members) {
        if (id >= 600)
            break;
        for (const auto &[type, award] : types) {
            if (id == ada && type == editorType)
                continue; // hers to be given
            const auto dice = mix(static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(type), 61) % 100;
            const std::uint32_t chance = award.level == "bronze" ? 30 : award.level == "silver" ? 10 : 3;
            if (dice < chance)
                m_held[{id, type}] = award.mode == "per_user" ? 1 : 1 + static_cast<int>(dice % 4);
        }
    }
}

} // namespace badgewright::sample::answerhub
