// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "ui/awards/award_models.h"
#include "ui/awards/awards_page.h"
#include "ui/awards/reputation_dialog.h"
#include "ui/people/person_field.h"

#include <QLineEdit>
#include <QListView>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

/// Three award types, two people, and what they did.
struct AwardsBench : PageBench<AwardsPage> {
    Account ada;
    Account bobby;

    AwardsBench() : PageBench(ForumKind::AnswerHub)
    {
        fake->gate = nullptr; // one request at a time would keep the answers in order
        ada = fake->addAccount(u"ada.moss"_s, u"Ada Moss"_s);
        bobby = fake->addAccount(u"bobby"_s);
        fake->awardTypes = {{1, u"Editor"_s, u"Edited a post"_s, u"bronze"_s, u"per_user"_s, true, {}},
                            {2, u"Helpful"_s, {}, u"silver"_s, u"per_node"_s, true, {}},
                            {3, u"Guru"_s, {}, u"platinum"_s, {}, false, {}}};
        addAction(1125, ada, u"edited"_s, u"How do I prune a plum tree?"_s);
        addAction(1119, ada, u"answered"_s, u"Compost smells, what now?"_s);
        addAction(1200, bobby, u"asked"_s, u"Best time for planting garlic"_s);
    }
    void addAction(ActionId id, const Account &user, const QString &verb, const QString &title)
    {
        Action action;
        action.id = id;
        action.user = user;
        action.verb = verb;
        action.date = clock.utcNow().addDays(-2);
        action.nodeTitle = title;
        fake->actions << action;
    }
    PersonField *person() const { return page->findChild<PersonField *>(); }
    QLineEdit *actionId() const { return qobject_cast<QLineEdit *>(named(u"Action id"_s)); }
    void choosePerson(const QString &name)
    {
        person()->selectAll();
        QTest::keyClicks(person(), name);
        QTest::keyClick(person(), Qt::Key_Return);
        settle();
    }
    void askForAction(const QString &id)
    {
        actionId()->selectAll();
        QTest::keyClicks(actionId(), id);
        QTest::keyClick(actionId(), Qt::Key_Return);
        settle();
    }
    QStringList actions() const { return column(ActionListModel::IdColumn); }
    QPushButton *giveDirectly() const { return button(u"Give directly, without an action…"_s); }
};

} // namespace

class AwardsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsAndModesAreInWords()
    {
        AwardTypeModel model;
        model.setTypes(AwardsBench().fake->awardTypes);
        const auto detail = [&](int row) { return model.index(row, 0).data(AwardTypeModel::DetailRole).toString(); };
        QCOMPARE(detail(0), u"bronze · once per person"_s);
        QCOMPARE(detail(1), u"silver · once per post"_s);
        QCOMPARE(detail(2), u"platinum · not active"_s); // the forum's own word
    }

    void givesForAnActionAndSaysWhatCameOfIt()
    {
        AwardsBench bench;
        bench.open();
        bench.choosePerson(u"ada.moss"_s);
        QCOMPARE(bench.actions(), (QStringList{u"1125"_s, u"1119"_s}));
        bench.shoot(u"awards"_s);
        bench.ask.nextYes = true;
        bench.click(u"Give Editor to Ada Moss for action 1125"_s);
        QVERIFY(bench.wind([&] { return bench.said() == u"Given"_s; }));
        QVERIFY(bench.ask.confirmed.first().consequence.contains(u"cannot be taken back"_s));
        QCOMPARE(bench.fake->awardCounts[bench.ada.id][1], 1);
        QCOMPARE(bench.runCount(), 1);
    }

    void aLateAnswerDoesNotReplaceTheLaterQuestion()
    {
        AwardsBench bench;
        bench.open();
        bench.fake->holding = true;
        bench.choosePerson(u"ada.moss"_s); // who that is
        bench.answerOnce();                // what she did: this answer waits
        QCOMPARE(bench.fake->count(u"actions"_s), 1);
        bench.fake->holding = false;
        bench.askForAction(u"1200"_s);
        QCOMPARE(bench.actions(), QStringList{u"1200"_s});
        bench.fake->release();
        bench.settle();
        QCOMPARE(bench.actions(), QStringList{u"1200"_s});
        QVERIFY(bench.button(u"Give Editor to bobby for action 1200"_s));
    }

    void theEarlierActionIsGoneWhileTheNextIsLookedFor()
    {
        AwardsBench bench;
        bench.open();
        bench.askForAction(u"1125"_s);
        QCOMPARE(bench.actions(), QStringList{u"1125"_s});
        bench.fake->holding = true;
        bench.askForAction(u"1200"_s);
        QCOMPARE(bench.actions(), QStringList());
        QVERIFY(!bench.button(u"Give for an action"_s)->isEnabled());
        bench.fake->release();
        bench.settle();
        QCOMPARE(bench.actions(), QStringList{u"1200"_s});
    }

    void nobodyReceivesWhileAnotherNameIsTyped()
    {
        AwardsBench bench;
        bench.open();
        bench.choosePerson(u"ada.moss"_s);
        QVERIFY(bench.giveDirectly()->isEnabled());
        QTest::keyClick(bench.person(), Qt::Key_Backspace);
        bench.settle();
        QVERIFY(!bench.giveDirectly()->isEnabled());
        QCOMPARE(bench.actions(), QStringList());
    }

    void givesDirectly()
    {
        AwardsBench bench;
        bench.open();
        bench.choosePerson(u"bobby"_s);
        bench.ask.nextYes = true;
        bench.click(u"Give directly, without an action…"_s);
        QVERIFY(bench.wind([&] { return bench.said() == u"Given"_s; }));
        QCOMPARE(bench.ask.confirmed.first().title, u"Give Editor to bobby directly?"_s);
        QCOMPARE(bench.fake->awardCounts[bench.bobby.id][1], 1);
    }

    void nothingIsGivenTwiceWhileARunIsUnderWay()
    {
        AwardsBench bench;
        bench.open();
        bench.choosePerson(u"bobby"_s);
        bench.ask.nextYes = true;
        bench.fake->refuseNext(u"award-user"_s, Error::of(ErrorKind::ReadOnly));
        bench.click(u"Give directly, without an action…"_s);
        QVERIFY(bench.wind([&] { return bench.said().contains(u"paused"_s); }));
        QVERIFY(!bench.giveDirectly()->isEnabled());
        bench.noticeButton()->click();
        QVERIFY(bench.wind([&] { return bench.said() == u"Given"_s; }));
        QCOMPARE(bench.runCount(), 1);
        QCOMPARE(bench.fake->awardCounts[bench.bobby.id][1], 1);
    }

    void anActionThatCannotBeReadCanBeGoneOnWithOrTriedAgain()
    {
        AwardsBench bench;
        bench.open();
        bench.fake->refuseNext(u"action"_s, Error::of(ErrorKind::TimedOut));
        bench.askForAction(u"1200"_s);
        QVERIFY(bench.button(u"Give Editor for action 1200"_s)->isEnabled());
        bench.shoot(u"awards-unread"_s);
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.actions(), QStringList{u"1200"_s});
    }

    void aPostWithoutAnActionIsSaid()
    {
        AwardsBench bench;
        bench.open();
        auto *post = qobject_cast<QLineEdit *>(bench.named(u"Post address"_s));
        QTest::keyClicks(post, u"https://answers.example/questions/7"_s);
        QTest::keyClick(post, Qt::Key_Return);
        bench.settle();
        QVERIFY(bench.said().startsWith(u"No action was found"_s));
        QVERIFY(!bench.noticeButton()); // asking again would not help
    }

    void theTypesCanBeTriedAgain()
    {
        AwardsBench bench;
        bench.fake->refuseNext(u"award-types"_s, Error::of(ErrorKind::Network));
        bench.open();
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.page->findChild<QListView *>()->model()->rowCount(), 3);
    }

    void reputationThatIsNotConfirmedKeepsWhatWasTyped()
    {
        AwardsBench bench;
        bench.open();
        bench.click(u"Reputation…"_s);
        auto *dialog = bench.page->findChild<ReputationDialog *>();
        QVERIFY(dialog);
        QCOMPARE(unnamedControls(dialog), QStringList());
        auto *person = dialog->findChild<PersonField *>();
        QTest::keyClicks(person, u"bobby"_s);
        QTest::keyClick(person, Qt::Key_Return);
        bench.settle();
        QLineEdit *points = nullptr;
        for (auto *field : dialog->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Points"_s)
                points = field;
        }
        QTest::keyClicks(points, u"10"_s);
        QPushButton *give = nullptr;
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                give = button;
        }
        give->click(); // the answer is no
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(dialog->isVisible());
        QCOMPARE(points->text(), u"10"_s);
        QCOMPARE(bench.runCount(), 0);

        bench.ask.nextYes = true;
        QPointer<ReputationDialog> open = dialog;
        give->click();
        QVERIFY(bench.wind([&] { return bench.fake->count(u"reputation"_s) == 1; }));
        QVERIFY(bench.wind([&] { return !open; }));
    }

    void everyControlHasAName()
    {
        AwardsBench bench;
        bench.open();
        bench.choosePerson(u"ada.moss"_s);
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void thePageGoesWhileAnswersAreUnderWay()
    {
        AwardsBench bench;
        bench.open();
        bench.fake->holding = true;
        bench.askForAction(u"1200"_s);
        bench.page.reset();
        bench.fake->release();
        bench.settle();
    }
};

int runAwardsTest(int argc, char **argv)
{
    AwardsPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "awards_page_test.moc"
