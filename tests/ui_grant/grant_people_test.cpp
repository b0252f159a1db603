// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people_bench.h"

#include "people/column_mapping.h"
#include "people/paste.h"
#include "support/accessibility_walk.h"
#include "ui/grants/match_list_model.h"
#include "ui/grants/source_dialog.h"
#include "ui/grants/source_list.h"
#include "ui/kit/theme.h"
#include "ui/pictures.h"

#include <QListView>
#include <QToolButton>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using people::SetOperator;
using people::SourceKind;
using Step = GrantFlow::Step;

/// People of the forum beside the list, sets of them, and those who are put aside.
class GrantPeopleTest : public QObject
{
    Q_OBJECT

public:
    explicit GrantPeopleTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void aGroupAloneNeedsNoLookUp()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        SourceDialog *where = bench.askForum();
        QVERIFY(where);
        QVERIFY(!bench.in<QComboBox>(where, u"How"_s)); // there is nothing to go together with
        QTRY_COMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 3);
        QVERIFY(!bench.addButton(where)->isEnabled());
        // Found by a part of its title, and taken with Return.
        auto *search = bench.in<QLineEdit>(where, u"Search groups"_s);
        search->setFocus();
        QTest::keyClicks(search, u"people"_s); // stands behind each, and is nobody's name
        QCOMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 0);
        search->clear();
        QTest::keyClicks(search, u"taf"_s);
        QCOMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!bench.flow()->isReading() && !bench.flow()->added()->isEmpty());
        QVERIFY(bench.says(u"Members of Staff"_s));
        QVERIFY(bench.says(u"3 people"_s));
        // Return in the list adds one, too, and once.
        where = bench.askForum();
        QTRY_COMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 3);
        bench.choices(where, u"Groups"_s)->setFocus();
        QTest::keyClick(bench.choices(where, u"Groups"_s), Qt::Key_Down);
        QTest::keyClick(bench.choices(where, u"Groups"_s), Qt::Key_Return);
        QTRY_VERIFY(!bench.asking() && !bench.flow()->isReading());
        QCOMPARE(bench.flow()->added()->entries().size(), 2);
        bench.flow()->added()->remove(bench.flow()->added()->entries().last().id);
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.step(), Step::Review);
        QTRY_COMPARE(bench.planned(), QStringList({u"ada.moss"_s, u"bobby"_s, u"c.vale"_s}));
        QCOMPARE(bench.plan().source, u"members of Staff"_s);
        QCOMPARE(bench.forum->count(u"look-up"_s), 0);
    }

    void setsGoTogetherAsTheListSays()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"gwen\nbobby\nada.moss"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY(bench.addGroup(u"staff"_s, u"without"_s));
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList{u"gwen"_s});
        QCOMPARE(bench.plan().source, u"pasted list, without members of Staff"_s);

        QVERIFY(bench.press(u"Back"_s) && bench.press(u"Back"_s));
        auto *how = bench.named<QComboBox>(u"How members of Staff count"_s);
        QVERIFY(how);
        QTest::keyClick(how, Qt::Key_Up); // only those also in
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList({u"bobby"_s, u"ada.moss"_s}));

        QVERIFY(bench.press(u"Back"_s) && bench.press(u"Back"_s));
        QVERIFY(bench.addGroup(u"helpers"_s));
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList({u"bobby"_s, u"ada.moss"_s, u"c.vale"_s, u"delia"_s, u"elmer_t"_s}));
    }

    void whoStaysOpenIsJudgedWhenTheAccountIsKnown()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"gwen\nbobb"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY(bench.addGroup(u"staff"_s, u"without"_s));
        QVERIFY(bench.toMatch());
        QCOMPARE(bench.step(), Step::Match);
        QCOMPARE(bench.matched(), QStringList({u"gwen"_s, u"bobb?"_s}));
        // He turns out to be one of those who are left out.
        bench.choose(1);
        QVERIFY(bench.press(u"Use bobby"_s));
        QTRY_COMPARE(bench.matched(), QStringList{u"gwen"_s});
        QVERIFY(bench.press(u"Review"_s));
        QTRY_COMPARE(bench.planned(), QStringList{u"gwen"_s});
    }

    void aSlipInWhoIsLeftOutIsSaidBeforeReview()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"gwen\nbobby"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        people::SourceSpec out;
        out.title = u"wo.txt"_s;
        out.list = people::recipientsFromText(u"bobb"_s);
        bench.flow()->added()->add(people::SetOperator::Without, out);
        QVERIFY(bench.toMatch());
        QCOMPARE(bench.step(), Step::Match); // though everybody was found
        QCOMPARE(bench.matched(), QStringList({u"gwen"_s, u"bobby"_s}));
        QVERIFY(bench.says(u"1 person of wo.txt has no account: bobb (similar: bobby)."_s));
        keepPicture(bench.dialog.get(), u"grant-match-slip"_s);
        QVERIFY(bench.press(u"Review"_s));
        QTRY_COMPARE(bench.planned(), QStringList({u"gwen"_s, u"bobby"_s}));
    }

    void whoWasFoundByTheMailBesideIsSaid()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"Login\tE-Mail\ngwenny\tgwen@mail.example\nbobby\tbobby@mail.example\n"_s);
        QVERIFY(bench.toMatch());
        QCOMPARE(bench.step(), Step::Match);
        QCOMPARE(bench.matched(), QStringList({u"gwen"_s, u"bobby"_s}));
        QCOMPARE(bench.forum->count(u"by-email"_s), 1);
        QVERIFY(bench.says(u"1 person of pasted list was found by e-mail address, as no account has the name: gwenny is gwen."_s));
        const QAbstractItemModel *rows = bench.table()->model();
        QStringList status;
        for (int row = 0; row < rows->rowCount(); ++row)
            status << rows->index(row, MatchListModel::StatusColumn).data().toString();
        QVERIFY2(status.contains(u"Found by e-mail"_s) && status.contains(u"Found"_s), qPrintable(status.join(u'|')));
        keepPicture(bench.dialog.get(), u"grant-match-mail"_s);
        QVERIFY(bench.press(u"Review"_s));
        QTRY_COMPARE(bench.planned(), QStringList({u"gwenny"_s, u"bobby"_s})); // as typed
    }

    void nobodyIsLeft()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.type(u"bobby"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY(bench.addGroup(u"staff"_s, u"without"_s));
        QVERIFY(bench.toMatch());
        QTRY_VERIFY(bench.says(u"Nobody is left when the sources are put together."_s));
        QCOMPARE(bench.step(), Step::Match);
        QVERIFY(!bench.canPress(u"Review"_s));
    }

    void aSourceIsTakenOut()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.addGroup(u"staff"_s));
        bench.type(u"gwen"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY(bench.addGroup(u"helpers"_s, u"without"_s));
        bench.type({});
        QTRY_VERIFY(bench.canPress(u"Match people"_s)); // the group is the beginning
        auto *out = bench.named<QToolButton>(u"Take out Members of Staff"_s);
        QVERIFY(out);
        bench.dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.dialog.get()));
        out->setFocus();
        QTest::keyClick(out, Qt::Key_Space);
        QTRY_COMPARE(bench.flow()->added()->entries().size(), 1);
        // Leaving out alone names nobody.
        QVERIFY(bench.says(u"Name the people first of whom some are left out."_s));
        QVERIFY(!bench.canPress(u"Match people"_s));
        auto *last = bench.named<QToolButton>(u"Take out Members of helpers"_s);
        QVERIFY(last);
        QTRY_VERIFY(last->hasFocus());
        QTest::keyClick(last, Qt::Key_Space);
        QTRY_VERIFY(bench.flow()->added()->isEmpty());
        QVERIFY(bench.button(u"Other sources…"_s)->hasFocus());
    }

    void whatCannotBeReadIsSaidAndReadAgain()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        bench.forum->refuseNext(u"members"_s, Error::of(ErrorKind::Network));
        QVERIFY(bench.addGroup(u"staff"_s));
        QVERIFY2(bench.notice().contains(u"Not read: members of Staff."_s), qPrintable(bench.notice()));
        QVERIFY(bench.says(u"could not be read"_s));
        QVERIFY(!bench.canPress(u"Match people"_s));
        QVERIFY(bench.press(u"Try again"_s));
        QTRY_VERIFY(bench.says(u"3 people"_s));
        QCOMPARE(bench.notice(), QString());
        QVERIFY(bench.canPress(u"Match people"_s));
    }

    void peopleWithoutAccountAreSavedAndLoadedAgain()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        const QString path = bench.folder.filePath(u"parked.csv"_s);
        QVERIFY(bench.load(bench.file(u"people.csv"_s, "username,reason\nada.moss,\nnobody_yet," + bench.fair.toUtf8() + "\n")));
        QVERIFY(bench.toMatch());
        QCOMPARE(bench.step(), Step::Match);
        bench.ask.nextSavePath = u"/no/such/folder/parked.csv"_s;
        QVERIFY(bench.press(u"Save people without account…"_s));
        QTRY_VERIFY(bench.notice().contains(u"parked.csv"_s) && bench.button(u"Try again"_s));
        bench.ask.nextSavePath = path;
        QVERIFY(bench.press(u"Save people without account…"_s));
        QTRY_VERIFY2(bench.notice().contains(u"1 people saved to "_s) || bench.notice().contains(u"1 person saved to "_s), qPrintable(bench.notice()));

        QVERIFY(bench.press(u"Back"_s));
        bench.forum->addAccount(u"nobody_yet"_s, {}); // has joined
        QVERIFY(bench.load(path));
        QTRY_COMPARE(bench.recipients(), QStringList{u"nobody_yet"_s});
        QCOMPARE(bench.flow()->source()->recipients().first().reason, bench.fair);
        QVERIFY(bench.toMatch());
        QTRY_COMPARE(bench.planned(), QStringList{u"nobody_yet"_s});
    }

    void correctedColumnsAreRememberedByTheShapeOfTheFile()
    {
        PeopleBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"may.csv"_s, "login,wer\nx1,ada.moss\nx2,bobby\n")));
        QCOMPARE(bench.recipients(), QStringList({u"x1"_s, u"x2"_s}));
        QVERIFY(bench.settings->value(settings::kColumnChoices).isEmpty()); // a guess is not kept
        QVERIFY(bench.pick(u"wer"_s, u"Username"_s));
        QTRY_COMPARE(bench.recipients(), QStringList({u"ada.moss"_s, u"bobby"_s}));
        QVERIFY(!bench.says(u"as you chose them last time"_s));

        PeopleBench later;
        later.settings->set(settings::kColumnChoices, bench.settings->value(settings::kColumnChoices));
        later.open({later.apex});
        QVERIFY(later.load(later.file(u"june.csv"_s, "Login;Wer\nx7;gwen\n")));
        QCOMPARE(later.recipients(), QStringList{u"gwen"_s});
        QVERIFY(later.says(u"columns as you chose them last time"_s));
        // Another shape is guessed.
        QVERIFY(later.load(later.file(u"other.csv"_s, "login,who\nada.moss,x\n")));
        QTRY_COMPARE(later.recipients(), QStringList{u"ada.moss"_s});
        // Corrected back to the guess, nothing needs to be kept.
        QVERIFY(later.load(later.file(u"july.csv"_s, "login,wer\nbobby,gwen\n")));
        QTRY_COMPARE(later.flow()->source()->name(), u"july.csv"_s);
        QVERIFY(later.pick(u"wer"_s, u"Not used"_s));
        QVERIFY(later.pick(u"login"_s, u"Username"_s));
        QTRY_COMPARE(later.recipients(), QStringList{u"bobby"_s});
        QVERIFY(later.settings->value(settings::kColumnChoices).isEmpty());
    }

    void manyPeopleArePutTogetherInSmallTurns()
    {
        PeopleBench bench;
        QList<Account> many;
        for (int i = 1; i <= 100'000; ++i) {
            Account one;
            one.id = 100'000 + i;
            one.username = u"member%1"_s.arg(i);
            many << one;
        }
        bench.forum->groupMembers.insert(u"staff"_s, many);
        bench.forum->groupMembers.insert(u"helpers"_s, many.mid(0, 50'000));
        bench.forum->pageSize = 1000;
        bench.open({bench.apex});
        QElapsedTimer turn;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] {
            longest = std::max(longest, turn.restart());
        });
        turn.start();
        beat.start(0);
        people::SourceSpec staff;
        staff.kind = SourceKind::Group;
        staff.group = u"staff"_s;
        people::SourceSpec helpers = staff;
        helpers.group = u"helpers"_s;
        bench.flow()->added()->add(SetOperator::Also, staff);
        bench.flow()->added()->add(SetOperator::Without, helpers);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.flow()->isReading(), 60'000);
        const qint64 reading = std::exchange(longest, 0);
        bench.flow()->match();
        QTRY_VERIFY_WITH_TIMEOUT(bench.flow()->isMatched() && !bench.flow()->isBusy(), 60'000);
        qInfo("longest turn: %lld ms reading, %lld ms from matching to review", reading, longest);
        QCOMPARE(bench.flow()->matches().size(), 50'000);
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1120, 720);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1120, 720);
        QTest::newRow("small") << ThemeChoice::Light << QSize(1024, 700);
        QTest::newRow("narrow") << ThemeChoice::Light << QSize(880, 560);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        PeopleBench bench;
        const QString longName = u"Freunde_des_oberfraenkischen_Gemeinschaftsgartens_und_seiner_Nachbarn"_s;
        bench.forum->groupList.append({longName, u"Freundinnen und Freunde des oberfränkischen Gemeinschaftsgartens und seiner Nachbarn am Main"_s, 41234});
        bench.forum->groupMembers.insert(longName, bench.forum->accounts.mid(2, 2));
        for (int i = 0; i < 30; ++i)
            bench.forum->groupList.append({u"team_%1"_s.arg(i), {}, i});
        bench.open({bench.apex});
        const auto keep = [&](QWidget *what, const char *step) {
            const bool fits = QTest::qWaitFor([&] {
                bench.dialog->resize(size);
                QCoreApplication::processEvents();
                return bench.dialog->width() <= size.width() && bench.dialog->height() <= size.height();
            });
            keepPicture(what, u"people-%1-%2"_s.arg(QString::fromLatin1(step), tag));
            return fits;
        };
        QVERIFY(keep(bench.dialog.get(), "source-empty"));
        bench.type(u"ada.moss\nbobby\ngwen\nsomebody_else"_s);
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        SourceDialog *where = bench.askForum();
        QTRY_COMPARE(bench.choices(where, u"Groups"_s)->model()->rowCount(), 34);
        bench.choices(where, u"Groups"_s)->setCurrentIndex(bench.choices(where, u"Groups"_s)->model()->index(3, 0));
        QVERIFY(keep(where, "groups"));
        QCOMPARE(unnamedControls(where), QStringList());
        bench.pickIn(bench.in<QComboBox>(where, u"People"_s), u"A report of the Data Explorer"_s);
        QTRY_COMPARE(bench.choices(where, u"Reports"_s)->model()->rowCount(), 2);
        QTest::keyClicks(bench.in<QLineEdit>(where, u"Search reports"_s), u"liked"_s);
        QTRY_VERIFY(bench.in<QLineEdit>(where, u"since"_s));
        QTest::mouseClick(bench.addButton(where), Qt::LeftButton);
        QVERIFY(keep(where, "report"));
        QCOMPARE(unnamedControls(where), QStringList());
        QTest::keyClick(where, Qt::Key_Escape);
        QTRY_VERIFY(!bench.asking());
        QVERIFY(bench.addGroup(longName, u"and also"_s));
        QVERIFY(bench.addGroup(u"helpers"_s, u"without"_s));
        QVERIFY(keep(bench.dialog.get(), "sources"));
        bench.forum->refuseNext(u"members"_s, Error::of(ErrorKind::Forbidden));
        QVERIFY(bench.addGroup(u"staff"_s, u"only those also in"_s));
        QVERIFY(keep(bench.dialog.get(), "error"));
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        bench.flow()->added()->remove(bench.flow()->added()->entries().last().id);
        QVERIFY(bench.toMatch());
        bench.choose(2);
        QVERIFY(keep(bench.dialog.get(), "match"));
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runPeopleTest(int argc, char **argv, Theme *theme)
{
    GrantPeopleTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "grant_people_test.moc"
