// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/run_detail.h"

#include "runs/undo.h"
#include "support/clock.h"
#include "support/whole_file.h"
#include "support/worker_call.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/ledger/not_undone.h"
#include "ui/ledger/run_steps.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/plan_review_dialog.h"
#include "ui/runs/step_list_model.h"
#include "ui/words/run_words.h"
#include "ui/words/undo_words.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr std::chrono::milliseconds kReadPause{60};
constexpr std::chrono::milliseconds kDressPause{100};

QTimer *pause(std::chrono::milliseconds time, QObject *parent)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(time);
    return timer;
}

} // namespace

RunDetail::RunDetail(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_readSoon(pause(kReadPause, this))
    , m_dressSoon(pause(kDressPause, this))
    , m_title(sectionLabel(QString(), this))
    , m_subtitle(secondaryLabel(QString(), this))
    , m_note(bodyLabel(QString(), this))
    , m_pills(new QWidget(this))
    , m_notice(new Notice(this))
    , m_steps(new RunSteps(this))
    , m_buttons(new QWidget(this))
    , m_whyNot(secondaryLabel(QString(), m_buttons))
    , m_notUndone(new NotUndone(context.ask, this))
    , m_resume(new QAction(tr("Resume"), this))
    , m_pause(new QAction(tr("Pause"), this))
    , m_stop(new QAction(tr("Stop after this one"), this))
    , m_retry(new QAction(this))
    , m_undo(new QAction(tr("Undo run…"), this))
    , m_failedCsv(new QAction(tr("Failed rows as CSV…"), this))
{
    m_title->setWordWrap(true);
    auto *pillRow = new QHBoxLayout(m_pills);
    pillRow->setContentsMargins(0, 0, 0, 0);
    pillRow->setSpacing(kGrid);

    auto *flow = new QHBoxLayout;
    flow->setSpacing(kGrid);
    flow->addWidget(makeButton(ButtonKind::Primary, m_resume, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_pause, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_stop, m_buttons));
    flow->addWidget(makeButton(ButtonKind::Secondary, m_retry, m_buttons));
    flow->addStretch();
    auto *second = new QHBoxLayout;
    second->setSpacing(kGrid);
    second->addWidget(makeButton(ButtonKind::Secondary, m_failedCsv, m_buttons));
    second->addWidget(makeButton(ButtonKind::Secondary, m_undo, m_buttons));
    second->addStretch();
    auto *rows = new QVBoxLayout(m_buttons);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid);
    rows->addWidget(m_whyNot);
    rows->addLayout(flow);
    rows->addLayout(second);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin - 2, kMargin - 4, kMargin - 2, kMargin - 4);
    column->setSpacing(kGrid);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_pills);
    column->addWidget(m_note);
    column->addWidget(m_notice);
    column->addWidget(m_steps, 1);
    column->addSpacing(kGrid);
    column->addWidget(m_notUndone);
    column->addWidget(m_buttons);
    column->addStretch();

    connect(m_readSoon, &QTimer::timeout, this, &RunDetail::readSteps);
    connect(m_dressSoon, &QTimer::timeout, this, &RunDetail::dress);
    connect(m_resume, &QAction::triggered, this, &RunDetail::resumeRun);
    connect(m_retry, &QAction::triggered, this, &RunDetail::retryFailed);
    connect(m_undo, &QAction::triggered, this, &RunDetail::undoRun);
    connect(m_failedCsv, &QAction::triggered, this, [this] { saveFailedRows(m_summary.id); });
    connect(m_steps, &RunSteps::happened, this, &RunDetail::countAsDone);
    connect(m_steps, &RunSteps::sendAgain, this, &RunDetail::sendAgain);
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_run)
            m_run->pause();
    });
    connect(m_stop, &QAction::triggered, this, [this] {
        if (m_run)
            m_run->stopAfterCurrent();
    });
    connect(m_context.runs, &runs::RunCentre::runAdded, this, [this](runs::Run *run) {
        if (run->id() == m_summary.id)
            watch();
    });
    dress();
}

void RunDetail::showRun(int runId)
{
    m_notice->clear();
    if (m_comparing)
        m_comparing->cancel();
    m_comparing = nullptr;
    m_summary = {};
    m_summary.id = runId;
    m_counts = {};
    m_stepsRead = false;
    m_steps->setSteps({});
    watch();
}

void RunDetail::watch()
{
    if (m_run)
        m_run->disconnect(this);
    if (m_reading)
        m_reading->cancel();
    m_reading = nullptr;
    m_run = m_summary.id ? m_context.runs->find(m_summary.id) : nullptr;
    m_readSoon->stop();
    if (m_run) {
        connect(m_run, &runs::Run::stateChanged, this, &RunDetail::dress);
        connect(m_run, &runs::Run::progressChanged, this, [this] {
            if (!m_dressSoon->isActive())
                m_dressSoon->start();
        });
        connect(m_run, &runs::Run::stepChanged, this, [this](int position) { m_steps->updateStep(m_run->steps().at(position)); });
        readSteps();
        return;
    }
    if (m_summary.id) {
        if (const auto summary = m_context.runs->ledger()->run(m_summary.id)) {
            m_summary = *summary;
            m_readSoon->start();
        } else {
            m_notice->sayError(summary.error(), m_context.address());
        }
    }
    dress();
}

void RunDetail::readSteps()
{
    if (m_reading)
        m_reading->cancel();
    m_reading = nullptr;
    // A run that is open has them, and counts them, itself.
    if (m_run) {
        showSteps(m_run->steps());
        return;
    }
    // Thousands take their time. A ledger is used from one thread, so the other one opens it for itself.
    using Steps = QList<runs::StepRecord>;
    auto *call = runLater<Steps>(this, [path = m_context.runs->ledger()->path(), id = m_summary.id]() -> Result<Steps> {
        const auto ledger = runs::Ledger::open(path);
        if (!ledger)
            return fail(ledger.error());
        return (*ledger)->steps(id);
    });
    m_reading = call;
    call->then(this, [this, call](const Result<Steps> &steps) {
        if (m_reading != call)
            return; // another run is shown, or this one was opened meanwhile
        m_reading = nullptr;
        if (steps)
            showSteps(*steps);
        else
            m_notice->sayError(steps.error(), m_context.address(), {}, [this] { readSteps(); });
        dress();
    });
    dressPills();
}

void RunDetail::showSteps(const QList<runs::StepRecord> &steps)
{
    m_counts = {};
    m_counts.total = int(steps.size());
    m_canBeUndone = false;
    m_grantsGone = false;
    for (const runs::StepRecord &step : steps) {
        const auto *deleting = std::get_if<runs::DeleteBadgeStep>(&step.step.what);
        m_grantsGone = m_grantsGone || (deleting && deleting->grants > 0);
        ++m_counts.of[size_t(step.state)];
        m_canBeUndone = m_canBeUndone || runs::canBeUndone(step.step.type());
    }
    m_type = words::commonType(steps);
    m_stepsRead = true;
    m_steps->setSteps(steps);
    dress();
}

void RunDetail::dress()
{
    if (m_run) {
        m_summary = m_run->summary();
        m_counts = m_run->counts();
    }
    const bool open = m_summary.id > 0;
    m_notUndone->sayNothing();
    const QWidgetList parts{m_pills, m_buttons, m_steps};
    for (QWidget *part : parts)
        part->setVisible(open);
    if (!open) {
        m_title->setText(tr("No run chosen"));
        m_subtitle->setText(tr("Choose a run to see what came of every step."));
        m_note->hide();
        const QList<QAction *> none{m_resume, m_pause, m_stop, m_retry, m_undo, m_failedCsv};
        for (QAction *action : none)
            action->setVisible(false);
        return;
    }
    m_title->setText(tr("Run %1 · %2").arg(m_summary.id).arg(m_summary.title));
    QStringList facts;
    if (!m_summary.source.isEmpty() && m_type != runs::StepType::DeleteBadge) // of what was deleted it is said below
        facts << m_summary.source;
    facts << tr("started %1").arg(words::moment(m_summary.startedAt.isValid() ? m_summary.startedAt : m_summary.createdAt, m_context.clock->utcNow()));
    if (m_summary.finishedAt.isValid() && m_summary.startedAt.isValid())
        facts << tr("took %1").arg(words::duration(std::chrono::seconds(m_summary.startedAt.secsTo(m_summary.finishedAt))));
    if (m_summary.road == runs::Road::Bulk)
        facts << tr("one bulk award");
    if (!m_summary.actingUser.isEmpty())
        facts << tr("as %1").arg(m_summary.actingUser);
    facts << m_summary.forumAddress;
    m_subtitle->setText(facts.join(QStringLiteral(" · ")));
    m_note->setText(m_summary.note);
    m_note->setVisible(!m_summary.note.isEmpty());
    dressPills();
    dressActions();
}

void RunDetail::dressPills()
{
    auto *row = static_cast<QHBoxLayout *>(m_pills->layout());
    while (QLayoutItem *item = row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_reading || m_readSoon->isActive())
        row->addWidget(secondaryLabel(tr("Reading the steps…"), m_pills));
    for (int i = 0; i < runs::kStepStateCount; ++i) {
        const auto state = runs::StepState(i);
        if (const int count = m_counts[state])
            row->addWidget(new PillLabel(tr("%1 %2").arg(words::number(count), words::stepStateCount(state, m_type)), stepTone(state), m_pills));
    }
    row->addStretch();
}

void RunDetail::dressActions()
{
    const bool here = m_summary.forumId == m_context.connection().id;
    const bool moving = m_summary.state == runs::RunState::Running || m_summary.state == runs::RunState::Stopping;
    const bool over = m_summary.state == runs::RunState::Done || m_summary.state == runs::RunState::Stopped;
    const int failed = m_counts[runs::StepState::Failed];
    // Moving, but not in this program: another one is at it, which resuming will say, or was when it ended.
    // What an undone run would still do could not be undone again.
    const bool live = here && !m_summary.undoneBy;
    // A retry, or one step sent again, goes on with whatever waits: a stopped run is resumed knowingly, or not at all.
    const bool nothingWaits = m_counts[runs::StepState::Waiting] == 0;
    m_resume->setVisible(live && m_summary.canResume() && !(m_run && moving) && m_summary.done < m_summary.total);
    m_pause->setVisible(m_run && m_summary.state == runs::RunState::Running);
    m_stop->setVisible(m_run && m_summary.state == runs::RunState::Running);
    // Those that nobody knows the end of are never sent again without a look at them.
    m_retry->setVisible(live && !moving && nothingWaits && failed > 0);
    m_retry->setText(tr("Retry %Ln failed", nullptr, failed));
    m_undo->setVisible(live && over && m_stepsRead && m_canBeUndone);
    m_failedCsv->setVisible(m_summary.failed > 0);
    const bool offline = m_context.forum->isOffline();
    const QString whyNot = offline ? tr("%1 could not be reached. A run can be resumed, retried or undone when the forum is there again.").arg(m_context.address()) : QString();
    for (QAction *action : {m_resume, m_retry, m_undo}) {
        action->setEnabled(!offline);
        action->setToolTip(whyNot);
    }
    const bool wouldOffer = m_resume->isVisible() || m_retry->isVisible() || m_undo->isVisible();
    m_whyNot->setText(whyNot);
    m_whyNot->setVisible(offline && wouldOffer);
    const bool did = m_counts[runs::StepState::Done] + m_counts[runs::StepState::ReadBack] > 0;
    if (over && did && m_stepsRead && !m_canBeUndone && m_type)
        m_notUndone->say(m_summary, *m_type, m_grantsGone);
    else
        m_notUndone->sayNothing();
    m_steps->dress(m_counts, m_type, !moving);
    m_steps->setSettleable(live && !offline && nothingWaits && (m_run || m_summary.state == runs::RunState::Done),
                           offline ? whyNot : here ? tr("Resume the run first") : tr("This run belongs to another forum"));
}

runs::Run *RunDetail::opened()
{
    if (m_run)
        return m_run;
    // Of a run that is done nothing is left to resume: it is only opened.
    const auto run = m_context.runs->resume(m_summary.id, m_context.forum);
    if (!run) {
        m_notice->sayError(run.error(), m_context.address());
        return nullptr;
    }
    return *run;
}

void RunDetail::countAsDone(int position)
{
    if (runs::Run *run = opened())
        run->countAsDone(position);
}

void RunDetail::sendAgain(int position)
{
    Question question;
    question.title = tr("Send it to %1 again?").arg(m_context.address());
    question.consequence = tr("Nobody knows whether it was done. If it was, it is done twice: look on the forum first.");
    question.yes = tr("Send again");
    question.danger = true;
    confirmRun(this, m_context.ask, m_context.connection(), question, [this, position, runId = m_summary.id] {
        if (runs::Run *run = m_summary.id == runId ? opened() : nullptr)
            run->sendAgain(position);
    });
}

void RunDetail::resumeRun()
{
    const auto run = m_context.runs->resume(m_summary.id, m_context.forum);
    if (!run)
        m_notice->sayError(run.error(), m_context.address());
    watch();
}

void RunDetail::retryFailed()
{
    const auto run = m_context.runs->retryFailed(m_summary.id, m_context.forum);
    if (!run)
        m_notice->sayError(run.error(), m_context.address());
    watch();
}

void RunDetail::undoRun()
{
    if (m_comparing)
        return;
    // What others have changed since is looked at first, and named in the question.
    auto *call = runs::compareUndo(*m_context.runs->ledger(), m_summary.id, m_context.forum, *m_context.clock, this);
    m_comparing = call;
    m_notice->say(Tone::Accent, tr("Looking at what has changed since…"));
    call->then(this, [this, call, runId = m_summary.id, title = m_summary.title](const Result<runs::ComparedUndo> &undo) {
        if (m_comparing != call)
            return; // another run is shown
        m_comparing = nullptr;
        m_notice->clear();
        const Result<runs::Plan> plan = undo.and_then([runId](const runs::ComparedUndo &found) { return words::undoToReview(found, runId); });
        if (plan)
            reviewUndo(runId, *plan, tr("It was: %1. %2").arg(title, words::undoLead(*undo)));
        else
            m_notice->sayError(plan.error(), m_context.address());
    });
}

void RunDetail::reviewUndo(int runId, const runs::Plan &plan, const QString &lead)
{
    reviewAndRun(this, m_context, plan, tr("Undo run %1?").arg(runId), lead, [this, plan](runs::Pace pace) {
        const auto run = m_context.runs->start(plan, m_context.forum, pace);
        if (!run) {
            m_notice->sayError(run.error(), m_context.address());
            return;
        }
        Q_EMIT runStarted((*run)->id());
    });
}

void RunDetail::saveFailedRows(int runId)
{
    FileQuestion question;
    question.title = tr("Save the failed rows");
    question.suggested = tr("run-%1-failed.csv").arg(runId);
    question.filters = {tr("Tables (*.csv)")};
    question.defaultSuffix = QStringLiteral("csv");
    m_context.ask->saveFile(this, question, [this, runId](const QString &path) {
        if (path.isEmpty())
            return;
        const auto saved = m_context.runs->ledger()->failedRowsCsv(runId).and_then([&](const QByteArray &bytes) {
            return writeWholeFile(path, bytes);
        });
        if (saved)
            m_notice->say(Tone::Good, tr("Saved to %1. The file can be loaded again in the grant dialog.").arg(path));
        else
            m_notice->sayError(saved.error(), m_context.address(), {}, [this, runId] { saveFailedRows(runId); });
    });
}

} // namespace badgewright::ui
