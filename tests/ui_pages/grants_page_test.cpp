// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "ui/grants/grant_list_model.h"
#include "ui/grants/grant_dialog.h"
#include "ui/grants/grants_page.h"
#include "ui/kit/buttons.h"
#include "ui/people/person_field.h"

#include <QComboBox>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

/// Two badges; five people hold the first.
struct GrantsBench : PageBench<GrantsPage> {
    Badge apex = fake->addBadge(u"Apex"_s);
    Badge karaoke = fake->addBadge(u"Karaoke Night"_s);

    GrantsBench()
    {
        for (const QString &name : {u"ada.moss"_s, u"bobby"_s, u"delia"_s, u"finn"_s, u"gwen"_s}) {
            fake->addAccount(name);
            fake->addGrant(apex.id, name, clock.utcNow().addDays(-3), 12);
        }
    }
    QComboBox *badges() const { return page->findChild<QComboBox *>(); }
    QStringList people() const { return column(GrantListModel::PersonColumn); }
    QString emptySentence() const
    {
        const auto *empty = page->findChild<EmptyState *>();
        return empty->isVisible() ? empty->findChildren<QLabel *>().last()->text() : QString();
    }
    void pressDelete() const { QTest::keyClick(table(), Qt::Key_Delete); }
};

} // namespace

class GrantsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWithTheHoldersOfTheFirstBadge()
    {
        GrantsBench bench;
        bench.open();
        QCOMPARE(bench.badges()->count(), 2);
        QCOMPARE(bench.people().size(), 5);
        QCOMPARE(bench.fake->count(u"badges"_s), 1);
        QCOMPARE(bench.fake->count(u"holders"_s), 1);
        bench.shoot(u"grants"_s);
    }

    void aReadOnlyConnectionSaysSoBeforeAnythingIsTyped()
    {
        GrantsBench bench;
        bench.fake->theConnection.safeMode = SafeMode::ReadOnly;
        bench.open();
        QPushButton *grant = bench.button(u"Grant…"_s);
        QVERIFY(grant && !grant->isEnabled());
        QCOMPARE(grant->toolTip(), u"This connection is read only."_s);
        bench.table()->selectRow(0);
        QVERIFY(!bench.button(u"Revoke…"_s)->isEnabled());
    }

    void aForumWithoutBadgesIsAskedOnce()
    {
        GrantsBench bench;
        bench.fake->catalogue.badges.clear();
        bench.open();
        QCOMPARE(bench.fake->calls, QStringList{u"badges"_s});
        QVERIFY(bench.emptySentence().contains(u"no badge"_s));
    }

    void refreshingWhileReadingChangesNothing()
    {
        GrantsBench bench;
        bench.fake->holding = true;
        bench.make();
        bench.page->activate();
        bench.page->refresh();
        bench.page->activate();
        bench.fake->release();
        bench.settle();
        QCOMPARE(bench.fake->count(u"badges"_s), 1);
        QCOMPARE(bench.badges()->count(), 2);
    }

    void refreshingReadsTheBadgesToo()
    {
        GrantsBench bench;
        bench.open();
        bench.badges()->setCurrentIndex(1);
        bench.fake->addBadge(u"Newcomer"_s);
        bench.page->refresh();
        bench.settle();
        QCOMPARE(bench.badges()->count(), 3);
        QCOMPARE(bench.badges()->currentText(), u"Karaoke Night"_s);
    }

    void aBadgePublishedMeanwhileCanBeOpened()
    {
        GrantsBench bench;
        bench.open();
        const Badge fresh = bench.fake->addBadge(u"Newcomer"_s);
        bench.fake->addGrant(fresh.id, u"finn"_s, bench.clock.utcNow());
        bench.page->open(fresh.id);
        bench.settle();
        QCOMPARE(bench.badges()->currentText(), u"Newcomer"_s);
        QCOMPARE(bench.people(), QStringList{u"finn"_s});
    }

    void anUnknownBadgeIsNotReplacedByAnother()
    {
        GrantsBench bench;
        bench.open();
        const int before = bench.fake->count(u"holders"_s);
        bench.page->open(BadgeId(99999));
        bench.settle();
        QCOMPARE(bench.badges()->currentIndex(), -1);
        QCOMPARE(bench.people(), QStringList());
        QCOMPARE(bench.fake->count(u"holders"_s), before);
        QVERIFY(bench.emptySentence().contains(u"not on forum.example any more"_s));
    }

    void whatARunElsewhereDidIsShown()
    {
        GrantsBench bench;
        bench.open();
        bench.page->open(bench.karaoke.id);
        bench.settle();
        QCOMPARE(bench.people(), QStringList());
        runs::Run *run = bench.begin(bench.grantPlan(bench.karaoke, {u"delia"_s}));
        QVERIFY(bench.windUntil(run, runs::RunState::Done));
        bench.settle();
        QCOMPARE(bench.people(), QStringList{u"delia"_s});
    }

    void outOfViewItReadsWhenItComesBack()
    {
        GrantsBench bench;
        bench.open();
        bench.page->hide();
        runs::Run *run = bench.begin(bench.grantPlan(bench.karaoke, {u"delia"_s}));
        QVERIFY(bench.windUntil(run, runs::RunState::Done));
        bench.settle();
        QCOMPARE(bench.fake->count(u"badges"_s), 1);
        bench.page->show();
        bench.page->activate();
        bench.settle();
        QCOMPARE(bench.fake->count(u"badges"_s), 2);
    }

    void theBadgesOfAPerson()
    {
        GrantsBench bench;
        bench.make();
        bench.page->activate();
        bench.page->open(u"bobby"_s); // before the badges are there
        bench.settle();
        QCOMPARE(bench.column(GrantListModel::BadgeColumn), QStringList{u"Apex"_s});
        auto *person = bench.page->findChild<PersonField *>();
        QCOMPARE(person->text(), u"bobby"_s);
        bench.shoot(u"grants-person"_s);
        // Another name is being typed: these are not that person's.
        QTest::keyClicks(person, u"x"_s);
        bench.settle();
        QCOMPARE(bench.table()->model()->rowCount(), 0);
    }

    void readingManyCanBeStopped()
    {
        GrantsBench bench;
        bench.fake->pageSize = 2;
        bench.fake->holding = true;
        bench.open();
        bench.answerOnce(); // the badges
        QVERIFY(!bench.button(u"Stop"_s));
        bench.answerOnce(); // the first page
        QCOMPARE(bench.people().size(), 2);
        QVERIFY(bench.button(u"Stop"_s));
        bench.shoot(u"grants-reading"_s);
        bench.click(u"Stop"_s);
        bench.fake->release();
        bench.settle();
        QCOMPARE(bench.people().size(), 2);
        QVERIFY(!bench.button(u"Stop"_s));
        QVERIFY(bench.said().contains(u"stopped"_s));
    }

    void anErrorCanBeTriedAgain()
    {
        GrantsBench bench;
        bench.fake->refuseNext(u"holders"_s, Error::of(ErrorKind::Network));
        bench.open();
        QVERIFY(bench.said().contains(u"could not be read"_s));
        QVERIFY(bench.noticeButton());
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.people().size(), 5);
        QCOMPARE(bench.said(), QString());
    }

    void theBadgesThatCouldNotBeReadCanBeTriedAgain()
    {
        GrantsBench bench;
        bench.fake->refuseNext(u"badges"_s, Error::of(ErrorKind::TimedOut));
        bench.open();
        QVERIFY(bench.noticeButton());
        bench.noticeButton()->click();
        bench.settle();
        QCOMPARE(bench.people().size(), 5);
    }

    void revokesWhatIsSelected()
    {
        GrantsBench bench;
        bench.open();
        bench.select({0, 1});
        bench.ask.nextYes = true;
        bench.pressDelete();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"2 grant"_s); }));
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.confirmed.first().danger);
        QCOMPARE(bench.people().size(), 3);
        QCOMPARE(bench.fake->given.size(), 3);
        QCOMPARE(bench.runCount(), 1);
    }

    void revokesFromAListInAWindowOfItsOwn()
    {
        GrantsBench bench;
        bench.open();
        bench.shoot(u"grants-revoke-list"_s);
        bench.click(u"Revoke from a list…"_s);
        GrantDialog *dialog = nullptr;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *one = qobject_cast<GrantDialog *>(window); one && one->isVisible())
                dialog = one;
        }
        QVERIFY(dialog);
        QVERIFY(dialog->flow()->revokes());
        QCOMPARE(dialog->flow()->badges().size(), 1); // the one whose holders are listed
        bench.fake->abilities.deny(Ability::Revoke, u"Only staff may."_s);
        bench.open();
        QVERIFY(!bench.button(u"Revoke from a list…"_s)->isEnabled());
        QCOMPARE(bench.button(u"Revoke from a list…"_s)->toolTip(), u"Only staff may."_s);
    }

    void sayingNoRevokesNothing()
    {
        GrantsBench bench;
        bench.open();
        bench.select({0});
        bench.pressDelete();
        bench.settle();
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.runCount(), 0);
        QVERIFY(bench.button(u"Revoke…"_s)->isEnabled()); // and it can be asked again
    }

    void revokingIsNotStartedTwice()
    {
        GrantsBench bench;
        bench.open();
        bench.ask.nextYes = true;
        bench.select({0});
        bench.fake->holding = true;
        bench.pressDelete();
        bench.pressDelete(); // while it is asked
        QVERIFY(bench.wind([&] { return bench.fake->count(u"revoke"_s) == 1; }));
        QVERIFY(!bench.button(u"Revoke…"_s)->isEnabled());
        bench.pressDelete(); // while it runs
        bench.fake->release();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"1 grant"_s); }));
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.runCount(), 1);
    }

    void whatFailedIsSaidInTheForumsWords()
    {
        GrantsBench bench;
        bench.fake->addGrant(bench.karaoke.id, u"bobby"_s, bench.clock.utcNow());
        bench.open();
        bench.page->open(u"bobby"_s);
        bench.settle();
        bench.select({0, 1});
        bench.ask.nextYes = true;
        bench.fake->holding = true;
        bench.pressDelete();
        // The first works; it is the second whose words count.
        QVERIFY(bench.wind([&] { return bench.fake->count(u"revoke"_s) == 1; }));
        bench.fake->release();
        Error refused = Error::of(ErrorKind::Invalid);
        refused.serverWords = {u"Not this one"_s};
        bench.fake->refuseNext(u"revoke"_s, refused);
        QVERIFY(bench.wind([&] { return bench.said().contains(u"could not be revoked"_s); }));
        QVERIFY(bench.notice()->details().contains(u"Not this one"_s));
        QCOMPARE(bench.column(GrantListModel::BadgeColumn), QStringList{u"Karaoke Night"_s});
        bench.shoot(u"grants-failed"_s);
        bench.noticeButton()->click();
        QCOMPARE(bench.ledgerOpened, QList<QVariant>{1});
    }

    void aPausedRunIsGoneOnWith()
    {
        GrantsBench bench;
        bench.open();
        bench.select({0});
        bench.ask.nextYes = true;
        bench.fake->refuseNext(u"revoke"_s, Error::of(ErrorKind::Unauthorised));
        bench.pressDelete();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"paused"_s); }));
        QVERIFY(!bench.button(u"Revoke…"_s)->isEnabled());
        QCOMPARE(bench.noticeButton()->text(), u"Go on"_s);
        bench.page->refresh(); // keeps the way to go on
        bench.settle();
        bench.noticeButton()->click();
        QVERIFY(bench.wind([&] { return bench.said().contains(u"1 grant"_s); }));
        QCOMPARE(bench.runCount(), 1);
        QCOMPARE(bench.fake->given.size(), 4);
    }

    void everyControlHasAName()
    {
        GrantsBench bench;
        bench.open();
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
        bench.page->open(u"bobby"_s);
        bench.settle();
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }

    void thePageGoesWhileAnswersAreUnderWay()
    {
        GrantsBench bench;
        bench.fake->holding = true;
        bench.make();
        bench.page->activate();
        bench.page->open(u"bobby"_s);
        bench.page.reset();
        bench.fake->release();
        bench.settle();
    }
};

int runGrantsTest(int argc, char **argv)
{
    GrantsPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grants_page_test.moc"
