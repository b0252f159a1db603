// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/people.h"

#include <QDate>

namespace badgewright {

using ScoreEventId = qint64;

struct ScoreEvent {
    ScoreEventId id = 0;
    AccountId userId = 0;
    QDate date;      ///< the forum's day (UTC)
    qint32 points = 0;
    QString description;
    QDateTime createdAt;
    QDateTime updatedAt;
};

/// Filters are combined; unset ones do not narrow.
struct ScoreFilter {
    std::optional<ScoreEventId> id;
    std::optional<AccountId> userId;
    std::optional<QDate> date;
};

struct ScoreEventList {
    QList<ScoreEvent> events;   ///< in no order
    bool maybeTruncated = false; ///< exactly the 100 the forum gives at most: ask by day and person
};

struct Leaderboard {
    qint64 id = 0;
    QString name;
    QDate fromDate;
    QDate toDate;
};

struct LeaderboardRow {
    Account account;
    qint64 score = 0;
    int position = 0;
};

struct Leaderboards {
    QList<Leaderboard> boards;
    std::optional<int> recalculationsLeft; ///< of 5 a day for the whole forum; absent where not said
};

// AnswerHub

using AwardTypeId = qint64;
using ActionId = qint64;

struct AwardType {
    AwardTypeId id = 0;
    QString name;
    QString description;
    QString level; ///< gold, silver, bronze; other words are shown raw
    QString mode;  ///< per_user, per_node, or another word, or empty
    bool active = true;
    QUrl imageUrl;
};

/// How many times a person holds an award type.
struct HeldAward {
    AwardTypeId typeId = 0;
    int count = 0;
    QString name;
};

struct Action {
    ActionId id = 0;
    Account user;  ///< who would receive an award for it; id 0 when the answer names nobody
    QString verb;
    QString when;  ///< the date as received when it could not be read
    QDateTime date; ///< invalid when it could not be read
    bool cancelled = false;
    bool isPrivate = false; ///< not shown to everybody on the forum
    qint64 nodeId = 0;
    QString nodeType;
    QString nodeTitle;
};

struct ActionPage {
    QList<Action> actions;
    int page = 1;
    int pageCount = 1;
};

/// What the server's reply to giving an award or reputation amounts to (contract answerhub §11.3).
struct AwardReply {
    enum class Kind { Accepted, Refused };
    Kind kind = Kind::Accepted;
    QString serverWords;
};

} // namespace badgewright
