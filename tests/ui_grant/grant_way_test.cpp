// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "support/accessibility_walk.h"
#include "ui/grants/match_list_model.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/step_trail.h"

#include <QAbstractItemModelTester>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using runs::Verdict;
using Step = GrantFlow::Step;

namespace {

/// What the tiles in sight say: "2 will be granted".
QStringList tiles(const GrantBench &bench)
{
    QCoreApplication::processEvents(); // new ones are shown with their layout
    QStringList words;
    const auto all = bench.dialog->findChildren<CountTile *>();
    for (const CountTile *tile : all) {
        if (tile->isVisible())
            words << tile->accessibleName();
    }
    return words;
}

QString status(const GrantBench &bench, int row)
{
    const QAbstractItemModel *model = bench.table()->model();
    return model->index(row, model->columnCount() - 1).data().toString();
}

} // namespace

/// From the source to the result, as a person goes.
class GrantWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableWithReasonsByMouse()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.apex.id, u"delia"_s, bench.clock.utcNow().addDays(-9));
        bench.open({bench.apex});
        const QByteArray rows = "username,reason\nada.moss," + bench.fair.toUtf8() + "\nbobby," + bench.photo.toUtf8()
            + "\nc.vale,https://elsewhere.example/t/9\ndelia,\nada.moss," + bench.fair.toUtf8() + "\nelmer.t,\n";
        QVERIFY(bench.load(bench.file(u"spring-fair.csv"_s, rows)));
        QVERIFY(bench.press(u"Match people"_s));
        QTRY_VERIFY(bench.says(u"need a decision"_s));
        QCOMPARE(bench.table()->currentIndex().row(), 5);
        QVERIFY(status(bench, 5).startsWith(u"No such account"_s));
        QVERIFY(bench.press(u"Use elmer_t"_s));
        QVERIFY(bench.says(u"Everybody was found."_s));
        QVERIFY(bench.review());
        QCOMPARE(tiles(bench), QStringList({u"3 will be granted"_s, u"1 hold it already"_s, u"1 same person twice"_s, u"1 with a reason elsewhere"_s}));
        QVERIFY(bench.says(u"Single grants, because rows have reasons of their own."_s));
        QVERIFY(bench.says(u"3 request(s), about"_s));
        QVERIFY(bench.says(u"as fast as the forum allows"_s));

        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Grant Apex to 3 people on forum.example"_s));
        QTRY_COMPARE(bench.step(), Step::Result);
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.forum->count(u"grant "_s), 3);
        QCOMPARE(bench.forum->timesHeld(u"elmer_t"_s, bench.apex.id), 1);
        QCOMPARE(bench.forum->timesHeld(u"c.vale"_s, bench.apex.id), 0);
        QVERIFY(bench.says(u"It is in the ledger as run 1"_s));
        QVERIFY(bench.press(u"Close"_s));
        QVERIFY(!bench.dialog->isVisible());
    }

    void namesByKeyboardAlone()
    {
        GrantBench bench;
        bench.open({bench.apex});
        const auto key = [](int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(code), modifiers);
        };
        QTest::keyClicks(QApplication::focusWidget(), u"elmer.t bobby nobody.at.all"_s);
        key(Qt::Key_Return); // a new line, not the next step
        QCOMPARE(bench.step(), Step::Source);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.says(u"need a decision"_s));
        QCOMPARE(QApplication::focusWidget(), bench.table());
        QCOMPARE(bench.table()->currentIndex().row(), 0);
        key(Qt::Key_Return); // to the choices of the row
        QTRY_COMPARE(QApplication::focusWidget(), bench.button(u"Use elmer_t"_s));
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), bench.named<QLineEdit>(u"Search the account"_s));
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        key(Qt::Key_Return);
        QCOMPARE(bench.flow()->matches().at(0).account.username, u"elmer_t"_s);
        QCOMPARE(QApplication::focusWidget(), bench.table());
        QCOMPARE(bench.table()->currentIndex().row(), 2); // the next who is open

        key(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), bench.named<QLineEdit>(u"Search the account"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"gwen"_s);
        key(Qt::Key_Return); // a whole name
        QTRY_COMPARE(bench.flow()->matches().at(2).account.username, u"gwen"_s);
        key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(bench.step(), Step::Source);
        QCOMPARE(QApplication::focusWidget(), bench.named<QPlainTextEdit>(u"People"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.planned());
        QCOMPARE(QApplication::focusWidget(), bench.table());
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget(), bench.button(u"Leave out"_s));
        key(Qt::Key_Return);
        QCOMPARE(bench.plan().peopleWanted(), 2);
        key(Qt::Key_Return); // the button now takes in again
        QVERIFY(bench.canPress(u"Grant Apex to 3"_s));

        bench.ask.nextYes = true;
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.step(), Step::Result);
        QCOMPARE(bench.forum->count(u"grant "_s), 3);
        QCOMPARE(QApplication::focusWidget(), bench.button(u"Close"_s));
        key(Qt::Key_Return);
        QVERIFY(!bench.dialog->isVisible());
    }

    void returnInTheReasonGoesOn()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.type(u"ada.moss"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        auto *reason = bench.named<QLineEdit>(u"Reason for all"_s);
        reason->setFocus();
        QTest::keyClicks(reason, bench.fair);
        QTest::keyClick(reason, Qt::Key_Return);
        QVERIFY(bench.planned());
        QVERIFY(bench.says(u"Single grants, because a reason is given for all."_s));
    }

    void theTabKeyGoesAsTheEyeDoes()
    {
        GrantBench bench;
        bench.open({});
        QVERIFY(bench.chooseBadges({u"Apex"_s}));
        bench.type(u"Username\tNote\nada.moss\tx\nbobby\ty"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        const QWidgetList wanted{bench.button(u"Add a badge…"_s), bench.button(u"Open a table…"_s), bench.button(u"Other sources…"_s), bench.named<QPlainTextEdit>(u"People"_s),
                                 bench.button(u"The first row names the columns"_s), bench.box(u"Username"_s), bench.box(u"Note"_s),
                                 bench.named<QLineEdit>(u"Reason for all"_s), bench.button(u"Find…"_s), bench.button(u"Match people"_s)};
        QTRY_VERIFY(bench.named<QAbstractButton>(u"Take out Apex"_s));
        bench.named<QAbstractButton>(u"Take out Apex"_s)->setFocus();
        for (QWidget *next : wanted) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget() == next, qPrintable(widgetPath(QApplication::focusWidget())));
        }
    }

    void backAtEveryStep()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(!bench.button(u"Back"_s));
        QVERIFY(bench.match(u"ada.moss\nnobody.at.all"_s));
        QCOMPARE(bench.step(), Step::Match);
        QVERIFY(bench.press(u"Back"_s));
        QCOMPARE(bench.step(), Step::Source);
        QCOMPARE(bench.named<QPlainTextEdit>(u"People"_s)->toPlainText(), u"ada.moss\nnobody.at.all"_s);
        QVERIFY(bench.press(u"Match people"_s));
        QTRY_VERIFY(bench.canPress(u"Review"_s));
        QVERIFY(bench.review());
        QVERIFY(bench.press(u"Back"_s));
        QCOMPARE(bench.step(), Step::Match);
        QVERIFY(bench.review());
        // While the forum is being asked, too; what it then says is not heard.
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.press(u"Back"_s));
        bench.forum->holding = true;
        bench.type(u"bobby"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY(bench.press(u"Match people"_s));
        QVERIFY(bench.flow()->isBusy());
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(!bench.flow()->isBusy());
        bench.forum->release();
        QCoreApplication::processEvents();
        QCOMPARE(bench.step(), Step::Source);

        QVERIFY(bench.press(u"Match people"_s));
        QVERIFY(bench.planned());
        auto *trail = bench.dialog->findChild<StepTrail *>();
        QTest::mouseClick(trail, Qt::LeftButton, {}, QPoint(10, trail->height() / 2));
        QCOMPARE(bench.step(), Step::Source);
        QVERIFY(bench.press(u"Match people"_s));
        QVERIFY(bench.planned());
        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Grant Apex to 1"_s));
        QTRY_COMPARE(bench.step(), Step::Result);
        QVERIFY(!bench.button(u"Back"_s));
        QTest::mouseClick(trail, Qt::LeftButton, {}, QPoint(10, trail->height() / 2));
        QCOMPARE(bench.step(), Step::Result);
    }

    void whatWaitsForThePersonIsOneTileAndItsFilterStays()
    {
        GrantBench bench;
        bench.forum->addAccount(u"bob"_s, u"Sam Pine"_s);
        bench.forum->addAccount(u"rob"_s, u"Sam Pine"_s);
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss\nelmer.t\nnobody.at.all\nSam Pine"_s));
        QVERIFY(bench.review());
        QCOMPARE(bench.plan().count(Verdict::Ready), 1);
        QVERIFY2(tiles(bench).contains(u"3 need a decision"_s), qPrintable(tiles(bench).join(u'\n')));
        QVERIFY(bench.press(u"need a decision"_s));
        QCOMPARE(bench.table()->model()->rowCount(), 3);
        bench.choose(0);
        QVERIFY(bench.press(u"Use elmer_t"_s));
        QVERIFY(bench.planned());
        QVERIFY(tiles(bench).contains(u"2 need a decision"_s));
        QCOMPARE(bench.table()->model()->rowCount(), 2);
        QVERIFY(bench.table()->currentIndex().isValid());
        QVERIFY(bench.press(u"need a decision"_s));
        QCOMPARE(bench.table()->model()->rowCount(), 4);
    }

    void theTileAndTheButtonSayTheSame()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.helper.id, u"bobby"_s, bench.clock.utcNow().addDays(-3));
        bench.open({bench.helper});
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        QVERIFY(bench.says(u"Single grants, because they are few."_s));
        bench.choose(1);
        QVERIFY(bench.press(u"Grant to bobby all the same"_s));
        QVERIFY(bench.says(u"Single grants, because somebody gets the badge once more."_s));
        QCOMPARE(tiles(bench), QStringList{u"2 will be granted"_s});
        QVERIFY(bench.canPress(u"Grant Spring Fair Helper to 2"_s));
    }

    void aPlanThatFailedIsMadeAgain()
    {
        GrantBench bench;
        bench.open({bench.apex});
        const Error refused = Error::of(ErrorKind::Unauthorised);
        bench.forum->refuseNext(u"holders"_s, refused);
        QVERIFY(bench.match(u"ada.moss"_s));
        QTRY_VERIFY(!bench.notice().isEmpty());
        QCOMPARE(bench.step(), Step::Review);
        QVERIFY(!bench.canPress(u"Grant Apex"_s));
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.review());
        QCOMPARE(bench.notice(), QString());
        QVERIFY(bench.canPress(u"Grant Apex to 1"_s));
    }

    void aRunIsPausedStoppedAndItsFailedRowsSaved()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss\nbobby\nc.vale"_s));
        QVERIFY(bench.planned());
        Error refused = Error::of(ErrorKind::Forbidden);
        refused.httpStatus = 403;
        bench.forum->refuseNext(u"grant"_s, refused);
        bench.forum->holding = true;
        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Grant Apex to 3"_s));
        QTRY_VERIFY(bench.canPress(u"Pause"_s));
        QVERIFY(bench.press(u"Pause"_s));
        QTRY_VERIFY(bench.canPress(u"Resume"_s));
        QVERIFY(bench.press(u"Resume"_s));
        bench.forum->release();
        QTRY_COMPARE(bench.step(), Step::Result);
        QCOMPARE(bench.flow()->run()->counts().failed(), 1);
        bench.ask.nextSavePath = bench.folder.filePath(u"failed.csv"_s);
        QVERIFY(bench.press(u"Failed rows as CSV…"_s));
        QTRY_VERIFY(bench.notice().contains(u"failed.csv"_s));
        QFile saved(bench.ask.nextSavePath);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().contains("ada.moss"));
    }

    void thePlanIsSaved()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss"_s));
        QVERIFY(bench.planned());
        bench.ask.nextSavePath = bench.folder.filePath(u"none/plan.json"_s);
        QVERIFY(bench.press(u"Save plan…"_s));
        QTRY_VERIFY(!bench.notice().isEmpty());
        bench.ask.nextSavePath = bench.folder.filePath(u"plan.json"_s);
        QVERIFY(bench.press(u"Try again"_s));
        QTRY_VERIFY(bench.notice().startsWith(u"Saved to"_s));
        QVERIFY(QFile::exists(bench.ask.nextSavePath));
        QVERIFY(bench.notice().contains(u"opened from the Ledger page"_s));
        // What is in the file is not lost by closing; what was decided since would be.
        QVERIFY(!bench.dialog->hasUnsaved());
        QVERIFY(bench.press(u"Leave out"_s));
        QVERIFY(bench.dialog->hasUnsaved());
    }

    void anAmpersandInANameIsNoShortcut()
    {
        GrantBench bench;
        bench.open({bench.forum->addBadge(u"Q&A Hero"_s)});
        QVERIFY(bench.match(u"ada.moss"_s));
        QVERIFY(bench.planned());
        QVERIFY(bench.canPress(u"Grant Q&&A Hero to 1"_s));
    }

    void everyControlHasANameAtEveryStep()
    {
        GrantBench bench;
        bench.open({});
        bench.type(u"Who\tWhat\nada.moss\tx\nnobody.at.all\ty"_s);
        QVERIFY(bench.chooseBadges({u"Apex"_s}));
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        QVERIFY(bench.press(u"Match people"_s));
        QTRY_VERIFY(bench.canPress(u"Review"_s));
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        QVERIFY(bench.review());
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        QVERIFY(bench.press(u"Grant Apex to 1"_s));
        QTRY_COMPARE(bench.step(), Step::Run);
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        bench.forum->release();
        QTRY_COMPARE(bench.step(), Step::Result);
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
    }

    void theListOfMatchesKeepsTheRulesOfModels()
    {
        MatchListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        people::Match found;
        found.recipient = people::recipientFrom(u"ada.moss"_s, 1);
        found.status = people::MatchStatus::Found;
        found.account.username = u"ada.moss"_s;
        people::Match open;
        open.recipient = people::recipientFrom(u"elmer.t"_s, 2);
        open.suggestions = {found.account};
        model.setMatches({found, open});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, MatchListModel::StatusColumn).data().toString(), u"Found"_s);
        QCOMPARE(model.index(1, MatchListModel::StatusColumn).data().toString(), u"No such account: ada.moss?"_s);
        QCOMPARE(model.index(1, MatchListModel::AccountColumn).data().toString(), u"–"_s);
        model.setMatches({});
        QCOMPARE(model.rowCount(), 0);
    }
};

int runWayTest(int argc, char **argv)
{
    GrantWayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_way_test.moc"
