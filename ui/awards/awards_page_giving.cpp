// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/awards/awards_page.h"

#include "support/clock.h"
#include "ui/awards/reputation_dialog.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/runs/run_errand.h"
#include "ui/words/run_words.h"

#include <QAction>

// What the page gives; the rest of it is in awards_page.cpp.

namespace badgewright::ui {

void AwardsPage::giveForAction()
{
    const AwardType *type = currentType();
    const Action *action = currentAction();
    if (!type || (!action && !m_typedAction))
        return;
    runs::AwardForActionStep step;
    step.typeId = type->id;
    step.typeName = type->name;
    step.mode = type->mode;
    step.actionId = action ? action->id : m_typedAction;
    if (action)
        step.receiver = action->user;
    runs::AwardInput input;
    input.forum = context().forum;
    input.forActions = {step};
    const QString title = action && action->cancelled ? tr("%1? The action was cancelled on the forum.").arg(m_give->text()) : tr("%1?").arg(m_give->text());
    planAndGive(input, title);
}

void AwardsPage::giveDirectly()
{
    const AwardType *type = currentType();
    if (!type || !m_receiver.id)
        return;
    runs::AwardInput input;
    input.forum = context().forum;
    input.toUsers = {{type->id, type->name, m_receiver}};
    planAndGive(input, tr("Give %1 to %2 directly?").arg(type->name, m_receiver.displayName()));
}

void AwardsPage::planAndGive(const runs::AwardInput &input, const QString &title)
{
    m_planning = true;
    dress();
    runs::planAwards(input, context().clock, this)->then(this, [this, title](const Result<runs::Plan> &plan) {
        m_planning = false;
        dress();
        if (plan)
            confirmAndStart(*plan, title, tr("Give award"));
        else
            m_notice->sayError(plan.error(), context().address());
    });
}

void AwardsPage::giveReputation()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ReputationDialog(context(), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ReputationDialog::wanted, this, [this](const runs::GiveReputationStep &step) {
        confirmAndStart(runs::planReputation(context().forum, {step}, *context().clock),
                        tr("Give %1 points to %2?").arg(step.points).arg(step.account.displayName()), tr("Give points"), m_dialog);
    });
    m_dialog->show();
}

void AwardsPage::confirmAndStart(const runs::Plan &plan, const QString &title, const QString &yes, QWidget *over)
{
    runs::Plan sent = plan;
    runs::Step &step = sent.steps.first();
    if (!step.wanted() && !step.mayInsist()) {
        m_notice->say(Tone::Bad, words::verdict(step.verdict, step.type()), step.verdictDetail);
        return;
    }
    Question question;
    question.title = title;
    QStringList lines;
    if (step.verdict != runs::Verdict::Ready)
        lines << tr("%1: %2").arg(words::verdict(step.verdict, step.type()), step.verdictDetail);
    lines << sent.remarks;
    question.consequence = lines.join(u'\n');
    question.yes = yes;
    step.insisted = true;
    m_errand->run(sent, question, {tr("Sending to %1…").arg(context().address()), {}, {}}, over);
}

} // namespace badgewright::ui
