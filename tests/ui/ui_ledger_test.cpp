// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runs_bench.h"
#include "ui/ledger/run_detail.h"

#include <QAction>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;

/// What the ledger offers to do with a run.
class UiLedgerTest : public QObject
{
    Q_OBJECT

    static ui::PageContext contextOf(Bench &bench)
    {
        ui::PageContext context;
        context.forum = bench.fake;
        context.runs = bench.centre.get();
        context.clock = &bench.clock;
        return context;
    }

private Q_SLOTS:
    void retryIsOfferedForWhatFailedOnly()
    {
        Bench bench(ForumKind::AnswerHub);
        const Account ada = bench.fake->addAccount(u"ada"_s);
        const Account bobby = bench.fake->addAccount(u"bobby"_s);
        bench.fake->loseNext(u"reputation"_s);
        Run *unknown = bench.begin(planReputation(bench.fake, {{ada, 5, {}}}, bench.clock));
        QVERIFY(bench.windUntil(unknown, RunState::Done));
        bench.fake->loseNext(u"reputation"_s);
        bench.fake->refuseNext(u"reputation"_s, Error::of(ErrorKind::Forbidden));
        Run *both = bench.begin(planReputation(bench.fake, {{ada, 5, {}}, {bobby, 5, {}}}, bench.clock));
        QVERIFY(bench.windUntil(both, RunState::Done));
        QCOMPARE(both->counts().failed(), 2);

        ui::RunDetail detail(contextOf(bench));
        detail.showRun(unknown->id());
        QVERIFY(!detail.retryAction()->isVisible());
        detail.showRun(both->id());
        QVERIFY(detail.retryAction()->isVisible());
        QVERIFY(detail.retryAction()->text().contains(u"1 failed"_s));
    }

    void resumeIsOfferedForARunWhoseProgramEnded()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Plan plan = bench.grantPlan(badge, bench.people(2));
        bench.fake->holding = true;
        const int id = bench.begin(plan)->id();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"grant"_s) == 2; }));
        ui::RunDetail here(contextOf(bench));
        here.showRun(id);
        QVERIFY(!here.resumeAction()->isVisible());
        // In another program it stands as running, whether this one still lives or not.
        auto ledger = *Ledger::open(bench.ledger->path());
        RunCentre other(ledger.get(), &bench.clock);
        QCOMPARE(ledger->run(id)->state, RunState::Running);
        ui::PageContext context = contextOf(bench);
        context.runs = &other;
        ui::RunDetail there(context);
        there.showRun(id);
        QVERIFY(there.resumeAction()->isVisible());
    }
};

QTEST_MAIN(UiLedgerTest)
#include "ui_ledger_test.moc"
