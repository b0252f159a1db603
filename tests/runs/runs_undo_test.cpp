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

/// A plan is carried out once and a run undone once; what each kind of step is undone by.
class RunsUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPausedRunThatWasUndoneDoesNotGoOn()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(20)));
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Done] > 3; }));
        run->pause();
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 0; }));
        QVERIFY(run->counts()[StepState::Waiting] > 0);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QVERIFY(bench.fake->given.isEmpty());
        // Its window is still open.
        run->resume();
        bench.wind([] { return false; }, std::chrono::minutes(1));
        QCOMPARE(run->state(), RunState::Paused);
        QVERIFY(bench.fake->given.isEmpty());
        QVERIFY(run->pauseReason().contains(u"was undone"_s));
        run->retryFailed();
        QCOMPARE(run->state(), RunState::Paused);
    }

    void aRunIsUndoneAsFarAsItsUndoHasCome()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(20)));
        QVERIFY(bench.windUntil(run, RunState::Done));
        bench.fake->latency = std::chrono::milliseconds(20);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.wind([&] { return undoing->counts()[StepState::Done] > 3; }));
        undoing->stopAfterCurrent();
        QVERIFY(bench.windUntil(undoing, RunState::Stopped));
        QCOMPARE(bench.ledger->run(run->id())->undoOpen, int(bench.fake->given.size()));
        undoing->resume();
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.ledger->run(run->id())->undoOpen, 0);
    }

    void aPlanIsCarriedOutOnce()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(2));
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        // By another program as well, which finds the same ledger.
        bench.stop();
        bench.start();
        const auto again = bench.centre->start(plan, bench.fake, Pace::All);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::RefusedHere);
        QVERIFY2(again.error().detail.contains(u"run 1"_s), qPrintable(again.error().detail));
        QCOMPARE(bench.fake->given.size(), 2);
        // The refusal leaves the forum to others.
        auto second = *Ledger::open(bench.ledger->path());
        QVERIFY(second->lockForum(u"fake"_s));
    }

    void aRunIsUndoneOnce()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(2)));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const Plan first = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        const Plan other = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        Run *undoing = bench.begin(first);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        const auto again = planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::RefusedHere);
        QVERIFY2(again.error().detail.contains(u"by run 2"_s), qPrintable(again.error().detail));
        // Also when it was planned before the first undo began.
        QCOMPARE(bench.centre->start(other, bench.fake, Pace::All).error().kind, ErrorKind::RefusedHere);
    }

    void whatAnotherRunGrantedIsNotOursToUndo()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList names = bench.people(2);
        const Plan late = bench.grantPlan(badge, names); // made first, carried out after the other
        Run *first = bench.begin(bench.grantPlan(badge, names));
        QVERIFY(bench.windUntil(first, RunState::Done));
        Run *second = bench.begin(late);
        QVERIFY(bench.windUntil(second, RunState::Done));
        QCOMPARE(first->counts()[StepState::Done], 2);
        QCOMPARE(second->counts()[StepState::AlreadySo], 2);
        QVERIFY(!planUndo(*bench.ledger, second->id(), bench.fake, bench.clock));
        QCOMPARE(planUndo(*bench.ledger, first->id(), bench.fake, bench.clock)->steps.size(), 2);
    }

    void anUndoneRunGoesNoFurther()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->latency = 20ms;
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(12)));
        QVERIFY(bench.wind([&] { return run->counts().over() >= 2; }));
        run->stopAfterCurrent();
        QVERIFY(bench.windUntil(run, RunState::Stopped));
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.centre->resume(run->id(), bench.fake).error().kind, ErrorKind::RefusedHere);
        QVERIFY(bench.fake->given.isEmpty());
    }

    void undoOfScores()
    {
        Bench bench;
        const Account ada = bench.fake->addAccount(u"ada"_s);
        Run *run = bench.begin(bench.scorePlan(ada, 2));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const ScoreEvent first = bench.fake->events.at(0);
        Run *change = bench.begin(planScoreUpdates(bench.fake, {{first.id, ada, first.date, first.points, 50, first.description, u"new"_s}}, bench.clock));
        QVERIFY(bench.windUntil(change, RunState::Done));
        QCOMPARE(bench.fake->events.at(0).points, 50);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, change->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.fake->events.at(0).points, first.points);
        QCOMPARE(bench.fake->events.at(0).description, first.description);
        undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(bench.fake->events.at(0).points, 0);
        QCOMPARE(bench.fake->events.at(1).points, 0);
        QVERIFY(!planUndo(*bench.ledger, 99, bench.fake, bench.clock));
    }

    void whatAnswerHubKeepsIsSaidBeforeAndAfter()
    {
        Bench bench(ForumKind::AnswerHub);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        bench.fake->awardTypes = {{7, u"Editor"_s, {}, u"gold"_s, u"per_node"_s, true, {}}};
        AwardInput input;
        input.forum = bench.fake;
        input.toUsers = {{7, u"Editor"_s, ada}};
        const Plan award = bench.plan(input);
        QVERIFY(award.remarks.contains(u"An award cannot be taken back."_s));
        Run *run = bench.begin(award);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(planUndo(*bench.ledger, run->id(), bench.fake, bench.clock).error().detail, u"AnswerHub awards cannot be taken back."_s);
        const Plan reputation = planReputation(bench.fake, {{ada, 10, {}}}, bench.clock);
        QVERIFY(reputation.remarks.join(u' ').contains(u"cannot be taken back"_s));
        run = bench.begin(reputation);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(!planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        for (const StepType type : {StepType::AwardForAction, StepType::AwardToUser, StepType::GiveReputation})
            QVERIFY(!canBeUndone(type));
    }

    void revokeOfWhatIsGoneAlready()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.people(2);
        const Grant one = bench.fake->addGrant(badge.id, u"user0"_s, bench.clock.utcNow());
        RevokeStep there{one.id, badge.id, badge.name, bench.fake->accounts.at(0), one.grantedAt, {}};
        RevokeStep gone{4, badge.id, badge.name, bench.fake->accounts.at(1), one.grantedAt, {}};
        bench.fake->loseNext(u"revoke"_s);
        Run *run = bench.begin(planRevokes(bench.fake, {there, gone}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(1).state, StepState::AlreadySo);
        QVERIFY(bench.fake->given.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunsUndoTest)
#include "runs_undo_test.moc"
