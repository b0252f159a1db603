// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/grant_codec.h"

#include "discourse/people_codec.h"

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

Grant decodeGrant(const Json &row)
{
    Grant grant;
    grant.id = integer(row, "id");
    grant.badgeId = integer(row, "badge_id");
    grant.holderId = integer(row, "user_id");
    grant.grantedAt = moment(row, "granted_at");
    grant.topicId = optionalInteger(row, "topic_id");
    if (const auto number = optionalInteger(row, "post_number"))
        grant.postNumber = narrow(*number);
    grant.topicTitle = text(row, "topic_title");
    return grant;
}

QHash<AccountId, QString> namesIn(const Json &users)
{
    QHash<AccountId, QString> names;
    for (const Json &user : users)
        names.insert(integer(user, "id"), text(user, "username"));
    return names;
}

} // namespace

Result<HolderPage> decodeHolders(const QByteArray &body, const QUrl &base, int offset)
{
    const auto answer = parseMemberObject(body, "user_badge_info");
    if (!answer)
        return fail(answer.error());
    const Json &info = member(*answer, "user_badge_info");
    if (!member(info, "user_badges").is_array())
        return fail(ErrorKind::Unreadable, QStringLiteral("the answer has no list “user_badges”"));
    const auto names = namesIn(list(*answer, "users"));
    QHash<qint64, QString> titles;
    for (const Json &topic : list(*answer, "topics"))
        titles.insert(integer(topic, "id"), text(topic, "title"));

    HolderPage page;
    for (const Json &user : list(*answer, "users"))
        page.accounts << decodeAccount(user, base);
    for (const Json &row : list(info, "user_badges")) {
        Grant grant = decodeGrant(row);
        grant.holder = names.value(grant.holderId);
        grant.granter = names.value(integer(row, "granted_by_id"));
        if (grant.topicId && grant.topicTitle.isEmpty())
            grant.topicTitle = titles.value(*grant.topicId);
        page.grants << grant;
    }
    // The page size differs between versions and no total is given: the end is an empty page.
    page.nextOffset = page.grants.isEmpty() ? -1 : offset + int(page.grants.size());
    return page;
}

Result<QList<Grant>> decodeHeldBy(const QByteArray &body, const QString &username)
{
    const auto answer = parseMemberArray(body, "user_badges");
    if (!answer)
        return fail(answer.error());
    const auto names = namesIn(list(*answer, "granted_bies"));
    QList<Grant> grants;
    for (const Json &row : list(*answer, "user_badges")) {
        Grant grant = decodeGrant(row);
        grant.holder = username;
        grant.granter = names.value(integer(row, "granted_by_id"));
        grants << grant;
    }
    return grants;
}

Result<Grant> decodeGranted(const QByteArray &body, const QString &username)
{
    const auto answer = parseMemberObject(body, "user_badge");
    if (!answer)
        return fail(answer.error());
    const Json &row = member(*answer, "user_badge");
    Grant grant = decodeGrant(row);
    if (grant.id <= 0)
        return fail(ErrorKind::Unreadable, QStringLiteral("a grant without an id"));
    grant.holder = username;
    grant.granter = namesIn(list(*answer, "granted_bies")).value(integer(row, "granted_by_id"));
    return grant;
}

Result<BulkAwardAnswer> decodeBulkAward(const QByteArray &body)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    if (!optionalInteger(*answer, "matched_users_count"))
        return fail(ErrorKind::Unreadable, QStringLiteral("the answer does not say how many were matched"));
    BulkAwardAnswer award;
    award.matched = narrow(integer(*answer, "matched_users_count"));
    award.unmatched = narrow(integer(*answer, "unmatched_entries_count"));
    for (const Json &entry : list(*answer, "unmatched_entries"))
        award.unmatchedEntries << shown(entry);
    return award;
}

QByteArray bulkAwardFile(const QStringList &entries)
{
    QByteArray file;
    for (const QString &entry : entries) {
        QString cell = entry.simplified();
        if (cell.isEmpty())
            continue;
        cell.replace(u'"', QLatin1String("\"\""));
        file += '"' + cell.toUtf8() + "\"\n";
    }
    return file;
}

} // namespace badgewright::discourse
