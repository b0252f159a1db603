// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_errand.h"

#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/step_list_model.h"
#include "ui/words/run_words.h"

#include <algorithm>

namespace badgewright::ui {

using runs::RunState;

namespace {
constexpr int kHandful = 10;
}

RunErrand::RunErrand(const PageContext &context, Notice *notice, QWidget *over)
    : QObject(over), m_context(context), m_notice(notice), m_over(over)
{
}

void RunErrand::run(const runs::Plan &plan, const Question &question, const Words &words, QWidget *over)
{
    if (m_asking) {
        m_notice->say(Tone::Look, tr("A question is open: answer it first."));
        return;
    }
    if (m_run) {
        sayOnTheWay(tr("The run before is not over yet."));
        return;
    }
    m_words = words;
    setAsking(true);
    QWidget *asker = over ? over : m_over;
    // When its window goes, the question is answered by nobody. (With m_over this goes too.)
    QMetaObject::Connection gone;
    if (over)
        gone = connect(over, &QObject::destroyed, this, [this] { setAsking(false); });
    confirmRun(
        asker, m_context.ask, m_context.connection(), question,
        [this, gone, plan, over] {
            disconnect(gone);
            m_asking = false;
            start(plan, over);
        },
        [this, gone] {
            disconnect(gone);
            setAsking(false);
        });
}

void RunErrand::takeUp(runs::Run *run, const Words &words)
{
    if (isBusy())
        return;
    m_words = words;
    watch(run);
}

void RunErrand::setAsking(bool asking)
{
    m_asking = asking;
    Q_EMIT busyChanged();
}

void RunErrand::start(const runs::Plan &plan, QWidget *over)
{
    // A handful of changes is what a person would do by hand: it need not wait for what the pages have read.
    const runs::Pace pace = plan.wantedCount() > kHandful ? runs::Pace::Considerate : runs::Pace::All;
    const auto run = m_context.runs->start(plan, m_context.forum, pace);
    if (!run) {
        m_notice->sayError(run.error(), m_context.address());
        Q_EMIT busyChanged();
        return;
    }
    watch(*run);
    Q_EMIT started((*run)->id(), over);
}

void RunErrand::watch(runs::Run *run)
{
    m_run = run;
    connect(run, &runs::Run::stateChanged, this, &RunErrand::follow);
    connect(run, &runs::Run::stepChanged, this, [this](int position) {
        if (const runs::StepRecord step = m_run->steps().at(position); runs::isOver(step.state))
            Q_EMIT stepOver(step);
    });
    Q_EMIT busyChanged();
    follow();
}

void RunErrand::follow()
{
    runs::Run *run = m_run;
    if (run->state() != RunState::Done && run->state() != RunState::Stopped) {
        sayOnTheWay({});
        return;
    }
    run->disconnect(this);
    m_run.clear();
    Q_EMIT busyChanged();
    Q_EMIT ended(run);
    sayEnd(*run);
}

void RunErrand::sayOnTheWay(const QString &instead)
{
    const auto toLedger = [this, id = m_run->id()] { Q_EMIT ledgerWanted(id); };
    if (m_run->state() == RunState::Paused) {
        const QString sentence = instead.isEmpty() ? tr("The run is paused.") : instead;
        if (m_goesOnElsewhere) {
            m_notice->say(Tone::Look, sentence, m_run->pauseReason(), tr("Open in the ledger"), toLedger);
            return;
        }
        m_notice->say(Tone::Look, sentence, m_run->pauseReason(), tr("Go on"), [this] {
            if (m_run)
                m_run->resume();
        });
        return;
    }
    m_notice->say(Tone::Accent, instead.isEmpty() ? m_words.sending : instead, {}, tr("Open in the ledger"), toLedger);
}

void RunErrand::sayEnd(const runs::Run &run)
{
    const auto toLedger = [this, id = run.id()] { Q_EMIT ledgerWanted(id); };
    const QList<runs::StepRecord> &steps = run.steps();
    if (run.state() == RunState::Stopped) {
        m_notice->say(Tone::Look, tr("The run was stopped after %1 of %2 steps.").arg(run.counts().over()).arg(run.counts().total), {},
                      tr("Open in the ledger"), toLedger);
    } else if (const int failed = run.counts().failed(); failed > 0 && m_words.failed) {
        const auto first = std::find_if(steps.begin(), steps.end(), [](const runs::StepRecord &step) {
            return step.state == runs::StepState::Failed || step.state == runs::StepState::Unknown;
        });
        m_notice->say(Tone::Bad, m_words.failed(failed), stepRemark(*first), tr("Open in the ledger"), toLedger);
    } else if (failed == 0 && m_words.succeeded) {
        m_notice->say(Tone::Good, m_words.succeeded(run.counts().total));
    } else {
        const runs::StepRecord &step = steps.first();
        m_notice->say(stepTone(step.state), words::stepState(step.state, step.step.type()), stepRemark(step),
                      failed ? tr("Open in the ledger") : QString(), toLedger);
    }
}

} // namespace badgewright::ui
