// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_dialog.h"

#include "support/clock.h"
#include "ui/badge_sets/import_list_model.h"
#include "ui/badge_sets/import_run.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/runs/run_errand.h"
#include "ui/words/badge_words.h"
#include "ui/words/run_words.h"

#include <QPushButton>

#include <algorithm>

// The rows on their way to the forum.

namespace badgewright::ui {

namespace {

constexpr qsizetype kNamed = 8; // badges that the question names

/// “Green Thumb” (picture, type)
QString changedWords(const QList<ImportRow> &rows, const Badge &existing)
{
    QStringList fields;
    for (const ImportRow &row : rows) {
        if (row.match.existing != existing.id || row.action != artwork::SetAction::Update)
            continue;
        for (const QString &field : row.match.changedFields())
            fields << words::badgeField(field);
    }
    return ImportDialog::tr("“%1” (%2)").arg(existing.name, fields.join(QStringLiteral(", ")));
}

RunErrand::Words runWords(const QString &address, int badges)
{
    return {ImportDialog::tr("Publishing to %1…").arg(address), [badges, address](int) { return ImportDialog::tr("%Ln badge(s) published to %1.", nullptr, badges).arg(address); },
            [](int failed) { return ImportDialog::tr("%Ln step(s) failed; those badges are still here.", nullptr, failed); }};
}

/// Empty: it is over.
QString standingWords(int runId, runs::RunState state)
{
    switch (state) {
    case runs::RunState::Paused:
        return ImportDialog::tr("It is being published in run %1, which has paused.").arg(runId);
    case runs::RunState::Interrupted:
        return ImportDialog::tr("It is being published in run %1, which was interrupted.").arg(runId);
    case runs::RunState::Ready:
    case runs::RunState::Running:
    case runs::RunState::Stopping:
        return ImportDialog::tr("It is being published in run %1, which is not over.").arg(runId);
    case runs::RunState::Done:
    case runs::RunState::Stopped:
        break;
    }
    return {};
}

QString listOf(const QStringList &names)
{
    const QString some = names.mid(0, kNamed).join(QStringLiteral(", "));
    return names.size() > kNamed ? ImportDialog::tr("%1 and %Ln more", nullptr, int(names.size() - kNamed)).arg(some) : some;
}

} // namespace

QString ImportDialog::publishWords() const
{
    const int wanted = m_flow->wantedCount();
    if (isStanding())
        return tr("Go on with the run");
    if (m_run)
        return m_run->state() == runs::RunState::Paused ? tr("Go on with the run") : tr("Pause");
    return wanted ? tr("Publish %Ln badge(s) to %1", nullptr, wanted) : tr("Nothing to publish");
}

void ImportDialog::dressRun()
{
    m_runStrip->setVisible(m_run);
    if (m_run) {
        const runs::RunCounts &counts = m_run->counts();
        m_runStrip->setParts({{Tone::Accent, counts.over() - counts.failed()}, {Tone::Bad, counts.failed()}}, counts.total);
        m_runCount->setText(tr("%L1 of %L2").arg(counts.over()).arg(counts.total));
        m_model->setPublished(publishedBy(*m_run));
    }
    m_runCount->setVisible(m_run);
    dressRows();
}

void ImportDialog::publish()
{
    if (!m_publish->isEnabled())
        return;
    if (m_run) {
        if (m_run->state() == runs::RunState::Paused)
            m_run->resume();
        else
            m_run->pause();
        return;
    }
    if (isStanding()) {
        goOnWithRun();
        return;
    }
    m_plan = m_flow->plan();
    const runs::Plan &plan = m_plan;
    QStringList held;
    QStringList groupings;
    QStringList changed; // badges that are there
    int badges = 0;
    for (const runs::Step &step : plan.steps) {
        if (const auto *save = std::get_if<runs::SaveGroupingsStep>(&step.what)) {
            for (const Grouping &grouping : save->wanted) {
                if (grouping.id <= 0)
                    groupings << grouping.name;
            }
        } else if (step.wanted()) {
            ++badges;
            if (const auto *badge = std::get_if<runs::PublishBadgeStep>(&step.what); badge && badge->id > 0)
                changed << changedWords(m_flow->rows(), badge->before);
        } else {
            held << tr("%1: %2").arg(step.recipient, words::verdictWhole(step));
        }
    }
    if (!badges) {
        m_runNotice->say(Tone::Look, tr("This cannot be published."), held.join(u' '));
        return;
    }
    QStringList consequences;
    if (!changed.isEmpty())
        consequences << tr("%Ln of them is/are on the forum already and will be changed: %1.", nullptr, int(changed.size())).arg(listOf(changed));
    if (const int others = int(m_flow->rows().size()) - badges; others > 0)
        consequences << tr("%Ln row(s) stay as they are.", nullptr, others);
    if (!groupings.isEmpty())
        consequences << tr("These groupings are made first: %1.").arg(groupings.join(QStringLiteral(", ")));
    if (!held.isEmpty())
        consequences << tr("Not published: %1").arg(held.join(u' '));
    consequences << tr("It is one run, which can be paused and undone in the ledger.");
    Question question;
    question.title = tr("Publish %Ln badge(s) to %1?", nullptr, badges).arg(m_flow->context().address());
    question.consequence = consequences.join(u'\n');
    question.yes = tr("Publish");
    m_errand->run(plan, question, runWords(m_flow->context().address(), badges));
}

void ImportDialog::takeRun(runs::Run *run)
{
    m_run = run;
    connect(run, &runs::Run::progressChanged, this, &ImportDialog::dressRun);
    connect(run, &runs::Run::stateChanged, this, &ImportDialog::dressRun);
    m_flow->setRun(run->id());
    m_flow->setLocked(true);
    dressRun();
}

/// One that was started from here before.
void ImportDialog::takeUpRun(runs::Run *run)
{
    const auto &steps = run->steps();
    const auto badges = std::count_if(steps.cbegin(), steps.cend(), [](const runs::StepRecord &step) { return step.step.type() == runs::StepType::PublishBadge; });
    takeRun(run);
    m_errand->takeUp(run, runWords(m_flow->context().address(), int(badges)));
}

/// Of an import that is gone on with: its run may not be over, and must not be begun a second time beside itself.
void ImportDialog::lookForRun()
{
    const PageContext &context = m_flow->context();
    const int id = m_flow->run();
    if (!isStanding())
        return;
    runs::Run *open = context.runs->find(id);
    if (open && (open->state() == runs::RunState::Running || open->state() == runs::RunState::Stopping)) {
        takeUpRun(open);
        return;
    }
    const Result<runs::RunSummary> summary = context.runs->ledger()->run(id);
    const bool gone = summary ? summary->forumId != context.connection().id : summary.error().kind == ErrorKind::NotFound;
    const QString sentence = gone ? QString() : standingWords(id, summary ? summary->state : runs::RunState::Ready);
    if (sentence.isEmpty()) { // what it did is compared like all else
        m_flow->setRun(0);
        return;
    }
    m_runNotice->say(Tone::Look, sentence, summary ? summary->note : summary.error().detail, tr("Open in the ledger"), [this, id] { Q_EMIT ledgerWanted(id); });
    if (m_flow->isOpen())
        m_flow->setLocked(true);
}

void ImportDialog::goOnWithRun()
{
    const PageContext &context = m_flow->context();
    const int id = m_flow->run();
    if (!isStanding())
        return;
    const Result<runs::Run *> run = context.runs->resume(id, context.forum);
    if (!run) {
        m_runNotice->sayError(run.error(), context.address(), tr("Run %1 cannot go on here.").arg(id));
        Q_EMIT ledgerWanted(id);
    } else if (!m_run) { // that it runs was heard before
        runChanged(*run);
    }
}

void ImportDialog::runChanged(runs::Run *run)
{
    if (!isStanding() || run->id() != m_flow->run())
        return;
    switch (run->state()) {
    case runs::RunState::Running:
    case runs::RunState::Stopping:
        takeUpRun(run);
        break;
    case runs::RunState::Done:
    case runs::RunState::Stopped:
        m_runNotice->clear();
        runEnded();
        break;
    case runs::RunState::Ready:
    case runs::RunState::Paused:
    case runs::RunState::Interrupted:
        break;
    }
}

AwaitedDesigns ImportDialog::awaitedDesigns() const
{
    return AwaitedDesigns(m_flow->designs(), m_flow->context().runs->ledger());
}

void ImportDialog::keepDesigns()
{
    if (const Result<Done> kept = awaitedDesigns().add(m_plan, m_flow->rows()); !kept)
        m_notice->say(Tone::Look, tr("The designs of these badges could not be kept; their pictures are published all the same."), kept.error().detail);
}

void ImportDialog::runEnded()
{
    if (!awaitedDesigns().settle(m_flow->context().clock->utcNow()).isEmpty())
        Q_EMIT designsTaken();
    if (m_run) {
        m_run->disconnect(this);
        m_model->setPublished(publishedBy(*m_run));
    }
    m_run.clear();
    m_flow->setRun(0);
    dressRun();
    m_flow->start(); // what is there now is the same, and the rest can be tried again
    m_flow->setLocked(false);
}

} // namespace badgewright::ui
