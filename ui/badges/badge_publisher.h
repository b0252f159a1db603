// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "runs/run.h"
#include "ui/badges/badge_draft.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

/// Sends badges to the forum as one run, and says how each ended. One run at a time.
class BadgePublisher : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Running,
        Paused, ///< by itself or by the person; reason() says why, resume() goes on
    };
    struct LeftOut {
        BadgeId id = 0;
        QString why; ///< a sentence
    };
    /// What would be sent: the drafts that can be, a step each.
    struct Batch {
        runs::Plan plan;
        QList<BadgeId> ids; ///< by step
        QList<LeftOut> leftOut;
    };
    struct Outcome {
        BadgeId id = 0;
        bool published = false;
        BadgeId onForum = 0; ///< its id there
        QString words;       ///< what the forum said or left as it was, may be empty; or the sentence that says why not
        bool stopped = false; ///< it was not its turn yet
    };

    BadgePublisher(const ForumPtr &forum, runs::RunCentre *runs, Clock *clock, QObject *parent);

    Batch batchOf(const QList<BadgeDraft> &drafts, const BadgeCatalogue &catalogue) const;
    /// Starts what the person has said yes to; the error says why it cannot be started.
    Result<Done> start(const Batch &batch);

    State state() const { return m_state; }
    const QList<BadgeId> &badges() const { return m_badges; } ///< those under way, or of the last run
    int runId() const { return m_runId; }
    int over() const; ///< how many of them are done with
    QString reason() const;
    void resume();
    void pause();
    void stop(); ///< after what is under way

Q_SIGNALS:
    void changed();
    /// One of each badge.
    void ended(const QList<badgewright::ui::BadgePublisher::Outcome> &outcomes);

private:
    void follow();
    void end(const QList<Outcome> &outcomes);
    QList<Outcome> allFailed(const QString &words) const;
    Outcome outcomeOf(BadgeId id, const runs::StepRecord &record) const;

    ForumPtr m_forum;
    runs::RunCentre *m_runs;
    Clock *m_clock;
    QPointer<runs::Run> m_run;
    State m_state = State::Idle;
    QList<BadgeId> m_badges;
    int m_runId = 0;
};

} // namespace badgewright::ui
