// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "ui/kit/buttons.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/run_detail.h"
#include "ui/ledger/run_steps.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/plan_review_dialog.h"
#include "ui/runs/step_list_model.h"

#include <QAction>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

struct LedgerBench : PageBench<LedgerPage> {
    explicit LedgerBench(ForumKind kind = ForumKind::Discourse) : PageBench(kind) {}

    RunDetail *detail() const { return page->findChild<RunDetail *>(); }
    QTableView *steps() const { return detail()->findChild<QTableView *>(); }
    QStringList shown(StepListModel::Column column) const
    {
        QStringList cells;
        for (int row = 0; row < steps()->model()->rowCount(); ++row)
            cells << steps()->model()->index(row, column).data().toString();
        return cells;
    }
    QStringList pills() const
    {
        QStringList texts;
        for (auto *label : detail()->findChildren<QLabel *>()) {
            if (label->inherits("badgewright::ui::PillLabel") && label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    SegmentedControl *choice() const { return detail()->findChild<SegmentedControl *>(); }
    bool says(const QString &text) const
    {
        for (auto *label : detail()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }
    /// The page with this run's steps read.
    void openOn(int runId)
    {
        open();
        page->open(runId);
        QTRY_VERIFY(steps()->model()->rowCount() > 0);
        settle();
    }
    QString file(const QString &name) const { return folder.filePath(name); }
    PlanReviewDialog *review() const
    {
        for (auto *dialog : page->findChildren<PlanReviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};

/// Three people; the second is refused by the forum.
struct FailedBench : LedgerBench {
    Badge apex = fake->addBadge(u"Apex"_s, true);
    int runId = 0;

    FailedBench()
    {
        for (const QString &name : {u"ada.moss"_s, u"ivyy"_s, u"finn"_s})
            fake->addAccount(name);
        const runs::Plan plan = grantPlan(apex, {u"ada.moss"_s, u"ivyy"_s, u"finn"_s});
        fake->accounts.removeAt(1); // gone between plan and run
        runs::Run *run = begin(plan);
        if (run && windUntil(run, runs::RunState::Done))
            runId = run->id();
    }
};

/// AnswerHub: of three gifts of reputation one was refused, and of one nobody knows.
struct UnknownBench : LedgerBench {
    Account ada = fake->addAccount(u"ada.moss"_s);
    Account bobby = fake->addAccount(u"bobby"_s);
    Account delia = fake->addAccount(u"delia"_s);
    int runId = 0;

    UnknownBench() : LedgerBench(ForumKind::AnswerHub)
    {
        Error refused = Error::of(ErrorKind::Invalid);
        refused.serverWords = {u"Too many points"_s};
        fake->refuseNext(u"reputation"_s, refused);
        fake->loseNext(u"reputation"_s);
        runs::Run *run = begin(runs::planReputation(fake, {{ada, 10, {}}, {bobby, 20, {}}, {delia, 30, {}}}, clock));
        if (run && windUntil(run, runs::RunState::Done))
            runId = run->id();
    }
    runs::StepState state(int position) const { return ledger->steps(runId)->at(position).state; }
};

} // namespace

class LedgerPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutRunsItSaysWhatItIsFor()
    {
        LedgerBench bench;
        bench.open();
        QVERIFY(bench.page->findChild<EmptyState *>()->isVisible());
    }

    void whatNeedsALookComesFirstWithItsReason()
    {
        FailedBench bench;
        QVERIFY(bench.runId);
        bench.openOn(bench.runId);
        QCOMPARE(bench.shown(StepListModel::RecipientColumn), QStringList{u"ivyy"_s});
        QCOMPARE(bench.shown(StepListModel::RowColumn), QStringList{u"2"_s});
        QVERIFY(!bench.steps()->isColumnHidden(StepListModel::WordsColumn));
        QVERIFY(!bench.steps()->isColumnHidden(StepListModel::RowColumn));
        const QString words = bench.shown(StepListModel::WordsColumn).first();
        QVERIFY(!words.isEmpty());
        QVERIFY(bench.says(u"ivyy: "_s + words)); // whole, below the table
        QCOMPARE(bench.pills(), (QStringList{u"2 granted"_s, u"1 failed"_s}));
        bench.shoot(u"ledger"_s);
        // All of them are one press away.
        bench.choice()->setCurrent(1);
        QCOMPARE(bench.shown(StepListModel::RecipientColumn), (QStringList{u"ada.moss"_s, u"ivyy"_s, u"finn"_s}));
        bench.shoot(u"ledger-all"_s);
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void aRunOfAnEarlierStartShowsTheSame()
    {
        FailedBench bench;
        bench.stop();
        bench.start();
        QVERIFY(!bench.centre->find(bench.runId));
        bench.openOn(bench.runId);
        QCOMPARE(bench.shown(StepListModel::RecipientColumn), QStringList{u"ivyy"_s});
        QCOMPARE(bench.pills(), (QStringList{u"2 granted"_s, u"1 failed"_s}));
        QVERIFY(bench.button(u"Retry 1 failed"_s));
    }

    void retriesWhatFailed()
    {
        FailedBench bench;
        bench.openOn(bench.runId);
        bench.fake->addAccount(u"ivyy"_s);
        bench.click(u"Retry 1 failed"_s);
        QVERIFY(bench.wind([&] { return bench.fake->timesHeld(u"ivyy"_s, bench.apex.id) == 1; }));
        QTRY_COMPARE(bench.pills(), QStringList{u"3 granted"_s});
        // Nothing needs a look any more: all steps are shown.
        QCOMPARE(bench.shown(StepListModel::RecipientColumn).size(), 3);
        QVERIFY(!bench.choice()->isVisible());
        QVERIFY(!bench.button(u"Retry 1 failed"_s));
    }

    void onlyFailedStepsAreRetried()
    {
        UnknownBench bench;
        QCOMPARE(bench.state(0), runs::StepState::Failed);
        QCOMPARE(bench.state(1), runs::StepState::Unknown);
        bench.openOn(bench.runId);
        QCOMPARE(bench.shown(StepListModel::RecipientColumn).size(), 2);
        bench.shoot(u"ledger-unknown"_s);
        bench.click(u"Retry 1 failed"_s);
        QVERIFY(bench.wind([&] { return bench.state(0) != runs::StepState::Failed && bench.state(0) != runs::StepState::Waiting; }));
        QCOMPARE(bench.state(1), runs::StepState::Unknown);
        QTRY_VERIFY(!bench.button(u"Retry 1 failed"_s));
        bench.wind([&] { return bench.centre->active().isEmpty(); });
    }

    void anUnknownStepIsSettledByThePersonWhoLooked()
    {
        UnknownBench bench;
        bench.openOn(bench.runId);
        QVERIFY(!bench.button(u"It happened"_s)); // the failed one is chosen
        bench.steps()->setCurrentIndex(bench.steps()->model()->index(1, StepListModel::RecipientColumn));
        bench.shoot(u"ledger-settle"_s);
        bench.click(u"It happened"_s);
        QVERIFY(bench.wind([&] { return bench.state(1) == runs::StepState::Unconfirmed; }));
        bench.settle();
        QTRY_COMPARE(bench.shown(StepListModel::RecipientColumn).size(), 1);
        QCOMPARE(bench.fake->count(u"reputation"_s), 3); // nothing was sent
    }

    void anUnknownStepIsSentAgainAfterAYes()
    {
        UnknownBench bench;
        bench.stop();
        bench.start(); // also of an earlier start
        bench.openOn(bench.runId);
        bench.steps()->setCurrentIndex(bench.steps()->model()->index(1, StepListModel::RecipientColumn));
        bench.click(u"Send again…"_s);
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.confirmed.first().danger);
        QCOMPARE(bench.fake->count(u"reputation"_s), 3);
        bench.ask.nextYes = true;
        bench.click(u"Send again…"_s);
        QVERIFY(bench.wind([&] { return bench.fake->count(u"reputation"_s) == 4; }));
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QVERIFY(bench.state(1) != runs::StepState::Unknown);
        QCOMPARE(bench.state(0), runs::StepState::Failed); // only the chosen one
    }

    void undoesARunAndShowsTheUndoing()
    {
        FailedBench bench;
        bench.openOn(bench.runId);
        bench.click(u"Undo run…"_s);
        bench.settle();
        // Everything of it is to be seen before the yes, which is in the button.
        auto *review = bench.review();
        QVERIFY(review);
        auto *table = review->findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, PlanListModel::RecipientColumn).data().toString(), u"finn"_s); // the last is the first
        QCOMPARE(table->model()->index(0, PlanListModel::WhatColumn).data().toString(), u"Revoke Apex"_s);
        QCOMPARE(unnamedControls(review), QStringList());
        QVERIFY(QTest::qWaitForWindowActive(review));
        bench.shootWindow(review, u"undo-review"_s);
        QCOMPARE(bench.fake->given.size(), 2);
        bench.click(u"Cancel"_s);
        bench.settle();
        QCOMPARE(bench.runCount(), 1);
        bench.click(u"Undo run…"_s);
        bench.settle();
        bench.click(u"Revoke Apex from 2 people on forum.example"_s);
        QCOMPARE(bench.ask.confirmed.size(), 0);
        QVERIFY(bench.wind([&] { return bench.fake->given.isEmpty(); }));
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QCOMPARE(bench.detail()->runId(), 2);
        QTRY_COMPARE(bench.pills(), QStringList{u"2 revoked"_s});
        QCOMPARE(bench.cell(1, 3), u"Undone"_s);
    }

    void anUndoAsksForTheNameWhereTheConnectionDoes()
    {
        FailedBench bench;
        bench.fake->theConnection.safeMode = SafeMode::AskTyped;
        bench.openOn(bench.runId);
        bench.click(u"Undo run…"_s);
        bench.settle();
        bench.click(u"Revoke Apex from 2 people on forum.example"_s);
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.ask.confirmed.first().typed, u"forum.example"_s);
        QCOMPARE(bench.fake->given.size(), 2);
        bench.fake->theConnection.safeMode = SafeMode::ReadOnly;
        bench.click(u"Undo run…"_s);
        bench.settle();
        QVERIFY(!bench.review());
        QVERIFY(bench.ask.confirmed.last().title.contains(u"read only"_s));
    }

    void whatTheUndoCannotTakeBackIsSaidBeforeTheYes()
    {
        LedgerBench bench;
        runs::PublishBadgeStep step;
        step.fields.name = u"A badge with a rather long name, for the fair of the spring"_s;
        step.fields.typeId = kGold;
        runs::Plan plan = runs::planPublish(bench.fake, {step}, bench.clock);
        plan.steps += runs::planDeleteBadges(bench.fake, {bench.fake->addBadge(u"Apex"_s)}, bench.clock).steps;
        runs::Run *run = bench.begin(plan);
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.openOn(run->id());
        bench.click(u"Undo run…"_s);
        bench.settle();
        auto *review = bench.review();
        QVERIFY(review);
        QStringList words;
        for (auto *label : review->findChildren<QLabel *>())
            words << label->text();
        QVERIFY(words.contains(u"A badge that was created is deleted only while nobody else holds it. Deleting it cannot be undone."_s));
        QVERIFY(words.contains(u"Apex was deleted and does not come back."_s));
        QVERIFY(QTest::qWaitForWindowActive(review));
        bench.shootWindow(review, u"undo-review-created"_s);
        // Return alone does not do what cannot be undone.
        QTest::keyClick(review, Qt::Key_Return);
        bench.settle();
        QCOMPARE(bench.runCount(), 1);
        bench.click(u"Undo run…"_s);
        bench.settle();
        bench.click(u"Delete A badge with a rat…air of the spring on forum.example"_s);
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QVERIFY(bench.fake->catalogue.badges.isEmpty());
    }

    void whatSomebodyHasChangedSinceIsNamedAndStays()
    {
        LedgerBench bench;
        runs::PublishBadgeStep step;
        step.before = bench.fake->addBadge(u"Apex"_s);
        step.id = step.before.id;
        step.fields.description = u"The best of the year"_s;
        step.fields.icon = u"bolt"_s;
        step.fields.allowTitle = true;
        runs::Run *run = bench.begin(runs::planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        Badge &badge = bench.fake->catalogue.badges.last();
        badge.description = u"The best of the year, as the council sees it"_s;
        bench.openOn(run->id());
        bench.click(u"Undo run…"_s);
        bench.settle();
        auto *review = bench.review();
        QVERIFY(review);
        QStringList words;
        for (auto *label : review->findChildren<QLabel *>())
            words << label->text();
        QVERIFY2(words.contains(u"It was: Change Apex. What somebody has changed since the run stays as it is."_s), qPrintable(words.join(u'\n')));
        QVERIFY2(words.contains(u"“Apex” was changed since, and this stays as it is now: description: “The best of the year” → “The best of the year, as the council sees it”."_s),
                 qPrintable(words.join(u'\n')));
        QVERIFY(QTest::qWaitForWindowActive(review));
        bench.shootWindow(review, u"undo-review-changed-since"_s);
        review->accept();
        QVERIFY(bench.wind([&] { return bench.runCount() == 2 && bench.centre->active().isEmpty(); }));
        QCOMPARE(badge.description, u"The best of the year, as the council sees it"_s);
        QCOMPARE(badge.icon, QString());
        QVERIFY(!badge.allowTitle);
    }

    void anUndoOfWhichNothingIsLeftSaysSo()
    {
        LedgerBench bench;
        runs::PublishBadgeStep step;
        step.fields.name = u"Apex"_s;
        runs::Run *run = bench.begin(runs::planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.fake->catalogue.badges.last().icon = u"bolt"_s;
        bench.openOn(run->id());
        bench.click(u"Undo run…"_s);
        bench.settle();
        QVERIFY(!bench.review());
        QVERIFY(bench.notice());
        QString said;
        for (auto *label : bench.notice()->findChildren<QLabel *>())
            said += label->text() + u' ';
        QVERIFY2(said.contains(u"Nothing of run 1 is left to be undone. “Apex” was changed since it was created, so it is not deleted: icon: nothing → “bolt”."_s), qPrintable(said));
        bench.shoot(u"undo-nothing-left"_s);
        // The forum cannot be asked: nothing is undone blindly.
        bench.fake->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        bench.click(u"Undo run…"_s);
        bench.settle();
        QVERIFY(!bench.review());
        QVERIFY(bench.notice()->isVisible());
    }

    void aRunOfWhichAnythingCanBeTakenBackOffersIt()
    {
        LedgerBench bench;
        runs::Plan plan = runs::planDeleteBadges(bench.fake, {bench.fake->addBadge(u"Apex"_s)}, bench.clock);
        runs::Run *forGood = bench.begin(plan);
        QVERIFY(forGood && bench.windUntil(forGood, runs::RunState::Done));
        plan = runs::planDeleteBadges(bench.fake, {bench.fake->addBadge(u"Summit"_s)}, bench.clock);
        runs::PublishBadgeStep step;
        step.fields.name = u"Peak"_s;
        plan.steps += runs::planPublish(bench.fake, {step}, bench.clock).steps; // not the first
        runs::Run *mixed = bench.begin(plan);
        QVERIFY(mixed && bench.windUntil(mixed, runs::RunState::Done));
        bench.openOn(forGood->id());
        QVERIFY(!bench.button(u"Undo run…"_s));
        bench.openOn(mixed->id());
        QVERIFY(bench.button(u"Undo run…"_s));
    }

    void aBulkAwardIsCalledOne()
    {
        LedgerBench bench;
        bench.anyRoad = true;
        QStringList names;
        for (int i = 0; i < 300; ++i)
            names << bench.fake->addAccount(u"person-%1"_s.arg(i)).username;
        runs::Plan plan = bench.grantPlan(bench.fake->addBadge(u"Apex"_s), names);
        QCOMPARE(plan.road, runs::Road::Bulk);
        runs::Run *run = bench.begin(plan);
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.openOn(run->id());
        bool said = false;
        for (auto *label : bench.detail()->findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(u" · one bulk award · "_s));
        QVERIFY(said);
    }

    void whoAndWhatStandThereWhereTheyTellSomething()
    {
        LedgerBench bench;
        bench.fake->addAccount(u"ada.moss"_s, u"Ada Moss"_s);
        bench.fake->addAccount(u"bobby"_s, u"Bobby Reed, who looks after the garden"_s);
        const Badge apex = bench.fake->addBadge(u"Apex"_s);
        runs::Plan plan = bench.grantPlan(apex, {u"ada.moss"_s, u"bobby"_s});
        plan.steps[1].recipient = u"bobby.reed@garden.example"_s; // as a table may name him
        runs::Run *run = bench.begin(plan);
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.openOn(run->id());
        QVERIFY(bench.steps()->isColumnHidden(StepListModel::WhatColumn)); // the title says it
        QVERIFY(!bench.steps()->isColumnHidden(StepListModel::AccountColumn));
        QCOMPARE(bench.shown(StepListModel::AccountColumn), (QStringList{u"Ada Moss"_s, u"Bobby Reed, who looks after the garden (bobby)"_s}));
        const QModelIndex ada = bench.steps()->model()->index(0, StepListModel::AccountColumn);
        QCOMPARE(ada.data(Qt::ToolTipRole).toString(), u"Ada Moss (ada.moss)"_s);
        bench.shoot(u"ledger-accounts"_s);
        QVERIFY(!bench.steps()->isColumnHidden(StepListModel::TimeColumn));
        bench.page->resize(820, 640);
        bench.settle();
        // Who comes before when.
        QVERIFY(bench.steps()->isColumnHidden(StepListModel::TimeColumn));
        QVERIFY(bench.steps()->columnWidth(StepListModel::RecipientColumn) >= 60);
        QVERIFY(bench.steps()->columnWidth(StepListModel::AccountColumn) >= 60);
        bench.shoot(u"ledger-accounts-narrow"_s);
        plan = bench.grantPlan(bench.fake->addBadge(u"A badge with a rather long name, for the fair of the spring"_s), {u"ada.moss"_s});
        runs::Plan second = bench.grantPlan(bench.fake->addBadge(u"Summit"_s), {u"bobby"_s});
        plan.steps += second.steps;
        run = bench.begin(plan);
        QVERIFY(run && bench.windUntil(run, runs::RunState::Done));
        bench.openOn(run->id());
        QVERIFY(!bench.steps()->isColumnHidden(StepListModel::WhatColumn));
        bench.shoot(u"ledger-two-badges"_s);
    }

    void aLongRunIsReadBesideTheWindow()
    {
        LedgerBench bench;
        QStringList names;
        for (int i = 0; i < 10000; ++i)
            names << u"person-%1"_s.arg(i);
        runs::Plan plan = runs::Plan::empty(bench.fake->connection(), u"admin"_s, u"Grant Apex"_s, bench.clock.utcNow());
        plan.id = u"long"_s;
        for (const QString &name : names) {
            runs::GrantStep grant;
            grant.badgeName = u"Apex"_s;
            grant.account.id = 1 + plan.steps.size();
            grant.account.username = name;
            runs::Step step;
            step.row = int(grant.account.id);
            step.recipient = name;
            step.what = grant;
            plan.steps << step;
        }
        const auto id = bench.ledger->createRun(plan, runs::Pace::Considerate);
        QVERIFY(id);
        QVERIFY(bench.ledger->setRunState(*id, runs::RunState::Stopped, {}, bench.clock.utcNow()));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(bench.ledger->steps(*id)->size(), 10000);
        const qint64 whole = clock.elapsed();
        bench.open();
        bench.page->open(*id);
        qint64 longest = 0;
        qint64 turns = 0;
        clock.restart();
        while (bench.steps()->model()->rowCount() < 10000 && clock.elapsed() < 30000) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, turn.elapsed());
            ++turns;
        }
        QCOMPARE(bench.steps()->model()->rowCount(), 10000);
        qInfo("read in %lld ms; in the window %lld ms, of which the longest standstill was %lld ms", whole, clock.elapsed(), longest);
        QVERIFY2(longest < whole, "the window waits for the ledger");
    }

    void savesTheFailedRowsOfTheRunThatWasAskedFor()
    {
        FailedBench bench;
        bench.openOn(bench.runId);
        bench.ask.nextSavePath = bench.file(u"failed.csv"_s);
        bench.click(u"Failed rows as CSV…"_s);
        bench.detail()->showRun(0); // before the answer
        bench.settle();
        QFile file(bench.file(u"failed.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("ivyy"));
    }

    void anExportThatFailedCanBeTriedAgain()
    {
        FailedBench bench;
        bench.openOn(bench.runId);
        QAction *exportCsv = nullptr;
        for (QAction *action : bench.page->commands()) {
            if (action->text() == u"Export the run as CSV…"_s)
                exportCsv = action;
        }
        QVERIFY(exportCsv);
        bench.ask.nextSavePath = bench.file(u"no/such/folder/run.csv"_s);
        exportCsv->trigger();
        bench.settle();
        QVERIFY(bench.noticeButton());
        QCOMPARE(bench.ask.files.size(), 1);
        bench.ask.nextSavePath = bench.file(u"run.csv"_s);
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.ask.files.size(), 2);
        QVERIFY(QFile::exists(bench.file(u"run.csv"_s)));
        QVERIFY(bench.said().startsWith(u"Saved to"_s));
    }

    void passingOverRunsReadsTheStepsOfTheLastOnly()
    {
        FailedBench bench;
        runs::Run *second = bench.begin(bench.grantPlan(bench.fake->addBadge(u"Karaoke Night"_s), {u"finn"_s}));
        QVERIFY(second && bench.windUntil(second, runs::RunState::Done));
        bench.stop();
        bench.start();
        bench.open();
        bench.page->open(1);
        bench.page->open(2);
        bench.page->open(1);
        QCOMPARE(bench.shown(StepListModel::RecipientColumn), QStringList()); // none read on the way
        QTRY_COMPARE(bench.shown(StepListModel::RecipientColumn), QStringList{u"ivyy"_s});
        QCOMPARE(bench.detail()->runId(), 1);
    }

    void searchesRunsAndPeople()
    {
        FailedBench bench;
        bench.open();
        auto *search = qobject_cast<QLineEdit *>(bench.named(u"Search runs and people"_s));
        QTest::keyClicks(search, u"nobody at all"_s);
        QTest::keyClick(search, Qt::Key_Return);
        bench.settle();
        QCOMPARE(bench.table()->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(bench.table()->model()->rowCount(), 1);
    }

    void thePageGoesWhileARunIsUnderWay()
    {
        FailedBench bench;
        bench.openOn(bench.runId);
        bench.fake->holding = true;
        bench.click(u"Retry 1 failed"_s);
        bench.settle();
        bench.page.reset();
        bench.fake->release();
        bench.settle();
    }
};

int runLedgerTest(int argc, char **argv)
{
    LedgerPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ledger_page_test.moc"
