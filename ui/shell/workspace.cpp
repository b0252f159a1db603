// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspace.h"

#include "runs/run.h"
#include "support/clock.h"
#include "support/settings.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/shell/offline_page.h"
#include "ui/shell/page_factory.h"
#include "ui/shell/rail.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNarrowRail = 132;
constexpr int kNarrowBelow = 1024;

/// The one plan file that is dragged; empty: it is something else.
QUrl planFileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const bool isPlan = urls.size() == 1 && urls.first().isLocalFile() && urls.first().fileName().endsWith(u".json"_s, Qt::CaseInsensitive);
    return isPlan ? urls.first() : QUrl();
}

} // namespace

Workspace::Workspace(const PageContext &context, MakePage makePage, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(context.connection().name)
    , m_makePage(std::move(makePage))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_notice(new Notice(this))
    , m_openPlan(new QAction(tr("Open a plan…"), this))
{
    setAcceptDrops(true);
    connect(m_openPlan, &QAction::triggered, this, [this] { show(PageId::Ledger, QUrl()); });
    const QList<Rail::Entry> entries = pagesOf(*m_context.forum);
    for (const Rail::Entry &entry : entries) {
        m_pages += entry.page;
        m_titles.insert(entry.page, entry.title);
        m_icons.insert(entry.page, entry.iconName);
    }
    m_rail = new Rail(entries, m_context.runs, m_context.connection(), this);
    m_rail->setOffline(isOffline());

    auto *right = new Panel(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new NoticeRoom({m_notice}, m_context.clock));
    column->addWidget(m_stack, 1);

    m_splitter->addWidget(m_rail);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    fitRail();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    connect(m_rail, &Rail::chosen, this, [this](PageId page) { show(page); });
    connect(m_rail, &Rail::runChosen, this, [this](int runId) {
        const runs::Run *run = m_context.runs->find(runId);
        if (run && run->summary().forumId != m_context.connection().id)
            Q_EMIT otherForumWanted(run->summary().forumId);
        else
            show(PageId::Ledger, runId);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_context.settings)
            m_context.settings->setLayout(u"shell.rail"_s, m_splitter->saveState());
    });
    connect(m_notice, &Notice::actionTriggered, this, &Workspace::resumeOffered);
    // An import or the ledger may go on with it before this is answered.
    const auto lookAgain = [this] {
        if (!m_interrupted.isEmpty() && m_notice->isSaid())
            offerInterruptedRuns();
    };
    if (m_context.runs) {
        connect(m_context.runs, &runs::RunCentre::runAdded, this, lookAgain);
        connect(m_context.runs, &runs::RunCentre::runFinished, this, lookAgain);
    }
    offerInterruptedRuns();
}

Workspace::~Workspace()
{
    // Pages before what they were given by us.
    qDeleteAll(m_made);
}

void Workspace::show(PageId page, const QVariant &argument)
{
    if (!m_pages.contains(page))
        return;
    Page *&made = m_made[page];
    if (!made) {
        made = m_makePage(page, m_context, m_stack);
        made->setAccessibleName(made->title());
        m_stack->addWidget(made);
        connect(made, &Page::openPage, this, &Workspace::show);
        connect(made, &Page::reconnectWanted, this, &Workspace::reconnectWanted);
        watchDrops(made);
    }
    m_current = page;
    m_stack->setCurrentWidget(made);
    m_rail->setCurrent(page);
    made->activate();
    if (argument.isValid())
        made->open(argument);
    // Somebody who walks along the rail with the arrows stays there.
    if (!m_rail->isAncestorOf(QApplication::focusWidget()))
        made->takeFocus();
    Q_EMIT currentChanged(page);
}

void Workspace::takeFocus()
{
    if (Page *page = m_made.value(m_current))
        page->takeFocus();
}

void Workspace::refresh()
{
    if (Page *page = m_made.value(m_current))
        page->refresh();
}

void Workspace::setConnection(const Connection &connection)
{
    m_name = connection.name;
    m_rail->setConnection(connection);
}

void Workspace::setConnectionMenu(QMenu *menu)
{
    m_rail->setMenu(menu);
}

bool Workspace::hasUnsaved() const
{
    return std::any_of(m_made.cbegin(), m_made.cend(), [](const Page *page) { return page->hasUnsaved(); });
}

QList<CommandPalette::Entry> Workspace::commands() const
{
    QList<CommandPalette::Entry> entries;
    const auto take = [&](const Page *page) {
        for (QAction *action : page->commands())
            entries += {action, page->title(), page == m_made.value(m_current)};
    };
    if (const Page *page = m_made.value(m_current))
        take(page);
    for (auto it = m_made.cbegin(); it != m_made.cend(); ++it) {
        if (it.key() != m_current)
            take(it.value());
    }
    entries += {m_openPlan, titleOf(PageId::Ledger)};
    return entries;
}

/// Fields of text take any file, to write its address down; a plan is for none of them.
void Workspace::watchDrops(QWidget *page)
{
    const auto inside = page->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        if (widget->acceptDrops())
            widget->installEventFilter(this);
    }
}

bool Workspace::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::DragEnter || type == QEvent::DragMove || type == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (const QUrl plan = planFileIn(drop->mimeData()); !plan.isEmpty()) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            if (type == QEvent::Drop)
                show(PageId::Ledger, plan);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Workspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (!planFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void Workspace::dropEvent(QDropEvent *event)
{
    const QUrl plan = planFileIn(event->mimeData());
    if (plan.isEmpty())
        return;
    event->acceptProposedAction();
    show(PageId::Ledger, plan);
}

void Workspace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_narrow != (width() < kNarrowBelow))
        fitRail();
}

/// Its width is told by the window and by the person: what a page or a notice has to say does not push it together.
void Workspace::fitRail()
{
    m_narrow = width() < kNarrowBelow;
    m_rail->setMinimumWidth(m_narrow ? kNarrowRail : kRailWidth);
    m_rail->setMaximumWidth(m_narrow ? kNarrowRail : QWIDGETSIZE_MAX);
    m_splitter->setSizes({m_narrow ? kNarrowRail : kRailWidth, 1104});
    if (m_context.settings && !m_narrow) // what was chosen is a width of the wide one
        m_splitter->restoreState(m_context.settings->layout(u"shell.rail"_s));
}

void Workspace::offerInterruptedRuns()
{
    if (isOffline()) {
        m_openPlan->setEnabled(false);
        QString details = tr("What you change is kept on this computer, and can be published when the forum is connected again.");
        if (!m_context.badgesReadAt.isNull())
            details.prepend(tr("You see the badges as they were %1.").arg(words::moment(m_context.badgesReadAt, m_context.clock->utcNow())) + u' ');
        m_notice->say(Tone::Look, tr("You work without %1, %2.").arg(m_name, whyWithout(*m_context.forum)), details, tr("Connect again"),
                      [this] { connectAgain(); });
        return;
    }
    if (!m_context.runs)
        return;
    const Result<QList<runs::RunSummary>> found = m_context.runs->interrupted();
    if (!found) {
        m_notice->sayError(found.error(), {});
        return;
    }
    QList<runs::RunSummary> ours;
    for (const runs::RunSummary &run : *found) {
        if (run.forumId == m_context.connection().id && !m_context.runs->find(run.id))
            ours += run;
    }
    m_interrupted.clear();
    for (const runs::RunSummary &run : std::as_const(ours))
        m_interrupted += run.id;
    if (ours.isEmpty()) {
        m_notice->clear();
    } else if (ours.size() == 1) {
        const runs::RunSummary &run = ours.first();
        m_notice->say(Tone::Look, tr("Run %1 was interrupted: %2").arg(run.id).arg(run.title),
                      tr("%1 of %2 steps were done. What was under way is read back from the forum first; nothing is done twice.")
                          .arg(words::number(run.done), words::number(run.total)),
                      tr("Resume"));
    } else {
        m_notice->say(Tone::Look, tr("%n run(s) were interrupted.", nullptr, int(ours.size())),
                      tr("They can be resumed; what was under way is read back from the forum first."), tr("Open the ledger"));
    }
}

void Workspace::resumeOffered()
{
    m_notice->clear();
    if (m_interrupted.size() == 1) {
        const Result<runs::Run *> run = m_context.runs->resume(m_interrupted.first(), m_context.forum);
        if (!run) {
            m_notice->sayError(run.error(), m_context.address(), {}, [this] { resumeOffered(); });
            return;
        }
    }
    show(PageId::Ledger, m_interrupted.size() == 1 ? QVariant(m_interrupted.first()) : QVariant());
}

} // namespace badgewright::ui
