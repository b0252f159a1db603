// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include "forum/offline_forum.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/run_detail.h"
#include "ui/shell/offline_page.h"
#include "ui/shell/page_factory.h"

#include <QAction>
#include <QFile>
#include <QLabel>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

ForumPtr unreached(ForumKind kind)
{
    Connection connection;
    connection.id = u"garden"_s;
    connection.base = QUrl(u"https://garden.example"_s);
    connection.kind = kind;
    return std::make_shared<OfflineForum>(connection, Error::of(ErrorKind::Network), kind == ForumKind::Discourse);
}

/// A run that can be undone and retried, on a forum that does not answer any more.
struct OfflineLedgerBench : PageBench<LedgerPage> {
    int runId = 0;

    OfflineLedgerBench()
    {
        const Badge apex = fake->addBadge(u"Apex"_s, true);
        for (const QString &name : {u"ada.moss"_s, u"ivyy"_s, u"finn"_s})
            fake->addAccount(name);
        const runs::Plan plan = grantPlan(apex, {u"ada.moss"_s, u"ivyy"_s, u"finn"_s});
        fake->accounts.removeAt(1); // gone between plan and run
        runs::Run *run = begin(plan);
        if (run && windUntil(run, runs::RunState::Done))
            runId = run->id();
        instead = std::make_shared<OfflineForum>(fake->theConnection, Error::of(ErrorKind::Network));
        open();
        page->open(runId);
    }
    QAction *command(const QString &beginning) const
    {
        for (QAction *action : page->commands()) {
            if (action->text().startsWith(beginning))
                return action;
        }
        return nullptr;
    }
};

} // namespace

/// Pages beside that of the badges, of a forum that does not answer.
class OfflinePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLedgerIsRead()
    {
        OfflineLedgerBench bench;
        auto *steps = bench.page->findChild<RunDetail *>()->findChild<QTableView *>();
        QTRY_COMPARE(steps->model()->rowCount(), 1); // the one that needs a look comes first
        bench.settle();
        QCOMPARE(bench.said(), QString());
        // It goes out of the program, too.
        const QString file = bench.folder.filePath(u"run.csv"_s);
        bench.ask.nextSavePath = file;
        bench.command(u"Export the run as CSV"_s)->trigger();
        bench.settle();
        QVERIFY(QFile::exists(file));
        bench.shoot(u"ledger-offline"_s);
    }

    void whatNeedsTheForumSaysWhyItWaits()
    {
        OfflineLedgerBench bench;
        QTRY_VERIFY(bench.button(u"Undo run…"_s));
        const QString why = bench.fake->theConnection.address() + u" could not be reached. A run can be resumed, retried or undone when the forum is there again."_s;
        for (const QString &text : {u"Undo run…"_s, u"Retry 1 failed"_s}) {
            QVERIFY2(bench.button(text) && !bench.button(text)->isEnabled(), qPrintable(text));
            QCOMPARE(bench.button(text)->toolTip(), why);
        }
        const auto labels = bench.page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->isVisible() && label->text() == why; }));
        // A plan that is dropped here cannot be checked.
        QVERIFY(!bench.button(u"Open a plan…"_s)->isEnabled());
        bench.page->open(QUrl::fromLocalFile(bench.folder.filePath(u"plan.json"_s)));
        QCOMPARE(bench.said(), bench.fake->theConnection.address() + u" could not be reached. A plan can be opened when the forum is there again."_s);
    }

    void whatLiesOnTheForumSaysSo_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("page");
        QTest::newRow("grants") << int(ForumKind::Discourse) << int(PageId::Grants);
        QTest::newRow("scores") << int(ForumKind::Discourse) << int(PageId::Scores);
        QTest::newRow("awards") << int(ForumKind::AnswerHub) << int(PageId::Awards);
    }
    void whatLiesOnTheForumSaysSo()
    {
        QFETCH(int, kind);
        QFETCH(int, page);
        PageBench<LedgerPage> bench;
        bench.instead = unreached(ForumKind(kind));
        const std::unique_ptr<Page> made(makePage(PageId(page), bench.context(), nullptr));
        made->resize(1104, 766);
        made->show();
        made->activate();
        made->refresh();
        bench.settle();
        QVERIFY(qobject_cast<OfflinePage *>(made.get()));
        QVERIFY(!made->title().isEmpty());
        QCOMPARE(test::unnamedControls(made.get()), QStringList());
        const auto labels = made->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) { return label->text().contains(u"only known to garden.example, which could not be reached"_s); }));
        QSignalSpy reconnect(made.get(), &Page::reconnectWanted);
        for (auto *button : made->findChildren<QPushButton *>()) {
            if (button->text() == u"Connect again"_s && button->isVisible())
                button->click();
        }
        QCOMPARE(reconnect.size(), 1);
        bench.shootWindow(made.get(), u"offline-"_s + pageName(PageId(page)));
    }

    void everyPageKeepsItsPlace()
    {
        const auto pages = [](const ForumPtr &forum) {
            QList<PageId> ids;
            for (const Rail::Entry &entry : pagesOf(*forum))
                ids << entry.page;
            return ids;
        };
        QCOMPARE(pages(unreached(ForumKind::Discourse)), (QList<PageId>{PageId::Badges, PageId::Grants, PageId::Scores, PageId::Ledger}));
        QCOMPARE(pages(unreached(ForumKind::AnswerHub)), (QList<PageId>{PageId::Awards, PageId::Ledger}));
    }
};

int runOfflinePagesTest(int argc, char **argv)
{
    OfflinePagesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "offline_pages_test.moc"
