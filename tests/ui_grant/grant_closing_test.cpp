// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "ui/badges/badges_page.h"
#include "ui/grants/grants_page.h"

#include <QPointer>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using Step = GrantFlow::Step;

namespace {

/// The grant dialog that a page has opened.
QPointer<GrantDialog> openedDialog()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *dialog = qobject_cast<GrantDialog *>(window))
            return dialog;
    }
    return {};
}

} // namespace

/// Names that were typed are not lost without a word.
class GrantClosingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingWithNamesAsks()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(!bench.dialog->hasUnsaved());
        bench.type(u"ada.moss\nbobby"_s);
        QVERIFY(bench.dialog->hasUnsaved()); // before they are read, too
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.dialog->isVisible());
        QTRY_COMPARE(bench.recipients().size(), 2);
        bench.dialog->close();
        QTRY_COMPARE(bench.ask.confirmed.size(), 2);
        QVERIFY(bench.ask.confirmed.last().consequence.contains(u"2"_s));
        QVERIFY(bench.dialog->isVisible());
        bench.ask.nextYes = true;
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.dialog->isVisible());
    }

    void closingWithAFileAsks()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"people.csv"_s, "a,b\n1,2\n3,4\n")));
        QVERIFY(bench.dialog->hasUnsaved());
        bench.dialog->close();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.dialog->isVisible());
    }

    void closingWithNothingDoesNotAsk()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.type(u" \n"_s);
        bench.dialog->close();
        QVERIFY(!bench.dialog->isVisible());
        QCOMPARE(bench.ask.confirmed.size(), 0);
    }

    void aRunIsKeptInTheLedgerSoClosingDoesNotAsk()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss"_s));
        QVERIFY(bench.planned());
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        QVERIFY(bench.press(u"Grant Apex to"_s));
        QTRY_COMPARE(bench.step(), Step::Run);
        QVERIFY(!bench.dialog->hasUnsaved());
        QCOMPARE(bench.ask.confirmed.size(), 1);
        QTest::keyClick(bench.dialog.get(), Qt::Key_Escape);
        QVERIFY(!bench.dialog->isVisible());
        QCOMPARE(bench.ask.confirmed.size(), 1);
        bench.dialog.reset();
        bench.forum->release();
        QTRY_COMPARE(bench.forum->timesHeld(u"ada.moss"_s, bench.apex.id), 1);
    }

    void thePagesKnowOfTheirDialogs()
    {
        GrantBench bench;
        GrantsPage grants(bench.context());
        grants.grant({bench.apex});
        QPointer<GrantDialog> dialog = openedDialog();
        QVERIFY(dialog);
        QVERIFY(!grants.hasUnsaved());
        dialog->flow()->source()->setText(u"ada.moss"_s);
        QVERIFY(grants.hasUnsaved());
        bench.ask.nextYes = true;
        dialog->close();
        QTRY_VERIFY(!dialog);
        QVERIFY(!grants.hasUnsaved());

        BadgesPage badges(bench.context());
        badges.show();
        badges.activate();
        QAction *grant = nullptr;
        const QList<QAction *> commands = badges.commands();
        for (QAction *action : commands)
            grant = action->text().startsWith(u"Grant"_s) ? action : grant;
        QVERIFY(grant);
        QTRY_VERIFY(grant->isEnabled());
        grant->trigger();
        dialog = openedDialog();
        QVERIFY(dialog);
        QVERIFY(!badges.hasUnsaved());
        dialog->flow()->source()->setText(u"ada.moss"_s);
        QVERIFY(badges.hasUnsaved());
    }
};

int runClosingTest(int argc, char **argv)
{
    GrantClosingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_closing_test.moc"
