// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

namespace {

const QDate kDay(2026, 11, 20);

} // namespace

void ScoreCases::events()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    QVERIFY(forum->scores());
    replay.arm({u"score-events:create"_s});
    const auto made = await(forum->scores()->create(3, kDay, 25, u"helped at the fair"_s));
    WORKED(made);
    const auto row = replay.answer(u"score-events:create"_s);
    QCOMPARE(made->id, row["id"].get<int>());
    QCOMPARE(made->userId, 3);
    QCOMPARE(made->date, kDay);
    QCOMPARE(made->points, 25);
    QVERIFY(made->createdAt.isValid());
    replay.arm({u"score-events:create, negative"_s});
    const auto less = await(forum->scores()->create(3, kDay.addDays(-1), -7, {}));
    WORKED(less);
    QCOMPARE(less->points, -7);
    QCOMPARE(less->description, QString());

    replay.arm({u"score-events:list by user and date"_s});
    const auto some = await(forum->scores()->list({{}, 3, kDay}));
    WORKED(some);
    QVERIFY(!some->events.isEmpty());
    QVERIFY(!some->maybeTruncated);
    QVERIFY(replay.seen().last().target.contains("user_id=3&date=2026-11-20"));
    replay.arm({u"score-events:update points"_s});
    WORKED(await(forum->scores()->update(made->id, 30, {})));
    replay.arm({u"score-events:update, empty description"_s});
    WORKED(await(forum->scores()->update(made->id, 30, QString(u""_s))));
    replay.arm({u"score-events:void"_s});
    WORKED(await(forum->scores()->update(made->id, 0, {})));
    NO_COMPLAINTS(replay);
}

void ScoreCases::refusals()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"score-events:update, unknown id"_s});
    QCOMPARE(kindOf(await(forum->scores()->update(999999, 1, {}))), ErrorKind::NotFound);
    replay.arm({u"score-events:create, moderator"_s, u"site-and-keys:scopes of a global key"_s});
    QCOMPARE(kindOf(await(forum->scores()->create(3, kDay.addDays(-1), 1, {}))), ErrorKind::Forbidden);
    replay.arm({u"score-events:create, granular key"_s, u"site-and-keys:scopes of a granular key"_s});
    QCOMPARE(kindOf(await(forum->scores()->create(3, kDay.addDays(-1), 1, {}))), ErrorKind::Forbidden);
    // The forum would take a person and a day that are none.
    QCOMPARE(kindOf(await(forum->scores()->create(0, kDay, 1, {}))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(forum->scores()->create(3, {}, 1, {}))), ErrorKind::RefusedHere);
    // A fault of the forum's own while it changes something says nothing of what became of it.
    replay.arm({u"score-events:create, bad date"_s});
    QCOMPARE(kindOf(await(forum->scores()->create(3, kDay, 1, {}))), ErrorKind::OutcomeUnknown);
}

void ScoreCases::a_full_list()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"score-events:list, more than 100"_s});
    const auto all = await(forum->scores()->list({{}, 3, QDate(2026, 10, 17)}));
    WORKED(all);
    QCOMPARE(all->events.size(), 100);
    QVERIFY(all->maybeTruncated);
    NO_COMPLAINTS(replay);
}

void ScoreCases::the_quota()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"score-events:recalculate"_s});
    if (version == u"3.5"_s) {
        // Most of a day: said, never waited for.
        const auto done = await(forum->scores()->recalculate(QDate(2026, 11, 10)));
        QCOMPARE(kindOf(done), ErrorKind::RateLimited);
        QCOMPARE(done.error().retryAfter, std::chrono::seconds(85615));
    } else {
        replay.arm({u"site-and-keys:scopes of a global key"_s});
        QCOMPARE(kindOf(await(forum->scores()->recalculate(QDate(2026, 11, 10)))), ErrorKind::NotFound);
    }
    // A day to come would use up one of the five for nothing.
    QCOMPARE(kindOf(await(forum->scores()->recalculate(QDate(2999, 1, 1)))), ErrorKind::RefusedHere);
    NO_COMPLAINTS(replay);
}

void ScoreCases::leaderboards()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"score-events:leaderboards, admin"_s});
    if (version == u"3.1"_s)
        replay.arm({u"site-and-keys:scopes of a global key"_s, u"score-events:plugin page"_s});
    const auto boards = await(forum->scores()->leaderboards());
    WORKED(boards);
    QCOMPARE(boards->boards.first().name, u"Global Leaderboard"_s);
    QCOMPARE(boards->recalculationsLeft.has_value(), version == u"3.5"_s);
    // The address that worked is remembered.
    replay.arm({version == u"3.5"_s ? u"score-events:quota after"_s : u"score-events:plugin page"_s});
    WORKED(await(forum->scores()->leaderboards()));
    NO_COMPLAINTS(replay);

    replay.arm({u"score-events:leaderboard"_s});
    const auto rows = await(forum->scores()->leaderboard(1, u"all"_s));
    WORKED(rows);
    QList<int> positions;
    for (const LeaderboardRow &row : *rows)
        positions << row.position;
    QCOMPARE(positions, version == u"3.5"_s ? (QList<int>{1, 2, 3, 3, 3, 3}) : (QList<int>{1, 2, 2, 2, 2, 2}));
    QVERIFY(rows->first().score > 0);
    replay.arm({u"score-events:leaderboard, the default one"_s});
    WORKED(await(forum->scores()->leaderboard(0, {})));
    QVERIFY(replay.seen().last().header("accept").contains("json"));
    NO_COMPLAINTS(replay);
}

} // namespace badgewright::discourse_cases
