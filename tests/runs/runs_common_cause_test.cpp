// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Refusals for a cause that all other steps share: the run pauses and says it, instead of failing one after the other.
class RunsCommonCauseTest : public QObject
{
    Q_OBJECT

    static Badge &onForum(Bench &bench, BadgeId id)
    {
        for (Badge &badge : bench.fake->catalogue.badges) {
            if (badge.id == id)
                return badge;
        }
        qFatal("no such badge");
    }

private Q_SLOTS:
    void theBadgeIsDisabled_data()
    {
        QTest::addColumn<bool>("deleted");
        QTest::newRow("disabled") << false;
        QTest::newRow("deleted") << true;
    }
    void theBadgeIsDisabled()
    {
        QFETCH(bool, deleted);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        Run *run = bench.underWay(badge, 200);
        const BadgeCatalogue before = bench.fake->catalogue;
        if (deleted)
            bench.fake->catalogue.badges.clear();
        else
            onForum(bench, badge.id).enabled = false;
        const int asked = bench.fake->count(u"grant"_s);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseReason(), deleted ? u"The badge Apex is no longer on the forum."_s
                                             : u"The badge Apex has been disabled on the forum. Enable it there, then go on."_s);
        QCOMPARE(run->pauseError()->detail, run->pauseReason());
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 0; }));
        // Not two hundred failures with the same words: what was refused for it waits again.
        QVERIFY2(bench.fake->count(u"grant"_s) - asked <= 8, qPrintable(QString::number(bench.fake->count(u"grant"_s) - asked)));
        QCOMPARE(run->counts().failed(), 0);
        QCOMPARE(bench.ledger->run(run->id())->failed, 0);
        QCOMPARE(bench.fake->count(u"badges"_s), 1);
        bench.fake->catalogue = before;
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.everybodyHasItOnce(badge, 200));
    }

    void whatWasFoundAfterTheStopIsStillToBeSaid()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        bench.fake->latency = 500ms;
        Run *run = bench.underWay(badge, 200);
        onForum(bench, badge.id).enabled = false;
        QVERIFY(bench.wind([&] { return bench.fake->count(u"badges"_s) == 1; }));
        run->stopAfterCurrent();
        QVERIFY(bench.windUntil(run, RunState::Stopped));
        bench.wind([] { return false; }, 10s);
        // Nobody has read it yet, so the next three refusals are no reason to fail all the rest.
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY(run->pauseReason().startsWith(u"The badge Apex has been disabled"_s));
        QVERIFY(run->counts()[StepState::Waiting] > 150);
    }

    void aDisabledBadgeKeepsNoOtherFromBeingGranted()
    {
        Bench bench;
        GrantInput input;
        input.forum = bench.fake;
        const Badge good = bench.fake->addBadge(u"Good"_s);
        const Badge bad = bench.fake->addBadge(u"Bad"_s);
        input.badges = {good, bad};
        for (const QString &name : bench.people(40))
            input.rows.append({int(input.rows.size()) + 1, name, bench.fake->accounts.at(input.rows.size()), {}, false, {}, {}});
        const Plan plan = bench.plan(input);
        onForum(bench, bad.id).enabled = false;
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY2(run->pauseReason().startsWith(u"The badge Bad has been disabled"_s), qPrintable(run->pauseReason()));
        // Whoever goes on all the same gets the rest done, and what could not be done is said without asking each time.
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(good, 40));
        QCOMPARE(run->counts()[StepState::Failed], 40);
        QVERIFY2(bench.fake->count(u"grant"_s) < 40 + 20, qPrintable(QString::number(bench.fake->count(u"grant"_s))));
        QVERIFY(run->steps().last().words.startsWith(u"The badge Bad has been disabled"_s));
        QCOMPARE(bench.ledger->run(run->id())->failed, 40);
        onForum(bench, bad.id).enabled = true;
        run->retryFailed();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(bad, 40));
        QVERIFY(bench.everybodyHasItOnce(good, 40));
    }

    void peopleWhoAreGoneAreNotTheBadge()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(60));
        const QList<Account> all = bench.fake->accounts;
        bench.fake->accounts = all.mid(0, 5) + all.mid(55);
        bench.fake->calls.clear();
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done)); // without a pause
        QCOMPARE(run->counts()[StepState::Failed], 50);
        QCOMPARE(run->counts()[StepState::Done], 10);
        const int asked = bench.fake->count(u"badges"_s);
        QVERIFY2(asked >= 1 && asked <= 3, qPrintable(QString::number(asked)));
    }

    void theBadgeCannotBeAskedAbout_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<bool>("pauses");
        QTest::newRow("no right to look") << ErrorKind::Forbidden << false;
        QTest::newRow("no line") << ErrorKind::Network << false; // it asks again with the next one
        QTest::newRow("asked to slow down") << ErrorKind::RateLimited << false;
        QTest::newRow("the key is gone") << ErrorKind::Unauthorised << true;
    }
    void theBadgeCannotBeAskedAbout()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(bool, pauses);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(12));
        bench.fake->accounts.remove(0, 6);
        bench.fake->refuseNext(u"badges"_s, Error::of(kind));
        Run *run = bench.begin(plan);
        if (pauses) {
            QVERIFY(bench.windUntil(run, RunState::Paused));
            run->resume();
        }
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Failed], 6);
        QCOMPARE(run->counts()[StepState::Done], 6);
    }

    void theAccountLosesItsRights()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        Run *run = bench.underWay(badge, 100);
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Forbidden, u"only staff may do this"_s), 1000);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseReason(), u"The forum does not allow this to the account any more: only staff may do this"_s);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 0; }));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.fake->count(u"grant"_s) < 20);
        bench.fake->forgetFaults();
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(badge, 100));
    }
};

QTEST_GUILESS_MAIN(RunsCommonCauseTest)
#include "runs_common_cause_test.moc"
