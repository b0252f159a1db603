// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/score_codec.h"

#include "discourse/people_codec.h"
#include "discourse/plain_text.h"

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

constexpr qsizetype kMostEvents = 100;

QDate day(const Json &object, const char *key)
{
    return QDate::fromString(text(object, key).left(10), Qt::ISODate);
}

ScoreEvent eventOf(const Json &row)
{
    ScoreEvent event;
    event.id = integer(row, "id");
    event.userId = integer(row, "user_id");
    event.date = day(row, "date");
    event.points = narrow(integer(row, "points"));
    event.description = text(row, "description");
    event.createdAt = moment(row, "created_at");
    event.updatedAt = moment(row, "updated_at");
    return event;
}

} // namespace

Result<ScoreEventList> decodeScoreEvents(const QByteArray &body)
{
    const auto answer = parseMemberArray(body, "events");
    if (!answer)
        return fail(answer.error());
    ScoreEventList events;
    for (const Json &row : list(*answer, "events"))
        events.events << eventOf(row);
    events.maybeTruncated = events.events.size() >= kMostEvents;
    return events;
}

Result<ScoreEvent> decodeScoreEvent(const QByteArray &body)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    const ScoreEvent event = eventOf(*answer);
    if (event.id <= 0)
        return fail(ErrorKind::Unreadable, QStringLiteral("a score event without an id"));
    return event;
}

Result<Leaderboards> decodeLeaderboards(const QByteArray &body)
{
    const auto answer = parseObject(body);
    if (!answer)
        return fail(answer.error());
    const Json &extras = member(*answer, "extras");
    const Json &holder = extras.is_object() ? extras : *answer;
    const char *key = member(holder, "gamification_leaderboards").is_array() ? "gamification_leaderboards" : "leaderboards";
    if (!member(holder, key).is_array())
        return fail(ErrorKind::Unreadable, QStringLiteral("the answer has no list of leaderboards"));
    Leaderboards boards;
    for (const Json &row : list(holder, key))
        boards.boards << Leaderboard{integer(row, "id"), text(row, "name"), day(row, "from_date"), day(row, "to_date")};
    if (const auto left = optionalInteger(holder, "gamification_recalculate_scores_remaining"))
        boards.recalculationsLeft = narrow(*left);
    return boards;
}

Result<QList<LeaderboardRow>> decodeLeaderboard(const QByteArray &body, const QUrl &base, int before)
{
    const auto answer = parseMemberArray(body, "users");
    if (!answer)
        return fail(answer.error());
    const QString reason = text(*answer, "reason");
    if (list(*answer, "users").empty() && !reason.isEmpty()) {
        // The forum is still putting the list together.
        Error error = Error::of(ErrorKind::Server, QStringLiteral("the leaderboard is being made; ask again in a minute"));
        error.serverWords << plainText(reason);
        return fail(error);
    }
    QList<LeaderboardRow> rows;
    for (const Json &user : list(*answer, "users")) {
        LeaderboardRow row;
        row.account = decodeAccount(user, base);
        row.score = integer(user, "total_score");
        const bool tied = !rows.isEmpty() && rows.last().score == row.score;
        row.position = narrow(
            integer(user, "position", tied ? rows.last().position : qint64(before) + rows.size() + 1));
        rows << row;
    }
    return rows;
}

} // namespace badgewright::discourse
