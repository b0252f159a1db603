// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/run_steps.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/table_view.h"
#include "ui/ledger/step_changes.h"
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

constexpr int kRecipientWidth = 120;
constexpr int kRowWidth = 48;
constexpr int kTimeWidth = 76;
constexpr int kLeastName = 90;
constexpr int kPillRoom = 34; ///< beside its words: the pill's ends and the cell's
constexpr int kLeastState = 84;
constexpr int kMostState = 176;

} // namespace

RunSteps::RunSteps(QWidget *parent)
    : QWidget(parent)
    , m_model(new StepListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_choice(new SegmentedControl(tr("Which steps"), {tr("Needs a look"), tr("All steps")}, this))
    , m_table(new TableView(tr("Steps of the run"), this))
    , m_words(bodyLabel(QString(), this))
    , m_changes(new StepChanges(this))
    , m_settle(new QWidget(this))
    , m_happened(new QAction(tr("It happened"), this))
    , m_sendAgain(new QAction(tr("Send again…"), this))
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(StepListModel::NeedsLookRole);
    m_table->setModel(m_shown);
    m_table->setPillColumn(StepListModel::StateColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidths({kRowWidth, kRecipientWidth, 120, 120, 110, 0, kTimeWidth}, StepListModel::WordsColumn);
    for (const int column : {StepListModel::AccountColumn, StepListModel::WhatColumn})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
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
    column->addWidget(m_changes);
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
    filter();
    chooseFirst();
}

void RunSteps::updateStep(const runs::StepRecord &step)
{
    m_model->updateStep(step);
    if (const runs::StepRecord *shown = current(); shown && shown->position == step.position)
        showCurrent();
}

/// As wide as the words that occur: the longest of them are rare, and the names need the room.
void RunSteps::fitState(const runs::RunCounts &counts, std::optional<runs::StepType> type)
{
    int width = 0;
    const auto fit = [&](runs::StepType one) {
        for (int i = 0; i < runs::kStepStateCount; ++i) {
            if (counts.of[size_t(i)])
                width = std::max(width, m_table->fontMetrics().horizontalAdvance(words::stepState(runs::StepState(i), one)));
        }
    };
    for (int one = 0; one <= int(runs::StepType::Recalculate); ++one) {
        if (!type || int(*type) == one)
            fit(runs::StepType(one));
    }
    m_table->setColumnWidth(StepListModel::StateColumn, std::clamp(width + kPillRoom, kLeastState, kMostState));
    fitColumns();
}

void RunSteps::dress(const runs::RunCounts &counts, std::optional<runs::StepType> type, bool over)
{
    fitState(counts, type);
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
    // The title says what is the same for all.
    const bool what = !needsLook && m_model->tells(StepListModel::WhatColumn);
    const bool account = !needsLook && m_model->tells(StepListModel::AccountColumn);
    m_table->setColumnHidden(StepListModel::AccountColumn, !account);
    m_table->setColumnHidden(StepListModel::WhatColumn, !what);
    m_table->horizontalHeader()->setSectionResizeMode(StepListModel::RecipientColumn, needsLook ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (needsLook)
        m_table->setColumnWidth(StepListModel::RecipientColumn, kRecipientWidth);
    m_table->setColumnHidden(StepListModel::WordsColumn, !needsLook);
    fitColumns();
    // Remarks have two lines here.
    m_table->setWordWrap(needsLook);
    m_table->verticalHeader()->setDefaultSectionSize(qMax(m_table->verticalHeader()->minimumSectionSize(),
                                                          m_table->fontMetrics().height() * (needsLook ? 2 : 1) + 14));
}

/// Who and what come first: the time, then the row, make way for them.
void RunSteps::fitColumns()
{
    const bool needsLook = m_choice->current() == kNeedsLook;
    int columns = 0;
    for (const int column : {StepListModel::RecipientColumn, StepListModel::AccountColumn, StepListModel::WhatColumn, StepListModel::WordsColumn})
        columns += m_table->isColumnHidden(column) ? 0 : 1;
    int room = m_table->width() - m_table->columnWidth(StepListModel::StateColumn) - columns * kLeastName;
    const bool row = m_model->tells(StepListModel::RowColumn) && room >= kRowWidth;
    room -= row ? kRowWidth : 0;
    m_table->setColumnHidden(StepListModel::RowColumn, !row);
    m_table->setColumnHidden(StepListModel::TimeColumn, needsLook || room < kTimeWidth);
}

void RunSteps::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
    m_changes->setMostHeight(height() * 3 / 5);
}

void RunSteps::chooseFirst()
{
    // Of badges it is said what was changed about the first, too.
    const bool badges = !m_model->steps().isEmpty() && m_model->steps().first().step.type() == runs::StepType::PublishBadge;
    if ((m_choice->current() == kNeedsLook || badges) && m_shown->rowCount() > 0)
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
    m_changes->setStep(step ? &step->step : nullptr);
    const bool unknown = step && step->state == runs::StepState::Unknown;
    m_settle->setVisible(unknown);
    m_happened->setEnabled(unknown && m_settleable);
    m_sendAgain->setEnabled(unknown && m_settleable);
}

} // namespace badgewright::ui
