// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/session_keychain.h"
#include "runs/run.h"
#include "support/fake_forum.h"
#include "support/fake_opener.h"
#include "support/manual_clock.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/badges/draft_store.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/shell.h"

#include <QAction>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace badgewright::test {

using namespace badgewright::ui;
using namespace Qt::StringLiterals;

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

/// The whole program on two forums, a Discourse `g` and an AnswerHub `h`, with pages that only remember.
struct ShellBench {
    QTemporaryDir dir;
    ManualClock clock;
    FakeOpener opener;
    ScriptedAskUser ask;
    keychain::SessionKeychain keychain;
    keychain::SessionKeychain session;
    ConnectionStore store{dir.filePath(u"connections.ini"_s)};
    Settings settings{dir.filePath(u"badgewright.ini"_s)};
    std::unique_ptr<runs::Ledger> ledger;
    std::unique_ptr<runs::RunCentre> runs;
    std::unique_ptr<Shell> shell;
    bool sampleFails = false;

    explicit ShellBench(Theme *theme)
    {
        ledger = std::move(*runs::Ledger::open(dir.filePath(u"ledger.sqlite"_s)));
        for (const auto &[id, name, kind] : {std::tuple{u"g"_s, u"Gardeners"_s, ForumKind::Discourse},
                                             std::tuple{u"h"_s, u"Help desk"_s, ForumKind::AnswerHub}}) {
            store.add({id, name, QUrl(u"https://%1.example"_s.arg(id)), kind, u"admin"_s,
                       id == u"g"_s ? u"#1e9e6a"_s : u"#b42318"_s, SafeMode::Ask, false});
            keychain.write(id, Secret("a key that works"));
        }
        opener.onOpen = [this](const Connection &connection, const Secret &) -> Result<ForumPtr> {
            auto forum = std::make_shared<FakeForum>(&clock, connection.kind);
            forum->theConnection = connection;
            forum->addAccount(u"bobby"_s);
            forum->addBadge(u"Apex"_s);
            return ForumPtr(forum);
        };
        start(theme);
    }

    /// The program of the last time has to have ended.
    void start(Theme *theme)
    {
        runs = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
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
    /// Runs under way stay where they are.
    void crash()
    {
        shell.reset();
        runs.reset();
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

} // namespace badgewright::test
