// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_bench.h"

#include "support/accessibility_walk.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using people::SetOperator;
using people::SourceKind;

/// Each kind of source, and what is said where one cannot be read.
class GrantSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdersOfABadge()
    {
        PeopleBench bench;
        bench.forum->addGrant(bench.helper.id, u"delia"_s, bench.clock.utcNow());
        bench.open({bench.apex});
        SourceDialog *where = bench.askForum();
        bench.pickIn(bench.in<QComboBox>(where, u"People"_s), u"Holders of a badge"_s);
        QTRY_COMPARE(bench.choices(where, u"Badges"_s)->model()->rowCount(), 2);
        QTest::keyClicks(bench.in<QLineEdit>(where, u"Search badges"_s), u"spring"_s);
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QTRY_VERIFY(bench.says(u"Holders of Spring Fair Helper"_s));
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList{u"delia"_s});
    }

    void peopleOfATopicAndLikersOfAPost()
    {
        PeopleBench bench;
        bench.forum->reasons[bench.photo].postId = 152;
        bench.forum->topicPeople.insert(14, {bench.forum->accounts.at(4)});
        bench.forum->postLikers.insert(152, {bench.forum->accounts.at(5)});
        bench.open({bench.apex});
        for (const auto &[kind, link] : {std::pair{u"Everybody who wrote in a topic"_s, bench.fair}, {u"Everybody who liked a post"_s, bench.photo}}) {
            SourceDialog *where = bench.askForum();
            bench.pickIn(bench.in<QComboBox>(where, u"People"_s), kind);
            QVERIFY(!bench.addButton(where)->isEnabled());
            QTest::keyClicks(bench.in<QLineEdit>(where, u"Address"_s), link);
            QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
            QTRY_VERIFY(!bench.asking() && !bench.flow()->isReading());
        }
        QVERIFY(bench.says(u"Writers in Spring fair: who helped?"_s));
        QVERIFY(bench.says(u"likers of post 2 of What’s the best photo you took?"_s));
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList({u"elmer_t"_s, u"gwen"_s}));
    }

    void aReportIsToldWhatItNeeds()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        SourceDialog *where = bench.askForum();
        bench.pickIn(bench.in<QComboBox>(where, u"People"_s), u"A report of the Data Explorer"_s);
        QListView *reports = bench.choices(where, u"Reports"_s);
        QTRY_COMPARE(reports->model()->rowCount(), 2);
        QTest::keyClicks(bench.in<QLineEdit>(where, u"Search reports"_s), u"liked"_s);
        QTRY_VERIFY(bench.in<QLineEdit>(where, u"since"_s));
        QCOMPARE(bench.in<QLineEdit>(where, u"days"_s)->placeholderText(), u"a whole number; otherwise 30"_s);
        QCOMPARE(bench.in<QComboBox>(where, u"bots"_s)->currentIndex(), -1); // not chosen for anybody
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QVERIFY2(bench.noticeIn(where).contains(u"The report has to be told: since."_s), qPrintable(bench.noticeIn(where)));
        QVERIFY(bench.in<QLineEdit>(where, u"since"_s)->hasFocus());
        QTest::keyClicks(bench.in<QLineEdit>(where, u"since"_s), u"2026-01-01"_s);
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QVERIFY(bench.noticeIn(where).contains(u"The report has to be told: bots."_s));
        bench.pickIn(bench.in<QComboBox>(where, u"bots"_s), u"No"_s);
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QTRY_VERIFY(bench.says(u"Report Most liked"_s) && !bench.flow()->isReading());
        QVERIFY(bench.forum->calls.contains(u"run-report 7 bots=false since=2026-01-01"_s));
        QVERIFY2(bench.notice().contains(u"Row 2 names nobody"_s), qPrintable(bench.notice()));
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.plan().steps.size(), 1);
        QCOMPARE(std::get<runs::GrantStep>(bench.plan().steps.first().what).account.username, u"gwen"_s);
        QCOMPARE(std::get<runs::GrantStep>(bench.plan().steps.first().what).reason.toString(), bench.fair);
    }

    void aReportOfNobody()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        people::SourceSpec spec;
        spec.kind = SourceKind::Report;
        spec.report = 8;
        bench.flow()->added()->add(SetOperator::Also, spec);
        QTRY_VERIFY2(bench.notice().contains(u"it has no column user_id, username or email, but post_id."_s), qPrintable(bench.notice()));
    }

    void anotherTableIsASourceToo()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"gwen\nbobby\nada.moss"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        SourceDialog *where = bench.askForum();
        bench.pickIn(bench.in<QComboBox>(where, u"People"_s), u"Another table (CSV)"_s);
        bench.pickIn(bench.in<QComboBox>(where, u"How"_s), u"without"_s);
        QVERIFY(!bench.addButton(where)->isEnabled());
        const auto choose = [&](const QString &path) {
            bench.ask.nextOpenPath = path;
            for (QPushButton *one : where->findChildren<QPushButton *>()) {
                if (one->isVisible() && one->text() == u"Choose a table…"_s)
                    QTest::mouseClick(one, Qt::LeftButton);
            }
        };
        choose(bench.folder.filePath(u"none.csv"_s));
        QTRY_VERIFY(bench.noticeIn(where).contains(u"none.csv"_s));
        choose(bench.file(u"odd.csv"_s, "https://forum.example/t/a/1,2026-05-12\nhttps://forum.example/t/b/2,2026-05-13\n"));
        QTRY_VERIFY2(bench.noticeIn(where).contains(u"which column of odd.csv names the person"_s), qPrintable(bench.noticeIn(where)));
        QVERIFY(!bench.addButton(where)->isEnabled());
        choose(bench.file(u"last-year.csv"_s, "email\nBOBBY@x.org\n"));
        QTRY_VERIFY(bench.addButton(where)->isEnabled());
        QCOMPARE(bench.noticeIn(where), QString());
        QCOMPARE(unnamedControls(where), QStringList());
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QTRY_VERIFY(bench.says(u"last-year.csv"_s) && !bench.flow()->isReading());
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList({u"gwen"_s, u"ada.moss"_s})); // the address is bobby's
        QCOMPARE(bench.plan().source, u"pasted list, without last-year.csv"_s);
    }

    void listsThatCannotBeReadAreReadAgain()
    {
        PeopleBench bench;
        bench.forum->refuseNext(u"groups"_s, Error::of(ErrorKind::Network));
        bench.open({bench.apex});
        SourceDialog *where = bench.askForum();
        QTRY_VERIFY(bench.noticeIn(where).contains(u"The groups could not be read."_s));
        for (QPushButton *one : where->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == u"Try again"_s)
                QTest::mouseClick(one, Qt::LeftButton);
        }
        QTRY_COMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 3);
        QCOMPARE(bench.noticeIn(where), QString());
        QTest::keyClicks(bench.in<QLineEdit>(where, u"Search groups"_s), u"zebra"_s);
        QVERIFY(!bench.addButton(where)->isEnabled());
        QTest::keyClick(where, Qt::Key_Escape);
        QTRY_VERIFY(!bench.asking());
        QVERIFY(bench.flow()->added()->isEmpty());
    }

    void whatTheConnectionMayNotSaysWhy()
    {
        PeopleBench bench;
        bench.forum->abilities.deny(Ability::ListGroups, u"The key does not open groups."_s);
        bench.open({bench.apex});
        SourceDialog *where = bench.askForum();
        QTRY_VERIFY(bench.noticeIn(where).contains(u"The key does not open groups."_s));
        QCOMPARE(bench.forum->count(u"groups"_s), 0);
        bench.pickIn(bench.in<QComboBox>(where, u"People"_s), u"Holders of a badge"_s);
        QCOMPARE(bench.noticeIn(where), QString());
    }
};

int runSourcesTest(int argc, char **argv)
{
    GrantSourcesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_sources_test.moc"
