// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/run_detail.h"

#include "runs/undo.h"
#include "support/clock.h"
#include "support/whole_file.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/table_view.h"
#include "ui/ledger/run_list_model.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/step_list_model.h"
#include "ui/words/error_words.h"
#include "ui/words/value_words.h"
#include "ui/words/run_words.h"

#include <QAction>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

RunDetail::RunDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_steps(new StepListModel(this))
    , m_title(sectionLabel(QString(), this))
    , m_subtitle(secondaryLabel(QString(), this))
    , m_note(bodyLabel(QString(), this))
    , m_pills(new QWidget(this))
    , m_notice(new Notice(this))
    , m_table(new TableView(tr("Steps of the run"), this))
    , m_buttons(new QWidget(this))
    , m_resume(new QAction(tr("Resume"), this))
    , m_pause(new QAction(tr("Pause"), this))
    , m_stop(new QAction(tr("Stop after this one"), this))
    , m_retry(new QAction(this))
    , m_undo(new QAction(tr("Undo run…"), this))
    , m_failedCsv(new QAction(tr("Failed rows as CSV…"), this))
{
    auto *pillRow = new QHBoxLayout(m_pills);
    pillRow->setContentsMargins(0, 0, 0, 0);
    pillRow->setSpacing(kGrid);

    m_table->setModel(m_steps);
    m_table->setColumnHidden(StepListModel::AccountColumn, true);
    m_table->setColumnHidden(StepListModel::RowColumn, true);
    m_table->setColumnHidden(StepListModel::WordsColumn, true);
    m_table->setPillColumn(StepListModel::StateColumn);
    m_table->setColumnWidths({0, 110, 0, 120, 100, 0, 64}, StepListModel::StateColumn);

    auto *flow = new QHBoxLayout(m_buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(kGrid);
    flow->addWidget(makeButton(ButtonKind::Primary, m_resume, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_pause, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_stop, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_retry, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_undo, m_buttons));
    flow->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(kGrid);
    second->addWidget(makeButton(ButtonKind::Flat, m_failedCsv, this));
    second->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin - 2, kMargin - 4, kMargin - 2, kMargin - 4);
    column->setSpacing(kGrid);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_pills);
    column->addWidget(m_note);
    column->addWidget(m_notice);
    column->addWidget(m_buttons);
    column->addLayout(second);
    column->addWidget(framed(m_table, this), 1);

    connect(m_resume, &QAction::triggered, this, &RunDetail::resumeRun);
    connect(m_retry, &QAction::triggered, this, &RunDetail::retryFailed);
    connect(m_undo, &QAction::triggered, this, &RunDetail::undoRun);
    connect(m_failedCsv, &QAction::triggered, this, &RunDetail::saveFailedRows);
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_run)
            m_run->pause();
    });
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_run)
            m_run->stopAfterCurrent();
    });
    connect(m_context.runs, &runs::RunCentre::runAdded, this, [this](runs::Run *run) {
        if (run->id() == m_summary.id)
            watch();
    });
    dress();
}

void RunDetail::showRun(int runId)
{
    m_notice->clear();
    m_summary = {};
    m_summary.id = runId;
    watch();
}

void RunDetail::watch()
{
    if (m_run)
        m_run->disconnect(this);
    m_run = m_summary.id ? m_context.runs->find(m_summary.id) : nullptr;
    if (m_run) {
        connect(m_run, &runs::Run::stateChanged, this, &RunDetail::dress);
        connect(m_run, &runs::Run::progressChanged, this, &RunDetail::dress);
        connect(m_run, &runs::Run::stepChanged, this, [this](int position) {
            m_steps->updateStep(m_run->steps().at(position));
        });
    }
    read();
}

void RunDetail::read()
{
    if (!m_summary.id) {
        m_steps->setSteps({});
        dress();
        return;
    }
    const auto summary = m_context.runs->ledger()->run(m_summary.id);
    const auto steps = m_context.runs->ledger()->steps(m_summary.id);
    if (summary && steps) {
        m_summary = *summary;
        m_steps->setSteps(m_run ? m_run->steps() : *steps);
    } else {
        m_notice->sayError(summary ? steps.error() : summary.error(), m_context.address());
    }
    dress();
}

void RunDetail::dress()
{
    if (m_run)
        m_summary = m_run->summary();
    const bool open = m_summary.id > 0;
    const QWidgetList parts{m_pills, m_buttons, m_table};
    for (QWidget *part : parts)
        part->setVisible(open);
    if (!open) {
        m_title->setText(tr("No run chosen"));
        m_subtitle->setText(tr("Choose a run to see what came of every step."));
        m_note->hide();
        const QList<QAction *> none{m_resume, m_pause, m_stop, m_retry, m_undo, m_failedCsv};
        for (QAction *action : none)
            action->setVisible(false);
        return;
    }
    m_title->setText(tr("Run %1 · %2").arg(m_summary.id).arg(m_summary.title));
    QStringList facts;
    if (!m_summary.source.isEmpty())
        facts << m_summary.source;
    facts << tr("started %1").arg(words::moment(m_summary.startedAt.isValid() ? m_summary.startedAt : m_summary.createdAt, m_context.clock->utcNow()));
    if (m_summary.finishedAt.isValid() && m_summary.startedAt.isValid())
        facts << tr("took %1").arg(words::duration(std::chrono::seconds(m_summary.startedAt.secsTo(m_summary.finishedAt))));
    if (!m_summary.actingUser.isEmpty())
        facts << tr("as %1").arg(m_summary.actingUser);
    facts << m_summary.forumAddress;
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    m_note->setText(m_summary.note);
    m_note->setVisible(!m_summary.note.isEmpty());
    showSteps();

    const bool here = m_summary.forumId == m_context.connection().id;
    const bool moving = m_summary.state == runs::RunState::Running || m_summary.state == runs::RunState::Stopping;
    const bool over = m_summary.state == runs::RunState::Done || m_summary.state == runs::RunState::Stopped;
    // Moving, but not in this program: another one is at it, which resuming will say, or was when it ended.
    m_resume->setVisible(here && m_summary.canResume() && !(m_run && moving) && m_summary.done < m_summary.total);
    m_pause->setVisible(m_run && m_summary.state == runs::RunState::Running);
    m_stop->setVisible(m_run && m_summary.state == runs::RunState::Running);
    // Not those that nobody knows the end of, which the summary counts as well: a retry leaves them alone.
    const auto isFailed = [](const runs::StepRecord &step) { return step.state == runs::StepState::Failed; };
    const int failed = int(std::count_if(m_steps->steps().begin(), m_steps->steps().end(), isFailed));
    m_retry->setVisible(here && !moving && failed > 0);
    m_retry->setText(tr("Retry %Ln failed", nullptr, failed));
    m_undo->setVisible(here && over && !m_summary.undoneBy);
    m_failedCsv->setVisible(m_summary.failed > 0);
}

void RunDetail::showSteps()
{
    auto *row = static_cast<QHBoxLayout *>(m_pills->layout());
    while (QLayoutItem *item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QMap<int, int> counts;
    for (const runs::StepRecord &step : m_steps->steps())
        ++counts[int(step.state)];
    const runs::StepType type = m_steps->steps().isEmpty() ? runs::StepType::Grant : m_steps->steps().first().step.type();
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        const auto state = runs::StepState(it.key());
        row->addWidget(new PillLabel(tr("%1 %2").arg(it.value()).arg(words::stepStateCount(state, type)), stepTone(state), m_pills));
    }
    row->addStretch();
}

void RunDetail::resumeRun()
{
    const auto run = m_context.runs->resume(m_summary.id, m_context.forum);
    if (!run)
        m_notice->sayError(run.error(), m_context.address());
    watch();
}

void RunDetail::retryFailed()
{
    const auto run = m_context.runs->retryFailed(m_summary.id, m_context.forum);
    if (!run)
        m_notice->sayError(run.error(), m_context.address());
    watch();
}

void RunDetail::undoRun()
{
    const auto plan = runs::planUndo(*m_context.runs->ledger(), m_summary.id, m_context.forum, *m_context.clock);
    if (!plan) {
        m_notice->sayError(plan.error(), m_context.address());
        return;
    }
    Question question;
    question.title = tr("Undo run %1?").arg(m_summary.id);
    question.consequence = tr("%Ln step(s) on %1 are taken back. What was so before the run is not touched.", nullptr, plan->wantedCount())
                               .arg(m_context.address());
    if (!plan->remarks.isEmpty())
        question.consequence += u'\n' + plan->remarks.join(u'\n');
    question.yes = tr("Undo %Ln step(s)", nullptr, plan->wantedCount());
    confirmRun(this, m_context.ask, m_context.connection(), question, [this, plan = *plan] {
        const auto run = m_context.runs->start(plan, m_context.forum, runs::Pace::Considerate);
        if (!run) {
            m_notice->sayError(run.error(), m_context.address());
            return;
        }
        Q_EMIT runStarted((*run)->id());
    });
}

void RunDetail::saveFailedRows()
{
    FileQuestion question;
    question.title = tr("Save the failed rows");
    question.suggested = tr("run-%1-failed.csv").arg(m_summary.id);
    question.filters = {tr("Tables (*.csv)")};
    question.defaultSuffix = QStringLiteral("csv");
    m_context.ask->saveFile(this, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        const auto saved = m_context.runs->ledger()->failedRowsCsv(m_summary.id).and_then([&](const QByteArray &bytes) {
            return writeWholeFile(path, bytes);
        });
        if (saved)
            m_notice->say(Tone::Good, tr("Saved to %1. The file can be loaded again in the grant dialog.").arg(path));
        else
            m_notice->sayError(saved.error(), m_context.address());
    });
}

} // namespace badgewright::ui
