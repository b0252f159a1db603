// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_json.h"

namespace badgewright::runs::json_of {

using nlohmann::json;

std::string text(const QString &value)
{
    return value.toStdString();
}

// Files may have been written by anybody: a missing or odd value is the default, never an exception.
QString textFrom(const json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_string() ? QString::fromStdString(it->get_ref<const std::string &>()) : QString();
}

qint64 numberFrom(const json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_number_integer() ? it->get<qint64>() : 0;
}

namespace {

bool truthFrom(const json &object, const char *key, bool fallback = false)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_boolean() ? it->get<bool>() : fallback;
}

json objectFrom(const json &object, const char *key)
{
    const auto it = object.find(key);
    return it != object.end() && it->is_object() ? *it : json::object();
}

using json_of::text;
QUrl urlFrom(const json &object, const char *key) { return QUrl(textFrom(object, key)); }
std::string text(const QUrl &url) { return json_of::text(url.toString(QUrl::FullyEncoded)); }
std::string text(const QDateTime &at) { return at.isValid() ? json_of::text(at.toUTC().toString(Qt::ISODateWithMs)) : ""; }
std::string text(QDate date) { return json_of::text(date.toString(Qt::ISODate)); }
QDate dateFrom(const json &object, const char *key) { return QDate::fromString(textFrom(object, key), Qt::ISODate); }

json accountJson(const Account &a)
{
    return {{"id", a.id},
            {"username", text(a.username)},
            {"name", text(a.name)},
            {"avatar", text(a.avatarUrl)},
            {"suspended", a.suspended},
            {"staged", a.staged},
            {"active", a.active},
            {"suspendedTill", text(a.suspendedTill)}};
}

Account accountFrom(const json &o)
{
    Account a;
    a.id = numberFrom(o, "id");
    a.username = textFrom(o, "username");
    a.name = textFrom(o, "name");
    a.avatarUrl = urlFrom(o, "avatar");
    a.suspended = truthFrom(o, "suspended");
    a.staged = truthFrom(o, "staged");
    a.active = truthFrom(o, "active", true);
    a.suspendedTill = textFrom(o, "suspendedTill");
    return a;
}

/// One list of the fields for both directions; `io` is called with a key and a member.
template <class Fields, class Io> void eachField(Fields &f, Io io)
{
    io("name", f.name);
    io("description", f.description);
    io("longDescription", f.longDescription);
    io("typeId", f.typeId);
    io("groupingId", f.groupingId);
    io("icon", f.icon);
    io("imageUploadId", f.imageUploadId);
    io("allowTitle", f.allowTitle);
    io("multipleGrant", f.multipleGrant);
    io("listable", f.listable);
    io("showPosts", f.showPosts);
    io("showInPostHeader", f.showInPostHeader);
    io("enabled", f.enabled);
}

struct PutField {
    json &out;
    void operator()(const char *key, const std::optional<QString> &value) const
    {
        if (value)
            out[key] = text(*value);
    }
    template <class T> void operator()(const char *key, const std::optional<T> &value) const
    {
        if (value)
            out[key] = *value;
    }
};

struct TakeField {
    const json &in;
    void operator()(const char *key, std::optional<QString> &value) const
    {
        if (in.contains(key))
            value = textFrom(in, key);
    }
    void operator()(const char *key, std::optional<bool> &value) const
    {
        if (in.contains(key))
            value = truthFrom(in, key);
    }
    template <class T> void operator()(const char *key, std::optional<T> &value) const
    {
        if (in.contains(key))
            value = T(numberFrom(in, key));
    }
};

json badgeJson(const Badge &b)
{
    json out = json::object();
    const BadgeFields fields = allFields(b);
    eachField(fields, PutField{out});
    out["id"] = b.id;
    out["imageUrl"] = text(b.imageUrl);
    if (b.imageUploadId)
        out["imageUploadId"] = *b.imageUploadId;
    out["system"] = b.system;
    out["slug"] = text(b.slug);
    return out;
}

Badge badgeIn(const json &o)
{
    BadgeFields fields;
    eachField(fields, TakeField{o});
    Badge b = applied(Badge{}, fields);
    b.showPosts = fields.showPosts; // where it is missing it was not known
    b.id = numberFrom(o, "id");
    b.imageUrl = urlFrom(o, "imageUrl");
    b.system = truthFrom(o, "system");
    b.slug = textFrom(o, "slug");
    return b;
}

json groupingsJson(const QList<Grouping> &groupings)
{
    json out = json::array();
    for (const Grouping &g : groupings) {
        out.push_back({{"id", g.id}, {"name", text(g.name)}, {"description", text(g.description)}, {"position", g.position},
                       {"system", g.system}});
    }
    return out;
}

QList<Grouping> groupingsFrom(const json &o, const char *key)
{
    QList<Grouping> groupings;
    const auto list = o.find(key);
    if (list == o.end() || !list->is_array())
        return groupings;
    for (const json &one : *list) {
        if (one.is_object())
            groupings.append({numberFrom(one, "id"), textFrom(one, "name"), textFrom(one, "description"), int(numberFrom(one, "position")),
                              truthFrom(one, "system")});
    }
    return groupings;
}

struct Put {
    json operator()(const GrantStep &s) const
    {
        return {{"badgeId", s.badgeId}, {"badge", text(s.badgeName)}, {"multipleGrant", s.multipleGrant},
                {"account", accountJson(s.account)}, {"reason", text(s.reason)}, {"reasonTitle", text(s.reasonTitle)},
                {"newestSeenGrant", s.newestSeen ? json(*s.newestSeen) : json()}};
    }
    json operator()(const RevokeStep &s) const
    {
        return {{"grantId", s.grantId}, {"badgeId", s.badgeId}, {"badge", text(s.badgeName)},
                {"account", accountJson(s.holder)}, {"grantedAt", text(s.grantedAt)}, {"reason", text(s.reason)}};
    }
    json operator()(const CreateScoreEventStep &s) const
    {
        return {{"account", accountJson(s.account)}, {"date", text(s.date)}, {"points", s.points},
                {"description", text(s.description)}};
    }
    json operator()(const UpdateScoreEventStep &s) const
    {
        json out = {{"id", s.id}, {"account", accountJson(s.account)}, {"date", text(s.date)}, {"oldPoints", s.oldPoints},
                    {"points", s.points}, {"oldDescription", text(s.oldDescription)}};
        if (s.description)
            out["description"] = text(*s.description);
        return out;
    }
    json operator()(const PublishBadgeStep &s) const
    {
        json fields = json::object();
        eachField(s.fields, PutField{fields});
        json out = {{"id", s.id}, {"fields", fields}, {"before", badgeJson(s.before)}};
        if (s.picture) {
            out["picture"] = {{"fileName", text(s.picture->fileName)}, {"mimeType", text(s.picture->mimeType)},
                              {"bytes", s.picture->bytes.toBase64().toStdString()}};
        }
        const auto named = [&out](const char *key, const QString &name) {
            if (!name.isEmpty())
                out[key] = text(name);
        };
        named("grouping", s.groupingName);
        named("groupingWas", s.groupingWas);
        named("groupingNow", s.groupingNow);
        return out;
    }
    json operator()(const AwardForActionStep &s) const
    {
        return {{"typeId", s.typeId}, {"award", text(s.typeName)}, {"mode", text(s.mode)}, {"actionId", s.actionId},
                {"account", accountJson(s.receiver)}};
    }
    json operator()(const AwardToUserStep &s) const
    {
        return {{"typeId", s.typeId}, {"award", text(s.typeName)}, {"account", accountJson(s.receiver)}};
    }
    json operator()(const GiveReputationStep &s) const
    {
        return {{"account", accountJson(s.account)}, {"points", s.points}, {"reason", text(s.reason)}};
    }
    json operator()(const DeleteBadgeStep &s) const
    {
        json ours = json::array();
        for (const GrantId id : s.ours)
            ours.push_back(id);
        return {{"badge", badgeJson(s.badge)}, {"grants", s.grants}, {"onlyUnheld", s.onlyUnheld}, {"ours", ours}};
    }
    json operator()(const SaveGroupingsStep &s) const
    {
        return {{"wanted", groupingsJson(s.wanted)}, {"basis", groupingsJson(s.basis)}};
    }
    json operator()(const RecalculateStep &s) const { return {{"from", text(s.from)}}; }
};

struct Take {
    const json &in;
    Account account() const { return accountFrom(objectFrom(in, "account")); }

    void operator()(GrantStep &s) const
    {
        s = {numberFrom(in, "badgeId"), textFrom(in, "badge"),       truthFrom(in, "multipleGrant"), account(),
             urlFrom(in, "reason"),     textFrom(in, "reasonTitle"), {}};
        if (const auto seen = in.find("newestSeenGrant"); seen != in.end() && seen->is_number_integer())
            s.newestSeen = seen->get<GrantId>();
    }
    void operator()(RevokeStep &s) const
    {
        s = {numberFrom(in, "grantId"), numberFrom(in, "badgeId"), textFrom(in, "badge"), account(),
             QDateTime::fromString(textFrom(in, "grantedAt"), Qt::ISODateWithMs), urlFrom(in, "reason")};
    }
    void operator()(CreateScoreEventStep &s) const
    {
        s = {account(), dateFrom(in, "date"), qint32(numberFrom(in, "points")), textFrom(in, "description")};
    }
    void operator()(UpdateScoreEventStep &s) const
    {
        s = {numberFrom(in, "id"), account(), dateFrom(in, "date"), qint32(numberFrom(in, "oldPoints")),
             qint32(numberFrom(in, "points")), textFrom(in, "oldDescription"), {}};
        if (in.contains("description"))
            s.description = textFrom(in, "description");
    }
    void operator()(PublishBadgeStep &s) const
    {
        s.id = numberFrom(in, "id");
        const json fields = objectFrom(in, "fields");
        eachField(s.fields, TakeField{fields});
        s.before = badgeIn(objectFrom(in, "before"));
        s.groupingName = textFrom(in, "grouping");
        s.groupingWas = textFrom(in, "groupingWas");
        s.groupingNow = textFrom(in, "groupingNow");
        if (in.contains("picture")) {
            const json picture = objectFrom(in, "picture");
            s.picture = Picture{textFrom(picture, "fileName"),
                                QByteArray::fromBase64(textFrom(picture, "bytes").toLatin1()), textFrom(picture, "mimeType")};
        }
    }
    void operator()(AwardForActionStep &s) const
    {
        s = {numberFrom(in, "typeId"), textFrom(in, "award"), textFrom(in, "mode"), numberFrom(in, "actionId"), account()};
    }
    void operator()(AwardToUserStep &s) const { s = {numberFrom(in, "typeId"), textFrom(in, "award"), account()}; }
    void operator()(GiveReputationStep &s) const { s = {account(), int(numberFrom(in, "points")), textFrom(in, "reason")}; }
    void operator()(DeleteBadgeStep &s) const
    {
        s = {badgeIn(objectFrom(in, "badge")), int(numberFrom(in, "grants")), truthFrom(in, "onlyUnheld"), {}};
        const auto ours = in.find("ours");
        if (ours == in.end() || !ours->is_array())
            return;
        for (const json &id : *ours) {
            if (id.is_number_integer())
                s.ours.append(id.get<GrantId>());
        }
    }
    void operator()(SaveGroupingsStep &s) const { s = {groupingsFrom(in, "wanted"), groupingsFrom(in, "basis")}; }
    void operator()(RecalculateStep &s) const { s = {dateFrom(in, "from")}; }
};

template <size_t... I> void makeNth(size_t n, StepWhat *what, std::index_sequence<I...>)
{
    ((n == I ? (what->emplace<I>(), void()) : void()), ...);
}

} // namespace

json step(const Step &step)
{
    json out = {{"row", step.row},
                {"recipient", text(step.recipient)},
                {"type", text(stepTypeName(step.type()))},
                {"what", std::visit(Put{}, step.what)},
                {"verdict", text(verdictName(step.verdict))},
                {"detail", text(step.verdictDetail)},
                {"insisted", step.insisted}};
    if (!step.suggestions.isEmpty()) {
        json suggestions = json::array();
        for (const Account &account : step.suggestions)
            suggestions.push_back(accountJson(account));
        out["suggestions"] = suggestions;
    }
    return out;
}

json badge(const Badge &badge)
{
    return badgeJson(badge);
}

Badge badgeFrom(const json &object)
{
    return badgeIn(object);
}

bool read(const json &in, Step *step)
{
    if (!in.is_object())
        return false;
    const auto type = stepTypeFromName(textFrom(in, "type"));
    const auto verdict = verdictFromName(textFrom(in, "verdict"));
    if (!type || !verdict)
        return false;
    step->row = int(numberFrom(in, "row"));
    step->recipient = textFrom(in, "recipient");
    step->verdict = *verdict;
    step->verdictDetail = textFrom(in, "detail");
    step->insisted = truthFrom(in, "insisted");
    const auto suggestions = in.find("suggestions");
    if (suggestions != in.end() && suggestions->is_array()) {
        for (const json &account : *suggestions) {
            if (account.is_object())
                step->suggestions.append(accountFrom(account));
        }
    }
    makeNth(size_t(*type), &step->what, std::make_index_sequence<std::variant_size_v<StepWhat>>());
    const json what = objectFrom(in, "what");
    std::visit(Take{what}, step->what);
    return true;
}

} // namespace badgewright::runs::json_of
