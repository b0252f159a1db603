// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answerhub_board.h"

#include "sample/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace badgewright::sample::answerhub {

namespace {

template <class Map> auto *found(Map &map, int id)
{
    const auto entry = map.find(id);
    return entry == map.end() ? nullptr : &entry->second;
}

} // namespace

Board::Board(const QDate &today) : founded(today)
{
    foundMembers();
    foundTypes();
    foundActions();
    foundHeld();
}

const AwardType *Board::awardType(int id) const
{
    return found(types, id);
}

const Member *Board::member(int id) const
{
    return found(members, id);
}

const Node *Board::node(int id) const
{
    return found(nodes, id);
}

const Action *Board::action(int id) const
{
    return found(actions, id);
}

const Member *Board::memberByName(const std::string &username) const
{
    const auto entry = m_byName.find(lower(username));
    return entry == m_byName.end() ? nullptr : member(entry->second);
}

int Board::held(int member, int type) const
{
    const auto entry = m_held.find({member, type});
    return entry == m_held.end() ? 0 : entry->second;
}

std::map<int, int> Board::heldBy(int member) const
{
    std::map<int, int> all;
    for (auto entry = m_held.lower_bound({member, 0}); entry != m_held.end() && entry->first.first == member; ++entry)
        all[entry->first.second] = entry->second;
    return all;
}

bool Board::heldForNode(int member, int type, int node) const
{
    return m_forNodes.count({member, type, node}) > 0;
}

int Board::heldAtLevel(int member, const std::string &level) const
{
    int total = 0;
    for (const auto &[type, count] : heldBy(member))
        total += awardType(type)->level == level ? count : 0;
    return total;
}

std::vector<const Action *> Board::actionsOf(std::optional<int> member) const
{
    std::vector<const Action *> list;
    for (auto entry = actions.rbegin(); entry != actions.rend(); ++entry)
        if (!member || entry->second.member == *member)
            list.push_back(&entry->second);
    return list;
}

void Board::apply(const nlohmann::json &change)
{
    const std::string kind = change.at("do");
    if (kind == "login") {
        logins.push_back({change.at("member"), change.at("password"), change.at("api"), change.at("reputation")});
    } else if (kind == "award") {
        const int who = change.at("member");
        const int type = change.at("type");
        ++m_held[{who, type}];
        if (const int node = change.value("node", 0))
            m_forNodes.insert({who, type, node});
    } else if (kind == "reputation") {
        const int who = change.at("member");
        if (Member *receiver = found(members, who))
            receiver->reputation += change.at("points").get<int>();
        Action action;
        action.id = nextActionId();
        action.member = change.at("by");
        action.verb = "awarded reputation";
        action.at = change.at("at");
        action.isPrivate = true;
        action.extra = change.at("reason");
        actions[action.id] = action;
    }
}

} // namespace badgewright::sample::answerhub
