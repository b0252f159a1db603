// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_publisher.h"

#include "runs/planner.h"

namespace badgewright::ui {

using runs::RunState;
using runs::StepState;

BadgePublisher::BadgePublisher(const ForumPtr &forum, runs::RunCentre *runs, Clock *clock, QObject *parent)
    : QObject(parent), m_forum(forum), m_runs(runs), m_clock(clock)
{
}

runs::Plan BadgePublisher::planFor(const BadgeDraft &draft) const
{
    runs::PublishBadgeStep step;
    step.id = draft.isNew() ? 0 : draft.id;
    step.fields = draft.fields();
    if (!draft.isNew())
        step.before = draft.published;
    if (draft.picture)
        step.picture = draft.picture->prepared.picture;
    if (step.fields.name)
        step.fields.name = step.fields.name->trimmed();
    return runs::planPublish(m_forum, {step}, *m_clock);
}

Result<Done> BadgePublisher::start(const runs::Plan &plan, BadgeId id)
{
    if (m_state != State::Idle)
        return fail(Error::refusedHere(tr("Another badge is being published.")));
    const Result<runs::Run *> run = m_runs->start(plan, m_forum, runs::Pace::All);
    if (!run)
        return fail(run.error());
    m_run = *run;
    m_badge = id;
    m_state = State::Running;
    connect(m_run, &runs::Run::stateChanged, this, &BadgePublisher::follow);
    connect(m_run, &QObject::destroyed, this, [this] {
        end([this] { Q_EMIT failed(m_badge, tr("The run was closed before it was over; the ledger has it.")); });
    });
    Q_EMIT changed();
    // It may have come to rest at once, before anybody listened.
    QMetaObject::invokeMethod(this, &BadgePublisher::follow, Qt::QueuedConnection);
    return Done{};
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
    case RunState::Done:
        if (m_run->steps().isEmpty())
            end([this] { Q_EMIT failed(m_badge, tr("Nothing was sent.")); });
        else
            finish(m_run->steps().first());
        break;
    }
}

void BadgePublisher::finish(const runs::StepRecord &record)
{
    const BadgeId id = m_badge;
    switch (record.state) {
    case StepState::Done:
    case StepState::ReadBack:
    case StepState::AlreadySo:
    case StepState::NoEffect:
    case StepState::Unconfirmed: {
        const BadgeId onForum = record.serverId ? record.serverId : qMax<BadgeId>(id, 0);
        end([=, this] { Q_EMIT published(id, onForum, record.words); });
        break;
    }
    case StepState::Waiting:
    case StepState::Sending:
        end([=, this] { Q_EMIT failed(id, tr("Stopped before it was sent.")); });
        break;
    case StepState::Unknown:
        end([=, this] {
            Q_EMIT failed(id, tr("Nobody knows whether the forum took it: %1").arg(record.words));
        });
        break;
    case StepState::Failed:
        end([=, this] { Q_EMIT failed(id, record.words.isEmpty() ? tr("The forum refused it.") : record.words); });
        break;
    }
}

void BadgePublisher::end(const std::function<void()> &tell)
{
    if (m_state == State::Idle)
        return;
    if (m_run)
        m_run->disconnect(this);
    m_run.clear();
    m_state = State::Idle;
    tell();
    Q_EMIT changed();
}

} // namespace badgewright::ui
