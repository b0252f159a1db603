// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/plan_review_dialog.h"

#include "runs/road.h"
#include "runs/undo.h"
#include "support/settings.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/table_view.h"
#include "ui/kit/window_size.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/plan_list_model.h"
#include "ui/runs/verdict_tiles.h"
#include "ui/words/run_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kLeastRows = 2;
constexpr int kMostRowsAsked = 9; ///< where the screen has the room
constexpr int kWidth = 900;
constexpr int kSideMargin = 24;

template <class Fn> bool anyStep(const runs::Plan &plan, Fn fn)
{
    return std::any_of(plan.steps.cbegin(), plan.steps.cend(), fn);
}

/// Whether the plan does what the ledger cannot take back.
bool isForGood(const runs::Plan &plan)
{
    return anyStep(plan, [](const runs::Step &step) { return step.wanted() && !runs::canBeUndone(step.type()); });
}

/// What each step does is told by the button where all give the same badge.
bool isOneGrant(const runs::Plan &plan)
{
    const QString what = plan.steps.isEmpty() ? QString() : plan.steps.first().subject();
    return !anyStep(plan, [&what](const runs::Step &step) { return step.type() != runs::StepType::Grant || step.subject() != what; });
}

/// Many different verdicts need more width than the window may have.
QWidget *scrolledSideways(VerdictTiles *tiles, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // its tiles have it, and it follows them
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    auto *row = new QWidget;
    auto *inRow = new QHBoxLayout(row);
    inRow->setContentsMargins(0, 0, 0, 0);
    inRow->addWidget(tiles);
    inRow->addStretch();
    area->setWidget(row);
    row->setAutoFillBackground(false); // which setWidget() sets
    const bool scrolls = row->sizeHint().width() > kWidth - 2 * kSideMargin;
    area->setFixedHeight(row->sizeHint().height() + (scrolls ? area->style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0));
    return area;
}

} // namespace

PlanReviewDialog::PlanReviewDialog(const PlanReview &review, QWidget *parent)
    : QDialog(parent)
    , m_review(review)
    , m_cost(secondaryLabel(QString(), this))
    , m_pace(new SegmentedControl(tr("Pace"), {tr("Considerate"), tr("All the forum allows")}, this))
{
    setWindowTitle(review.title);
    setAttribute(Qt::WA_DeleteOnClose);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSideMargin, 22, kSideMargin, 20);
    column->setSpacing(10);
    auto *heading = sectionLabel(review.title, this);
    heading->setWordWrap(true);
    column->addWidget(heading);
    if (!review.lead.isEmpty())
        column->addWidget(bodyLabel(review.lead, this));
    column->addWidget(makeTable(), 1);
    for (const QString &remark : review.plan.remarks) {
        auto *words = bodyLabel(remark, this);
        words->setTone(Tone::Look);
        column->addWidget(words);
    }
    addCost();
    addButtons();
    setAccessibleDescription(QStringList{review.lead, review.plan.remarks.join(u' ')}.join(u' ').trimmed());
    resize(fittingSize(this, QSize(kWidth, sizeHint().height() + m_moreRows)));
}

QWidget *PlanReviewDialog::makeTable()
{
    const runs::Plan &plan = m_review.plan;
    auto *whole = new QWidget(this);
    auto *model = new PlanListModel(this);
    model->setPlan(plan);
    auto *tiles = new VerdictTiles(model, whole);
    tiles->count();
    auto *table = new TableView(tr("What will be done"), whole);
    table->setModel(tiles->rows());
    table->setPillColumn(PlanListModel::VerdictColumn);
    table->setColumnWidths({150, 160, 50, 230, 150, 200}, isOneGrant(plan) ? PlanListModel::VerdictColumn : PlanListModel::WhatColumn);
    // What says nothing about these steps is left out.
    table->setColumnHidden(PlanListModel::RecipientColumn, !anyStep(plan, [](const runs::Step &step) { return step.isForSomebody(); }));
    table->setColumnHidden(PlanListModel::WhatColumn, isOneGrant(plan));
    table->setColumnHidden(PlanListModel::AccountColumn, !anyStep(plan, [](const runs::Step &step) { return step.account().id > 0; }));
    table->setColumnHidden(PlanListModel::RowColumn, !anyStep(plan, [](const runs::Step &step) { return step.row > 0; }));
    table->setColumnHidden(PlanListModel::ReasonColumn, !anyStep(plan, [](const runs::Step &step) {
        const auto *grant = std::get_if<runs::GrantStep>(&step.what);
        return grant && !grant->reason.isEmpty();
    }));
    const int rows = std::clamp(model->rowCount(), kLeastRows, kMostRowsAsked);
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height() + kLeastRows * table->verticalHeader()->defaultSectionSize() + 4);
    table->selectRow(0);

    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(scrolledSideways(tiles, whole));
    column->addWidget(framed(table, whole), 1);
    m_moreRows = (rows - kLeastRows) * table->verticalHeader()->defaultSectionSize();
    return whole;
}

runs::Pace PlanReviewDialog::pace() const
{
    return m_pace->current() == 1 ? runs::Pace::All : runs::Pace::Considerate;
}

void PlanReviewDialog::addCost()
{
    m_pace->setCurrent(m_review.pace == runs::Pace::All ? 1 : 0);
    m_pace->setVisible(m_review.plan.road == runs::Road::Single);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_cost, 1);
    row->addWidget(m_pace);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_pace, &SegmentedControl::currentChanged, this, &PlanReviewDialog::dressCost);
    dressCost();
}

void PlanReviewDialog::dressCost()
{
    QStringList sentences;
    if (m_review.plan.road == runs::Road::Bulk)
        sentences << tr("One bulk award.") << runs::roadMeaning(runs::Road::Bulk, m_review.plan);
    sentences << words::cost(m_review.plan, pace());
    m_cost->setText(sentences.join(u' '));
}

void PlanReviewDialog::addButtons()
{
    auto *no = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *yes = makeButton(m_review.danger ? ButtonKind::Danger : ButtonKind::Primary,
                           words::whatPlanDoes(m_review.plan).replace(u'&', QStringLiteral("&&")), this);
    yes->setEnabled(m_review.plan.wantedCount() > 0);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addStretch();
    buttons->addWidget(no);
    buttons->addWidget(yes);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addSpacing(10);
    column->addLayout(buttons);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    // Return alone never does what cannot be undone.
    for (auto *button : {no, yes})
        button->setAutoDefault(true);
    (m_review.danger ? no : yes)->setDefault(true);
    (m_review.danger ? no : yes)->setFocus();
}

PlanReviewDialog *reviewAndRun(QWidget *over, const PageContext &context, const runs::Plan &plan, const QString &title, const QString &lead,
                               std::function<void(runs::Pace)> go)
{
    PlanReview review{plan, title, lead, isForGood(plan)};
    if (context.settings)
        review.pace = runs::paceFromName(context.settings->value(settings::kPace)).value_or(review.pace);
    Question question;
    question.title = title;
    question.consequence = QStringList{lead, plan.remarks.join(u'\n')}.join(u'\n').trimmed();
    question.yes = words::whatPlanDoes(plan);
    question.danger = review.danger;
    if (context.connection().safeMode == SafeMode::ReadOnly) {
        confirmRun(over, context.ask, context.connection(), question, {});
        return nullptr;
    }
    auto *dialog = new PlanReviewDialog(review, over);
    QObject::connect(dialog, &QDialog::accepted, over, [=, go = std::move(go)] {
        const runs::Pace pace = dialog->pace();
        if (context.settings && plan.road == runs::Road::Single)
            context.settings->set(settings::kPace, runs::paceName(pace));
        if (context.connection().safeMode == SafeMode::AskTyped)
            confirmRun(over, context.ask, context.connection(), question, [go, pace] { go(pace); });
        else
            go(pace);
    });
    dialog->open();
    return dialog;
}

} // namespace badgewright::ui
