// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/sets_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badge_sets/row_changes.h"
#include "ui/badge_sets/row_details.h"
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

namespace {

Theme *theTheme = nullptr;

RowDetails *detailsOf(ImportDialog *dialog, int row)
{
    dialog->findChild<TableView *>()->selectRow(row);
    buttonWith(dialog, u"Details…"_s)->click();
    return dialog->findChild<RowDetails *>();
}

void shootWidget(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        widget->grab().save(u"%1/import-%2.png"_s.arg(folder, name));
}

} // namespace

int runIconDialogTest(int argc, char **argv, Theme *theme);
int runWebDropTest(int argc, char **argv);
int runManyBadgesTest(int argc, char **argv);
int runUnfinishedImportTest(int argc, char **argv, Theme *theme);
int runImportDesignsTest(int argc, char **argv);
int runKeptImportTest(int argc, char **argv);
int runImportUndoTest(int argc, char **argv);
int runImportFindingsTest(int argc, char **argv, Theme *theme);

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
        QTRY_COMPARE(cell(dialog, 0, Column::StateColumn), u"Same"_s);
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
        QTRY_COMPARE(cell(dialog, 0, Column::StateColumn), u"Same"_s);
        QVERIFY(bench.badge("Bee Keeper").imageUploadId);
        dialog->close();
    }

    void textsAndSwitchesAreEdited()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon,listable,type\nBee Keeper,leaf,perhaps,gold\nApex 2026,certificate,,gold\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY2(about(dialog, 0).contains(u"“perhaps” in the column “listable” is neither yes nor no."_s), qPrintable(about(dialog, 0)));
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        QCOMPARE(unnamedControls(details), QStringList());
        details->findChild<QCheckBox *>(u"listable"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        details->findChild<QCheckBox *>(u"listable"_s)->click();
        details->findChild<QCheckBox *>(u"allow_title"_s)->click();
        details->findChild<QCheckBox *>(u"show_posts"_s)->click();
        details->findChild<QCheckBox *>(u"show_in_post_header"_s)->click();
        const auto boxes = details->findChildren<QPlainTextEdit *>();
        QCOMPARE(boxes.size(), 2);
        QTest::keyClicks(boxes.at(1), u"All about bees"_s);
        buttonWith(details, u"Next row"_s)->click();
        QCOMPARE(details->row(), 1);
        // What the source does not say shows as the forum has it.
        QVERIFY(details->findChild<QCheckBox *>(u"allow_title"_s)->isChecked());
        QVERIFY(boxes.at(1)->toPlainText().startsWith(u"Blessing"_s));
        QCOMPARE(cell(dialog, 1, Column::StateColumn), u"Same"_s);
        details->findChild<QCheckBox *>(u"multiple_grant"_s)->click();
        QCOMPARE(cell(dialog, 1, Column::StateColumn), u"Changed"_s);
        details->accept();
        QVERIFY(type(dialog, 1, Column::ActionColumn, u"Update"_s));
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 2"_s)->click();
        QTRY_VERIFY(bench.id("Bee Keeper") && bench.badge("Apex 2026").multipleGrant);
        const Badge bee = bench.badge("Bee Keeper");
        QCOMPARE(bee.longDescription, u"All about bees"_s);
        QVERIFY(bee.allowTitle && bee.showPosts && bee.showInPostHeader.value_or(false) && bee.listable);
        QTRY_COMPARE(cell(dialog, 1, Column::StateColumn), u"Same"_s);
        QVERIFY(!dialog->hasUnsaved());
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

    void aChangedRowShowsWhatTheForumHas()
    {
        BadgesBench bench;
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,picture,type,grouping,description,listable,long description\nBee,bee.png,,,,,\n"
                  "Apex 2026,bee.png,silver,Orchard,,no,\"Blessing of the orchard council. You are awesome and everyone should know!\"\nKaraoke Night,,silver,,,,\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        auto *changes = details->findChild<RowChanges *>();
        QVERIFY(changes->isHidden()); // a new one has nothing before it
        buttonWith(details, u"Next row"_s)->click();
        QVERIFY(changes->isVisible());
        const auto shown = [changes](const QString &field) {
            const auto *before = changes->findChild<QLabel *>(u"before-"_s + field);
            const auto *after = changes->findChild<QLabel *>(u"after-"_s + field);
            return before && after ? before->text() + u" → "_s + after->text() : QString();
        };
        QCOMPARE(shown(u"badge_type_id"_s), u"Gold → Silver"_s);
        QCOMPARE(shown(u"badge_grouping_id"_s), u"Events → Orchard"_s);
        QCOMPARE(shown(u"listable"_s), u"yes → no"_s);
        QCOMPARE(shown(u"description"_s), QString()); // an empty cell says nothing
        QCOMPARE(shown(u"long_description"_s), QString()); // unchanged
        QCOMPARE(shown(u"icon"_s), QString());
        // Both pictures.
        QTRY_VERIFY(changes->findChild<QLabel *>(u"before-picture"_s));
        const auto pixels = [changes](const QString &name) { return changes->findChild<QLabel *>(name)->pixmap().toImage(); };
        QVERIFY(pixels(u"before-picture"_s) != pixels(u"after-picture"_s));
        QCOMPARE(pixels(u"before-picture"_s).size(), pixels(u"after-picture"_s).size());
        QCOMPARE(unnamedControls(details), QStringList());
        // As it is edited.
        details->findChild<QCheckBox *>(u"listable"_s)->click();
        QCOMPARE(shown(u"listable"_s), QString());
        details->findChild<QCheckBox *>(u"multiple_grant"_s)->click();
        QCOMPARE(shown(u"multiple_grant"_s), u"no → yes"_s);
        auto *longText = details->findChildren<QPlainTextEdit *>().at(1);
        longText->setPlainText(u"x"_s.repeated(900));
        const auto *after = changes->findChild<QLabel *>(u"after-long_description"_s);
        QVERIFY(after);
        QVERIFY(after->text().size() < 300 && after->toolTip().size() == 900);
        buttonWith(details, u"Next row"_s)->click();
        QVERIFY(changes->isHidden()); // the same
        details->accept();
        bench.ask.nextYes = true;
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

    void aTypeIsChosenInTheDetailsToo()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon,type\nDove,leaf,lead\nEel,leaf,\nApex 2026,certificate,\nFox,leaf,gold\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Problem"_s);
        QCOMPARE(cell(dialog, 0, Column::TypeColumn), QString());
        // A type that nobody said shows what comes of that.
        const auto typeCell = [dialog](int row, int role) { return rowsOf(dialog)->index(row, Column::TypeColumn).data(role); };
        QCOMPARE(cell(dialog, 1, Column::TypeColumn), u"Bronze"_s);
        QCOMPARE(typeCell(1, Qt::ForegroundRole).value<QColor>(), tokens(dialog).secondary);
        QCOMPARE(typeCell(1, Qt::ToolTipRole).toString(), u"The import does not say its type; a new badge is bronze then."_s);
        QCOMPARE(cell(dialog, 2, Column::TypeColumn), u"Gold"_s);
        QCOMPARE(typeCell(2, Qt::ToolTipRole).toString(), u"The import does not say its type; it stays as it is on the forum."_s);
        QVERIFY(!typeCell(3, Qt::ForegroundRole).isValid() && typeCell(3, Qt::ToolTipRole).toString().isEmpty());

        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        QCOMPARE(unnamedControls(details), QStringList());
        auto *box = details->findChild<QComboBox *>(u"rowType"_s);
        auto *words = details->findChild<TextLabel *>(u"rowTypeWords"_s);
        QCOMPARE(box->currentIndex(), -1);
        QCOMPARE(words->text(), u"The type “lead” is not gold, silver or bronze."_s);
        const auto pick = [box](int type) {
            box->setCurrentIndex(box->findData(type));
            Q_EMIT box->activated(box->currentIndex());
        };
        pick(kSilver);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"New"_s);
        QCOMPARE(cell(dialog, 0, Column::TypeColumn), u"Silver"_s);
        QVERIFY(words->isHidden());
        details->setRow(1);
        QCOMPARE(box->currentText(), u"Bronze"_s);
        QCOMPARE(words->text(), u"The import does not say its type; a new badge is bronze then."_s);
        pick(kBronze); // said now
        QVERIFY(words->isHidden());
        QVERIFY(!typeCell(1, Qt::ForegroundRole).isValid());
        details->setRow(3);
        QCOMPARE(box->currentText(), u"Gold"_s);
        details->accept();
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(bench.id("Dove") && bench.id("Fox"));
        QCOMPARE(bench.badge("Dove").typeId, kSilver);
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        dialog->close();
    }

    void aPictureLandsOnTheRowItWasChosenFor()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nBee Keeper,leaf\nPear Pruner,leaf\n");
        bench.ask.nextOpenPath = bench.folder.filePath(u"bee.png"_s);
        put(bench.ask.nextOpenPath, png(drawnBadge(Qt::yellow, Qt::black)));
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(bench.ask.files.size(), 1);
        // On to the next one before it is read.
        buttonWith(details, u"Next row"_s)->click();
        QCOMPARE(details->row(), 1);
        auto *words = details->findChild<TextLabel *>(u"rowPictureWords"_s);
        buttonWith(details, u"Row before"_s)->click();
        QTRY_VERIFY2(words->text().startsWith(u"bee.png"_s), qPrintable(words->text()));
        buttonWith(details, u"Next row"_s)->click();
        QCOMPARE(words->text(), u"Icon: leaf"_s);
        // Closed before it is read, it lands there all the same.
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(bench.ask.files.size(), 2);
        details->accept();
        QTRY_COMPARE(cell(dialog, 1, Column::IconColumn), u"picture"_s);
        QCOMPARE(detailsOf(dialog, 0)->row(), 0);
        QVERIFY(details->isVisible());
        details->accept();
        // Read again, nothing is left of it.
        QPointer<RowDetails> before = details;
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_VERIFY(!before);
        QTRY_VERIFY(buttonWith(dialog, u"Read again"_s)->isEnabled());
        QVERIFY(detailsOf(dialog, 1) && detailsOf(dialog, 1)->row() == 1);
        dialog->findChild<RowDetails *>()->accept();
        bench.ask.nextYes = true;
        dialog->close();
    }

    void aPictureBeingMadeIsWaitedFor()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nBee Keeper,leaf\nPear Pruner,leaf\n");
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        put(bench.folder.filePath(u"none.png"_s), "no picture");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        QVERIFY(dropOn(details, {bench.folder.filePath(u"bee.png"_s)}));
        details->accept();
        QPushButton *publish = buttonWith(dialog, u"Publish 2"_s);
        QVERIFY(details->isWorking() && !publish->isEnabled());
        QCOMPARE(publish->toolTip(), u"A picture is still being made. They can be published when it is there."_s);
        QVERIFY(!buttonWith(dialog, u"Read again"_s)->isEnabled());
        QTRY_VERIFY(publish->isEnabled());
        QCOMPARE(publish->toolTip(), QString());
        QCOMPARE(cell(dialog, 0, Column::IconColumn), u"picture"_s);

        // One that comes while the rows are compared anew lands when that is over.
        QVERIFY(dropOn(detailsOf(dialog, 1), {bench.folder.filePath(u"bee.png"_s)}));
        details->accept();
        bench.forum->holding = true;
        auto *flow = dialog->findChild<ImportFlow *>();
        flow->start();
        auto *intake = details->findChild<PictureIntake *>();
        QTRY_VERIFY(!intake->isWorking());
        QVERIFY(!flow->isOpen());
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_COMPARE(cell(dialog, 1, Column::IconColumn), u"picture"_s);
        QTRY_VERIFY(publish->isEnabled());

        // One that is none is said where nobody looks at its row any more.
        QVERIFY(dropOn(detailsOf(dialog, 1), {bench.folder.filePath(u"none.png"_s)}));
        details->accept();
        auto *lost = dialog->findChild<Notice *>(u"lostNotice"_s);
        QTRY_VERIFY(lost->isVisible());
        QVERIFY2(lost->sentence().startsWith(u"The picture that you chose for “Pear Pruner” is not taken. "_s), qPrintable(lost->sentence()));
        bench.ask.nextYes = true;
        publish->click();
        QTRY_VERIFY(bench.id("Bee Keeper") && bench.id("Pear Pruner"));
        QVERIFY(bench.badge("Bee Keeper").imageUploadId && bench.badge("Pear Pruner").imageUploadId);
        QTRY_COMPARE(cell(dialog, 0, Column::StateColumn), u"Same"_s);
        dialog->close();
    }

    void aPictureThatComesTooLateIsSaid()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nBee Keeper,leaf\n");
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details && dropOn(details, {bench.folder.filePath(u"bee.png"_s)}));
        Q_EMIT dialog->findChild<ImportFlow *>()->rowsReset(); // from now on they may be others
        auto *lost = dialog->findChild<Notice *>(u"lostNotice"_s);
        QTRY_VERIFY(lost->isVisible());
        QVERIFY2(lost->sentence().startsWith(u"The picture that you chose for “Bee Keeper” was not ready"_s), qPrintable(lost->sentence()));
        bench.ask.nextYes = true;
        dialog->close();
    }

    void anUnknownIconIsPutRightByAClick()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nBee Keeper,leafs\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 0);
        QVERIFY(details);
        auto *words = details->findChild<TextLabel *>(u"rowWords"_s);
        QVERIFY2(words->text().contains(u"The forum has no icon “leafs”, so the badge would show blank. Near it are: leaf."_s), qPrintable(words->text()));
        auto *hints = details->findChild<IconHints *>();
        QVERIFY(hints->isVisible());
        hints->findChild<QPushButton *>()->click();
        QVERIFY2(!words->text().contains(u"has no icon"_s), qPrintable(words->text()));
        QVERIFY(hints->isHidden());
        details->accept();
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 1 "_s)->click();
        QTRY_VERIFY(bench.id("Bee Keeper"));
        QCOMPARE(bench.badge("Bee Keeper").icon, u"leaf"_s);
        QTRY_COMPARE(cell(dialog, 0, Column::StateColumn), u"Same"_s);
        dialog->close();
    }

    void detailsLook_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
    }

    void detailsLook()
    {
        QFETCH(ThemeChoice, theme);
        theTheme->setChoice(theme);
        BadgesBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 2);
        QTest::qWait(0);
        shootDialog(dialog, u"with-details-"_s + QString::fromLatin1(QTest::currentDataTag()));
        const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
        if (!folder.isEmpty())
            details->grab().save(u"%1/row-details-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(details->minimumSizeHint().width() <= 720);
        // One that differs in much.
        details->setRow(4);
        details->findChildren<QPlainTextEdit *>().at(1)->setPlainText(u"A blessing of the orchard council, with all that goes with it: the first pick of the early apples, a seat at the "
                                                                     "long table, and the right to name one tree. You are awesome and everyone should know!"_s);
        details->findChild<QCheckBox *>(u"allow_title"_s)->click();
        bench.ask.nextOpenPath = bench.folder.filePath(u"bee.png"_s);
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_VERIFY(details->findChild<QLabel *>(u"before-picture"_s) && details->findChild<QLabel *>(u"after-picture"_s));
        if (!folder.isEmpty())
            details->grab().save(u"%1/row-details-changed-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(details->minimumSizeHint().width() <= 720);
        details->accept();
        bench.ask.nextYes = true;
        dialog->close();
        theTheme->setChoice(ThemeChoice::Light);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, ThemeChoice::Light);
    theTheme = &theme;
    UiSetsTest test;
    return QTest::qExec(&test, argc, argv) + runIconDialogTest(argc, argv, &theme) + runWebDropTest(argc, argv) + runManyBadgesTest(argc, argv)
        + runUnfinishedImportTest(argc, argv, &theme) + runImportDesignsTest(argc, argv) + runKeptImportTest(argc, argv)
        + runImportUndoTest(argc, argv) + runImportFindingsTest(argc, argv, &theme);
}

#include "ui_sets_test.moc"
