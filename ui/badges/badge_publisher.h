// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "runs/run.h"
#include "ui/badges/badge_draft.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

/// Sends one badge to the forum as a run, and says how it ended. One at a time.
class BadgePublisher : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Paused, ///< by itself or by the person; reason() says why, resume() goes on
    };

    BadgePublisher(const ForumPtr &forum, runs::RunCentre *runs, Clock *clock, QObject *parent);

    /// A plan with one step. When it is not wanted(), its verdict's detail says why.
    runs::Plan planFor(const BadgeDraft &draft) const;
    /// Starts what the person has said yes to; the sentence says why it cannot be started, empty when it was.
    Result<Done> start(const runs::Plan &plan, BadgeId id);

    State state() const { return m_state; }
    BadgeId badge() const { return m_badge; } ///< the one under way
    QString reason() const;
    void resume();
    void stop(); ///< after what is under way

Q_SIGNALS:
    void changed();
    /// The forum has it. `onForum`: its id there; `words`: what the forum said or left as it was, may be empty.
    void published(badgewright::BadgeId id, badgewright::BadgeId onForum, const QString &words);
    /// It does not, or nobody knows; `words` is the whole sentence.
    void failed(badgewright::BadgeId id, const QString &words);

private:
    void follow();
    void end(const std::function<void()> &tell);
    void finish(const runs::StepRecord &record);

    ForumPtr m_forum;
    runs::RunCentre *m_runs;
    Clock *m_clock;
    QPointer<runs::Run> m_run;
    State m_state = State::Idle;
    BadgeId m_badge = 0;
};

} // namespace badgewright::ui
