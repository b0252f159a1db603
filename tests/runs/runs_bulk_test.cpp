// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include "runs/plan_file.h"
#include "runs/road.h"
#include "runs/undo.h"

#include <QTest>

#include <algorithm>

using namespace badgewright;
using namespace badgewright::runs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench : badgewright::test::Bench {
    Bench() { anyRoad = true; }
};

} // namespace

/// The bulk road: one request for many, what each person got read back, nothing twice.
class RunsBulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRoadIsChosenAndExplained()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList many = bench.people(80);
        const Capabilities &may = bench.fake->abilities;
        Plan plan = bench.grantPlan(badge, many);
        QCOMPARE(plan.road, Road::Bulk);
        QVERIFY(adviseRoad(plan, may).why.startsWith(u"One bulk award"));
        QVERIFY(plan.estimate(Pace::All).requests < 10);
        QVERIFY(plan.estimate(Pace::All).duration >= 5s);

        const Plan few = bench.grantPlan(badge, many.mid(0, 5));
        QCOMPARE(few.road, Road::Single);
        QVERIFY(adviseRoad(few, may).bulkPossible);

        const Plan withReason = bench.grantPlan(badge, many, bench.reason(7));
        QCOMPARE(withReason.road, Road::Single);
        QVERIFY(adviseRoad(withReason, may).why.contains(u"a reason is given for all"));

        const auto why = [&](Plan some) { return adviseRoad(some, may).why; };
        Plan some = withReason;
        std::get<GrantStep>(some.steps[0].what).reason = QUrl();
        std::get<GrantStep>(some.steps[0].what).reasonTitle.clear();
        QCOMPARE(why(some), u"Single grants, because some rows have a reason."_s);
        some.steps[0].verdict = Verdict::AlreadyHolds; // nor is it one for all when that row is left out
        QCOMPARE(why(some), u"Single grants, because some rows have a reason."_s);
        std::get<GrantStep>(some.steps[1].what).reason = QUrl(u"https://forum.example/t/-/9/1"_s);
        QCOMPARE(why(some), u"Single grants, because rows have reasons of their own."_s);

        // What a person wishes for is done where it can be.
        chooseRoad(&plan, may, Road::Single);
        QCOMPARE(plan.road, Road::Single);
        plan.steps[3].verdict = Verdict::DuplicateRow;
        std::get<GrantStep>(plan.steps[3].what).multipleGrant = true;
        plan.steps[3].insisted = true;
        chooseRoad(&plan, may, Road::Bulk);
        QCOMPARE(plan.road, Road::Single);

        bench.fake->abilities.deny(Ability::BulkAward, u"The key has no scope for it."_s);
        const Plan denied = bench.grantPlan(badge, many);
        QCOMPARE(denied.road, Road::Single);
        QVERIFY(adviseRoad(denied, may).why.contains(u"The key has no scope for it."));
    }

    void aPlanFileKeepsItsRoad()
    {
        Bench bench;
        const Plan plan = bench.grantPlan(bench.fake->addBadge(u"Apex"_s), bench.people(80));
        QCOMPARE(planFromJson(planToJson(plan))->road, Road::Bulk);
    }

    void everybodyGetsItWithOneRequest()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 50ms;
        const Plan plan = bench.grantPlan(badge, bench.people(1000));
        const qsizetype before = bench.fake->calls.size();
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Done] > 0; }));
        QVERIFY(run->counts().over() < 900); // they are seen as they arrive
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QCOMPARE(run->counts()[StepState::Done], 1000);
        QVERIFY(bench.everybodyHasItOnce(badge, 1000));
        for (const StepRecord &step : run->steps())
            QVERIFY(step.serverId > 0);
        // 50 s at work: about a page for each look, and eleven full of holders.
        QVERIFY2(bench.fake->calls.size() - before < 40, qPrintable(QString::number(bench.fake->calls.size() - before)));
        QCOMPARE(bench.ledger->run(run->id())->road, Road::Bulk);
    }

    void twoThousandTakeOneRequestAndTheirPages()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->latency = 5ms;
        const Plan plan = bench.grantPlan(badge, bench.people(2000));
        const qsizetype before = bench.fake->calls.size();
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QVERIFY(bench.fake->calls.size() - before <= 1 + 1 + 2000 / 96 + 2);
    }

    void whoHasItMeanwhileIsLeftAsTheyAre()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 100ms;
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        const Grant early = bench.fake->addGrant(badge.id, u"user7"_s, bench.clock.utcNow());
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"bulk-award"_s) == 1; }));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 99);
        QCOMPARE(run->steps().at(7).state, StepState::AlreadySo);

        // Undo takes back what the run gave, by the ids that were read back, and nothing else.
        const Result<Plan> undo = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY(undo);
        QCOMPARE(undo->wantedCount(), 99);
        QVERIFY(bench.windUntil(bench.begin(*undo), RunState::Done));
        QCOMPARE(bench.fake->given.size(), 1);
        QCOMPARE(bench.fake->given.at(0).id, early.id);
    }

    void whomTheForumDoesNotFindHasFailed()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(400));
        for (int i = 0; i < 150; ++i)
            bench.fake->unmatchable.append(u"user%1"_s.arg(i)); // the answer names a hundred of them
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 250);
        QCOMPARE(run->counts()[StepState::Failed], 150);
        QVERIFY(run->steps().at(0).words.contains(u"found no account"));
        QVERIFY(bench.clock.monotonic() < 2min); // nobody waits for them
        // Tried again they come in a request of their own.
        bench.fake->unmatchable.clear();
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(badge, 400));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 2);
    }

    void anAnswerThatIsLostIsLookedForAndNotSentAgain()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 200ms;
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        bench.fake->loseNext(u"bulk-award"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::ReadBack], 100);
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QVERIFY(bench.everybodyHasItOnce(badge, 100));
    }

    void aRefusedAwardWaits_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("read only") << int(ErrorKind::ReadOnly);
        QTest::newRow("key revoked") << int(ErrorKind::Unauthorised);
        QTest::newRow("badge disabled") << int(ErrorKind::Invalid);
        QTest::newRow("no network") << int(ErrorKind::Network);
    }
    void aRefusedAwardWaits()
    {
        QFETCH(int, kind);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        Error error = Error::of(ErrorKind(kind));
        error.serverWords = {u"Not now."_s};
        bench.fake->refuseNext(u"bulk-award"_s, error, 3);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY(!run->pauseReason().isEmpty());
        QCOMPARE(run->counts()[StepState::Waiting], 100);
        QVERIFY(bench.fake->given.isEmpty());
        bench.fake->refuseNext(u"nothing more"_s, error, 0);
        for (int i = 0; i < 3 && run->state() == RunState::Paused; ++i) {
            run->resume();
            QVERIFY(bench.wind([&] { return run->state() == RunState::Paused || run->state() == RunState::Done; }));
        }
        QCOMPARE(run->state(), RunState::Done);
        QVERIFY(bench.everybodyHasItOnce(badge, 100));
    }

    void tooManyRequestsAreWaitedOut()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        Error slow = Error::of(ErrorKind::RateLimited);
        slow.retryAfter = 8s;
        bench.fake->refuseNext(u"bulk-award"_s, slow);
        bench.fake->refuseNext(u"holders"_s, slow, 2);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 100);
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 2);
    }

    void aForumThatGivesNothingIsLeftAloneAndLookedAtAgain()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        bench.fake->awardsHalted = true;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY(run->pauseReason().contains(u"0 of 100 people"));
        QVERIFY(run->pauseReason().contains(u"Look again"));
        QCOMPARE(run->counts()[StepState::Sending], 100);
        QVERIFY(bench.clock.monotonic() > 5min);
        QVERIFY(bench.clock.monotonic() < 7min);
        // Its queue went on while nobody looked.
        for (int i = 0; i < 60; ++i)
            bench.fake->addGrant(badge.id, u"user%1"_s.arg(i), bench.clock.utcNow(), {}, u"system"_s);
        run->resume();
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Done] == 60; }));
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY(run->pauseReason().contains(u"60 of 100 people"));
        // Half an hour after the request, who has nothing is told so; the next request is a decision.
        bench.wind([] { return false; }, 1s);
        bench.clock.advance(30min);
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Failed], 40);
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        bench.fake->awardsHalted = false;
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 2);
        QVERIFY(bench.everybodyHasItOnce(badge, 100));
    }

    void closingTheProgramMeanwhileLosesNothing()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 200ms;
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(300)));
        const int id = run->id();
        QVERIFY(bench.wind([&] { return run->counts().over() > 20; }));
        const int seen = run->counts().over();
        bench.stop();
        bench.wind([] { return false; }, 10min);
        bench.start();
        QCOMPARE(bench.centre->interrupted()->size(), 1);
        run = *bench.centre->resume(id, bench.fake);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(seen < 300);
        QCOMPARE(run->counts()[StepState::Done], 300);
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QVERIFY(bench.everybodyHasItOnce(badge, 300));
    }

    void pausedAndStoppedItIsLookedAtLater()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 200ms;
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(100)));
        QVERIFY(bench.wind([&] { return run->counts().over() > 5; }));
        run->pause();
        const qsizetype asked = bench.fake->calls.size();
        bench.wind([] { return false; }, 5min);
        QVERIFY(bench.fake->calls.size() <= asked + 1); // nothing is asked of the forum meanwhile
        run->stopAfterCurrent();
        QVERIFY(bench.windUntil(run, RunState::Stopped));
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QVERIFY(bench.everybodyHasItOnce(badge, 100));
    }

    void severalBadgesGoOneAfterTheOther()
    {
        Bench bench;
        const Badge first = bench.fake->addBadge(u"Apex"_s);
        const Badge second = bench.fake->addBadge(u"Often"_s, true);
        GrantInput input;
        input.forum = bench.fake;
        input.badges = {first, second};
        const QStringList names = bench.people(100);
        for (int i = 0; i < names.size(); ++i) {
            GrantRow row;
            row.row = i + 1;
            row.recipient = names.at(i);
            row.account = bench.fake->accounts.at(i);
            input.rows.append(row);
        }
        const Plan plan = bench.plan(input);
        QCOMPARE(plan.road, Road::Bulk);
        bench.fake->awardEvery = 10ms;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 2);
        QVERIFY(bench.everybodyHasItOnce(first, 100));
        QVERIFY(bench.everybodyHasItOnce(second, 100));
        QCOMPARE(run->counts()[StepState::Done], 200);
    }

    void aPlanThatCannotGoInBulkIsRefused()
    {
        Bench bench;
        Plan plan = bench.grantPlan(bench.fake->addBadge(u"Apex"_s), bench.people(80));
        bench.fake->abilities.deny(Ability::BulkAward, u"The key has no scope for it."_s);
        const Result<Run *> run = bench.centre->start(plan, bench.fake, Pace::All);
        QVERIFY(!run);
        QCOMPARE(run.error().kind, ErrorKind::RefusedHere);
        QVERIFY(run.error().detail.contains(u"no scope"));
    }
};

QTEST_GUILESS_MAIN(RunsBulkTest)
#include "runs_bulk_test.moc"
