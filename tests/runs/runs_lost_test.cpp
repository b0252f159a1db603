// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/undo.h"
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a run makes of answers that never came: nothing twice, nothing lost, and what is ours can be undone.
class RunsLostTest : public QObject
{
    Q_OBJECT

    static Error lostBefore() { return Error::of(ErrorKind::OutcomeUnknown); }

private Q_SLOTS:
    void whatWasSentOftenEnoughIsLookedFor_data()
    {
        QTest::addColumn<bool>("serverFailsLast");
        QTest::newRow("five answers lost") << false;
        QTest::newRow("four answers lost, then a failure of the forum") << true;
    }
    void whatWasSentOftenEnoughIsLookedFor()
    {
        QFETCH(bool, serverFailsLast);
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Plan plan = bench.grantPlan(once, bench.people(1));
        bench.fake->loseNext(u"grant"_s, serverFailsLast ? 4 : 5);
        if (serverFailsLast)
            bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Server));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"grant"_s), 5);
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, once.id), 1);
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(0).serverId, bench.fake->given.at(0).id);
        QCOMPARE(run->counts().failed(), 0);
        // So undo knows it.
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QVERIFY(bench.fake->given.isEmpty());
    }

    void whatNeverArrivedFailsAndCanBeTriedAgain()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Plan plan = bench.grantPlan(once, bench.people(1));
        bench.fake->refuseNext(u"grant"_s, lostBefore(), 5);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Failed);
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Done);
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, once.id), 1);
    }

    void aRefusalAfterALostAnswerIsNoFailure()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Plan plan = bench.grantPlan(once, bench.people(1));
        bench.fake->loseNext(u"grant"_s);
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Forbidden));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(0).serverId, bench.fake->given.at(0).id);
        QCOMPARE(bench.fake->count(u"grant"_s), 2);
    }

    void aRefusalOfWhatNeverArrivedIsAFailure()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Plan plan = bench.grantPlan(once, bench.people(1));
        Error no = Error::of(ErrorKind::Forbidden);
        no.serverWords = {u"Not you."_s};
        bench.fake->refuseNext(u"grant"_s, lostBefore());
        bench.fake->refuseNext(u"grant"_s, no, 2);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Failed);
        QCOMPARE(run->steps().at(0).words, u"Not you."_s);
        QCOMPARE(run->steps().at(0).errorKind, u"forbidden"_s);
        QCOMPARE(bench.fake->count(u"grant"_s), 3);
    }

    void aPostThatIsGoneIsNoSecondGrant_data()
    {
        QTest::addColumn<bool>("heldBySomebody");
        QTest::addColumn<bool>("plannerLooked");
        QTest::newRow("a badge that somebody holds") << true << true;
        QTest::newRow("a badge that nobody holds") << false << true;
        QTest::newRow("nobody knows who holds it") << true << false;
    }
    void aPostThatIsGoneIsNoSecondGrant()
    {
        QFETCH(bool, heldBySomebody);
        QFETCH(bool, plannerLooked);
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const QStringList names = bench.people(1);
        if (heldBySomebody)
            bench.fake->addGrant(often.id, bench.fake->addAccount(u"ada"_s).username, bench.clock.utcNow());
        if (!plannerLooked) {
            bench.fake->abilities.deny(Ability::ListHolders, u"not with this key"_s);
            bench.fake->abilities.deny(Ability::ListHeldBy, u"not with this key"_s);
        }
        const Plan plan = bench.grantPlan(often, names, bench.reason(14));
        bench.fake->calls.clear();
        bench.fake->postsGone = true;
        bench.fake->loseNext(u"grant"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), 1);
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(0).serverId, bench.fake->given.last().id);
        // Asked once afterwards, and before only where the planner could not.
        QCOMPARE(bench.fake->count(u"held-by"_s), plannerLooked ? 1 : 2);
    }

    void aGrantForAPostIsFoundByItsPost()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(2), bench.reason(14));
        bench.fake->loseNext(u"grant"_s);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::ReadBack], 1);
        QCOMPARE(run->counts()[StepState::Done], 1);
        QCOMPARE(bench.fake->count(u"grant"_s), 2);
        QCOMPARE(bench.fake->count(u"held-by"_s), 1); // nothing is asked while all goes well
    }

    void anEarlierGrantOfTheRunIsNotThisOne()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        GrantInput input;
        input.forum = bench.fake;
        input.badges = {often};
        input.rows = {{1, u"ada"_s, ada, {}, false, {}, {}}, {2, u"ada"_s, ada, {}, false, {}, {}}};
        input.rows[0].reasonText = bench.reason(14);
        input.rows[1].reasonText = bench.reason(15);
        const Plan plan = bench.plan(input);
        bench.fake->postsGone = true; // so that one looks like the other
        bench.fake->latency = 20ms;
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Done] == 1; }));
        bench.fake->refuseNext(u"grant"_s, lostBefore());
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"ada"_s, often.id), 2);
        QCOMPARE(run->counts()[StepState::Done], 2);
        QCOMPARE(bench.fake->count(u"grant"_s), 3);
    }

    void otherStepsAreLookedForToo_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<bool>("carriedOut");
        for (const char *call : {"revoke", "score-update", "badge-update"}) {
            QTest::addRow("%s happened", call) << QString::fromLatin1(call) << true;
            QTest::addRow("%s never arrived", call) << QString::fromLatin1(call) << false;
        }
    }
    void otherStepsAreLookedForToo()
    {
        QFETCH(QString, call);
        QFETCH(bool, carriedOut);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        const Grant grant = bench.fake->addGrant(badge.id, ada.username, bench.clock.utcNow());
        bench.fake->events = {{77, ada.id, QDate(2026, 11, 20), 3, u"helped"_s, {}, {}}};
        Plan plan;
        if (call == u"revoke"_s) {
            plan = planRevokes(bench.fake, {{grant.id, badge.id, badge.name, ada, grant.grantedAt, {}}}, bench.clock);
        } else if (call == u"score-update"_s) {
            plan = planScoreUpdates(bench.fake, {{77, ada, QDate(2026, 11, 20), 3, 8, u"helped"_s, u"helped much"_s}}, bench.clock);
        } else {
            PublishBadgeStep update;
            update.id = badge.id;
            update.before = badge;
            update.fields.name = u"Summit"_s;
            plan = planPublish(bench.fake, {update}, bench.clock);
        }
        if (carriedOut)
            bench.fake->loseNext(call, 5);
        else
            bench.fake->refuseNext(call, lostBefore(), 5);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(call), 5);
        QCOMPARE(run->steps().at(0).state, carriedOut ? StepState::ReadBack : StepState::Failed);
    }

    void whatArrivesLateIsNotDoubled()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(1));
        bench.fake->latency = 20s;
        const int id = bench.begin(plan)->id();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 1; }));
        // The program ends, and starts again while its request still waits at the forum.
        bench.stop();
        bench.fake->latency = 0ms;
        bench.clock.advance(1s);
        bench.start();
        Run *run = *bench.centre->resume(id, bench.fake);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"held-by"_s) == 2; }));
        QVERIFY(bench.fake->given.isEmpty());
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), 1);
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
    }

    void whatWasSentLongAgoIsNotWaitedFor()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(1));
        bench.fake->refuseNext(u"grant"_s, lostBefore());
        bench.fake->latency = 50ms;
        const int id = bench.begin(plan)->id();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 1; }));
        bench.stop();
        bench.wind([] { return false; }, 1min);
        bench.clock.advance(1min);
        bench.start();
        Run *run = *bench.centre->resume(id, bench.fake);
        const auto before = bench.clock.monotonic();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), 1);
        QVERIFY(bench.clock.monotonic() - before < 10s);
    }

    void noStepOvertakesAnUnreadOneOfThePerson()
    {
        Bench bench;
        GrantInput input;
        input.forum = bench.fake;
        const Badge first = bench.fake->addBadge(u"First"_s);
        const Badge second = bench.fake->addBadge(u"Second"_s);
        input.badges = {first, second};
        const Account ada = bench.fake->addAccount(u"ada"_s);
        const Account bobby = bench.fake->addAccount(u"bobby"_s);
        input.rows = {{1, u"ada"_s, ada, {}, false, {}, {}}, {2, u"bobby"_s, bobby, {}, false, {}, {}}};
        const Plan plan = bench.plan(input);
        // The program ends while both first grants are on their way; they never arrive.
        bench.fake->refuseNext(u"grant"_s, lostBefore(), 2);
        bench.fake->latency = 50ms;
        const int id = bench.begin(plan)->id();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 2; }));
        bench.stop();
        bench.wind([] { return false; }, 1min);
        bench.start();
        // Now another run is at ada, so that her step has to wait: bobby's turn comes, with the step that is unread.
        bench.fake->holding = true;
        Run *other = bench.begin(bench.scorePlan(ada, 1));
        QVERIFY(bench.wind([&] { return bench.fake->count(u"score-create"_s) == 1; }));
        Run *run = *bench.centre->resume(id, bench.fake);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 3; }, 1min));
        QCOMPARE(bench.fake->calls.last(), u"grant bobby %1"_s.arg(first.id));
        bench.wind([] { return false; }, 1min);
        QCOMPARE(bench.fake->count(u"grant"_s), 3);
        bench.fake->release();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.windUntil(other, RunState::Done));
        for (const QString &name : {u"ada"_s, u"bobby"_s}) {
            QCOMPARE(bench.fake->timesHeld(name, first.id), 1);
            QCOMPARE(bench.fake->timesHeld(name, second.id), 1);
        }
    }

    void whetherAPictureArrivedCannotBeSeen()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        PublishBadgeStep update;
        update.id = badge.id;
        update.before = badge;
        update.picture = Picture{u"new.png"_s, "png", u"image/png"_s};
        bench.fake->loseNext(u"badge-update"_s, 5);
        Run *run = bench.begin(planPublish(bench.fake, {update}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Unknown);
        QVERIFY(run->steps().at(0).words.contains(u"picture"_s));
    }
};

QTEST_GUILESS_MAIN(RunsLostTest)
#include "runs_lost_test.moc"
