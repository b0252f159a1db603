// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "runs/undo.h"
#include "support/accessibility_walk.h"
#include "ui/badges/grouping_dialog.h"
#include "ui/badges/grouping_list_model.h"
#include "ui/kit/notice.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QListView>
#include <QMimeData>
#include <QRegularExpression>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QAction *command(const QList<QAction *> &actions, const QString &beginning)
{
    for (QAction *action : actions) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

/// A page with the dialog open.
struct GroupingBench : BadgesBench {
    QPointer<GroupingDialog> dialog;

    void openDialog()
    {
        if (!page)
            openOn(*this, "Apex 2026");
        command(page->commands(), u"Groupings"_s)->trigger();
        dialog = page->findChild<GroupingDialog *>();
    }
    QListView *view() const { return dialog->findChild<QListView *>(u"groupings"_s); }
    GroupingListModel *model() const { return dialog->findChild<GroupingListModel *>(); }
    QAction *action(const QString &beginning) const { return command(dialog->findChildren<QAction *>(), beginning); }
    QPushButton *saveButton() const { return dialog->findChild<QPushButton *>(u"saveGroupings"_s); }
    QString said() const { return dialog->findChild<Notice *>(u"groupingsNotice"_s)->sentence(); }
    void choose(const QString &name)
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (model()->index(row).data().toString() == name)
                view()->setCurrentIndex(model()->index(row));
        }
    }
    void rename(const QString &from, const QString &to)
    {
        choose(from);
        model()->setData(view()->currentIndex(), to, Qt::EditRole);
    }
    QStringList onForum() const
    {
        QStringList names;
        for (const Grouping &one : forum->catalogue.groupings)
            names << one.name;
        return names;
    }
};

Grouping grouping(GroupingId id, const char *name, bool system = false)
{
    return {id, QString::fromLatin1(name), {}, 0, system};
}

QStringList namesOf(const QList<GroupingRow> &rows)
{
    QStringList names;
    for (const GroupingRow &row : rows)
        names << (row.removed ? u"-"_s : QString()) + row.grouping.name;
    return names;
}

} // namespace

/// The groupings of a forum: what is wanted is seen before it is saved, nothing of anybody else's is lost.
class BadgesGroupingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupingsAreAddedRenamedAndPutInOrder()
    {
        GroupingBench bench;
        bench.ask.nextYes = true;
        bench.openDialog();
        QVERIFY(!bench.saveButton()->isEnabled());
        bench.rename(u"Events"_s, u"Fairs"_s);
        bench.action(u"Add"_s)->trigger();
        auto *editor = bench.view()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor); // one types at once
        QTest::keyClicks(editor, u"Seasons"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(bench.model()->row(2).grouping.name, u"Seasons"_s);
        bench.action(u"Up"_s)->trigger();
        bench.action(u"Up"_s)->trigger();
        QVERIFY(!bench.action(u"Up"_s)->isEnabled());
        bench.saveButton()->click();
        QTRY_COMPARE(bench.onForum(), (QStringList{u"Seasons"_s, u"Getting Started"_s, u"Fairs"_s, u"Community"_s, u"Other"_s}));
        QTRY_VERIFY(!bench.dialog);
        const QString asked = bench.ask.confirmed.first().consequence;
        QVERIFY2(asked.contains(u"Added: “Seasons”."_s) && asked.contains(u"Renamed: “Events” to “Fairs”."_s), qPrintable(asked));
        QCOMPARE(bench.ledger->runs()->size(), 1);
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 3); // the page shows them
    }

    void theBadgesOfARemovedGroupingMoveFirstAndComeBack()
    {
        GroupingBench bench;
        bench.ask.nextYes = true;
        bench.openDialog();
        bench.choose(u"Events"_s);
        bench.action(u"Remove"_s)->trigger();
        QVERIFY(bench.model()->row(1).removed);
        auto *target = bench.dialog->findChild<QComboBox *>(u"badgesGoTo"_s);
        QVERIFY(target->isVisible());
        QCOMPARE(target->currentText(), u"Other"_s); // the usual one
        QCOMPARE(target->count(), 3);
        target->setCurrentIndex(target->findData(1));
        Q_EMIT target->activated(target->currentIndex());
        QCOMPARE(bench.model()->row(1).movesTo, 1);
        bench.choose(u"Other"_s);
        QVERIFY(!target->isVisible());
        bench.saveButton()->click();
        QTRY_VERIFY(!bench.onForum().contains(u"Events"_s));
        QCOMPARE(bench.badge("Apex 2026").groupingId, 1);
        QTRY_VERIFY(!bench.dialog);
        const QStringList writes = bench.forum->calls.filter(QRegularExpression(u"^(badge-update|groupings)"_s));
        QCOMPARE(writes.size(), 4);
        QVERIFY(writes.last().startsWith(u"groupings"_s));
        // The undo makes it anew, under another id, and its badges find it.
        const runs::Plan undo = *runs::planUndo(*bench.ledger, bench.ledger->runs()->first().id, bench.forum, bench.clock);
        QVERIFY(bench.runs->start(undo, bench.forum, runs::Pace::All));
        QTRY_VERIFY(bench.onForum().contains(u"Events"_s));
        const auto events = std::find_if(bench.forum->catalogue.groupings.begin(), bench.forum->catalogue.groupings.end(),
                                         [](const Grouping &one) { return one.name == u"Events"; });
        QVERIFY(events->id != 102);
        QTRY_COMPARE(bench.badge("Apex 2026").groupingId, events->id);
        QTRY_COMPARE(bench.badge("Spring Fair Helper").groupingId, events->id);
    }

    void aDraftOnItsWayToARemovedGroupingFollows()
    {
        GroupingBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Green Thumb");
        auto *box = bench.find<QComboBox>("grouping");
        box->setCurrentIndex(box->findData(102));
        Q_EMIT box->activated(box->currentIndex());
        bench.openDialog();
        bench.choose(u"Events"_s);
        bench.action(u"Remove"_s)->trigger();
        QVERIFY(bench.model()->row(1).removed);
        bench.saveButton()->click();
        QTRY_VERIFY(!bench.dialog);
        bench.page->open(bench.id("Green Thumb"));
        QTRY_COMPARE(box->currentData().toLongLong(), 5);
    }

    void theForumsOwnStayAsTheyAre()
    {
        GroupingBench bench;
        bench.openDialog();
        bench.choose(u"Community"_s);
        QVERIFY(!bench.action(u"Rename"_s)->isEnabled());
        QVERIFY(!bench.action(u"Remove"_s)->isEnabled());
        QVERIFY(bench.action(u"Remove"_s)->toolTip().contains(u"belongs to the forum"_s));
        QVERIFY(!bench.model()->setData(bench.view()->currentIndex(), u"X"_s, Qt::EditRole));
        bench.model()->remove(bench.view()->currentIndex().row(), 5);
        QVERIFY(!bench.model()->row(bench.view()->currentIndex().row()).removed);
        QVERIFY(bench.action(u"Down"_s)->isEnabled());
    }

    void whatSomebodyElseDidIsSaidAndKept()
    {
        GroupingBench bench;
        bench.ask.nextYes = true;
        bench.openDialog();
        bench.rename(u"Events"_s, u"Fairs"_s);
        bench.forum->catalogue.groupings.insert(2, grouping(103, "Harvest"));
        bench.saveButton()->click();
        QTRY_VERIFY2(bench.said().contains(u"“Harvest” was added."_s), qPrintable(bench.said()));
        QCOMPARE(bench.forum->count(u"groupings"_s), 0);
        QVERIFY(bench.ask.confirmed.isEmpty());
        for (auto *button : bench.dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Take theirs"_s)
                button->click();
        }
        QCOMPARE(namesOf(bench.model()->rows()), (QStringList{u"Getting Started"_s, u"Fairs"_s, u"Harvest"_s, u"Community"_s, u"Other"_s}));
        bench.saveButton()->click();
        QTRY_COMPARE(bench.onForum(), (QStringList{u"Getting Started"_s, u"Fairs"_s, u"Harvest"_s, u"Community"_s, u"Other"_s}));
    }

    void aRefusalLosesNothing()
    {
        GroupingBench bench;
        bench.ask.nextYes = true;
        bench.openDialog();
        bench.rename(u"Events"_s, u"Fairs"_s);
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        bench.saveButton()->click();
        QTRY_VERIFY2(bench.said().startsWith(u"Nothing was saved."_s), qPrintable(bench.said()));
        bench.forum->refuseNext(u"groupings"_s, Error::of(ErrorKind::Forbidden));
        bench.saveButton()->click();
        QTRY_VERIFY2(bench.said().startsWith(u"Not all of it"_s), qPrintable(bench.said()));
        QVERIFY(bench.dialog);
        QVERIFY(bench.page->hasUnsaved());
        QCOMPARE(bench.model()->row(1).grouping.name, u"Fairs"_s);
        // Leaving asks.
        bench.ask.nextYes = false;
        bench.dialog->reject();
        QTRY_VERIFY(bench.ask.confirmed.last().title.startsWith(u"Leave"_s));
        QVERIFY(bench.dialog);
        bench.ask.nextYes = true;
        bench.saveButton()->click();
        QTRY_VERIFY(bench.onForum().contains(u"Fairs"_s));
    }

    void leavingWhileItLooksAgainAsksOneThingOnly()
    {
        GroupingBench bench;
        bench.openDialog();
        bench.rename(u"Events"_s, u"Fairs"_s);
        bench.forum->holding = true;
        bench.saveButton()->click();
        bench.dialog->reject();
        bench.forum->release();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.confirmed.first().title.startsWith(u"Leave"_s));
        QTRY_VERIFY(bench.saveButton()->isEnabled()); // stayed: it can be saved
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.said(), QString());
    }

    void whatMayNotBeDoneSaysWhy()
    {
        BadgesBench bench;
        bench.forum->abilities.deny(Ability::SaveGroupings, u"The key has no scope for it."_s);
        openOn(bench, "Apex 2026");
        QAction *groupings = command(bench.page->commands(), u"Groupings"_s);
        QVERIFY(!groupings->isEnabled());
        QCOMPARE(groupings->toolTip(), u"The key has no scope for it."_s);
    }

    void namesAreLookedAt()
    {
        GroupingBench bench;
        bench.openDialog();
        bench.rename(u"Events"_s, u"community"_s);
        QVERIFY(!bench.saveButton()->isEnabled());
        bench.rename(u"community"_s, QString(101, u'x'));
        QVERIFY(!bench.saveButton()->isEnabled());
        bench.rename(QString(101, u'x'), u" "_s);
        QVERIFY(!bench.saveButton()->isEnabled());
        bench.rename(u"Unnamed grouping"_s, u"Events"_s);
        QVERIFY(!bench.saveButton()->isEnabled()); // as it was
        QVERIFY(!bench.dialog->hasUnsaved());
    }

    void aChainOfRemovalsEndsSomewhere()
    {
        GroupingBench bench;
        bench.forum->catalogue.groupings.insert(2, grouping(103, "Harvest"));
        bench.openDialog();
        bench.choose(u"Events"_s);
        bench.action(u"Remove"_s)->trigger();
        auto *target = bench.dialog->findChild<QComboBox *>(u"badgesGoTo"_s);
        target->setCurrentIndex(target->findData(103));
        Q_EMIT target->activated(target->currentIndex());
        bench.choose(u"Harvest"_s); // itself empty
        bench.action(u"Remove"_s)->trigger();
        QCOMPARE(bench.model()->row(1).movesTo, 5);
        bench.choose(u"Events"_s);
        bench.action(u"Keep it"_s)->trigger();
        QVERIFY(!bench.model()->row(1).removed);
    }

    void mineIsLaidOverTheirs()
    {
        const QList<Grouping> before{grouping(1, "A", true), grouping(102, "B"), grouping(103, "C"), grouping(5, "E", true)};
        QList<GroupingRow> rows = groupingRows(before);
        rows[1].grouping.name = u"B2"_s;
        rows.insert(2, GroupingRow{grouping(-1, "New"), {}, false, 0});
        rows[3].removed = true; // C
        rows[3].movesTo = 5;
        rows.move(4, 0); // E first
        const QList<Grouping> now{grouping(1, "A", true), grouping(104, "D"), grouping(102, "B"), grouping(103, "C!"), grouping(5, "E", true)};
        QCOMPARE(whatOthersDid(before, now), (QStringList{u"“D” was added."_s, u"“C” is called “C!” now."_s}));
        QCOMPARE(namesOf(laidOver(rows, before, now)), (QStringList{u"E"_s, u"D"_s, u"A"_s, u"B2"_s, u"New"_s, u"-C!"_s}));
        // Where the badges were to go is gone: nothing is removed behind anybody's back.
        rows[0].movesTo = 0;
        rows.last().movesTo = 102;
        const QList<Grouping> withoutB{grouping(1, "A", true), grouping(103, "C"), grouping(5, "E", true)};
        QVERIFY(!namesOf(laidOver(rows, before, withoutB)).contains(u"-C"_s));
        QVERIFY(whatOthersDid(before, before).isEmpty());
    }

    void rowsAreDragged()
    {
        GroupingListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(groupingRows({grouping(1, "A"), grouping(2, "B"), grouping(3, "C")}));
        const std::unique_ptr<QMimeData> first(model.mimeData({model.index(0)}));
        model.dropMimeData(first.get(), Qt::MoveAction, 3, 0, {});
        QCOMPARE(namesOf(model.rows()), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        const std::unique_ptr<QMimeData> last(model.mimeData({model.index(2)}));
        model.dropMimeData(last.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(namesOf(model.rows()), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
    }

    void everyControlHasAName()
    {
        GroupingBench bench;
        bench.openDialog();
        QCOMPARE(unnamedControls(bench.dialog), QStringList());
        const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
        bench.rename(u"Events"_s, u"Fairs of all the orchards in the long valley behind the hills"_s);
        if (!folder.isEmpty())
            bench.dialog->grab().save(folder + u"/groupings.png"_s);
    }
};

int runGroupingsTest(int argc, char **argv)
{
    BadgesGroupingsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_groupings_test.moc"
