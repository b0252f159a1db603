// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_bench.h"

#include "pictures.h"
#include "support/accessibility_walk.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/rail.h"
#include "ui/shell/run_list.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// The window around the pages: keys, palette, plans, runs, and its end.
class UiShellTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("BADGEWRIGHT_THEME");
        m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
    }
    void init() { m_theme->setChoice(ThemeChoice::Light); }

    void fuzzyFindsByInitialsAndPieces()
    {
        QVERIFY(fuzzyScore(u"nb", u"New badge") > fuzzyScore(u"nb", u"Unblock"));
        QVERIFY(fuzzyScore(u"exp", u"Export badges") > fuzzyScore(u"exp", u"Next step"));
        QCOMPARE(fuzzyScore(u"xyz", u"Export badges"), -1);
        QCOMPARE(fuzzyScore(u"", u"Export badges"), 0);
        QVERIFY(fuzzyScore(QString(200, u'a'), QString(100, u'a')) < 0);
    }

    void thePagesAreThoseOfTheForum()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Badges, PageId::Grants, PageId::Scores, PageId::Ledger}));
        QCOMPARE(bench.window()->windowTitle(), u"Gardeners (g.example): Badgewright"_s);
        QVERIFY(unnamedControls(bench.window()).isEmpty());
        keepPicture(bench.window(), u"shell-light"_s);
        bench.open(u"h"_s);
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Awards, PageId::Ledger}));
        QCOMPARE(bench.settings.value(settings::kLastConnection), u"h"_s);
        m_theme->setChoice(ThemeChoice::Dark);
        QCoreApplication::processEvents();
        keepPicture(bench.window(), u"shell-dark"_s);
    }

    void keysGoToPagesAndRefresh()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        QTest::keyClick(bench.window(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Scores);
        QTest::keyClick(bench.window(), Qt::Key_F5);
        QCOMPARE(bench.page(PageId::Scores)->refreshed, 1);
        QTest::keyClick(bench.window(), Qt::Key_5, Qt::AltModifier);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Scores);
        // Remembered for the next forum and the next start.
        QCOMPARE(bench.settings.value(settings::kLastPage), u"scores"_s);
    }

    void pagesCanSendThePersonToAnother()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        Q_EMIT bench.page(bench.window()->workspace()->current())->openPage(PageId::Ledger, 41);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Ledger);
        QCOMPARE(bench.page(PageId::Ledger)->opened.toInt(), 41);
    }

    void aPlanIsOpenedFromAnywhere()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        Workspace *workspace = bench.window()->workspace();
        QVERIFY(workspace->current() != PageId::Ledger);
        QTest::keyClick(bench.window(), Qt::Key_K, Qt::ControlModifier);
        auto *field = bench.window()->findChild<CommandPalette *>()->findChild<SearchField *>();
        QTest::keyClicks(field, u"open a plan"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(workspace->current(), PageId::Ledger);
        QCOMPARE(bench.page(PageId::Ledger)->opened, QVariant(QUrl())); // asks for the file
        // By dropping one, also on a field of text, which would take it as words.
        workspace->show(workspace->pages().first());
        QLineEdit *text = bench.page(workspace->pages().first())->text;
        const QUrl plan = QUrl::fromLocalFile(u"/home/ada/apex.json"_s);
        for (QWidget *target : {static_cast<QWidget *>(text), static_cast<QWidget *>(workspace)}) {
            workspace->show(workspace->pages().first());
            QMimeData data;
            data.setUrls({plan});
            data.setText(plan.toString());
            QDragEnterEvent enter({4, 4}, Qt::CopyAction, &data, Qt::LeftButton, {});
            enter.ignore();
            QCoreApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop({4, 4}, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(target, &drop);
            QCOMPARE(workspace->current(), PageId::Ledger);
            QCOMPARE(bench.page(PageId::Ledger)->opened.toUrl(), plan);
            QVERIFY(text->text().isEmpty());
        }
        // Something else is not ours.
        QMimeData picture;
        picture.setUrls({QUrl::fromLocalFile(u"/home/ada/apex.png"_s)});
        QDragEnterEvent enter({4, 4}, Qt::CopyAction, &picture, Qt::LeftButton, {});
        enter.ignore();
        QCoreApplication::sendEvent(workspace, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void thePaletteFindsAndTriggersCommands()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        QSignalSpy triggered(bench.page(bench.window()->workspace()->current())->command, &QAction::triggered);
        QTest::keyClick(bench.window(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = bench.window()->findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        auto *field = palette->findChild<SearchField *>();
        keepPicture(bench.window(), u"palette-light"_s);
        QVERIFY(unnamedControls(bench.window()).isEmpty());
        QTest::keyClicks(field, u"expba"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(triggered.size(), 1);
        // Another forum by a few letters of its name.
        QTest::keyClick(bench.window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(field, u"help"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(bench.shell->forum()->connection().id, u"h"_s);
        QTest::keyClick(bench.window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void unsavedChangesAreNotLostBySwitching()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        bench.page(bench.window()->workspace()->current())->unsaved = true;
        bench.shell->openConnection(u"h"_s);
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(bench.shell->forum()->connection().id, u"g"_s);
        bench.ask.nextYes = true;
        bench.shell->openConnection(u"h"_s);
        QTRY_COMPARE(bench.shell->forum()->connection().id, u"h"_s);
    }

    void quittingWithARunUnderWayAsksAndStopsIt()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        runs::Run *run = bench.startRun();
        QVERIFY(run);
        QCOMPARE(run->state(), runs::RunState::Running);
        auto *list = bench.window()->findChild<RunList *>();
        QVERIFY(list->isVisible());
        QVERIFY(unnamedControls(bench.window()).isEmpty());
        keepPicture(bench.window(), u"shell-run"_s);
        QSignalSpy finished(bench.shell.get(), &Shell::finished);
        bench.shell->quit();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0);
        bench.ask.nextYes = true;
        bench.window()->close();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(run->state() != runs::RunState::Running);
        QVERIFY(run->state() != runs::RunState::Stopping);
    }

    void anInterruptedRunIsOfferedUntilSomebodyGoesOnWithIt()
    {
        ShellBench bench(m_theme.get());
        bench.open(u"g"_s);
        std::static_pointer_cast<FakeForum>(bench.shell->forum())->holding = true; // its answers keep them under way
        const int first = bench.startRun()->id();
        const int second = bench.startRun()->id();
        bench.crash();
        bench.start(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        std::static_pointer_cast<FakeForum>(bench.shell->forum())->holding = true;
        auto *notice = bench.window()->workspace()->findChild<Notice *>();
        QVERIFY2(notice->sentence().startsWith(u'2'), qPrintable(notice->sentence()));
        // From an import, or in the ledger.
        QVERIFY(bench.runs->resume(first, bench.shell->forum()));
        QVERIFY2(notice->sentence().startsWith(u"Run %1 was interrupted"_s.arg(second)), qPrintable(notice->sentence()));
        QVERIFY(bench.runs->resume(second, bench.shell->forum()));
        QVERIFY(!notice->isSaid());
    }

    void quittingWithoutARunJustEnds()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        QSignalSpy finished(bench.shell.get(), &Shell::finished);
        bench.window()->close();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!bench.settings.value(settings::kWindowGeometry).isEmpty());
    }

    void opensOnThePageAndNotOnTheRail()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        QCOMPARE(QApplication::focusWidget(), bench.page(bench.window()->workspace()->current()));
        QTest::keyClick(bench.window(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), bench.page(PageId::Scores));
    }

    void aRunOfAnotherForumLeadsThere()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        std::static_pointer_cast<FakeForum>(bench.shell->forum())->holding = true; // its answers keep it under way
        QVERIFY(bench.startRun());
        bench.open(u"h"_s);
        auto *list = bench.window()->findChild<RunList *>();
        QVERIFY(list->isVisible());
        list->findChild<QAbstractButton *>()->click();
        QTRY_COMPARE(bench.shell->forum()->connection().id, u"g"_s);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Ledger);
    }
};

QTEST_MAIN(UiShellTest)
#include "ui_shell_test.moc"
