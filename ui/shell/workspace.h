// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/works_offline.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/page.h"

#include <QMap>

#include <functional>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace badgewright::ui {

class Notice;
class Rail;

using MakePage = std::function<Page *(PageId, const PageContext &, QWidget *)>;

/// One open forum: the rail and its pages, each made when it is first looked at. A plan file dropped anywhere on it is
/// opened on the Ledger page.
class Workspace : public QWidget, public WorksOffline
{
    Q_OBJECT

public:
    Workspace(const PageContext &context, MakePage makePage, QWidget *parent = nullptr);
    ~Workspace() override;

    const PageContext &context() const { return m_context; }
    QList<PageId> pages() const { return m_pages; }
    QString name() const { return m_name; }
    PageId current() const { return m_current; }
    Page *page(PageId page) const { return m_made.value(page); }
    void show(PageId page, const QVariant &argument = {});
    /// Gives the keyboard to the current page.
    void takeFocus();
    void refresh();
    /// The connection's name and colour have changed; nothing else.
    void setConnection(const Connection &connection);
    void setConnectionMenu(QMenu *menu);
    bool isOffline() const override { return m_context.forum->isOffline(); }
    void connectAgain() override { Q_EMIT reconnectWanted(); }
    bool hasUnsaved() const;
    /// Commands of the current page first, then of the others that were made.
    QList<CommandPalette::Entry> commands() const;
    QString titleOf(PageId page) const { return m_titles.value(page); }
    QString iconOf(PageId page) const { return m_icons.value(page); }

Q_SIGNALS:
    void currentChanged(badgewright::ui::PageId page);
    /// A run of another forum was chosen in the rail.
    void otherForumWanted(const QString &connectionId);
    void reconnectWanted(); ///< working without the forum; perhaps it is there again

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void watchDrops(QWidget *page);
    void fitRail();
    void offerInterruptedRuns();
    void resumeOffered();

    PageContext m_context;
    QString m_name;
    MakePage m_makePage;
    QList<PageId> m_pages;
    QMap<PageId, QString> m_titles;
    QMap<PageId, QString> m_icons;
    QMap<PageId, Page *> m_made;
    PageId m_current = PageId::Ledger;
    Rail *m_rail;
    QSplitter *m_splitter;
    bool m_narrow = false; ///< the window leaves the rail no more than it needs
    QStackedWidget *m_stack;
    Notice *m_notice;
    QList<int> m_interrupted;
    QAction *m_openPlan; ///< on the Ledger page, from wherever one is
};

} // namespace badgewright::ui
