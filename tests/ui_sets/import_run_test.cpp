// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_bench.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// Buttons that would go on with the run.
int waysOn(ImportDialog *dialog)
{
    const auto all = dialog->findChildren<QAbstractButton *>();
    return int(std::count_if(all.begin(), all.end(), [](const QAbstractButton *one) { return one->isVisible() && (one->text().startsWith(u"Go on"_s) || one->text() == u"Resume"_s); }));
}

} // namespace

/// The run that publishes an import, and the window that is closed, discarded or begun anew meanwhile.
class ImportRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsRunIsGoneOnWith_data()
    {
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("here") << false;
        QTest::newRow("over meanwhile") << true;
    }

    void itsRunIsGoneOnWith()
    {
        QFETCH(bool, elsewhere);
        ImportBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nBee,leaf\nFly,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        bench.ask.nextYes = true;
        bench.forum->refuseNext(u"badge-create"_s, Error::of(ErrorKind::Unauthorised), 1, 1); // it pauses by itself
        buttonWith(dialog, u"Publish 3"_s)->click(); // as it was read
        QTRY_VERIFY(buttonWith(dialog, u"Go on with the run"_s));
        QCOMPARE(waysOn(dialog), 1);
        QVERIFY(bench.id("Ant") && !bench.id("Bee") && !bench.id("Fly"));
        QTRY_VERIFY(bench.isKept("\"run\": 1"));

        // The program ends.
        bench.page.reset();
        bench.runs.reset();
        bench.runs = std::make_unique<runs::RunCentre>(bench.ledger.get(), &bench.clock);
        if (elsewhere) {
            const auto run = bench.runs->resume(1, bench.forum);
            QVERIFY(run);
            QTRY_COMPARE((*run)->state(), runs::RunState::Done);
        }
        openOn(bench, "Apex 2026");
        QTRY_COMPARE(bench.said(), u"An import of 3 badge(s) is not finished."_s);
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Same"_s); // that is done
        if (!elsewhere) {
            QCOMPARE(noticeOf(dialog, u"run 1"_s), u"It is being published in run 1, which has paused."_s);
            QVERIFY(!buttonWith(dialog, u"Publish"_s)); // not a second time
            QVERIFY(!(rowsOf(dialog)->index(2, Column::NameColumn).flags() & Qt::ItemIsEditable));
            QVERIFY(!type(dialog, 2, Column::ActionColumn, u"Leave out"_s)); // it goes with the run
            shootDialog(dialog, u"of-a-run"_s);
            QCOMPARE(waysOn(dialog), 1);
            QPushButton *goOn = buttonWith(dialog, u"Go on with the run"_s);
            QVERIFY(goOn && goOn->isEnabled());
            goOn->click();
            QTRY_VERIFY(bench.id("Bee") && bench.id("Fly"));
            QCOMPARE(bench.runs->ledger()->runs()->size(), 1);
        }
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        QTRY_COMPARE(stateAfter(dialog, 2), elsewhere ? u"Same"_s : u"Published"_s); // not by this window
        QVERIFY(rowsOf(dialog)->index(2, Column::NameColumn).flags() & Qt::ItemIsEditable);
        QCOMPARE(noticeOf(dialog, u"run 1"_s), QString());
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        QCOMPARE(bench.said(), QString());
        QVERIFY(!bench.isKept());
    }

    void discardingSaysWhatBecomesOfItsRun_data()
    {
        QTest::addColumn<bool>("later");
        QTest::newRow("while it is paused here") << false;
        QTest::newRow("after the program ended") << true;
    }

    void discardingSaysWhatBecomesOfItsRun()
    {
        QFETCH(bool, later);
        ImportBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nBee,leaf\nFly,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        bench.ask.nextYes = true;
        bench.forum->refuseNext(u"badge-create"_s, Error::of(ErrorKind::Unauthorised), 1, 2); // two go, and it pauses by itself
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Go on with the run"_s));
        QVERIFY(bench.id("Bee") && !bench.id("Fly"));
        QTRY_VERIFY(bench.isKept("\"run\": 1"));
        dialog->close();
        if (later) {
            bench.page.reset();
            bench.runs.reset();
            bench.runs = std::make_unique<runs::RunCentre>(bench.ledger.get(), &bench.clock);
            openOn(bench, "Apex 2026");
        }
        QTRY_COMPARE(bench.said(), u"An import of 3 badge(s) is not finished."_s);
        const QString becomes = u"2 of the 3 badge(s) of run 1 is/are published already and stay(s) on the forum. The run stays paused in the ledger, where it can be gone on with or undone."_s;
        // Also where another file would take its place.
        bench.ask.nextChoice = 0;
        put(bench.folder.filePath(u"other.csv"_s), "name,icon\nEel,leaf\n");
        const qsizetype before = bench.ask.choices.size();
        QVERIFY(dropOn(bench.page->findChild<QTreeView *>()->viewport(), {bench.folder.filePath(u"other.csv"_s)}));
        QTRY_COMPARE(bench.ask.choices.size(), before + 1);
        QVERIFY2(bench.ask.choices.last().consequence.endsWith(becomes), qPrintable(bench.ask.choices.last().consequence));
        QTRY_VERIFY(dialogOf(bench));
        dialogOf(bench)->close();
        QTRY_VERIFY(buttonWith(bench.notice(), u"Discard…"_s));
        buttonWith(bench.notice(), u"Discard…"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.last().title, u"Discard the import that is not finished?"_s);
        QCOMPARE(bench.ask.confirmed.last().consequence, u"What you changed in it is lost. "_s + becomes);
        QTRY_VERIFY(!bench.isKept());
        // The run is as it was, and the ledger goes on with it.
        QVERIFY(bench.id("Ant") && bench.id("Bee"));
        QCOMPARE(bench.runs->ledger()->run(1)->state, runs::RunState::Paused);
    }

    void closedWhilePublishingItLooksAtTheEnd_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("all goes well") << false;
        QTest::newRow("one fails") << true;
    }

    void closedWhilePublishingItLooksAtTheEnd()
    {
        QFETCH(bool, fails);
        ImportBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nBee,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 1, Column::DescriptionColumn, u"Typed here"_s));
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        if (fails)
            bench.forum->refuseNext(u"badge-create"_s, Error::of(ErrorKind::Invalid, u"not today"_s), 1, 1);
        buttonWith(dialog, u"Publish 2"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        dialog->close();
        QVERIFY(!dialogOf(bench));
        QCOMPARE(bench.ask.confirmed.size(), 1); // that of publishing
        QPointer<ImportDialog> hidden = dialog;
        QVERIFY(hidden); // it waits for the run
        // Shown again, it is the same one.
        action(bench, u"Import…"_s)->trigger();
        QVERIFY(dialogOf(bench) == hidden);
        dialog->close();
        QVERIFY(bench.isKept("Typed here"));
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(!hidden);
        if (fails) {
            QCOMPARE(bench.said(), u"An import of 2 badge(s) is not finished."_s);
            dialog = bench.goneOn();
            QVERIFY(dialog);
            QCOMPARE(cell(dialog, 1, Column::DescriptionColumn), u"Typed here"_s);
            dialog->close();
        } else {
            QVERIFY(bench.id("Bee"));
            QCOMPARE(bench.said(), QString());
            QVERIFY(!QDir(bench.own() + u"/import"_s).exists());
        }
    }

    void aHiddenOneIsDiscardedToo()
    {
        ImportBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nBee,leaf\nFly,leaf\n");
        QPointer<ImportDialog> dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 2, Column::DescriptionColumn, u"Typed here"_s));
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        buttonWith(dialog, u"Pause"_s)->click();
        dialog->close();
        QVERIFY(dialog && !dialog->isVisible());
        QCOMPARE(bench.said(), u"An import of 3 badge(s) is not finished."_s);
        buttonWith(bench.notice(), u"Go on"_s)->click(); // the window that is there
        QVERIFY(dialog->isVisible());
        dialog->close();
        buttonWith(bench.notice(), u"Discard…"_s)->click();
        QTRY_VERIFY(!dialog);
        QVERIFY2(bench.ask.confirmed.last().consequence.contains(u"What you changed in it is lost. Nothing of run 1 is published yet. The run stays paused in the ledger, where it can be gone on with or undone."_s), qPrintable(bench.ask.confirmed.last().consequence));
        QVERIFY(!QDir(bench.own() + u"/import"_s).exists());
        QCOMPARE(bench.said(), QString());
        bench.forum->holding = false;
        bench.forum->release();
    }
};

int runImportRunTest(int argc, char **argv)
{
    ImportRunTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "import_run_test.moc"
