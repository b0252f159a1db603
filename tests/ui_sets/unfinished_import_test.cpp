// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_bench.h"

#include "artwork/picture_store.h"
#include "support/accessibility_walk.h"
#include "ui/badge_sets/row_details.h"
#include "ui/kit/labels.h"
#include "ui/kit/theme.h"

#include <QCheckBox>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// What was changed in the import window is there again, whatever happened to the program, the forum and the source.
class UnfinishedImportTest : public QObject
{
    Q_OBJECT

public:
    explicit UnfinishedImportTest(Theme *theme) : theTheme(theme) {}

private:
    Theme *theTheme;

private Q_SLOTS:
    void anImportOutlivesAKillAndItsSource()
    {
        ImportBench bench;
        const QString table = aTable(bench);
        ImportDialog *dialog = dropped(bench, {table});
        QVERIFY(dialog);
        QVERIFY(!bench.isKept()); // nothing was changed yet
        // All that can be changed about rows.
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Rules"_s));
        QVERIFY(type(dialog, 0, Column::GroupingColumn, u"Events"_s));
        QVERIFY(type(dialog, 3, Column::TypeColumn, u"Silver"_s));
        QVERIFY(type(dialog, 4, Column::ActionColumn, u"Update"_s));
        QVERIFY(type(dialog, 2, Column::IconColumn, u"leaf"_s)); // its picture is not there
        dialog->findChild<TableView *>()->selectRow(1);
        buttonWith(dialog, u"Another name"_s)->click();
        put(bench.folder.filePath(u"other.png"_s), png(drawnBadge(Qt::green, Qt::black)));
        bench.ask.nextOpenPath = bench.folder.filePath(u"other.png"_s);
        buttonWith(dialog, u"Details…"_s)->click();
        auto *details = dialog->findChild<RowDetails *>();
        QVERIFY(details);
        details->findChild<QCheckBox *>(u"allow_title"_s)->click();
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_VERIFY(bench.isKept("\"picture\""));
        details->accept();
        QVERIFY(type(dialog, 3, Column::ActionColumn, u"Leave out"_s));
        QTRY_VERIFY(bench.isKept("\"skip\""));
        QVERIFY(!bench.page->hasUnsaved()); // nothing to ask about

        // The files it came from vanish with the program.
        QFile::remove(table);
        QFile::remove(bench.folder.filePath(u"bee.png"_s));
        QFile::remove(bench.folder.filePath(u"other.png"_s));
        bench.killed();
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(bench.said(), QString());
        QCOMPARE(rowsOf(dialog)->rowCount(), 5);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        QCOMPARE(cell(dialog, 0, Column::DescriptionColumn), u"Rules"_s);
        QCOMPARE(cell(dialog, 0, Column::GroupingColumn), u"Events"_s);
        QCOMPARE(cell(dialog, 0, Column::IconColumn), u"picture"_s);
        QCOMPARE(cell(dialog, 1, Column::NameColumn), u"First Seed 2"_s);
        QCOMPARE(cell(dialog, 2, Column::IconColumn), u"leaf"_s);
        QCOMPARE(cell(dialog, 3, Column::TypeColumn), u"Silver"_s);
        QCOMPARE(cell(dialog, 3, Column::ActionColumn), u"Leave out"_s);
        QCOMPARE(cell(dialog, 4, Column::ActionColumn), u"Update"_s);
        // Of the source nothing can be read again; the rows stay.
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_VERIFY(!noticeOf(dialog, u"It could not be read again."_s).isEmpty());
        QCOMPARE(rowsOf(dialog)->rowCount(), 5);

        // Published with the pictures that were kept; when all of it is, nothing stays behind.
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 4 "_s)->click();
        QTRY_VERIFY(bench.id("Queen Bee") && bench.id("First Seed 2"));
        QVERIFY(bench.badge("First Seed 2").imageUploadId && bench.badge("First Seed 2").allowTitle);
        const QImage sent = QImage::fromData(bench.forum->pictures.value(bench.badge("First Seed 2").imageUrl.path()));
        QVERIFY(!sent.isNull());
        QCOMPARE(sent.pixelColor(sent.width() / 2, sent.height() / 5), QColor(Qt::black)); // the one that was chosen, not the bee
        QTRY_COMPARE(stateAfter(dialog, 4), u"Published"_s);
        dialog->settle();
        QVERIFY(bench.isKept("Moth")); // what was left out was edited, too
        QVERIFY(type(dialog, 3, Column::ActionColumn, u"Create"_s));
        buttonWith(dialog, u"Publish 1 "_s)->click();
        QTRY_VERIFY(bench.id("Moth"));
        QTRY_COMPARE(stateAfter(dialog, 3), u"Published"_s);
        dialog->close();
        QVERIFY(!QDir(bench.own() + u"/import"_s).exists());
        QCOMPARE(bench.said(), QString());
    }

    void closingKeepsIt()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        QCOMPARE(bench.said(), QString()); // nothing was changed, nothing is missed

        dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close(); // at once, before it was written
        QTRY_VERIFY(!dialogOf(bench));
        QVERIFY(bench.ask.confirmed.isEmpty());
        QCOMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
        QCOMPARE(unnamedControls(bench.notice()), QStringList());
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        // Put back, there is nothing to keep.
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Apex 2026"_s));
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close();

        // Import… goes on with it as well.
        bench.ask.nextChoice = 0;
        action(bench, u"Import…"_s)->trigger();
        QTRY_VERIFY(dialogOf(bench));
        QCOMPARE(bench.ask.choices.last().options.size(), 3);
        QTRY_COMPARE(cell(dialogOf(bench), 0, Column::NameColumn), u"Queen Bee"_s);
        dialogOf(bench)->close();

        // Discarding asks, and removes it.
        QTRY_VERIFY(buttonWith(bench.notice(), u"Discard…"_s));
        bench.ask.nextYes = false;
        buttonWith(bench.notice(), u"Discard…"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QTRY_VERIFY(bench.isKept());
        bench.ask.nextYes = true;
        buttonWith(bench.notice(), u"Discard…"_s)->click();
        QTRY_VERIFY(!QDir(bench.own() + u"/import"_s).exists());
        QCOMPARE(bench.said(), QString());
        bench.killed();
        QCOMPARE(bench.said(), QString());
    }

    void quittingWritesWhatWasTypedAMomentAgo()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        bench.page.reset();
        QVERIFY(bench.isKept("Queen Bee"));
        openOn(bench, "Apex 2026");
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
    }

    void anotherFileDoesNotPushItOut()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        const QString other = bench.folder.filePath(u"other.csv"_s);
        put(other, "name,icon\nAnt,leaf\n");
        QWidget *list = bench.page->findChild<QTreeView *>()->viewport();
        // While its window is open, and when it is closed; nothing is chosen.
        for (const bool closed : {false, true}) {
            if (closed)
                dialog->close();
            bench.ask.nextChoice = -1;
            bench.ask.choices.clear();
            QVERIFY(dropOn(list, {other}));
            QTRY_COMPARE(bench.ask.choices.size(), 1);
            QCOMPARE(bench.ask.choices.first().title, u"An import of 5 badge(s) is not finished. Open “other.csv” in its place?"_s);
            QTest::qWait(0);
            QVERIFY(bench.isKept("Queen Bee"));
        }
        bench.ask.nextChoice = 0; // go on
        QVERIFY(dropOn(list, {other}));
        QTRY_VERIFY(dialogOf(bench));
        dialog = dialogOf(bench);
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 5);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        bench.ask.nextChoice = 1; // the other one
        QVERIFY(dropOn(list, {other}));
        QTRY_VERIFY(dialogOf(bench) && dialogOf(bench) != dialog && rowsOf(dialogOf(bench))->rowCount() == 1);
        QVERIFY(!bench.isKept());
        // One in which nothing was changed is no obstacle.
        bench.ask.choices.clear();
        QVERIFY(dropOn(list, {aTable(bench)}));
        QTRY_VERIFY(dialogOf(bench) && rowsOf(dialogOf(bench))->rowCount() == 5);
        QVERIFY(bench.ask.choices.isEmpty());
        dialogOf(bench)->close();
    }

    void offlineItGoesOn()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 4, Column::ActionColumn, u"Update"_s));
        dialog->close();
        bench.page.reset();
        bench.openOffline();
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible()); // from memory
        dialog = bench.goneOn();
        QVERIFY(dialog);
        // Compared with what the forum had, and it says so.
        QCOMPARE(cell(dialog, 4, Column::ActionColumn), u"Update"_s);
        QVERIFY2(!noticeOf(dialog, u"what it had when it was last read"_s).isEmpty(), qPrintable(dialog->findChild<Notice *>()->sentence()));
        // Nothing can be sent now.
        QVERIFY(!buttonWith(dialog, u"Publish 2"_s)->isEnabled());
        QVERIFY2(buttonWith(dialog, u"Publish 2"_s)->toolTip().startsWith(u"The forum cannot be reached now."_s), qPrintable(buttonWith(dialog, u"Publish 2"_s)->toolTip()));
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        QTRY_VERIFY(bench.isKept("Queen Bee"));
        dialog->close();
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
        // Connected again it is all there.
        bench.page.reset();
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(bench.notice()->isVisible());
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        QCOMPARE(cell(dialog, 4, Column::ActionColumn), u"Update"_s);
        dialog->close();
    }

    void whatWasLostIsSaidOfflineToo()
    {
        ImportBench bench;
        const QString table = aTable(bench);
        ImportDialog *dialog = dropped(bench, {table});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Typed here"_s));
        QVERIFY(type(dialog, 4, Column::ActionColumn, u"Update"_s));
        dialog->close();
        bench.page.reset();
        put(table, "Name,Icon\nDrone,leaf\nApex 2026,leaf\n");
        bench.openOffline();
        QTRY_VERIFY(buttonWith(bench.notice(), u"Go on"_s));
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QVERIFY(noticeOf(dialog, u"is not in the file any more"_s).isEmpty());
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 2);
        // Beside the words that the forum cannot be read.
        QTRY_COMPARE(noticeOf(dialog, u"is not in the file any more"_s), u"What you changed about “Bee Keeper” is not kept: it is not in the file any more."_s);
        auto *lost = dialog->findChild<Notice *>(u"lostNotice"_s);
        QVERIFY(dialog->findChildren<Notice *>().size() > 1 && !noticeOf(dialog, u"what it had when it was last read"_s).isEmpty());
        shootDialog(dialog, u"lost-and-from-memory"_s);
        // Read by the person, it is not said once more.
        lost->findChild<QToolButton *>()->click();
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Typed again"_s));
        auto *flow = dialog->findChild<ImportFlow *>();
        flow->start();
        QTRY_VERIFY(flow->isOpen());
        QVERIFY(!lost->isVisible());
        dialog->close();
    }

    void whatIsComparedFromMemoryIsNotPublished()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 4, Column::ActionColumn, u"Update"_s));
        dialog->close();
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        dialog = bench.goneOn();
        QVERIFY(dialog);
        const QString memory = u"what it had when it was last read"_s;
        QVERIFY(!noticeOf(dialog, memory).isEmpty());
        QPushButton *publish = buttonWith(dialog, u"Publish 2"_s);
        QVERIFY(publish && !publish->isEnabled());
        QVERIFY2(publish->toolTip().startsWith(u"The forum could not be read, so these badges are compared with what it had before."_s), qPrintable(publish->toolTip()));
        buttonWith(dialog, u"Try again"_s)->click();
        QTRY_VERIFY(publish->isEnabled());
        QCOMPARE(publish->toolTip(), QString());
        QVERIFY(noticeOf(dialog, memory).isEmpty());
        // The same where it was read once, and not the next time.
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        dialog->findChild<ImportFlow *>()->start();
        QTRY_VERIFY(!noticeOf(dialog, memory).isEmpty());
        QVERIFY(!publish->isEnabled());
        buttonWith(dialog, u"Try again"_s)->click();
        QTRY_VERIFY(publish->isEnabled());
        dialog->close();
    }

    void picturesKeptHereAreShownOffline()
    {
        ImportBench bench;
        bench.cache = bench.folder.filePath(u"cache"_s);
        const QString path = u"/uploads/default/original/1X/5b12afb825d146578a8ad1e23728e63daa9b37aa.png"_s;
        Badge &apex = *std::find_if(bench.forum->catalogue.badges.begin(), bench.forum->catalogue.badges.end(), [](const Badge &badge) { return badge.name == u"Apex 2026"_s; });
        const QByteArray bytes = bench.forum->pictures.value(apex.imageUrl.path());
        apex.imageUrl.setPath(path);
        const QString table = bench.folder.filePath(u"apex.csv"_s);
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        put(table, "name,picture\nApex 2026,bee.png\n");
        ImportDialog *dialog = dropped(bench, {table});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Typed here"_s));
        dialog->close();
        bench.page.reset();
        QVERIFY(artwork::PictureStore(bench.cache + u"/pictures"_s, bench.forum->theConnection.id).keep(apex.imageUrl, bytes, bench.clock.utcNow()));
        bench.openOffline();
        QTRY_VERIFY(buttonWith(bench.notice(), u"Go on"_s));
        dialog = bench.goneOn();
        QVERIFY(dialog);
        dialog->findChild<TableView *>()->selectRow(0);
        buttonWith(dialog, u"Details…"_s)->click();
        auto *details = dialog->findChild<RowDetails *>();
        QVERIFY(details);
        QVERIFY(dropOn(details, {bench.folder.filePath(u"bee.png"_s)})); // chosen on purpose it is another one
        QTRY_VERIFY(details->findChild<QLabel *>(u"after-picture"_s));
        QTRY_VERIFY(details->findChild<QLabel *>(u"before-picture"_s));
        details->accept();
        dialog->close();
    }

    void untouchedButNotToBePublishedItIsKept()
    {
        ImportBench bench;
        const QString table = aTable(bench);
        openOn(bench, "Apex 2026");
        bench.page.reset();
        bench.openOffline();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.ask.nextChoice = 0;
        bench.ask.nextOpenPath = table;
        action(bench, u"Import…"_s)->trigger();
        QTRY_VERIFY(dialogOf(bench));
        ImportDialog *dialog = dialogOf(bench);
        QTRY_VERIFY(dialog->findChild<TableView *>()->isVisible());
        dialog->close();
        QVERIFY(bench.ask.confirmed.isEmpty());
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
        QFile::remove(table);
        bench.page.reset();
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(bench.notice()->isVisible());
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rowCount(), 5);
        QVERIFY(buttonWith(dialog, u"Publish 1"_s)->isEnabled());
        // Now that it can be published, what was not touched is no work to be kept.
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        QCOMPARE(bench.said(), QString());
        QVERIFY(!bench.isKept());
    }

    void aForumWithoutBadgesOffersItToo()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close();
        bench.page.reset();
        bench.forum->catalogue.badges.clear();
        bench.open();
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1104, 766);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1104, 766);
        QTest::newRow("small") << ThemeChoice::Light << QSize(1024 - 176, 700);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        theTheme->setChoice(theme);
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        QVERIFY(type(dialog, 3, Column::TypeColumn, u"Silver"_s));
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        bench.page->resize(size);
        QTest::qWait(0);
        shoot(bench, u"unfinished-import-"_s + QString::fromLatin1(QTest::currentDataTag()));
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        dialog = bench.goneOn();
        QVERIFY(dialog);
        dialog->resize(size.width() < 1000 ? QSize(860, 520) : QSize(980, 640));
        dialog->findChild<TableView *>()->selectRow(3);
        QTest::qWait(0);
        shootDialog(dialog, u"from-memory-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(dialog->minimumSizeHint().width() <= 860);
        dialog->close();
        theTheme->setChoice(ThemeChoice::Light);
    }
};

int runUnfinishedImportTest(int argc, char **argv, Theme *theme)
{
    UnfinishedImportTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "unfinished_import_test.moc"
