// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/plan_review_dialog.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/table_view.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/plan_list_model.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kMostRowsShown = 9;

template <class Fn> bool anyStep(const runs::Plan &plan, Fn fn)
{
    return std::any_of(plan.steps.cbegin(), plan.steps.cend(), fn);
}

/// Whether the plan does what the ledger cannot take back.
bool isForGood(const runs::Plan &plan)
{
    return anyStep(plan, [](const runs::Step &step) { return step.wanted() && step.type() == runs::StepType::DeleteBadge; });
}

} // namespace

PlanReviewDialog::PlanReviewDialog(const runs::Plan &plan, const QString &title, const QString &lead, bool danger, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);

    auto *model = new PlanListModel(this);
    model->setPlan(plan);
    auto *table = new TableView(tr("What will be done"), this);
    table->setModel(model);
    table->setPillColumn(PlanListModel::VerdictColumn);
    table->setColumnWidths({140, 140, 50, 230, 150, 170}, PlanListModel::WhatColumn);
    // What says nothing about these steps is left out.
    const bool people = anyStep(plan, [](const runs::Step &step) { return step.account().id > 0; });
    table->setColumnHidden(PlanListModel::AccountColumn, !people);
    table->setColumnHidden(PlanListModel::RowColumn, !anyStep(plan, [](const runs::Step &step) { return step.row > 0; }));
    table->setColumnHidden(PlanListModel::ReasonColumn, !anyStep(plan, [](const runs::Step &step) {
        const auto *grant = std::get_if<runs::GrantStep>(&step.what);
        return grant && !grant->reason.isEmpty();
    }));
    const int rows = std::clamp(model->rowCount(), 2, kMostRowsShown);
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height() + rows * table->verticalHeader()->defaultSectionSize() + 4);
    table->selectRow(0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 22, 24, 20);
    column->setSpacing(10);
    auto *heading = sectionLabel(title, this);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!lead.isEmpty())
        column->addWidget(bodyLabel(lead, this));
    column->addWidget(framed(table, this), 1);
    for (const QString &remark : plan.remarks) {
        auto *words = bodyLabel(remark, this);
        words->setTone(Tone::Look);
        column->addWidget(words);
    }
    const runs::Estimate estimate = plan.estimate(runs::Pace::Considerate);
    column->addWidget(secondaryLabel(tr("%Ln request(s), about %1 at 45 a minute.", nullptr, estimate.requests).arg(words::duration(estimate.duration)), this));

    auto *no = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *yes = makeButton(danger ? ButtonKind::Danger : ButtonKind::Primary,
                           words::whatPlanDoes(plan).replace(u'&', QStringLiteral("&&")), this);
    yes->setEnabled(plan.wantedCount() > 0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    column->addSpacing(10);
    column->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    // Return alone never does what cannot be undone.
    for (auto *button : {no, yes})
        button->setAutoDefault(true);
    (danger ? no : yes)->setDefault(true);
    (danger ? no : yes)->setFocus();
    setAccessibleDescription(QStringList{lead, plan.remarks.join(u' ')}.join(u' ').trimmed());
    resize(760, sizeHint().height());
}

void reviewAndRun(QWidget *over, AskUser *ask, const Connection &connection, const runs::Plan &plan, const QString &title,
                  const QString &lead, std::function<void()> go)
{
    const bool danger = isForGood(plan);
    Question question;
    question.title = title;
    question.consequence = QStringList{lead, plan.remarks.join(u'\n')}.join(u'\n').trimmed();
    question.yes = words::whatPlanDoes(plan);
    question.danger = danger;
    if (connection.safeMode == SafeMode::ReadOnly) {
        confirmRun(over, ask, connection, question, {});
        return;
    }
    auto *dialog = new PlanReviewDialog(plan, title, lead, danger, over);
    QObject::connect(dialog, &QDialog::accepted, over, [=, go = std::move(go)] {
        if (connection.safeMode == SafeMode::AskTyped)
            confirmRun(over, ask, connection, question, go);
        else
            go();
    });
    dialog->open();
}

} // namespace badgewright::ui
