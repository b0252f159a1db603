// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/run_steps.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/table_view.h"
#include "ui/runs/step_list_model.h"
#include "ui/words/run_words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace badgewright::ui {

namespace {

enum Choice { kNeedsLook, kAll };

} // namespace

RunSteps::RunSteps(QWidget *parent)
    : QWidget(parent)
    , m_model(new StepListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_choice(new SegmentedControl(tr("Which steps"), {tr("Needs a look"), tr("All steps")}, this))
    , m_table(new TableView(tr("Steps of the run"), this))
    , m_words(bodyLabel(QString(), this))
    , m_settle(new QWidget(this))
    , m_happened(new QAction(tr("It happened"), this))
    , m_sendAgain(new QAction(tr("Send again…"), this))
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(StepListModel::NeedsLookRole);
    m_table->setModel(m_shown);
    m_table->setPillColumn(StepListModel::StateColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({48, 104, 0, 120, 166, 0, 72}, StepListModel::WordsColumn);
    m_table->horizontalHeader()->setSectionResizeMode(StepListModel::WhatColumn, QHeaderView::Stretch);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *settle = new QHBoxLayout(m_settle);
    settle->setContentsMargins(0, 0, 0, 0);
    settle->addWidget(makeButton(ButtonKind::Secondary, m_happened, m_settle));
    settle->addWidget(makeButton(ButtonKind::Danger, m_sendAgain, m_settle));
    settle->addStretch();
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_choice);
    choice->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(choice);
    column->addWidget(framed(m_table, this), 1);
    column->addWidget(m_words);
    column->addWidget(m_settle);

    connect(m_choice, &SegmentedControl::currentChanged, this, [this] {
        filter();
        chooseFirst();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunSteps::showCurrent);
    connect(m_happened, &QAction::triggered, this, [this] {
        if (const runs::StepRecord *step = current())
            Q_EMIT happened(step->position);
    });
    connect(m_sendAgain, &QAction::triggered, this, [this] {
        if (const runs::StepRecord *step = current())
            Q_EMIT sendAgain(step->position);
    });
    filter();
    showCurrent();
}

void RunSteps::setSteps(const QList<runs::StepRecord> &steps)
{
    m_over = false; // what needs a look comes first once more
    m_model->setSteps(steps);
    const bool rows = std::any_of(steps.begin(), steps.end(), [](const runs::StepRecord &step) { return step.row() > 0; });
    m_table->setColumnHidden(StepListModel::RowColumn, !rows);
    chooseFirst();
}

void RunSteps::updateStep(const runs::StepRecord &step)
{
    m_model->updateStep(step);
    if (const runs::StepRecord *shown = current(); shown && shown->position == step.position)
        showCurrent();
}

void RunSteps::dress(const runs::RunCounts &counts, bool over)
{
    const bool any = counts.failed() > 0;
    m_choice->setVisible(any);
    if (!any)
        m_choice->setCurrent(kAll);
    else if (over && !m_over)
        m_choice->setCurrent(kNeedsLook);
    m_over = over;
}

void RunSteps::setSettleable(bool can, const QString &why)
{
    m_settleable = can;
    m_happened->setToolTip(can ? tr("You have looked on the forum: it is done") : why);
    m_sendAgain->setToolTip(can ? tr("You have looked on the forum: it is not done") : why);
    showCurrent();
}

const runs::StepRecord *RunSteps::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->steps().at(index.data(StepListModel::PositionRole).toInt()) : nullptr;
}

void RunSteps::filter()
{
    const bool needsLook = m_choice->current() == kNeedsLook;
    m_shown->setFilterFixedString(needsLook ? QStringLiteral("true") : QString());
    m_table->setColumnHidden(StepListModel::AccountColumn, true);
    m_table->setColumnHidden(StepListModel::WhatColumn, needsLook);
    m_table->setColumnHidden(StepListModel::WordsColumn, !needsLook);
    m_table->setColumnHidden(StepListModel::TimeColumn, needsLook);
    // Remarks have two lines here.
    m_table->setWordWrap(needsLook);
    m_table->verticalHeader()->setDefaultSectionSize(qMax(m_table->verticalHeader()->minimumSectionSize(),
                                                          m_table->fontMetrics().height() * (needsLook ? 2 : 1) + 14));
}

void RunSteps::chooseFirst()
{
    if (m_choice->current() == kNeedsLook && m_shown->rowCount() > 0)
        m_table->setCurrentIndex(m_shown->index(0, StepListModel::RecipientColumn));
    showCurrent();
}

void RunSteps::showCurrent()
{
    const runs::StepRecord *step = current();
    QStringList parts;
    if (const QString remark = step ? stepRemark(*step) : QString(); !remark.isEmpty()) {
        if (!step->recipient().isEmpty())
            parts << step->recipient();
        parts << remark;
    }
    m_words->setText(parts.join(QStringLiteral(": ")));
    m_words->setVisible(!parts.isEmpty());
    const bool unknown = step && step->state == runs::StepState::Unknown;
    m_settle->setVisible(unknown);
    m_happened->setEnabled(unknown && m_settleable);
    m_sendAgain->setEnabled(unknown && m_settleable);
}

} // namespace badgewright::ui
