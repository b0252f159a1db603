// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/svg_cleaning.h"
#include "support/accessibility_walk.h"
#include "ui/studio/series_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTimer>
#include <QUndoStack>

#include <cmath>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// What becomes of a design: drafts, the design in use, exports, types and series.
class StudioKeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsSurviveACrash()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        QTRY_VERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        QCOMPARE(bench.studio->findChild<QLabel *>(u"draftWords"_s)->text(), u"Kept as a draft on this computer"_s);
        // Changed once more and gone at once, without being closed.
        bench.addLayer(u"Hexagon"_s);
        bench.studio.reset();

        bench.open();
        QCOMPARE(bench.layerNames().mid(0, 2), (QStringList{u"Hexagon"_s, u"Ribbon"_s}));
        QVERIFY(notice(bench).contains(u"not finished"_s));
        QVERIFY(bench.studio->hasUnsaved());
        // Whoever does not want it begins anew.
        auto *shown = bench.studio->findChild<Notice *>();
        shown->findChild<QPushButton *>()->click();
        QCOMPARE(bench.layerNames().first(), u"Star"_s);
        QVERIFY(!bench.studio->hasUnsaved());
        QTRY_VERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        // And may change their mind.
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.layerNames().first(), u"Hexagon"_s);
        QTRY_VERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void draftsAreKeptWhileOneGoesOn()
    {
        StudioBench bench;
        bench.open();
        const auto kept = [&bench] { return bench.store.has(bench.start.key, DesignStore::Stage::Draft); };
        // Layers come and go at once.
        bench.addLayer(u"Ribbon"_s);
        QVERIFY(kept());
        bench.studio->model()->undoStack()->undo();
        QVERIFY(!kept());
        bench.studio->model()->shift(-1);
        QVERIFY(kept());
        bench.studio->model()->undoStack()->undo();
        QVERIFY(!kept());
        // A slider that never rests does not keep it waiting.
        QTimer hand;
        connect(&hand, &QTimer::timeout, bench.studio.get(), [&bench] {
            bench.studio->model()->changeLayer(u"turn"_s, [](Layer &layer) { layer.turn = std::fmod(layer.turn + 1, 300) + 1; });
        });
        hand.start(40);
        QTRY_VERIFY_WITH_TIMEOUT(kept(), 20'000);
        QVERIFY(hand.isActive());
    }

    void unreadableDesignsArePutAside()
    {
        StudioBench bench;
        QVERIFY(bench.store.keep(bench.start.key, DesignStore::Stage::InUse, startDesign(kGold)));
        const QString path = bench.badges.folder.filePath(u"designs/forum/badge-7.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        bench.open();
        QVERIFY(notice(bench).contains(u"put aside"_s));
        QVERIFY(QFile::exists(path + u".unreadable"_s));
        QCOMPARE(bench.layers()->count(), 4);
    }

    void closingAsksAboutChanges()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        // Cancelled: it stays open.
        bench.badges.ask.nextChoice = -1;
        QVERIFY(!bench.studio->close());
        QTRY_COMPARE(bench.badges.ask.choices.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(bench.studio->isVisible());
        // Kept.
        bench.badges.ask.nextChoice = 0;
        bench.button(u"Cancel"_s)->click();
        QTRY_VERIFY(!bench.studio->isVisible());
        QVERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        // Thrown away.
        bench.open();
        bench.badges.ask.nextChoice = 1;
        QTest::keyClick(bench.studio.get(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.studio->isVisible());
        bench.studio.reset();
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void anotherProgramsDesignStays()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        DesignStore theirs(bench.badges.folder.filePath(u"designs"_s), u"forum"_s);
        QVERIFY(theirs.keep(bench.start.key, DesignStore::Stage::InUse, startDesign(kSilver)));
        QVERIFY(bench.store.read(bench.start.key, DesignStore::Stage::InUse)); // as the page does, for what it shows
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.studio->isVisible());
        QVERIFY2(notice(bench).contains(u"Another Badgewright has changed it"_s), qPrintable(notice(bench)));
        QVERIFY(*theirs.read(bench.start.key, DesignStore::Stage::InUse) == startDesign(kSilver));
        bench.badges.ask.nextChoice = 1;
        bench.studio->close();
    }

    void whatItsOwnProgramWroteIsNoObstacle()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        const BadgeDesign drawn = bench.design();
        DesignStore import = bench.store;
        QVERIFY(import.keep(bench.start.key, DesignStore::Stage::InUse, startDesign(kSilver)));
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.studio->isVisible());
        QVERIFY(*bench.store.read(bench.start.key, DesignStore::Stage::InUse) == drawn);
    }

    void usingItKeepsTheDesign()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        const BadgeDesign drawn = bench.design();
        QSignalSpy used(bench.studio.get(), &StudioDialog::designReady);
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(used.size(), 1);
        QVERIFY(used.first().first().value<BadgeDesign>() == drawn);
        QVERIFY(!bench.studio->isVisible());
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        QVERIFY(*bench.store.read(bench.start.key, DesignStore::Stage::InUse) == drawn);
        // It opens again as it was; for another type it follows.
        bench.start.typeId = kSilver;
        bench.open();
        QVERIFY(bench.design() == forType(drawn, kSilver));
        QVERIFY(!bench.studio->hasUnsaved());
        QVERIFY(notice(bench).isEmpty());
    }

    void aFullDiskIsSaid()
    {
        StudioBench bench;
        // A file stands where the folder would be.
        QFile blocker(bench.badges.folder.filePath(u"designs"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        QTRY_VERIFY(bench.studio->findChild<QLabel *>(u"draftWords"_s)->text().contains(u"could not be kept"_s));
        QSignalSpy used(bench.studio.get(), &StudioDialog::designReady);
        bench.button(u"Use this picture"_s)->click();
        QCOMPARE(used.size(), 1);
        QVERIFY(notice(bench).contains(u"could not be kept"_s));
        QVERIFY(bench.studio->isVisible());
        bench.badges.ask.nextChoice = 1;
    }

    void exportsPngAndSvg()
    {
        StudioBench bench;
        bench.open();
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"out.png"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"PNG, 256 px…"_s);
        QTRY_VERIFY(notice(bench).contains(u"out.png"_s));
        QCOMPARE(bench.badges.ask.files.last().suggested, u"Apex 2026.png"_s);
        QCOMPARE(QImage(bench.badges.ask.nextSavePath).size(), QSize(256, 256));
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"out.svg"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"SVG…"_s);
        QTRY_VERIFY(notice(bench).contains(u"out.svg"_s));
        QFile svg(bench.badges.ask.nextSavePath);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray bytes = svg.readAll();
        QCOMPARE(cleanSvg(bytes)->bytes, bytes);
        // A folder that is not there.
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"nowhere/out.svg"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"SVG…"_s);
        QTRY_VERIFY(notice(bench).contains(u"could not be written"_s));
    }

    void goldSilverAndBronze()
    {
        StudioBench bench;
        bench.open();
        QSignalSpy badges(bench.studio.get(), &StudioDialog::badgesWanted);
        bench.badges.ask.nextChoice = 0;
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        QTRY_COMPARE(badges.size(), 1);
        const auto designs = badges.first().first().value<QList<NamedDesign>>();
        // The badge itself is the golden one.
        QCOMPARE(designs.size(), 2);
        QCOMPARE(designs.first().name, u"Apex 2026 (Silver)"_s);
        QCOMPARE(designs.last().name, u"Apex 2026 (Bronze)"_s);
        // Or as pictures, where another one may not be overwritten unasked.
        bench.badges.ask.nextChoice = 1;
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"Apex 2026 (Gold).png"_s);
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        const QString bronze = bench.badges.folder.filePath(u"Apex 2026 (Bronze).png"_s);
        QTRY_VERIFY(QFile::exists(bronze));
        QCOMPARE(QImage(bronze).pixelColor(256, 40), badgeTypeColour(kBronze));
        QTRY_VERIFY(notice(bench).contains(u"Pictures saved"_s));
        QVERIFY(bench.badges.ask.confirmed.isEmpty());
        bench.badges.ask.nextYes = false;
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        QTRY_COMPARE(bench.badges.ask.confirmed.size(), 1);
        QVERIFY(bench.badges.ask.confirmed.first().consequence.contains(u"Apex 2026 (Bronze).png"_s));
    }

    void makesASeriesFromATable()
    {
        StudioBench bench;
        bench.open();
        bench.button(u"Series…"_s)->click();
        QVERIFY(notice(bench).contains(u"text layer"_s));
        bench.studio->findChild<Notice *>()->findChild<QPushButton *>()->click();
        auto *text = bench.studio->findChild<QLineEdit *>(u"layerText"_s);
        text->selectAll();
        QTest::keyClicks(text, u"2026"_s);
        bench.button(u"Series…"_s)->click();
        auto *dialog = bench.studio->findChild<SeriesDialog *>();
        QVERIFY(dialog);
        QTableWidget *table = dialog->table();
        table->setItem(0, 0, new QTableWidgetItem(u"2027"_s));
        QCOMPARE(table->rowCount(), 2); // one more to write in
        QCOMPARE(table->item(0, 1)->text(), u"Apex 2027"_s);
        table->setCurrentCell(1, 0);
        dialog->paste(u"2028, 2029, 2030"_s);
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->item(3, 1)->text(), u"Apex 2030"_s);
        QVERIFY(unnamedControls(dialog).isEmpty());
        shootStudio(dialog, u"series"_s);
        QSignalSpy badges(bench.studio.get(), &StudioDialog::badgesWanted);
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *each : buttons) {
            if (each->text() == u"Make new badges"_s)
                each->click();
        }
        QCOMPARE(badges.size(), 1);
        const auto designs = badges.first().first().value<QList<NamedDesign>>();
        QCOMPARE(designs.size(), 4);
        QCOMPARE(designs.last().design.layers.last().text, u"2030"_s);
    }

    void rowsOfATableArePasted()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Text"_s);
        bench.addLayer(u"Text"_s);
        bench.button(u"Series…"_s)->click();
        QPointer<SeriesDialog> dialog = bench.studio->findChild<SeriesDialog *>();
        QVERIFY(dialog);
        QTableWidget *table = dialog->table();
        QCOMPARE(table->columnCount(), 3);
        auto *pasteList = dialog->findChild<QPushButton *>(u"pasteList"_s);
        QGuiApplication::clipboard()->setText(u"I\t2024\nII\t2025\r\nIII\t2026\n"_s);
        pasteList->click();
        const auto cell = [table](int row, int column) { return table->item(row, column)->text(); };
        QCOMPARE(table->rowCount(), 4);
        QCOMPARE(cell(0, 0) + cell(0, 1), u"I2024"_s);
        QCOMPARE(cell(2, 0) + cell(2, 1), u"III2026"_s);
        // While a cell is being written the rows do not become one word of it.
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        table->setCurrentCell(3, 0);
        table->editItem(table->item(3, 0) ? table->item(3, 0) : (table->setItem(3, 0, new QTableWidgetItem), table->item(3, 0)));
        auto *editor = table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QGuiApplication::clipboard()->setText(u"IV\nV"_s);
        QTest::keySequence(editor, QKeySequence::Paste);
        QTRY_COMPARE(table->rowCount(), 6);
        QCOMPARE(cell(3, 0), u"IV"_s);
        QCOMPARE(cell(4, 0), u"V"_s);
        // Nothing to paste is said.
        QGuiApplication::clipboard()->clear();
        pasteList->click();
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == u"There is no text on the clipboard."_s; }));
    }

    void seriesAreWrittenByKeyboard()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Text"_s);
        bench.studio->model()->changeLayer(u"text"_s, [](Layer &layer) { layer.text = u"A LONG AND WINDING TEXT OF A BADGE"_s; });
        bench.button(u"Series…"_s)->click();
        QPointer<SeriesDialog> dialog = bench.studio->findChild<SeriesDialog *>();
        QVERIFY(dialog);
        QTableWidget *table = dialog->table();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        const auto write = [table](const QString &word) {
            // The first letter opens the cell, the others go to its field.
            for (const QChar letter : word)
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
            QCoreApplication::processEvents(); // Qt takes what was written a moment later
        };
        QTRY_COMPARE(QApplication::focusWidget(), table);
        write(u"ONE"_s);
        write(u"TWO"_s);
        write(u"Well done, Bobby"_s);
        QCOMPARE(table->rowCount(), 4);
        QCOMPARE(table->item(0, 0)->text(), u"ONE"_s);
        QCOMPARE(table->item(1, 0)->text(), u"TWO"_s);
        QCOMPARE(table->item(2, 0)->text(), u"Well done, Bobby"_s);
        // A list is a row each, and one goes on after it.
        write(u"2024, 2025, 2026"_s);
        write(u"2027"_s);
        QCOMPARE(table->rowCount(), 8);
        QCOMPARE(table->item(3, 0)->text(), u"2024"_s);
        QCOMPARE(table->item(5, 0)->text(), u"2026"_s);
        QCOMPARE(table->item(6, 0)->text(), u"2027"_s);
        QCOMPARE(table->currentRow(), 7);
        // A long head says that it goes on.
        QVERIFY2(table->horizontalHeaderItem(0)->text().endsWith(u'…'), qPrintable(table->horizontalHeaderItem(0)->text()));
        shootStudio(dialog, u"series-written"_s);
        // What was written is not lost by Escape.
        bench.badges.ask.nextYes = false;
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_COMPARE(bench.badges.ask.confirmed.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(dialog && dialog->isVisible());
        bench.badges.ask.nextYes = true;
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
    }

    void looseDesignsAreOffered()
    {
        StudioBench bench;
        BadgeDesign lost = startDesign(kGold);
        lost.title = u"Lost and found"_s;
        lost.layers.removeFirst();
        QVERIFY(bench.store.keep(DesignStore::newKey(), DesignStore::Stage::Draft, lost));
        bench.start.key = DesignStore::newKey();
        bench.start.badgeName.clear();
        bench.open();
        QVERIFY(notice(bench).contains(u"Lost and found"_s));
        bench.studio->findChild<Notice *>()->findChild<QPushButton *>()->click();
        QCOMPARE(bench.layers()->count(), 3);
        // It belongs to this badge from when it is kept there.
        QCOMPARE(bench.store.loose({bench.start.key}).size(), 1);
        bench.button(u"Use this picture"_s)->click();
        QVERIFY(bench.store.loose({bench.start.key}).isEmpty());
        QCOMPARE(bench.store.read(bench.start.key, DesignStore::Stage::InUse)->layers.size(), 2);
    }
};

int runStudioKeepingTest(int argc, char **argv)
{
    StudioKeepingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "studio_keeping_test.moc"
