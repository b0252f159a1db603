// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Runs whose program ended: what was under way is read back, and the rest is done once.
class RunsResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInterruptedRunIsReadBack()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(10));
        bench.fake->latency = 50ms;
        Run *run = bench.begin(plan);
        const int id = run->id();
        QVERIFY(bench.wind([&] { return run->counts().over() >= 3 && run->counts()[StepState::Sending] == 4; }));
        bench.stop(); // what is at the forum is carried out there all the same
        bench.wind([] { return false; }, 1min);
        bench.start();
        QCOMPARE(bench.centre->interrupted()->size(), 1);
        QCOMPARE(bench.ledger->run(id)->state, RunState::Interrupted);
        run = *bench.centre->resume(id, bench.fake);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 10);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(bench.fake->timesHeld(u"user%1"_s.arg(i), badge.id), 1);
        QVERIFY(run->counts()[StepState::ReadBack] > 0);
    }

    void aRunThatCannotAskStaysUnknownUntilItCan()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(1));
        bench.fake->loseNext(u"grant"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 1; }));
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Network), 3);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(bench.ledger->steps(run->id())->at(0).state, StepState::Sending);
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 1);
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
    }

    void aRunThatAnotherProgramFinishedIsNotDoneAgain()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Often"_s, true);
        bench.fake->latency = 20ms;
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(8)));
        QVERIFY(bench.wind([&] { return run->counts().over() >= 2; }));
        run->stopAfterCurrent();
        QVERIFY(bench.windUntil(run, RunState::Stopped));
        {
            auto second = *Ledger::open(bench.ledger->path());
            RunCentre other(second.get(), &bench.clock);
            bench.fake->gate = other.pacerFor(bench.fake->connection());
            Run *there = *other.resume(run->id(), bench.fake);
            // While the other is at it, this one may not.
            run->resume();
            QCOMPARE(run->state(), RunState::Stopped);
            QVERIFY(!run->pauseReason().isEmpty());
            QVERIFY(bench.windUntil(there, RunState::Done));
            bench.fake->gate = nullptr;
        }
        run->resume();
        QCOMPARE(run->state(), RunState::Done);
        bench.wind([] { return false; }, 1min);
        QCOMPARE(bench.fake->given.size(), 8);
    }

    void aStepSettledByHandLeavesTheForumToOthers()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        bench.fake->loseNext(u"grant"_s);
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Forbidden));
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Forbidden));
        Run *run = bench.begin(bench.grantPlan(often, bench.people(1)));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Unknown);
        run->countAsDone(0);
        QVERIFY(bench.wind([&] { return bench.ledger->steps(run->id())->at(0).state == StepState::Unconfirmed; }));
        auto second = *Ledger::open(bench.ledger->path());
        QVERIFY(second->lockForum(u"fake"_s));
    }

    void aRunThatStandsAsRunningAfterItsProgramEndedCanBeResumed()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Often"_s, true);
        bench.fake->latency = 20ms;
        const int id = bench.begin(bench.grantPlan(badge, bench.people(8)))->id();
        QVERIFY(bench.wind([&] { return bench.centre->find(id)->counts().over() >= 2; }));
        auto second = *Ledger::open(bench.ledger->path());
        bench.stop();
        // When this program starts another one is at work on the forum, so the run is left as it stands.
        QVERIFY(second->lockForum(u"fake"_s));
        bench.start();
        QCOMPARE(bench.ledger->run(id)->state, RunState::Running);
        QVERIFY(bench.ledger->run(id)->canResume());
        QCOMPARE(bench.centre->resume(id, bench.fake).error().kind, ErrorKind::RefusedHere);
        // Then that one ends.
        second.reset();
        Run *run = *bench.centre->resume(id, bench.fake);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 8);
    }
};

QTEST_GUILESS_MAIN(RunsResumeTest)
#include "runs_resume_test.moc"
