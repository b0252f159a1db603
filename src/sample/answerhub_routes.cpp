// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What lies below /services/v2: awards, users, actions, nodes.

#include "sample/answerhub_shapes.h"
#include "sample/answerhub_site.h"
#include "sample/text.h"

#include <algorithm>

namespace badgewright::sample::answerhub {

using nlohmann::json;

namespace {

const std::string needsReputation = "You do not have permission to perform this operation.\nAward bonus reputation is required.";

/// Ids are digits only; anything else is nobody's id.
int idOf(const std::string &text)
{
    const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? wholeNumber(text).value_or(0) : 0;
}

bool contains(const std::string &text, const std::string &part)
{
    return lower(text).find(part) != std::string::npos;
}

Outgoing notFound()
{
    return errorPage(404, "Not Found");
}

Outgoing wrongMethod()
{
    return errorPage(405, "Method Not Allowed");
}

Outgoing notKept()
{
    return errorPage(500, "Internal Server Error");
}

/// The same for a grant that changed something and for one that did not: the caller has to look.
Outgoing taken()
{
    return {200, "application/json;charset=UTF-8", {}, {}};
}

} // namespace

Outgoing AnswerHubSite::awards(const Incoming &request, const Segments &at, const Login &who)
{
    const int type = at.size() > 1 ? idOf(at[1]) : 0;
    const int target = at.size() > 3 ? idOf(at[3]) : 0;
    if (at.size() == 4 && (at[2] == "action" || at[2] == "user")) {
        if (request.method != "POST")
            return wrongMethod();
        return at[2] == "action" ? giveForAction(type, target, who) : giveToMember(type, target, who);
    }
    if (request.isWrite())
        return wrongMethod();
    if (at.size() == 2) {
        const AwardType *award = m_board.awardType(type);
        return award ? jsonAnswer(200, awardTypeShape(*award)) : notFound();
    }
    if (at.size() != 1)
        return notFound();
    const std::string wanted = lower(asked(request, "q").value_or(""));
    std::vector<const AwardType *> found;
    for (auto entry = m_board.types.rbegin(); entry != m_board.types.rend(); ++entry) // newest first
        if (contains(entry->second.name, wanted) || contains(entry->second.description, wanted))
            found.push_back(&entry->second);
    return jsonAnswer(200, envelope(found, [](const AwardType *award) { return awardTypeShape(*award); }, request, "creationDate", 15, true));
}

Outgoing AnswerHubSite::giveForAction(int type, int actionId, const Login &who)
{
    if (!who.giveReputation)
        return notPermitted(needsReputation);
    const AwardType *award = m_board.awardType(type);
    const Action *action = m_board.action(actionId);
    if (!award || !action)
        return notFound();
    if (!award->active)
        return webPage(200, "Permission denied", "You do not have permission to see this page.");
    const Member *receiver = m_board.member(action->member);
    const bool recognised = award->verbs.count(action->verb) > 0 && !action->cancelled;
    const bool again = receiver
        && (award->mode == "per_user" ? m_board.held(receiver->id, type) > 0 : m_board.heldForNode(receiver->id, type, action->node));
    if (!receiver || !recognised || again)
        return taken();
    const json record{{"do", "award"}, {"type", type}, {"member", receiver->id}, {"node", action->node}, {"action", actionId}, {"at", nowMs()}};
    return change(record) ? taken() : notKept();
}

Outgoing AnswerHubSite::giveToMember(int type, int member, const Login &who)
{
    if (!who.giveReputation)
        return notPermitted(needsReputation);
    const AwardType *award = m_board.awardType(type);
    if (!award || !m_board.member(member))
        return notFound();
    if (!award->active)
        return webPage(200, "Permission denied", "You do not have permission to see this page.");
    return change({{"do", "award"}, {"type", type}, {"member", member}, {"at", nowMs()}}) ? taken() : notKept();
}

Outgoing AnswerHubSite::members(const Incoming &request, const Segments &at, const Login &who)
{
    if (at.size() == 3 && at[2] == "awardReputation")
        return request.method == "PUT" ? giveReputation(request, idOf(at[1]), who) : wrongMethod();
    if (request.isWrite())
        return wrongMethod();
    if (at.size() == 1)
        return memberList(request);
    const Member *member = at[1] == "getByUsername" ? m_board.memberByName(asked(request, "username").value_or("")) : m_board.member(idOf(at[1]));
    if (!member)
        return notFound();
    if (at.size() == 2)
        return jsonAnswer(200, memberShape(m_board, *member, m_base));
    if (at.size() == 3 && at[2] == "award")
        return heldList(request, member->id);
    if (at.size() == 3 && at[2] == "action")
        return actionList(request, member->id);
    return notFound();
}

Outgoing AnswerHubSite::memberList(const Incoming &request) const
{
    const std::string wanted = lower(trimmed(asked(request, "q").value_or("")));
    const std::string sort = asked(request, "sort").value_or("reputation");
    std::vector<const Member *> found;
    for (const auto &[id, member] : m_board.members)
        if (contains(member.username, wanted) || contains(member.realname, wanted))
            found.push_back(&member);
    std::stable_sort(found.begin(), found.end(), [&](const Member *a, const Member *b) {
        if (sort == "username")
            return lower(a->username) < lower(b->username);
        if (sort == "recent")
            return a->created > b->created;
        if (sort == "oldest")
            return a->created < b->created;
        return a->reputation > b->reputation;
    });
    return jsonAnswer(200, envelope(found, [this](const Member *member) { return memberShape(m_board, *member, m_base); }, request, sort, 15));
}

Outgoing AnswerHubSite::heldList(const Incoming &request, int member) const
{
    const auto counts = m_board.heldBy(member);
    const std::vector<std::pair<int, int>> held(counts.begin(), counts.end());
    const auto shape = [this](const std::pair<int, int> &row) { return heldShape(*m_board.awardType(row.first), row.second, m_base); };
    return jsonAnswer(200, envelope(held, shape, request, "reputation", 35));
}

Outgoing AnswerHubSite::actionList(const Incoming &request, std::optional<int> member) const
{
    const auto shape = [this](const Action *action) { return listedActionShape(m_board, *action, m_base); };
    return jsonAnswer(200, envelope(m_board.actionsOf(member), shape, request, "", 15));
}

Outgoing AnswerHubSite::giveReputation(const Incoming &request, int member, const Login &who)
{
    if (!who.giveReputation)
        return notPermitted(needsReputation);
    if (!m_board.member(member))
        return notFound();
    const auto points = wholeNumber(asked(request, "points").value_or(""));
    if (!points)
        return refusedValues(400, "points is required and must be a whole number.");
    const json record{{"do", "reputation"}, {"member", member}, {"points", *points}, {"reason", asked(request, "reason").value_or("")}, {"by", who.member}, {"at", nowMs()}};
    return change(record) ? taken() : notKept();
}

Outgoing AnswerHubSite::nodes(const Incoming &request, const Segments &at) const
{
    if (at.size() == 2) {
        const Node *node = m_board.node(idOf(at[1]));
        return node && (at[0] == node->type || at[0] == "node") ? jsonAnswer(200, nodeShape(m_board, *node)) : notFound();
    }
    if (at.size() != 1 || at[0] != "node")
        return notFound();
    const std::string wanted = lower(asked(request, "q").value_or(""));
    std::vector<const Node *> found;
    for (auto entry = m_board.nodes.rbegin(); entry != m_board.nodes.rend(); ++entry)
        if (!entry->second.title.empty() && contains(entry->second.title, wanted))
            found.push_back(&entry->second);
    return jsonAnswer(200, envelope(found, [this](const Node *node) { return nodeShape(m_board, *node); }, request, "newest", 15));
}

} // namespace badgewright::sample::answerhub
