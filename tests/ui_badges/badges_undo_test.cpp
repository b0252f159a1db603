// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "ui/badges/badge_list_model.h"
#include "ui/badges/picture_well.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// What is done to drafts is undone and redone, step by step.
class BadgesUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingCanBeUndone()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        QVERIFY(!command(bench, u"Undo"_s)->isEnabled());
        typeInName(bench, u" and more"_s);
        auto *type = bench.find<QComboBox>("type");
        type->setCurrentIndex(type->findData(kSilver));
        Q_EMIT type->activated(type->currentIndex());
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: type of Apex 2026"_s);
        bench.page->findChild<QTreeView *>()->setFocus();
        QTest::keySequence(bench.page.get(), QKeySequence::Undo);
        QCOMPARE(type->currentData().toInt(), kGold);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: name of Apex 2026"_s); // one step for all its letters
        QTest::keySequence(bench.page.get(), QKeySequence::Undo);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QVERIFY(!command(bench, u"Undo"_s)->isEnabled());
        QTest::keySequence(bench.page.get(), QKeySequence::Redo);
        QTest::keySequence(bench.page.get(), QKeySequence::Redo);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026 and more"_s);
        QCOMPARE(type->currentData().toInt(), kSilver);
        QVERIFY(!command(bench, u"Redo"_s)->isEnabled());
    }

    void aTextTakesItsOwnTypingBackFirst()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        auto *type = bench.find<QComboBox>("type");
        type->setCurrentIndex(type->findData(kSilver));
        Q_EMIT type->activated(type->currentIndex());
        typeInName(bench, u"!"_s);
        QTest::keySequence(nameField(bench), QKeySequence::Undo);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QCOMPARE(words(bench), u"type"_s); // and nothing is left of it
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: type of Apex 2026"_s);
        // Nothing more in the field: on with the page.
        QTest::keySequence(nameField(bench), QKeySequence::Undo);
        QCOMPARE(type->currentData().toInt(), kGold);
    }

    void picturesMovesAndNewBadgesAreUndone()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply");
        QGuiApplication::clipboard()->setImage(drawnBadge(Qt::red, Qt::blue));
        QTest::keySequence(pictureWell(bench), QKeySequence::Paste);
        QTRY_COMPARE(command(bench, u"Undo"_s)->text(), u"Undo: picture of Lightning Reply"_s);
        command(bench, u"New badge"_s)->trigger();
        typeInName(bench, u"Compost"_s);
        const int badges = int(bench.forum->catalogue.badges.size());
        auto *list = bench.page->findChild<BadgeListModel *>();
        Q_EMIT list->moveWanted({bench.id("Green Thumb"), bench.id("Apex 2026")}, 2);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: grouping of 2 badge(s)"_s);
        QVERIFY(list->indexOf(bench.id("Green Thumb")).parent().data().toString() == u"Community"_s);
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(list->indexOf(bench.id("Green Thumb")).parent().data().toString(), u"Getting Started"_s);
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: new badge"_s);
        command(bench, u"Undo"_s)->trigger();
        QVERIFY(!list->indexOf(-1).isValid());
        command(bench, u"Undo"_s)->trigger();
        QVERIFY(!bench.page->hasUnsaved());
        for (int i = 0; i < 4; ++i)
            command(bench, u"Redo"_s)->trigger();
        QVERIFY(list->indexOf(-1).isValid());
        bench.page->open(-1);
        QCOMPARE(nameField(bench)->text(), u"Compost"_s);
        QCOMPARE(bench.forum->catalogue.badges.size(), badges);
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);
    }

    void whatWasPublishedDropsOut()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page->open(bench.id("Karaoke Night"));
        typeInName(bench, u"?"_s);
        bench.page->open(bench.id("Apex 2026"));
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Apex 2026!"));
        QTRY_VERIFY(bench.find<Notice>("publishResult")->isVisible()); // and not only sent
        QVERIFY(!button(bench, "publish")->isEnabled());
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QCOMPARE(command(bench, u"Undo"_s)->text(), u"Undo: name of Karaoke Night"_s);
        command(bench, u"Undo"_s)->trigger();
        QTRY_VERIFY(!bench.page->hasUnsaved()); // the list is read again in between
        QVERIFY(!command(bench, u"Undo"_s)->isEnabled());
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night"_s); // where it happened
    }
};

int runUndoTest(int argc, char **argv)
{
    BadgesUndoTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_undo_test.moc"
