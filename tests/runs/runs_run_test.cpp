// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/undo.h"
#include "runs_bench.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RunsRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantsEveryoneOnce()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList names = bench.people(20);
        QSignalSpy finished(bench.centre.get(), &RunCentre::runFinished);
        Run *run = bench.begin(bench.grantPlan(badge, names));
        QVERIFY(run);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(finished.size(), 1);
        for (const QString &name : names)
            QCOMPARE(bench.fake->timesHeld(name, badge.id), 1);
        QCOMPARE(run->counts()[StepState::Done], 20);
        QCOMPARE(bench.fake->count(u"grant"_s), 20);
        const RunSummary summary = *bench.ledger->run(run->id());
        QCOMPARE(summary.state, RunState::Done);
        QCOMPARE(summary.done, 20);
        QVERIFY(summary.finishedAt.isValid());
        const QList<StepRecord> written = *bench.ledger->steps(run->id());
        for (const StepRecord &step : written) {
            QCOMPARE(step.state, StepState::Done);
            QVERIFY(step.serverId > 0);
            QVERIFY(step.sent.contains(u"grant badge"_s));
        }
        QVERIFY(bench.centre->active().isEmpty());
    }

    void theLedgerKnowsBeforeTheForum()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(6));
        bench.fake->holding = true;
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 4; }));
        // Four are at the forum, none has an answer: all four stand on the disk, and no other.
        int sending = 0;
        const QList<StepRecord> written = *bench.ledger->steps(run->id());
        for (const StepRecord &step : written) {
            sending += step.state == StepState::Sending ? 1 : 0;
            QCOMPARE(step.memo.sentAt.isValid(), step.state == StepState::Sending);
        }
        QCOMPARE(sending, 4);
        bench.fake->release();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->mostAtOnce, 4);
    }

    void neverTwoAtOnceForOnePerson()
    {
        Bench bench;
        const Account ada = bench.fake->addAccount(u"ada"_s);
        const Account bobby = bench.fake->addAccount(u"bobby"_s);
        GrantInput input;
        input.forum = bench.fake;
        for (int i = 0; i < 6; ++i)
            input.badges.append(bench.fake->addBadge(u"Badge %1"_s.arg(i)));
        input.rows = {{1, u"ada"_s, ada, {}, false, {}, {}}, {2, u"bobby"_s, bobby, {}, false, {}, {}}};
        bench.fake->latency = 30ms;
        Run *run = bench.begin(bench.plan(input));
        // Another run on the same forum, for the same person.
        Run *other = bench.begin(bench.scorePlan(ada, 4));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.windUntil(other, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 12);
        QCOMPARE(bench.fake->mostAtOncePerPerson, 1);
        QVERIFY(bench.fake->mostAtOnce >= 2);
    }

    void aLostAnswerIsNoSecondGrant()
    {
        Bench bench;
        const Badge once = bench.fake->addBadge(u"Once"_s);
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        bench.people(1);
        for (const Badge &badge : {once, often}) {
            bench.fake->loseNext(u"grant"_s);
            Run *run = bench.begin(bench.grantPlan(badge, {u"user0"_s}));
            QVERIFY(bench.windUntil(run, RunState::Done));
            QCOMPARE(bench.fake->timesHeld(u"user0"_s, badge.id), 1);
            QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
            QCOMPARE(run->steps().at(0).serverId, bench.fake->given.last().id);
        }
        // The one that can be held several times was looked for, not sent again.
        QCOMPARE(bench.fake->count(u"grant user0 %1"_s.arg(once.id)), 2);
        QCOMPARE(bench.fake->count(u"grant user0 %1"_s.arg(often.id)), 1);
    }

    void aRequestThatNeverArrivedIsSentAgain()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        bench.people(1);
        bench.fake->addGrant(often.id, u"user0"_s, bench.clock.utcNow().addDays(-3), 14); // an old one does not count
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::OutcomeUnknown), 2);
        Run *run = bench.begin(bench.grantPlan(often, {u"user0"_s}));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), 2);
        QCOMPARE(run->steps().at(0).state, StepState::Done);
        QCOMPARE(run->steps().at(0).attempts, 3);
        QCOMPARE(bench.ledger->steps(run->id())->at(0).attempts, 3);
    }

    void aScoreEventIsFoundByItsMark()
    {
        Bench bench;
        const Account ada = bench.fake->addAccount(u"ada"_s);
        bench.fake->loseNext(u"score-create"_s);
        bench.fake->refuseNext(u"score-create"_s, Error::of(ErrorKind::OutcomeUnknown));
        Run *run = bench.begin(bench.scorePlan(ada, 3));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->events.size(), 3);
        QSet<QString> marks;
        for (const ScoreEvent &event : std::as_const(bench.fake->events)) {
            QVERIFY(event.description.startsWith(u"helped [#"_s));
            marks.insert(event.description);
        }
        QCOMPARE(marks.size(), 3);
        QCOMPARE(run->counts()[StepState::ReadBack], 1);
        QCOMPARE(run->counts()[StepState::Done], 2);
    }

    void waitsWhenTheForumAsksForIt()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(3));
        Error wait = Error::of(ErrorKind::RateLimited);
        wait.retryAfter = 8s;
        bench.fake->refuseNext(u"grant"_s, wait);
        const auto before = bench.clock.monotonic();
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return !run->paceNote().isEmpty(); }));
        QVERIFY(run->paceNote().contains(u"pause of 8 s"_s));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.clock.monotonic() - before >= 8s);
        QCOMPARE(bench.fake->given.size(), 3);
        QCOMPARE(run->counts()[StepState::Done], 3);
    }

    void pausesItselfAndCanBeResumed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("times");
        QTest::newRow("read only") << int(ErrorKind::ReadOnly) << 8;
        QTest::newRow("key") << int(ErrorKind::Unauthorised) << 8;
        QTest::newRow("no line") << int(ErrorKind::Network) << 20;
        QTest::newRow("tls") << int(ErrorKind::Tls) << 8;
    }

    void pausesItselfAndCanBeResumed()
    {
        QFETCH(int, kind);
        QFETCH(int, times);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(8));
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind(kind)), times);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY(!run->pauseReason().isEmpty());
        QCOMPARE(run->pauseError()->kind, ErrorKind(kind));
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Waiting] == 8; }));
        QVERIFY(bench.fake->given.isEmpty());
        QCOMPARE(bench.ledger->run(run->id())->state, RunState::Paused);
        const QList<StepRecord> written = *bench.ledger->steps(run->id());
        for (const StepRecord &step : written)
            QCOMPARE(step.state, StepState::Waiting);
        for (int i = 0; i < 10 && run->state() != RunState::Done; ++i) {
            run->resume();
            bench.wind([&] { return run->state() == RunState::Paused || run->state() == RunState::Done; });
        }
        QCOMPARE(run->state(), RunState::Done);
        QCOMPARE(bench.fake->given.size(), 8);
    }

    void aShortFailureOfTheLineIsSatOut()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(1));
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Network), 2);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 1);
    }

    void aForumThatCannotBeReadPausesTheRun()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const Plan plan = bench.grantPlan(often, bench.people(3));
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Server), 27);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseError()->kind, ErrorKind::Server);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Waiting] == 3; }));
        QCOMPARE(run->counts().failed(), 0);
        QCOMPARE(bench.fake->count(u"grant"_s), 0);
        for (int i = 0; i < 10 && run->state() != RunState::Done; ++i) {
            run->resume();
            bench.wind([&] { return run->state() == RunState::Paused || run->state() == RunState::Done; });
        }
        QCOMPARE(run->counts()[StepState::Done], 3);
    }

    void whatTheForumRefusesFailsWithItsWords()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(3));
        Error no = Error::of(ErrorKind::Forbidden);
        no.serverWords = {u"You are not permitted to view the requested resource."_s};
        bench.fake->refuseNext(u"grant"_s, no);
        no.detail = u"the key has no scope for this"_s;
        bench.fake->refuseNext(u"grant"_s, no);
        no.serverWords.clear();
        bench.fake->refuseNext(u"grant"_s, no);
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 3);
        const QList<StepRecord> failed = *bench.ledger->steps(run->id(), {{}, {StepState::Failed}, 0, 0});
        QCOMPARE(failed.at(0).words, u"You are not permitted to view the requested resource."_s);
        QCOMPARE(failed.at(1).words, u"You are not permitted to view the requested resource. (the key has no scope for this)"_s);
        QCOMPARE(failed.at(2).words, u"the key has no scope for this"_s);
        QCOMPARE(failed.at(0).errorKind, u"forbidden"_s);
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QCOMPARE(bench.fake->given.size(), 3);
    }

    void pauseStopAndResume()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(12));
        bench.fake->latency = 20ms;
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return run->counts().over() >= 2; }));
        run->pause();
        QCOMPARE(run->state(), RunState::Paused);
        bench.wind([] { return false; }, 1min); // what is under way comes to its end, nothing else starts
        const int atPause = int(bench.fake->given.size());
        QVERIFY(atPause < 12);
        QCOMPARE(run->counts()[StepState::Sending], 0);
        run->resume();
        QVERIFY(bench.wind([&] { return run->counts().over() > atPause; }));
        run->stopAfterCurrent();
        QVERIFY(bench.windUntil(run, RunState::Stopped));
        QCOMPARE(bench.ledger->run(run->id())->state, RunState::Stopped);
        QVERIFY(bench.fake->given.size() < 12);
        const Result<Run *> again = bench.centre->resume(run->id(), bench.fake);
        QCOMPARE(*again, run);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 12);
    }

    void nothingLeavesWhenTheLedgerCannotBeWritten()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(3));
        Run *run = bench.begin(plan);
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
            db.setDatabaseName(bench.ledger->path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"BEGIN IMMEDIATE"_s));
            QVERIFY(bench.windUntil(run, RunState::Paused));
            QVERIFY(QSqlQuery(db).exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"holder"_s);
        QCOMPARE(run->pauseError()->kind, ErrorKind::Storage);
        QCOMPARE(bench.fake->count(u"grant"_s), 0);
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 3);
    }

    void publishingUploadsThenWrites()
    {
        Bench bench;
        Badge old = bench.fake->addBadge(u"Old"_s);
        PublishBadgeStep create;
        create.fields.name = u"New"_s;
        create.fields.description = u"shiny"_s;
        create.picture = Picture{u"new.png"_s, "png", u"image/png"_s};
        PublishBadgeStep update;
        update.id = old.id;
        update.before = old;
        update.fields.name = u"Older"_s;
        PublishBadgeStep taken;
        taken.fields.name = u"Old"_s;
        bench.fake->loseNext(u"badge-create"_s);
        Run *run = bench.begin(planPublish(bench.fake, {create, taken, update}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(0).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(1).state, StepState::Failed);
        QCOMPARE(run->steps().at(1).errorKind, u"conflict"_s);
        QCOMPARE(run->steps().at(2).state, StepState::Done);
        QCOMPARE(bench.fake->catalogue.badges.size(), 2);
        QVERIFY(bench.fake->catalogue.findByName(u"New"_s)->imageUploadId);
        QVERIFY(bench.fake->catalogue.findByName(u"Older"_s));
        // Undo puts the old name back; the new badge stays, and the plan says so.
        const Plan undo = *planUndo(*bench.ledger, run->id(), bench.fake, bench.clock);
        QCOMPARE(undo.remarks.size(), 1);
        Run *undoing = bench.begin(undo);
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QVERIFY(bench.fake->catalogue.findByName(u"Old"_s));
    }

    void awardsAreNeverSentTwice()
    {
        Bench bench(ForumKind::AnswerHub);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        bench.fake->awardTypes = {{900, u"Editor"_s, {}, u"silver"_s, u"per_node"_s, true, {}}, {901, u"Once"_s, {}, {}, u"per_user"_s, true, {}}};
        bench.fake->actions = {{1125, ada, u"edited"_s, {}, {}, false, 0, {}, {}, {}}};
        AwardInput input;
        input.forum = bench.fake;
        input.forActions = {{900, u"Editor"_s, u"per_node"_s, 1125, ada}};
        const auto state = [&](const AwardInput &what) {
            Plan plan = bench.plan(what);
            plan.steps[0].insisted = true;
            Run *run = bench.begin(plan);
            bench.windUntil(run, RunState::Done);
            return run->steps().at(0).state;
        };
        QCOMPARE(state(input), StepState::Done);
        bench.fake->loseNext(u"award-action"_s);
        QCOMPARE(state(input), StepState::ReadBack);
        QCOMPARE(bench.fake->awardCounts[ada.id][900], 2);
        // Whatever is wrong, it is asked about and not sent again.
        for (const ErrorKind kind : {ErrorKind::OutcomeUnknown, ErrorKind::Server, ErrorKind::RateLimited}) {
            bench.fake->calls.clear();
            bench.fake->refuseNext(u"award-action"_s, Error::of(kind));
            QCOMPARE(state(input), StepState::Unknown);
            QCOMPARE(bench.fake->count(u"award-action"_s), 1);
        }
        // A web page, a redirect, or 401: not accepted, and the adapter's sentence says what to look at.
        for (const ErrorKind kind : {ErrorKind::Unreadable, ErrorKind::Unauthorised}) {
            bench.fake->calls.clear();
            bench.fake->refuseNext(u"award-action"_s, Error::of(kind, u"Nothing counts as given."_s));
            QCOMPARE(state(input), StepState::Failed);
            QCOMPARE(bench.fake->count(u"award-action"_s), 1);
            QCOMPARE(bench.centre->find(bench.ledger->runs()->constFirst().id)->steps().at(0).words, u"Nothing counts as given."_s);
        }
        // Once for a person: accepted, and nothing happens the second time.
        input.forActions = {{901, u"Once"_s, u"per_user"_s, 1125, ada}};
        QCOMPARE(state(input), StepState::Done);
        QCOMPARE(state(input), StepState::NoEffect);
        // Nobody knows who receives it: accepted, not confirmed.
        input.forActions = {{901, u"Once"_s, u"per_user"_s, 1125, Account{}}};
        QCOMPARE(state(input), StepState::Unconfirmed);
        QCOMPARE(bench.fake->mostAtOnce, 1);
    }

    void thePersonDecidesAboutTheUnknown()
    {
        Bench bench(ForumKind::AnswerHub);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        const Account bobby = bench.fake->addAccount(u"bobby"_s);
        bench.fake->loseNext(u"reputation"_s, 2);
        Run *run = bench.begin(planReputation(bench.fake, {{ada, 5, {}}, {bobby, 5, {}}}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Unknown], 2);
        QCOMPARE(run->counts().failed(), 2);
        run->retryFailed(); // not the unknown ones
        QCOMPARE(run->counts()[StepState::Unknown], 2);
        run->countAsDone(0);
        run->sendAgain(1);
        QVERIFY(bench.wind([&] { return run->state() == RunState::Done && run->counts()[StepState::Unknown] == 0; }));
        QCOMPARE(bench.fake->count(u"reputation"_s), 3);
        QCOMPARE(bench.ledger->steps(run->id())->at(0).state, StepState::Unconfirmed);
    }

    void refusesWhatItMustNotDo()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Plan plan = bench.grantPlan(badge, bench.people(1));
        bench.fake->theConnection.safeMode = SafeMode::ReadOnly;
        QCOMPARE(bench.centre->start(plan, bench.fake, Pace::All).error().kind, ErrorKind::RefusedHere);
        bench.fake->theConnection.safeMode = SafeMode::AskTyped;
        Plan other = plan;
        other.forumId = u"other"_s;
        QCOMPARE(bench.centre->start(other, bench.fake, Pace::All).error().kind, ErrorKind::RefusedHere);
        Plan nothing = plan;
        nothing.steps.clear();
        QCOMPARE(bench.centre->start(nothing, bench.fake, Pace::All).error().kind, ErrorKind::RefusedHere);
        QVERIFY(bench.ledger->runs()->isEmpty());
        // Another program is at work on this forum.
        auto second = *Ledger::open(bench.ledger->path());
        QVERIFY(second->lockForum(u"fake"_s));
        QCOMPARE(bench.centre->start(plan, bench.fake, Pace::All).error().kind, ErrorKind::RefusedHere);
        second->unlockForum(u"fake"_s);
        Run *run = bench.begin(plan);
        QVERIFY(!second->lockForum(u"fake"_s));
        // And its runs are not taken for interrupted by one that starts meanwhile.
        RunCentre newcomer(second.get(), &bench.clock);
        QCOMPARE(bench.ledger->run(run->id())->state, RunState::Running);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(second->lockForum(u"fake"_s));
        QCOMPARE(bench.centre->resume(99, bench.fake).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(RunsRunTest)
#include "runs_run_test.moc"
