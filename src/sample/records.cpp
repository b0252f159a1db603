// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/records.h"

#include "sample/text.h"

#include <nlohmann/json.hpp>

namespace badgewright::sample {

using nlohmann::json;

namespace {

template <class T> std::optional<T> maybe(const json &row, const char *field)
{
    const auto found = row.find(field);
    return found == row.end() || found->is_null() ? std::nullopt : std::optional<T>(found->get<T>());
}

template <class T> void put(json &row, const char *field, const std::optional<T> &value)
{
    if (value)
        row[field] = *value;
}

} // namespace

json toRecord(const Badge &b)
{
    json row = {{"id", b.id}, {"name", b.name}, {"description", b.description}, {"long", b.longDescription}, {"type", b.type},
                {"grouping", b.grouping}, {"icon", b.icon}, {"allowTitle", b.allowTitle}, {"multiple", b.multiple}, {"listable", b.listable},
                {"showPosts", b.showPosts}, {"inPostHeader", b.inPostHeader}, {"targetPosts", b.targetPosts}, {"autoRevoke", b.autoRevoke},
                {"enabled", b.enabled}, {"system", b.system}, {"query", b.query}};
    put(row, "upload", b.upload);
    put(row, "trigger", b.trigger);
    return row;
}

Badge badgeFromRecord(const json &row)
{
    Badge b;
    b.id = row.at("id");
    b.name = row.at("name");
    b.description = row.at("description");
    b.longDescription = row.at("long");
    b.type = row.at("type");
    b.grouping = row.at("grouping");
    b.icon = row.at("icon");
    b.allowTitle = row.at("allowTitle");
    b.multiple = row.at("multiple");
    b.listable = row.at("listable");
    b.showPosts = row.at("showPosts");
    b.inPostHeader = row.at("inPostHeader");
    b.targetPosts = row.at("targetPosts");
    b.autoRevoke = row.at("autoRevoke");
    b.enabled = row.at("enabled");
    b.system = row.at("system");
    b.query = row.at("query");
    b.upload = maybe<int>(row, "upload");
    b.trigger = maybe<int>(row, "trigger");
    return b;
}

json toRecord(const Grant &g)
{
    json row = {{"id", g.id}, {"badge", g.badge}, {"person", g.person}, {"by", g.by}, {"at", g.at}};
    put(row, "post", g.post);
    return row;
}

Grant grantFromRecord(const json &row)
{
    return {row.at("id"), row.at("badge"), row.at("person"), row.at("by"), row.at("at"), maybe<int>(row, "post")};
}

json toRecord(const Upload &u)
{
    return {{"id", u.id}, {"sha1", u.sha1}, {"extension", u.extension}, {"name", u.name}, {"width", u.width}, {"height", u.height},
            {"person", u.person}, {"created", u.created}, {"retain", u.retainHours}, {"colour", u.colour},
            {"content", QByteArray::fromStdString(u.content).toBase64().toStdString()}};
}

Upload uploadFromRecord(const json &row)
{
    Upload u;
    u.id = row.at("id");
    u.sha1 = row.at("sha1");
    u.extension = row.at("extension");
    u.name = row.at("name");
    u.width = row.at("width");
    u.height = row.at("height");
    u.person = row.at("person");
    u.created = row.at("created");
    u.retainHours = row.at("retain");
    u.colour = row.at("colour");
    u.content = QByteArray::fromBase64(QByteArray::fromStdString(row.at("content"))).toStdString();
    return u;
}

json toRecord(const ScoreEvent &e)
{
    json row = {{"id", e.id}, {"person", e.person}, {"date", isoDate(e.date)}, {"points", e.points}, {"created", e.created}, {"updated", e.updated}};
    put(row, "description", e.description);
    return row;
}

ScoreEvent eventFromRecord(const json &row)
{
    return {row.at("id"), row.at("person"), parseDate(row.at("date")), row.at("points"), maybe<std::string>(row, "description"), row.at("created"), row.at("updated")};
}

json toRecord(const Leaderboard &b)
{
    return {{"id", b.id}, {"name", b.name}, {"createdBy", b.createdBy}, {"from", isoDate(b.from)}, {"to", isoDate(b.to)}, {"visibleTo", b.visibleTo},
            {"included", b.included}, {"excluded", b.excluded}, {"defaultPeriod", b.defaultPeriod}, {"periodFilterDisabled", b.periodFilterDisabled}, {"updated", b.updated}};
}

Leaderboard boardFromRecord(const json &row)
{
    Leaderboard b;
    b.id = row.at("id");
    b.name = row.at("name");
    b.createdBy = row.at("createdBy");
    b.from = parseDate(row.at("from"));
    b.to = parseDate(row.at("to"));
    b.visibleTo = row.at("visibleTo").get<std::vector<int>>();
    b.included = row.at("included").get<std::vector<int>>();
    b.excluded = row.at("excluded").get<std::vector<int>>();
    b.defaultPeriod = row.at("defaultPeriod");
    b.periodFilterDisabled = row.at("periodFilterDisabled");
    b.updated = row.at("updated");
    return b;
}

json toRecord(const ApiKey &k)
{
    json scopes = json::array();
    for (const auto &scope : k.scopes)
        scopes.push_back({{"id", scope.id}, {"allowed", scope.allowed}});
    json row = {{"id", k.id}, {"key", k.key}, {"name", k.name}, {"description", k.description}, {"scopes", scopes}, {"createdBy", k.createdBy}, {"created", k.created}};
    put(row, "person", k.person);
    put(row, "revoked", k.revoked);
    return row;
}

ApiKey keyFromRecord(const json &row)
{
    ApiKey k;
    k.id = row.at("id");
    k.key = row.at("key");
    k.name = row.at("name");
    k.description = row.at("description");
    k.person = maybe<int>(row, "person");
    for (const auto &scope : row.at("scopes"))
        k.scopes.push_back({scope.at("id"), scope.at("allowed").get<std::map<std::string, std::vector<std::string>>>()});
    k.createdBy = row.at("createdBy");
    k.created = row.at("created");
    k.revoked = maybe<qint64>(row, "revoked");
    return k;
}

json toRecord(const UserKey &k)
{
    return {{"key", k.key}, {"client", k.client}, {"application", k.application}, {"person", k.person}, {"scopes", k.scopes}, {"revoked", k.revoked}};
}

UserKey userKeyFromRecord(const json &row)
{
    return {row.at("key"), row.at("client"), row.at("application"), row.at("person"), row.at("scopes").get<std::vector<std::string>>(), row.at("revoked")};
}

} // namespace badgewright::sample
