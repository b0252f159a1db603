// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "support/focus_walk.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/findings_list.h"
#include "ui/badges/preview_column.h"
#include "ui/badges/publish_bar.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

/// The page by keyboard alone.
class BadgesKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tabGoesAsOneWorks()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        auto *list = bench.page->findChild<FindingsList *>();
        const auto links = [list] {
            QList<QWidget *> found;
            for (auto *link : list->findChildren<LinkButton *>()) {
                if (link->isVisible())
                    found << link;
            }
            return found;
        };
        QTRY_VERIFY(!list->findChildren<QWidget *>().isEmpty()); // after a pause
        const auto order = [&] {
            return partsInTabOrder(bench.page.get(), {{u"list"_s, bench.page->findChild<BadgeListPane *>()},
                                                      {u"editor"_s, bench.page->findChild<BadgeEditor *>()},
                                                      {u"preview"_s, bench.page->findChild<PreviewColumn *>()},
                                                      {u"footer"_s, bench.page->findChild<PublishBar *>()}});
        };
        const QStringList wanted{u"list"_s, u"editor"_s, u"preview"_s, u"footer"_s};
        QCOMPARE(order(), wanted);
        // Findings are made anew with every change, and stay in their place.
        bench.page->open(bench.id("First Seed"));
        bench.page->open(bench.id("Good Neighbour"));
        QTRY_VERIFY(nameField(bench)->text() == u"Good Neighbour"_s);
        QTRY_VERIFY(!links().isEmpty());
        typeInName(bench, u" of the whole long street and of its gardens"_s);
        QTRY_VERIFY(links().size() > 1);
        QCOMPARE(order(), wanted);
        const QList<QWidget *> stops = tabStops(bench.page.get());
        QVERIFY(stops.contains(links().first()));
        QVERIFY(stops.indexOf(links().first()) < stops.indexOf(links().last())); // as they lie
        QVERIFY(stops.indexOf(button(bench, "publish")) > stops.indexOf(links().last()));
    }

    void whatIsBelowTheFoldIsSaidAboveIt()
    {
        BadgesBench bench;
        openOn(bench, "Good Neighbour");
        bench.page->resize(848, 666);
        auto *preview = bench.page->findChild<PreviewColumn *>();
        auto *list = bench.page->findChild<FindingsList *>();
        typeInName(bench, u" of the whole long street and of its gardens"_s);
        auto *all = bench.find<LinkButton>("allFindings");
        auto *fix = bench.find<LinkButton>("worstFix");
        QTRY_VERIFY(all->isVisible() && fix->isVisible());
        const auto bottom = [preview](QWidget *of) { return of->mapTo(preview, QPoint(0, of->height())).y(); };
        QVERIFY(bottom(all) < 180); // seen without scrolling
        QVERIFY(bottom(list) > preview->height());
        // The link leads to the list, and the keyboard is there.
        Q_EMIT all->clicked();
        QTRY_VERIFY(list->isAncestorOf(bench.page->focusWidget()));
        QVERIFY(bench.page->focusWidget()->mapTo(preview, QPoint()).y() < preview->height());
        // What can be done about it is done from there.
        Q_EMIT fix->clicked();
        QTRY_COMPARE(bench.page->focusWidget(), nameField(bench));
        // With room for the list nothing is said twice.
        bench.page->resize(1400, 1300);
        QTRY_VERIFY(!all->isVisible());
    }
};

int runKeyboardTest(int argc, char **argv)
{
    BadgesKeyboardTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_keyboard_test.moc"
