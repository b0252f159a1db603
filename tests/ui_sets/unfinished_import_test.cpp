// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/sets_bench.h"

#include "artwork/badge_set_file.h"
#include "forum/offline_forum.h"
#include "support/accessibility_walk.h"
#include "ui/badge_sets/row_details.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLockFile>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    QDirIterator all(from, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const QString there = to + path.mid(from.size());
        if (all.fileInfo().isDir())
            QDir().mkpath(there);
        else
            QFile::copy(path, there);
    }
}

/// A bench that keeps what is not finished.
struct ImportBench : BadgesBench {
    ImportBench() { drafts = folder.filePath(u"drafts"_s); }

    QString own() const { return drafts + u'/' + forum->theConnection.id; }
    QString file() const { return own() + u"/import/import.json"_s; }
    bool isKept() const { return QFile::exists(file()); }
    bool isKept(const QByteArray &words) const
    {
        QFile kept(file());
        return kept.open(QIODevice::ReadOnly) && kept.readAll().contains(words);
    }
    /// As after kill -9: what is on the disk now is all that there is.
    void killed()
    {
        const QString copy = folder.filePath(u"copy"_s);
        QDir(copy).removeRecursively();
        copyFolder(own(), copy);
        page.reset();
        QDir(own()).removeRecursively();
        QDir().rename(copy, own());
        openOn(*this, "Apex 2026");
    }
    Notice *notice() const { return find<Notice>("unfinishedImport"); }
    QString said() const { return notice()->isVisible() ? notice()->sentence() : QString(); }
    /// The rows of an import that is gone on with.
    ImportDialog *goneOn()
    {
        if (!buttonWith(notice(), u"Go on"_s))
            return nullptr;
        buttonWith(notice(), u"Go on"_s)->click();
        ImportDialog *dialog = dialogOf(*this);
        return dialog && QTest::qWaitFor([dialog] { return dialog->findChild<TableView *>()->isVisible(); }, 20000) ? dialog : nullptr;
    }
};

QString noticeOf(ImportDialog *dialog, const QString &words)
{
    const auto notices = dialog->findChildren<Notice *>();
    for (const Notice *one : notices) {
        if (one->isVisible() && (one->sentence() + u' ' + one->details()).contains(words))
            return one->sentence();
    }
    return {};
}

} // namespace

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

        // Published with the pictures that were kept, it is finished: nothing stays behind.
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish 4 "_s)->click();
        QTRY_VERIFY(bench.id("Queen Bee") && bench.id("First Seed 2"));
        QVERIFY(bench.badge("First Seed 2").imageUploadId && bench.badge("First Seed 2").allowTitle);
        const QImage sent = QImage::fromData(bench.forum->pictures.value(bench.badge("First Seed 2").imageUrl.path()));
        QVERIFY(!sent.isNull());
        QCOMPARE(sent.pixelColor(sent.width() / 2, sent.height() / 5), QColor(Qt::black)); // the one that was chosen, not the bee
        QTRY_COMPARE(cell(dialog, 4, Column::StateColumn), u"Same"_s);
        QTRY_VERIFY(!QDir(bench.own() + u"/import"_s).exists() || bench.isKept("Moth")); // what was left out was edited, too
        dialog->close();
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

    void whatIsDamagedIsSaidAndSetAside()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close();
        bench.page.reset();
        const QByteArray whole = [&] {
            QFile file(bench.file());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        put(bench.file(), whole.left(whole.size() / 2));
        openOn(bench, "Apex 2026");
        QTRY_VERIFY2(bench.said().startsWith(u"An import that was not finished could not be read and was set aside as "_s), qPrintable(bench.said()));
        QVERIFY(QDir(bench.own() + u"/import.unreadable"_s).exists());
        QVERIFY(!bench.isKept());
        // The next one is kept in its place.
        dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        QTRY_VERIFY(bench.isKept("Queen Bee"));
        dialog->close();

        // A picture that is gone is a problem of its row, and the rest is there.
        bench.page.reset();
        const QStringList pictures = QDir(bench.own() + u"/import"_s).entryList({u"*.picture"_s});
        QVERIFY(!pictures.isEmpty());
        put(bench.own() + u"/import/"_s + pictures.first(), "no picture");
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(bench.notice()->isVisible());
        dialog = bench.goneOn();
        QVERIFY(dialog);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Queen Bee"_s);
        QCOMPARE(cell(dialog, 0, Column::StateColumn), u"Problem"_s);
        QVERIFY2(about(dialog, 0).contains(u"cannot be read any more"_s), qPrintable(about(dialog, 0)));
        QCOMPARE(cell(dialog, 4, Column::StateColumn), u"Changed"_s);
        dialog->close();

        // So is a set that is gone: the window says so, and what is kept stays.
        bench.page.reset();
        for (const QString &file : QDir(bench.own() + u"/import"_s).entryList({u"set-*.json"_s}))
            put(bench.own() + u"/import/"_s + file, "{");
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(buttonWith(bench.notice(), u"Go on"_s));
        buttonWith(bench.notice(), u"Go on"_s)->click();
        dialog = dialogOf(bench);
        QTRY_VERIFY(buttonWith(dialog, u"Try again"_s));
        const auto labels = dialog->findChildren<TextLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](TextLabel *label) { return label->isVisible() && label->text().contains(u"cannot be read any more"_s); }));
        dialog->close();
        QVERIFY(bench.isKept("Queen Bee"));
        QTRY_VERIFY(buttonWith(bench.notice(), u"Discard…"_s));
    }

    void whatALaterVersionLeftStays()
    {
        ImportBench bench;
        QDir().mkpath(bench.own() + u"/import"_s);
        put(bench.file(), "{\"format\": 99}");
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY2(bench.said().startsWith(u"A later version of this program left"_s), qPrintable(bench.said()));
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        // Not kept, so it asks.
        bench.ask.nextYes = true;
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        QCOMPARE(bench.ask.confirmed.last().title, u"Close without publishing?"_s);
        bench.page.reset();
        QVERIFY(bench.isKept("99"));
    }

    void whereNothingCanBeWrittenItSaysSo()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        put(bench.own() + u"/import"_s, "a file where the folder should be");
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        const QString words = u"could not be kept on this computer"_s;
        QTRY_VERIFY(!noticeOf(dialog, words).isEmpty());
        QVERIFY(bench.page->hasUnsaved());
        bench.ask.nextYes = false;
        dialog->close();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(dialog->isVisible());
        // Put right, it is kept with the next change.
        QFile::remove(bench.own() + u"/import"_s);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Drone"_s));
        QTRY_VERIFY(bench.isKept("Drone"));
        QTRY_VERIFY(noticeOf(dialog, words).isEmpty());
        QVERIFY(!bench.page->hasUnsaved());
        dialog->close();
        QTRY_COMPARE(bench.said(), u"An import of 5 badge(s) is not finished."_s);
    }

    void manyPicturesAreKeptWithoutAStall()
    {
        ImportBench bench;
        QDir(bench.folder.path()).mkdir(u"many"_s);
        constexpr int kMany = 120;
        for (int i = 0; i < kMany; ++i) {
            QImage noisy = drawnBadge(QColor::fromHsv(i * 3, 200, 200), Qt::black);
            for (int y = 0; y < 400; ++y) {
                for (int x = 100; x < 400; ++x)
                    noisy.setPixelColor(x, y, QColor::fromRgb((x * 7919 + y * 104729 + i * 31) & 0xffffff)); // does not shrink
            }
            put(bench.folder.filePath(u"many/badge %1.png"_s.arg(i)), png(noisy));
        }
        ImportDialog *dialog = dropped(bench, {bench.folder.filePath(u"many"_s)});
        QVERIFY(dialog);
        QTest::qWait(0);
        QElapsedTimer whole;
        QElapsedTimer gap;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, gap.restart()); });
        QVERIFY(type(dialog, 0, Column::DescriptionColumn, u"Typed here"_s));
        whole.start();
        gap.start();
        beat.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isKept("Typed here"), 60000);
        beat.stop();
        const QDir kept(bench.own() + u"/import"_s);
        qint64 bytes = 0;
        for (const QFileInfo &one : kept.entryInfoList(QDir::Files))
            bytes += one.size();
        qInfo("%d pictures, %lld kB: kept in %lld ms, the longest stall %lld ms", kMany, bytes / 1000, whole.elapsed(), longest);
        QCOMPARE(kept.entryList({u"*.picture"_s}).size(), kMany);
        QVERIFY2(longest * 3 < whole.elapsed(), qPrintable(u"a stall of %1 of %2 ms"_s.arg(longest).arg(whole.elapsed())));
        // Another word writes none of them again.
        const QDateTime before = kept.entryInfoList({u"*.picture"_s}, QDir::Files, QDir::Time).first().lastModified();
        QVERIFY(type(dialog, 1, Column::DescriptionColumn, u"And here"_s));
        QTRY_VERIFY(bench.isKept("And here"));
        QCOMPARE(kept.entryInfoList({u"*.picture"_s}, QDir::Files, QDir::Time).first().lastModified(), before);
        dialog->close();
    }

    void anotherProgramsImportIsNotTouched()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close();
        bench.page.reset();
        QLockFile other(bench.own() + u".lock"_s);
        other.setStaleLockTime(0);
        QVERIFY(other.tryLock());
        dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QCOMPARE(bench.said(), QString());
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Drone"_s));
        bench.ask.nextYes = true;
        dialog->close();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        bench.page.reset();
        QVERIFY(bench.isKept("Queen Bee"));
    }

    void offlineItGoesOn()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 4, Column::ActionColumn, u"Update"_s));
        dialog->close();
        bench.page.reset();
        Error away = Error::of(ErrorKind::Network);
        PageContext context{std::make_shared<OfflineForum>(bench.forum->theConnection, away), bench.runs.get(), &bench.clock, bench.settings.get(), &bench.ask};
        context.drafts = bench.drafts;
        bench.page = std::make_unique<BadgesPage>(context);
        bench.page->resize(1104, 766);
        bench.page->show();
        bench.page->activate();
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
        QVERIFY2(bench.ask.confirmed.last().consequence.contains(u"goes on, and is in the ledger"_s), qPrintable(bench.ask.confirmed.last().consequence));
        QVERIFY(!QDir(bench.own() + u"/import"_s).exists());
        QCOMPARE(bench.said(), QString());
        bench.forum->holding = false;
        bench.forum->release();
    }

    void aSetComesBackAsItWasRead()
    {
        const QTemporaryDir folder;
        const ImportStore store(folder.path(), u"f"_s);
        artwork::SetBadge badge;
        badge.row = 7;
        badge.source = u"sub/bee.png"_s;
        badge.fields.name = u"Bee"_s;
        badge.fields.typeId = kGold;
        badge.fields.showPosts = false;
        badge.grouping = u"Orchard"_s;
        badge.saysPicture = true;
        badge.query = u"SELECT 1"_s;
        badge.problems = {u"A problem."_s};
        badge.fieldProblems.insert(u"enabled"_s, u"Another."_s);
        badge.remarks = {u"A remark."_s};
        badge.picture = artwork::SetPicture{};
        badge.picture->file = {u"bee.png"_s, png(drawnBadge(Qt::yellow, Qt::black)), u"image/png"_s};
        badge.picture->upload = {u"bee-256.png"_s, png(drawnBadge(Qt::yellow, Qt::black, {256, 256})), u"image/png"_s};
        KeptImport kept;
        kept.paths = {u"/nowhere/bee.zip"_s};
        kept.set.title = u"Bees"_s;
        kept.set.origin = u"https://bees.example"_s;
        kept.set.groupings = {{0, u"Orchard"_s, u"Trees"_s, 0, false}};
        kept.set.badges = {badge};
        kept.edits[u"1/Bee"_s].grouping = QString(); // none on purpose is not the same as none said
        kept.edits[u"1/Bee"_s].withoutPicture = true;
        kept.chosen.insert(u"1/Bee"_s, artwork::SetAction::Update);
        ImportStore::Written written;
        QVERIFY(store.write(kept, 1, &written));
        const Result<KeptImport> back = store.read({}, {});
        QVERIFY(back);
        QCOMPARE(back->paths, kept.paths);
        QCOMPARE(back->set.title, kept.set.title);
        QCOMPARE(back->set.origin, kept.set.origin);
        QCOMPARE(back->set.groupings, kept.set.groupings);
        const artwork::SetBadge &one = back->set.badges.first();
        QCOMPARE(one.row, 7);
        QCOMPARE(one.source, badge.source);
        QVERIFY(one.fields == badge.fields);
        QCOMPARE(one.grouping, badge.grouping);
        QCOMPARE(one.query, badge.query);
        QCOMPARE(one.problems, badge.problems);
        QCOMPARE(one.fieldProblems, badge.fieldProblems);
        QCOMPARE(one.remarks, badge.remarks);
        QCOMPARE(one.picture->file.bytes, badge.picture->file.bytes);
        QCOMPARE(one.picture->upload.bytes, badge.picture->upload.bytes);
        QCOMPARE(one.picture->upload.fileName, u"bee-256.png"_s);
        QCOMPARE(one.picture->still.size(), QSize(192, 192));
        QVERIFY(back->edits.value(u"1/Bee"_s).grouping && back->edits.value(u"1/Bee"_s).grouping->isEmpty());
        QVERIFY(back->edits.value(u"1/Bee"_s).withoutPicture);
        QCOMPARE(back->chosen, kept.chosen);
        // Read anew without that picture, its files go.
        kept.set.badges[0].picture.reset();
        QVERIFY(store.write(kept, 2, &written));
        QCOMPARE(QDir(store.folder()).entryList(QDir::Files).size(), 2);
        store.remove();
        QVERIFY(!QDir(store.folder()).exists());
        QCOMPARE(store.look().badges, 0);
    }
};

int runUnfinishedImportTest(int argc, char **argv, Theme *theme)
{
    UnfinishedImportTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "unfinished_import_test.moc"
