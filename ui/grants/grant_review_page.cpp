// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_review_page.h"

#include "ui/grants/person_choice.h"
#include "ui/kit/buttons.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"
#include "ui/runs/plan_list_model.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace badgewright::ui {

GrantReviewPage::GrantReviewPage(GrantFlow *flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_notice(new Notice(this))
    , m_tiles(new CountTileRow(this))
    , m_road(secondaryLabel(QString(), this))
    , m_pace(new SegmentedControl(tr("Pace"), {tr("Considerate"), tr("All the forum allows")}, this))
    , m_progress(new ProgressStrip(this))
    , m_model(new PlanListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_table(new TableView(tr("Review"), this))
    , m_choice(new PersonChoice(flow->context().forum->people(), this))
    , m_leaveOut(makeButton(ButtonKind::Flat, tr("Leave out"), this))
    , m_insist(makeButton(ButtonKind::Secondary, QString(), this))
    , m_remarks(secondaryLabel(QString(), this))
{
    m_progress->setAccessibleName(tr("Reading what people hold"));
    m_shown->setSourceModel(m_model);
    m_shown->setFilterRole(PlanListModel::VerdictRole);
    m_table->setModel(m_shown);
    m_table->setPillColumn(PlanListModel::VerdictColumn);
    m_table->setColumnWidths({180, 170, 60, 150, 260, 320}, PlanListModel::VerdictColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_road->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pace->setCurrent(flow->pace() == runs::Pace::All ? 1 : 0);

    auto *roadColumn = new QVBoxLayout;
    roadColumn->setSpacing(6);
    roadColumn->addWidget(m_road);
    auto *paceRow = new QHBoxLayout;
    paceRow->addStretch();
    paceRow->addWidget(m_pace);
    roadColumn->addLayout(paceRow);
    auto *top = new QHBoxLayout;
    top->addWidget(m_tiles);
    top->addStretch();
    top->addLayout(roadColumn);

    auto *decision = new QHBoxLayout;
    decision->setSpacing(12);
    decision->addWidget(m_choice);
    decision->addWidget(m_insist);
    decision->addWidget(m_leaveOut);
    decision->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, 10);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addLayout(top);
    column->addWidget(m_progress);
    column->addWidget(framed(m_table, this), 1);
    column->addWidget(m_remarks);
    column->addLayout(decision);

    connect(m_flow, &GrantFlow::planChanged, this, &GrantReviewPage::dress);
    connect(m_flow, &GrantFlow::busyChanged, this, &GrantReviewPage::dress);
    connect(m_flow, &GrantFlow::progress, this, [this](qint64 done, qint64 total) { m_progress->setProgress(done, total); });
    connect(m_pace, &SegmentedControl::currentChanged, this, [this](int index) {
        m_flow->setPace(index == 1 ? runs::Pace::All : runs::Pace::Considerate);
    });
    connect(m_tiles, &CountTileRow::filterChanged, this, [this](int key) {
        m_shown->setFilterRegularExpression(key < 0 ? QString() : QStringLiteral("^%1$").arg(key));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrantReviewPage::dressChoice);
    connect(m_choice, &PersonChoice::used, m_flow, &GrantFlow::useAccount);
    connect(m_choice, &PersonChoice::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        const int step = currentStep();
        if (step >= 0)
            m_flow->decide(step, m_flow->plan().steps.at(step).verdict == runs::Verdict::LeftOut ? Decision::AsPlanned : Decision::LeaveOut);
    });
    connect(m_insist, &QPushButton::clicked, this, [this] {
        const int step = currentStep();
        if (step >= 0)
            m_flow->decide(step, m_flow->plan().steps.at(step).insisted ? Decision::AsPlanned : Decision::Insist);
    });
    dress();
}

int GrantReviewPage::currentStep() const
{
    const QModelIndex index = m_shown->mapToSource(m_table->currentIndex());
    return index.isValid() && index.row() < m_flow->plan().steps.size() ? index.row() : -1;
}

void GrantReviewPage::dress()
{
    m_progress->setVisible(m_flow->isBusy());
    m_model->setPlan(m_flow->plan());
    m_table->setColumnHidden(PlanListModel::WhatColumn, m_flow->badges().size() < 2);
    dressTiles();
    const runs::Plan &plan = m_flow->plan();
    if (m_flow->isBusy()) {
        m_road->setText(tr("Looking at what everybody holds…"));
    } else if (!plan.steps.isEmpty()) {
        const runs::Estimate estimate = plan.estimate(m_flow->pace());
        m_road->setText(tr("Single grants: each with its reason, and each can be undone.") + u'\n'
                        + tr("%Ln request(s), about %1.", nullptr, estimate.requests).arg(words::duration(estimate.duration)));
    }
    m_remarks->setText(plan.remarks.join(u'\n'));
    m_remarks->setVisible(!plan.remarks.isEmpty());
    dressChoice();
}

void GrantReviewPage::dressTiles()
{
    const QMap<runs::Verdict, int> counts = m_flow->plan().counts();
    if (counts.keys() != m_tileVerdicts) {
        // Other verdicts than before: the tiles are made anew, and a filter that is gone no longer hides rows.
        m_tileVerdicts = counts.keys();
        m_tiles->clear();
        m_shown->setFilterRegularExpression(QString());
        for (const runs::Verdict verdict : std::as_const(m_tileVerdicts))
            m_tiles->addTile(int(verdict), words::verdictCount(verdict, runs::StepType::Grant));
    }
    for (auto it = counts.begin(); it != counts.end(); ++it)
        m_tiles->tile(int(it.key()))->setCount(it.value());
}

void GrantReviewPage::dressChoice()
{
    const int index = currentStep();
    m_leaveOut->setVisible(false);
    m_insist->setVisible(false);
    if (index < 0 || m_flow->isBusy()) {
        m_choice->offer({}, {});
        return;
    }
    const runs::Step &step = m_flow->plan().steps.at(index);
    const bool open = step.verdict == runs::Verdict::NoSuchAccount || step.verdict == runs::Verdict::Ambiguous
        || step.verdict == runs::Verdict::NotLookedUp;
    const bool leftOut = step.verdict == runs::Verdict::LeftOut;
    // Whom one has chosen by mistake one may choose anew.
    const bool choosable = open || (!leftOut && m_flow->isChosenByHand(step.recipient));
    m_choice->offer(choosable ? step.recipient : QString(), step.suggestions);
    m_leaveOut->setVisible(step.wanted() || open || leftOut);
    m_leaveOut->setText(leftOut ? tr("Take in again") : tr("Leave out"));
    m_insist->setVisible(step.mayInsist());
    m_insist->setText(step.insisted ? tr("Do not grant to %1").arg(step.recipient) : tr("Grant to %1 all the same").arg(step.recipient));
}

} // namespace badgewright::ui
