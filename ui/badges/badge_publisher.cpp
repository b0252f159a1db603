// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_publisher.h"

#include "runs/planner.h"

#include <QSet>

namespace badgewright::ui {

using runs::RunState;
using runs::StepState;

BadgePublisher::BadgePublisher(const ForumPtr &forum, runs::RunCentre *runs, Clock *clock, QObject *parent)
    : QObject(parent), m_forum(forum), m_runs(runs), m_clock(clock)
{
}

BadgePublisher::Batch BadgePublisher::batchOf(const QList<BadgeDraft> &drafts, const BadgeCatalogue &catalogue) const
{
    Batch batch;
    QList<runs::PublishBadgeStep> steps;
    QSet<QString> names;
    for (const BadgeDraft &draft : drafts) {
        QStringList problems = draft.problems(catalogue);
        const QString name = draft.edited.name.trimmed();
        if (names.contains(name))
            problems << tr("Another of these badges has the same name.");
        if (!problems.isEmpty()) {
            batch.leftOut << LeftOut{draft.id, problems.join(u' ')};
            continue;
        }
        names.insert(name);
        runs::PublishBadgeStep step;
        step.id = draft.isNew() ? 0 : draft.id;
        step.fields = draft.fields();
        if (!draft.isNew())
            step.before = draft.published;
        if (draft.picture)
            step.picture = draft.picture->prepared.picture;
        if (step.fields.name)
            step.fields.name = step.fields.name->trimmed();
        step.nameGroupings(catalogue.groupings);
        steps << step;
        batch.ids << draft.id;
    }
    batch.plan = runs::planPublish(m_forum, steps, *m_clock);
    for (qsizetype i = batch.plan.steps.size() - 1; i >= 0; --i) {
        if (batch.plan.steps.at(i).wanted())
            continue;
        batch.leftOut << LeftOut{batch.ids.at(i), batch.plan.steps.at(i).verdictDetail};
        batch.plan.steps.removeAt(i);
        batch.ids.removeAt(i);
    }
    return batch;
}

Result<Done> BadgePublisher::start(const Batch &batch)
{
    if (m_state != State::Idle)
        return fail(Error::refusedHere(tr("Another badge is being published.")));
    constexpr int handful = 10; // what a person would do by hand
    const Result<runs::Run *> run = m_runs->start(batch.plan, m_forum, batch.ids.size() > handful ? runs::Pace::Considerate : runs::Pace::All);
    if (!run)
        return fail(run.error());
    m_run = *run;
    m_runId = m_run->id();
    m_badges = batch.ids;
    m_state = State::Running;
    connect(m_run, &runs::Run::stateChanged, this, &BadgePublisher::follow);
    connect(m_run, &runs::Run::stepChanged, this, &BadgePublisher::changed);
    connect(m_run, &QObject::destroyed, this, [this] { end(allFailed(tr("The run was closed before it was over; the ledger has it."))); });
    Q_EMIT changed();
    // It may have come to rest at once, before anybody listened.
    QMetaObject::invokeMethod(this, &BadgePublisher::follow, Qt::QueuedConnection);
    return Done{};
}

int BadgePublisher::over() const
{
    return m_run ? m_run->counts().over() : 0;
}

QString BadgePublisher::reason() const
{
    return m_run ? m_run->pauseReason() : QString();
}

void BadgePublisher::resume()
{
    if (m_run && m_state == State::Paused)
        m_run->resume();
}

void BadgePublisher::pause()
{
    if (m_run && m_state == State::Running)
        m_run->pause();
}

void BadgePublisher::stop()
{
    if (m_run)
        m_run->stopAfterCurrent();
}

void BadgePublisher::follow()
{
    if (m_state == State::Idle || !m_run)
        return;
    switch (m_run->state()) {
    case RunState::Ready:
    case RunState::Running:
    case RunState::Stopping:
        m_state = State::Running;
        Q_EMIT changed();
        break;
    case RunState::Paused:
    case RunState::Interrupted:
        m_state = State::Paused;
        Q_EMIT changed();
        break;
    case RunState::Stopped:
    case RunState::Done: {
        const QList<runs::StepRecord> &steps = m_run->steps();
        QList<Outcome> outcomes = steps.isEmpty() ? allFailed(tr("Nothing was sent.")) : QList<Outcome>();
        for (qsizetype i = 0; i < qMin(steps.size(), m_badges.size()); ++i)
            outcomes << outcomeOf(m_badges.at(i), steps.at(i));
        end(outcomes);
        break;
    }
    }
}

QList<BadgePublisher::Outcome> BadgePublisher::allFailed(const QString &words) const
{
    QList<Outcome> outcomes;
    for (const BadgeId id : m_badges)
        outcomes << Outcome{id, false, 0, words};
    return outcomes;
}

BadgePublisher::Outcome BadgePublisher::outcomeOf(BadgeId id, const runs::StepRecord &record) const
{
    switch (record.state) {
    case StepState::Done:
    case StepState::ReadBack:
    case StepState::AlreadySo:
    case StepState::NoEffect:
    case StepState::Unconfirmed:
        return {id, true, record.serverId ? record.serverId : qMax<BadgeId>(id, 0), record.words};
    case StepState::Waiting:
    case StepState::Sending:
        return {id, false, 0, tr("Stopped before it was sent."), true};
    case StepState::Unknown:
        return {id, false, 0, tr("Nobody knows whether the forum took it: %1").arg(record.words)};
    case StepState::Failed:
        break;
    }
    return {id, false, 0, record.words.isEmpty() ? tr("The forum refused it.") : record.words};
}

void BadgePublisher::end(const QList<Outcome> &outcomes)
{
    if (m_state == State::Idle)
        return;
    if (m_run)
        m_run->disconnect(this);
    m_run.clear();
    m_state = State::Idle;
    Q_EMIT ended(outcomes);
    Q_EMIT changed();
}

} // namespace badgewright::ui
