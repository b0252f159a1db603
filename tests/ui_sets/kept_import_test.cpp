// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_bench.h"

#include "ui/kit/labels.h"

#include <QElapsedTimer>
#include <QLockFile>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// The files of an import that is not finished: written whole, read with suspicion, and nobody else's touched.
class KeptImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void whatCannotBeSetAsideStays()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Queen Bee"_s));
        dialog->close();
        bench.page.reset();
        put(bench.file(), "{ \"Queen Bee\"");
        // No folder can get a name that a link has, wherever that leads.
        QVERIFY(QFile::link(bench.folder.filePath(u"nowhere"_s), bench.own() + u"/import.unreadable"_s));
        dialog = dropped(bench, {aTable(bench)});
        QVERIFY(dialog);
        QVERIFY2(bench.said().startsWith(u"An import that was not finished could not be read, nor set aside. It stays in "_s), qPrintable(bench.said()));
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Drone"_s));
        // Not kept, so it asks.
        bench.ask.nextYes = true;
        dialog->close();
        QTRY_VERIFY(!dialogOf(bench));
        QCOMPARE(bench.ask.confirmed.last().title, u"Close without publishing?"_s);
        QVERIFY(bench.said().contains(u"nor set aside"_s));
        bench.page.reset();
        QVERIFY(bench.isKept("Queen Bee"));
    }

    void aDamagedPictureIsWrittenAnew()
    {
        const QTemporaryDir folder;
        const ImportStore store(folder.path(), u"f"_s);
        artwork::SetBadge badge;
        badge.fields.name = u"Bee"_s;
        badge.picture = artwork::SetPicture{};
        badge.picture->file = badge.picture->upload = {u"bee.png"_s, png(drawnBadge(Qt::yellow, Qt::black)), u"image/png"_s};
        KeptImport kept;
        kept.set.badges = {badge};
        ImportStore::Written written;
        QVERIFY(store.write(kept, 1, &written));
        const QString picture = store.folder() + u'/' + QDir(store.folder()).entryList({u"*.picture"_s}).value(0);
        put(picture, QByteArray(badge.picture->file.bytes.size(), '?')); // as large as it was
        QVERIFY(!store.read({}, {})->set.badges.first().picture);
        ImportStore::Written later; // the program was started anew
        QVERIFY(store.write(kept, 1, &later));
        QVERIFY(store.read({}, {})->set.badges.first().picture);
    }
};

int runKeptImportTest(int argc, char **argv)
{
    KeptImportTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "kept_import_test.moc"
