// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badge_sets/row_changes.h"
#include "ui/badges/icon_hints.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/text_field.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// One row of an import, with everything about it.
class RowDetailsTest : public QObject
{
    Q_OBJECT

public:
    explicit RowDetailsTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
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
        QTRY_COMPARE(stateAfter(dialog, 1), u"Published"_s);
        QVERIFY(!dialog->hasUnsaved());
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
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
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
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
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

private:
    Theme *theTheme;
};

int runRowDetailsTest(int argc, char **argv, Theme *theme)
{
    RowDetailsTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "row_details_test.moc"
