// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_shelf.h"
#include "ui/badges/draft_keeper.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A shelf with two badges, and a folder for its drafts.
struct ShelfBench {
    QTemporaryDir folder;
    BadgeShelf shelf;
    QHash<BadgeId, QString> keys;

    ShelfBench()
    {
        BadgeCatalogue all;
        for (const BadgeId id : {12, 13}) {
            Badge badge;
            badge.id = id;
            badge.name = u"Badge %1"_s.arg(id);
            badge.typeId = kGold;
            all.badges << badge;
        }
        shelf.setCatalogue(all);
    }

    DraftStore store() const { return DraftStore(folder.path(), u"f"_s); }
    QString own() const { return folder.filePath(u"f"_s); }
    bool has(const QString &file) const { return QFile::exists(own() + u'/' + file); }
    QString keyOf(BadgeId id) const { return keys.value(id, u"badge-%1"_s.arg(id)); }
    std::unique_ptr<DraftKeeper> keeper()
    {
        auto made = std::make_unique<DraftKeeper>(&shelf, store(), [this](BadgeId id) { return keyOf(id); }, nullptr);
        QSignalSpy loaded(made.get(), &DraftKeeper::loaded);
        made->load({});
        if (!loaded.wait())
            qFatal("nothing was loaded");
        return made;
    }
    void rename(BadgeId id, const QString &name)
    {
        BadgeDraft draft = shelf.draft(id);
        draft.edited.name = name;
        shelf.setDraft(draft);
    }
};

} // namespace

/// What is written of the drafts, and when something goes.
class DraftKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatALaterVersionWroteStaysForIt()
    {
        ShelfBench bench;
        QVERIFY(QDir().mkpath(bench.own()));
        const QByteArray later = R"({"format": 2, "new": false, "published": {"id": 12}, "edited": {"id": 12, "name": "Later"}})";
        QFile file(bench.own() + u"/badge-12.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(later);
        file.close();
        QFile picture(bench.own() + u"/badge-12-0123456789abcdef.picture"_s);
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("theirs");
        picture.close();
        const auto untouched = [&] { return file.open(QIODevice::ReadOnly) && file.readAll() == later && (file.close(), true) && picture.exists(); };
        {
            auto keeper = std::make_unique<DraftKeeper>(&bench.shelf, bench.store(), [&bench](BadgeId id) { return bench.keyOf(id); }, nullptr);
            DraftStore::Everything read;
            QSignalSpy loaded(keeper.get(), &DraftKeeper::loaded);
            connect(keeper.get(), &DraftKeeper::loaded, this, [&read](const DraftStore::Everything &all) { read = all; });
            keeper->load({});
            QVERIFY(loaded.wait());
            QCOMPARE(read.drafts.size(), 0);
            QCOMPARE(read.troubles, QStringList{u"A later version of this program wrote the draft %1. It stays there for that version."_s.arg(file.fileName())});
            bench.rename(12, u"Apex"_s);
            QVERIFY(keeper->keepsAll());
            QVERIFY(untouched());
            QVERIFY(bench.has(u"badge-12.2.json"_s));
        }
        QCOMPARE(bench.store().readAll({}).drafts.value(0).draft.edited.name, u"Apex"_s);
        {
            const auto keeper = bench.keeper();
            bench.shelf.discard(12);
            QVERIFY(keeper->keepsAll());
            QVERIFY(!bench.has(u"badge-12.2.json"_s));
        }
        QVERIFY(untouched());
    }

    void ofTwoDraftsTheNewerOneCountsAndTheOtherIsSetAside()
    {
        ShelfBench bench;
        BadgeDraft draft = bench.shelf.draft(12);
        draft.edited.name = u"Older"_s;
        QVERIFY(bench.store().write(u"badge-12"_s, draft));
        draft.edited.name = u"Newer"_s;
        QVERIFY(bench.store().write(u"badge-12.2"_s, draft));
        QFile older(bench.own() + u"/badge-12.json"_s);
        QVERIFY(older.open(QIODevice::ReadWrite));
        QVERIFY(older.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60), QFileDevice::FileModificationTime));
        older.close();
        const DraftStore::Everything all = bench.store().readAll({});
        QCOMPARE(all.drafts.size(), 1);
        QCOMPARE(all.drafts.first().draft.edited.name, u"Newer"_s);
        QCOMPARE(all.troubles, QStringList{u"There were two drafts of “Newer”. The older one was set aside as %1."_s.arg(older.fileName() + u".unreadable"_s)});
        QVERIFY(bench.has(u"badge-12.json.unreadable"_s));
    }

    void theOldFileStaysUntilTheNewOneIsWritten()
    {
        ShelfBench bench;
        const auto keeper = bench.keeper();
        bench.rename(12, u"Apex"_s);
        QVERIFY(keeper->keepsAll());
        QVERIFY(bench.has(u"badge-12.json"_s));
        // Its key becomes another, and that file cannot be written, as on a full disk.
        bench.keys.insert(12, u"new-1"_s);
        QVERIFY(QDir(bench.own()).mkdir(u"new-1.json"_s));
        bench.rename(12, u"Apex!"_s);
        QVERIFY(!keeper->keepsAll());
        QVERIFY(bench.has(u"badge-12.json"_s));
        bench.rename(12, u"Apex!!"_s);
        QVERIFY(!keeper->keepsAll());
        QVERIFY(bench.has(u"badge-12.json"_s));
        // There is room again: the new one is written and the old one goes.
        QVERIFY(QDir(bench.own()).rmdir(u"new-1.json"_s));
        QVERIFY(keeper->keepsAll());
        QVERIFY(QFileInfo(bench.own() + u"/new-1.json"_s).isFile());
        QVERIFY(!bench.has(u"badge-12.json"_s));
    }
};

int runKeeperTest(int argc, char **argv)
{
    DraftKeeperTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "draft_keeper_test.moc"
