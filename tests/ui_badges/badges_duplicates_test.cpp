// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "artwork/design_store.h"
#include "ui/badges/picture_well.h"

#include <QCheckBox>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// A badge made after another.
class BadgesDuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDuplicateHasEverythingButTheName()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        artwork::DesignStore designs(bench.folder.filePath(u"designs"_s), bench.forum->theConnection.id);
        artwork::BadgeDesign design;
        design.title = u"Apex"_s;
        QVERIFY(designs.keep(artwork::DesignStore::keyOf(bench.id("Apex 2026")), artwork::DesignStore::Stage::InUse, design));
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy)"_s);
        QCOMPARE(designs.loose({}).size(), 1);
        bench.page->open(bench.id("Apex 2026"));
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy 2)"_s);
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Apex 2026 (copy 2)") > 0);
        const Badge copy = bench.badge("Apex 2026 (copy 2)");
        const Badge original = bench.badge("Apex 2026");
        QCOMPARE(copy.typeId, original.typeId);
        QCOMPARE(copy.groupingId, original.groupingId);
        QCOMPARE(copy.description, original.description);
        QCOMPARE(copy.allowTitle, original.allowTitle);
        QCOMPARE(copy.imageUploadId, original.imageUploadId);
        QTRY_VERIFY(result(bench).contains(u"Published"_s));
        command(bench, u"Undo: duplicate of Apex 2026"_s)->trigger();
        QVERIFY(!bench.page->hasUnsaved());
        // A copy of the forum's own badge is one's own.
        bench.page->open(bench.id("First Seed"));
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"First Seed (copy)"_s);
        QVERIFY(nameField(bench)->isEnabled());
    }

    void aDuplicateSaysWhatIsNotKnownOfItsModel()
    {
        BadgesBench bench;
        for (Badge &badge : bench.forum->catalogue.badges)
            badge.showPosts.reset();
        openOn(bench, "First Seed");
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"First Seed (copy)"_s);
        const auto *posts = bench.find<QCheckBox>("show_posts");
        QCOMPARE(posts->checkState(), Qt::PartiallyChecked);
        QVERIFY2(posts->accessibleDescription().endsWith(u"Left as it is, this one does not."_s), qPrintable(posts->accessibleDescription()));
    }

    // Forums before 3.2 name only the address of a picture.
    void aDuplicateTakesThePictureAlongWithoutItsNumber()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        stored(bench, "Apex 2026")->imageUploadId.reset();
        stored(bench, "Karaoke Night")->imageUploadId.reset();
        openOn(bench, "Apex 2026");
        const QByteArray bytes = bench.forum->pictures.value(bench.badge("Apex 2026").imageUrl.path());
        QVERIFY(!bytes.isEmpty());
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026 (copy)"_s);
        QTRY_COMPARE(bench.find<QLabel>("publishWords")->text().count(u"picture"_s), 1);
        QVERIFY(pictureWell(bench)->hasPicture());
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Apex 2026 (copy)") > 0);
        QVERIFY(bench.badge("Apex 2026 (copy)").imageUploadId.has_value());
        QCOMPARE(bench.forum->pictures.value(bench.badge("Apex 2026 (copy)").imageUrl.path()), bytes); // the same, to the byte
        QTRY_VERIFY(result(bench).contains(u"Published"_s));
        // One that the forum does not give out is said, and the copy is there all the same.
        bench.forum->pictures.remove(bench.badge("Karaoke Night").imageUrl.path());
        bench.open();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.page->open(bench.id("Karaoke Night"));
        command(bench, u"Duplicate"_s)->trigger();
        QTRY_COMPARE(result(bench), u"The picture could not be copied to “Karaoke Night (copy)”."_s);
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night (copy)"_s);
        QVERIFY(!pictureWell(bench)->hasPicture());
        button(bench, "discard")->click();
        QVERIFY(!bench.page->hasUnsaved());
    }
};

int runDuplicatesTest(int argc, char **argv)
{
    BadgesDuplicatesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_duplicates_test.moc"
