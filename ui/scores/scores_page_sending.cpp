// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/scores_page.h"

#include "runs/planner.h"
#include "support/clock.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/table_view.h"
#include "ui/runs/run_errand.h"
#include "ui/scores/add_event_dialog.h"
#include "ui/scores/recalculate_dialog.h"
#include "ui/scores/score_list_model.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QItemSelectionModel>

// What the page stages and sends; the rest of it is in scores_page.cpp.

namespace badgewright::ui {

void ScoresPage::voidSelected()
{
    if (!m_void->isEnabled())
        return;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    QList<ScoreEventId> ids;
    for (const QModelIndex &row : rows)
        ids << row.data(ScoreListModel::EventIdRole).toLongLong();
    for (const ScoreEventId id : std::as_const(ids))
        m_model->stagePoints(id, 0);
}

void ScoresPage::addEvent()
{
    if (!m_add->isEnabled())
        return;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new AddEventDialog(context(), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AddEventDialog::wanted, this, &ScoresPage::enterPoints);
    m_dialog->show();
}

void ScoresPage::applyStaged()
{
    const QList<runs::UpdateScoreEventStep> steps = m_model->stagedSteps();
    if (steps.isEmpty())
        return;
    QStringList calls;
    for (const runs::UpdateScoreEventStep &step : steps.first(std::min<qsizetype>(steps.size(), 8)))
        calls << tr("%1, %2: %3 instead of %4")
                     .arg(step.date.toString(Qt::ISODate), m_model->personName(step.account.id), words::points(step.points), words::points(step.oldPoints));
    if (steps.size() > calls.size())
        calls << tr("and %Ln more", nullptr, int(steps.size() - calls.size()));
    Question question;
    question.title = tr("Apply %Ln change(s) to %1?", nullptr, int(steps.size())).arg(context().address());
    question.consequence = calls.join(u'\n');
    question.yes = tr("Apply");
    send(runs::planScoreUpdates(context().forum, steps, *context().clock), question);
}

void ScoresPage::enterPoints(const runs::Plan &plan)
{
    const auto *step = std::get_if<runs::CreateScoreEventStep>(&plan.steps.first().what);
    Question question;
    question.title = tr("Enter %1 points for %2 on %3?").arg(words::points(step->points), step->account.username, context().address());
    question.consequence = tr("Day %1. It can be undone from the ledger.").arg(step->date.toString(Qt::ISODate));
    question.yes = tr("Enter points");
    send(plan, question, m_dialog);
}

void ScoresPage::askForRecalculation()
{
    if (m_recalculateDialog) {
        m_recalculateDialog->raise();
        m_recalculateDialog->activateWindow();
        return;
    }
    m_recalculateDialog = new RecalculateDialog(context(), this);
    m_recalculateDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_recalculateDialog, &RecalculateDialog::wanted, this, &ScoresPage::recalculate);
    m_recalculateDialog->show();
}

void ScoresPage::recalculate(const runs::Plan &plan)
{
    const QDate from = std::get<runs::RecalculateStep>(plan.steps.first().what).from;
    Question question;
    question.title = tr("Recalculate the scores on %1 since %2?").arg(context().address(), from.toString(Qt::ISODate));
    question.consequence = plan.remarks.join(u' ');
    question.yes = tr("Recalculate");
    question.danger = true;
    // Without words of its own the step says what came of it, and when the next one is possible.
    m_errand->run(plan, question, {tr("Asking %1 to recalculate…").arg(context().address()), {}, {}}, m_recalculateDialog);
}

void ScoresPage::send(const runs::Plan &plan, const Question &question, QWidget *over)
{
    m_errand->run(plan, question,
                  {tr("Sending to %1…").arg(context().address()),
                   [this](int count) { return tr("%Ln change(s) made on %1.", nullptr, count).arg(context().address()); },
                   [](int count) { return tr("%Ln change(s) failed.", nullptr, count); }},
                  over);
}

} // namespace badgewright::ui
