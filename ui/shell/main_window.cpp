// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "support/settings.h"
#include "ui/connections/connect_page.h"
#include "ui/kit/icon.h"
#include "ui/kit/theme.h"
#include "ui/shell/connection_button.h"
#include "ui/shell/help_dialogs.h"
#include "ui/shell/opening_page.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/welcome_page.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(const ConnectServices &connectServices, Settings *settings, Theme *theme, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_welcome(new WelcomePage(this))
    , m_opening(new OpeningPage(this))
    , m_connecting(new ConnectPage(connectServices, this))
    , m_menu(new QMenu(this))
    , m_appearance(new QMenu(tr("Appearance"), this))
{
    setWindowIcon(applicationIcon());
    setMinimumSize(880, 600);
    // The whole window, with its frame, on the screen that is there.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(8, 40)));
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_connecting);
    m_stack->addWidget(m_opening);
    setCentralWidget(m_stack);
    m_palette = new CommandPalette(this);
    makeActions();
    fillMenu();
    if (m_settings)
        restoreGeometry(m_settings->value(settings::kWindowGeometry));
    updateTitle();
}

MainWindow::~MainWindow()
{
    delete m_workspace;
}

void MainWindow::makeActions()
{
    const auto make = [this](const QString &text, const QString &iconName, const QKeySequence &keys, auto &&does) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, std::forward<decltype(does)>(does));
        addAction(action);
        return action;
    };
    m_refresh = make(tr("Refresh"), u"refresh"_s, QKeySequence(Qt::Key_F5), [this] {
        if (m_workspace && m_stack->currentWidget() == m_workspace)
            m_workspace->refresh();
    });
    m_reconnect = make(tr("Connect again"), u"refresh"_s, {}, [this] { Q_EMIT reconnectWanted(); });
    m_reconnect->setVisible(false);
    m_add = make(tr("Add a forum…"), u"plus"_s, {}, [this] { Q_EMIT addWanted(); });
    m_edit = make(tr("Edit this forum…"), u"pencil"_s, {}, [this] { Q_EMIT editWanted(); });
    m_remove = make(tr("Remove this forum…"), u"trash"_s, {}, [this] { Q_EMIT removeWanted(); });
    m_sample = make(tr("Sample forum"), u"shapes"_s, {}, [this] { Q_EMIT sampleWanted(); });
    m_commands = make(tr("Find a command…"), u"search"_s, QKeySequence(u"Ctrl+K"_s), [this] { openPalette(); });
    m_keys = make(tr("Keyboard shortcuts"), u"keyboard"_s, QKeySequence(u"Ctrl+?"_s), [this] { showKeys(); });
    m_about = make(tr("About Badgewright"), u"info"_s, {}, [this] { showAbout(); });
    m_quit = make(tr("Quit"), u"quit"_s, QKeySequence(u"Ctrl+Q"_s), [this] { Q_EMIT quitWanted(); });
    for (int i = 0; i < 5; ++i) {
        m_pageActions += make({}, u"badge"_s, QKeySequence(u"Alt+%1"_s.arg(i + 1)), [this, i] {
            if (m_workspace && i < m_workspace->pages().size()) {
                backToWorkspace();
                m_workspace->show(m_workspace->pages().at(i));
                m_workspace->takeFocus();
            }
        });
        m_pageActions.last()->setVisible(false);
    }
    const QList<std::pair<ThemeChoice, QString>> choices{{ThemeChoice::System, tr("Appearance: as the system")},
                                                         {ThemeChoice::Light, tr("Appearance: light")},
                                                         {ThemeChoice::Dark, tr("Appearance: dark")}};
    auto *group = new QActionGroup(this);
    for (const auto &[choice, text] : choices) {
        QAction *action = make(text, choice == ThemeChoice::Dark ? u"moon"_s : u"sun"_s, {}, [this, choice = choice] {
            if (m_theme)
                m_theme->setChoice(choice);
            if (m_settings)
                m_settings->set(settings::kTheme, themeChoiceName(choice));
        });
        action->setCheckable(true);
        action->setChecked(m_theme && m_theme->choice() == choice);
        group->addAction(action);
        m_themes += action;
    }
}

void MainWindow::fillMenu()
{
    m_menu->clear();
    if (m_reconnect->isVisible()) {
        m_menu->addAction(m_reconnect);
        m_menu->addSeparator();
    }
    for (QAction *action : std::as_const(m_forumActions))
        m_menu->addAction(action);
    m_menu->addAction(m_sample);
    m_menu->addSeparator();
    m_menu->addAction(m_add);
    m_menu->addAction(m_edit);
    m_menu->addAction(m_remove);
    m_menu->addSeparator();
    m_appearance->clear();
    for (QAction *action : std::as_const(m_themes))
        m_appearance->addAction(action);
    m_appearance->setIcon(icon(u"sun"_s));
    m_menu->addMenu(m_appearance);
    m_menu->addAction(m_commands);
    m_menu->addAction(m_keys);
    m_menu->addAction(m_about);
    m_menu->addSeparator();
    m_menu->addAction(m_quit);
}

void MainWindow::fillForums(const QList<Connection> &connections, const QString &currentId)
{
    m_welcome->setForums(connections);
    qDeleteAll(m_forumActions);
    m_forumActions.clear();
    for (const Connection &connection : connections) {
        auto *action = new QAction(QIcon(colourDot(connection.colour, 16, devicePixelRatioF())), connection.name, this);
        action->setToolTip(connection.address());
        action->setEnabled(connection.id != currentId);
        connect(action, &QAction::triggered, this, [this, id = connection.id] { Q_EMIT connectionChosen(id); });
        m_forumActions += action;
    }
    const bool saved = std::any_of(connections.cbegin(), connections.cend(),
                                   [&](const Connection &connection) { return connection.id == currentId; });
    m_edit->setEnabled(saved);
    m_remove->setEnabled(saved);
    m_sample->setEnabled(currentId != u"sample"_s);
    fillMenu();
    updateTitle();
}

void MainWindow::showWelcome()
{
    m_stack->setCurrentWidget(m_welcome);
    m_welcome->setFocus();
    updateTitle();
}

void MainWindow::showConnecting()
{
    m_stack->setCurrentWidget(m_connecting);
    updateTitle();
}

void MainWindow::showOpening()
{
    m_stack->setCurrentWidget(m_opening);
    updateTitle();
}

void MainWindow::showWorkspace(Workspace *workspace)
{
    delete m_workspace;
    m_workspace = workspace;
    for (int i = 0; i < m_pageActions.size(); ++i) {
        const bool there = workspace && i < workspace->pages().size();
        m_pageActions.at(i)->setVisible(there);
        if (there) {
            m_pageActions.at(i)->setText(workspace->titleOf(workspace->pages().at(i)));
            m_pageActions.at(i)->setIcon(icon(workspace->iconOf(workspace->pages().at(i))));
        }
    }
    m_refresh->setEnabled(workspace != nullptr);
    m_reconnect->setVisible(workspace && workspace->isOffline());
    if (workspace) {
        m_stack->addWidget(workspace);
        workspace->setConnectionMenu(m_menu);
        m_stack->setCurrentWidget(workspace);
    }
    updateTitle();
}

bool MainWindow::backToWorkspace()
{
    if (!m_workspace)
        return false;
    m_stack->setCurrentWidget(m_workspace);
    updateTitle();
    return true;
}

void MainWindow::openPalette()
{
    QList<CommandPalette::Entry> entries;
    if (m_workspace && m_stack->currentWidget() == m_workspace) {
        if (m_workspace->isOffline())
            entries += {m_reconnect, tr("Forums"), true};
        entries += m_workspace->commands();
        entries += {m_refresh, m_workspace->titleOf(m_workspace->current())};
        for (QAction *action : std::as_const(m_pageActions))
            entries += {action, tr("Go to")};
    }
    for (QAction *action : std::as_const(m_forumActions))
        entries += {action, tr("Forums")};
    for (QAction *action : {m_sample, m_add, m_edit, m_remove})
        entries += {action, tr("Forums")};
    for (QAction *action : std::as_const(m_themes))
        entries += {action, tr("Window")};
    for (QAction *action : {m_keys, m_about, m_quit})
        entries += {action, tr("Program")};
    m_palette->open(entries);
}

void MainWindow::updateTitle()
{
    QString what;
    if (m_stack->currentWidget() == m_connecting)
        what = tr("Connect a forum");
    else if (m_workspace && m_stack->currentWidget() == m_workspace)
        what = tr("%1 (%2)").arg(m_workspace->name(), m_workspace->context().address());
    setWindowTitle(what.isEmpty() ? u"Badgewright"_s : tr("%1: Badgewright").arg(what));
}

void MainWindow::showAbout()
{
    showAboutDialog(this);
}

void MainWindow::showKeys()
{
    QList<QAction *> all = actions();
    if (m_workspace) {
        const QList<CommandPalette::Entry> entries = m_workspace->commands();
        for (const CommandPalette::Entry &entry : entries)
            all.append(entry.action);
    }
    showShortcutsDialog(this, all);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_settings)
        m_settings->set(settings::kWindowGeometry, saveGeometry());
    if (m_mayClose) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT closeWanted();
}

} // namespace badgewright::ui
