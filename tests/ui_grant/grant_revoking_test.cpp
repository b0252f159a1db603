// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "support/accessibility_walk.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/theme.h"
#include "ui/pictures.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using runs::Verdict;
using Step = GrantFlow::Step;

/// The same window, taking a badge back from a list of people.
class GrantRevokingTest : public QObject
{
    Q_OBJECT

public:
    explicit GrantRevokingTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void fromTheListToTheResult()
    {
        GrantBench bench;
        for (const QString &name : {u"ada.moss"_s, u"bobby"_s, u"c.vale"_s})
            bench.forum->addGrant(bench.helper.id, name, bench.clock.utcNow().addDays(-9));
        bench.forum->addGrant(bench.helper.id, u"ada.moss"_s, bench.clock.utcNow().addDays(-2));
        bench.open({bench.helper}, GrantFlow::Purpose::Revoke);
        QCOMPARE(bench.dialog->windowTitle(), u"Revoke Spring Fair Helper"_s);
        QVERIFY(!bench.named<QLineEdit>(u"Reason for all"_s));
        QVERIFY(!bench.says(u"Reason for all"_s));
        QVERIFY(bench.match(u"ada.moss\nbobby\ndelia\nada.moss\nelmer.t"_s));
        QVERIFY(bench.review());
        QList<Verdict> verdicts;
        for (const runs::Step &step : bench.plan().steps)
            verdicts << step.verdict;
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::Ready, Verdict::Ready, Verdict::Ready, Verdict::NotHeld, Verdict::DuplicateRow, Verdict::NoSuchAccount}));
        QVERIFY(bench.canPress(u"Revoke Spring Fair Helper from 2 people on forum.example"_s));
        QVERIFY(bench.says(u"new date"_s)); // what an undo would do
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        keep(bench, "revoke-review");
        // One grant of hers stays, and a name is put right.
        bench.choose(1);
        QVERIFY(bench.press(u"Leave out"_s));
        bench.choose(5);
        QVERIFY(bench.press(u"Use elmer_t"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.verdict(1), Verdict::LeftOut);
        QCOMPARE(bench.verdict(5), Verdict::NotHeld);
        QCOMPARE(bench.plan().wantedCount(), 2);
        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Revoke Spring Fair Helper from 2"_s));
        QTRY_COMPARE(bench.step(), Step::Result);
        QCOMPARE(bench.ask.confirmed.first().title, u"Revoke Spring Fair Helper from 2 people on forum.example?"_s);
        QVERIFY(bench.ask.confirmed.first().danger);
        QCOMPARE(bench.forum->given.size(), 2);
        QCOMPARE(bench.forum->timesHeld(u"ada.moss"_s, bench.helper.id), 1);
        QCOMPARE(bench.forum->timesHeld(u"bobby"_s, bench.helper.id), 0);
        keep(bench, "revoke-result");
    }

    void nobodyOfTheListHoldsIt()
    {
        GrantBench bench;
        bench.open({bench.apex}, GrantFlow::Purpose::Revoke);
        QVERIFY(bench.match(u"bobby"_s));
        QVERIFY(bench.planned()); // everybody was found
        QVERIFY(bench.button(u"Nobody to revoke from"_s));
        QVERIFY(!bench.canPress(u"Nobody to revoke from"_s));
        QCOMPARE(bench.verdict(0), Verdict::NotHeld);
    }

    void aDisabledBadgeCanBeTakenBackToo()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.apex.id, u"bobby"_s, bench.clock.utcNow());
        for (Badge &badge : bench.forum->catalogue.badges)
            badge.enabled = badge.id != bench.apex.id;
        bench.open({}, GrantFlow::Purpose::Revoke);
        QCOMPARE(bench.dialog->windowTitle(), u"Revoke a badge"_s);
        QVERIFY(bench.chooseBadges({u"Apex (disabled)"_s}));
        QVERIFY(bench.match(u"bobby"_s));
        QVERIFY(bench.planned());
        QVERIFY(bench.canPress(u"Revoke Apex from 1 people on forum.example"_s));
    }

    void whatCannotBeReadIsSaidAndCanBeTriedAgain()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.apex.id, u"bobby"_s, bench.clock.utcNow());
        bench.forum->abilities.deny(Ability::ListHolders, u"The key has no scope for it."_s);
        bench.forum->abilities.deny(Ability::ListHeldBy, u"The key has no scope for it."_s);
        bench.open({bench.apex}, GrantFlow::Purpose::Revoke);
        QVERIFY(bench.match(u"bobby"_s));
        QTRY_VERIFY2(bench.notice().contains(u"The key has no scope for it."_s), qPrintable(bench.notice()));
        QVERIFY(bench.plan().steps.isEmpty());
    }

private:
    void keep(GrantBench &bench, const char *name)
    {
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            theTheme->setChoice(choice);
            QCoreApplication::processEvents();
            keepPicture(bench.dialog.get(), u"%1-%2"_s.arg(QString::fromLatin1(name), themeChoiceName(choice)));
        }
    }

    Theme *theTheme;
};

int runRevokingTest(int argc, char **argv, Theme *theme)
{
    GrantRevokingTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "grant_revoking_test.moc"
