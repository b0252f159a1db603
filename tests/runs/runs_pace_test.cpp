// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using badgewright::test::ManualClock;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A clock that goes on while somebody looks at it, as the computer's does.
class RestlessClock final : public Clock
{
public:
    QDateTime utcNow() const override { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).addMSecs(m_now.count()); }
    std::chrono::milliseconds monotonic() const override { return m_now += 1ms; }
    void after(std::chrono::milliseconds delay, QObject *, std::function<void()> fn) override { m_due.emplace(m_now + delay, std::move(fn)); }
    /// Goes on to what is due next, or a little further; false when nothing is.
    bool goOn(std::chrono::milliseconds late)
    {
        if (m_due.empty())
            return false;
        auto node = m_due.extract(m_due.begin());
        m_now = std::max(m_now, node.key() + late);
        node.mapped()();
        return true;
    }

private:
    mutable std::chrono::milliseconds m_now{0};
    std::multimap<std::chrono::milliseconds, std::function<void()>> m_due;
};

} // namespace

class RunsPaceTest : public QObject
{
    Q_OBJECT

    /// A run of `steps` updates (one request each), its requests' times in m_times.
    std::chrono::milliseconds runFor(Bench &bench, int steps, Pace pace)
    {
        QList<UpdateScoreEventStep> updates;
        for (int i = 0; i < steps; ++i) {
            const Account account = bench.fake->addAccount(u"user%1"_s.arg(i));
            ScoreEvent event;
            event.id = 5000 + i;
            event.userId = account.id;
            bench.fake->events.append(event);
            updates.append({event.id, account, QDate(2026, 11, 20), 0, 5, {}, {}});
        }
        const auto before = bench.clock.monotonic();
        Run *run = bench.begin(planScoreUpdates(bench.fake, updates, bench.clock), pace);
        if (!bench.windUntil(run, RunState::Done))
            return -1ms;
        for (const StepRecord &step : run->steps()) {
            if (step.state != StepState::Done)
                return -2ms;
        }
        return bench.clock.monotonic() - before;
    }

private Q_SLOTS:
    void considerateKeepsToFortyFive()
    {
        Bench bench;
        bench.fake->limitPerMinute = 60;
        bench.fake->latency = 100ms;
        const auto took = runFor(bench, 135, Pace::Considerate);
        // 45 a minute, and a few at once at the start.
        QVERIFY2(took > 150s && took < 185s, qPrintable(QString::number(took.count())));
        QCOMPARE(bench.fake->refusedByLimit, 0);
    }

    void allThatSixtyAMinuteAllow()
    {
        Bench bench;
        bench.fake->limitPerMinute = 60;
        bench.fake->latency = 50ms;
        const auto took = runFor(bench, 1000, Pace::All);
        // The forum lets 60 through at once and then 60 in each minute: 1000 in no less than 16 minutes.
        const double rate = 960000.0 / double(took.count());
        QVERIFY2(rate >= 0.98, qPrintable(QString::number(rate)));
        QVERIFY2(bench.fake->refusedByLimit < 10, qPrintable(QString::number(bench.fake->refusedByLimit)));
        QVERIFY(bench.fake->refusedByLimit > 0); // it did ask whether there is more
    }

    void findsAWiderLimitByItself()
    {
        Bench bench;
        bench.fake->limitPerMinute = 200;
        bench.fake->latency = 20ms;
        const auto took = runFor(bench, 500, Pace::All);
        QVERIFY2(took > 0ms && took < 140s, qPrintable(QString::number(took.count())));
        QVERIFY(bench.fake->refusedByLimit < 10);
    }

    void withoutALimitFourAreAlwaysUnderWay()
    {
        Bench bench;
        bench.fake->latency = 20ms;
        const auto took = runFor(bench, 400, Pace::All);
        QVERIFY2(took > 0ms && took < 2300ms, qPrintable(QString::number(took.count()))); // 400 / 4 x 20 ms, and the moments of asking
        QCOMPARE(bench.fake->mostAtOnce, 4);
    }

    void learnsANarrowLimit()
    {
        Bench bench;
        bench.fake->limitPerMinute = 20; // a user's key
        bench.fake->latency = 20ms;
        const auto took = runFor(bench, 100, Pace::Considerate);
        QVERIFY(took > 0ms && took < 480s);
        QVERIFY2(bench.fake->refusedByLimit <= 6, qPrintable(QString::number(bench.fake->refusedByLimit)));
    }

    void oneRefusalOfManyUsersIsNotTheLimit()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        pacer.enter(Lane::Run, &pacer, [] {});
        pacer.left(Lane::Run, {429, 5s}); // others have used the budget up
        clock.advance(6s);
        QVERIFY(!pacer.isHeld());
        QVERIFY(pacer.perMinute(Pace::All) >= 20);
    }

    void readsOfTheWindowGoAtOnceAndAreCounted()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        int went = 0;
        for (int i = 0; i < 60; ++i) {
            pacer.enter(Lane::Interactive, &pacer, [&] { ++went; });
            pacer.left(Lane::Interactive, {200, 0ms});
        }
        QCOMPARE(went, 60);
        // They have used up what a considerate run may take.
        QVERIFY(!pacer.takePlace(Pace::Considerate, u"1"_s));
        clock.advance(61s);
        QVERIFY(pacer.takePlace(Pace::Considerate, u"1"_s));
        // Held: the window's reads still go, the run's request waits.
        pacer.hold(10s);
        bool run = false;
        bool read = false;
        pacer.enter(Lane::Run, &pacer, [&] { run = true; });
        pacer.enter(Lane::Interactive, &pacer, [&] { read = true; });
        QVERIFY(read);
        QVERIFY(!run);
        QVERIFY(pacer.isHeld());
        QVERIFY(pacer.note().contains(u"10 s"_s));
        clock.advance(11s);
        QVERIFY(run);
        clock.advance(2min);
        QVERIFY(pacer.note().isEmpty());
    }

    void answerHubGetsOneThingAtATime()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::AnswerHub, &clock);
        QStringList order;
        pacer.enter(Lane::Run, &pacer, [&] { order.append(u"first run"_s); });
        pacer.enter(Lane::Run, &pacer, [&] { order.append(u"second run"_s); });
        pacer.enter(Lane::Interactive, &pacer, [&] { order.append(u"read"_s); });
        QCOMPARE(order, QStringList{u"first run"_s});
        pacer.left(Lane::Run, {200, 0ms});
        QCOMPARE(order.last(), u"read"_s); // somebody waits for it
        pacer.left(Lane::Interactive, {200, 0ms});
        QCOMPARE(order.last(), u"second run"_s);
        pacer.left(Lane::Run, {200, 0ms});
        QVERIFY(pacer.takePlace(Pace::All, u"1"_s));
        QVERIFY(!pacer.takePlace(Pace::All, u"2"_s));
    }

    void whoeverIsGoneIsForgotten()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::AnswerHub, &clock);
        pacer.enter(Lane::Run, &pacer, [] {});
        bool went = false;
        {
            QObject gone;
            pacer.enter(Lane::Run, &gone, [&] { went = true; });
        }
        bool next = false;
        pacer.enter(Lane::Run, &pacer, [&] { next = true; });
        pacer.left(Lane::Run, {200, 0ms});
        QVERIFY(!went);
        QVERIFY(next);
    }

    void placesAreGivenBack()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        for (int i = 0; i < 4; ++i)
            QVERIFY(pacer.takePlace(Pace::All, QString::number(i)));
        QVERIFY(!pacer.takePlace(Pace::All, u"9"_s));
        int told = 0;
        pacer.whenRoom(Pace::All, &pacer, [&] { ++told; });
        pacer.giveBack(u"1"_s);
        QCOMPARE(told, 1);
        QVERIFY(!pacer.takePlace(Pace::All, u"2"_s)); // the same person
        QVERIFY(pacer.takePlace(Pace::All, u"1"_s));
    }

    void theMomentMayComeWhileOneLooks_data()
    {
        QTest::addColumn<bool>("asksForRoom");
        QTest::addColumn<int>("early");
        for (int early = 0; early < 12; ++early) {
            QTest::addRow("a step, %d ms early", early) << true << early;
            QTest::addRow("a request, %d ms early", early) << false << early;
        }
    }
    void theMomentMayComeWhileOneLooks()
    {
        QFETCH(bool, asksForRoom);
        QFETCH(int, early);
        RestlessClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        // The window is full, and nothing is under way whose end would wake anybody.
        for (int i = 0; i < 60; ++i) {
            pacer.enter(Lane::Run, &pacer, [] {});
            pacer.left(Lane::Run, {200, 0ms});
        }
        pacer.enter(Lane::Run, &pacer, [] {});
        pacer.left(Lane::Run, {429, 60s});
        bool told = false;
        if (asksForRoom)
            pacer.whenRoom(Pace::All, &pacer, [&] { told = true; });
        else
            pacer.enter(Lane::Run, &pacer, [&] { told = true; });
        for (int i = 0; i < 200 && !told && clock.goOn(std::chrono::milliseconds(-early)); ++i) { }
        QVERIFY(told);
    }

    void whoComesAtTheVeryMomentIsTold()
    {
        RestlessClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        // Somebody found no room, and until they ask to be told there is some.
        bool told = false;
        pacer.whenRoom(Pace::All, &pacer, [&] { told = true; });
        QVERIFY(clock.goOn(0ms));
        QVERIFY(told);
    }

    void timeLeftIsHonest()
    {
        ManualClock clock;
        Pacer pacer(ForumKind::Discourse, &clock);
        QCOMPARE(pacer.timeFor(45, Pace::Considerate), 60s);
        QVERIFY(pacer.timeFor(61, Pace::All) >= 61s);
        pacer.hold(30s);
        QVERIFY(pacer.timeFor(45, Pace::Considerate) >= 90s);
    }
};

QTEST_GUILESS_MAIN(RunsPaceTest)
#include "runs_pace_test.moc"
