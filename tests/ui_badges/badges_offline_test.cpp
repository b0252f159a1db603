// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "artwork/icon_store.h"
#include "artwork/picture_store.h"
#include "forum/offline_forum.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/picture_well.h"

#include <QDir>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

using State = BadgePictures::State;

/// A bench whose pages remember the forum.
struct RememberingBench : BadgesBench {
    RememberingBench()
    {
        drafts = folder.filePath(u"drafts"_s);
        cache = folder.filePath(u"cache"_s);
    }

    QString forumId() const { return forum->theConnection.id; }
    artwork::PictureStore pictures() const { return {cache + u"/pictures"_s, forumId()}; }
    bool keepsIcon(const QString &name) const { return artwork::IconStore(cache + u"/icons"_s, forumId()).find(name).has_value(); }
    bool keepsAll() const
    {
        return std::all_of(forum->catalogue.badges.cbegin(), forum->catalogue.badges.cend(), [this](const Badge &badge) {
            return badge.imageUrl.isEmpty() ? keepsIcon(badge.icon) : pictures().has(badge.imageUrl);
        });
    }
    void openOffline()
    {
        page.reset();
        open({1104, 766}, std::make_shared<OfflineForum>(forum->theConnection, Error::of(ErrorKind::Network)));
    }
    /// As the page shows it now.
    State picture(const QUrl &url) const { return page->findChild<BadgePictures *>()->picture(url).state; }
    State icon(const QString &name) const { return page->findChild<BadgePictures *>()->icon(name).state; }
};

/// The same picture under an address that tells its content.
QUrl moveToContentAddress(BadgesBench &bench, const char *name)
{
    Badge &badge = *std::find_if(bench.forum->catalogue.badges.begin(), bench.forum->catalogue.badges.end(), [name](const Badge &one) { return one.name == QLatin1String(name); });
    const QString path = u"/uploads/default/original/1X/5b12afb825d146578a8ad1e23728e63daa9b37aa.png"_s;
    bench.forum->pictures.insert(path, bench.forum->pictures.value(badge.imageUrl.path()));
    badge.imageUrl.setPath(path);
    return badge.imageUrl;
}

} // namespace

/// What the page shows of a forum that does not answer.
class BadgesOfflineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPictureAndIconIsThereWithoutTheForum()
    {
        RememberingBench bench;
        bench.open({1104, 240}); // most of the list was never on the screen
        QTRY_VERIFY_WITH_TIMEOUT(bench.keepsAll(), 10000);
        // The files are complete while the first page still lives, as when the program was killed.
        const auto killed = std::move(bench.page);
        const auto fetched = [&bench] { return bench.forum->calls.filter(u"image "_s).size() + bench.forum->calls.filter(u"icon "_s).size(); };
        const qsizetype before = fetched();
        bench.openOffline();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        for (const Badge &badge : std::as_const(bench.forum->catalogue.badges)) {
            if (badge.imageUrl.isEmpty())
                QCOMPARE(bench.icon(badge.icon), State::Ready);
            else
                QTRY_COMPARE(bench.picture(badge.imageUrl), State::Ready);
        }
        bench.page->open(bench.id("Good Neighbour"));
        QTRY_VERIFY(!pictureWell(bench)->picture().isNull());
        QCOMPARE(fetched(), before);
        shoot(bench, u"offline"_s);
    }

    void publishingWaitsForTheForum()
    {
        RememberingBench bench;
        openOn(bench, "Apex 2026");
        bench.openOffline();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.page->open(bench.id("Karaoke Night"));
        QTRY_COMPARE(nameField(bench)->text(), u"Karaoke Night"_s);
        typeInName(bench, u"?"_s);
        bench.page->open(bench.id("Apex 2026"));
        typeInName(bench, u"!"_s);
        const QString why = u"What is changed can be published when forum.example is there again."_s;
        QTRY_VERIFY(button(bench, "publishAll")->isVisible());
        for (const char *name : {"publish", "publishAll"}) {
            QVERIFY2(button(bench, name)->isVisible() && !button(bench, name)->isEnabled(), name);
            QCOMPARE(button(bench, name)->toolTip(), why);
        }
        QTRY_COMPARE(words(bench), why + u" · kept on this computer"_s);
        QVERIFY(!command(bench, u"Publish badge"_s)->isEnabled() && !command(bench, u"Publish all"_s)->isEnabled());
        QCOMPARE(command(bench, u"Publish badge"_s)->toolTip(), why);
        shoot(bench, u"offline-changed"_s);
        // With the forum it goes as ever.
        bench.page.reset();
        bench.open();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.page->open(bench.id("Apex 2026"));
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QTRY_VERIFY(button(bench, "publish")->isEnabled() && button(bench, "publish")->toolTip().isEmpty());
    }

    void aPictureWhoseAddressTellsItShowsBeforeTheForumAnswers()
    {
        RememberingBench bench;
        const QUrl url = moveToContentAddress(bench, "Apex 2026");
        QVERIFY(bench.pictures().keep(url, bench.forum->pictures.value(url.path()), bench.clock.utcNow()));
        bench.open();
        QTRY_COMPARE(bench.picture(url), State::Ready);
        QTRY_VERIFY_WITH_TIMEOUT(bench.keepsAll(), 10000);
        QCOMPARE(bench.forum->count(u"image "_s + url.path()), 0);
        // After a week the forum is asked whether it has it still, and does not any more.
        QVERIFY(bench.pictures().keep(url, bench.forum->pictures.take(url.path()), bench.clock.utcNow().addDays(-8)));
        bench.page.reset();
        bench.open();
        QTRY_COMPARE(bench.forum->count(u"image "_s + url.path()), 1);
        QTRY_COMPARE(bench.picture(url), State::Missing);
        QTRY_VERIFY(!bench.pictures().has(url));
    }

    void anyOtherIsTheForumsWhileItAnswers()
    {
        RememberingBench bench;
        const QUrl url = bench.badge("Apex 2026").imageUrl;
        const QByteArray old = png(drawnBadge(Qt::black, Qt::red, {64, 64}));
        QVERIFY(bench.pictures().keep(url, old, bench.clock.utcNow()));
        bench.open();
        QTRY_COMPARE(bench.picture(url), State::Ready);
        QCOMPARE(bench.page->findChild<BadgePictures *>()->picture(url).bytes, bench.forum->pictures.value(url.path()));
    }

    void whatWasDamagedIsFetchedAnew()
    {
        RememberingBench bench;
        const QUrl url = moveToContentAddress(bench, "Apex 2026");
        QVERIFY(bench.pictures().keep(url, "no picture", bench.clock.utcNow()));
        bench.open();
        QTRY_COMPARE(bench.picture(url), State::Ready);
        QTRY_COMPARE(bench.pictures().find(url)->bytes, bench.forum->pictures.value(url.path()));
        // Where nobody can give another one, it is said that there is none.
        QVERIFY(bench.pictures().keep(url, "no picture", bench.clock.utcNow()));
        bench.openOffline();
        QTRY_COMPARE(bench.picture(url), State::Failed);
    }
};

int runOfflineTest(int argc, char **argv)
{
    BadgesOfflineTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_offline_test.moc"
