// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "support/accessibility_walk.h"
#include "ui/pictures.h"
#include "ui/runs/plan_list_model.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QThreadPool>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

/// The first page: people from a text, a pasted table, a file.
class GrantSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsReadAfterAPauseAndNotAtEveryKey()
    {
        GrantBench bench;
        bench.open({bench.apex});
        GrantSource *source = bench.flow()->source();
        auto *field = bench.named<QPlainTextEdit>(u"People"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"ada.moss bobby"_s);
        QVERIFY(source->isReading());
        QVERIFY(source->recipients().isEmpty());
        QVERIFY(!bench.canPress(u"Match people"_s)); // not with what was there before
        QTRY_VERIFY(!source->isReading());
        QCOMPARE(bench.recipients(), QStringList({u"ada.moss"_s, u"bobby"_s}));
        QVERIFY(bench.says(u"2 people named"_s));
        QVERIFY(bench.canPress(u"Match people"_s));
    }

    void whatWasReadForAnOlderTextIsDropped()
    {
        GrantSource source;
        QStringList seen;
        connect(&source, &GrantSource::changed, this, [&] {
            if (!source.isReading() && !source.recipients().isEmpty())
                seen << source.recipients().first().text;
        });
        QString many;
        for (int i = 0; i < 50000; ++i)
            many += u"name%1\n"_s.arg(i);
        source.setText(many);
        QTRY_VERIFY(!source.findChildren<PendingCall *>().isEmpty()); // under way
        source.setText(u"ada.moss"_s);
        QTRY_VERIFY(!source.isReading());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(seen, QStringList{u"ada.moss"_s});
    }

    void typingDoesNotStopAFile()
    {
        GrantBench bench;
        GrantSource source;
        source.loadFile(bench.file(u"people.csv"_s, "username\nada.moss\nbobby\n"));
        source.setText(u"gwen"_s);
        QTRY_VERIFY(!source.isReading());
        QVERIFY(source.hasFile());
        QCOMPARE(source.recipients().size(), 2);
        source.forgetFile();
        QTRY_VERIFY(!source.hasFile());
        QCOMPARE(source.recipients().first().text, u"gwen"_s);

        QSignalSpy failed(&source, &GrantSource::failed);
        source.loadFile(bench.folder.filePath(u"none.csv"_s));
        source.setText(u"bobby"_s);
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(!source.isReading());
        QCOMPARE(source.recipients().first().text, u"bobby"_s);
    }

    void aFileWithSeveralNamesOnALineIsAList()
    {
        GrantBench bench;
        bench.open({bench.apex});
        GrantSource *source = bench.flow()->source();
        source->loadFile(bench.file(u"people.txt"_s, "ada.moss, @bobby\ngwen, ada.moss\n"));
        QTRY_VERIFY(!source->isReading());
        QCOMPARE(source->recipients().size(), 4);
        QCOMPARE(source->recipients().at(1).key, u"bobby"_s);
        QCOMPARE(source->recipients().at(3).row, 2);
        QVERIFY(source->remarks().isEmpty());
        QVERIFY(bench.says(u"every cell names a person"_s));
        QCOMPARE(bench.box(u"Column B"_s)->currentText(), u"People"_s);
        keepPicture(bench.dialog.get(), u"grant-source-list"_s);

        // A table after all: one column is chosen, and then none again.
        people::ColumnMapping mapping = source->mapping();
        mapping.set(people::ColumnRole::Username, 0);
        source->setMapping(mapping);
        QTRY_VERIFY(!source->isReading());
        QCOMPARE(source->recipients().size(), 2);
        QVERIFY(source->remarks().value(0).contains(u"was not read: Column B"_s));
        mapping.set(people::ColumnRole::Username, -1);
        source->setMapping(mapping);
        QTRY_VERIFY(!source->isReading());
        QCOMPARE(source->recipients().size(), 4);
    }

    void theExamplesOfAColumnAreCellsThatHoldSomething()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.type(u"username\tnote\nbobby\t\ngwen\t\nfinn\t\nada.moss\tpruned the pears\n"_s);
        QTRY_VERIFY(bench.says(u"bobby · gwen · finn"_s));
        QVERIFY(bench.says(u"pruned the pears"_s));
    }

    void theColumnsOfAPastedTableCanBeChosen()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.type(u"Team\tLogin\nred\tada.moss\nblue\tbobby\n"_s);
        QTRY_COMPARE(bench.recipients(), QStringList({u"ada.moss"_s, u"bobby"_s}));
        QVERIFY(bench.pick(u"Team"_s, u"Username"_s));
        QTRY_COMPARE(bench.recipients(), QStringList({u"red"_s, u"blue"_s}));
        QCOMPARE(bench.box(u"Login"_s)->currentText(), u"Not used"_s);
        // Typed on, it stays as chosen.
        bench.named<QPlainTextEdit>(u"People"_s)->moveCursor(QTextCursor::End);
        QTest::keyClicks(bench.named<QPlainTextEdit>(u"People"_s), u"x"_s);
        QTRY_VERIFY(!bench.flow()->source()->isReading());
        QCOMPARE(bench.box(u"Team"_s)->currentText(), u"Username"_s);
    }

    void withoutAPersonColumnNobodyIsMeant()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.type(u"https://forum.example/t/a/1\t2026-05-12\nhttps://forum.example/t/b/2\t2026-05-13\n"_s);
        QTRY_VERIFY(bench.says(u"Say which column names the person."_s));
        QCOMPARE(bench.recipients(), QStringList());
        QVERIFY(!bench.canPress(u"Match people"_s));
        QVERIFY(bench.pick(u"Column B"_s, u"Username"_s));
        QTRY_COMPARE(bench.recipients().size(), 2);
    }

    void choosingAColumnKeepsTheFocus()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"people.csv"_s, "username,note\nada.moss,x\nbobby,y\n")));
        QComboBox *note = bench.box(u"note"_s);
        note->setFocus();
        QTest::keyClick(note, Qt::Key_Down); // Username
        QTRY_VERIFY(!bench.flow()->source()->isReading());
        QCOMPARE(bench.box(u"note"_s), note);
        QVERIFY(note->hasFocus());
        QCOMPARE(bench.recipients(), QStringList({u"x"_s, u"y"_s}));
        // From line to line with the Tab key.
        bench.box(u"username"_s)->setFocus();
        QTest::keyClick(bench.dialog.get(), Qt::Key_Tab);
        QVERIFY(note->hasFocus());
    }

    void everyColumnCanBeChosen()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"wide.csv"_s, "a,b,c,d,e,f,g,h,i,who\n1,1,1,1,1,1,1,1,1,ada.moss\n2,2,2,2,2,2,2,2,2,bobby\n")));
        QVERIFY(bench.pick(u"who"_s, u"Username"_s));
        QTRY_COMPARE(bench.recipients(), QStringList({u"ada.moss"_s, u"bobby"_s}));
    }

    void rowsThatNameNobodyAreSaid()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"people.csv"_s, "username,note\nada.moss,a\nbobby,b\n,c\ngwen,\"d\ndelia,e\n")));
        QVERIFY2(bench.notice().contains(u"Row 4"_s), qPrintable(bench.notice()));
        QVERIFY2(bench.notice().contains(u"quotation mark"_s), qPrintable(bench.notice()));
        QVERIFY(bench.press(u"Paste names instead"_s));
        QTRY_COMPARE(bench.notice(), QString());
    }

    void badgesAreAddedAndTakenOut()
    {
        GrantBench bench;
        for (int i = 0; i < 300; ++i)
            bench.forum->addBadge(u"Badge %1"_s.arg(i));
        bench.open({});
        QVERIFY(bench.button(u"Choose a badge…"_s)->hasFocus());
        QVERIFY(bench.says(u"Choose a badge."_s));
        QVERIFY(bench.chooseBadges({u"Apex"_s}));
        QCOMPARE(bench.flow()->title(), u"Grant Apex"_s);
        // Among hundreds by a few letters of the name; what is chosen already is not offered.
        QVERIFY(bench.press(u"Add a badge…"_s));
        auto *view = bench.picker()->findChild<QListView *>();
        QTRY_COMPARE(view->model()->rowCount(), 301);
        QCOMPARE(unnamedControls(bench.picker()), QStringList());
        QTest::keyClicks(bench.picker()->findChild<QLineEdit *>(), u"apex"_s);
        QCOMPARE(view->model()->rowCount(), 0);
        bench.picker()->findChild<QLineEdit *>()->clear();
        QTest::keyClicks(bench.picker()->findChild<QLineEdit *>(), u"fair"_s);
        QCOMPARE(view->model()->rowCount(), 1);
        keepPicture(bench.picker(), u"badge-picker"_s);
        QTest::keyClick(bench.picker()->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(bench.badgeNames(), (QStringList{u"Apex"_s, u"Spring Fair Helper"_s}));
        QCOMPARE(bench.flow()->title(), u"Grant 2 badges"_s);
        QVERIFY(bench.chooseBadges({u"Badge 7"_s, u"Badge 9"_s}));
        QCOMPARE(bench.badgeNames().size(), 4);
        QTRY_VERIFY(bench.named<QAbstractButton>(u"Take out Badge 7"_s));
        keepPicture(bench.dialog.get(), u"grant-source-badges"_s);
        for (const QString &name : QStringList{u"Badge 7"_s, u"Badge 9"_s, u"Spring Fair Helper"_s, u"Apex"_s}) {
            QTRY_VERIFY(bench.named<QAbstractButton>(u"Take out "_s + name)); // with the next layout
            auto *out = bench.named<QAbstractButton>(u"Take out "_s + name);
            out->setFocus();
            QTest::keyClick(out, Qt::Key_Space);
            QTRY_VERIFY(!bench.badgeNames().contains(name));
            QTRY_VERIFY(bench.dialog->focusWidget() && bench.dialog->focusWidget()->isVisible());
        }
        QVERIFY(bench.button(u"Choose a badge…"_s));
        bench.type(u"ada.moss"_s);
        QTRY_COMPARE(bench.recipients().size(), 1);
        QVERIFY(!bench.canPress(u"Match people"_s)); // without a badge
    }

    void severalBadgesGoToEverybody()
    {
        GrantBench bench;
        bench.forum->addGrant(bench.apex.id, u"bobby"_s, bench.clock.utcNow().addDays(-9));
        bench.open({bench.apex});
        QVERIFY(bench.chooseBadges({u"Spring Fair Helper"_s}));
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.plan().steps.size(), 4);
        QVERIFY(!bench.table()->isColumnHidden(PlanListModel::WhatColumn));
        QVERIFY(bench.canPress(u"Grant 2 badges to 2 people on forum.example"_s));
        // The button counts what is given, not what was chosen: bobby holds Apex already.
        QVERIFY(bench.press(u"Leave out"_s));
        QVERIFY(bench.canPress(u"Grant Spring Fair Helper to 2 people on forum.example"_s));
        QVERIFY(bench.press(u"Take in again"_s));
        keepPicture(bench.dialog.get(), u"grant-review-badges"_s);
        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Grant 2 badges"_s));
        QTRY_COMPARE(bench.step(), GrantFlow::Step::Result);
        QCOMPARE(bench.forum->timesHeld(u"ada.moss"_s, bench.apex.id), 1);
        QCOMPARE(bench.forum->timesHeld(u"ada.moss"_s, bench.helper.id), 1);
        QCOMPARE(bench.forum->timesHeld(u"bobby"_s, bench.apex.id), 1); // was so before
        QCOMPARE(bench.forum->timesHeld(u"bobby"_s, bench.helper.id), 1);
    }

    void takingBackIsAboutOneBadge()
    {
        GrantBench bench;
        bench.open({bench.apex}, GrantFlow::Purpose::Revoke);
        QVERIFY(bench.chooseBadges({u"Spring Fair Helper"_s}));
        QCOMPARE(bench.badgeNames(), QStringList{u"Spring Fair Helper"_s});
    }

    void badgesThatCouldNotBeReadAreReadAgain()
    {
        GrantBench bench;
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        bench.open({});
        QVERIFY(bench.press(u"Choose a badge…"_s));
        QTRY_VERIFY(bench.notice().contains(u"The badges could not be read."_s));
        QVERIFY(bench.press(u"Try again"_s));
        QTRY_COMPARE(bench.picker()->findChild<QListView *>()->model()->rowCount(), 2);
        QCOMPARE(bench.notice(), QString());
    }

    void aFileDroppedOnTheListIsRead()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(bench.file(u"people.csv"_s, "username\nada.moss\n"))});
        // As Qt does it: to what lies under the mouse, or what is around it and takes drops.
        QWidget *onto = bench.named<QPlainTextEdit>(u"People"_s)->viewport();
        while (onto && !onto->acceptDrops())
            onto = onto->parentWidget();
        QVERIFY(onto);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &enter);
        QDropEvent drop(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &drop);
        QTRY_COMPARE(bench.recipients(), QStringList{u"ada.moss"_s});
        QVERIFY(bench.flow()->source()->hasFile());
    }

    void aFileThatCannotBeReadIsSaidAndTriedAgain()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.ask.nextOpenPath = bench.folder.filePath(u"later.csv"_s);
        QVERIFY(bench.press(u"Open a table…"_s));
        QTRY_VERIFY(bench.notice().contains(u"later.csv"_s));
        bench.file(u"later.csv"_s, "username\nada.moss\n");
        QVERIFY(bench.press(u"Try again"_s));
        QTRY_COMPARE(bench.recipients(), QStringList{u"ada.moss"_s});
    }
};

int runSourceTest(int argc, char **argv)
{
    GrantSourceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_source_test.moc"
