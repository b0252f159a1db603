// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell_bench.h"

#include "artwork/icon_store.h"
#include "artwork/picture_store.h"
#include "pictures.h"
#include "support/accessibility_walk.h"
#include "ui/badge_sets/import_store.h"
#include "ui/connections/connect_page.h"
#include "ui/shell/connection_button.h"
#include "ui/shell/opening_page.h"
#include "ui/shell/welcome_page.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// Opening forums, the ones that cannot be reached, and what is remembered of them.
class UiShellForumsTest : public QObject
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

    void aMissingKeyIsNotForgottenButAskedAgain()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.keychain.remove(u"g"_s);
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().value<OpenFailure>().wantsSecret);
        QVERIFY(!failed.first().first().value<OpenFailure>().details.isEmpty());
        QCOMPARE(bench.store.all().size(), 2);
        QVERIFY(unnamedControls(bench.window()).isEmpty());
        keepPicture(bench.window(), u"opening-failed"_s);
        bench.keychain.write(u"g"_s, Secret("a key that works"));
        Q_EMIT bench.window()->opening()->retried();
        QTRY_VERIFY(bench.shell->forum());
    }

    void aForumThatCannotBeOpenedLosesNoDraft()
    {
        ShellBench bench(m_theme.get());
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
        ShellBench bench(m_theme.get());
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
        keepPicture(bench.window(), u"opening-offline"_s);
        offline()->click();
        QTRY_VERIFY(bench.shell->forum());
        QVERIFY(bench.shell->forum()->isOffline());
        QCOMPARE(bench.window()->workspace()->pages(), (QList<PageId>{PageId::Badges, PageId::Grants, PageId::Scores, PageId::Ledger}));
        keepPicture(bench.window(), u"offline"_s);
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
        ShellBench bench(m_theme.get());
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
        ShellBench bench(m_theme.get());
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
        ShellBench bench(m_theme.get());
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
        ShellBench bench(m_theme.get());
        bench.settings.set(settings::kLastConnection, u"h"_s);
        bench.shell->start();
        QTRY_VERIFY(bench.shell->forum());
        QCOMPARE(bench.shell->forum()->connection().id, u"h"_s);
    }

    void theWindowShowsOnTheSampleForumWhenThatIsAsked()
    {
        ShellBench bench(m_theme.get());
        bench.settings.set(settings::kLastConnection, u"h"_s);
        bench.shell->start(u"sample"_s);
        QVERIFY(bench.window()->isVisible());
        QTRY_VERIFY(bench.shell->forum());
        QVERIFY(bench.shell->forum()->connection().isSample());
    }

    void theSampleForumOpensWithoutAKeychain()
    {
        ShellBench bench(m_theme.get());
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

    void savedForumsStandOnTheWelcomePage()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.keychain.remove(u"g"_s);
        QSignalSpy failed(bench.shell.get(), &Shell::openingFailed);
        bench.shell->openConnection(u"g"_s);
        QTRY_COMPARE(failed.size(), 1);
        Q_EMIT bench.window()->opening()->otherWanted();
        keepPicture(bench.window(), u"welcome-saved"_s);
        for (auto *button : bench.window()->welcome()->findChildren<QPushButton *>()) {
            if (button->text() == u"Help desk"_s && button->isVisible())
                button->click();
        }
        QTRY_VERIFY(bench.shell->forum());
        QCOMPARE(bench.shell->forum()->connection().id, u"h"_s);
    }

    void whatIsRememberedOfAForumGoesWithIt()
    {
        ShellBench bench(m_theme.get());
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
        ShellBench bench(m_theme.get());
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

    void renamingAForumShowsAtTheFoot()
    {
        ShellBench bench(m_theme.get());
        bench.window()->show();
        bench.open(u"g"_s);
        Connection renamed = *bench.store.byId(u"g"_s);
        renamed.name = u"Old friends"_s;
        bench.store.update(renamed);
        QCOMPARE(bench.window()->findChild<ConnectionButton *>()->text(), u"Old friends"_s);
        QCOMPARE(bench.window()->windowTitle(), u"Old friends (g.example): Badgewright"_s);
    }
};

QTEST_MAIN(UiShellForumsTest)
#include "ui_shell_forums_test.moc"
