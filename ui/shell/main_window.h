// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_palette.h"
#include "ui/shell/page.h"

#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace badgewright::ui {

class ConnectPage;
class OpeningPage;
class Theme;
class WelcomePage;
class Workspace;
struct ConnectServices;

/// The window: one of welcome, connecting, opening, or a forum's workspace; the menu of forums and the keys that work
/// everywhere. It decides nothing: Shell does.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const ConnectServices &connect, Settings *settings, Theme *theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    WelcomePage *welcome() const { return m_welcome; }
    OpeningPage *opening() const { return m_opening; }
    ConnectPage *connecting() const { return m_connecting; }
    Workspace *workspace() const { return m_workspace; }

    void showWelcome();
    void showConnecting();
    void showOpening();
    /// Takes it over; the one before is deleted.
    void showWorkspace(Workspace *workspace);
    /// Back from connecting to the forum that is open; false: none is.
    bool backToWorkspace();
    void openPalette();
    /// From now on closing closes.
    void allowClosing() { m_mayClose = true; }

    void fillForums(const QList<Connection> &connections, const QString &currentId);

Q_SIGNALS:
    void connectionChosen(const QString &id);
    void addWanted();
    void editWanted();
    void removeWanted();
    void sampleWanted();
    void reconnectWanted(); ///< of the forum that one works without
    void quitWanted();
    /// The person closes the window; Shell decides whether it may.
    void closeWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void fillMenu();
    void showAbout();
    void showKeys();
    void updateTitle();

    bool m_mayClose = false;
    Settings *m_settings;
    Theme *m_theme;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    OpeningPage *m_opening;
    ConnectPage *m_connecting;
    Workspace *m_workspace = nullptr;
    CommandPalette *m_palette;
    QMenu *m_menu;
    QMenu *m_appearance;
    QList<QAction *> m_forumActions;
    QList<QAction *> m_pageActions; ///< Alt+1 …
    QAction *m_refresh;
    QAction *m_reconnect; ///< visible while one works without the forum
    QAction *m_add;
    QAction *m_edit;
    QAction *m_remove;
    QAction *m_sample;
    QAction *m_commands;
    QAction *m_keys;
    QAction *m_about;
    QAction *m_quit;
    QList<QAction *> m_themes;
};

} // namespace badgewright::ui
