// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sets_bench.h"

#include "runs/undo.h"
#include "support/accessibility_walk.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"

#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// Badges by the dozen: dropped, compared, edited, published as one run; and exported.
class BadgesSetsTest : public QObject
{
    Q_OBJECT

public:
    explicit BadgesSetsTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void picturesAreDroppedPublishedAndUndone()
    {
        BadgesBench bench;
        QStringList paths;
        for (const QString &name : {u"red_one.png"_s, u"blue-one.png"_s, u"green one.png"_s}) {
            paths << bench.folder.filePath(name);
            put(paths.last(), png(drawnBadge(Qt::yellow, QColor(name.left(name.startsWith(u"red"_s) ? 3 : name.startsWith(u"blue"_s) ? 4 : 5)))));
        }
        ImportDialog *dialog = dropped(bench, paths);
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rowCount(), 3);
        // It stands before its window, which goes on working.
        QCOMPARE(dialog->parentWidget(), bench.page->window());
        QCOMPARE(dialog->windowType(), Qt::Dialog);
        QVERIFY(!dialog->isModal());
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Red one"_s);
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Create"_s);
        QCOMPARE(unnamedControls(dialog), QStringList());
        const QString before = cell(dialog, 1, Column::NameColumn);
        QVERIFY(type(dialog, 1, Column::GroupingColumn, u"Orchard"_s));
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(bench.forum->catalogue.findByName(before));
        const Question asked = bench.ask.confirmed.last();
        QVERIFY2(asked.consequence.contains(u"These groupings are made first: Orchard."_s), qPrintable(asked.consequence));
        QVERIFY2(!asked.consequence.contains(u"stay as they are"_s), qPrintable(asked.consequence)); // there are no others
        // All of it in one run; the rows are the same as there then.
        QTRY_COMPARE(stateAfter(dialog, 0), u"Published"_s);
        QTRY_COMPARE(stateAfter(dialog, 2), u"Published"_s);
        QVERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        QVERIFY(!dialog->hasUnsaved());
        QCOMPARE(bench.ledger->runs()->size(), 1);
        const runs::RunSummary run = bench.ledger->runs()->first();
        QCOMPARE(run.total, 4); // the grouping, too
        const auto undo = runs::planUndo(*bench.ledger, run.id, bench.forum, bench.clock);
        QVERIFY(undo);
        const auto undoing = bench.runs->start(*undo, bench.forum, runs::Pace::All);
        QVERIFY(undoing);
        QTRY_VERIFY(!bench.forum->catalogue.findByName(before));
        QTRY_COMPARE(bench.forum->catalogue.groupings.size(), 4);
        dialog->close();
    }

    void aTableIsEditedInPlace()
    {
        BadgesBench bench;
        const QString path = aTable(bench);
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QStringList states;
        for (int row = 0; row < 5; ++row)
            states << cell(dialog, row, Column::StateColumn);
        QCOMPARE(states, (QStringList{u"New"_s, u"Name is taken"_s, u"Problem"_s, u"Problem"_s, u"Changed"_s}));
        QVERIFY2(about(dialog, 1).contains(u"a badge of the forum itself"_s), qPrintable(about(dialog, 1)));
        QVERIFY2(about(dialog, 2).contains(u"There is no picture “wasp.png”"_s), qPrintable(about(dialog, 2)));
        QVERIFY2(about(dialog, 4).contains(u"Changed: description"_s), qPrintable(about(dialog, 4)));
        QVERIFY(buttonWith(dialog, u"Publish 1 "_s));
        QVERIFY(!dialog->hasUnsaved());

        // A type for the one, another name for the other, and what differs is taken on purpose.
        QVERIFY(type(dialog, 3, Column::TypeColumn, u"Silver"_s));
        QCOMPARE(cell(dialog, 3, Column::StateColumn), u"New · look"_s); // it has the picture of another
        auto *table = dialog->findChild<TableView *>();
        table->selectRow(1);
        buttonWith(dialog, u"Another name"_s)->click();
        QCOMPARE(cell(dialog, 1, Column::NameColumn), u"First Seed 2"_s);
        QCOMPARE(cell(dialog, 1, Column::ActionColumn), u"Create"_s);
        table->selectRow(4);
        buttonWith(dialog, u"Take"_s)->click();
        QCOMPARE(cell(dialog, 4, Column::ActionColumn), u"Update"_s);
        table->selectRow(0);
        buttonWith(dialog, u"Leave out"_s)->click();
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Leave out"_s);
        // Two with one name, and again not.
        QVERIFY(type(dialog, 3, Column::NameColumn, u"First Seed 2"_s));
        QVERIFY2(about(dialog, 3).startsWith(u"Row 3 has the same name.\n"_s), qPrintable(about(dialog, 3)));
        QVERIFY(type(dialog, 3, Column::NameColumn, u"  Night   Moth "_s));
        QCOMPARE(cell(dialog, 3, Column::NameColumn), u"Night Moth"_s);
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Leave out"_s); // what was chosen stays

        // Closing asks, and staying keeps everything.
        QVERIFY(bench.page->hasUnsaved());
        bench.ask.nextYes = false;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(dialog->isVisible());

        // One of three fails: the others are there, and this one can be tried again.
        bench.forum->refuseNext(u"upload"_s, Error::of(ErrorKind::Invalid, u"not today"_s));
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 3 "_s)->click();
        QTRY_COMPARE(stateAfter(dialog, 3), u"Published"_s);
        QTRY_COMPARE(stateAfter(dialog, 4), u"Published"_s);
        QCOMPARE(bench.badge("Apex 2026").description, u"Another description"_s);
        QCOMPARE(cell(dialog, 1, Column::NameColumn), u"First Seed 2"_s);
        QCOMPARE(cell(dialog, 1, Column::StateColumn), u"New · look"_s);
        QTRY_VERIFY(buttonWith(dialog, u"Publish 1 "_s) && buttonWith(dialog, u"Publish 1 "_s)->isEnabled());
        buttonWith(dialog, u"Publish 1 "_s)->click();
        QTRY_VERIFY(bench.forum->catalogue.findByName(u"First Seed 2"_s));
        QTRY_COMPARE(stateAfter(dialog, 1), u"Published"_s);
        QVERIFY(!bench.forum->catalogue.findByName(u"Bee Keeper"_s));
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
    }

    void whatWasPutRightIsReadAgain()
    {
        BadgesBench bench;
        const QString path = aTable(bench);
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        QVERIFY(type(dialog, 0, Column::ActionColumn, u"Leave out"_s));
        QVERIFY(type(dialog, 3, Column::TypeColumn, u"Silver"_s));
        put(bench.folder.filePath(u"wasp.png"_s), png(drawnBadge(Qt::yellow, Qt::red)));
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_COMPARE(cell(dialog, 2, Column::StateColumn), u"New"_s); // its picture is there now
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        QCOMPARE(cell(dialog, 0, Column::ActionColumn), u"Leave out"_s);
        QCOMPARE(cell(dialog, 3, Column::TypeColumn), u"Silver"_s);
        QCOMPARE(cell(dialog, 3, Column::StateColumn), u"New · look"_s);
        QVERIFY(dialog->hasUnsaved());
        // A file that has gone meanwhile takes nothing with it.
        QFile::remove(path);
        QTRY_VERIFY(buttonWith(dialog, u"Read again"_s)->isEnabled());
        buttonWith(dialog, u"Read again"_s)->click();
        const auto said = [dialog](const QString &words) {
            const auto notices = dialog->findChildren<Notice *>();
            return std::any_of(notices.begin(), notices.end(), [&](Notice *one) { return one->isVisible() && (one->sentence() + one->details()).contains(words); });
        };
        QTRY_VERIFY(said(u"It could not be read again."_s));
        QCOMPARE(rowsOf(dialog)->rowCount(), 5);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Worker Bee"_s));
        // Nor does a forum that cannot be asked.
        put(path, "name,icon\nAnt,leaf\n");
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        buttonWith(dialog, u"Read again"_s)->click();
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 1);
        QTRY_VERIFY(buttonWith(dialog, u"Try again"_s));
        QVERIFY(said(u"compared with what it had when it was last read"_s));
        buttonWith(dialog, u"Try again"_s)->click();
        QTRY_VERIFY(!said(u"compared with what it had when it was last read"_s));
        // Rows are known by their names: another badge in that row gets nothing that was not meant for it.
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Ant"_s);
        QVERIFY(said(u"What you changed about “Bee Keeper” is not kept"_s));
        QVERIFY(said(u"What you changed about “Moth” is not kept"_s));
        QVERIFY(buttonWith(dialog, u"Read again"_s)->isEnabled());
        bench.ask.nextYes = true;
        dialog->close();
    }

    void aRunIsPausedWhereItWasStarted()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,icon\nAnt,leaf\nBee,leaf\nCricket,leaf\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        dialog->findChild<TableView *>()->selectRow(1);
        QVERIFY(type(dialog, 1, Column::DescriptionColumn, u"Typed here"_s));
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        buttonWith(dialog, u"Publish 3"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        QVERIFY(!type(dialog, 0, Column::NameColumn, u"Other"_s)); // on their way
        buttonWith(dialog, u"Pause"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Go on with the run"_s));
        // What was typed might still be needed.
        bench.ask.nextYes = false;
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_COMPARE(bench.ask.confirmed.size(), 2);
        QCOMPARE(bench.ask.confirmed.last().title, u"Close while it is publishing?"_s);
        QVERIFY(dialog->isVisible());
        QSignalSpy idle(bench.runs->active().first(), &runs::Run::idle);
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(!idle.isEmpty()); // what was under way has come to its end
        QVERIFY(!bench.forum->catalogue.findByName(u"Cricket"_s));
        buttonWith(dialog, u"Go on with the run"_s)->click();
        QTRY_VERIFY(bench.forum->catalogue.findByName(u"Cricket"_s));
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        QCOMPARE(bench.ledger->runs()->first().done, 3);
        QVERIFY(!dialog->hasUnsaved()); // it is on the forum now
        QCOMPARE(dialog->findChild<TableView *>()->currentIndex().row(), 1); // still the one that was chosen
        dialog->close();
    }

    void whatIsExportedComesBackTheSame()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        const QString path = bench.folder.filePath(u"garden.badges.zip"_s);
        bench.ask.nextChoice = 1; // all
        bench.ask.nextSavePath = path;
        action(bench, u"Export…"_s)->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QCOMPARE(bench.ask.choices.first().options.first(), u"Export “Apex 2026”…"_s);
        QTRY_VERIFY(action(bench, u"Export…"_s)->isEnabled());
        bench.forum->catalogue.badges.removeIf([](const Badge &badge) { return badge.name == u"Green Thumb"_s; });
        bench.forum->catalogue.badges[1].typeId = kBronze; // Apex
        bench.ask.nextChoice = 0;
        bench.ask.nextOpenPath = path;
        action(bench, u"Import…"_s)->trigger();
        QTRY_VERIFY(dialogOf(bench));
        ImportDialog *dialog = dialogOf(bench);
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 7); // without the forum's own
        QHash<QString, int> states;
        for (int row = 0; row < 7; ++row)
            ++states[cell(dialog, row, Column::StateColumn)];
        QCOMPARE(states.value(u"New"_s), 1);
        QCOMPARE(states.value(u"Changed"_s), 1);
        QCOMPARE(states.value(u"Same"_s), 5); // pictures included
        dialog->close();
    }

    void strangersFilesAreRefusedInWords()
    {
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"false.zip"_s);
        put(path, "hello");
        openOn(bench, "Apex 2026");
        QVERIFY(dropOn(bench.page->findChild<QTreeView *>()->viewport(), {path}));
        ImportDialog *dialog = dialogOf(bench);
        QVERIFY(dialog);
        QTRY_VERIFY(buttonWith(dialog, u"Try again"_s));
        QTRY_VERIFY(!dialog->findChildren<TextLabel *>().isEmpty());
        const auto labels = dialog->findChildren<TextLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](TextLabel *label) { return label->isVisible() && label->text().contains(u"not a zip file"_s); }));
        // Put right, it is read.
        put(path, {});
        QFile::remove(path);
        QDir().mkdir(path);
        put(path + u"/bee.png"_s, png(drawnBadge(Qt::yellow, Qt::black)));
        buttonWith(dialog, u"Try again"_s)->click();
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 1);
        dialog->close();
        // What holds no badges is not taken at all.
        QVERIFY(!dropOn(bench.page->findChild<QTreeView *>()->viewport(), {bench.folder.filePath(u"ledger.sqlite"_s)}));
    }

    void nothingIsPublishedWhereItMayNot()
    {
        BadgesBench bench;
        bench.forum->abilities.deny(Ability::CreateBadges, u"The key has no scope for it."_s);
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(!buttonWith(dialog, u"Publish 1"_s)->isEnabled());
        QCOMPARE(buttonWith(dialog, u"Publish 1"_s)->toolTip(), u"The key has no scope for it."_s);
        bench.page.reset(); // the window goes with its forum
        QVERIFY(!dialogOf(bench));
    }

    void aRowThatFailsToBeReadLosesNothing()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        QVERIFY(dropOn(bench.page->findChild<QTreeView *>()->viewport(), {aTable(bench)}));
        ImportDialog *dialog = dialogOf(bench);
        QTRY_VERIFY(buttonWith(dialog, u"Try again"_s));
        buttonWith(dialog, u"Try again"_s)->click();
        QTRY_COMPARE(rowsOf(dialog)->rowCount(), 5);
        dialog->close();
    }

    void fiftyPicturesLeaveTheWindowFree()
    {
        BadgesBench bench;
        QDir(bench.folder.path()).mkdir(u"many"_s);
        for (int i = 0; i < 50; ++i)
            put(bench.folder.filePath(u"many/badge %1.png"_s.arg(i)), png(drawnBadge(QColor::fromHsv(i * 7, 200, 200), Qt::black, {900, 900})));
        openOn(bench, "Apex 2026");
        QElapsedTimer whole;
        QElapsedTimer gap;
        qint64 longest = 0;
        QTimer beat;
        QObject::connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, gap.restart()); });
        whole.start();
        gap.start();
        QVERIFY(dropOn(bench.page->findChild<QTreeView *>()->viewport(), {bench.folder.filePath(u"many"_s)}));
        beat.start(0);
        ImportDialog *dialog = dialogOf(bench);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(dialog)->rowCount(), 50, 60000);
        beat.stop();
        qInfo("50 pictures of 900 px: %lld ms in all, the longest stall %lld ms", whole.elapsed(), longest);
        QVERIFY2(longest * 5 < whole.elapsed(), qPrintable(u"a stall of %1 of %2 ms"_s.arg(longest).arg(whole.elapsed())));
        QCOMPARE(cell(dialog, 10, Column::NameColumn), u"Badge 10"_s);
        dialog->close();
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(980, 640);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(980, 640);
        QTest::newRow("small") << ThemeChoice::Light << QSize(860, 520);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        theTheme->setChoice(theme);
        BadgesBench bench;
        const QString path = aTable(bench);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande,\"Für außerordentliche Verdienste um die Nachbarschaftshilfe und "
                   "die Verschönerung des Obstgartens\",bee.png,silver,Gemeinschaftsveranstaltungen\nÜbermut,,bee.png,,\n");
        file.close();
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        dialog->resize(size);
        dialog->findChild<TableView *>()->selectRow(2);
        QTest::qWait(0);
        shootDialog(dialog, QString::fromLatin1(QTest::currentDataTag()));
        auto *table = dialog->findChild<TableView *>();
        table->setCurrentIndex(rowsOf(dialog)->index(0, Column::GroupingColumn));
        table->edit(table->currentIndex());
        QTRY_VERIFY(table->findChild<QComboBox *>());
        shootDialog(dialog, QString::fromLatin1(QTest::currentDataTag()) + u"-editing"_s);
        QVERIFY(dialog->minimumSizeHint().width() <= 860);
        dialog->close();
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runSetsTest(int argc, char **argv, Theme *theme)
{
    BadgesSetsTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "badges_sets_test.moc"
