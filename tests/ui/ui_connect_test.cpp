// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/session_keychain.h"
#include "pictures.h"
#include "support/accessibility_walk.h"
#include "support/fake_forum.h"
#include "support/fake_opener.h"
#include "support/manual_clock.h"
#include "support/scripted_ask_user.h"
#include "ui/connections/ability_card.h"
#include "ui/connections/colour_picker.h"
#include "ui/connections/connect_page.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"
#include "ui/shell/welcome_page.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A keychain that says no, as a locked one does.
class RefusingKeychain final : public keychain::Keychain
{
public:
    Call<Done> *write(const QString &, const Secret &) override
    {
        return settledCall<Done>(this, fail(ErrorKind::Keychain, u"The keychain is locked."_s));
    }
    Call<keychain::Reading> *read(const QString &) override
    {
        return settledCall<keychain::Reading>(this, keychain::Reading{keychain::Reading::State::NotFound, {}, {}});
    }
    Call<keychain::Removal> *remove(const QString &) override
    {
        return settledCall<keychain::Removal>(this, fail(ErrorKind::Keychain, u"The keychain is locked."_s));
    }
    bool isLasting() const override { return true; }
};

constexpr auto kKey = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

} // namespace

class UiConnectTest : public QObject
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
        RefusingKeychain refusing;
        ConnectionStore store{dir.filePath(u"connections.ini"_s)};
        ForumKind kind = ForumKind::Discourse;
        bool plainHttp = false;
        std::unique_ptr<ConnectPage> page;

        explicit Bench(bool refuses = false)
        {
            opener.onProbe = [this](const QString &address) -> Result<SiteProbe> {
                if (address == u"nowhere.example"_s)
                    return fail(ErrorKind::Network, u"Host not found"_s);
                if (address == u"shop.example"_s)
                    return fail(ErrorKind::Unreadable);
                if (address == u"expired.example"_s)
                    return fail(ErrorKind::Tls, u"The certificate has expired"_s);
                SiteProbe probe;
                probe.kind = kind;
                probe.base = QUrl((plainHttp ? u"http://"_s : u"https://"_s) + address);
                probe.title = u"Gardeners"_s;
                probe.version = kind == ForumKind::Discourse ? u"3.5.0"_s : QString();
                probe.people = 4112;
                probe.plainHttp = plainHttp;
                return probe;
            };
            opener.onOpen = [this](const Connection &connection, const Secret &secret) -> Result<ForumPtr> {
                if (secret.reveal() != kKey)
                    return fail(ErrorKind::Unauthorised);
                auto forum = std::make_shared<test::FakeForum>(&clock, connection.kind);
                forum->theConnection = connection;
                forum->theSite.actingUser = u"admin"_s;
                forum->abilities = Capabilities();
                for (const Ability a : {Ability::CreateBadges, Ability::UpdateBadges, Ability::DeleteBadges, Ability::Grant, Ability::Revoke})
                    forum->abilities.allow(a);
                forum->abilities.allow(Ability::UploadPictures, u"PNG, JPEG, WebP up to 4 MB; SVG is not allowed here"_s);
                forum->abilities.deny(Ability::ListHolders, u"Needs a global key: no narrower scope exists"_s);
                for (const Ability a : {Ability::ReadScores, Ability::WriteScores, Ability::Recalculate, Ability::ReadLeaderboards})
                    forum->abilities.deny(a, u"Needs a global key."_s);
                return ForumPtr(forum);
            };
            ConnectServices services;
            services.opener = &opener;
            services.keychain = refuses ? static_cast<keychain::Keychain *>(&refusing) : &keychain;
            services.session = &session;
            services.store = &store;
            services.ask = &ask;
            services.gateFor = [](const Connection &) { return nullptr; };
            page = std::make_unique<ConnectPage>(services);
            page->resize(1280, 766);
            page->show();
        }

        QWidget *labelled(const QString &text) const
        {
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->buddy() && label->text() == text)
                    return label->buddy();
            }
            return nullptr;
        }
        QLineEdit *field(const QString &text) const { return qobject_cast<QLineEdit *>(labelled(text)); }
        QPushButton *button(const QString &start) const
        {
            for (auto *one : page->findChildren<QPushButton *>()) {
                if (one->text().startsWith(start) && one->isVisibleTo(page.get()))
                    return one;
            }
            return nullptr;
        }
        bool says(const QString &part) const
        {
            for (const QLabel *label : page->findChildren<QLabel *>()) {
                if (label->isVisibleTo(page.get()) && label->text().contains(part))
                    return true;
            }
            return false;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("BADGEWRIGHT_THEME");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
    }

    void addsAForumWhoseKeyWorks()
    {
        Bench bench;
        QSignalSpy saved(bench.page.get(), &ConnectPage::saved);
        bench.page->begin(u"forum.example"_s);
        QTRY_VERIFY(bench.says(u"Connect forum.example"_s));
        QVERIFY(bench.says(u"Discourse 3.5.0 · “Gardeners” · 4,112 people"_s));
        QCOMPARE(bench.field(u"Name and colour"_s)->text(), u"Gardeners"_s);
        QVERIFY(bench.opener.secrets.isEmpty());
        QVERIFY(!bench.button(u"Add"_s)->isEnabled());
        bench.field(u"Act as"_s)->setText(u"admin"_s);
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.says(u"List holders of a badge"_s));
        QVERIFY(bench.says(u"Create, change and delete badges"_s));
        QVERIFY(bench.says(u"Needs a global key: no narrower scope exists"_s));
        QCOMPARE(test::unnamedControls(bench.page.get()), QStringList());
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            QCoreApplication::processEvents();
            test::keepPicture(bench.page.get(), u"connect-"_s + themeChoiceName(choice));
        }
        m_theme->setChoice(ThemeChoice::Light);
        auto *safe = qobject_cast<QComboBox *>(bench.labelled(u"Before anything is changed"_s));
        safe->setCurrentIndex(1);
        QCOMPARE(bench.button(u"Add"_s)->text(), u"Add forum.example"_s);
        bench.button(u"Add"_s)->click();
        QTRY_COMPARE(saved.size(), 1);
        const Connection connection = bench.store.all().value(0);
        QCOMPARE(connection.id, saved.first().first().toString());
        QCOMPARE(connection.base, QUrl(u"https://forum.example"_s));
        QCOMPARE(connection.user, u"admin"_s);
        QCOMPARE(connection.safeMode, SafeMode::AskTyped);
        const auto *read = bench.keychain.read(connection.id);
        QSignalSpy settled(read, &PendingCall::settled);
        QTRY_COMPARE(settled.size(), 1);
        QDirIterator files(bench.dir.path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(kKey), qPrintable(file.fileName()));
        }
    }

    void saysWhatIsWrongWithTheAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nobody") << u"nowhere.example"_s << u"Nobody answers at nowhere.example."_s;
        QTest::newRow("no forum") << u"shop.example"_s << u"neither a Discourse nor an AnswerHub forum"_s;
        QTest::newRow("certificate") << u"expired.example"_s << u"cannot be trusted"_s;
    }
    void saysWhatIsWrongWithTheAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, sentence);
        Bench bench;
        bench.page->begin({});
        bench.field(u"API key"_s)->setText(u"typed before"_s);
        bench.field(u"Address"_s)->setText(address);
        QTRY_VERIFY(bench.says(sentence));
        test::keepPicture(bench.page.get(), u"connect-wrong-"_s + address);
        // Nothing typed is lost, and no key was shown to anybody.
        QCOMPARE(bench.field(u"API key"_s)->text(), u"typed before"_s);
        QVERIFY(bench.opener.opened.isEmpty());
    }

    void aWrongKeyIsSaidAndCanBeCorrected()
    {
        Bench bench;
        bench.page->begin(u"forum.example"_s);
        bench.field(u"Act as"_s)->setText(u"admin"_s);
        bench.field(u"API key"_s)->setText(u"wrong"_s);
        QTRY_VERIFY(bench.says(u"forum.example does not accept this key."_s));
        QVERIFY(bench.says(u"“admin”"_s));
        QVERIFY(!bench.button(u"Add"_s)->isEnabled());
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
    }

    void answerHubWantsNameAndPassword()
    {
        Bench bench;
        bench.kind = ForumKind::AnswerHub;
        bench.page->begin(u"answers.example"_s);
        QTRY_VERIFY(bench.field(u"Password"_s));
        bench.field(u"Password"_s)->setText(QString::fromLatin1(kKey));
        QTest::keyClick(bench.field(u"Password"_s), Qt::Key_Return);
        QVERIFY(bench.opener.opened.isEmpty());
        bench.field(u"Name"_s)->setText(u"ada"_s);
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
        QCOMPARE(bench.opener.opened.last().user, u"ada"_s);
    }

    void plainHttpWantsATypedYesBeforeTheKeyLeaves()
    {
        Bench bench;
        bench.plainHttp = true;
        bench.page->begin(u"forum.lan"_s);
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.says(u"forum.lan does not encrypt."_s));
        QVERIFY(bench.opener.opened.isEmpty());
        bench.ask.nextYes = true;
        bench.button(u"Use it anyway"_s)->click();
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
        QCOMPARE(bench.ask.confirmed.value(0).typed, u"forum.lan"_s);
        QVERIFY(bench.opener.opened.first().plainHttpAccepted);
        // The yes was for that address alone.
        bench.field(u"Address"_s)->setText(u"other.lan"_s);
        QTRY_VERIFY(bench.says(u"other.lan does not encrypt."_s));
        QCOMPARE(bench.opener.opened.size(), 1);
    }

    void withoutAKeychainTheKeyCanBeUsedForThisSession()
    {
        Bench bench(true);
        QSignalSpy saved(bench.page.get(), &ConnectPage::saved);
        bench.page->begin(u"forum.example"_s);
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
        bench.button(u"Add"_s)->click();
        QTRY_VERIFY(bench.says(u"The keychain is locked."_s));
        QVERIFY(bench.store.all().isEmpty());
        QCOMPARE(bench.field(u"API key"_s)->text(), QString::fromLatin1(kKey));
        test::keepPicture(bench.page.get(), u"connect-keychain"_s);
        bench.button(u"For this session only"_s)->click();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(bench.store.all().size(), 1);
    }

    void calledOffWhileTheKeychainWaits()
    {
        Bench bench;
        QSignalSpy saved(bench.page.get(), &ConnectPage::saved);
        bench.page->begin(u"forum.example"_s);
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
        bench.button(u"Add"_s)->click(); // the keychain answers from the event loop
        bench.button(u"Cancel"_s)->click();
        bench.page->begin(u"other.example"_s);
        QTRY_VERIFY(bench.says(u"Connect other.example"_s));
        QVERIFY(saved.isEmpty());
        QVERIFY(bench.store.all().isEmpty());
        QCOMPARE(bench.field(u"API key"_s)->text(), QString());
    }

    void twoForumsCannotHaveOneName()
    {
        Bench bench;
        bench.store.add({u"x"_s, u"gardeners"_s, QUrl(u"https://x.example"_s), ForumKind::Discourse, {}, {}, SafeMode::Ask, false});
        bench.page->begin(u"forum.example"_s);
        bench.field(u"API key"_s)->setText(QString::fromLatin1(kKey));
        QTRY_VERIFY(bench.button(u"Add"_s)->isEnabled());
        bench.button(u"Add"_s)->click();
        QVERIFY(bench.says(u"There is a forum called Gardeners already."_s));
        QCOMPARE(bench.store.all().size(), 1);
    }

    void aSavedForumIsRenamedWhileItIsAway()
    {
        Bench bench;
        const Connection known{u"x"_s, u"Gardeners"_s, QUrl(u"https://x.example"_s), ForumKind::Discourse, u"admin"_s,
                               u"#b42318"_s, SafeMode::Ask, false};
        bench.store.add(known);
        QSignalSpy saved(bench.page.get(), &ConnectPage::saved);
        bench.page->edit(known);
        QTRY_VERIFY(bench.says(u"The saved key was not found."_s));
        QVERIFY(bench.opener.probed.isEmpty());
        QVERIFY(bench.field(u"Address"_s)->isReadOnly());
        QCOMPARE(bench.page->findChild<ColourPicker *>()->colour(), u"#b42318"_s);
        bench.field(u"Name and colour"_s)->setText(u"Old friends"_s);
        bench.button(u"Save"_s)->click();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(bench.store.byId(u"x"_s)->name, u"Old friends"_s);
        QCOMPARE(bench.store.byId(u"x"_s)->base, known.base);
    }

    void theStoredKeyShowsWhatItMayDo()
    {
        Bench bench;
        const Connection known{u"x"_s, u"Gardeners"_s, QUrl(u"https://x.example"_s), ForumKind::Discourse, u"admin"_s, {}, SafeMode::Ask, false};
        bench.store.add(known);
        bench.keychain.write(u"x"_s, Secret(kKey));
        bench.page->edit(known);
        QTRY_VERIFY(bench.says(u"Grant and revoke"_s));
        QVERIFY(bench.field(u"API key"_s)->text().isEmpty());
    }

    void removingAsksAndNeverForgetsTheKeySilently()
    {
        Bench bench(true);
        const Connection known{u"x"_s, u"Gardeners"_s, QUrl(u"https://x.example"_s), ForumKind::Discourse, u"admin"_s, {}, SafeMode::Ask, false};
        bench.store.add(known);
        QSignalSpy removed(bench.page.get(), &ConnectPage::removed);
        bench.page->edit(known);
        bench.button(u"Remove"_s)->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.store.all().size(), 1);
        bench.ask.nextYes = true;
        bench.button(u"Remove"_s)->click();
        QTRY_VERIFY(bench.says(u"could not be taken out of the keychain"_s));
        QCOMPARE(bench.store.all().size(), 1);
        bench.button(u"Remove the connection anyway"_s)->click();
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(bench.store.all().isEmpty());
    }

    void theWelcomePageIsCalmAndNamed()
    {
        WelcomePage page;
        page.resize(1280, 766);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCOMPARE(test::unnamedControls(&page), QStringList());
        QSignalSpy entered(&page, &WelcomePage::addressEntered);
        QTest::keyClicks(page.findChild<QLineEdit *>(), u" forum.example "_s);
        QTest::keyClick(page.findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(entered.value(0).value(0).toString(), u"forum.example"_s);
        page.findChild<QLineEdit *>()->clear();
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            QCoreApplication::processEvents();
            test::keepPicture(&page, u"welcome-"_s + themeChoiceName(choice));
        }
        m_theme->setChoice(ThemeChoice::Light);
    }
};

QTEST_MAIN(UiConnectTest)
#include "ui_connect_test.moc"
