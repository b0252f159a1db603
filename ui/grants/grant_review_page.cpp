// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_review_page.h"

#include "runs/road.h"
#include "ui/grants/person_choice.h"
#include "ui/grants/reason_picker.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/table_view.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/verdict_tiles.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

using runs::Verdict;

namespace {

constexpr int kLongestRecipient = 160; ///< on a button
constexpr int kTightColumn = 132;

} // namespace

GrantReviewPage::GrantReviewPage(GrantFlow *flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_notice(new Notice(this))
    , m_model(new PlanListModel(this))
    , m_tiles(new VerdictTiles(m_model, this))
    , m_shown(m_tiles->rows())
    , m_road(secondaryLabel(QString(), this))
    , m_roads(new SegmentedControl(tr("Road"), {tr("One by one"), tr("One bulk award")}, this))
    , m_pace(new SegmentedControl(tr("Pace"), {tr("Considerate"), tr("All the forum allows")}, this))
    , m_progress(new ProgressStrip(this))
    , m_table(new TableView(tr("Review"), this))
    , m_choice(new PersonChoice(flow->context().forum->people(), this))
    , m_leaveOut(makeButton(ButtonKind::Flat, tr("Leave out"), this))
    , m_insist(makeButton(ButtonKind::Secondary, QString(), this))
    , m_reason(makeButton(ButtonKind::Flat, tr("Reason…"), this))
    , m_noReason(makeButton(ButtonKind::Flat, tr("Without a reason"), this))
    , m_remarks(secondaryLabel(QString(), this))
{
    m_progress->setAccessibleName(tr("Reading what people hold"));
    m_table->setModel(m_shown);
    m_table->setPillColumn(PlanListModel::VerdictColumn);
    m_table->setColumnWidths({180, 150, 56, 150, 220, 320}, PlanListModel::VerdictColumn);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_road->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_pace->setCurrent(flow->pace() == runs::Pace::All ? 1 : 0);

    auto *roadColumn = new QVBoxLayout;
    roadColumn->setSpacing(6);
    roadColumn->addWidget(m_road);
    auto *paceRow = new QHBoxLayout;
    paceRow->setSpacing(12);
    paceRow->addStretch();
    paceRow->addWidget(m_roads);
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
    decision->addWidget(m_reason);
    decision->addWidget(m_noReason);
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

    connect(m_flow, &GrantFlow::planChanged, this, &GrantReviewPage::showPlan);
    connect(m_flow, &GrantFlow::busyChanged, this, &GrantReviewPage::dress);
    connect(m_flow, &GrantFlow::stepChanged, this, [this] {
        if (m_flow->step() >= GrantFlow::Step::Match)
            return;
        m_selected = -1; // other people may come
        m_tiles->showAll();
    });
    connect(m_flow, &GrantFlow::progress, this, [this](qint64 done, qint64 total) { m_progress->setProgress(done, total); });
    connect(m_pace, &SegmentedControl::currentChanged, this, [this](int index) {
        m_flow->setPace(index == 1 ? runs::Pace::All : runs::Pace::Considerate);
    });
    connect(m_roads, &SegmentedControl::currentChanged, this, [this](int index) {
        m_flow->setRoad(index == 1 ? runs::Road::Bulk : runs::Road::Single);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrantReviewPage::dressChoice);
    // Queued: the key that did it must not press what has the focus then.
    connect(m_table, &QAbstractItemView::activated, this, [this] {
        if (!m_choice->isHidden())
            m_choice->takeFocus();
        else if (!m_insist->isHidden())
            m_insist->setFocus();
        else if (!m_leaveOut->isHidden())
            m_leaveOut->setFocus();
    }, Qt::QueuedConnection);
    connect(m_choice, &PersonChoice::used, this, [this] {
        m_notice->clear();
        m_table->setFocus(); // the choice goes
    });
    connect(m_choice, &PersonChoice::used, m_flow, &GrantFlow::useAccount);
    connect(m_choice, &PersonChoice::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        const int step = currentStep();
        if (step >= 0)
            m_flow->decide(step, m_flow->plan().steps.at(step).verdict == Verdict::LeftOut ? Decision::AsPlanned : Decision::LeaveOut);
    });
    connect(m_reason, &QPushButton::clicked, this, &GrantReviewPage::pickReason);
    connect(m_noReason, &QPushButton::clicked, this, [this] {
        if (const int step = currentStep(); step >= 0)
            m_flow->useReason(step, {});
    });
    connect(m_insist, &QPushButton::clicked, this, [this] {
        const int step = currentStep();
        if (step >= 0)
            m_flow->decide(step, m_flow->plan().steps.at(step).insisted ? Decision::AsPlanned : Decision::Insist);
    });
    showPlan();
}

void GrantReviewPage::takeFocus()
{
    m_table->setFocus();
}

int GrantReviewPage::currentStep() const
{
    const QModelIndex index = m_shown->mapToSource(m_table->currentIndex());
    return index.isValid() && index.row() < m_flow->plan().steps.size() ? index.row() : -1;
}

void GrantReviewPage::showPlan()
{
    const runs::Plan &plan = m_flow->plan();
    const bool sameRows = m_model->plan().id == plan.id;
    m_model->setPlan(plan);
    const bool several = m_flow->badges().size() > 1;
    m_table->setColumnHidden(PlanListModel::WhatColumn, !several);
    if (several && !sameRows) { // the verdict stays in sight
        for (const int column : {PlanListModel::RecipientColumn, PlanListModel::AccountColumn, PlanListModel::WhatColumn, PlanListModel::ReasonColumn})
            m_table->setColumnWidth(column, kTightColumn);
    }
    m_table->setColumnHidden(PlanListModel::ReasonColumn, m_flow->revokes() && std::none_of(plan.steps.cbegin(), plan.steps.cend(), [](const runs::Step &step) {
        const auto *revoke = std::get_if<runs::RevokeStep>(&step.what);
        return revoke && !revoke->reason.isEmpty();
    }));
    m_remarks->setText(plan.remarks.join(u'\n'));
    m_remarks->setVisible(!plan.remarks.isEmpty());
    m_tiles->count();
    if (!plan.steps.isEmpty() && !sameRows)
        select(m_selected);
    dress();
}

/// Step -1, or one that is not there: the first that waits for the person.
void GrantReviewPage::select(int step)
{
    const QList<runs::Step> &steps = m_flow->plan().steps;
    if (step < 0 || step >= steps.size()) {
        const auto open = std::find_if(steps.cbegin(), steps.cend(), [](const runs::Step &one) { return tileOf(one) == int(Verdict::Ambiguous); });
        step = open == steps.cend() ? 0 : int(open - steps.cbegin());
    }
    const QModelIndex index = m_shown->mapFromSource(m_model->index(step, 0));
    m_table->setCurrentIndex(index.isValid() ? index : m_shown->index(0, 0));
}

void GrantReviewPage::dress()
{
    const bool busy = m_flow->isBusy();
    const runs::Plan &plan = m_flow->plan();
    m_progress->setVisible(busy);
    if (busy)
        m_road->setText(tr("Looking at what everybody holds…"));
    else if (plan.wantedCount())
        m_road->setText(roadWords() + u'\n' + words::cost(plan, m_flow->pace()));
    else
        m_road->clear();
    const bool bulkPossible = !busy && runs::adviseRoad(plan, m_flow->context().forum->capabilities()).bulkPossible;
    m_roads->setVisible(bulkPossible);
    const QSignalBlocker quiet(m_roads); // it is not the person who chooses
    m_roads->setCurrent(plan.road == runs::Road::Bulk ? 1 : 0);
    m_pace->setVisible(plan.road == runs::Road::Single);
    dressChoice();
}

/// Among what the person wrote lately, or in any topic.
void GrantReviewPage::pickReason()
{
    const int step = currentStep();
    if (step < 0)
        return;
    auto *picker = new ReasonPicker(m_flow->context().forum->people(), m_flow->context().address(),
                                    m_flow->plan().steps.at(step).account(), this);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &ReasonPicker::chosen, this, [this, step, plan = m_flow->plan().id](const Reason &reason) {
        if (m_flow->plan().id == plan)
            m_flow->useReason(step, reason.url.toString());
    });
    picker->open();
}

/// Why it is this road; of one that the person has chosen, what it means.
QString GrantReviewPage::roadWords() const
{
    const runs::Plan &plan = m_flow->plan();
    if (m_flow->revokes())
        return tr("%Ln grant(s), each revoked by itself.", nullptr, plan.wantedCount());
    const runs::RoadAdvice advice = runs::adviseRoad(plan, m_flow->context().forum->capabilities());
    return plan.road == advice.best ? advice.why : runs::roadMeaning(plan.road, plan);
}

void GrantReviewPage::dressChoice()
{
    const int index = currentStep();
    if (index >= 0)
        m_selected = index;
    if (index < 0 || m_flow->isBusy()) {
        m_choice->offer({}, {});
        for (QWidget *button : {m_leaveOut, m_insist, m_reason, m_noReason})
            button->hide();
        return;
    }
    const runs::Step &step = m_flow->plan().steps.at(index);
    const bool open = tileOf(step) == int(Verdict::Ambiguous) || step.verdict == Verdict::NotLookedUp;
    const bool leftOut = step.verdict == Verdict::LeftOut;
    // Whom one has chosen by mistake one may choose anew.
    const bool choosable = open || (!leftOut && m_flow->isChosenByHand(step.recipient));
    m_choice->offer(choosable ? step.recipient : QString(), step.suggestions);
    m_leaveOut->setVisible(step.wanted() || open || leftOut);
    m_leaveOut->setText(leftOut ? tr("Take in again") : tr("Leave out"));
    const auto *grant = std::get_if<runs::GrantStep>(&step.what);
    const Capability topics = m_flow->context().capabilities().of(Ability::ReadTopics);
    m_reason->setVisible(grant && !choosable && step.account().id > 0); // first whom, then what for
    m_reason->setEnabled(topics.allowed);
    m_reason->setToolTip(topics.reason);
    m_noReason->setVisible(grant && !choosable && (!grant->reason.isEmpty() || step.verdict == Verdict::ReasonElsewhere));
    m_insist->setVisible(step.mayInsist());
    const QString name = m_insist->fontMetrics().elidedText(step.recipient, Qt::ElideMiddle, kLongestRecipient).replace(u'&', QStringLiteral("&&"));
    m_insist->setText(step.insisted ? tr("Do not grant to %1").arg(name) : tr("Grant to %1 all the same").arg(name));
}

} // namespace badgewright::ui
