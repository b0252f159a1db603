// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answerhub_shapes.h"

#include "sample/pictures.h"
#include "sample/text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace badgewright::sample::answerhub {

using nlohmann::json;

namespace {

std::string formatted(qint64 ms, const QString &form)
{
    return s(QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), form));
}

std::string shortDate(qint64 ms)
{
    return formatted(ms, QStringLiteral("MM/dd/yyyy hh:mm AP"));
}

json briefMember(const Member &member, const std::string &base)
{
    return {{"id", member.id}, {"username", member.username}, {"avatarUrl", base + "/users/" + std::to_string(member.id) + "/photo.png"}};
}

json briefNode(const Node &node)
{
    json shape{{"id", node.id}, {"type", node.type}};
    if (!node.title.empty())
        shape["title"] = node.title;
    return shape;
}

json actionCore(const Board &board, const Action &action)
{
    json shape{{"id", action.id}, {"ip", "203.0.113." + std::to_string(action.id % 250)}, {"verb", action.verb}, {"canceled", action.cancelled}};
    if (const Node *node = board.node(action.node)) {
        shape["node"] = briefNode(*node);
        shape["rootNode"] = briefNode(*board.node(node->root));
    }
    if (!action.extra.empty())
        shape["extra"] = action.extra;
    else
        shape["extra"] = nullptr;
    return shape;
}

} // namespace

json awardTypeShape(const AwardType &type)
{
    return {{"id", type.id}, {"creationDate", type.created}, {"creationDateFormatted", shortDate(type.created)}, {"name", type.name},
            {"description", type.description}, {"active", type.active}, {"level", type.level}, {"mode", type.mode}};
}

json heldShape(const AwardType &type, int count, const std::string &base)
{
    const std::string key = "awards." + type.key + "." + type.level;
    return {{"id", type.id}, {"name", key + ".name"}, {"description", key + ".description"}, {"count", count}, {"level", type.level},
            {"imageUrl", base + "/themes/thub/images/badges/" + type.key + ".png"}, {"creationDate", type.created}};
}

json memberShape(const Board &board, const Member &member, const std::string &base)
{
    // Ids of groups are strings here, though ids of people are numbers.
    json groups = json::array();
    const auto group = [&](const char *id, const char *name) {
        groups.push_back({{"id", id}, {"creationDate", member.created}, {"creationDateFormatted", shortDate(member.created)}, {"modificationDate", member.created}, {"name", name}});
    };
    group("3", "Users");
    if (member.moderator)
        group("5", "Moderators");
    if (member.superuser)
        group("6", "Administrators");
    return {{"id", member.id},
            {"type", "user"},
            {"creationDate", member.created},
            {"creationDateFormatted", shortDate(member.created)},
            {"modificationDate", member.created},
            {"username", member.username},
            {"realname", member.realname},
            {"slug", slugOf(member.username)},
            {"gold", board.heldAtLevel(member.id, "gold")},
            {"silver", board.heldAtLevel(member.id, "silver")},
            {"bronze", board.heldAtLevel(member.id, "bronze")},
            {"reputation", member.reputation},
            {"moderator", member.moderator},
            {"superuser", member.superuser},
            {"emailHash", sha1Of(member.username) + sha1Of(member.realname).substr(0, 24)},
            {"avatar", base + "/users/" + std::to_string(member.id) + "/photo.png"},
            {"postCount", static_cast<int>(mix(static_cast<std::uint32_t>(member.id), 71) % 60)},
            {"followerCount", 0},
            {"followCount", 0},
            {"userFollowCount", 0},
            {"active", true},
            {"suspended", member.suspended},
            {"deactivated", member.deactivated},
            {"groups", groups},
            {"extraData", json::object()}};
}

json listedActionShape(const Board &board, const Action &action, const std::string &base)
{
    json shape = actionCore(board, action);
    shape["actionDate"] = action.at;
    shape["privateAction"] = action.isPrivate;
    if (const Member *member = board.member(action.member))
        shape["user"] = {{"id", member->id}, {"username", member->username}, {"realname", member->realname}, {"reputation", member->reputation},
                         {"avatar", base + "/users/" + std::to_string(member->id) + "/photo.png"}};
    return shape;
}

json actionShape(const Board &board, const Action &action, const std::string &base)
{
    json shape = actionCore(board, action);
    shape["actionDate"] = formatted(action.at, QStringLiteral("yyyy-MM-dd HH:mm:ss.0"));
    shape["private"] = action.isPrivate;
    const Member *member = board.member(action.member);
    shape["user"] = member ? briefMember(*member, base) : json();
    return shape;
}

json nodeShape(const Board &board, const Node &node)
{
    const Member *author = board.member(node.author);
    json shape{{"id", node.id}, {"type", node.type}, {"creationDate", node.created}, {"creationDateFormatted", shortDate(node.created)},
               {"lastEditedAction", node.lastAction}, {"marked", false}, {"depth", node.type == "question" ? 0 : 1}};
    if (author)
        shape["author"] = {{"id", author->id}, {"username", author->username}, {"realname", author->realname}, {"reputation", author->reputation}};
    if (!node.title.empty()) {
        shape["title"] = node.title;
        shape["slug"] = slugOf(node.title);
    }
    return shape;
}

std::optional<std::string> asked(const Incoming &request, const std::string &name)
{
    for (const auto &[key, value] : request.query)
        if (key == name)
            return value;
    return std::nullopt;
}

PageRange pageRange(int total, const Incoming &request, int usualSize, bool all)
{
    const int size = std::clamp(wholeNumber(asked(request, "pageSize").value_or("")).value_or(usualSize), 1, 100);
    const int page = wholeNumber(asked(request, "page").value_or("")).value_or(1);
    PageRange range;
    range.first = all ? 0 : std::min(total, std::max(0, page - 1) * size);
    range.last = all ? total : std::min(total, range.first + size);
    range.head = {{"name", ""}, {"page", page}, {"pageSize", size}, {"pageCount", all ? total : (total + size - 1) / size}, {"totalCount", total}};
    return range;
}

json trimmedRow(json row, const Incoming &request)
{
    const auto names = asked(request, "includeOnly");
    if (!names)
        return row;
    json kept = json::object();
    for (const std::string &name : split(*names, ','))
        if (row.contains(name))
            kept[name] = row.at(name);
    return kept;
}

Outgoing jsonAnswer(int status, const json &body)
{
    return {status, "application/json;charset=UTF-8", body.dump(), {}};
}

Outgoing notPermitted(const std::string &message)
{
    return jsonAnswer(401, {{"errors", {{"message", message}}}});
}

Outgoing refusedValues(int status, const std::string &message)
{
    return jsonAnswer(status, {{"error", message}});
}

Outgoing errorPage(int status, const std::string &title)
{
    return {status, "text/html;charset=utf-8",
            "<!doctype html><html lang=\"en\"><head><title>HTTP Status " + std::to_string(status) + "</title></head><body><h1>HTTP Status " + std::to_string(status) + " - "
                + title + "</h1><hr><h3>Apache Tomcat</h3></body></html>",
            {}};
}

Outgoing webPage(int status, const std::string &title, const std::string &text)
{
    return {status, "text/html;charset=UTF-8",
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>" + title + "</title>\n<link rel=\"stylesheet\" href=\"/themes/thub/style.css\"></head><body><p>" + text
                + "</p></body></html>\n",
            {}};
}

} // namespace badgewright::sample::answerhub
