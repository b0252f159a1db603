// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badge_sets/row_changes.h"
#include "ui/badges/icon_hints.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/text_field.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/pill.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

int runIconDialogTest(int argc, char **argv, Theme *theme);
int runWebDropTest(int argc, char **argv);
int runManyBadgesTest(int argc, char **argv);
int runRowDetailsTest(int argc, char **argv, Theme *theme);

/// Sets, and rows that are mended in the import window.
class UiSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anySelectionIsExported()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        choose(bench, {u"Apex 2026"_s, u"Karaoke Night"_s, u"Problem Solver"_s});
        const QString path = bench.folder.filePath(u"three.badges.zip"_s);
        bench.ask.nextChoice = 0;
        bench.ask.nextSavePath = path;
        action(bench, u"Export…"_s)->trigger();
        QTRY_VERIFY(QFile::exists(path));
        const Choice asked = bench.ask.choices.first();
        QCOMPARE(asked.options, (QStringList{u"Export these 3 badge(s)…"_s, u"Export all 7 badge(s)…"_s}));
        QVERIFY2(asked.consequence.contains(u"leaves out 1 badge(s) that came with the forum"_s), qPrintable(asked.consequence));
        QTRY_VERIFY(action(bench, u"Export…"_s)->isEnabled());
        ImportDialog *dialog = imported(bench, path);
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rowCount(), 3);
        dialog->close();
    }

    void aNameOfABadgeShowsWhatItWouldChange()
    {
        BadgesBench bench;
        QDir(bench.folder.path()).mkdir(u"summer"_s);
        put(bench.folder.filePath(u"summer/fern.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        const QByteArray same = bench.forum->pictures.value(bench.badge("Apex 2026").imageUrl.path());
        QVERIFY(!same.isEmpty());
        put(bench.folder.filePath(u"summer/other.png"_s), same);
        ImportDialog *dialog = dropped(bench, {bench.folder.filePath(u"summer"_s)});
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        QCOMPARE(cell(dialog, 0, Column::TypeColumn), u"Bronze"_s); // the usual one
        dialog->findChild<TableView *>()->selectRow(0);

        // At once, before the forum's picture could be looked at. Of the type a folder says nothing.
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Green Thumb"_s));
        QCOMPARE(about(dialog, 0), u"Changed: picture"_s);
        QCOMPARE(cell(dialog, 0, Column::TypeColumn), u"Gold"_s);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        auto *changes = details->findChild<RowChanges *>();
        QTRY_VERIFY(changes->findChild<QLabel *>(u"before-picture"_s) && changes->findChild<QLabel *>(u"after-picture"_s));
        QVERIFY(!changes->findChild<QLabel *>(u"after-badge_type_id"_s));
        shootWidget(details, u"renamed-details"_s);
        details->accept();

        // A picture that turns out to be the forum's own changes nothing.
        QVERIFY(type(dialog, 1, Column::NameColumn, u"Apex 2026"_s));
        QTRY_COMPARE(cell(dialog, 1, Column::StateColumn), u"Same"_s);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Changed"_s);

        const QUrl before = bench.badge("Green Thumb").imageUrl;
        buttonWith(dialog, u"Take"_s)->click();
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 1"_s)->click();
        QTRY_VERIFY(bench.badge("Green Thumb").imageUrl != before);
        QCOMPARE(bench.badge("Green Thumb").typeId, kGold);
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
        dialog->close();
    }

    void theQuestionNamesWhatIsOverwritten()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,description,icon,type\nAnt,,leaf,\nApex 2026,Another description,,silver\nGreen Thumb,Waters,,\nKaraoke Night,Sings,,\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 1, Column::ActionColumn, u"Update"_s));
        QVERIFY(type(dialog, 2, Column::ActionColumn, u"Update"_s));
        bench.ask.nextYes = false;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        const QString said = bench.ask.confirmed.first().consequence;
        QVERIFY2(said.startsWith(u"2 of them is/are on the forum already and will be changed: “Apex 2026” ("_s), qPrintable(said));
        const QString first = said.section(u'\n', 0, 0);
        QVERIFY2(first.contains(u"type"_s) && first.contains(u"“Green Thumb” (description"_s) && !first.contains(u"Karaoke"_s) && !first.contains(u"Ant"_s), qPrintable(first));
        // New ones alone need no such word.
        QVERIFY(type(dialog, 1, Column::ActionColumn, u"Leave out"_s));
        QVERIFY(type(dialog, 2, Column::ActionColumn, u"Leave out"_s));
        QTRY_VERIFY(buttonWith(dialog, u"Publish 1"_s)->isEnabled()); // answered
        buttonWith(dialog, u"Publish 1"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 2);
        QVERIFY(!bench.ask.confirmed.last().consequence.contains(u"already"_s));
        bench.ask.nextYes = true;
        dialog->close();
    }

    void aTableInAFolderIsOffered()
    {
        BadgesBench bench;
        QDir(bench.folder.path()).mkdir(u"summer"_s);
        put(bench.folder.filePath(u"summer/fern.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        put(bench.folder.filePath(u"summer/badges.csv"_s), "name,picture,type\nFern Finder,fern.png,silver\nAnt,,\n");
        QPointer<ImportDialog> dialog = dropped(bench, {bench.folder.filePath(u"summer"_s)});
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        const auto notices = dialog->findChildren<Notice *>();
        const auto said = std::find_if(notices.begin(), notices.end(), [](const Notice *one) { return one->isVisible() && one->sentence().contains(u"badges.csv"_s); });
        QVERIFY(said != notices.end());
        QVERIFY2((*said)->details().contains(u"left out: badges.csv."_s), qPrintable((*said)->details()));
        shootDialog(dialog, u"with-table"_s);
        QVERIFY(buttonWith(*said, u"Open it as the table"_s));
        buttonWith(*said, u"Open it as the table"_s)->click();
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY(dialogOf(bench) && rowsOf(dialogOf(bench))->rowCount() == 2);
        QTRY_COMPARE(cell(dialogOf(bench), 0, Column::NameColumn), u"Fern Finder"_s);
        QCOMPARE(cell(dialogOf(bench), 0, Column::TypeColumn), u"Silver"_s);
        dialogOf(bench)->close();
    }

    void aFilterHoldsWhatMatches()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nFirst Seed,leaf\nBee,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        auto *table = dialog->findChild<TableView *>();
        const auto tile = [dialog](const QString &word) {
            const auto tiles = dialog->findChildren<CountTile *>();
            return *std::find_if(tiles.begin(), tiles.end(), [&](const CountTile *one) { return one->text() == word; });
        };
        table->selectRow(2);
        tile(u"Name is taken"_s)->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1); // and what the buttons do is about it
        QVERIFY(buttonWith(dialog, u"Another name"_s)->isEnabled());
        // It stays under the hand, and goes when the editor does.
        const QModelIndex name = rowsOf(dialog)->index(0, Column::NameColumn);
        table->setCurrentIndex(name);
        table->edit(name);
        QVERIFY(table->indexWidget(name));
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Second Seed"_s));
        QCOMPARE(tile(u"Name is taken"_s)->count(), 0);
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 0);
        QVERIFY(!buttonWith(dialog, u"Another name"_s)->isEnabled());
        tile(u"New"_s)->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 3);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);

        // With the keyboard alone: the focus goes to the rows, not to the first of the filters.
        QPushButton *publish = buttonWith(dialog, u"Publish 3"_s);
        publish->setFocus();
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        QTest::keyClick(publish, Qt::Key_Space);
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        QCOMPARE(dialog->focusWidget(), table);
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(bench.id("Bee"));
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        dialog->close();
    }

    void aRowIsMendedWithoutItsPicture()
    {
        BadgesBench bench;
        put(bench.folder.filePath(u"broken.png"_s), png(drawnBadge(Qt::yellow, Qt::black)).left(900));
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,picture\nBee Keeper,broken.png\nApex 2026,broken.png\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        const auto said = [dialog] {
            for (auto *label : dialog->findChildren<TextLabel *>()) {
                if (label->isVisible() && label->text().startsWith(u"Row "_s))
                    return label->text();
            }
            return QString();
        };
        QCOMPARE(said(), u"Row 2, broken.png: The picture is cut off: the end of the file is missing. Fetch or save it again."_s);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Problem"_s);
        auto *table = dialog->findChild<TableView *>();
        table->selectAll();
        buttonWith(dialog, u"Without picture"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        // The forum keeps the picture that it has.
        QCOMPARE(cell(dialog, 1, Column::StateColumn), u"Same"_s);
        QVERIFY(dialog->hasUnsaved());
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        auto *after = details->findChild<QPushButton *>(u"withoutPicture"_s);
        QCOMPARE(after->text(), u"With its picture after all"_s);
        after->click();
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Problem"_s);

        // Another picture in its place.
        put(bench.folder.filePath(u"whole.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        bench.ask.nextOpenPath = bench.folder.filePath(u"whole.png"_s);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        // One that is none leaves it.
        bench.ask.nextOpenPath = bench.folder.filePath(u"broken.png"_s);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_VERIFY(details->findChild<TextLabel *>(u"rowPictureWords"_s)->text().contains(u"cut off"_s));
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        details->accept();
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 1 "_s)->click();
        QTRY_VERIFY(bench.id("Bee Keeper"));
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
        QVERIFY(bench.badge("Bee Keeper").imageUploadId);
        dialog->close();
    }

    void rowsWithIconsShowThem()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nBee Keeper,leaf\nPear Pruner,bolt\nMoth Friend,no-such-icon\nPlum Picker,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        const auto thumb = [dialog](int row) { return rowsOf(dialog)->index(row, Column::NameColumn).data(Qt::DecorationRole).value<QPixmap>().toImage(); };
        QTRY_VERIFY(thumb(0) != thumb(1) && thumb(0) != thumb(2));
        QCOMPARE(thumb(0), thumb(3));
        dialog->close();
    }

    void rowsToLookAtAreMarkedCountedAndFound()
    {
        BadgesBench bench;
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon,picture,grouping,type\nBee,leaf,,Orchard,\nWasp,no-such-icon,,,\nAnt,,bee.png,,\nMoth,,bee.png,,\nFly,leaf,,,lead\n"
                  "apex 2026,leaf,,,\nApex 2026,certificate,,,gold\nKaraoke Night,no-such-icon,,,silver\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        const auto state = [dialog](int row) { return cell(dialog, row, Column::StateColumn); };
        QCOMPARE(state(0), u"New"_s); // that its grouping is made first is as it should be
        QVERIFY2(about(dialog, 0).contains(u"it is made first"_s), qPrintable(about(dialog, 0)));
        QCOMPARE(state(1), u"New · look"_s);
        QVERIFY2(about(dialog, 1).contains(u"has no icon “no-such-icon”"_s), qPrintable(about(dialog, 1)));
        QCOMPARE(state(2), u"New"_s);
        QCOMPARE(state(3), u"New · look"_s);
        QCOMPARE(state(4), u"Problem"_s); // worse than something to look at
        QCOMPARE(state(5), u"New · look"_s); // a name that differs only in capital letters
        QCOMPARE(state(6), u"Same"_s);
        QCOMPARE(state(7), u"Changed · look"_s);
        const auto tone = [dialog](int row) { return Tone(rowsOf(dialog)->index(row, Column::StateColumn).data(kToneRole).toInt()); };
        QCOMPARE(tone(0), Tone::Good);
        QCOMPARE(tone(1), Tone::Look);

        const auto tiles = dialog->findChildren<CountTile *>();
        QStringList words;
        QHash<QString, CountTile *> tile;
        for (CountTile *one : tiles) {
            words << one->text();
            tile.insert(one->text(), one);
        }
        QCOMPARE(words, (QStringList{u"Problem"_s, u"To look at"_s, u"New"_s, u"Changed"_s, u"Same"_s, u"Name is taken"_s}));
        QCOMPARE(tile[u"To look at"_s]->count(), 4);
        QCOMPARE(tile[u"New"_s]->count(), 5);
        QCOMPARE(tile[u"Problem"_s]->count(), 1);
        tile[u"To look at"_s]->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 4);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Wasp"_s);
        tile[u"Problem"_s]->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        tile[u"Problem"_s]->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 8);
        // Put right, it is marked no more; another picture takes what was said of the old one with it.
        QVERIFY(type(dialog, 1, Column::IconColumn, u"leaf"_s));
        QCOMPARE(state(1), u"New"_s);
        RowDetails *details = detailsOf(dialog, 3);
        QVERIFY(details);
        put(bench.folder.filePath(u"moth.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        bench.ask.nextOpenPath = bench.folder.filePath(u"moth.png"_s);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(state(3), u"New"_s);
        details->accept();
        QCOMPARE(tile[u"To look at"_s]->count(), 2);
        bench.ask.nextYes = true;
        dialog->close();
    }

    void anEmptyCellClearsNothing()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,description,long description,type\nApex 2026,,,silver\nGreen Thumb,,,silver\nAnt,,,\n");
        for (Badge &badge : bench.forum->catalogue.badges) {
            if (badge.name == u"Green Thumb"_s)
                badge.description = u"Waters daily"_s;
        }
        const QString before = bench.badge("Apex 2026").description;
        const QString longBefore = bench.badge("Apex 2026").longDescription;
        QVERIFY(!before.isEmpty() && !longBefore.isEmpty());
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY2(about(dialog, 0).startsWith(u"Changed: type"_s) && !about(dialog, 0).contains(u"description,"_s), qPrintable(about(dialog, 0)));
        // What the forum has is shown, and shown to be so.
        const QModelIndex description = rowsOf(dialog)->index(0, Column::DescriptionColumn);
        QCOMPARE(description.data().toString(), before);
        QCOMPARE(description.data(Qt::ForegroundRole).value<QColor>(), tokens(dialog).secondary);
        QVERIFY(description.data(Qt::ToolTipRole).toString().endsWith(u"The import does not say it; it stays as it is on the forum."_s));
        // Looked at in its cell and left, it is no change.
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, before));
        QVERIFY(!dialog->isUnfinished());
        // Cleared expressly, it is one.
        RowDetails *details = detailsOf(dialog, 1);
        QVERIFY(details);
        auto *text = details->findChildren<QPlainTextEdit *>().at(0);
        QVERIFY(!text->toPlainText().isEmpty());
        text->setFocus();
        text->selectAll();
        QTest::keyClick(text, Qt::Key_Delete);
        QVERIFY2(about(dialog, 1).startsWith(u"Changed: description, type"_s), qPrintable(about(dialog, 1)));
        const auto *after = details->findChild<RowChanges *>()->findChild<QLabel *>(u"after-description"_s);
        QVERIFY(after);
        QCOMPARE(after->text(), u"nothing"_s);
        details->accept();
        QVERIFY(type(dialog, 0, Column::ActionColumn, u"Update"_s));
        QVERIFY(type(dialog, 1, Column::ActionColumn, u"Update"_s));
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(bench.id("Ant") && bench.badge("Green Thumb").description.isEmpty());
        QCOMPARE(bench.badge("Apex 2026").typeId, kSilver);
        QCOMPARE(bench.badge("Apex 2026").description, before);
        QCOMPARE(bench.badge("Apex 2026").longDescription, longBefore);
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        dialog->close();
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, ThemeChoice::Light);
    UiSetsTest test;
    return QTest::qExec(&test, argc, argv) + runIconDialogTest(argc, argv, &theme) + runWebDropTest(argc, argv) + runManyBadgesTest(argc, argv)
        + runRowDetailsTest(argc, argv, &theme);
}

#include "ui_sets_test.moc"
