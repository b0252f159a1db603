// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "artwork/icon_store.h"
#include "artwork/picture_store.h"
#include "forum/offline_forum.h"
#include "runs/run.h"
#include "support/clock.h"
#include "support/settings.h"
#include "ui/badge_sets/import_store.h"
#include "ui/badges/draft_store.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"
#include "ui/shell/opening_page.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/welcome_page.h"
#include "ui/words/error_words.h"

namespace badgewright::ui {

using namespace Qt::StringLiterals;

Shell::Shell(const ShellServices &services, QObject *parent) : QObject(parent), m_services(services)
{
    if (!m_services.makePage)
        m_services.makePage = makePage;
    ConnectServices connecting;
    connecting.opener = m_services.opener;
    connecting.keychain = m_services.keychain;
    connecting.session = m_services.session;
    connecting.store = m_services.connections;
    connecting.ask = m_services.ask;
    connecting.gateFor = m_services.gateFor;
    connecting.formerId = [runs = m_services.runs](const Connection &connection) {
        return runs && runs->ledger() ? runs->ledger()->forumIdOf(connection.address(), connection.kind) : QString();
    };
    connecting.lostWith = [folder = m_services.drafts](const QString &id) {
        QStringList lost;
        if (const int kept = DraftStore(folder, id).count())
            lost << tr("%n badge(s) that you have not published are lost with it.", nullptr, kept);
        if (const int badges = ImportStore(folder, id).look().badges)
            lost << tr("An import of %n badge(s) that is not finished is lost with it.", nullptr, badges);
        return lost.join(u' ');
    };
    m_window = std::make_unique<MainWindow>(connecting, m_services.settings, m_services.theme);
    connectWindow();
}

Shell::~Shell()
{
    if (m_opening)
        m_opening->cancel();
}

void Shell::connectWindow()
{
    connect(m_window->welcome(), &WelcomePage::addressEntered, this, &Shell::addForum);
    connect(m_window->welcome(), &WelcomePage::forumChosen, this, &Shell::openConnection);
    connect(m_window->welcome(), &WelcomePage::sampleWanted, this, &Shell::openSample);
    connect(m_window.get(), &MainWindow::connectionChosen, this, &Shell::openConnection);
    connect(m_window.get(), &MainWindow::addWanted, this, [this] { addForum({}); });
    connect(m_window.get(), &MainWindow::editWanted, this, &Shell::editForum);
    connect(m_window.get(), &MainWindow::removeWanted, this, [this] {
        editForum();
        m_window->connecting()->askToRemove();
    });
    connect(m_window.get(), &MainWindow::sampleWanted, this, &Shell::openSample);
    connect(m_window.get(), &MainWindow::reconnectWanted, this, &Shell::reconnect);
    connect(m_window.get(), &MainWindow::quitWanted, this, &Shell::quit);
    connect(m_window.get(), &MainWindow::closeWanted, this, &Shell::quit);
    connect(m_window->connecting(), &ConnectPage::cancelled, this, &Shell::leaveConnecting);
    connect(m_window->connecting(), &ConnectPage::saved, this, [this](const QString &id, bool signsInAnew) {
        // The form is done with: should changes keep the person from the forum they saved, they are where the changes are.
        const bool isOpen = m_forum && m_forum->connection().id == id;
        if (!m_window->backToWorkspace() || signsInAnew || !isOpen)
            openConnection(id);
    });
    connect(m_window->connecting(), &ConnectPage::removed, this, [this](const QString &id) {
        if (m_forum && m_forum->connection().id == id) {
            m_forum.reset();
            m_window->showWorkspace(nullptr);
        }
        m_services.settings->forgetForum(id);
        DraftStore(m_services.drafts, id).removeAll();
        artwork::IconStore(m_services.icons, id).removeAll();
        artwork::PictureStore(m_services.pictures, id).removeAll();
        connectionsChanged();
        if (!m_window->backToWorkspace())
            showWelcome();
    });
    connect(m_window->opening(), &OpeningPage::retried, this, [this] { openConnection(m_wanted.id); });
    connect(m_window->opening(), &OpeningPage::editWanted, this, [this] {
        m_window->connecting()->edit(m_wanted);
        m_window->connecting()->focusSecret();
        m_window->showConnecting();
    });
    connect(m_window->opening(), &OpeningPage::offlineWanted, this, &Shell::workOffline);
    connect(m_window->opening(), &OpeningPage::otherWanted, this, [this] {
        if (!m_window->backToWorkspace())
            showWelcome();
    });
    connect(m_window->opening(), &OpeningPage::cancelled, this, [this] {
        if (m_opening)
            m_opening->cancel();
        if (!m_window->backToWorkspace())
            showWelcome();
    });
    connect(m_services.connections, &ConnectionStore::changed, this, &Shell::connectionsChanged);
    connectionsChanged();
}

void Shell::start(const QString &wanted)
{
    m_window->show();
    const QString last = wanted.isEmpty() ? m_services.settings->value(settings::kLastConnection) : wanted;
    if (last == u"sample"_s || m_services.connections->byId(last))
        openConnection(last);
    else if (!m_services.connections->all().isEmpty())
        openConnection(m_services.connections->all().first().id);
    else
        showWelcome();
}

void Shell::showWelcome()
{
    m_window->showWelcome();
}

void Shell::addForum(const QString &address)
{
    m_window->connecting()->begin(address);
    m_window->showConnecting();
}

void Shell::editForum()
{
    if (!m_forum)
        return;
    if (const auto connection = m_services.connections->byId(m_forum->connection().id)) {
        m_window->connecting()->edit(*connection);
        m_window->showConnecting();
    }
}

void Shell::leaveConnecting()
{
    if (!m_window->backToWorkspace())
        showWelcome();
}

void Shell::openConnection(const QString &id)
{
    if (id == u"sample"_s) {
        openSample();
        return;
    }
    const std::optional<Connection> connection = m_services.connections->byId(id);
    if (!connection)
        return;
    unlessUnsaved(tr("Go to %1").arg(connection->name), [this, connection = *connection] { open(connection, std::nullopt); });
}

void Shell::reconnect()
{
    if (m_forum)
        openConnection(m_forum->connection().id);
}

void Shell::openSample()
{
    unlessUnsaved(tr("Go to the sample forum"), [this] {
        const Result<SampleDoor> door = m_services.openSample();
        if (door) {
            open(door->connection, door->secret);
            return;
        }
        m_wanted = Connection();
        m_wanted.id = u"sample"_s;
        m_wanted.name = tr("The sample forum");
        const words::ErrorWords said = words::describe(door.error(), m_wanted.name);
        showFailure({said.happened, QStringList{said.why, said.todo}.join(u' ').trimmed(), true, false});
    });
}

void Shell::open(const Connection &connection, const std::optional<Secret> &secret)
{
    if (m_opening)
        m_opening->cancel();
    m_wanted = connection;
    m_opening = new OpenForum(m_services.opener, {m_services.session, m_services.keychain}, m_services.gateFor(connection),
                              connection, this);
    connect(m_opening, &OpenForum::stateChanged, this, [this, opening = m_opening.data()] {
        if (opening->state() == OpenForum::State::ReadingSecret)
            m_window->opening()->showOpening(opening->connection(), tr("Reading the keychain…"));
        else if (opening->state() == OpenForum::State::SigningIn)
            m_window->opening()->showOpening(opening->connection(), tr("Signing in and finding out what may be done…"));
    });
    connect(m_opening, &OpenForum::opened, this, [this](const ForumPtr &forum) { enter(forum); });
    connect(m_opening, &OpenForum::failed, this, &Shell::showFailure);
    m_window->showOpening();
    if (secret)
        m_opening->start(*secret);
    else
        m_opening->start();
}

void Shell::showFailure(const OpenFailure &failure)
{
    OpenFailure said = failure;
    QStringList details{failure.details};
    if (const int kept = DraftStore(m_services.drafts, m_wanted.id).count(); kept > 0)
        details << tr("%n badge(s) that you have not published are kept on this computer.", nullptr, kept);
    if (const int badges = ImportStore(m_services.drafts, m_wanted.id).look().badges; badges > 0)
        details << tr("An import of %n badge(s) that is not finished is kept on this computer.", nullptr, badges);
    details.removeAll(QString());
    said.details = details.join(u' ');
    m_unopened = failure.why;
    m_window->opening()->showFailure(m_wanted, said, mayWorkOffline());
    m_window->showOpening();
    Q_EMIT openingFailed(failure);
}

bool Shell::mayWorkOffline() const
{
    if (!m_unopened)
        return false;
    if (DraftStore(m_services.drafts, m_wanted.id).readCatalogue())
        return true;
    // What was done there can be read all the same.
    runs::RunFilter here;
    here.forumId = m_wanted.id;
    here.limit = 1;
    const Result<QList<runs::RunSummary>> found = m_services.runs ? m_services.runs->ledger()->runs(here) : QList<runs::RunSummary>();
    return found && !found->isEmpty();
}

void Shell::workOffline()
{
    if (!m_unopened)
        return;
    const auto remembered = DraftStore(m_services.drafts, m_wanted.id).readCatalogue();
    enter(std::make_shared<OfflineForum>(m_wanted, *m_unopened, remembered.has_value()), remembered ? remembered->readAt : QDateTime());
}

void Shell::enter(const ForumPtr &forum, const QDateTime &badgesReadAt)
{
    // The old workspace goes first: its pages look at the old forum.
    m_window->showWorkspace(nullptr);
    m_forum = forum;
    PageContext context;
    context.forum = forum;
    context.runs = m_services.runs;
    context.clock = m_services.clock;
    context.settings = m_services.settings;
    context.ask = m_services.ask;
    context.connections = m_services.connections;
    context.designs = m_services.designs;
    context.icons = m_services.icons;
    context.pictures = m_services.pictures;
    context.badgesReadAt = badgesReadAt;
    context.web = m_services.web;
    context.drafts = m_services.drafts;
    auto *workspace = new Workspace(context, m_services.makePage);
    connect(workspace, &Workspace::otherForumWanted, this, [this](const QString &id) {
        m_services.settings->set(settings::kLastPage, pageName(PageId::Ledger));
        openConnection(id);
    });
    connect(workspace, &Workspace::reconnectWanted, this, &Shell::reconnect);
    connect(workspace, &Workspace::currentChanged, this,
            [this](PageId page) { m_services.settings->set(settings::kLastPage, pageName(page)); });
    const QString lastPage = m_services.settings->value(settings::kLastPage);
    m_window->showWorkspace(workspace);
    m_services.settings->set(settings::kLastConnection, forum->connection().id);
    connectionsChanged();
    PageId first = workspace->pages().first();
    for (const PageId page : workspace->pages()) {
        if (pageName(page) == lastPage)
            first = page;
    }
    workspace->show(first);
    workspace->takeFocus();
    Q_EMIT forumOpened(forum);
}

void Shell::connectionsChanged()
{
    const QString current = m_forum ? m_forum->connection().id : QString();
    if (m_window->workspace()) {
        if (const auto connection = m_services.connections->byId(current))
            m_window->workspace()->setConnection(*connection);
    }
    m_window->fillForums(m_services.connections->all(), current);
}

void Shell::unlessUnsaved(const QString &what, std::function<void()> goOn)
{
    if (!m_window->workspace() || !m_window->workspace()->hasUnsaved()) {
        goOn();
        return;
    }
    Question question;
    question.title = tr("Leave changes behind?");
    question.consequence = tr("Something on %1 is not finished or not applied, and would be lost. What is kept on this computer stays.")
                               .arg(m_forum->connection().address());
    question.yes = what;
    question.danger = true;
    question.no = tr("Stay");
    m_services.ask->confirm(m_window.get(), question, [goOn = std::move(goOn)](bool yes) {
        if (yes)
            goOn();
    });
}

QList<int> Shell::runsUnderWay() const
{
    QList<int> ids;
    if (!m_services.runs)
        return ids;
    for (const runs::Run *run : m_services.runs->active()) {
        if (run->state() == runs::RunState::Running || run->state() == runs::RunState::Stopping)
            ids += run->id();
    }
    return ids;
}

void Shell::quit()
{
    if (m_quitting)
        return;
    unlessUnsaved(tr("Quit"), [this] {
        const QList<int> running = runsUnderWay();
        if (running.isEmpty()) {
            stopRunsAndFinish();
            return;
        }
        Question question;
        question.title = running.size() == 1 ? tr("Quit while run %1 is under way?").arg(running.first())
                                             : tr("Quit while %n run(s) are under way?", nullptr, int(running.size()));
        question.consequence = tr("It stops after the step that is under way, and can be resumed from the ledger at the next start. "
                                  "Nothing is done twice and nothing is lost.");
        question.yes = tr("Stop and quit");
        question.no = tr("Keep running");
        m_services.ask->confirm(m_window.get(), question, [this](bool yes) {
            if (yes)
                stopRunsAndFinish();
        });
    });
}

void Shell::stopRunsAndFinish()
{
    m_quitting = true;
    if (m_services.runs) {
        const QList<int> running = runsUnderWay();
        for (const int id : running) {
            runs::Run *run = m_services.runs->find(id);
            connect(run, &runs::Run::stateChanged, this, &Shell::finishWhenStill);
            run->stopAfterCurrent();
        }
    }
    finishWhenStill();
    // An answer that never comes keeps nobody from leaving: the ledger knows the step was under way.
    m_services.clock->after(std::chrono::seconds(10), this, [this] {
        if (m_quitting)
            finish();
    });
}

void Shell::finishWhenStill()
{
    if (!m_quitting || !runsUnderWay().isEmpty())
        return;
    finish();
}

void Shell::finish()
{
    m_quitting = false;
    m_services.settings->sync();
    m_window->allowClosing();
    Q_EMIT finished();
}

} // namespace badgewright::ui
