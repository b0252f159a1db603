// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/text_field.h"
#include "ui/kit/labels.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

LinkButton *others(const BadgesBench &bench)
{
    return bench.find<LinkButton>("otherChanges");
}

/// What stands below the field in red.
QString problem(QWidget *input)
{
    const auto *label = input->parentWidget()->findChild<QLabel *>(u"fieldProblem"_s);
    return label->isVisible() ? label->text() : QString();
}

/// Two badges with changes, and a third looked at.
struct TwoChangedBench : BadgesBench {
    TwoChangedBench()
    {
        ask.nextYes = true;
        openOn(*this, "Apex 2026");
        typeInName(*this, u"!"_s);
        page->open(id("Karaoke Night"));
        typeInName(*this, u"?"_s);
        page->open(id("Good Neighbour"));
    }
};

} // namespace

/// What the foot and the head of the page say and offer.
class BadgesFooterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishingAllShowsItsWayWhereItWasAskedFor()
    {
        TwoChangedBench bench;
        QVERIFY(!button(bench, "stopPublishing")->isVisible());
        bench.forum->refuseNext(u"badge-update"_s, Error::of(ErrorKind::ReadOnly), 1, 1); // the second one
        QTRY_VERIFY(button(bench, "publishAll")->isVisible());
        button(bench, "publishAll")->click();
        QTRY_COMPARE(words(bench), u"Publishing has paused, 1 of 2 done"_s);
        QCOMPARE(result(bench), u"Publishing has paused."_s);
        QCOMPARE(button(bench, "pausePublishing")->text(), u"Go on"_s);
        QVERIFY(button(bench, "stopPublishing")->isVisible());
        shoot(bench, u"publishing-paused"_s);
        QVERIFY(nameField(bench)->isEnabled()); // this one can be worked on
        typeInName(bench, u"s"_s);
        QVERIFY(button(bench, "discard")->isVisible()); // of this one, and not of those on their way
        button(bench, "discard")->click();
        button(bench, "pausePublishing")->click();
        QTRY_COMPARE(result(bench), u"2 badge(s) are published to forum.example."_s);
        QVERIFY(bench.id("Apex 2026!") && bench.id("Karaoke Night?"));
        QCOMPARE(words(bench), u"Everything is published"_s);
        QVERIFY(!button(bench, "stopPublishing")->isVisible());
    }

    void whatWasDiscardedDuringAPauseComesBackAndNothingGoesOn()
    {
        TwoChangedBench bench;
        bench.forum->refuseNext(u"badge-update"_s, Error::of(ErrorKind::ReadOnly), 1, 1); // the second one
        QTRY_VERIFY(button(bench, "publishAll")->isVisible());
        button(bench, "publishAll")->click();
        QTRY_COMPARE(result(bench), u"Publishing has paused."_s);
        typeInName(bench, u"s"_s);
        button(bench, "discard")->click();
        QCOMPARE(result(bench), u"The changes were discarded."_s);
        pressInResult(bench, u"Undo"_s);
        QCOMPARE(nameField(bench)->text(), u"Good Neighbours"_s);
        QVERIFY(words(bench).startsWith(u"Publishing has paused"_s));
        QCOMPARE(result(bench), QString()); // there is nothing left to undo
        bench.page->open(bench.id("Green Thumb"));
        QCOMPARE(result(bench), u"Publishing has paused."_s);
        pressInResult(bench, u"Go on"_s);
        QTRY_COMPARE(result(bench), u"2 badge(s) are published to forum.example."_s);
    }

    void itIsPausedAndStoppedByHand()
    {
        TwoChangedBench bench;
        QTRY_VERIFY(button(bench, "publishAll")->isVisible());
        bench.ask.holding = true;
        button(bench, "publishAll")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        bench.forum->holding = true;
        bench.ask.answerHeld();
        QTRY_VERIFY(button(bench, "pausePublishing")->isVisible());
        QVERIFY(words(bench).startsWith(u"Publishing, 0 of 2 done"_s));
        shoot(bench, u"publishing-all"_s);
        button(bench, "pausePublishing")->click();
        QTRY_VERIFY(words(bench).startsWith(u"Publishing has paused"_s));
        bench.forum->holding = false;
        bench.forum->release();
        button(bench, "stopPublishing")->click();
        QTRY_VERIFY2(result(bench).endsWith(u"were not sent, as it was stopped."_s), qPrintable(result(bench)));
        QCOMPARE(bench.find<Notice>("publishResult")->details(), QString()); // what was not sent is no news of each
        QVERIFY(bench.forum->count(u"badge-update"_s) <= 1);
        QVERIFY(others(bench)->isVisible()); // the rest is there still
    }

    void theOneThatIsPublishedElsewhereIsNamed()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        bench.page->open(bench.id("Good Neighbour"));
        command(bench, u"Publish all"_s)->trigger();
        QTRY_COMPARE(result(bench), u"“Apex 2026!” is published to forum.example."_s);
    }

    void whatIsSaidOfPublishingGoesWithTheNextChange()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(result(bench), u"Published to forum.example."_s);
        typeInName(bench, u"?"_s);
        QTRY_VERIFY(!bench.find<Notice>("publishResult")->isSaid());
        // Also when it is taken back on the forum, by a run of another page.
        command(bench, u"Undo: name of Apex 2026!"_s)->trigger();
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(result(bench), u"Published to forum.example."_s);
        for (Badge &badge : bench.forum->catalogue.badges) {
            if (badge.name == u"Apex 2026!!"_s)
                badge.name = u"Apex 2026"_s;
        }
        bench.page->refresh();
        QTRY_VERIFY(!bench.find<Notice>("publishResult")->isSaid());
    }

    void theOthersWithChangesAreALinkAway()
    {
        TwoChangedBench bench;
        QTRY_VERIFY(others(bench)->isVisible());
        QCOMPARE(words(bench), u"Nothing to publish here."_s);
        QCOMPARE(others(bench)->accessibleName(), u"2 other badge(s) have changes"_s);
        QCOMPARE(others(bench)->focusPolicy(), Qt::StrongFocus);
        shoot(bench, u"others"_s);
        Q_EMIT others(bench)->clicked();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s); // Good Neighbour is the last of the list
        command(bench, u"Next badge with changes"_s)->trigger();
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night?"_s);
        command(bench, u"Next badge with changes"_s)->trigger();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QCOMPARE(command(bench, u"Next badge with changes"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_J));
        button(bench, "discard")->click();
        command(bench, u"Next badge with changes"_s)->trigger();
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night?"_s);
        QVERIFY(!command(bench, u"Next badge with changes"_s)->isEnabled()); // it is the only one
    }

    void whatIsWrongWithATextStandsBelowIt()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QCOMPARE(problem(nameField(bench)), QString());
        nameField(bench)->selectAll();
        QTest::keyClick(nameField(bench), Qt::Key_Delete);
        QCOMPARE(problem(nameField(bench)), u"A badge needs a name."_s);
        QVERIFY(nameField(bench)->property("wrong").toBool());
        QCOMPARE(nameField(bench)->accessibleDescription(), u"A badge needs a name."_s);
        shoot(bench, u"no-name"_s);
        QTest::keyClicks(nameField(bench), u"Karaoke Night"_s);
        QCOMPARE(problem(nameField(bench)), u"There is a badge called “Karaoke Night” on this forum already."_s);
        QTest::keyClicks(nameField(bench), u"s"_s);
        QCOMPARE(problem(nameField(bench)), QString());
        QVERIFY(!nameField(bench)->property("wrong").toBool());
        auto *text = qobject_cast<QPlainTextEdit *>(named(bench, u"Description"_s));
        text->setPlainText(QString(501, u'x'));
        QCOMPARE(problem(text), u"1 character(s) too many: the forum takes no more than 500."_s);
        text->setPlainText(QString(500, u'x'));
        QCOMPARE(problem(text), QString());
        // A new badge does not begin with a reproach.
        command(bench, u"New badge"_s)->trigger();
        QCOMPARE(problem(nameField(bench)), QString());
        qobject_cast<QPlainTextEdit *>(named(bench, u"Description"_s))->setPlainText(u"For all"_s);
        QCOMPARE(problem(nameField(bench)), u"A badge needs a name."_s);
    }

    void undoAndRedoHaveButtons()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        auto *undo = bench.find<QToolButton>("undo");
        auto *redo = bench.find<QToolButton>("redo");
        QVERIFY(undo->isVisible() && !undo->isEnabled() && !redo->isEnabled());
        typeInName(bench, u"!"_s);
        QVERIFY(undo->isEnabled());
        QVERIFY2(undo->toolTip().startsWith(u"Undo: name of Apex 2026 ("_s), qPrintable(undo->toolTip()));
        QCOMPARE(undo->accessibleName(), u"Undo: name of Apex 2026"_s);
        undo->click();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QVERIFY(redo->toolTip().startsWith(u"Redo: name of Apex 2026 ("_s));
        redo->click();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void theFilterIsACommand()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QMenu *menu = bench.find<QToolButton>("filterBadges")->menu();
        QVERIFY(!menu->isVisible());
        command(bench, u"Filter badges"_s)->trigger();
        QVERIFY(menu->isVisible());
        menu->close();
    }
};

int runFooterTest(int argc, char **argv)
{
    BadgesFooterTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_footer_test.moc"
