// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"
#include "support/result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>
#include <optional>

/// From the server's JSON to the forum's words (contract answerhub §4 to §9). Ids are read as numbers or as strings,
/// a bare object and one inside `result` or under a single key are the same. What cannot be read is Unreadable;
/// a body that says it failed is Invalid with the server's words. IP addresses and e-mail hashes are never taken over.
namespace badgewright::answerhub {

/// The numbers around a list; -1 where the server does not say.
struct PageInfo {
    int page = -1;
    int pageSize = -1;
    int pageCount = -1;
    int listCount = -1;
    int totalCount = -1;
};

template <class Row> struct ListPage {
    PageInfo info;
    QList<Row> rows;
};

/// A token and how long it is good for; 0: not said.
struct Token {
    QByteArray text;
    std::chrono::seconds validFor{0};
};

/// What is needed of a post.
struct PostRecord {
    qint64 id = 0;
    QString type;
    QString title;
    ActionId lastAction = 0; ///< 0: the server does not say
};

Result<ListPage<AwardType>> awardTypesFrom(const QByteArray &body, const QUrl &base);

/// A row of a person's awards; the picture belongs to the award type, whose own list does not name it.
struct HeldRow {
    HeldAward award;
    QUrl imageUrl;
};
Result<ListPage<HeldRow>> heldAwardsFrom(const QByteArray &body, const QUrl &base);

Result<ListPage<Action>> actionsFrom(const QByteArray &body, const QUrl &base);
Result<Action> actionFrom(const QByteArray &body, const QUrl &base);
Result<ListPage<Account>> accountsFrom(const QByteArray &body, const QUrl &base);
Result<Account> accountFrom(const QByteArray &body, const QUrl &base);
Result<PostRecord> postRecordFrom(const QByteArray &body);
Result<Token> tokenFrom(const QByteArray &body);

/// The three forms of a date that servers send; nothing when it is another one.
std::optional<QDateTime> dateFrom(const QString &text);

/// What a reply says beyond its status: the words of `errors.message` and `error`, and whether it claims success.
struct Verdict {
    bool json = false;       ///< the body is one JSON document
    bool saysFailed = false; ///< `success: false`, or an `error` or `errors` that holds something
    QStringList words;       ///< plain text, in the order found
    QString document;        ///< the document on one line, without IP addresses; for a detail view
};
Verdict verdictOf(const QByteArray &body);

} // namespace badgewright::answerhub
