// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using runs::Verdict;
using Step = GrantFlow::Step;

/// What the person has said holds until they say otherwise.
class GrantDecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasLeftOutStaysOutWhenThePlanIsMadeAgain()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss\nbobby\nelmer.t"_s));
        QVERIFY(bench.review());
        bench.choose(1);
        QVERIFY(bench.press(u"Leave out"_s));
        QCOMPARE(bench.verdict(1), Verdict::LeftOut);

        // Another row gets its account, which makes the plan anew.
        bench.choose(2);
        const QString before = bench.plan().id;
        bench.flow()->useAccount(u"elmer.t"_s, bench.forum->accounts.at(4));
        QTRY_VERIFY(!bench.plan().id.isEmpty() && bench.plan().id != before);
        QCOMPARE(bench.verdict(2), Verdict::Ready);
        QCOMPARE(bench.verdict(1), Verdict::LeftOut);
        QVERIFY(bench.canPress(u"Grant Apex to 2"_s));

        // So does going back.
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.review());
        QCOMPARE(bench.verdict(1), Verdict::LeftOut);
        QCOMPARE(bench.plan().peopleWanted(), 2);
    }

    void whoWasLeftOutCanBeTakenInAgain()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        bench.choose(0);
        QVERIFY(bench.press(u"Leave out"_s));
        QCOMPARE(bench.plan().peopleWanted(), 1);
        QVERIFY(bench.press(u"Take in again"_s));
        QCOMPARE(bench.verdict(0), Verdict::Ready);
        QCOMPARE(bench.plan().peopleWanted(), 2);
        QVERIFY(bench.button(u"Leave out"_s));
        // Nor is it remembered.
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.review());
        QCOMPARE(bench.verdict(0), Verdict::Ready);
    }

    void allTheSameHoldsToo()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.helper.id, u"bobby"_s, bench.clock.utcNow().addDays(-3));
        bench.open({bench.helper});
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.verdict(1), Verdict::AlreadyHolds);
        bench.choose(1);
        QVERIFY(bench.press(u"Grant to bobby all the same"_s));
        QCOMPARE(bench.plan().peopleWanted(), 2);
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.review());
        QVERIFY(bench.plan().steps.at(1).insisted);
        QCOMPARE(bench.plan().peopleWanted(), 2);
        bench.choose(1);
        QVERIFY(bench.press(u"Do not grant to bobby"_s));
        QCOMPARE(bench.plan().peopleWanted(), 1);
    }

    void aDecisionIsAboutThePersonAndNotAboutTheLine()
    {
        GrantBench bench;
        bench.open({bench.helper});
        QVERIFY(bench.match(u"ada.moss, bobby"_s)); // both in line 1
        QVERIFY(bench.planned());
        bench.choose(1);
        QVERIFY(bench.press(u"Leave out"_s));
        QCOMPARE(bench.verdict(0), Verdict::Ready);
        bench.flow()->goBack(Step::Source);
        QVERIFY(bench.match(u"c.vale\nada.moss\nbobby\nbobby"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.verdict(0), Verdict::Ready);
        QCOMPARE(bench.verdict(1), Verdict::Ready);
        QCOMPARE(bench.verdict(2), Verdict::LeftOut);
        QCOMPARE(bench.verdict(3), Verdict::DuplicateRow);
    }

    void aChosenAccountIsForOneRecipientAndIsKept()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"elmer.t, nobody.at.all"_s)); // both in line 1, neither has an account
        QCOMPARE(bench.step(), Step::Match);
        bench.choose(0);
        bench.flow()->useAccount(u"elmer.t"_s, bench.forum->accounts.at(4));
        QCOMPARE(bench.flow()->matches().at(0).account.username, u"elmer_t"_s);
        QVERIFY(bench.flow()->matches().at(1).status != people::MatchStatus::Found);

        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.match(u"ada.moss\nelmer.t"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.plan().steps.at(1).account().username, u"elmer_t"_s);
        // A slip can be put right.
        bench.choose(1);
        QVERIFY(bench.named<QLineEdit>(u"Search the account"_s));
        bench.flow()->useAccount(u"elmer.t"_s, bench.forum->accounts.at(5));
        QVERIFY(bench.planned());
        QCOMPARE(bench.plan().steps.at(1).account().username, u"gwen"_s);
    }

    void whatWasPlannedForOthersCannotBeStarted()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss"_s));
        QVERIFY(bench.planned());
        bench.flow()->goBack(Step::Source);
        bench.forum->refuseNext(u"held-by"_s, Error::of(ErrorKind::Unauthorised));
        bench.forum->refuseNext(u"holders"_s, Error::of(ErrorKind::Unauthorised));
        QVERIFY(bench.match(u"bobby"_s));
        QTRY_VERIFY(bench.step() == Step::Review && !bench.flow()->isBusy());
        QVERIFY(bench.plan().steps.isEmpty());
        QVERIFY(!bench.canPress(u"Grant Apex"_s));
        QVERIFY(!bench.canPress(u"Save plan…"_s));
        QCOMPARE(bench.forum->count(u"grant "_s), 0);
    }
};

int runDecisionsTest(int argc, char **argv)
{
    GrantDecisionsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_decisions_test.moc"
