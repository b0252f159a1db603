// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/apply_command.h"

#include "app/command/interrupt.h"
#include "app/command/plan_summary.h"
#include "runs/plan_check.h"
#include "runs/plan_file.h"
#include "runs/undo.h"
#include "support/clock.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/words/error_words.h"
#include "ui/words/run_words.h"
#include "ui/words/undo_words.h"

#include <QJsonObject>

namespace badgewright {

bool saysYes(const QString &answer)
{
    return answer.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0 || answer.compare(QLatin1String("y"), Qt::CaseInsensitive) == 0;
}

std::optional<QString> confirmAtTerminal(const Connection &connection, const QString &what, bool yes, const QString &confirm)
{
    switch (connection.safeMode) {
    case SafeMode::ReadOnly:
        return QStringLiteral("The connection %1 is read only; change its safe mode first.").arg(connection.name);
    case SafeMode::Ask: {
        if (yes)
            return std::nullopt;
        QString answer;
        if (!Console::ask(QStringLiteral("%1? (yes/no)").arg(what), &answer))
            return QStringLiteral("This connection asks before it changes anything, and there is no terminal to ask at: add --yes.");
        if (saysYes(answer))
            return std::nullopt;
        return QStringLiteral("Nothing was sent.");
    }
    case SafeMode::AskTyped: {
        QString answer = confirm;
        if (answer.isEmpty()
            && !Console::ask(QStringLiteral("%1? Type the forum's name, %2:").arg(what, connection.address()), &answer))
            return QStringLiteral("This connection asks for the forum's name, and there is no terminal to ask at: add --confirm %1.")
                .arg(connection.address());
        if (answer == connection.address() || answer == connection.name)
            return std::nullopt;
        return QStringLiteral("That is not the forum's name, %1. Nothing was sent.").arg(connection.address());
    }
    }
    return QStringLiteral("Nothing was sent.");
}

std::optional<int> ApplyCommand::prepare(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QString what = m_undo ? QStringLiteral("undo") : QStringLiteral("apply");
    parser.setApplicationDescription(m_undo ? QStringLiteral("Takes back what a run did.")
                                            : QStringLiteral("Carries out a plan, or goes on with a run."));
    parser.addPositionalArgument(m_undo ? QStringLiteral("RUN") : QStringLiteral("PLAN"),
                                 m_undo ? QStringLiteral("The number of a run.") : QStringLiteral("A plan file."));
    parser.addOptions({
        {QStringLiteral("pace"), QStringLiteral("considerate (45 a minute, the default) or all (all the forum allows)."), QStringLiteral("PACE")},
        {QStringLiteral("yes"), QStringLiteral("Do not ask.")},
        {QStringLiteral("confirm"), QStringLiteral("The forum's name, where the connection asks for it."), QStringLiteral("FORUM")},
        {QStringLiteral("json"), QStringLiteral("For machines.")},
    });
    if (!m_undo)
        parser.addOption({QStringLiteral("resume"), QStringLiteral("Go on with this run."), QStringLiteral("RUN")});
    if (const auto end = parseArguments(parser, what, arguments))
        return end;
    if (parser.isSet(QStringLiteral("pace"))) {
        m_pace = runs::paceFromName(parser.value(QStringLiteral("pace")));
        if (!m_pace)
            return usage(QStringLiteral("--pace is considerate or all."));
    }
    m_yes = parser.isSet(QStringLiteral("yes"));
    m_confirm = parser.value(QStringLiteral("confirm"));
    m_json = parser.isSet(QStringLiteral("json"));
    const QStringList words = parser.positionalArguments();
    const bool resumes = !m_undo && parser.isSet(QStringLiteral("resume"));
    if (words.size() != (resumes ? 0 : 1))
        return usage(m_undo ? QStringLiteral("undo takes the number of a run.")
                            : QStringLiteral("apply takes a plan file, or --resume RUN."));
    if (resumes || m_undo) {
        const QString number = resumes ? parser.value(QStringLiteral("resume")) : words.first();
        bool ok = false;
        m_runId = number.toInt(&ok);
        if (!ok || m_runId < 1)
            return usage(QStringLiteral("\"%1\" is not the number of a run.").arg(number));
    } else {
        m_planFile = words.first();
    }
    return std::nullopt;
}

void ApplyCommand::start(Services *services)
{
    m_services = services;
    if (const Error *error = services->ledgerError()) {
        failWith(*error);
        return;
    }
    QString forumId;
    if (m_runId) {
        const auto run = services->ledger()->run(m_runId);
        if (!run) {
            Console::note(QStringLiteral("There is no run %1 in the ledger.").arg(m_runId));
            finish(kUsage);
            return;
        }
        forumId = run->forumId;
    } else {
        auto plan = runs::loadPlan(m_planFile, {});
        if (!plan) {
            Console::note(plan.error().detail);
            finish(kUsage);
            return;
        }
        m_plan = *plan;
        forumId = plan->forumId;
    }
    withForum(forumId, [this](const ForumPtr &forum) { begin(forum); });
}

void ApplyCommand::begin(const ForumPtr &forum)
{
    if (m_undo) {
        auto *call = runs::compareUndo(*m_services->ledger(), m_runId, forum, *m_services->clock(), this);
        call->then(this, [this, forum](const Result<runs::ComparedUndo> &undo) {
            const auto plan = undo.and_then([this](const runs::ComparedUndo &found) { return ui::words::undoToReview(found, m_runId); });
            if (!plan) {
                failWith(plan.error(), forum->connection().address());
                return;
            }
            describePlan(*plan);
            if (const QString lead = ui::words::undoLead(*undo); !lead.isEmpty())
                Console::note(lead);
            carryOut(forum, *plan);
        });
        return;
    }
    if (!m_runId) {
        // What cannot be undone is said before, also by a plan that somebody else has made.
        for (const QString &remark : std::as_const(m_plan.remarks))
            Console::note(remark);
        runs::checkPlan(m_plan, forum, this)->then(this, [this, forum](const Result<Done> &fits) {
            if (fits)
                carryOut(forum, m_plan);
            else
                failWith(fits.error(), forum->connection().address());
        });
        return;
    }
    const QString what = QStringLiteral("Go on with run %1 on %2").arg(m_runId).arg(forum->connection().address());
    if (const auto refusal = confirmAtTerminal(forum->connection(), what, m_yes, m_confirm)) {
        Console::note(*refusal);
        finish(kUsage);
        return;
    }
    if (!takeForum(forum))
        return;
    const auto run = m_services->runs()->resume(m_runId, forum);
    if (!run) {
        failWith(run.error(), forum->connection().address());
        return;
    }
    if (m_pace)
        (*run)->setPace(*m_pace);
    watch(*run);
}

void ApplyCommand::carryOut(const ForumPtr &forum, const runs::Plan &plan)
{
    const QString what = QStringLiteral("%1: %2 of %3 steps on %4")
                             .arg(plan.title)
                             .arg(plan.wantedCount())
                             .arg(plan.steps.size())
                             .arg(forum->connection().address());
    if (const auto refusal = confirmAtTerminal(forum->connection(), what, m_yes, m_confirm)) {
        Console::note(*refusal);
        finish(kUsage);
        return;
    }
    if (!takeForum(forum))
        return;
    const auto run = m_services->runs()->start(plan, forum, m_pace.value_or(runs::Pace::Considerate));
    if (run)
        watch(*run);
    else
        failWith(run.error(), forum->connection().address());
}

void ApplyCommand::watch(runs::Run *run)
{
    tellNoPauses(); // the progress says it
    connect(run, &runs::Run::progressChanged, this, [run] {
        QString text = QStringLiteral("%1 of %2").arg(run->counts().over()).arg(run->counts().total);
        if (run->counts().failed())
            text += QStringLiteral(", %1 failed").arg(run->counts().failed());
        Console::progress(text, run->paceNote());
    });
    // Not at once when it pauses: the answers to what is under way are still to come, and belong to the report.
    const auto look = [this, run] {
        const runs::RunState state = run->state();
        const bool rests = state == runs::RunState::Paused || state == runs::RunState::Stopped || state == runs::RunState::Done;
        if (rests && !std::exchange(m_reported, true))
            report(run);
    };
    connect(run, &runs::Run::idle, this, look);
    connect(new Interrupt(this), &Interrupt::asked, run, [run] {
        Console::note(QStringLiteral("Stopping after the current steps; once more ends at once."));
        run->stopAfterCurrent();
    });
    if (run->state() == runs::RunState::Done)
        look();
}

void ApplyCommand::report(const runs::Run *run)
{
    // Badges that came to the forum with their designs have them from now on.
    ui::AwaitedDesigns({m_services->designsFolder(), run->summary().forumId}, m_services->ledger()).settle(m_services->clock()->utcNow());
    const bool over = run->state() == runs::RunState::Done;
    if (m_json) {
        QJsonObject counts;
        for (int i = 0; i < runs::kStepStateCount; ++i)
            counts.insert(runs::stepStateName(runs::StepState(i)), run->counts()[runs::StepState(i)]);
        Console::json(QJsonDocument(QJsonObject{{QStringLiteral("run"), run->id()},
                                                {QStringLiteral("state"), runs::runStateName(run->state())},
                                                {QStringLiteral("note"), run->pauseReason()},
                                                {QStringLiteral("total"), run->counts().total},
                                                {QStringLiteral("counts"), counts}}));
    } else {
        for (const runs::StepRecord &step : run->steps()) {
            if (step.state == runs::StepState::Failed || step.state == runs::StepState::Unknown)
                Console::line(QStringLiteral("%1: %2: %3").arg(step.recipient(), ui::words::stepState(step.state, step.step.type()), step.words));
            else if (step.step.type() == runs::StepType::PublishBadge && !step.words.isEmpty())
                Console::line(QStringLiteral("%1: %2").arg(step.recipient(), step.words)); // what the forum did not take over
        }
        const int already = run->counts()[runs::StepState::AlreadySo];
        QString line = QStringLiteral("Run %1: %2 of %3 done, ").arg(run->id()).arg(run->counts().over() - run->counts().failed()).arg(run->counts().total);
        if (already)
            line += QStringLiteral("%1 of them so already, ").arg(already);
        Console::line(line + QStringLiteral("%1 failed.").arg(run->counts().failed()));
    }
    if (!over) {
        if (run->pauseError())
            Console::note(ui::words::sentence(*run->pauseError(), run->summary().forumAddress));
        Console::note(QStringLiteral("Go on with: badgewright apply --resume %1").arg(run->id()));
        finish(kStopped);
        return;
    }
    finish(run->counts().failed() ? kSomeFailed : kAllDone);
}

} // namespace badgewright
