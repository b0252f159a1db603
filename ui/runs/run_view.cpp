// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_view.h"

#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"
#include "ui/runs/step_list_model.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace badgewright::ui {

using runs::StepState;

namespace {

QString how(const runs::Run &run)
{
    return run.summary().road == runs::Road::Bulk ? RunView::tr("One bulk award") : words::pace(run.pace());
}

} // namespace

RunView::RunView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_notice(new Notice(this))
    , m_count(titleLabel(QString(), this))
    , m_speed(secondaryLabel(QString(), this))
    , m_pause(secondaryLabel(QString(), this))
    , m_progress(new ProgressStrip(this))
    , m_pills(new QHBoxLayout)
    , m_model(new StepListModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new TableView(tr("Steps of the run"), this))
{
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_speed->setWordWrap(false);
    m_pause->setWordWrap(false);
    m_sorted->setSourceModel(m_model);
    m_table->setModel(m_sorted);
    m_table->setPillColumn(StepListModel::StateColumn);
    m_table->setColumnWidths({56, 190, 190, 150, 300, 260, 90}, StepListModel::WordsColumn);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_count);
    top->addWidget(m_speed);
    top->addStretch();
    top->addWidget(m_pause);
    m_pills->setSpacing(kGrid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin - 4);
    column->setSpacing(10);
    column->addWidget(m_notice);
    column->addLayout(top);
    column->addWidget(m_progress);
    column->addLayout(m_pills);
    column->addWidget(framed(m_table, this), 1);
}

void RunView::takeFocus()
{
    if (!m_table->currentIndex().isValid())
        m_table->selectRow(0); // the focus alone would mark one cell
    m_table->setFocus();
}

void RunView::setRun(runs::Run *run)
{
    if (m_run == run)
        return;
    m_run = run;
    m_model->setSteps(run->steps());
    m_table->setColumnHidden(StepListModel::WhatColumn, !m_model->tells(StepListModel::WhatColumn)); // the title says it
    connect(run, &runs::Run::stepChanged, this, [this](int position) { m_model->updateStep(m_run->steps().at(position)); });
    connect(run, &runs::Run::progressChanged, this, &RunView::dress);
    connect(run, &runs::Run::stateChanged, this, &RunView::dress);
    dress();
}

void RunView::dress()
{
    if (!m_run)
        return;
    const runs::RunCounts &counts = m_run->counts();
    m_count->setText(tr("%1 of %2").arg(words::number(counts.over()), words::number(counts.total)));
    const bool moving = m_run->state() == runs::RunState::Running;
    m_speed->setText(moving && counts.over() < counts.total
                         ? tr("%1 · about %2 left").arg(how(*m_run), words::duration(m_run->timeLeft()))
                         : words::runState(m_run->state()));
    m_pause->setText(m_run->paceNote());
    const int good = counts[StepState::Done] + counts[StepState::AlreadySo] + counts[StepState::NoEffect];
    m_progress->setParts({{Tone::Good, good},
                          {Tone::Look, counts[StepState::ReadBack] + counts[StepState::Unconfirmed] + counts[StepState::Unknown]},
                          {Tone::Bad, counts[StepState::Failed]}},
                         counts.total);
    dressPills();
    if (m_run->state() == runs::RunState::Paused && m_run->pauseError())
        m_notice->sayError(*m_run->pauseError(), m_context.address(), tr("The run has paused; nothing is lost."), [this] {
            if (m_run)
                m_run->resume();
        });
    else if (m_run->state() == runs::RunState::Running)
        m_notice->clear();
}

void RunView::dressPills()
{
    while (QLayoutItem *item = m_pills->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto type = words::commonType(m_run->steps());
    for (int i = 0; i < runs::kStepStateCount; ++i) {
        const int count = m_run->counts()[StepState(i)];
        if (count)
            m_pills->addWidget(new PillLabel(tr("%1 %2").arg(words::number(count), words::stepStateCount(StepState(i), type)),
                                             stepTone(StepState(i)), this));
    }
    m_pills->addStretch();
}

} // namespace badgewright::ui
