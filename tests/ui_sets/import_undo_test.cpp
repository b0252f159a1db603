// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details_bench.h"
#include "import_bench.h"

#include "ui/badges/text_field.h"
#include "ui/kit/count_tiles.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// The button in the window itself, not in one of its dialogs.
QToolButton *step(QWidget *window, const QString &name)
{
    const auto all = window->findChildren<QToolButton *>(name);
    const auto own = std::find_if(all.begin(), all.end(), [window](const QToolButton *one) { return one->window() == window; });
    return own == all.end() ? nullptr : *own;
}

QString wouldUndo(QWidget *window)
{
    const QToolButton *button = step(window, u"undo"_s);
    return button->isEnabled() ? button->accessibleName() : QString();
}

QString wouldRedo(QWidget *window)
{
    const QToolButton *button = step(window, u"redo"_s);
    return button->isEnabled() ? button->accessibleName() : QString();
}

QString fourBadges(const ImportBench &bench)
{
    put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
    put(bench.folder.filePath(u"other.png"_s), png(drawnBadge(Qt::green, Qt::black)));
    put(bench.folder.filePath(u"broken.png"_s), png(drawnBadge(Qt::red, Qt::black)).left(700));
    const QString path = bench.folder.filePath(u"badges.csv"_s);
    put(path, "name,description,icon,picture\nAnt,Carries,leaf,\nBee,Hums,,bee.png\nFly,Bites,leaf,\nMoth,Turns,,broken.png\n");
    return path;
}

} // namespace

/// What is done to the rows of an import is undone and redone, step by step.
class ImportUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreUndoneAndRedone()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
        QCOMPARE(wouldUndo(dialog), QString());
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Red Ant"_s));
        QCOMPARE(wouldUndo(dialog), u"Undo: name of Ant"_s);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Black Ant"_s)); // a cell typed again is a step of its own
        QVERIFY(type(dialog, 1, Column::TypeColumn, u"Gold"_s));
        QVERIFY(type(dialog, 1, Column::GroupingColumn, u"Events"_s));
        QVERIFY(type(dialog, 2, Column::IconColumn, u"bolt"_s));
        QVERIFY(type(dialog, 2, Column::ActionColumn, u"Leave out"_s));
        QCOMPARE(wouldUndo(dialog), u"Undo: leaving out Fly"_s);

        auto *table = dialog->findChild<TableView *>();
        table->setFocus();
        table->selectRow(3);
        QTest::keySequence(table, QKeySequence::Undo);
        QCOMPARE(cell(dialog, 2, Column::ActionColumn), u"Create"_s);
        QCOMPARE(table->currentIndex().row(), 2); // where it happened
        QCOMPARE(wouldUndo(dialog), u"Undo: icon of Fly"_s);
        QCOMPARE(wouldRedo(dialog), u"Redo: leaving out Fly"_s);
        QTest::keySequence(table, QKeySequence::Undo);
        QCOMPARE(cell(dialog, 2, Column::IconColumn), u"leaf"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 1, Column::GroupingColumn), QString());
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 1, Column::TypeColumn), u"Bronze"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Red Ant"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Ant"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        QVERIFY(!dialog->isUnfinished());

        for (int i = 0; i < 6; ++i)
            QTest::keySequence(table, QKeySequence::Redo);
        QCOMPARE(wouldRedo(dialog), QString());
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Black Ant"_s);
        QCOMPARE(cell(dialog, 1, Column::TypeColumn), u"Gold"_s);
        QCOMPARE(cell(dialog, 1, Column::GroupingColumn), u"Events"_s);
        QCOMPARE(cell(dialog, 2, Column::IconColumn), u"bolt"_s);
        QCOMPARE(cell(dialog, 2, Column::ActionColumn), u"Leave out"_s);
        // As it stands there it goes to the forum.
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 2"_s)->click();
        QTRY_VERIFY(bench.id("Black Ant") && bench.id("Bee"));
        QCOMPARE(bench.badge("Bee").typeId, kGold);
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
        // What was published is undone in the ledger; the rest still here.
        QTRY_COMPARE(wouldUndo(dialog), u"Undo: leaving out Fly"_s);
        step(dialog, u"undo"_s)->click();
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 2, Column::IconColumn), u"leaf"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Black Ant"_s);
        dialog->close();
    }

    void whatIsDoneToManyRowsIsOneStep()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        auto *table = dialog->findChild<TableView *>();
        table->selectAll();
        buttonWith(dialog, u"Leave out"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Leave out"_s);
        QCOMPARE(wouldUndo(dialog), u"Undo: leaving out 3 row(s)"_s); // the fourth was out
        buttonWith(dialog, u"Without picture"_s)->click();
        QCOMPARE(cell(dialog, 3, Column::StateColumn), u"New"_s);
        QCOMPARE(wouldUndo(dialog), u"Undo: picture of Moth"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 3, Column::StateColumn), u"Problem"_s);
        step(dialog, u"undo"_s)->click();
        for (int row = 0; row < 3; ++row)
            QCOMPARE(cell(dialog, row, Column::ActionColumn), u"Create"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        step(dialog, u"redo"_s)->click();
        QVERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        buttonWith(dialog, u"Take"_s)->click();
        QCOMPARE(wouldUndo(dialog), u"Undo: taking 3 row(s)"_s);
        QCOMPARE(wouldRedo(dialog), QString()); // another road was taken
        bench.ask.nextYes = true;
        dialog->close();
    }

    void anotherNameIsTakenBackWithItsChoice()
    {
        ImportBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,description\nApex 2026,Another\nKaraoke Night,Sings\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::ActionColumn, u"Update"_s));
        dialog->findChild<TableView *>()->selectAll();
        buttonWith(dialog, u"Another name"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Apex 2026 2"_s);
        QCOMPARE(cell(dialog, 1, Column::StateColumn), u"New"_s);
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Create"_s);
        QCOMPARE(wouldUndo(dialog), u"Undo: name of 2 row(s)"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Apex 2026"_s);
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Update"_s); // as it was chosen before
        QCOMPARE(cell(dialog, 1, Column::ActionColumn), u"Leave out"_s);
        bench.ask.nextYes = true;
        dialog->close();
    }

    void theDetailsAreUndoneWhereTheyStand()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details && QTest::qWaitForWindowActive(details));
        const auto boxes = details->findChildren<QPlainTextEdit *>();
        boxes.at(1)->setFocus();
        QTest::keyClicks(boxes.at(1), u"All about ants"_s);
        QCOMPARE(wouldUndo(details), u"Undo: long description of Ant"_s);
        boxes.at(0)->setFocus();
        QTest::keyClicks(boxes.at(0), u"!"_s);
        details->findChild<QAbstractButton *>(u"allow_title"_s)->click();
        QCOMPARE(wouldUndo(details), wouldUndo(dialog));
        const QString title = wouldUndo(details);
        QVERIFY2(title.endsWith(u" of Ant"_s), qPrintable(title));
        buttonWith(details, u"Next row"_s)->click();
        bench.ask.nextOpenPath = bench.folder.filePath(u"other.png"_s);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(wouldUndo(details), u"Undo: picture of Bee"_s);
        const auto picture = [dialog] { return rowsOf(dialog)->index(1, Column::NameColumn).data(Qt::DecorationRole).value<QPixmap>().toImage(); };
        const QImage chosen = picture();
        QTest::keySequence(details, QKeySequence::Undo);
        QVERIFY(picture() != chosen);
        QCOMPARE(details->row(), 1);
        // On where the step before it was.
        QTest::keySequence(details, QKeySequence::Undo);
        QCOMPARE(details->row(), 0);
        QVERIFY(!details->findChild<QAbstractButton *>(u"allow_title"_s)->isChecked());
        step(details, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::DescriptionColumn), u"Carries"_s);
        QCOMPARE(boxes.at(0)->toPlainText(), u"Carries"_s);
        QCOMPARE(boxes.at(1)->toPlainText(), u"All about ants"_s);
        step(details, u"undo"_s)->click(); // all its letters at once
        QCOMPARE(boxes.at(1)->toPlainText(), QString());
        QCOMPARE(wouldUndo(details), QString());
        for (int i = 0; i < 4; ++i)
            step(details, u"redo"_s)->click();
        QCOMPARE(picture(), chosen);
        QCOMPARE(boxes.at(1)->toPlainText(), u""_s); // the row of the picture is looked at
        buttonWith(details, u"Row before"_s)->click();
        QCOMPARE(boxes.at(1)->toPlainText(), u"All about ants"_s);
        details->accept();
        bench.ask.nextYes = true;
        dialog->close();
    }

    void whatWasTypedAndTakenBackIsNoStep()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        auto *name = details->findChild<QLineEdit *>();
        name->setFocus();
        name->setCursorPosition(int(name->text().size()));
        QTest::keyClicks(name, u"s"_s);
        QCOMPARE(wouldUndo(details), u"Undo: name of Ant"_s);
        QTest::keyClick(name, Qt::Key_Backspace);
        QCOMPARE(wouldUndo(details), QString());
        auto *text = details->findChildren<QPlainTextEdit *>().at(1); // of which the table says nothing
        text->setFocus();
        QTest::keyClicks(text, u"s"_s);
        QTest::keyClick(text, Qt::Key_Backspace);
        QCOMPARE(wouldUndo(details), QString());
        QVERIFY(!dialog->isUnfinished());
        details->accept();
        dialog->close();
    }

    void whatIsUndoneIsKeptSo()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Red Ant"_s));
        QVERIFY(type(dialog, 2, Column::DescriptionColumn, u"Typed here"_s));
        QTRY_VERIFY(bench.isKept("Typed here"));
        step(dialog, u"undo"_s)->click();
        QTRY_VERIFY(!bench.isKept("Typed here"));
        QVERIFY(bench.isKept("Red Ant"));
        step(dialog, u"undo"_s)->click();
        QTRY_VERIFY(!bench.isKept()); // nothing is left that could be lost
        step(dialog, u"redo"_s)->click();
        QTRY_VERIFY(bench.isKept("Red Ant"));
        bench.killed();
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Red Ant"_s);
        QCOMPARE(cell(dialog, 2, Column::DescriptionColumn), u"Bites"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        dialog->close();
    }

    void aFilterGivesWayToWhatIsUndone()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Red Ant"_s));
        auto *tiles = dialog->findChild<CountTileRow *>();
        tiles->tile(int(artwork::SetState::Problem))->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(tiles->current(), -1);
        QCOMPARE(dialog->findChild<TableView *>()->currentIndex().row(), 0);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Ant"_s);
        dialog->close();
    }

    void rowsUnderWayAreNotUndone()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {fourBadges(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Red Ant"_s));
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        QVERIFY(!step(dialog, u"undo"_s)->isEnabled());
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        dialog->close();
    }

    void rowsThatAreGoneDropOut()
    {
        ImportBench bench;
        const QString path = fourBadges(bench);
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Carries much"_s));
        QVERIFY(type(dialog, 2, Column::DescriptionColumn, u"Bites much"_s));
        put(path, "name,description,icon\nAnt,Carries,leaf\n");
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 1);
        QTRY_COMPARE(wouldUndo(dialog), u"Undo: description of Ant"_s);
        step(dialog, u"undo"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::DescriptionColumn), u"Carries"_s);
        QCOMPARE(wouldUndo(dialog), QString());
        dialog->close();
    }
};

int runImportUndoTest(int argc, char **argv)
{
    ImportUndoTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "import_undo_test.moc"
