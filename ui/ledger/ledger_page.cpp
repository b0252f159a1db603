// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_page.h"

#include "runs/run.h"
#include "support/whole_file.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/ledger/run_detail.h"
#include "ui/ledger/run_list_model.h"
#include "ui/ledger/run_steps.h"
#include "ui/runs/plan_opening.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {
constexpr int kNumberWidth = 48;
constexpr int kStepsWidth = 92;
constexpr int kLeastWhat = 190; ///< what a run did; everything else makes way for it
constexpr int kFewestWhat = 130;
constexpr int kPillRoom = 36;
constexpr int kCellRoom = 26;
constexpr int kRowsToFit = 200; ///< those further down can be as long

int widest(const QTableView *table, int column, int least, int most, int besides)
{
    int width = 0;
    const int rows = std::min(table->model()->rowCount(), kRowsToFit);
    for (int row = 0; row < rows; ++row)
        width = std::max(width, table->fontMetrics().horizontalAdvance(table->model()->index(row, column).data().toString()));
    return std::clamp(width + besides, least, most);
}
}

LedgerPage::LedgerPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new RunListModel(context.clock, this))
    , m_table(new TableView(tr("Runs"), this))
    , m_fitSoon(new QTimer(this))
    , m_search(new SearchField(tr("Search runs and people"), this))
    , m_detail(new RunDetail(context, this))
    , m_notice(new Notice(this))
    , m_opening(new PlanOpening(context, m_notice, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("ledger"), tr("Everything you change on a forum is written here, and can be undone from here."), {}, this))
    , m_openPlan(new QAction(tr("Open a plan…"), this))
    , m_exportCsv(new QAction(tr("Export the run as CSV…"), this))
    , m_exportJson(new QAction(tr("Export the run as JSON…"), this))
{
    auto *bar = new HeaderBar(tr("Ledger"), this);
    m_search->setFixedWidth(240);
    auto *spinner = new Spinner(bar);
    spinner->setAccessibleName(tr("Reading the plan"));
    bar->addWidget(spinner);
    bar->addWidget(m_search);
    m_openPlan->setToolTip(tr("A plan that was saved in the grant window or by the command line"));
    if (context.forum->isOffline()) {
        m_openPlan->setEnabled(false);
        m_openPlan->setToolTip(tr("%1 could not be reached. A plan can be opened when the forum is there again.").arg(context.address()));
    }
    bar->addWidget(makeButton(ButtonKind::Secondary, m_openPlan, bar));
    auto *menu = new QMenu(this);
    menu->addActions({m_exportCsv, m_exportJson});
    QPushButton *exportButton = makeButton(ButtonKind::Secondary, tr("Export"), this, QStringLiteral("download"));
    exportButton->setMenu(menu);
    bar->addWidget(exportButton);

    m_table->setModel(m_model);
    m_table->setPillColumn(RunListModel::StateColumn);
    m_table->setColumnWidths({kNumberWidth, 200, kStepsWidth, 124, 124}, RunListModel::WhatColumn);
    m_table->setTextElideMode(Qt::ElideMiddle); // the end of a title tells how many and where
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({610, 494});
    m_detail->setMinimumWidth(340);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(split);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new NoticeRoom({m_notice}, context.clock));
    column->addWidget(m_stack, 1);

    m_table->installEventFilter(this);
    m_fitSoon->setSingleShot(true);
    m_fitSoon->setInterval(0);
    connect(m_fitSoon, &QTimer::timeout, this, &LedgerPage::fitColumns);
    connect(m_model, &QAbstractItemModel::modelReset, m_fitSoon, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::rowsInserted, m_fitSoon, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::dataChanged, m_fitSoon, qOverload<>(&QTimer::start));
    connect(m_openPlan, &QAction::triggered, m_opening, &PlanOpening::choose);
    connect(m_opening, &PlanOpening::busyChanged, spinner, [this, spinner] { m_opening->isBusy() ? spinner->start() : spinner->stop(); });
    connect(m_opening, &PlanOpening::started, this, [this](int runId) {
        refresh();
        open(runId);
    });
    connect(m_search, &SearchField::searched, this, [this] {
        m_asked = 0;
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            choose(current.data(RunListModel::RunIdRole).toInt());
    });
    connect(m_detail, &RunDetail::runStarted, this, [this](int runId) {
        refresh();
        open(runId);
    });
    connect(m_exportCsv, &QAction::triggered, this, [this] { exportRun(m_detail->runId(), false); });
    connect(m_exportJson, &QAction::triggered, this, [this] { exportRun(m_detail->runId(), true); });
    const auto changed = [this](const runs::Run *run) {
        if (run->summary().forumId == this->context().connection().id && (m_search->text().isEmpty() || m_model->find(run->id())))
            m_model->updateRun(run->summary());
        // What it undoes is undone as far as it has come.
        const bool rests = run->state() != runs::RunState::Running && run->state() != runs::RunState::Stopping;
        if (const int undone = run->summary().undoOf; undone && rests && m_model->find(undone)) {
            if (const auto summary = this->context().runs->ledger()->run(undone))
                m_model->updateRun(*summary);
        }
        m_stack->setCurrentIndex(m_model->rowCount() || !m_search->text().isEmpty() ? 1 : 0);
    };
    connect(context.runs, &runs::RunCentre::runAdded, this, changed);
    connect(context.runs, &runs::RunCentre::runChanged, this, changed);
    connect(context.runs, &runs::RunCentre::runFinished, this, changed);
    choose(0);
}

void LedgerPage::activate()
{
    const int before = m_newest;
    refresh();
    // What was done since is what one comes to look at.
    if (before && newest() > before)
        m_table->setCurrentIndex(m_model->indexOf(newest()));
}

int LedgerPage::newest() const
{
    return m_model->rowCount() ? m_model->index(0, 0).data(RunListModel::RunIdRole).toInt() : 0;
}

void LedgerPage::refresh()
{
    read();
    m_newest = qMax(m_newest, newest());
}

void LedgerPage::read()
{
    runs::RunFilter filter;
    filter.text = m_search->text().trimmed();
    filter.forumId = context().connection().id;
    const auto runs = context().runs->ledger()->runs(filter);
    if (!runs) {
        m_notice->sayError(runs.error(), context().address(), {}, [this] { refresh(); });
        return;
    }
    m_notice->clear();
    const int chosen = m_detail->runId();
    m_model->setRuns(*runs);
    m_besides = 0;
    if (m_asked && !m_model->find(m_asked)) {
        if (const auto asked = context().runs->ledger()->run(m_asked); asked && asked->forumId == filter.forumId) {
            m_model->updateRun(*asked);
            m_besides = m_asked;
        }
    }
    m_stack->setCurrentIndex(runs->isEmpty() && filter.text.isEmpty() ? 0 : 1);
    const QModelIndex again = m_model->indexOf(chosen);
    m_table->setCurrentIndex(again.isValid() ? again : m_model->index(0, 0));
    if (!m_model->rowCount())
        choose(0);
}

void LedgerPage::open(const QVariant &argument)
{
    if (argument.userType() == QMetaType::QUrl) {
        if (!m_openPlan->isEnabled()) {
            m_notice->say(Tone::Look, m_openPlan->toolTip());
            return;
        }
        const QUrl file = argument.toUrl();
        file.isEmpty() ? m_opening->choose() : m_opening->open(file.toLocalFile());
        return;
    }
    m_asked = argument.toInt();
    if (!m_model->find(m_asked))
        refresh();
    if (m_asked && m_besides == m_asked) {
        m_notice->say(Tone::Note, tr("Run %1 is listed as well, whatever is searched for.").arg(m_asked), {}, tr("Show all runs"), [this] {
            m_notice->clear();
            m_search->clear();
            refresh();
        });
    }
    const QModelIndex index = m_model->indexOf(argument.toInt());
    if (index.isValid()) {
        m_table->setCurrentIndex(index);
        m_table->scrollTo(index);
    }
}

QList<QAction *> LedgerPage::commands() const
{
    return {m_detail->resumeAction(), m_detail->retryAction(), m_detail->undoAction(), m_detail->steps()->happenedAction(),
            m_detail->steps()->sendAgainAction(), m_exportCsv, m_exportJson};
}

/// What a run did and how it stands come first: its steps, its number and its time stand beside the list, too.
void LedgerPage::fitColumns()
{
    const int state = widest(m_table, RunListModel::StateColumn, 84, 230, kPillRoom);
    const int when = widest(m_table, RunListModel::WhenColumn, 90, 150, kCellRoom);
    m_table->setColumnWidth(RunListModel::StateColumn, state);
    m_table->setColumnWidth(RunListModel::WhenColumn, when);
    int room = m_table->viewport()->width() - state - when - kNumberWidth - kStepsWidth;
    const auto makeWay = [&](int column, int width, int least) {
        const bool hide = room < least;
        m_table->setColumnHidden(column, hide);
        room += hide ? width : 0;
    };
    makeWay(RunListModel::StepsColumn, kStepsWidth, kLeastWhat);
    makeWay(RunListModel::NumberColumn, kNumberWidth, kFewestWhat);
    makeWay(RunListModel::WhenColumn, when, kFewestWhat);
}

bool LedgerPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::Resize)
        fitColumns();
    return Page::eventFilter(watched, event);
}

void LedgerPage::choose(int runId)
{
    m_detail->showRun(runId);
    m_exportCsv->setEnabled(runId > 0);
    m_exportJson->setEnabled(runId > 0);
}

void LedgerPage::exportRun(int runId, bool json)
{
    const QString suffix = json ? QStringLiteral("json") : QStringLiteral("csv");
    FileQuestion question;
    question.title = tr("Export run %1").arg(runId);
    question.suggested = tr("run-%1.%2").arg(runId).arg(suffix);
    question.filters = {json ? tr("JSON (*.json)") : tr("Tables (*.csv)")};
    question.defaultSuffix = suffix;
    context().ask->saveFile(this, question, [this, runId, json](const QString &path) {
        if (path.isEmpty())
            return;
        const runs::Ledger *ledger = context().runs->ledger();
        const auto bytes = json ? ledger->exportJson(runId) : ledger->exportCsv(runId);
        const auto saved = bytes.and_then([&](const QByteArray &text) { return writeWholeFile(path, text); });
        if (saved)
            m_notice->say(Tone::Good, tr("Saved to %1.").arg(path));
        else
            m_notice->sayError(saved.error(), context().address(), {}, [this, runId, json] { exportRun(runId, json); });
    });
}

} // namespace badgewright::ui
