// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "runs/undo.h"
#include "support/whole_file.h"
#include "ui/kit/labels.h"
#include "ui/kit/search_field.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/run_detail.h"
#include "ui/ledger/run_list_model.h"
#include "ui/ledger/run_steps.h"
#include "ui/ledger/step_changes.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/plan_review_dialog.h"
#include "ui/runs/step_list_model.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QScrollBar>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

struct BadgeRunsBench : PageBench<LedgerPage> {
    RunDetail *detail() const { return page->findChild<RunDetail *>(); }
    StepChanges *changes() const { return page->findChild<StepChanges *>(); }
    QTableView *steps() const { return page->findChild<RunSteps *>()->findChild<QTableView *>(); }
    QStringList lines() const
    {
        QStringList texts;
        for (const QLabel *label : changes()->findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }
    int carryOut(const runs::Plan &plan)
    {
        runs::Run *run = begin(plan);
        return run && windUntil(run, runs::RunState::Done) ? run->id() : 0;
    }
    /// Two badges changed together.
    int change()
    {
        runs::PublishBadgeStep apex;
        apex.before = fake->addBadge(u"Apex"_s);
        apex.id = apex.before.id;
        apex.before.groupingId = fake->catalogue.groupings.first().id;
        apex.before.description = u"Blessing of the orchard council, which meets under the oldest tree on the first Sunday of every month"_s;
        apex.fields.description = u"Blessed"_s;
        apex.fields.typeId = kGold;
        apex.fields.groupingId = fake->catalogue.groupings.last().id;
        apex.fields.allowTitle = true;
        apex.picture = Picture{u"new.png"_s, "bytes", u"image/png"_s};
        apex.nameGroupings(fake->catalogue.groupings);
        runs::PublishBadgeStep summit;
        summit.before = fake->addBadge(u"Summit"_s);
        summit.id = summit.before.id;
        summit.fields.name = u"Top"_s;
        return carryOut(runs::planPublish(fake, {apex, summit}, clock));
    }
    int remove(const QString &name, const QString &saved = {})
    {
        runs::Plan plan = runs::planDeleteBadges(fake, {fake->addBadge(name)}, clock);
        plan.source = saved;
        return carryOut(plan);
    }
    void openOn(int runId)
    {
        open();
        page->open(runId);
        QTRY_VERIFY(steps()->model()->rowCount() > 0);
        settle();
    }
    void search(const QString &text)
    {
        auto *field = page->findChild<SearchField *>();
        field->setText(text);
        Q_EMIT field->searched(text);
    }
    PlanReviewDialog *review() const
    {
        for (auto *dialog : page->findChildren<PlanReviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    QLabel *notUndone() const { return page->findChild<QLabel *>(u"notUndone"_s); }
};

} // namespace

/// What the ledger says of runs that change and delete badges.
class LedgerBadgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUndoIsAskedForAsAnUndo()
    {
        BadgeRunsBench bench;
        bench.fake->theConnection.safeMode = SafeMode::AskTyped;
        const int id = bench.change();
        bench.openOn(id);
        bench.click(u"Undo run…"_s);
        bench.settle();
        auto *review = bench.review();
        QVERIFY(review);
        QCOMPARE(review->windowTitle(), u"Undo run %1?"_s.arg(id));
        QStringList said;
        for (const auto *label : review->findChildren<QLabel *>())
            said << label->text();
        for (const auto *one : review->findChildren<QAbstractButton *>())
            said << one->text();
        const auto *table = review->findChild<QTableView *>();
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->model()->index(row, PlanListModel::VerdictColumn).data().toString(), u"Will be taken back"_s);
        for (const QString &text : std::as_const(said))
            QVERIFY2(!text.startsWith(u"Publish "_s) && !text.contains(u"be published"_s), qPrintable(text));
        bench.shootWindow(review, u"undo-review-badges"_s);
        // The name is asked for in the same words.
        bench.ask.nextYes = true;
        bench.click(u"Undo 2 change(s) on forum.example"_s);
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.ask.confirmed.first().title, u"Undo run %1?"_s.arg(id));
        QCOMPARE(bench.ask.confirmed.first().yes, u"Undo 2 change(s) on forum.example"_s);
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QCOMPARE(bench.fake->catalogue.badges.first().description, u"Blessing of the orchard council, which meets under the oldest tree on the first Sunday of every month"_s);
    }

    void groupingsThatAreTakenBackAreNotSaved()
    {
        BadgeRunsBench bench;
        QList<Grouping> groupings = bench.fake->catalogue.groupings;
        groupings.last().name = u"Everything else"_s;
        const int id = bench.carryOut(runs::planGroupings(bench.fake, groupings, bench.fake->catalogue.groupings, bench.clock));
        QVERIFY(id);
        bench.openOn(id);
        bench.click(u"Undo run…"_s);
        bench.settle();
        QVERIFY(bench.review());
        bench.click(u"Undo 1 change(s) on forum.example"_s);
        QVERIFY(bench.wind([&] { return bench.centre->active().isEmpty(); }));
        QVERIFY(bench.fake->catalogue.groupings.last().name != u"Everything else"_s);
    }

    void whatWasChangedStandsBesideWhatItWas()
    {
        BadgeRunsBench bench;
        const int id = bench.change();
        QVERIFY(id);
        bench.openOn(id);
        // The first is shown by itself.
        QVERIFY(bench.changes()->isVisible());
        const QStringList lines = bench.lines();
        QCOMPARE(lines.first(), u"What it changes about Apex"_s);
        const auto row = [&](const QString &field) { return lines.mid(lines.indexOf(field) + 1, 3); };
        QCOMPARE(row(u"type"_s), (QStringList{u"bronze"_s, u"→"_s, u"gold"_s}));
        QCOMPARE(row(u"grouping"_s), (QStringList{u"“%1”"_s.arg(bench.fake->catalogue.groupings.first().name), u"→"_s, u"“%1”"_s.arg(bench.fake->catalogue.groupings.last().name)}));
        QCOMPARE(row(u"picture"_s), (QStringList{u"no picture"_s, u"→"_s, u"new.png"_s}));
        QCOMPARE(row(u"can be used as a title"_s), (QStringList{u"no"_s, u"→"_s, u"yes"_s}));
        QCOMPARE(row(u"description"_s).last(), u"“Blessed”"_s);
        bench.shoot(u"ledger-changes"_s);
        // All of it can be seen where there is room.
        QVERIFY(bench.changes()->widget()->height() <= bench.changes()->height());
        QCOMPARE(bench.steps()->model()->headerData(StepListModel::RecipientColumn, Qt::Horizontal).toString(), u"Badge"_s);
        bench.page->resize(848, 640);
        bench.settle();
        bench.shoot(u"ledger-changes-narrow"_s);
        QCOMPARE(bench.steps()->model()->index(1, StepListModel::WhatColumn).data().toString(), u"name"_s);
        bench.steps()->setCurrentIndex(bench.steps()->model()->index(1, 0));
        QCOMPARE(bench.lines(), (QStringList{u"What it changes about Summit"_s, u"name"_s, u"“Summit”"_s, u"→"_s, u"“Top”"_s}));
        // Its undo says the same the other way round.
        const int undo = bench.carryOut(*runs::planUndo(*bench.ledger, id, bench.fake, bench.clock));
        QVERIFY(undo);
        bench.page->open(undo);
        QTRY_COMPARE(bench.lines(), (QStringList{u"What it changes about Top"_s, u"name"_s, u"“Top”"_s, u"→"_s, u"“Summit”"_s}));
    }

    void ofGrantsNothingIsSaid()
    {
        BadgeRunsBench bench;
        const int id = bench.carryOut(bench.grantPlan(bench.fake->addBadge(u"Apex"_s), bench.people(2)));
        bench.openOn(id);
        bench.steps()->setCurrentIndex(bench.steps()->model()->index(0, 0));
        QVERIFY(!bench.changes()->isVisible());
        QVERIFY(!bench.notUndone()->isVisible());
    }

    void whatIsDeletedSaysWhyItStaysSo()
    {
        BadgeRunsBench bench;
        const int id = bench.remove(u"Apex"_s);
        bench.openOn(id);
        QTRY_VERIFY(bench.notUndone()->isVisible());
        QCOMPARE(bench.notUndone()->text(), u"This cannot be undone: the forum gives no way to bring a deleted badge and its grants back."_s);
        QVERIFY(!bench.page->findChild<LinkButton *>(u"savedHolders"_s)->isVisible());
        // It was held by some, and nobody knows of a table.
        Badge held = bench.fake->addBadge(u"Held"_s);
        held.grantCount = 3;
        const int gone = bench.carryOut(runs::planDeleteBadges(bench.fake, {held}, bench.clock));
        bench.page->open(gone);
        QTRY_VERIFY2(bench.notUndone()->text().endsWith(u"Where you have a table of who held what was deleted, make it anew, and grant it to the people in there."_s), qPrintable(bench.notUndone()->text()));
        const QString table = bench.folder.filePath(u"holders.csv"_s);
        QVERIFY(writeWholeFile(table, "username\n"));
        const int saved = bench.remove(u"Summit"_s, table);
        bench.page->open(saved);
        auto *link = bench.page->findChild<LinkButton *>(u"savedHolders"_s);
        QTRY_VERIFY(link->isVisible());
        QVERIFY2(bench.notUndone()->text().contains(u"is saved in %1:"_s.arg(table)), qPrintable(bench.notUndone()->text()));
        bench.shoot(u"ledger-deleted"_s);
        Q_EMIT link->clicked();
        QCOMPARE(bench.ask.shownFiles, QStringList{table});
        // Somebody has tidied up since.
        QVERIFY(QFile::remove(table));
        bench.page->open(id);
        QTRY_VERIFY(!link->isVisible());
        bench.page->open(saved);
        QTRY_VERIFY2(bench.notUndone()->text().endsWith(u"was saved in %1, which is not there any more."_s.arg(table)), qPrintable(bench.notUndone()->text()));
        QVERIFY(!link->isVisible());
    }

    // An undo has its own source: the run that it undoes, which is no table.
    void ofAnUndoneCreationNoTableIsSaid()
    {
        BadgeRunsBench bench;
        runs::PublishBadgeStep fresh;
        fresh.fields.name = u"Fresh"_s;
        fresh.fields.typeId = kGold;
        const int made = bench.carryOut(runs::planPublish(bench.fake, {fresh}, bench.clock));
        const int undo = bench.carryOut(*runs::planUndo(*bench.ledger, made, bench.fake, bench.clock));
        QVERIFY(undo);
        bench.openOn(undo);
        QTRY_VERIFY(bench.notUndone()->isVisible());
        QVERIFY2(!bench.notUndone()->text().contains(u"saved"_s), qPrintable(bench.notUndone()->text()));
        QVERIFY(!bench.page->findChild<LinkButton *>(u"savedHolders"_s)->isVisible());
    }

    void nothingOfARunIsCutInANarrowWindow()
    {
        BadgeRunsBench bench;
        const int id = bench.remove(u"A badge with a rather long name, for the fair of the spring"_s);
        QVERIFY(bench.ledger->setRunState(id, runs::RunState::Interrupted, {}, bench.clock.utcNow()));
        bench.remove(u"Bee"_s);
        for (const int width : {848, 1104, 1424}) {
            bench.open({width, 666});
            QTRY_VERIFY(bench.table()->columnWidth(RunListModel::StateColumn) >= 150);
            bench.shoot(u"ledger-width-%1"_s.arg(width));
            const QModelIndex state = bench.table()->model()->index(1, RunListModel::StateColumn);
            QVERIFY(bench.table()->fontMetrics().horizontalAdvance(state.data().toString()) + 20 <= bench.table()->columnWidth(RunListModel::StateColumn));
            QVERIFY(bench.table()->columnWidth(RunListModel::WhatColumn) >= 130);
            QVERIFY(bench.table()->horizontalScrollBar()->maximum() == 0); // all of it is in sight
            QCOMPARE(bench.table()->isColumnHidden(RunListModel::StepsColumn), width < 1424);
        }
        QVERIFY(bench.table()->model()->index(1, RunListModel::WhatColumn).data(Qt::ToolTipRole).toString().contains(u"rather long name"_s));
    }

    void whatWasDoneSinceIsChosen()
    {
        BadgeRunsBench bench;
        const int first = bench.remove(u"Apex"_s);
        bench.remove(u"Bee"_s);
        bench.openOn(first);
        QCOMPARE(bench.detail()->runId(), first);
        bench.page->activate(); // nothing has happened since
        QCOMPARE(bench.detail()->runId(), first);
        bench.page->hide();
        const int next = bench.remove(u"Summit"_s);
        bench.page->show();
        bench.page->activate();
        QCOMPARE(bench.detail()->runId(), next);
        QVERIFY(bench.table()->selectionModel()->isRowSelected(0, {}));
    }

    void whatIsSearchedForStaysWhenARunIsOpened()
    {
        BadgeRunsBench bench;
        const int summit = bench.remove(u"Summit"_s);
        const int apex = bench.remove(u"Apex"_s);
        bench.open();
        bench.search(u"Apex"_s);
        QCOMPARE(bench.table()->model()->rowCount(), 1);
        bench.page->open(summit);
        QCOMPARE(bench.page->findChild<SearchField *>()->text(), u"Apex"_s);
        QCOMPARE(bench.detail()->runId(), summit);
        QCOMPARE(bench.column(0), (QStringList{QString::number(apex), QString::number(summit)}));
        QVERIFY(bench.said().contains(u"is listed as well"_s));
        bench.page->refresh();
        QCOMPARE(bench.detail()->runId(), summit);
        bench.search(u"Ape"_s); // another search
        QCOMPARE(bench.column(0), QStringList{QString::number(apex)});
    }
};

int runLedgerBadgesTest(int argc, char **argv)
{
    LedgerBadgesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ledger_badges_test.moc"
