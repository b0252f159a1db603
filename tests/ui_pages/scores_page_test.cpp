// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "ui/people/person_field.h"
#include "ui/scores/add_event_dialog.h"
#include "ui/scores/day_span_field.h"
#include "ui/scores/recalculate_dialog.h"
#include "ui/scores/score_list_model.h"
#include "ui/scores/scores_page.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

/// Four people with points on some of the last days (today is 22 Nov 2026).
struct ScoresBench : PageBench<ScoresPage> {
    Account ada;
    Account delia;

    ScoresBench()
    {
        ada = fake->addAccount(u"ada.moss"_s);
        delia = fake->addAccount(u"delia"_s);
        const Account finn = fake->addAccount(u"finn"_s);
        add(8231, ada, 20, 15, u"Autumn karaoke attendee"_s);
        add(8233, delia, 20, 15, u"Autumn karaoke keynote"_s);
        add(8140, finn, 18, -200, u"Redeemed: mug and seeds"_s);
        add(8141, delia, 18, 40, u"Bought the almanac"_s);
    }
    void add(ScoreEventId id, const Account &who, int day, qint32 points, const QString &description)
    {
        fake->events << ScoreEvent{id, who.id, QDate(2026, 11, day), points, description, {}, {}};
    }
    /// So many that the forum gives them by the day only.
    void addMany()
    {
        for (int i = 0; i < 120; ++i)
            add(10000 + i, ada, 1 + i % 22, 1, u"Watering"_s);
    }
    int rowOf(const QString &id) const { return int(column(ScoreListModel::IdColumn).indexOf(id)); }
    void edit(const QString &id, ScoreListModel::Column column, const QString &value)
    {
        const QModelIndex index = table()->model()->index(rowOf(id), column);
        table()->setCurrentIndex(index);
        table()->edit(index);
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, value);
        QTest::keyClick(editor, Qt::Key_Return);
        settle();
    }
    QString points(const QString &id) const { return cell(rowOf(id), ScoreListModel::PointsColumn); }
    QPushButton *apply() const
    {
        for (auto *one : page->findChildren<QPushButton *>()) {
            if (one->text().startsWith(u"Apply"_s) && one->isVisible())
                return one;
        }
        return nullptr;
    }
    QComboBox *span() const { return page->findChild<DaySpanField *>()->findChild<QComboBox *>(); }
    QString count() const
    {
        for (auto *label : page->findChildren<QLabel *>()) {
            if (label->text().contains(u" event(s) · "_s))
                return label->text();
        }
        return {};
    }
    AddEventDialog *openAdd()
    {
        click(u"Add event"_s);
        return page->findChild<AddEventDialog *>();
    }
};

QLineEdit *field(QWidget *in, const QString &name)
{
    for (auto *one : in->findChildren<QLineEdit *>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

} // namespace

class ScoresPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheEventsAndWhenTheyWereRead()
    {
        ScoresBench bench;
        bench.open();
        QCOMPARE(bench.column(ScoreListModel::IdColumn), (QStringList{u"8233"_s, u"8231"_s, u"8141"_s, u"8140"_s}));
        QCOMPARE(bench.cell(0, ScoreListModel::PersonColumn), u"delia"_s);
        QCOMPARE(bench.count(), u"4 event(s) · read just now"_s);
        bench.clock.advance(std::chrono::minutes(4));
        bench.page->activate();
        QCOMPARE(bench.count(), u"4 event(s) · read 4 min ago"_s);
    }

    void correctionsAreStagedAndAppliedTogether()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        bench.select({bench.rowOf(u"8141"_s)});
        QTest::keyClick(bench.table(), Qt::Key_Delete); // void
        QCOMPARE(bench.points(u"8233"_s), u"+25"_s);
        QCOMPARE(bench.points(u"8141"_s), u"0"_s);
        QVERIFY(bench.page->hasUnsaved());
        QCOMPARE(bench.fake->count(u"score-update"_s), 0);
        bench.table()->clearSelection();
        bench.shoot(u"scores"_s);
        bench.ask.nextYes = true;
        bench.apply()->click();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"2 change(s) made"_s); }));
        QVERIFY(bench.ask.confirmed.first().consequence.contains(u"2026-11-20, delia: +25 instead of +15"_s));
        QVERIFY(!bench.page->hasUnsaved());
        bench.settle();
        QCOMPARE(bench.points(u"8233"_s), u"+25"_s);
        QCOMPARE(bench.runCount(), 1);
    }

    void correctionsStayWhenOthersAreListed()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        bench.page->open(u"ada.moss"_s);
        bench.settle();
        QCOMPARE(bench.column(ScoreListModel::IdColumn), QStringList{u"8231"_s});
        QVERIFY(bench.apply());
        bench.span()->setCurrentIndex(bench.span()->findText(u"Last 30 days"_s));
        bench.settle();
        bench.shoot(u"scores-elsewhere"_s);
        bench.ask.nextYes = true;
        bench.apply()->click();
        QVERIFY(bench.wind([&] { return bench.fake->events.at(1).points == 25; }));
    }

    void enteringPointsKeepsTheCorrections()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        bench.ask.nextYes = true;
        AddEventDialog *dialog = bench.openAdd();
        QCOMPARE(unnamedControls(dialog), QStringList());
        dialog->findChild<PersonField *>()->setAccount(bench.ada);
        QTest::keyClicks(field(dialog, u"Points"_s), u"7"_s);
        QPointer<AddEventDialog> open = dialog;
        QTest::keyClick(field(dialog, u"Points"_s), Qt::Key_Return);
        QVERIFY(bench.wind([&] { return bench.said().contains(u"1 change(s) made"_s); }));
        QVERIFY(bench.wind([&] { return !open; }));
        QCOMPARE(bench.fake->events.size(), 5);
        QCOMPARE(bench.table()->model()->rowCount(), 5); // it was read again
        QCOMPARE(bench.points(u"8233"_s), u"+25"_s);
        QVERIFY(bench.apply());
    }

    void sayingNoKeepsTheDialog()
    {
        ScoresBench bench;
        bench.open();
        AddEventDialog *dialog = bench.openAdd();
        dialog->findChild<PersonField *>()->setAccount(bench.ada);
        QTest::keyClicks(field(dialog, u"Points"_s), u"7"_s);
        QTest::keyClick(field(dialog, u"Points"_s), Qt::Key_Return);
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(dialog->isVisible());
        QCOMPARE(field(dialog, u"Points"_s)->text(), u"7"_s);
    }

    void whatFailedStaysACorrection()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        bench.edit(u"8141"_s, ScoreListModel::PointsColumn, u"41"_s);
        bench.ask.nextYes = true;
        // Both are of one person, so one goes after the other.
        bench.fake->holding = true;
        bench.apply()->click();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"score-update"_s) == 1; }));
        QVERIFY(!bench.apply()->isEnabled());
        bench.fake->release();
        Error refused = Error::of(ErrorKind::Invalid);
        refused.serverWords = {u"Too late"_s};
        bench.fake->refuseNext(u"score-update"_s, refused);
        QVERIFY(bench.wind([&] { return bench.said().contains(u"1 change(s) failed"_s); }));
        bench.settle();
        QVERIFY(bench.notice()->details().contains(u"Too late"_s));
        QVERIFY(bench.page->hasUnsaved());
        QCOMPARE(bench.points(u"8233"_s), u"+25"_s);
        QCOMPARE(bench.points(u"8141"_s), u"+41"_s);
        QCOMPARE(bench.cell(bench.rowOf(u"8233"_s), ScoreListModel::ChangeColumn), QString());
        QCOMPARE(bench.cell(bench.rowOf(u"8141"_s), ScoreListModel::ChangeColumn), u"was +40"_s);
        QCOMPARE(bench.noticeButton()->text(), u"Open in the ledger"_s);
        bench.noticeButton()->click();
        QCOMPARE(bench.ledgerOpened, QList<QVariant>{1});
    }

    void aPausedRunIsNotStartedASecondTime()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        bench.ask.nextYes = true;
        bench.fake->refuseNext(u"score-update"_s, Error::of(ErrorKind::Unauthorised));
        bench.apply()->click();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"paused"_s); }));
        QVERIFY(!bench.apply()->isEnabled());
        // Another way to start one is refused with a sentence.
        AddEventDialog *dialog = bench.openAdd();
        dialog->findChild<PersonField *>()->setAccount(bench.ada);
        QTest::keyClicks(field(dialog, u"Points"_s), u"7"_s);
        QTest::keyClick(field(dialog, u"Points"_s), Qt::Key_Return);
        bench.settle();
        QVERIFY(bench.said().contains(u"not over yet"_s));
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.runCount(), 1);
        dialog->close();
        bench.noticeButton()->click(); // Go on
        QVERIFY(bench.wind([&] { return bench.said().contains(u"1 change(s) made"_s); }));
        QCOMPARE(bench.runCount(), 1);
    }

    void aWrongValueIsSaid()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"12abc"_s);
        QVERIFY(!bench.said().isEmpty());
        QVERIFY(!bench.page->hasUnsaved());
        // The editor is open again with what was typed, and the sentence goes with the correction.
        auto *editor = bench.table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"12abc"_s);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTest::keyClick(editor, Qt::Key_Return);
        bench.settle();
        QVERIFY(bench.page->hasUnsaved());
        QVERIFY(bench.said().isEmpty());
    }

    void daysCanBeChosen()
    {
        ScoresBench bench;
        bench.open();
        auto *field = bench.page->findChild<DaySpanField *>();
        QCOMPARE(field->last(), QDate(2026, 11, 23));
        QVERIFY(!bench.named(u"Day"_s));
        bench.span()->setCurrentIndex(bench.span()->findText(u"A day…"_s));
        bench.settle();
        auto *day = qobject_cast<QDateEdit *>(bench.named(u"Day"_s));
        QVERIFY(day);
        QVERIFY(!bench.named(u"Last day"_s));
        day->setDate(QDate(2026, 11, 18));
        bench.settle();
        QCOMPARE(bench.column(ScoreListModel::DayColumn), (QStringList{u"2026-11-18"_s, u"2026-11-18"_s}));

        bench.span()->setCurrentIndex(bench.span()->findText(u"From … to …"_s));
        auto *to = qobject_cast<QDateEdit *>(bench.named(u"Last day"_s));
        QVERIFY(bench.named(u"First day"_s) == day);
        QVERIFY(to);
        to->setDate(QDate(2026, 11, 20));
        bench.settle();
        QCOMPARE(bench.table()->model()->rowCount(), 4);
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
        bench.shoot(u"scores-from-to"_s);
        QVERIFY2(bench.page->minimumSizeHint().width() <= 960, qPrintable(QString::number(bench.page->minimumSizeHint().width())));
        to->setDate(QDate(2026, 11, 1)); // before the first: that one follows
        QCOMPARE(field->first(), QDate(2026, 11, 1));
    }

    void readingDayByDayCanBeStopped()
    {
        ScoresBench bench;
        bench.addMany();
        bench.fake->holding = true;
        bench.open();
        bench.answerOnce(); // cut off: so each day is asked for
        QVERIFY(bench.button(u"Stop"_s));
        bench.answerOnce(); // 23 Nov
        bench.answerOnce(); // 22 Nov
        bench.shoot(u"scores-reading"_s);
        bench.click(u"Stop"_s);
        const int asked = bench.fake->count(u"scores"_s);
        bench.fake->release();
        bench.settle();
        QCOMPARE(bench.fake->count(u"scores"_s), asked);
        QVERIFY(!bench.button(u"Stop"_s));
        QVERIFY(bench.said().contains(u"only the days from 2026-11-22 on"_s));
        QCOMPARE(bench.table()->model()->rowCount(), 5);
    }

    void typingANameReadsNobody()
    {
        ScoresBench bench;
        bench.open();
        bench.page->open(u"delia"_s);
        bench.settle();
        const int asked = bench.fake->count(u"scores"_s);
        auto *person = bench.page->findChild<PersonField *>();
        QTest::keyClick(person, Qt::Key_Backspace);
        bench.settle();
        QCOMPARE(bench.fake->count(u"scores"_s), asked);
        QTest::keyClick(person, Qt::Key_Escape); // everybody
        bench.settle();
        QCOMPARE(bench.fake->count(u"scores"_s), asked + 1);
    }

    void anErrorCanBeTriedAgain()
    {
        ScoresBench bench;
        bench.fake->refuseNext(u"scores"_s, Error::of(ErrorKind::Network));
        bench.open();
        QVERIFY(bench.said().startsWith(u"The score events could not be read."_s));
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.table()->model()->rowCount(), 4);
        QCOMPARE(bench.said(), QString());
    }

    void anUnknownPersonIsSaid()
    {
        ScoresBench bench;
        bench.open();
        bench.page->open(u"nobody"_s);
        bench.settle();
        QVERIFY(!bench.said().isEmpty());
    }

    void recalculatesAfterSayingWhatItMeans()
    {
        ScoresBench bench;
        bench.fake->recalculationsLeft = 2;
        bench.open();
        bench.click(u"Recalculate…"_s);
        bench.settle();
        auto *dialog = bench.page->findChild<RecalculateDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(unnamedControls(dialog), QStringList());
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        bench.shootWindow(dialog, u"recalculate"_s);
        auto *from = dialog->findChild<QDateEdit *>();
        QCOMPARE(from->maximumDate(), bench.clock.utcNow().date());
        from->setDate(bench.clock.utcNow().date().addDays(-90));
        bench.click(u"Recalculate on forum.example…"_s);
        bench.settle();
        // No is no, and the day stays.
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.confirmed.first().danger);
        QVERIFY2(bench.ask.confirmed.first().consequence.contains(u"cannot be undone"_s), qPrintable(bench.ask.confirmed.first().consequence));
        QVERIFY(dialog->isVisible());
        QCOMPARE(bench.fake->count(u"recalculate"_s), 0);
        bench.ask.nextYes = true;
        bench.click(u"Recalculate on forum.example…"_s);
        QVERIFY(bench.wind([&] { return bench.said() == u"Started"_s; }));
        QVERIFY(bench.fake->calls.contains(u"recalculate "_s + bench.clock.utcNow().date().addDays(-90).toString(Qt::ISODate)));
        QVERIFY(!bench.page->findChild<RecalculateDialog *>());
        QCOMPARE(bench.fake->recalculationsLeft, 1);
    }

    void aUsedUpQuotaSaysWhenTheNextOneIsPossible()
    {
        ScoresBench bench;
        bench.open();
        bench.click(u"Recalculate…"_s);
        bench.settle();
        bench.ask.nextYes = true;
        Error used = Error::of(ErrorKind::RateLimited); // by somebody else, since it was read
        used.retryAfter = std::chrono::hours(20);
        bench.fake->refuseNext(u"recalculate"_s, used);
        bench.click(u"Recalculate on forum.example…"_s);
        QVERIFY(bench.wind([&] { return bench.notice() && bench.notice()->details().contains(u"The next one is possible from"_s); }));
        bench.shoot(u"scores-quota-used"_s);

        bench.fake->recalculationsLeft = 0;
        bench.click(u"Recalculate…"_s);
        bench.settle();
        QVERIFY(!bench.button(u"Recalculate on forum.example…"_s)->isEnabled());
        bench.fake->abilities.deny(Ability::Recalculate, u"Discourse 3.0 cannot recalculate points."_s);
        bench.open();
        QVERIFY(!bench.button(u"Recalculate…"_s)->isEnabled());
        QCOMPARE(bench.button(u"Recalculate…"_s)->toolTip(), u"Discourse 3.0 cannot recalculate points."_s);
    }

    void whatAnUndoDidIsShown()
    {
        ScoresBench bench;
        bench.open();
        runs::UpdateScoreEventStep step;
        step.id = 8233;
        step.account = bench.delia;
        step.date = QDate(2026, 11, 20);
        step.oldPoints = 15;
        step.points = 1;
        runs::Run *run = bench.begin(runs::planScoreUpdates(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, runs::RunState::Done));
        bench.settle();
        QCOMPARE(bench.points(u"8233"_s), u"+1"_s);
    }

    void everyControlHasAName()
    {
        ScoresBench bench;
        bench.open();
        bench.edit(u"8233"_s, ScoreListModel::PointsColumn, u"25"_s);
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void thePageGoesWhileAnswersAreUnderWay()
    {
        ScoresBench bench;
        bench.fake->holding = true;
        bench.open();
        bench.page.reset();
        bench.fake->release();
        bench.settle();
    }
};

int runScoresTest(int argc, char **argv)
{
    ScoresPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "scores_page_test.moc"
