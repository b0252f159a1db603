// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "ui/badges/badge_pictures.h"

#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

using State = BadgePictures::State;

/// Pictures and icons that are fetched ahead, with nobody looking.
struct AheadBench {
    SystemClock clock;
    FakeForum forum{&clock};
    QTemporaryDir folder;
    artwork::PictureStore store{folder.filePath(u"pictures"_s), u"forum"_s};
    std::unique_ptr<BadgePictures> pictures;
    QByteArray file = png(drawnBadge(Qt::red, Qt::white, {64, 64}));

    AheadBench()
    {
        forum.icons = {{u"leaf"_s, svgGlyph("M2 14C2 6 8 2 15 1c0 9-4 13-11 12z")}, {u"bolt"_s, svgGlyph("M9 0L2 9h5l-1 7 7-9H8z")}};
        open();
    }
    void open()
    {
        pictures = std::make_unique<BadgePictures>(forum.badges());
        pictures->keepIconsIn(artwork::IconStore(folder.filePath(u"icons"_s), u"forum"_s), &clock);
        pictures->keepPicturesIn(store, &clock);
    }
    static Badge withIcon(const QString &name)
    {
        Badge badge;
        badge.icon = name;
        return badge;
    }
    static Badge withPicture(const QString &path)
    {
        Badge badge;
        badge.imageUrl = QUrl(u"https://forum.example"_s + path);
        return badge;
    }
    /// The same, of a picture that the forum has.
    Badge served(const QString &path)
    {
        forum.pictures.insert(path, file);
        return withPicture(path);
    }
    QList<Badge> served(int count)
    {
        QList<Badge> badges;
        for (int i = 1; i <= count; ++i)
            badges << served(u"/%1.png"_s.arg(i));
        return badges;
    }
    /// So that whatever was to be asked for before has been. `icon` was not asked for yet.
    bool passedBy(const QString &icon)
    {
        (void)pictures->icon(icon);
        return QTest::qWaitFor([&] { return pictures->icon(icon).state != State::Loading; });
    }
};

} // namespace

/// What is fetched of a forum's pictures and icons before anybody looks at them, and how often it is asked for.
class BadgePicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheForumDoesNotHaveIsAskedForOnce()
    {
        AheadBench bench;
        const Badge picture = AheadBench::withPicture(u"/gone.png"_s);
        const Badge icon = AheadBench::withIcon(u"nowhere"_s);
        bench.pictures->fetchAhead({picture, picture, icon, AheadBench::withIcon(u"leaf"_s)});
        QTRY_COMPARE(bench.forum.count(u"icon leaf"_s), 1);
        QCOMPARE(bench.forum.calls, QStringList({u"image /gone.png"_s, u"icon nowhere"_s, u"icon leaf"_s}));
        // The list is read again.
        bench.pictures->forgetFailed();
        bench.pictures->fetchAhead({picture, icon, AheadBench::withIcon(u"bolt"_s)});
        QTRY_COMPARE(bench.forum.count(u"icon bolt"_s), 1);
        QCOMPARE(bench.pictures->picture(picture.imageUrl).state, State::Missing); // and shown at once
        QCOMPARE(bench.pictures->icon(u"nowhere"_s).state, State::Missing);
        QCOMPARE(bench.forum.calls.size(), 4);
    }

    void whatIsOnItsWayIsNotAskedForAgainWhenItIsShown()
    {
        AheadBench bench;
        const Badge badge = bench.served(u"/1.png"_s);
        bench.forum.holding = true;
        bench.pictures->fetchAhead({badge});
        QTRY_COMPARE(bench.forum.count(u"image"_s), 1);
        QSignalSpy arrived(bench.pictures.get(), &BadgePictures::pictureArrived);
        QCOMPARE(bench.pictures->picture(badge.imageUrl).state, State::Loading);
        bench.forum.holding = false;
        bench.forum.release();
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(bench.pictures->picture(badge.imageUrl).state, State::Ready);
        QCOMPARE(bench.forum.count(u"image"_s), 1);
        QTRY_VERIFY(bench.store.has(badge.imageUrl));
        // The same of an icon, and of one that cannot be had.
        for (const QString &name : {u"leaf"_s, u"nowhere"_s}) {
            bench.forum.holding = true;
            bench.pictures->fetchAhead({AheadBench::withIcon(name)});
            QTRY_COMPARE(bench.forum.count(u"icon "_s + name), 1);
            QCOMPARE(bench.pictures->icon(name).state, State::Loading);
            bench.forum.holding = false;
            bench.forum.release();
            QTRY_VERIFY(bench.pictures->icon(name).state != State::Loading);
            QCOMPARE(bench.forum.count(u"icon "_s + name), 1);
        }
        QCOMPARE(bench.pictures->icon(u"leaf"_s).state, State::Ready);
        QCOMPARE(bench.pictures->icon(u"nowhere"_s).state, State::Missing);
        // Nor of one whose forum fell silent: it is said, and asked for when the list is read again.
        const Badge other = bench.served(u"/2.png"_s);
        bench.forum.holding = true;
        bench.forum.refuseNext(u"image"_s, Error::of(ErrorKind::Network));
        bench.pictures->fetchAhead({other});
        QTRY_COMPARE(bench.forum.count(u"image /2"_s), 1);
        QCOMPARE(bench.pictures->picture(other.imageUrl).state, State::Loading);
        bench.forum.holding = false;
        bench.forum.release();
        QTRY_COMPARE(bench.pictures->picture(other.imageUrl).state, State::Failed);
        bench.pictures->forgetFailed();
        QCOMPARE(bench.pictures->picture(other.imageUrl).state, State::Loading);
        QTRY_COMPARE(bench.pictures->picture(other.imageUrl).state, State::Ready);
    }

    void whatIsKeptIsNotFetched()
    {
        AheadBench bench;
        const QList<Badge> badges = bench.served(3);
        bench.pictures->fetchAhead(badges);
        QTRY_VERIFY(std::all_of(badges.begin(), badges.end(), [&](const Badge &badge) { return bench.store.has(badge.imageUrl); }));
        bench.open();
        QList<Badge> more = badges;
        more << bench.served(u"/more.png"_s);
        bench.pictures->fetchAhead(more);
        QTRY_COMPARE(bench.forum.count(u"image /more"_s), 1);
        QCOMPARE(bench.forum.count(u"image"_s), 4);
    }

    void anIconIsThereOfflineAMomentAfterItCame()
    {
        AheadBench bench;
        bench.pictures->fetchAhead({AheadBench::withIcon(u"leaf"_s)});
        // The program may be ended at any moment: nothing waits for its proper end.
        QTRY_VERIFY_WITH_TIMEOUT(artwork::IconStore(bench.folder.filePath(u"icons"_s), u"forum"_s).find(u"leaf"_s), 1500);
    }

    void noMoreIsFetchedThanThereIsRoomFor()
    {
        AheadBench bench;
        bench.store = artwork::PictureStore(bench.folder.filePath(u"pictures"_s), u"forum"_s, bench.file.size() * 4);
        bench.open();
        QList<Badge> badges = bench.served(6);
        badges << AheadBench::withIcon(u"leaf"_s);
        bench.pictures->fetchAhead(badges);
        QTRY_COMPARE(bench.forum.count(u"icon leaf"_s), 1); // those are small
        QCOMPARE(bench.forum.count(u"image"_s), 3);
    }

    void whatIsNotAskedForIsNotFetchedFromAForumInTrouble()
    {
        AheadBench bench;
        bench.forum.refuseNext(u"image"_s, Error::of(ErrorKind::Network), 100);
        bench.pictures->fetchAhead(bench.served(6));
        QTRY_COMPARE(bench.forum.count(u"image"_s), 1);
        QVERIFY(bench.passedBy(u"leaf"_s));
        QVERIFY(bench.passedBy(u"bolt"_s));
        QCOMPARE(bench.forum.count(u"image"_s), 1); // one was enough
    }
};

int runPicturesTest(int argc, char **argv)
{
    BadgePicturesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badge_pictures_test.moc"
