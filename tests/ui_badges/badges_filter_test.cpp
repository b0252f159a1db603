// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "many_bench.h"

#include "ui/badges/badge_list_model.h"

#include "ui/badges/badge_list_pane.h"
#include "ui/kit/search_field.h"

#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// What the list shows while it is searched or filtered, and what stays chosen in it.
class BadgesFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSearchedForStaysWhenABadgeIsDeleted()
    {
        BadgesBench bench;
        bench.ask.nextChoice = 1;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        auto *search = bench.page->findChild<SearchField *>();
        search->setText(u"Events"_s); // a grouping
        Q_EMIT search->searched(search->text());
        command(bench, u"Delete"_s)->trigger();
        QTRY_COMPARE(said(bench), u"“Apex 2026” is deleted from forum.example."_s);
        QTRY_COMPARE(nameField(bench)->text(), u"Karaoke Night"_s); // the next of those that are shown
        QCOMPARE(search->text(), u"Events"_s);
        // Nothing of it is left: no other badge is put in its place.
        search->setText(u"Karaoke"_s);
        Q_EMIT search->searched(search->text());
        command(bench, u"Delete"_s)->trigger();
        QTRY_VERIFY(!bench.id("Karaoke Night"));
        QTRY_VERIFY(!nameField(bench));
        QCOMPARE(search->text(), u"Karaoke"_s);
    }

    void theListIsFiltered()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        auto *menu = bench.find<QToolButton>("filterBadges")->menu();
        auto *view = bench.page->findChild<QTreeView *>();
        auto *chip = bench.find<QPushButton>("filterChip");
        const auto shown = [view] {
            QStringList names;
            for (int group = 0; group < view->model()->rowCount(); ++group) {
                const QModelIndex heading = view->model()->index(group, 0);
                for (int row = 0; view->isExpanded(heading) && row < view->model()->rowCount(heading); ++row)
                    names << view->model()->index(row, 0, heading).data().toString();
            }
            return names;
        };
        const auto filter = [menu](const QString &name) {
            Q_EMIT menu->aboutToShow();
            for (QAction *action : menu->actions()) {
                if (action->text().startsWith(name))
                    action->trigger();
            }
        };
        Q_EMIT menu->aboutToShow();
        QStringList counted;
        for (QAction *action : menu->actions())
            counted << action->text();
        counted.removeAll(QString());
        QCOMPARE(counted, (QStringList{u"All badges (8)"_s, u"Changed, not published (0)"_s, u"Not enabled (1)"_s, u"Gold (3)"_s, u"Silver (2)"_s, u"Bronze (3)"_s,
                                       u"With a picture (6)"_s, u"With an icon (2)"_s, u"The forum’s own (1)"_s, u"Made by people (7)"_s}));
        QVERIFY(!chip->isVisible());
        auto *funnel = bench.find<QToolButton>("filterBadges");
        const QImage idle = funnel->grab().toImage();
        // Nothing but the funnel: its corner is empty.
        QCOMPARE(idle.copy(idle.width() - 10, idle.height() - 9, 10, 9), [&] {
            QImage empty = idle.copy(idle.width() - 10, idle.height() - 9, 10, 9);
            empty.fill(idle.pixelColor(idle.width() / 2, 3));
            return empty;
        }());
        filter(u"With an icon"_s);
        QVERIFY(funnel->grab().toImage().pixelColor(4, funnel->height() / 2) != idle.pixelColor(4, funnel->height() / 2)); // it filters
        QCOMPARE(funnel->accessibleDescription(), u"With an icon"_s);
        QCOMPARE(shown(), (QStringList{u"First Seed"_s, u"Lightning Reply"_s}));
        QCOMPARE(chip->text(), u"With an icon: 2"_s);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s); // what one works on stays
        // Changes come and go as they are made.
        typeInName(bench, u"!"_s);
        filter(u"Changed"_s);
        QCOMPARE(shown(), QStringList{u"Apex 2026!"_s});
        shoot(bench, u"filtered"_s);
        button(bench, "discard")->click();
        QCOMPARE(shown(), QStringList{u"Apex 2026"_s}); // it stays under the hand
        QTRY_COMPARE(chip->text(), u"Changed, not published: 0"_s);
        filter(u"Changed"_s); // until it is asked for anew
        QCOMPARE(shown(), QStringList());
        auto texts = bench.page->findChildren<QLabel *>();
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](QLabel *label) { return label->isVisible() && label->text() == u"No badge is of this kind: Changed, not published."; }));
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(shown(), QStringList{u"Apex 2026!"_s});
        // Escape shows all again, as does going to a badge that is hidden.
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(shown().size(), 8);
        QVERIFY(!chip->isVisible());
        filter(u"Gold"_s);
        QCOMPARE(shown().size(), 3);
        bench.page->open(bench.id("Karaoke Night"));
        QCOMPARE(shown().size(), 8);
    }

    void whatIsWorkedOnStaysInTheFilteredList()
    {
        BadgesBench bench;
        bench.add(u"Barn Dance"_s, 102, kGold, 3, {}, {});
        stored(bench, "Barn Dance")->enabled = false;
        openOn(bench, "Apex 2026");
        auto *view = bench.page->findChild<QTreeView *>();
        auto *menu = bench.find<QToolButton>("filterBadges")->menu();
        auto *chip = bench.find<QPushButton>("filterChip");
        const auto filter = [menu](const QString &name) {
            Q_EMIT menu->aboutToShow();
            for (QAction *action : menu->actions()) {
                if (action->text().startsWith(name))
                    action->trigger();
            }
        };
        const auto rows = [view] {
            int count = 0;
            for (int group = 0; group < view->model()->rowCount(); ++group)
                count += view->model()->rowCount(view->model()->index(group, 0));
            return count;
        };
        filter(u"Not enabled"_s);
        QCOMPARE(rows(), 2);
        chooseAll(bench, {"Spring Fair Helper"});
        QCOMPARE(nameField(bench)->text(), u"Spring Fair Helper"_s);
        bench.find<QCheckBox>("enabled")->click();
        QCOMPARE(nameField(bench)->text(), u"Spring Fair Helper"_s);
        QCOMPARE(view->currentIndex().data().toString(), u"Spring Fair Helper"_s);
        QTRY_COMPARE(chip->text(), u"Not enabled: 1"_s);
        typeInName(bench, u"s"_s);
        QCOMPARE(nameField(bench)->text(), u"Spring Fair Helpers"_s);
        // Also after another was chosen: the rows do not move under the mouse.
        chooseAll(bench, {"Barn Dance"});
        QCOMPARE(rows(), 2);
        filter(u"Not enabled"_s);
        QCOMPARE(rows(), 1);
        // A change of the type, and of the name that was searched for.
        filter(u"Gold"_s);
        chooseAll(bench, {"Apex 2026"});
        pick(bench.find<QComboBox>("type"), kSilver);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QTest::keyClick(view, Qt::Key_Escape);
        auto *search = bench.page->findChild<SearchField *>();
        QVERIFY(search);
        search->setText(u"apex"_s);
        QTRY_COMPARE(rows(), 1);
        chooseAll(bench, {"Apex 2026"});
        nameField(bench)->selectAll();
        QTest::keyClicks(nameField(bench), u"Summit"_s);
        QCOMPARE(nameField(bench)->text(), u"Summit"_s);
        QCOMPARE(view->currentIndex().data().toString(), u"Summit"_s);
        search->setText(u"apex "_s); // the same words
        search->setText(u"ap"_s);
        QTRY_COMPARE(rows(), 0);
    }

    void whatIsDraggedStaysInSightWhileItIsSearched()
    {
        BadgesBench bench;
        bench.add(u"Events of the year"_s, 2, kGold, 3, {}, {}); // its heading stands in the list of a search for "events"
        openOn(bench, "Karaoke Night");
        auto *view = bench.page->findChild<QTreeView *>();
        auto *search = bench.page->findChild<SearchField *>();
        search->setText(u"events"_s); // the three of that grouping are found by its name alone
        Q_EMIT search->searched(search->text());
        const auto under = [view](const QString &heading) {
            QStringList names;
            for (int group = 0; group < view->model()->rowCount(); ++group) {
                const QModelIndex parent = view->model()->index(group, 0);
                for (int row = 0; parent.data().toString() == heading && row < view->model()->rowCount(parent); ++row)
                    names << view->model()->index(row, 0, parent).data().toString();
            }
            return names;
        };
        const auto drag = [view](const QString &onto) {
            const std::unique_ptr<QMimeData> data(view->model()->mimeData(view->selectionModel()->selectedIndexes()));
            for (int group = 0; group < view->model()->rowCount(); ++group) {
                if (view->model()->index(group, 0).data().toString() == onto) {
                    view->model()->dropMimeData(data.get(), Qt::MoveAction, -1, -1, view->model()->index(group, 0));
                    return;
                }
            }
            QFAIL("no such heading");
        };
        QCOMPARE(under(u"Events"_s), (QStringList{u"Apex 2026"_s, u"Karaoke Night"_s, u"Spring Fair Helper"_s}));
        chooseAll(bench, {"Apex 2026"});
        drag(u"Community"_s);
        // It would not be found any more, and stays all the same, chosen, where it was dropped.
        QCOMPARE(under(u"Community"_s), (QStringList{u"Apex 2026"_s, u"Events of the year"_s}));
        QCOMPARE(view->currentIndex().data().toString(), u"Apex 2026"_s);
        QCOMPARE(view->currentIndex().parent().data().toString(), u"Community"_s);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QCOMPARE(bench.find<QComboBox>("grouping")->currentText(), u"Community"_s);
        QCOMPARE(search->text(), u"events"_s);
        // So do several, and undo puts them back before one's eyes.
        chooseAll(bench, {"Karaoke Night", "Spring Fair Helper"});
        drag(u"Community"_s);
        QCOMPARE(under(u"Events"_s), QStringList());
        QCOMPARE(under(u"Community"_s).size(), 4);
        QCOMPARE(bench.find<QComboBox>("bulkGrouping")->currentText(), u"Community"_s);
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(under(u"Events"_s), (QStringList{u"Karaoke Night"_s, u"Spring Fair Helper"_s}));
        QTRY_COMPARE(bench.find<QComboBox>("bulkGrouping")->currentText(), u"Events"_s);
        // With a filter: it shows those that are changed.
        search->setText({});
        Q_EMIT search->searched({});
        bench.page->findChild<BadgeListPane *>()->showOnly(BadgeKind::Changed);
        QCOMPARE(under(u"Community"_s), QStringList{u"Apex 2026"_s});
        command(bench, u"Undo"_s)->trigger();
        QCOMPARE(under(u"Events"_s), QStringList{u"Apex 2026"_s}); // not changed any more, and worked on
        QCOMPARE(bench.find<QComboBox>("grouping")->currentText(), u"Events"_s);
    }

    void whatCannotBeMovedSaysWhy()
    {
        BadgesBench bench;
        bench.forum->catalogue.protectedSystemFields << u"badge_grouping_id"_s;
        openOn(bench, "First Seed");
        Q_EMIT bench.page->findChild<BadgeListPane *>()->moveWanted({bench.id("First Seed")}, 2);
        QCOMPARE(result(bench), u"“First Seed” stays in its grouping."_s);
        QVERIFY(!bench.page->hasUnsaved());
    }

    void severalStayChosenInTheFilteredList()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        auto *menu = bench.find<QToolButton>("filterBadges")->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(u"Gold"_s))
                action->trigger();
        }
        chooseAll(bench, {"Green Thumb", "Apex 2026", "Problem Solver"});
        pick(bench.find<QComboBox>("bulkType"), kSilver);
        QCOMPARE(bench.page->findChild<BadgeListPane *>()->selected().size(), 3);
        box(bench, "multiple_grant")->click();
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badge-update"_s), 3);
        for (const char *name : {"Green Thumb", "Apex 2026", "Problem Solver"}) {
            QTRY_COMPARE(bench.badge(name).typeId, kSilver);
            QVERIFY(bench.badge(name).multipleGrant);
        }
    }
};

int runFilterTest(int argc, char **argv)
{
    BadgesFilterTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_filter_test.moc"
