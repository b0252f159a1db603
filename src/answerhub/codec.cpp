// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/codec.h"

#include "answerhub/addresses.h"
#include "answerhub/json_reader.h"

#include <QHash>
#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace badgewright::answerhub {

namespace {

using json_reader::Json;

Account accountOf(const Json &row, const QUrl &base)
{
    Account account;
    account.id = json_reader::id(row, {"id", "userId"});
    account.username = json_reader::text(row, {"username"});
    account.name = json_reader::text(row, {"realname"}).trimmed();
    account.avatarUrl = ownPicture(base, json_reader::text(row, {"avatar", "avatarUrl"}));
    account.suspended = json_reader::flag(row, {"suspended"}, false);
    account.active = json_reader::flag(row, {"active"}, true) && !json_reader::flag(row, {"deactivated"}, false);
    return account;
}

void readDate(const Json &row, Action &action)
{
    const QString received = json_reader::text(row, {"actionDate"});
    if (const auto date = dateFrom(received))
        action.date = *date;
    else
        action.when = received;
}

Action actionOf(const Json &row, const QUrl &base)
{
    Action action;
    action.id = json_reader::id(row, {"id", "actionId"});
    if (const Json *user = json_reader::object(row, {"user"}))
        action.user = accountOf(*user, base);
    action.verb = json_reader::text(row, {"verb"});
    readDate(row, action);
    action.cancelled = json_reader::flag(row, {"canceled", "cancelled"}, false);
    action.isPrivate = json_reader::flag(row, {"private", "privateAction"}, false);
    if (const Json *node = json_reader::object(row, {"node"})) {
        action.nodeId = json_reader::id(*node, {"id"});
        action.nodeType = json_reader::text(*node, {"type"});
        action.nodeTitle = json_reader::text(*node, {"title"});
    } else {
        action.nodeId = json_reader::id(row, {"nodeId"});
    }
    // Answers and comments have no title of their own; the question they stand under does.
    if (const Json *root = json_reader::object(row, {"rootNode"}); root && action.nodeTitle.isEmpty())
        action.nodeTitle = json_reader::text(*root, {"title"});
    return action;
}

AwardType awardTypeOf(const Json &row, const QUrl &base)
{
    AwardType type;
    type.id = json_reader::id(row, {"id", "awardId"});
    type.name = json_reader::text(row, {"name"});
    type.description = json_reader::text(row, {"description"});
    type.level = json_reader::text(row, {"level"});
    type.mode = json_reader::text(row, {"mode"});
    type.active = json_reader::flag(row, {"active"}, true);
    type.imageUrl = ownPicture(base, json_reader::text(row, {"imageUrl"}));
    return type;
}

HeldRow heldRowOf(const Json &row, const QUrl &base)
{
    HeldRow held;
    held.award.typeId = json_reader::id(row, {"id", "awardId"});
    held.award.name = json_reader::text(row, {"name"});
    held.award.count = json_reader::number(row, {"count"}).value_or(-1);
    held.imageUrl = ownPicture(base, json_reader::text(row, {"imageUrl"}));
    return held;
}

/// Reads every row; one without an id is no record and spoils the list, since a count might be missing with it.
template <class Row, class Read, class IdOf>
Result<ListPage<Row>> listFrom(const QByteArray &body, Read read, IdOf idOf)
{
    const auto document = json_reader::listOf(body);
    if (!document)
        return fail(document.error());
    ListPage<Row> page;
    page.info.page = json_reader::number(*document, {"page"}).value_or(-1);
    page.info.pageSize = json_reader::number(*document, {"pageSize"}).value_or(-1);
    page.info.pageCount = json_reader::number(*document, {"pageCount"}).value_or(-1);
    page.info.listCount = json_reader::number(*document, {"listCount"}).value_or(-1);
    page.info.totalCount = json_reader::number(*document, {"totalCount"}).value_or(-1);
    for (const Json &row : json_reader::rows(*document)) {
        if (!row.is_object())
            return fail(ErrorKind::Unreadable, QStringLiteral("A row of the list is not a record."));
        Row value = read(row);
        if (idOf(value) <= 0)
            return fail(ErrorKind::Unreadable, QStringLiteral("A row of the list has no id."));
        page.rows += std::move(value);
    }
    return page;
}

} // namespace

Result<ListPage<AwardType>> awardTypesFrom(const QByteArray &body, const QUrl &base)
{
    return listFrom<AwardType>(
        body, [&](const Json &row) { return awardTypeOf(row, base); }, [](const AwardType &type) { return type.id; });
}

Result<ListPage<HeldRow>> heldAwardsFrom(const QByteArray &body, const QUrl &base)
{
    auto page = listFrom<HeldRow>(
        body, [&](const Json &row) { return heldRowOf(row, base); }, [](const HeldRow &row) { return row.award.typeId; });
    if (!page)
        return page;
    for (const HeldRow &row : page->rows)
        if (row.award.count < 0)
            return fail(ErrorKind::Unreadable, QStringLiteral("An award of the list does not say how often it is held."));
    return page;
}

Result<ListPage<Action>> actionsFrom(const QByteArray &body, const QUrl &base)
{
    return listFrom<Action>(
        body, [&](const Json &row) { return actionOf(row, base); }, [](const Action &action) { return action.id; });
}

Result<ListPage<Account>> accountsFrom(const QByteArray &body, const QUrl &base)
{
    return listFrom<Account>(
        body, [&](const Json &row) { return accountOf(row, base); }, [](const Account &account) { return account.id; });
}

Result<Action> actionFrom(const QByteArray &body, const QUrl &base)
{
    const auto document = json_reader::recordOf(body);
    if (!document)
        return fail(document.error());
    Action action = actionOf(*document, base);
    if (action.id <= 0)
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not an action."));
    return action;
}

Result<Account> accountFrom(const QByteArray &body, const QUrl &base)
{
    const auto document = json_reader::recordOf(body);
    if (!document)
        return fail(document.error());
    Account account = accountOf(*document, base);
    if (account.id <= 0 || account.username.isEmpty())
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not a user."));
    return account;
}

Result<PostRecord> postRecordFrom(const QByteArray &body)
{
    const auto document = json_reader::recordOf(body);
    if (!document)
        return fail(document.error());
    PostRecord post;
    post.id = json_reader::id(*document, {"id"});
    post.type = json_reader::text(*document, {"type"});
    post.title = json_reader::text(*document, {"title"});
    post.lastAction = json_reader::id(*document, {"lastEditedAction"});
    if (post.id <= 0)
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply is not a post."));
    return post;
}

Result<Token> tokenFrom(const QByteArray &body)
{
    const auto document = json_reader::recordOf(body);
    if (!document)
        return fail(document.error());
    Token token;
    token.text = json_reader::text(*document, {"idToken", "jwt", "token"}).toUtf8();
    if (token.text.isEmpty() || token.text.contains('\n') || token.text.contains('\r'))
        return fail(ErrorKind::Unreadable, QStringLiteral("The reply holds no token."));
    token.validFor = std::chrono::seconds(json_reader::number(*document, {"expiresIn"}).value_or(0));
    return token;
}

std::optional<QDateTime> dateFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    static const QRegularExpression milliseconds(QStringLiteral("^[0-9]{9,15}$"));
    if (milliseconds.match(trimmed).hasMatch())
        return QDateTime::fromMSecsSinceEpoch(trimmed.toLongLong(), Qt::UTC);

    // No zone is given; the samples' servers run on UTC.
    static const QRegularExpression sql(QStringLiteral("^([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]+)?$"));
    if (const auto match = sql.match(trimmed); match.hasMatch()) {
        const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
        const QTime time = QTime::fromString(match.captured(2), Qt::ISODate);
        if (date.isValid() && time.isValid())
            return QDateTime(date, time, Qt::UTC);
        return std::nullopt;
    }

    // Java's own form. QDateTime reads month names in the computer's language only, so they are looked up here.
    static const QRegularExpression java(
        QStringLiteral("^[A-Za-z]{3} ([A-Za-z]{3}) ([0-9]{1,2}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) (\\S+) ([0-9]{4})$"));
    if (const auto match = java.match(trimmed); match.hasMatch()) {
        static const QString months = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
        static const QHash<QString, int> zones{
            {QStringLiteral("UTC"), 0},   {QStringLiteral("GMT"), 0},   {QStringLiteral("Z"), 0},     {QStringLiteral("EST"), -5},
            {QStringLiteral("EDT"), -4},  {QStringLiteral("CST"), -6},  {QStringLiteral("CDT"), -5},  {QStringLiteral("MST"), -7},
            {QStringLiteral("MDT"), -6},  {QStringLiteral("PST"), -8},  {QStringLiteral("PDT"), -7},  {QStringLiteral("CET"), 1},
            {QStringLiteral("CEST"), 2},  {QStringLiteral("BST"), 1},
        };
        const auto month = months.indexOf(match.captured(1).toLower());
        const QDate date(match.captured(5).toInt(), int(month / 3) + 1, match.captured(2).toInt());
        const QTime time = QTime::fromString(match.captured(3), Qt::ISODate);
        if (month >= 0 && month % 3 == 0 && date.isValid() && time.isValid() && zones.contains(match.captured(4)))
            return QDateTime(date, time, Qt::UTC).addSecs(-3600 * zones.value(match.captured(4)));
    }
    return std::nullopt;
}

Verdict verdictOf(const QByteArray &body)
{
    Verdict verdict;
    Json document;
    if (!json_reader::parse(body, document))
        return verdict;
    verdict.json = true;
    verdict.words = json_reader::wordsOf(document);
    verdict.saysFailed = json_reader::saysFailed(document);
    verdict.document = json_reader::withoutAddresses(document);
    return verdict;
}

} // namespace badgewright::answerhub
