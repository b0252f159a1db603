// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/score_desk.h"

#include "discourse/score_codec.h"
#include "discourse/words.h"

#include <algorithm>

namespace badgewright::discourse {

namespace {

constexpr QLatin1String kEvents("/admin/plugins/gamification/score_events.json");
constexpr QLatin1String kRecalculate("/admin/plugins/gamification/recalculate-scores.json");
// Since the plugin is part of Discourse; before that it had a page of its own.
constexpr QLatin1String kBoards("/admin/plugins/discourse-gamification/leaderboards.json");
constexpr QLatin1String kOldBoards("/admin/plugins/gamification.json");
constexpr int kPageSize = 100;

QString dayText(QDate date)
{
    return date.toString(Qt::ISODate);
}

} // namespace

Call<ScoreEventList> *DiscourseScoreDesk::list(const ScoreFilter &filter)
{
    http::Query query;
    if (filter.id)
        query.addQueryItem(QStringLiteral("id"), QString::number(*filter.id));
    if (filter.userId)
        query.addQueryItem(QStringLiteral("user_id"), QString::number(*filter.userId));
    if (filter.date)
        query.addQueryItem(QStringLiteral("date"), dayText(*filter.date));
    return m_session->read<ScoreEventList>(http::Request::get(kEvents, query), decodeScoreEvents);
}

Call<ScoreEvent> *DiscourseScoreDesk::create(AccountId user, QDate date, qint32 points, const QString &description)
{
    // The forum would take both and count neither.
    if (user <= 0 || !date.isValid()) {
        return settledCall<ScoreEvent>(
            m_session, fail(Error::refusedHere(Words::tr("Points need a person of this forum and a day."))));
    }
    QList<std::pair<QString, QString>> form{{QStringLiteral("user_id"), QString::number(user)},
                                            {QStringLiteral("date"), dayText(date)},
                                            {QStringLiteral("points"), QString::number(points)}};
    if (!description.isEmpty())
        form.append({QStringLiteral("description"), description});
    return m_session->change<ScoreEvent>(http::Request::form(http::Method::Post, kEvents, form), decodeScoreEvent);
}

Call<Done> *DiscourseScoreDesk::update(ScoreEventId id, qint32 points, const std::optional<QString> &description)
{
    QList<std::pair<QString, QString>> form{{QStringLiteral("id"), QString::number(id)},
                                            {QStringLiteral("points"), QString::number(points)}};
    if (description)
        form.append({QStringLiteral("description"), *description});
    return m_session->change<Done>(http::Request::form(http::Method::Put, kEvents, form), decodeDone);
}

Call<Done> *DiscourseScoreDesk::recalculate(QDate from)
{
    // A wrong day is refused by the forum, too, but only after one of the five of the day is used up.
    if (!from.isValid() || from > QDateTime::currentDateTimeUtc().date()) {
        return settledCall<Done>(
            m_session, fail(Error::refusedHere(Words::tr("Recalculating begins on a day that is not in the future."))));
    }
    http::Request request = http::Request::form(http::Method::Put, kRecalculate, {{QStringLiteral("from_date"), dayText(from)}});
    request.hasOwnQuota = true; // beyond five a day the forum says to wait for hours
    return m_session->change<Done>(request, decodeDone);
}

Call<Leaderboards> *DiscourseScoreDesk::leaderboardsAt(const QString &path)
{
    return m_session->read<Leaderboards>(http::Request::get(path), decodeLeaderboards);
}

Call<Leaderboards> *DiscourseScoreDesk::leaderboards()
{
    if (!m_boardsPath.isEmpty())
        return leaderboardsAt(m_boardsPath);
    auto *call = new Call<Leaderboards>(m_session);
    auto *first = m_session->readGuess<Leaderboards>(http::Request::get(kBoards), decodeLeaderboards);
    follow(call, first);
    first->then(call, [this, call](const Result<Leaderboards> &boards) {
        if (call->isSettled())
            return;
        if (boards || boards.error().kind != ErrorKind::NotFound) {
            if (boards)
                m_boardsPath = kBoards;
            call->settle(boards);
            return;
        }
        auto *second = leaderboardsAt(kOldBoards);
        follow(call, second);
        second->then(call, [this, call](const Result<Leaderboards> &old) {
            if (old)
                m_boardsPath = kOldBoards;
            call->settle(old);
        });
    });
    return call;
}

Call<QList<LeaderboardRow>> *DiscourseScoreDesk::leaderboard(qint64 id, const QString &period, int page)
{
    const int wanted = std::max(page, 0);
    http::Query query{{QStringLiteral("page"), QString::number(wanted)},
                                             {QStringLiteral("user_limit"), QString::number(kPageSize)}};
    if (!period.isEmpty())
        query.addQueryItem(QStringLiteral("period"), period);
    // The default one answers JSON only without ".json".
    const QString path = id > 0 ? QStringLiteral("/leaderboard/%1.json").arg(id) : QStringLiteral("/leaderboard");
    return m_session->read<QList<LeaderboardRow>>(http::Request::get(path, query),
                                                  [base = m_session->base(), wanted](const QByteArray &body) {
                                                      return decodeLeaderboard(body, base, wanted * kPageSize);
                                                  });
}

} // namespace badgewright::discourse
