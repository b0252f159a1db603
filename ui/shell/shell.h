// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection_store.h"
#include "forum/forum.h"
#include "keychain/keychain.h"
#include "ui/connections/connect_page.h"
#include "ui/shell/open_forum.h"
#include "ui/shell/workspace.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace badgewright {
class Clock;
class Settings;
namespace runs {
class RunCentre;
}
} // namespace badgewright

namespace badgewright::ui {

class AskUser;
class MainWindow;
class Theme;

/// How to come into the sample forum: its connection (id "sample") and its key, once it runs.
struct SampleDoor {
    Connection connection;
    Secret secret;
};

/// Everything the window needs from the program around it. All pointers outlive the shell.
struct ShellServices {
    ForumOpener *opener = nullptr;
    keychain::Keychain *keychain = nullptr;
    keychain::Keychain *session = nullptr; ///< forgets everything when the program ends
    runs::RunCentre *runs = nullptr;
    Settings *settings = nullptr;
    ConnectionStore *connections = nullptr;
    Clock *clock = nullptr;
    AskUser *ask = nullptr;
    Theme *theme = nullptr;                        ///< may be null: then the appearance cannot be chosen
    std::function<RequestGate *(const Connection &)> gateFor;
    std::function<Result<SampleDoor>()> openSample; ///< starts it when it does not run yet
    QString designs = {};                          ///< the folder that designs of badges are kept in
    WebPictures *web = nullptr;                    ///< null: nothing is fetched from the web
    QString icons = {};                            ///< the folder that icons of forums are kept in; may be emptied
    QString pictures = {};                         ///< the same of badge pictures
    QString drafts = {};                           ///< the folder that unpublished badges are kept in
    MakePage makePage;                              ///< empty: the pages of this program
};

/// Owns the window and decides what it shows: which forum is open, what happens on switching, closing and quitting.
class Shell : public QObject
{
    Q_OBJECT

public:
    explicit Shell(const ShellServices &services, QObject *parent = nullptr);
    ~Shell() override;

    MainWindow *window() const { return m_window.get(); }
    /// The forum that is open; null: none.
    ForumPtr forum() const { return m_forum; }

    /// Shows the window, with this forum ("sample", or a connection's id), the one of the last time, or the welcome page.
    void start(const QString &wanted = {});
    void showWelcome();
    /// A saved connection by its id; "sample" is the sample forum.
    void openConnection(const QString &id);
    void openSample();
    /// The open forum once more, which one works without.
    void reconnect();
    /// Asks when something would be lost or a run is under way; emits finished() when it may end.
    void quit();

Q_SIGNALS:
    void forumOpened(const badgewright::ForumPtr &forum);
    void openingFailed(const badgewright::ui::OpenFailure &failure);
    /// The program may end: QCoreApplication::quit().
    void finished();

private:
    void connectWindow();
    void addForum(const QString &address);
    void editForum();
    void leaveConnecting();
    void open(const Connection &connection, const std::optional<Secret> &secret);
    void showFailure(const OpenFailure &failure);
    void enter(const ForumPtr &forum, const QDateTime &badgesReadAt = {});
    void workOffline();
    bool mayWorkOffline() const;
    void connectionsChanged();
    /// Calls goOn when nothing unsaved would be lost, or the person says so.
    void unlessUnsaved(const QString &what, std::function<void()> goOn);
    QList<int> runsUnderWay() const;
    void stopRunsAndFinish();
    void finishWhenStill();
    void finish();

    ShellServices m_services;
    std::unique_ptr<MainWindow> m_window;
    ForumPtr m_forum;
    std::optional<Error> m_unopened; ///< why m_wanted could not be opened, where one can go on without it
    Connection m_wanted; ///< being opened, or that could not be
    QPointer<OpenForum> m_opening;
    bool m_quitting = false;
};

} // namespace badgewright::ui
