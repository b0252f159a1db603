// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include "runs/undo.h"

#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench : badgewright::test::Bench {
    Bench() { anyRoad = true; }
    /// A run whose request is on its way: the forum has it and has not answered.
    Run *onItsWay(const Badge &badge, int count)
    {
        Run *run = begin(grantPlan(badge, people(count)));
        if (!wind([&] { return fake->count(u"holders"_s) == 2; })) // the plan's, and the one before sending
            return nullptr;
        fake->holding = true;
        return wind([&] { return fake->count(u"bulk-award"_s) == 1; }) ? run : nullptr;
    }
};

} // namespace

/// The bulk road when it is stopped at a bad moment, and grants that only look like ours.
class RunsBulkTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stoppedWithTheRequestOnItsWay_data()
    {
        QTest::addColumn<bool>("lost");
        QTest::newRow("the answer comes") << false;
        QTest::newRow("the answer is lost") << true;
    }
    void stoppedWithTheRequestOnItsWay()
    {
        QFETCH(bool, lost);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->awardEvery = 200ms;
        if (lost)
            bench.fake->loseNext(u"bulk-award"_s);
        Run *run = bench.onItsWay(badge, 100);
        QVERIFY(run);
        QSignalSpy idle(run, &Run::idle);
        run->stopAfterCurrent();
        bench.wind([] { return false; }, 0ms);
        // The last answer is not in: nothing can be said about it yet.
        QCOMPARE(run->state(), RunState::Stopping);
        QCOMPARE(idle.size(), 0);
        const qsizetype asked = bench.fake->calls.size();
        bench.fake->holding = false;
        bench.fake->release();
        QVERIFY(bench.wind([&] { return run->state() == RunState::Stopped; }, 2s));
        QVERIFY(idle.size() > 0);
        bench.wind([] { return false; }, 1min);
        QCOMPARE(bench.fake->calls.size(), asked); // it is looked for when the run goes on
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->count(u"bulk-award"_s), 1);
        QCOMPARE(run->counts()[lost ? StepState::ReadBack : StepState::Done], 100);
    }

    void aForumThatIsFasterThanItsPagesIsKeptUpWith()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(2000));
        bench.fake->awardEvery = 5ms;
        bench.fake->latency = 700ms; // more arrive while a page is read than it holds
        const auto begun = bench.clock.monotonic();
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 2000);
        QVERIFY2(bench.clock.monotonic() - begun < 90s, qPrintable(QString::number((bench.clock.monotonic() - begun).count())));
    }

    void whatIsOlderThanTheRequestIsNotOurs()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        Run *run = bench.onItsWay(badge, 100);
        QVERIFY(run);
        // The forum gives some badges by itself and dates them back; such a grant has a new id and an old date.
        const Grant older = bench.fake->addGrant(badge.id, u"user7"_s, bench.clock.utcNow().addDays(-30), {}, u"system"_s);
        bench.fake->holding = false;
        bench.fake->release();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->steps().at(7).state, StepState::AlreadySo);
        QCOMPARE(run->counts()[StepState::Done], 99);
        QVERIFY(bench.windUntil(bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock)), RunState::Done));
        QCOMPARE(bench.fake->given.size(), 1);
        QCOMPARE(bench.fake->given.first().id, older.id);
    }

    void twoRunsDoNotBothCallAGrantTheirs()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        const QStringList names = bench.people(100);
        const Plan first = bench.grantPlan(often, names);
        const Plan second = bench.grantPlan(often, names);
        bench.fake->awardEvery = 20ms;
        Run *one = bench.begin(first);
        Run *two = bench.begin(second);
        QVERIFY(bench.wind([&] { return one->state() == RunState::Done && two->state() == RunState::Done; }));
        QSet<qint64> claimed;
        for (const Run *run : {one, two}) {
            for (const StepRecord &step : run->steps()) {
                if (step.state != StepState::Done)
                    continue;
                QVERIFY2(!claimed.contains(step.serverId), "both runs would take it back");
                claimed.insert(step.serverId);
            }
        }
        QVERIFY(claimed.size() >= 100);
    }

    void anAnswerThatNamesSomebodyTwiceTouchesNobodyElse()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(100));
        bench.fake->addGrant(badge.id, u"user0"_s, bench.clock.utcNow(), {}, u"mod"_s);
        bench.fake->unmatchable = {u"user50"_s};
        bench.fake->unmatchedBesides = {u"user50"_s, u"nobody"_s};
        Run *run = bench.begin(plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Failed], 1);
        QCOMPARE(run->steps().at(50).state, StepState::Failed);
        QCOMPARE(run->steps().at(0).state, StepState::AlreadySo);
        QCOMPARE(run->counts()[StepState::Done], 98);
    }
};

QTEST_GUILESS_MAIN(RunsBulkTroubleTest)
#include "runs_bulk_trouble_test.moc"
