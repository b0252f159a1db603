// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/search_field.h"

#include <QListView>
#include <QMenu>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QString facts(const BadgesBench &bench)
{
    return bench.find<QLabel>("bulk_pictureFacts")->text();
}

PictureWell *well(const BadgesBench &bench)
{
    return bulk(bench)->findChild<PictureWell *>();
}

bool dropPicture(BadgesBench &bench, const QString &name)
{
    const QString path = bench.folder.filePath(name);
    drawnBadge(Qt::yellow, Qt::blue, {1600, 1200}).save(path);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    return drop(well(bench), &data);
}

QAction *entry(const BadgesBench &bench, const QString &beginning)
{
    for (QAction *action : bulk(bench)->findChild<QMenu *>()->actions()) {
        if (action->isVisible() && action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

void openIcons(const BadgesBench &bench)
{
    QTest::mouseClick(bulk(bench)->findChild<PictureSection *>()->findChildren<QPushButton *>().last(), Qt::LeftButton);
    QVERIFY(bench.page->findChild<IconDialog *>());
}

void takeIcon(const BadgesBench &bench, const QString &name)
{
    if (!bench.page->findChild<IconDialog *>())
        openIcons(bench);
    auto *dialog = bench.page->findChild<IconDialog *>();
    QVERIFY(dialog);
    auto *view = dialog->findChild<QListView *>();
    dialog->findChild<SearchField *>()->setText(name);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTRY_COMPARE(view->selectionModel()->selectedIndexes().size(), 1);
    QTest::keyClick(view, Qt::Key_Return);
    QTRY_VERIFY(!bench.page->findChild<IconDialog *>());
}

} // namespace

/// One picture or icon for several badges.
class BulkFaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheyHaveIsShown()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night", "Lightning Reply"});
        QCOMPARE(facts(bench), u"They differ: 2 picture(s), 1 icon(s)"_s);
        QVERIFY(!bench.page->hasUnsaved());
        // Nothing there is of one badge alone.
        QVERIFY(!entry(bench, u"Crop"_s) && !entry(bench, u"Make square"_s) && !entry(bench, u"Draw"_s));
        QVERIFY(entry(bench, u"Remove the pictures"_s)->isEnabled());
        chooseAll(bench, {"First Seed", "Lightning Reply"});
        QCOMPARE(facts(bench), u"They differ: 2 icon(s)"_s);
        QVERIFY(!entry(bench, u"Remove"_s)->isEnabled());
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void aPictureIsForAllOfThemAndGoesUpOnce()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026", "Karaoke Night"});
        QVERIFY(dropPicture(bench, u"season.png"_s));
        QTRY_COMPARE(facts(bench), u"The same picture for all"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: picture of 3 badge(s)"_s);
        // One step, in both directions.
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(facts(bench), u"They differ: 2 picture(s), 1 icon(s)"_s);
        QVERIFY(!bench.page->hasUnsaved());
        command(bench, u"Redo"_s)->trigger();
        QCOMPARE(facts(bench), u"The same picture for all"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(result(bench), u"3 badge(s) are published to forum.example."_s);
        QCOMPARE(bench.forum->count(u"upload"_s), 1);
        const auto uploaded = bench.badge("Apex 2026").imageUploadId;
        QVERIFY(uploaded);
        QCOMPARE(bench.badge("Karaoke Night").imageUploadId, uploaded);
        QCOMPARE(bench.badge("First Seed").imageUploadId, uploaded); // the forum's own may have a picture
        QCOMPARE(bench.badge("First Seed").icon, u"leaf"_s);         // what nobody touched stays
        QCOMPARE(bench.badge("Apex 2026").description, u"Blessing of the orchard council"_s);
        QCOMPARE(facts(bench), u"The same picture for all"_s);
    }

    void itIsForThoseThatWereChosenThen()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        QVERIFY(dropPicture(bench, u"season.png"_s));
        QVERIFY(bench.page->hasUnsaved()); // while it is being made
        chooseAll(bench, {"Green Thumb", "Good Neighbour"});
        QTRY_COMPARE(command(bench, u"Undo"_s)->text(), u"Undo: picture of 2 badge(s)"_s);
        QCOMPARE(facts(bench), u"They differ: 2 picture(s)"_s);
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        QCOMPARE(facts(bench), u"The same picture for all"_s);
    }

    void whatIsNoPictureIsSaid()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        QFile broken(bench.folder.filePath(u"broken.png"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no picture");
        broken.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(broken.fileName())});
        QVERIFY(drop(well(bench), &data));
        QTRY_VERIFY(bench.find<QLabel>("bulk_pictureComplaint")->isVisible());
        chooseAll(bench, {"Apex 2026", "Green Thumb"});
        QVERIFY(!bench.find<QLabel>("bulk_pictureComplaint")->isVisible());
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        QVERIFY(drop(well(bench), &data));
        chooseAll(bench, {"Apex 2026", "Green Thumb"}); // it is not lost then
        QTRY_COMPARE(result(bench), u"2 badge(s) did not get the picture."_s);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void whatAnotherTookThePlaceOfIsNotSpokenOf()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night"});
        QFile broken(bench.folder.filePath(u"broken.png"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no picture");
        broken.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(broken.fileName())});
        QVERIFY(drop(well(bench), &data));
        QVERIFY(dropPicture(bench, u"season.png"_s));
        QTRY_COMPARE(facts(bench), u"The same picture for all"_s);
        QCOMPARE(result(bench), QString());
        QVERIFY(!bench.find<QLabel>("bulk_pictureComplaint")->isVisible());
    }

    void oneThatIsOnItsWayIsLeftOut()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        bench.ask.holding = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        bench.forum->holding = true;
        bench.ask.answerHeld();
        chooseAll(bench, {"Apex 2026!", "Karaoke Night"});
        QVERIFY(dropPicture(bench, u"season.png"_s));
        QTRY_COMPARE(command(bench, u"Undo"_s)->text(), u"Undo: picture of Karaoke Night"_s);
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_COMPARE(result(bench), u"“Apex 2026!” is published to forum.example."_s); // all of it
    }

    void anIconIsAlsoForOneThatCameToTheForumMeanwhile()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        chooseAll(bench, {"Compost", "Karaoke Night"});
        openIcons(bench);
        command(bench, u"Publish badge"_s)->trigger();
        QTRY_VERIFY(bench.id("Compost") > 0);
        QTRY_VERIFY(result(bench).contains(u"published to forum.example"_s) || result(bench).startsWith(u"Published to"_s));
        takeIcon(bench, u"bolt"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: icon, picture of 2 badge(s)"_s);
        chooseAll(bench, {"Compost", "Karaoke Night"});
        QCOMPARE(facts(bench), u"Icon “bolt” for all"_s);
    }

    void anIconTakesThePlaceOfTheirPictures()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026", "Karaoke Night"});
        QTest::mouseClick(bulk(bench)->findChild<PictureSection *>()->findChildren<QPushButton *>().last(), Qt::LeftButton);
        auto *dialog = bench.page->findChild<IconDialog *>();
        QVERIFY(dialog);
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) {
            return label->isVisible() && label->text() == u"2 of them have a picture. The icon will replace it."_s;
        }));
        dialog->reject();
        QVERIFY(!bench.page->hasUnsaved());
        QTRY_VERIFY(!bench.page->findChild<IconDialog *>());
        takeIcon(bench, u"bolt"_s);
        QCOMPARE(facts(bench), u"Icon “bolt” for all"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: icon, picture of 3 badge(s)"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(result(bench), u"3 badge(s) are published to forum.example."_s);
        for (const char *name : {"First Seed", "Apex 2026", "Karaoke Night"}) {
            QCOMPARE(bench.badge(name).icon, u"bolt"_s);
            QVERIFY(bench.badge(name).imageUrl.isEmpty());
        }
        QCOMPARE(bench.badge("Green Thumb").icon, u"certificate"_s);
    }

    void whatIsLockedStays()
    {
        BadgesBench bench;
        bench.forum->catalogue.protectedSystemFields << u"icon"_s; // First Seed is the forum's
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"First Seed", "Apex 2026"});
        auto labels = bulk(bench)->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) { return label->text().contains(u"fixes there: type, description, long description, icon"_s); }));
        takeIcon(bench, u"bolt"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: icon, picture of Apex 2026"_s);
        QCOMPARE(facts(bench), u"They differ: 2 icon(s)"_s);
        // No picture at all where the key may not upload one.
        BadgesBench closed;
        closed.forum->abilities.deny(Ability::UploadPictures, u"This key may not upload."_s);
        openOn(closed, "Apex 2026");
        chooseAll(closed, {"Apex 2026", "Karaoke Night"});
        QVERIFY(!well(closed)->isEnabled());
        QCOMPARE(well(closed)->toolTip(), u"This key may not upload."_s);
        QVERIFY(!dropPicture(closed, u"season.png"_s));
    }

    void picturesAreRemoved()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Apex 2026", "Karaoke Night", "First Seed"});
        entry(bench, u"Remove the pictures"_s)->trigger();
        QCOMPARE(facts(bench), u"They differ: 3 icon(s)"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: picture of 2 badge(s)"_s);
        well(bench)->setFocus();
        QTest::keyClick(well(bench), Qt::Key_Delete); // nothing is left to remove
        command(bench, u"Undo"_s)->trigger(); // the one that is looked at is none of them
        QTRY_COMPARE(facts(bench), u"They differ: 2 picture(s), 1 icon(s)"_s);
    }

    void looks()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        chooseAll(bench, {"Green Thumb", "First Seed", "Apex 2026", "Karaoke Night", "Spring Fair Helper", "Problem Solver", "Lightning Reply"});
        QTRY_VERIFY(bench.forum->count(u"image"_s) + bench.forum->count(u"icon"_s) >= 8);
        shoot(bench, u"bulk-faces"_s);
        QVERIFY(dropPicture(bench, u"season.png"_s));
        shoot(bench, u"bulk-faces-busy"_s);
        QTRY_COMPARE(facts(bench), u"The same picture for all"_s);
        shoot(bench, u"bulk-faces-same"_s);
    }
};

int runBulkFaceTest(int argc, char **argv)
{
    BulkFaceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "bulk_face_test.moc"
