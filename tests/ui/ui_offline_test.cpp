// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/session_keychain.h"
#include "pictures.h"
#include "runs/run.h"
#include "support/fake_forum.h"
#include "support/fake_opener.h"
#include "support/manual_clock.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/badges/draft_store.h"
#include "ui/connections/connect_page.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/shell/connection_button.h"
#include "ui/shell/main_window.h"
#include "ui/shell/opening_page.h"
#include "ui/shell/rail.h"
#include "ui/shell/shell.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QPushButton *shownButton(QWidget *in, const QString &text)
{
    for (auto *button : in->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

/// The program's own pages over a forum that comes and goes; one changed badge waits for it on this computer.
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
    std::optional<ErrorKind> trouble;

    explicit Bench(const QString &address = u"https://garden.example"_s)
    {
        ledger = std::move(*runs::Ledger::open(dir.filePath(u"ledger.sqlite"_s)));
        runs = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
        store.add({u"g"_s, u"Gardeners"_s, QUrl(address), ForumKind::Discourse, u"admin"_s, u"#1e9e6a"_s, SafeMode::Ask, false});
        keychain.write(u"g"_s, Secret("a key that works"));
        opener.onOpen = [this](const Connection &connection, const Secret &) -> Result<ForumPtr> {
            if (trouble)
                return fail(*trouble);
            auto forum = std::make_shared<test::FakeForum>(&clock, connection.kind);
            forum->theConnection = connection;
            forum->catalogue = catalogue();
            for (const Ability ability : {Ability::CreateBadges, Ability::UpdateBadges, Ability::DeleteBadges, Ability::Grant, Ability::Revoke,
                                          Ability::UploadPictures, Ability::SaveGroupings, Ability::SearchIcons, Ability::ListHolders,
                                          Ability::BulkAward, Ability::SearchPeople, Ability::LookUpByEmail, Ability::ReadScores, Ability::RunReports})
                forum->abilities.deny(ability, u"Needs a global key: no narrower scope exists, and the administrator has to make one."_s);
            return ForumPtr(forum);
        };
        BadgeDraft draft;
        draft.id = 7;
        draft.published = draft.edited = catalogue().badges.first();
        draft.edited.name = u"Apex!"_s;
        (void)DraftStore(drafts(), u"g"_s).writeCatalogue({catalogue(), clock.utcNow()});
        (void)DraftStore(drafts(), u"g"_s).write(u"badge-7"_s, draft);
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
        s.gateFor = [this](const Connection &connection) { return runs->pacerFor(connection); };
        shell = std::make_unique<Shell>(s);
        window()->resize(1280, 800);
        window()->show();
    }

    static BadgeCatalogue catalogue()
    {
        Badge badge;
        badge.id = 7;
        badge.name = u"Apex"_s;
        badge.icon = u"trophy"_s;
        badge.enabled = true;
        BadgeCatalogue all;
        all.badges << badge;
        return all;
    }
    QString drafts() const { return dir.filePath(u"drafts"_s); }
    MainWindow *window() const { return shell->window(); }
    ConnectionButton *forumButton() const { return window()->workspace()->findChild<ConnectionButton *>(); }
    bool isOffline() const { return shell->forum() && shell->forum()->isOffline(); }

    bool failsToOpen(ErrorKind kind)
    {
        trouble = kind;
        QSignalSpy failed(shell.get(), &Shell::openingFailed);
        shell->openConnection(u"g"_s);
        return failed.wait() && window()->opening()->isVisible();
    }
    bool workOffline(ErrorKind kind = ErrorKind::Network)
    {
        if (!failsToOpen(kind) || !shownButton(window()->opening(), u"Work offline"_s))
            return false;
        shownButton(window()->opening(), u"Work offline"_s)->click();
        return isOffline();
    }
};

} // namespace

/// Working without a forum that could not be opened, and the way back to it.
class UiOfflineTest : public QObject
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

    void whatTheForumIsNeededForOffersToConnectAgain()
    {
        Bench bench;
        QVERIFY(bench.workOffline());
        Page *page = bench.window()->workspace()->page(PageId::Badges);
        // Any part of the page that asked the forum for something.
        auto *refused = new Notice(page);
        refused->sayError(Error::of(ErrorKind::Network), u"garden.example"_s, u"Nothing was sent."_s, [] {});
        QVERIFY(refused->isVisible());
        QCOMPARE(refused->sentence(), u"Nothing was sent. You work without garden.example."_s);
        QVERIFY(!shownButton(refused, u"Try again"_s));
        QVERIFY(shownButton(refused, u"Connect again"_s));
        test::keepPicture(bench.window(), u"offline-publish"_s);
        bench.trouble.reset();
        shownButton(refused, u"Connect again"_s)->click();
        QTRY_VERIFY(bench.shell->forum() && !bench.isOffline());
    }

    void oneSeesAllTheTimeThatOneIsOffline()
    {
        Bench bench;
        bench.shell->openConnection(u"g"_s);
        QTRY_VERIFY(bench.shell->forum());
        const QImage online = bench.forumButton()->grab().toImage();
        QVERIFY(!bench.forumButton()->accessibleName().contains(u"offline"_s));
        QVERIFY(bench.workOffline());
        for (auto *notice : bench.window()->workspace()->findChildren<Notice *>())
            notice->clear();
        QCOMPARE(bench.forumButton()->accessibleName(), u"Forum: Gardeners, offline, garden.example"_s);
        QVERIFY(bench.forumButton()->toolTip().contains(u"You work offline."_s));
        const QImage offline = bench.forumButton()->grab().toImage();
        QCOMPARE(offline.width(), online.width());
        // The dot is a ring: its middle shows what is behind it.
        const auto dot = [](const QImage &image) { return image.pixelColor(QPointF(13 * image.devicePixelRatio(), image.height() / 2.0).toPoint()); };
        QVERIFY(dot(online) == QColor(u"#1e9e6a"_s));
        QVERIFY(dot(offline) != dot(online));
        test::keepPicture(bench.window(), u"offline-rail"_s);
        m_theme->setChoice(ThemeChoice::Dark);
        QCoreApplication::processEvents();
        test::keepPicture(bench.window(), u"offline-rail-dark"_s);
    }

    void theMenuAndThePaletteConnectAgain()
    {
        Bench bench;
        QVERIFY(bench.workOffline());
        bench.forumButton()->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"Connect again"_s);
        test::keepPicture(menu, u"offline-menu"_s);
        bench.trouble.reset();
        menu->close();
        menu->actions().first()->trigger();
        QTRY_VERIFY(bench.shell->forum() && !bench.isOffline());
        QVERIFY(menu->actions().first()->text() != u"Connect again"_s);
        QVERIFY(bench.workOffline());
        bench.trouble.reset();
        bench.window()->openPalette();
        auto *palette = bench.window()->findChild<CommandPalette *>();
        auto *field = palette->findChild<SearchField *>();
        QTest::keyClicks(field, u"connect"_s);
        test::keepPicture(bench.window(), u"offline-palette"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(bench.shell->forum() && !bench.isOffline());
        // There is nothing to connect again to.
        bench.window()->openPalette();
        auto *found = palette->findChild<QListView *>()->model();
        for (int row = 0; row < found->rowCount(); ++row)
            QVERIFY(!found->index(row, 0).data().toString().contains(u"Connect again"_s));
    }

    void oneMayGoOnAfterAnyFailure_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("why");
        QTest::addColumn<bool>("keyHelps");
        QTest::newRow("refused") << ErrorKind::Unauthorised << u"which refused the sign-in"_s << true;
        QTest::newRow("forbidden") << ErrorKind::Forbidden << u"which refused the sign-in"_s << true;
        QTest::newRow("not a forum") << ErrorKind::Unreadable << u"which could not be opened"_s << true;
        QTest::newRow("gone") << ErrorKind::NotFound << u"which could not be opened"_s << true;
        QTest::newRow("certificate") << ErrorKind::Tls << u"which could not be opened"_s << true;
        QTest::newRow("not reached") << ErrorKind::TimedOut << u"which could not be reached"_s << false;
    }
    void oneMayGoOnAfterAnyFailure()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(QString, why);
        QFETCH(bool, keyHelps);
        Bench bench;
        QVERIFY(bench.workOffline());
        QVERIFY(bench.failsToOpen(kind)); // connected again
        QCOMPARE(shownButton(bench.window()->opening(), u"Enter a key…"_s) != nullptr, keyHelps);
        QCoreApplication::processEvents();
        test::keepPicture(bench.window(), u"opening-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY(bench.workOffline(kind));
        const auto notices = bench.window()->workspace()->findChildren<Notice *>();
        QVERIFY(std::any_of(notices.begin(), notices.end(), [&](Notice *notice) { return notice->sentence() == u"You work without Gardeners, %1."_s.arg(why); }));
        // The badge that waits to be published is there.
        Page *page = bench.window()->workspace()->page(PageId::Badges);
        const auto isThere = [page] {
            const auto actions = page->commands();
            return std::any_of(actions.begin(), actions.end(), [](QAction *action) { return action->text().startsWith(u"Discard"_s) && action->isEnabled(); });
        };
        QTRY_VERIFY(isThere());
        // No badge or picture is taken for gone because the forum was not found.
        std::optional<ErrorKind> answer;
        bench.shell->forum()->badges()->list()->then(page, [&](const Result<BadgeCatalogue> &list) { answer = list ? ErrorKind::File : list.error().kind; });
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, kind == ErrorKind::NotFound ? ErrorKind::Unreadable : kind);
        bench.window()->workspace()->show(PageId::Grants);
        const auto labels = bench.window()->workspace()->page(PageId::Grants)->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text().contains(u"only known to garden.example, %1."_s.arg(why)); }));
    }

    void aKeyThatIsNotFoundKeepsNobodyFromTheirDrafts()
    {
        Bench bench;
        bench.keychain.remove(u"g"_s);
        QVERIFY(bench.workOffline());
        const auto notices = bench.window()->workspace()->findChildren<Notice *>();
        QVERIFY(std::any_of(notices.begin(), notices.end(), [](Notice *notice) { return notice->sentence() == u"You work without Gardeners, whose key was not found."_s; }));
    }

    void saveStaysUnderThePointer_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("usual") << QSize(1280, 800);
        QTest::newRow("small") << QSize(1024, 700);
        QTest::newRow("smallest") << QSize(880, 600);
        QTest::newRow("large") << QSize(1600, 1100);
    }
    void saveStaysUnderThePointer()
    {
        QFETCH(QSize, size);
        Bench bench;
        QVERIFY(bench.failsToOpen(ErrorKind::Unauthorised));
        bench.window()->resize(size);
        bench.keychain.remove(u"g"_s);
        shownButton(bench.window()->opening(), u"Enter a key…"_s)->click();
        ConnectPage *page = bench.window()->connecting();
        QTRY_VERIFY(shownButton(page, u"Save"_s));
        QCoreApplication::processEvents();
        QPushButton *save = shownButton(page, u"Save"_s);
        const auto place = [&] { return QRect(save->mapTo(bench.window(), QPoint()), save->size()); };
        const QRect before = place();
        QVERIFY(bench.window()->rect().contains(before));
        test::keepPicture(bench.window(), u"key-before-%1"_s.arg(size.width()));
        bench.trouble.reset();
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"another key"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(save->isEnabled());
        QCoreApplication::processEvents();
        test::keepPicture(bench.window(), u"key-after-%1"_s.arg(size.width()));
        QCOMPARE(place(), before);
    }

    void theRailKeepsItsWidth()
    {
        Bench bench(u"http://127.0.0.1:8080"_s);
        const auto width = [&] {
            QCoreApplication::processEvents();
            return bench.window()->workspace()->findChild<Rail *>()->width();
        };
        QVERIFY(bench.workOffline());
        const int offline = width();
        test::keepPicture(bench.window(), u"rail-port-offline"_s);
        bench.trouble.reset();
        Q_EMIT bench.window()->reconnectWanted();
        QTRY_VERIFY(bench.shell->forum() && !bench.isOffline());
        test::keepPicture(bench.window(), u"rail-port-online"_s);
        QCOMPARE(width(), offline);
        QCOMPARE(width(), kRailWidth);
        bench.window()->resize(1024, 700);
        QCOMPARE(width(), offline);
        QVERIFY(bench.workOffline());
        QCOMPARE(width(), offline);
        bench.window()->resize(1600, 900);
        QCOMPARE(width(), offline);
        // What a page has to say takes nothing away from it, and it is there again after the window was small.
        bench.window()->workspace()->page(PageId::Badges)->setMinimumWidth(870);
        QCOMPARE(width(), offline);
        bench.window()->resize(1024, 700);
        QCOMPARE(width(), offline);
        bench.window()->resize(900, 700);
        const int narrow = width();
        bench.window()->workspace()->page(PageId::Badges)->setMinimumWidth(0);
        QCOMPARE(width(), narrow);
        bench.window()->resize(1280, 800);
        QCOMPARE(width(), offline);
    }

    void aRailThatWasMadeWiderStaysSo()
    {
        Bench bench;
        const auto splitter = [&bench] { return bench.window()->workspace()->findChild<QSplitter *>(); };
        QVERIFY(bench.workOffline());
        QCoreApplication::processEvents();
        splitter()->setSizes({230, 1050});
        const int wide = splitter()->sizes().first();
        QVERIFY(wide > kRailWidth);
        Q_EMIT splitter()->splitterMoved(wide, 1);
        bench.window()->resize(900, 700);
        QCoreApplication::processEvents();
        QVERIFY(splitter()->sizes().first() < kRailWidth);
        bench.window()->resize(1280, 800);
        QCoreApplication::processEvents();
        QCOMPARE(splitter()->sizes().first(), wide);
        bench.trouble.reset();
        Q_EMIT bench.window()->reconnectWanted();
        QTRY_VERIFY(bench.shell->forum() && !bench.isOffline());
        QCoreApplication::processEvents();
        QCOMPARE(splitter()->sizes().first(), wide);
    }
};

QTEST_MAIN(UiOfflineTest)
#include "ui_offline_test.moc"
