// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/plan_opening.h"

#include "runs/plan_check.h"
#include "runs/plan_file.h"
#include "runs/run.h"
#include "support/clock.h"
#include "support/settings.h"
#include "support/worker_call.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/runs/plan_review_dialog.h"
#include "ui/words/value_words.h"

#include <QFileInfo>

namespace badgewright::ui {

PlanOpening::PlanOpening(const PageContext &context, Notice *notice, QWidget *over)
    : QObject(over), m_context(context), m_notice(notice), m_over(over)
{
}

void PlanOpening::choose()
{
    FileQuestion question;
    question.title = tr("Open a plan");
    question.suggested = m_context.settings->value(settings::kLastFolder);
    question.filters = {tr("Plans (*.json)"), tr("All files (*)")};
    m_context.ask->openFile(m_over, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        m_context.settings->set(settings::kLastFolder, QFileInfo(path).absolutePath());
        open(path);
    });
}

void PlanOpening::open(const QString &path)
{
    if (m_call)
        m_call->cancel();
    if (m_review)
        m_review->reject();
    m_notice->clear();
    setBusy(true);
    // A plan of many thousand steps is a large file.
    auto *call = runLater<runs::Plan>(this, [path, id = m_context.connection().id] { return runs::loadPlan(path, id); });
    m_call = call;
    call->then(this, [this, call, path](const Result<runs::Plan> &plan) {
        if (m_call != call)
            return; // another file was opened meanwhile
        if (!plan)
            return refuse(plan.error(), path);
        if (const Result<Done> can = m_context.runs->canStart(*plan, m_context.forum); !can)
            return refuse(can.error(), path);
        check(*plan, path);
    });
}

void PlanOpening::check(const runs::Plan &plan, const QString &path)
{
    Call<Done> *call = runs::checkPlan(plan, m_context.forum, this);
    m_call = call;
    call->then(this, [this, call, plan, path](const Result<Done> &fits) {
        if (m_call != call)
            return;
        if (!fits)
            return refuse(fits.error(), path);
        m_call = nullptr;
        setBusy(false);
        show(plan, path);
    });
}

void PlanOpening::show(const runs::Plan &plan, const QString &path)
{
    const QString made = words::moment(plan.madeAt, m_context.clock->utcNow());
    QString lead = plan.actingUser.isEmpty() ? tr("%1, made %2.").arg(QFileInfo(path).fileName(), made)
                                             : tr("%1, made %2 by %3.").arg(QFileInfo(path).fileName(), made, plan.actingUser);
    if (!plan.source.isEmpty())
        lead += u' ' + tr("People from %1.").arg(plan.source);
    m_review = reviewAndRun(m_over, m_context, plan, plan.title, lead, [this, plan, path](runs::Pace pace) {
        const auto run = m_context.runs->start(plan, m_context.forum, pace);
        if (run)
            Q_EMIT started((*run)->id());
        else
            refuse(run.error(), path);
    });
}

void PlanOpening::refuse(const Error &error, const QString &path)
{
    m_call = nullptr;
    setBusy(false);
    m_notice->sayError(error, m_context.address(), tr("%1 cannot be carried out.").arg(QFileInfo(path).fileName()), [this, path] { open(path); });
}

void PlanOpening::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace badgewright::ui
