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

/// Whose grant it is that the forum answers: ours can be undone, and what was held before is never touched.
class RunsHeldTest : public QObject
{
    Q_OBJECT

    static Error lostBefore() { return Error::of(ErrorKind::OutcomeUnknown); }
    /// Nobody may see who holds what, so that the planner has nothing to go by.
    static void hideHolders(Bench &bench)
    {
        for (const Ability ability : {Ability::ListHolders, Ability::ListHeldBy})
            bench.fake->abilities.deny(ability, u"not with this key"_s);
    }

private Q_SLOTS:
    void heldBeforeIsNotOurs()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.people(2);
        const Plan plan = bench.grantPlan(badge, {u"user0"_s, u"user1"_s});
        // Between the plan and the run somebody else grants it.
        bench.clock.advance(1h);
        bench.fake->addGrant(badge.id, u"user0"_s, bench.clock.utcNow().addSecs(-1800));
        bench.fake->given.last().granter = u"mod"_s;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::AlreadySo);
        QCOMPARE(run->steps().at(1).state, StepState::Done);
        // And undo leaves it alone.
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.steps.size(), 1);
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, badge.id), 1);
        QCOMPARE(bench.fake->timesHeld(u"user1"_s, badge.id), 0);
        QCOMPARE(bench.ledger->run(run->id())->undoneBy, undoing->id());
    }

    void aWrongClockMakesNothingHeldBefore_data()
    {
        QTest::addColumn<bool>("heldBySomebody");
        QTest::newRow("a badge that somebody holds") << true;
        QTest::newRow("a badge that nobody holds") << false;
    }
    void aWrongClockMakesNothingHeldBefore()
    {
        QFETCH(bool, heldBySomebody);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList names = bench.people(3);
        if (heldBySomebody)
            bench.fake->addGrant(badge.id, bench.fake->addAccount(u"ada"_s).username, bench.clock.utcNow());
        bench.fake->clockBehind = 20min;
        Run *run = bench.begin(bench.grantPlan(badge, names));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 3);
        QCOMPARE(planUndo(*bench.ledger, run->id(), bench.fake, bench.clock)->steps.size(), 3);
    }

    void theClockDecidesWhereThePlannerCouldNotLook()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList names = bench.people(2);
        bench.fake->addGrant(badge.id, names.at(0), bench.clock.utcNow().addSecs(-1800));
        hideHolders(bench);
        Run *run = bench.begin(bench.grantPlan(badge, names));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::AlreadySo);
        QCOMPARE(run->steps().at(1).state, StepState::Done);
    }

    void aHeldBadgeIsNotOursHoweverManyAnswersAreLost()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Plan plan = bench.grantPlan(once, bench.people(1));
        bench.clock.advance(1h);
        bench.fake->addGrant(once.id, u"user0"_s, bench.clock.utcNow().addSecs(-1800));
        bench.fake->given.last().granter = u"mod"_s;
        bench.fake->loseNext(u"grant"_s, 5);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::AlreadySo);
        QVERIFY(!planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
    }

    void aGrantOfAnotherKindMadeMeanwhileIsNotOurs_data()
    {
        QTest::addColumn<QString>("granter");
        QTest::addColumn<bool>("forPost");
        QTest::addColumn<bool>("ours");
        QTest::newRow("by another moderator") << u"mod"_s << false << false;
        QTest::newRow("for a post") << u"admin"_s << true << false;
        QTest::newRow("ours, spelt as the forum spells it") << u"Admin"_s << false << true;
        QTest::newRow("nobody is told") << QString() << false << true;
    }
    void aGrantOfAnotherKindMadeMeanwhileIsNotOurs()
    {
        QFETCH(QString, granter);
        QFETCH(bool, forPost);
        QFETCH(bool, ours);
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(1));
        bench.fake->refuseNext(u"grant"_s, lostBefore());
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 1; }));
        bench.fake->addGrant(often.id, u"user0"_s, bench.clock.utcNow(), forPost ? std::optional<qint64>(14) : std::nullopt);
        bench.fake->given.last().granter = granter;
        const GrantId there = bench.fake->given.last().id;
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, ours ? StepState::ReadBack : StepState::Done);
        QCOMPARE(run->steps().at(0).serverId == there, ours);
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), ours ? 1 : 2);
    }

    void whatAPersonSendsAgainMayBeOursAlready()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        hideHolders(bench);
        bench.fake->loseNext(u"grant"_s, 5);
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::NotFound)); // a hidden profile
        Run *run = bench.begin(bench.grantPlan(once, bench.people(1)));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Unknown);
        const QDateTime firstSent = run->steps().at(0).memo.sentAt;
        bench.clock.advance(2h);
        // Once more it comes to nothing at all, and then the forum answers the grant that the first sending made.
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Network));
        run->sendAgain(0);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).memo.sentAt, firstSent);
        QCOMPARE(run->steps().at(0).state, StepState::Done);
        QCOMPARE(planUndo(*bench.ledger, run->id(), bench.fake, bench.clock)->steps.size(), 1);
    }

    void whatFailedStartsAfresh()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        hideHolders(bench);
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Forbidden));
        Run *run = bench.begin(bench.grantPlan(once, bench.people(1)));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::Failed);
        // Meanwhile somebody grants it with the same account.
        bench.clock.advance(1h);
        bench.fake->addGrant(once.id, u"user0"_s, bench.clock.utcNow());
        bench.clock.advance(1h);
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::AlreadySo);
    }
};

QTEST_GUILESS_MAIN(RunsHeldTest)
#include "runs_held_test.moc"
