// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/icon_store.h"
#include "artwork/picture_store.h"
#include "keychain/session_keychain.h"
#include "pictures.h"
#include "runs/run.h"
#include "support/accessibility_walk.h"
#include "support/fake_forum.h"
#include "support/fake_opener.h"
#include "support/manual_clock.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/badge_sets/import_store.h"
#include "ui/badges/draft_store.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/shell/connection_button.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/main_window.h"
#include "ui/shell/opening_page.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/rail.h"
#include "ui/shell/run_list.h"
#include "ui/shell/shell.h"
#include "ui/shell/welcome_page.h"
#include "ui/connections/connect_page.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A page that only remembers what was done to it.
class PlainPage final : public Page
{
public:
    PlainPage(PageId id, const PageContext &context, QWidget *parent) : Page(context, parent), m_id(id)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        auto *header = new HeaderBar(title(), this);
        command = new QAction(u"Export badges…"_s, this);
        command->setShortcut(QKeySequence(u"Ctrl+E"_s));
        header->addWidget(makeButton(ButtonKind::Secondary, command, this));
        text = new QLineEdit(this);
        text->setAccessibleName(u"Notes"_s);
        column->addWidget(header);
        column->addWidget(text);
        column->addWidget(new EmptyState(u"badge"_s, u"No badges yet."_s, u"New badge"_s, this), 1);
    }
    QString title() const override
    {
        const QString name = pageName(m_id);
        return name.at(0).toUpper() + name.mid(1);
    }
    void activate() override { ++activated; }
    void refresh() override { ++refreshed; }
    void open(const QVariant &argument) override { opened = argument; }
    QList<QAction *> commands() const override { return {command}; }
    bool hasUnsaved() const override { return unsaved; }

    QAction *command;
    QLineEdit *text;
    int activated = 0;
    int refreshed = 0;
    QVariant opened;
    bool unsaved = false;

private:
    PageId m_id;
};

} // namespace

class UiShellTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

    struct Bench {
        QTemporaryDir dir;
        test::ManualClock clock;
        test::FakeOpener opener;
        test::ScriptedAskUser ask;
        keychain::SessionKeychain keychain;
        keychain::SessionKeychain session;
        ConnectionStore store{dir.filePath(u"connections.ini"_s)};
        Settings settings{dir.filePath(u"badgewright.ini"_s)};
        std::unique_ptr<runs::Ledger> ledger;
        std::unique_ptr<runs::RunCentre> runs;
        std::unique_ptr<Shell> shell;
        bool sampleFails = false;

        explicit Bench(Theme *theme)
        {
            ledger = std::move(*runs::Ledger::open(dir.filePath(u"ledger.sqlite"_s)));
            runs = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
            for (const auto &[id, name, kind] : {std::tuple{u"g"_s, u"Gardeners"_s, ForumKind::Discourse},
                                                 std::tuple{u"h"_s, u"Help desk"_s, ForumKind::AnswerHub}}) {
                store.add({id, name, QUrl(u"https://%1.example"_s.arg(id)), kind, u"admin"_s,
                           id == u"g"_s ? u"#1e9e6a"_s : u"#b42318"_s, SafeMode::Ask, false});
                keychain.write(id, Secret("a key that works"));
            }
            opener.onOpen = [this](const Connection &connection, const Secret &) -> Result<ForumPtr> {
                auto forum = std::make_shared<test::FakeForum>(&clock, connection.kind);
                forum->theConnection = connection;
                forum->addAccount(u"bobby"_s);
                forum->addBadge(u"Apex"_s);
                return ForumPtr(forum);
            };
            ShellServices s;
            s.opener = &opener;
            s.keychain = &keychain;
            s.session = &session;
            s.runs = runs.get();
            s.settings = &settings;
            s.connections = &store;
            s.clock = &clock;
            s.ask = &ask;
            s.drafts = drafts();
            s.icons = dir.filePath(u"icons"_s);
            s.pictures = dir.filePath(u"pictures"_s);
            s.theme = theme;
            s.gateFor = [this](const Connection &connection) { return runs->pacerFor(connection); };
            s.openSample = [this]() -> Result<SampleDoor> {
                if (sampleFails)
                    return fail(ErrorKind::RefusedHere, u"The sample forum is open in another window."_s);
                SampleDoor door;
                door.connection = {u"sample"_s, u"Sample forum"_s, QUrl(u"http://127.0.0.1:4000"_s), ForumKind::Discourse,
                                   u"system"_s, u"#7a4bc2"_s, SafeMode::Ask, false};
                door.secret = Secret("the sample key");
                return door;
            };
            s.makePage = [](PageId id, const PageContext &context, QWidget *parent) { return new PlainPage(id, context, parent); };
            shell = std::make_unique<Shell>(s);
            shell->window()->resize(1280, 800);
        }

        QString drafts() const { return dir.filePath(u"drafts"_s); }
        /// A badge that was not published, as its page leaves it.
        void leaveDraft(const QString &forum) const
        {
            BadgeDraft draft;
            draft.id = draft.published.id = draft.edited.id = 7;
            draft.edited.name = u"Apex!"_s;
            QVERIFY(DraftStore(drafts(), forum).write(u"badge-7"_s, draft));
        }
        MainWindow *window() const { return shell->window(); }
        PlainPage *page(PageId id) const { return static_cast<PlainPage *>(window()->workspace()->page(id)); }
        void open(const QString &id)
        {
            shell->openConnection(id);
            QTRY_VERIFY(shell->forum() && shell->forum()->connection().id == id);
        }
        /// A run that waits for its turn and stays under way.
        runs::Run *startRun()
        {
            const ForumPtr forum = shell->forum();
            runs::Plan plan = runs::Plan::empty(forum->connection(), u"admin"_s, u"Grant Apex"_s, clock.utcNow());
            for (int i = 0; i < 3; ++i) {
                runs::Step step;
                Account account;
                account.id = 1;
                account.username = u"bobby"_s;
                step.what = runs::GrantStep{1, u"Apex"_s, false, account, {}, {}, 0};
                plan.steps += step;
            }
            return runs->start(plan, forum, runs::Pace::Considerate).value_or(nullptr);
        }
    };

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
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Badges, PageId::Grants, PageId::Scores, PageId::Ledger}));
        QCOMPARE(bench.window()->windowTitle(), u"Gardeners (g.example): Badgewright"_s);
        QVERIFY(test::unnamedControls(bench.window()).isEmpty());
        test::keepPicture(bench.window(), u"shell-light"_s);
        bench.open(u"h"_s);
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Awards, PageId::Ledger}));
        QCOMPARE(bench.settings.value(settings::kLastConnection), u"h"_s);
        m_theme->setChoice(ThemeChoice::Dark);
        QCoreApplication::processEvents();
        test::keepPicture(bench.window(), u"shell-dark"_s);
    }

    void keysGoToPagesAndRefresh()
    {
        Bench bench(m_theme.get());
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
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        Q_EMIT bench.page(bench.window()->workspace()->current())->openPage(PageId::Ledger, 41);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Ledger);
        QCOMPARE(bench.page(PageId::Ledger)->opened.toInt(), 41);
    }

    void aPlanIsOpenedFromAnywhere()
    {
        Bench bench(m_theme.get());
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
        Bench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        QSignalSpy triggered(bench.page(bench.window()->workspace()->current())->command, &QAction::triggered);
        QTest::keyClick(bench.window(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = bench.window()->findChild<CommandPalette *>();
        QVERIFY(palette->isVisible());
        auto *field = palette->findChild<SearchField *>();
        test::keepPicture(bench.window(), u"palette-light"_s);
        QVERIFY(test::unnamedControls(bench.window()).isEmpty());
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

    void aMissingKeyIsNotForgottenButAskedAgain()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.keychain.remove(u"g"_s);
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<OpenFailure>().wantsSecret);
        QVERIFY(!failed.first().first().value<OpenFailure>().details.isEmpty());
        QCOMPARE(bench.store.all().size(), 2);
        QVERIFY(test::unnamedControls(bench.window()).isEmpty());
        test::keepPicture(bench.window(), u"opening-failed"_s);
        bench.keychain.write(u"g"_s, Secret("a key that works"));
        Q_EMIT bench.window()->opening()->retried();
        QTRY_VERIFY(bench.shell->forum());
    }

    void aForumThatCannotBeOpenedLosesNoDraft()
    {
        Bench bench(m_theme.get());
        bench.leaveDraft(u"g"_s);
        bench.keychain.remove(u"g"_s);
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        const auto labels = bench.window()->opening()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) { return label->text().contains(u"1 badge(s) that you have not published are kept on this computer."_s); }));
    }

    void aForumThatIsNotReachedCanBeWorkedOn()
    {
        Bench bench(m_theme.get());
        const auto openIt = bench.opener.onOpen;
        bench.opener.onOpen = [](const Connection &, const Secret &) -> Result<ForumPtr> { return fail(ErrorKind::Network); };
        bench.window()->show();
        const auto offline = [&bench] {
            for (auto *button : bench.window()->opening()->findChildren<QPushButton *>()) {
                if (button->text() == u"Work offline"_s)
                    return button;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!offline()->isVisible()); // nothing is remembered of it
        BadgeCatalogue remembered;
        remembered.badges << Badge();
        QVERIFY(DraftStore(bench.drafts(), u"g"_s).writeCatalogue({remembered, bench.clock.utcNow()}));
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(offline()->isVisible());
        test::keepPicture(bench.window(), u"opening-offline"_s);
        offline()->click();
        QTRY_VERIFY(bench.shell->forum());
        QVERIFY(bench.shell->forum()->isOffline());
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Badges, PageId::Grants, PageId::Scores, PageId::Ledger}));
        test::keepPicture(bench.window(), u"offline"_s);
        // Nothing is sent, and nothing seems to have been.
        std::optional<ErrorKind> kind;
        bench.shell->forum()->badges()->create({})->then(bench.window(), [&kind](const Result<BadgeWritten> &written) { kind = written ? ErrorKind::File : written.error().kind; });
        QTRY_COMPARE(kind, ErrorKind::Network);
        QVERIFY2(bench.window()->workspace()->findChild<Notice *>()->details().startsWith(u"You see the badges as they were"_s), qPrintable(bench.window()->workspace()->findChild<Notice *>()->details()));
        // It is there again.
        bench.opener.onOpen = openIt;
        auto *notice = bench.window()->workspace()->findChild<Notice *>();
        QVERIFY2(notice->sentence().startsWith(u"You work without Gardeners"_s), qPrintable(notice->sentence()));
        for (auto *button : notice->findChildren<QPushButton *>()) {
            if (button->text() == u"Connect again"_s)
                button->click();
        }
        QTRY_VERIFY(bench.shell->forum() && !bench.shell->forum()->isOffline());
        QVERIFY(bench.window()->workspace()->pages().contains(PageId::Ledger));
        // A key that is refused keeps nobody from what is remembered here.
        bench.opener.onOpen = [](const Connection &, const Secret &) -> Result<ForumPtr> { return fail(ErrorKind::Unauthorised); };
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 3);
        QVERIFY(offline()->isVisible());
    }

    void whatWasDoneOnAForumIsReadWithoutIt()
    {
        Bench bench(m_theme.get());
        bench.open(u"g"_s);
        QVERIFY(bench.startRun());
        bench.opener.onOpen = [](const Connection &, const Secret &) -> Result<ForumPtr> { return fail(ErrorKind::TimedOut); };
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s); // nothing is remembered of its badges
        QTRY_COMPARE(failed.size(), 1);
        bench.window()->show();
        for (auto *button : bench.window()->opening()->findChildren<QPushButton *>()) {
            if (button->text() == u"Work offline"_s) {
                QVERIFY(button->isVisible());
                button->click();
            }
        }
        QTRY_VERIFY(bench.shell->forum() && bench.shell->forum()->isOffline());
        QVERIFY(bench.window()->workspace()->pages().contains(PageId::Ledger));
        QVERIFY(!bench.shell->forum()->badges()); // so their page says that there are none
    }

    void whatIsKeptOfAForumGoesWithItsConnection()
    {
        Bench bench(m_theme.get());
        const QUrl url(u"https://g.example/uploads/1.png"_s);
        for (const QString &id : {u"g"_s, u"h"_s}) {
            artwork::IconStore icons(bench.dir.filePath(u"icons"_s), id);
            icons.keep({u"leaf"_s, "<svg/>"}, bench.clock.utcNow().date());
            QVERIFY(artwork::IconStore::save(icons.takeChanges()));
            QVERIFY(artwork::PictureStore(bench.dir.filePath(u"pictures"_s), id).keep(url, "picture", bench.clock.utcNow()));
        }
        bench.leaveDraft(u"g"_s);
        bench.leaveDraft(u"h"_s);
        bench.open(u"g"_s);
        bench.ask.nextYes = true;
        Q_EMIT bench.window()->removeWanted();
        QTRY_COMPARE(bench.store.all().size(), 1);
        QVERIFY2(bench.ask.confirmed.last().consequence.endsWith(u"1 badge(s) that you have not published are lost with it."_s), qPrintable(bench.ask.confirmed.last().consequence));
        QTRY_COMPARE(DraftStore(bench.drafts(), u"g"_s).count(), 0);
        QCOMPARE(DraftStore(bench.drafts(), u"h"_s).count(), 1);
        const auto keeps = [&](const QString &id) {
            return std::pair(artwork::IconStore(bench.dir.filePath(u"icons"_s), id).find(u"leaf"_s).has_value(), artwork::PictureStore(bench.dir.filePath(u"pictures"_s), id).has(url));
        };
        QCOMPARE(keeps(u"g"_s), std::pair(false, false));
        QCOMPARE(keeps(u"h"_s), std::pair(true, true));
    }

    void anUnfinishedImportGoesWithItsConnection()
    {
        Bench bench(m_theme.get());
        const ImportStore store(bench.drafts(), u"g"_s);
        KeptImport kept;
        artwork::SetBadge badge;
        badge.fields.name = u"Bee"_s;
        kept.set.badges = {badge, badge};
        ImportStore::Written written;
        QVERIFY(store.write(kept, 1, &written));
        const auto openIt = bench.opener.onOpen;
        bench.opener.onOpen = [](const Connection &, const Secret &) -> Result<ForumPtr> { return fail(ErrorKind::Network); };
        bench.shell->openConnection(u"g"_s);
        const auto said = [&](const QString &words) {
            const auto all = bench.window()->opening()->findChildren<QLabel *>();
            return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(said(u"An import of 2 badge(s) that is not finished is kept on this computer."_s));
        bench.opener.onOpen = openIt;
        bench.open(u"g"_s);
        bench.ask.nextYes = true;
        Q_EMIT bench.window()->removeWanted();
        QTRY_COMPARE(bench.store.all().size(), 1);
        QVERIFY2(bench.ask.confirmed.last().consequence.endsWith(u"An import of 2 badge(s) that is not finished is lost with it."_s), qPrintable(bench.ask.confirmed.last().consequence));
        QTRY_VERIFY(!QDir(store.folder()).exists());
    }

    void startsWithTheForumOfTheLastTime()
    {
        Bench bench(m_theme.get());
        bench.settings.set(settings::kLastConnection, u"h"_s);
        bench.shell->start();
        QTRY_VERIFY(bench.shell->forum());
        QCOMPARE(bench.shell->forum()->connection().id, u"h"_s);
    }

    void theWindowShowsOnTheSampleForumWhenThatIsAsked()
    {
        Bench bench(m_theme.get());
        bench.settings.set(settings::kLastConnection, u"h"_s);
        bench.shell->start(u"sample"_s);
        QVERIFY(bench.window()->isVisible());
        QTRY_VERIFY(bench.shell->forum());
        QVERIFY(bench.shell->forum()->connection().isSample());
    }

    void theSampleForumOpensWithoutAKeychain()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.sampleFails = true;
        bench.shell->openSample();
        QVERIFY(bench.window()->opening()->isVisible());
        bench.sampleFails = false;
        Q_EMIT bench.window()->opening()->retried();
        QTRY_VERIFY(bench.shell->forum());
        QVERIFY(bench.shell->forum()->connection().isSample());
        QCOMPARE(bench.opener.secrets, QList<QByteArray>{"the sample key"});
    }

    void unsavedChangesAreNotLostBySwitching()
    {
        Bench bench(m_theme.get());
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
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        runs::Run *run = bench.startRun();
        QVERIFY(run);
        QCOMPARE(run->state(), runs::RunState::Running);
        auto *list = bench.window()->findChild<RunList *>();
        QVERIFY(list->isVisible());
        QVERIFY(test::unnamedControls(bench.window()).isEmpty());
        test::keepPicture(bench.window(), u"shell-run"_s);
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

    void quittingWithoutARunJustEnds()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        QSignalSpy finished(bench.shell.get(), &Shell::finished);
        bench.window()->close();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!bench.settings.value(settings::kWindowGeometry).isEmpty());
    }

    void opensOnThePageAndNotOnTheRail()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        QVERIFY(QTest::qWaitForWindowActive(bench.window()));
        bench.open(u"g"_s);
        QCOMPARE(QApplication::focusWidget(), bench.page(bench.window()->workspace()->current()));
        QTest::keyClick(bench.window(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(QApplication::focusWidget(), bench.page(PageId::Scores));
    }

    void savedForumsStandOnTheWelcomePage()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.keychain.remove(u"g"_s);
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        Q_EMIT bench.window()->opening()->otherWanted();
        test::keepPicture(bench.window(), u"welcome-saved"_s);
        for (auto *button : bench.window()->welcome()->findChildren<QPushButton *>()) {
            if (button->text() == u"Help desk"_s && button->isVisible())
                button->click();
        }
        QTRY_VERIFY(bench.shell->forum());
        QCOMPARE(bench.shell->forum()->connection().id, u"h"_s);
    }

    void whatIsRememberedOfAForumGoesWithIt()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.settings.setForumValue(u"g"_s, u"colours"_s, QStringList{u"#112233"_s});
        bench.settings.setForumValue(u"h"_s, u"colours"_s, QStringList{u"#445566"_s});
        bench.window()->connecting()->edit(*bench.store.byId(u"g"_s));
        bench.window()->showConnecting();
        bench.ask.nextYes = true;
        for (auto *button : bench.window()->connecting()->findChildren<QPushButton *>()) {
            if (button->text() == u"Remove…"_s)
                button->click();
        }
        QTRY_VERIFY(!bench.store.byId(u"g"_s));
        QTRY_VERIFY(!bench.settings.forumValue(u"g"_s, u"colours"_s).isValid());
        QCOMPARE(bench.settings.forumValue(u"h"_s, u"colours"_s).toStringList(), QStringList{u"#445566"_s});
    }

    void anotherColourDoesNotCloseTheForum()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        bench.page(bench.window()->workspace()->current())->unsaved = true;
        Q_EMIT bench.window()->editWanted();
        QVERIFY(bench.window()->connecting()->isVisible());
        const qsizetype opened = bench.opener.opened.size();
        Q_EMIT bench.window()->connecting()->saved(u"g"_s, false);
        QVERIFY(bench.window()->workspace()->isVisible());
        QVERIFY(bench.ask.confirmed.isEmpty());
        QCOMPARE(bench.opener.opened.size(), opened);
        // Another key is another matter: it asks, and a no leads back to the changes.
        Q_EMIT bench.window()->editWanted();
        Q_EMIT bench.window()->connecting()->saved(u"g"_s, true);
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QTRY_VERIFY(bench.window()->workspace()->isVisible());
    }

    void aRunOfAnotherForumLeadsThere()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        std::static_pointer_cast<test::FakeForum>(bench.shell->forum())->holding = true; // its answers keep it under way
        QVERIFY(bench.startRun());
        bench.open(u"h"_s);
        auto *list = bench.window()->findChild<RunList *>();
        QVERIFY(list->isVisible());
        list->findChild<QAbstractButton *>()->click();
        QTRY_COMPARE(bench.shell->forum()->connection().id, u"g"_s);
        QCOMPARE(bench.window()->workspace()->current(), PageId::Ledger);
    }

    void renamingAForumShowsAtTheFoot()
    {
        Bench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        Connection renamed = *bench.store.byId(u"g"_s);
        renamed.name = u"Old friends"_s;
        bench.store.update(renamed);
        QCOMPARE(bench.window()->findChild<ConnectionButton *>()->text(), u"Old friends"_s);
        QCOMPARE(bench.window()->windowTitle(), u"Old friends (g.example): Badgewright"_s);
    }
};

QTEST_MAIN(UiShellTest)
#include "ui_shell_test.moc"
