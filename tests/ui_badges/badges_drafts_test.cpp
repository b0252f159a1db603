// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "artwork/picture_check.h"
#include "support/manual_clock.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/notice.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLockFile>
#include <QSysInfo>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A bench whose page keeps its drafts.
struct KeepingBench : BadgesBench {
    KeepingBench() { drafts = folder.filePath(u"drafts"_s); }

    QString own() const { return drafts + u'/' + forum->theConnection.id; }
    QStringList files(const QString &pattern = u"badge-*"_s) const { return QDir(own()).entryList({pattern}, QDir::Files); }
    /// As after kill -9: what is on the disk now is all that there is.
    void killed(const char *badge)
    {
        const QString copy = folder.filePath(u"copy"_s);
        QDir(copy).removeRecursively();
        QDir().mkpath(copy);
        const QStringList all = QDir(own()).entryList(QDir::Files);
        for (const QString &file : all)
            QFile::copy(own() + u'/' + file, copy + u'/' + file);
        page.reset();
        QDir(own()).removeRecursively();
        QDir().rename(copy, own());
        openAt(badge);
    }
    void openAt(const char *badge)
    {
        open();
        QTRY_VERIFY(page->findChild<QTreeView *>()->isVisible());
        if (*badge)
            page->open(id(badge));
    }
    /// The only new badge, that is; the picture itself is written before the file that names it.
    bool newOneHasItsPicture() const
    {
        const QStringList all = files(u"new-*.json"_s);
        QFile file(own() + u'/' + all.value(0));
        return all.size() == 1 && file.open(QIODevice::ReadOnly) && file.readAll().contains(".picture");
    }
    const Notice *notice(const char *name) const { return find<Notice>(name); }
};

} // namespace

/// What was not published is there again, whatever happened to the program and to the forum.
class BadgesDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftOutlivesAKill()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        QTRY_COMPARE(bench.files().size(), 1);
        QVERIFY2(words(bench).endsWith(u"kept on this computer"_s), qPrintable(words(bench)));
        QVERIFY(!bench.page->hasUnsaved()); // nothing to ask about
        bench.killed("Apex 2026");
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(bench.notice("news")->sentence().startsWith(u"1 badge"_s));
        QVERIFY(button(bench, "publish")->isEnabled());
        bench.page->open(bench.id("Karaoke Night"));
        bench.notice("news")->findChild<QPushButton *>()->click();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(bench.find<QPushButton>("filterChip")->isVisible());
        // Discarded, nothing is kept.
        button(bench, "discard")->click();
        QTRY_VERIFY(bench.files().isEmpty());
        bench.killed("Apex 2026");
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
    }

    void whatTheKeyDoesNotTellIsNotInTheDraftEither()
    {
        KeepingBench bench;
        for (Badge &badge : bench.forum->catalogue.badges)
            badge.showPosts.reset();
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        QTRY_COMPARE(bench.files().size(), 1);
        bench.killed("Apex 2026");
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QCOMPARE(bench.find<QCheckBox>("show_posts")->checkState(), Qt::PartiallyChecked);
        QVERIFY2(words(bench).startsWith(u"name"_s) && !words(bench).contains(u"post"_s), qPrintable(words(bench)));
    }

    void quittingWritesWhatWasTypedAMomentAgo()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        bench.openAt("Apex 2026");
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
    }

    void aNewBadgeOutlivesAKillWithItsPicture()
    {
        KeepingBench bench;
        bench.ask.nextYes = true;
        bench.openAt("Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        QGuiApplication::clipboard()->setImage(drawnBadge(Qt::red, Qt::blue, {300, 200}));
        pictureWell(bench)->setFocus();
        QTest::keySequence(pictureWell(bench), QKeySequence::Paste);
        QTRY_VERIFY(bench.newOneHasItsPicture());
        bench.killed("");
        bench.page->open(-1);
        QCOMPARE(nameField(bench)->text(), u"Compost"_s);
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Compost") > 0);
        QVERIFY(bench.badge("Compost").imageUploadId);
        QTRY_VERIFY(bench.files(u"new-*"_s).isEmpty());
        QVERIFY(bench.files().isEmpty());
        bench.killed("Compost");
        QTRY_COMPARE(nameField(bench)->text(), u"Compost"_s);
        QVERIFY(!button(bench, "publish")->isEnabled());
    }

    void whatTheForumChangedMeanwhileIsTold()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        const BadgeId id = bench.id("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        Badge &onForum = *std::find_if(bench.forum->catalogue.badges.begin(), bench.forum->catalogue.badges.end(), [id](const Badge &b) { return b.id == id; });
        onForum.name = u"Apex of 2026"_s;
        onForum.description = u"Another"_s; // nobody here touched it
        bench.openAt("Apex of 2026");
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(bench.notice("clash")->isVisible());
        QCOMPARE(bench.notice("clash")->details(), u"name: yours “Apex 2026!”, the forum’s “Apex of 2026”"_s);
        QCOMPARE(words(bench), u"name · kept on this computer"_s);
        // It is told again after another start.
        bench.page.reset();
        bench.openAt("Apex of 2026");
        QTRY_VERIFY(bench.notice("clash")->isVisible());
        bench.notice("clash")->findChild<QPushButton *>()->click();
        QCOMPARE(nameField(bench)->text(), u"Apex of 2026"_s);
        QVERIFY(!bench.notice("clash")->isVisible());
        QVERIFY(!button(bench, "publish")->isEnabled());
        // Thought better of it.
        command(bench, u"Undo: taking the forum’s"_s)->trigger();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(bench.notice("clash")->isVisible());
        // Waved away, ours stays.
        Q_EMIT const_cast<Notice *>(bench.notice("clash"))->dismissed();
        QVERIFY(!bench.notice("clash")->isVisible());
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
    }

    void theDraftOfABadgeThatIsGoneBecomesANewOne()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        const BadgeId id = bench.id("Apex 2026");
        bench.forum->catalogue.badges.removeIf([id](const Badge &b) { return b.id == id; });
        bench.openAt("");
        QTRY_VERIFY(bench.notice("news")->sentence().contains(u"gone from the forum"_s));
        bench.page->open(-1);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QTRY_COMPARE(bench.files(u"new-*.json"_s).size(), 1);
        QVERIFY(bench.files().isEmpty());
    }

    void whatWasPublishedBehindOnesBackIsNoDraft()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        bench.page->open(bench.id("Apex 2026"));
        typeInName(bench, u"!"_s);
        bench.page.reset();
        // As when the program was killed between the forum's answer and the page, and the run resumed.
        const BadgeId id = bench.id("Apex 2026");
        std::find_if(bench.forum->catalogue.badges.begin(), bench.forum->catalogue.badges.end(), [id](const Badge &b) { return b.id == id; })->name = u"Apex 2026!"_s;
        Badge compost;
        compost.id = 900;
        compost.name = u"Compost"_s;
        compost.typeId = kBronze;
        compost.icon = u"certificate"_s;
        compost.showInPostHeader = false;
        bench.forum->catalogue.badges << compost;
        ManualClock clock;
        bench.pageClock = &clock;
        bench.openAt("Compost");
        QTRY_COMPARE(nameField(bench)->text(), u"Compost"_s);
        clock.advance(NoticeRoom::kConfirmationStays * 2);
        QVERIFY(!button(bench, "publish")->isEnabled());
        QCOMPARE(words(bench), u"Everything is published"_s);
        QVERIFY(bench.notice("news")->sentence().contains(u"On the forum by now, as it was left here: “Compost”"_s));
        QTRY_VERIFY(bench.files(u"*-*"_s).isEmpty());
        bench.page.reset(); // before its clock
    }

    void aPictureOfOnesOwnIsNeverDropped()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        QGuiApplication::clipboard()->setImage(drawnBadge(Qt::red, Qt::blue, {300, 200}));
        QTest::keySequence(pictureWell(bench), QKeySequence::Paste);
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        // Somebody else makes one of that name, with a picture of theirs.
        bench.add(u"Compost"_s, 5, kBronze, 0, Qt::green, Qt::white);
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 2);
        QTRY_VERIFY(bench.page->findChild<BadgeListModel *>()->indexOf(bench.id("Compost")).isValid());
        QVERIFY(bench.page->findChild<BadgeListModel *>()->indexOf(-1).isValid());
        QVERIFY2(words(bench).contains(u"There is a badge called “Compost”"_s), qPrintable(words(bench)));
        // After a crash nobody knows whose that is: the picture stays a change, and that is said.
        QTRY_VERIFY(bench.newOneHasItsPicture());
        bench.killed("Compost");
        QVERIFY(!bench.page->findChild<BadgeListModel *>()->indexOf(-1).isValid());
        QCOMPARE(words(bench), u"picture · kept on this computer"_s);
        QVERIFY(bench.notice("news")->sentence().contains(u"perhaps with another picture: “Compost”"_s));
        QTRY_COMPARE(bench.files(u"badge-*.picture"_s).size(), 1);
        QTRY_COMPARE(bench.files(u"new-*"_s).size(), 0);
    }

    void aBadgeWhoseSendingFailedIsKnownAgain()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        bench.forum->refuseNext(u"badge-create"_s, Error::of(ErrorKind::Invalid));
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.find<Notice>("publishResult")->isVisible());
        QTRY_VERIFY(button(bench, "publish")->isEnabled());
        // The run is taken up again in the ledger.
        bench.add(u"Compost"_s, 5, kBronze, 0, {}, {});
        bench.page->refresh();
        QTRY_VERIFY(!bench.page->findChild<BadgeListModel *>()->indexOf(-1).isValid());
        QVERIFY(!bench.page->hasUnsaved());
    }

    void aDamagedDraftIsSetAsideAndNothingElseIsLost()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page->open(bench.id("Karaoke Night"));
        typeInName(bench, u"?"_s);
        const QString damaged = bench.own() + u"/badge-%1.json"_s.arg(bench.id("Apex 2026"));
        bench.page.reset();
        QFile file(damaged);
        QVERIFY(file.resize(file.size() / 2));
        bench.openAt("Karaoke Night");
        QTRY_VERIFY(bench.notice("kept")->sentence().contains(damaged + u".unreadable"_s));
        QVERIFY(QFile::exists(damaged + u".unreadable"_s));
        QVERIFY(!QFile::exists(damaged));
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night?"_s);
        bench.page->open(bench.id("Apex 2026"));
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
    }

    void theChosenSizeOfAPictureIsKept()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        bench.page->findChild<PictureIntake *>()->takeBytes(bench.id("Apex 2026"), png(drawnBadge(Qt::red, Qt::blue)), u"disc.png"_s, true, false, 256);
        const auto facts = [&bench] { return bench.find<QLabel>("pictureFacts")->text(); };
        QTRY_VERIFY2(facts().contains(u"256\u00a0×\u00a0256"_s), qPrintable(facts()));
        QTRY_COMPARE(bench.files(u"badge-*.json"_s).size(), 1);
        bench.killed("Apex 2026");
        QTRY_VERIFY2(facts().contains(u"256\u00a0×\u00a0256"_s), qPrintable(facts()));
    }

    void aDamagedPictureTakesNothingElseAlong()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        QGuiApplication::clipboard()->setImage(drawnBadge(Qt::red, Qt::blue));
        QTest::keySequence(pictureWell(bench), QKeySequence::Paste);
        QTRY_COMPARE(bench.files(u"badge-*.picture"_s).size(), 1);
        bench.page.reset();
        QFile picture(bench.own() + u'/' + bench.files(u"badge-*.picture"_s).first());
        QVERIFY(picture.resize(40));
        bench.openAt("Apex 2026");
        QTRY_VERIFY(bench.notice("kept")->sentence().startsWith(u"The picture chosen for “Apex 2026!” could not"_s));
        QCOMPARE(words(bench), u"name · kept on this computer"_s);
        QCOMPARE(bench.files(u"*.picture.unreadable"_s).size(), 1);
    }

    void aForumThatCannotBeAskedIsShownFromMemory()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network), 1);
        bench.openAt("Apex 2026");
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        typeInName(bench, u"!"_s);
        const auto said = [&bench] {
            QString all;
            for (auto *notice : bench.page->findChildren<Notice *>())
                all += notice->isVisible() ? notice->sentence() : QString();
            return all;
        };
        QVERIFY2(said().contains(u"You see what the forum had"_s), qPrintable(said()));
        // It comes back.
        bench.page->activate();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 3);
        QTRY_VERIFY(!said().contains(u"You see what the forum had"_s));
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!!"_s);
    }

    void whatTheRememberedListLacksIsNotGone()
    {
        KeepingBench bench;
        bench.ask.nextYes = true;
        bench.openAt("Apex 2026");
        QTRY_VERIFY(QFile::exists(bench.own() + u"/catalogue.json"_s));
        QFile::copy(bench.own() + u"/catalogue.json"_s, bench.folder.filePath(u"old.json"_s));
        // A badge with a picture comes to the forum, and is changed here.
        bench.add(u"Compost"_s, 102, kGold, 3, Qt::red, Qt::blue);
        bench.page->refresh();
        QTRY_VERIFY(bench.page->findChild<BadgeListModel *>()->indexOf(bench.id("Compost")).isValid());
        bench.page->open(bench.id("Compost"));
        typeInName(bench, u"!"_s);
        bench.page->open(bench.id("Apex 2026"));
        typeInName(bench, u"?"_s);
        const QUrl picture = bench.badge("Compost").imageUrl;
        QVERIFY(!picture.isEmpty());
        bench.page.reset();
        // The list was not kept since, as when its file could not be written.
        QVERIFY(QFile::remove(bench.own() + u"/catalogue.json"_s));
        QVERIFY(QFile::copy(bench.folder.filePath(u"old.json"_s), bench.own() + u"/catalogue.json"_s));
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network), 1);
        bench.openAt("Compost");
        QTRY_COMPARE(nameField(bench)->text(), u"Compost!"_s);
        QVERIFY(!bench.page->findChild<BadgeListModel *>()->indexOf(-1).isValid());
        QCOMPARE(words(bench), u"name · kept on this computer"_s);
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 4);
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Compost!"));
        QCOMPARE(bench.badge("Compost!").imageUrl, picture);
    }

    void whatWasPublishedIsRememberedThoughTheListCannotBeReadAgain()
    {
        KeepingBench bench;
        bench.ask.nextYes = true;
        bench.openAt("Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network), 1, 1); // it is looked at before
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Compost") > 0);
        QTRY_VERIFY(!button(bench, "publish")->isEnabled());
        bench.page.reset();
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network), 1);
        bench.openAt("Compost");
        QTRY_COMPARE(nameField(bench)->text(), u"Compost"_s);
    }

    void twoProgramsDoNotTakeEachOthersDrafts()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        const QStringList kept = bench.files();
        QCOMPARE(kept.size(), 1);
        // The other one has that draft, and is still there.
        QLockFile other(bench.own() + u".lock"_s);
        QVERIFY(other.tryLock());
        bench.openAt("Apex 2026");
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QVERIFY(bench.notice("kept")->sentence().startsWith(u"Another Badgewright keeps the drafts of this forum"_s));
        QVERIFY(bench.notice("kept")->details().contains(bench.own() + u".lock"_s));
        QVERIFY(!bench.page->hasUnsaved());
        typeInName(bench, u"?"_s);
        QCOMPARE(words(bench), u"name"_s); // kept nowhere
        QVERIFY(bench.page->hasUnsaved()); // quitting asks
        button(bench, "discard")->click();
        QVERIFY(!bench.page->hasUnsaved());
        bench.page.reset();
        QCOMPARE(bench.files(), kept);
        // The other one is gone.
        other.unlock();
        bench.openAt("Apex 2026");
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
    }

    void whatACrashLeftLockedIsOpen()
    {
        KeepingBench bench;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page.reset();
        QFile lock(bench.own() + u".lock"_s);
        QVERIFY(!lock.exists());
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("2147483646\nbadgewright\n" + QSysInfo::machineHostName().toUtf8() + '\n'); // no such process
        lock.close();
        bench.openAt("Apex 2026");
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        KeepingBench bench;
        QFile inTheWay(bench.drafts);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        QVERIFY(bench.page->hasUnsaved()); // quitting asks
        QVERIFY(bench.notice("kept")->sentence().contains(u"could not be kept"_s));
        QCOMPARE(words(bench), u"name"_s);
        inTheWay.remove();
        typeInName(bench, u"!"_s);
        QTRY_VERIFY(bench.notice("kept")->sentence().contains(u"kept on this computer again"_s));
        QVERIFY(!bench.page->hasUnsaved());
    }

    void nothingIsSaidToBeHereAgainOnceItIsPublished()
    {
        KeepingBench bench;
        bench.ask.nextYes = true;
        bench.openAt("Apex 2026");
        typeInName(bench, u"!"_s);
        QTRY_COMPARE(bench.files().size(), 1);
        bench.killed("Apex 2026");
        QVERIFY(bench.notice("news")->isVisible());
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Apex 2026!"));
        QTRY_VERIFY(!bench.notice("news")->isSaid());
        QTRY_VERIFY(bench.find<Notice>("publishResult")->isVisible());
    }
};

int runDraftsTest(int argc, char **argv)
{
    BadgesDraftsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_drafts_test.moc"
