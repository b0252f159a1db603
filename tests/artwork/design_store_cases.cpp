// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_store.h"
#include "cases.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace Qt::StringLiterals;

using Stage = DesignStore::Stage;

void DesignCases::keepsDesignsByBadge()
{
    const QTemporaryDir folder;
    DesignStore store(folder.path(), u"forum"_s);
    const QString key = DesignStore::keyOf(7);
    QCOMPARE(store.read(key, Stage::InUse).error().kind, ErrorKind::NotFound);
    const BadgeDesign gold = startDesign(kGold);
    const BadgeDesign silver = startDesign(kSilver);
    QVERIFY(store.keep(key, Stage::InUse, gold));
    QVERIFY(store.keep(key, Stage::Draft, silver));
    QVERIFY(*store.read(key, Stage::InUse) == gold);
    QVERIFY(*store.read(key, Stage::Draft) == silver);
    store.remove(key, Stage::Draft);
    QVERIFY(!store.has(key, Stage::Draft));
    QVERIFY(store.has(key, Stage::InUse));
    // Neither another badge nor another forum has it, and no name of a forum leads out of the folder.
    QVERIFY(!store.has(DesignStore::keyOf(8), Stage::InUse));
    QVERIFY(!DesignStore(folder.path(), u"other"_s).has(key, Stage::InUse));
    QVERIFY(DesignStore(folder.path(), u"../.."_s).keep(key, Stage::InUse, gold));
    QVERIFY(!QFile::exists(folder.path() + u"/../../badge-7.json"_s));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 2);
}

void DesignCases::remembersWhatIsThere()
{
    const QTemporaryDir folder;
    DesignStore store(folder.path(), u"forum"_s);
    const QString key = DesignStore::keyOf(7);
    QVERIFY(!store.has(key, Stage::InUse) && !store.picture(key));
    DesignStore copy = store; // as a studio has it
    QVERIFY(copy.keep(key, Stage::InUse, startDesign(kGold)));
    QVERIFY(copy.keepPicture(key, DrawnPicture::of("a file")));
    QVERIFY(store.has(key, Stage::InUse) && store.picture(key)->isFile("a file"));
    // The disk is not asked again and again.
    QVERIFY(QDir(folder.filePath(u"forum"_s)).removeRecursively());
    QVERIFY(store.has(key, Stage::InUse) && store.picture(key)->isFile("a file"));
    QCOMPARE(store.read(key, Stage::InUse).error().kind, ErrorKind::NotFound); // but by who wants it
    store.lookAgain();
    QVERIFY(!copy.has(key, Stage::InUse) && !copy.picture(key));
    QVERIFY(store.keep(key, Stage::InUse, startDesign(kGold)));
    store.move(key, DesignStore::keyOf(8));
    QVERIFY(!store.has(key, Stage::InUse) && store.has(DesignStore::keyOf(8), Stage::InUse));
    store.remove(DesignStore::keyOf(8), Stage::InUse);
    QVERIFY(!store.has(DesignStore::keyOf(8), Stage::InUse));
}

void DesignCases::twoProgramsDoNotOverwriteEachOther()
{
    const QTemporaryDir folder;
    DesignStore ours(folder.path(), u"forum"_s);
    DesignStore theirs(folder.path(), u"forum"_s);
    const QString key = DesignStore::keyOf(7);
    BadgeDesign design = startDesign(kGold);
    // A studio that was opened in both.
    const DesignStore::Stamp seen = ours.stamp(key, Stage::Draft);
    const DesignStore::Stamp seenThere = theirs.stamp(key, Stage::Draft);
    design.title = u"Theirs"_s;
    QVERIFY(theirs.keep(key, Stage::Draft, design, seenThere));
    design.title = u"Theirs, too"_s;
    QVERIFY(theirs.keep(key, Stage::Draft, design, seenThere));
    design.title = u"Ours"_s;
    const Result<Done> kept = ours.keep(key, Stage::Draft, design, seen);
    QCOMPARE(kept.error().kind, ErrorKind::Conflict);
    QVERIFY(!kept.error().detail.isEmpty());
    // That something else of the program reads it changes nothing.
    QCOMPARE(ours.read(key, Stage::Draft)->title, u"Theirs, too"_s);
    QCOMPARE(ours.keep(key, Stage::Draft, design, seen).error().kind, ErrorKind::Conflict);
    // Closing a window in which nothing was drawn throws away its own draft, and no other.
    ours.remove(key, Stage::Draft, seen);
    QCOMPARE(ours.read(key, Stage::Draft)->title, u"Theirs, too"_s);
    // Who has seen it may go on from there.
    const DesignStore::Stamp again = ours.stamp(key, Stage::Draft);
    QVERIFY(ours.keep(key, Stage::Draft, design, again));
    QVERIFY(ours.keep(key, Stage::Draft, design, again));
    QCOMPARE(theirs.keep(key, Stage::Draft, design, seenThere).error().kind, ErrorKind::Conflict);
    // What they threw away is nobody's any more.
    theirs.remove(key, Stage::Draft, theirs.stamp(key, Stage::Draft));
    QVERIFY(ours.keep(key, Stage::Draft, design, again));
}

void DesignCases::oneProgramIsNotTakenForAnother()
{
    const QTemporaryDir folder;
    DesignStore studio(folder.path(), u"forum"_s);
    DesignStore import = studio;
    const QString key = DesignStore::keyOf(7);
    const DesignStore::Stamp seen = studio.stamp(key, Stage::InUse);
    BadgeDesign design = startDesign(kGold);
    design.title = u"Imported"_s;
    QVERIFY(import.keep(key, Stage::InUse, design));
    QVERIFY(studio.has(key, Stage::InUse));
    design.title = u"Drawn on"_s;
    QVERIFY(studio.keep(key, Stage::InUse, design, seen));
    // Also under the number that the badge has got meanwhile.
    import.move(key, DesignStore::keyOf(8));
    QVERIFY(studio.keep(DesignStore::keyOf(8), Stage::InUse, design, seen));
}

void DesignCases::movesDesignsToTheirBadge()
{
    const QTemporaryDir folder;
    DesignStore store(folder.path(), u"forum"_s);
    const QString key = DesignStore::newKey();
    QVERIFY(key != DesignStore::newKey());
    QVERIFY(store.keep(key, Stage::InUse, startDesign(kGold)));
    QVERIFY(store.keep(DesignStore::keyOf(7), Stage::Draft, startDesign(kSilver)));
    store.move(key, DesignStore::keyOf(7));
    QVERIFY(!store.has(key, Stage::InUse));
    QVERIFY(store.has(DesignStore::keyOf(7), Stage::InUse));
    // A draft of whatever had the number before is not mixed in.
    QVERIFY(!store.has(DesignStore::keyOf(7), Stage::Draft));
    // Nothing takes the place of nothing: moved once more, from a key that has none, it stays.
    store.move(key, DesignStore::keyOf(7));
    store.move(DesignStore::newKey(), DesignStore::keyOf(7));
    store.move(DesignStore::keyOf(7), DesignStore::keyOf(7));
    QVERIFY(store.has(DesignStore::keyOf(7), Stage::InUse));
}

void DesignCases::looseDesigns()
{
    const QTemporaryDir folder;
    DesignStore store(folder.path(), u"forum"_s);
    BadgeDesign design = startDesign(kGold);
    design.title = u"Orchard"_s;
    const QString used = DesignStore::newKey();
    const QString loose = DesignStore::newKey();
    QVERIFY(store.keep(DesignStore::keyOf(3), Stage::InUse, design));
    QVERIFY(store.keep(used, Stage::InUse, design));
    QVERIFY(store.keep(loose, Stage::InUse, design));
    design.title = u"Orchard in May"_s;
    QVERIFY(store.keep(loose, Stage::Draft, design));
    const auto found = store.loose({used});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().key, loose);
    QCOMPARE(found.first().title, u"Orchard in May"_s);
}

void DesignCases::keepsNothingWithoutAFolder()
{
    DesignStore store({}, u"forum"_s);
    QVERIFY(store.keep(DesignStore::keyOf(7), Stage::InUse, startDesign(kGold)));
    QVERIFY(!store.has(DesignStore::keyOf(7), Stage::InUse));
    QVERIFY(store.loose({}).isEmpty());
}
