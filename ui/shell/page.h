// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

#include <QDateTime>
#include <QList>
#include <QVariant>
#include <QWidget>

class QAction;

namespace badgewright {
class Clock;
class ConnectionStore;
class Settings;
class WebPictures;
namespace runs {
class RunCentre;
}
} // namespace badgewright

namespace badgewright::ui {

class AskUser;

/// What every page is given. All pointers outlive the page.
struct PageContext {
    ForumPtr forum;
    runs::RunCentre *runs = nullptr;
    Clock *clock = nullptr;
    Settings *settings = nullptr;
    AskUser *ask = nullptr;
    ConnectionStore *connections = nullptr;
    QString designs = {}; ///< the folder that designs of badges are kept in; empty: they are not kept
    WebPictures *web = nullptr; ///< null: nothing is fetched from the web
    QString icons = {};   ///< the folder that icons of forums are kept in; empty: they are not kept
    QString pictures = {}; ///< the same of badge pictures
    QString drafts = {};  ///< the same of badges that are not published yet

    QDateTime badgesReadAt = {}; ///< of a forum that was not reached: when what is remembered of its badges was read

    const Connection &connection() const { return forum->connection(); }
    const Capabilities &capabilities() const { return forum->capabilities(); }
    /// For what changes the forum: also denied, with the reason, where the connection was set to change nothing.
    Capability change(Ability ability) const;
    /// As the person knows the forum, for buttons and sentences.
    QString address() const { return forum->connection().address(); }
};

enum class PageId { Badges, Grants, Scores, Awards, Ledger };

/// One entry of the rail. It is made when the person first goes there and lives as long as its forum is open.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const PageContext &context, QWidget *parent = nullptr);

    /// As in the rail and the command palette.
    virtual QString title() const = 0;
    /// The page comes into view. The first time it reads what it shows; later it may look whether that is still so.
    virtual void activate() {}
    /// Takes the keyboard, by default for the page as a whole: Tab goes on to its first control.
    virtual void takeFocus() { setFocus(Qt::OtherFocusReason); }
    /// Reads everything again (F5).
    virtual void refresh() {}
    /// Goes to one thing: a badge id, a username, a run id, as the page's header says.
    virtual void open(const QVariant &argument) { Q_UNUSED(argument) }
    /// For the command palette and shortcuts. The actions belong to the page; disabled ones are not offered.
    virtual QList<QAction *> commands() const { return {}; }
    /// Changes that would be lost by closing.
    virtual bool hasUnsaved() const { return false; }

    const PageContext &context() const { return m_context; }

Q_SIGNALS:
    void openPage(badgewright::ui::PageId page, const QVariant &argument);
    void reconnectWanted(); ///< the forum was not reached; perhaps it is there again

private:
    PageContext m_context;
};

} // namespace badgewright::ui
