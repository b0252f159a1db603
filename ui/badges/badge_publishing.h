// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_publisher.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace badgewright::ui {

class AskUser;
class BadgeShelf;
class DraftHistory;
class Notice;
struct PageContext;

/// From the drafts of a shelf to the forum: the question, the run, and what becomes of the drafts. A draft goes only as far as it
/// was sent; what was changed about it while it was on its way stays, laid over what the forum has now.
class BadgePublishing : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        BadgeShelf *shelf;
        DraftHistory *history;
        Notice *result;                   ///< says how it went
        std::function<BadgeId()> current; ///< the badge that the person looks at
        /// Takes what the forum has after the run; comes before ended().
        std::function<void(const Result<BadgeCatalogue> &)> read;
    };
    /// What is named in `parts` and the context outlives this; `over` is what the question stands over.
    BadgePublishing(const PageContext &context, const Parts &parts, QWidget *over);

    /// Looks at what the forum has by now, so that nobody's change is overwritten unseen; asks; and then sends the drafts of these
    /// badges as they were when it was asked. If one has changed by the answer, it asks again.
    void publish(const QList<BadgeId> &ids);
    bool isLooking() const { return m_looking; } ///< before the question

    bool isBusy() const; ///< from the run's start until what it made of the forum was read
    bool isPaused() const { return m_publisher->state() == BadgePublisher::State::Paused; }
    bool isOnItsWay(BadgeId id) const;
    int runId() const { return m_publisher->runId(); }
    int over() const { return m_publisher->over(); } ///< how many of total() are done with
    int total() const { return int(m_publisher->badges().size()); }
    QString reason() const { return m_publisher->reason(); } ///< why it paused
    bool isSettling() const { return m_reading; } ///< sent, and only what came of it is being read
    BadgeId first() const { return total() ? m_publisher->badges().first() : 0; }
    void resume() { m_publisher->resume(); }
    void pause() { m_publisher->pause(); }
    void stop() { m_publisher->stop(); }

Q_SIGNALS:
    void changed();
    void ended(); ///< and all is said
    void ledgerWanted(int runId);
    void wasSent(const badgewright::ui::BadgeDraft &draft);
    /// `found` is what the forum has now; null: it could not be read.
    void wasPublished(badgewright::BadgeId onForum, const badgewright::ui::BadgeDraft &sent, const badgewright::Badge *found);

private:
    void ask(const QList<BadgeId> &before);
    void send(const QList<BadgeDraft> &drafts, const BadgePublisher::Batch &batch);
    void runEnded(const QList<BadgePublisher::Outcome> &outcomes);
    void settle(QList<BadgePublisher::Outcome> outcomes, const Result<BadgeCatalogue> &now);
    void say(const QList<BadgePublisher::Outcome> &outcomes);
    void stayWhileSo(const QList<BadgePublisher::Outcome> &outcomes);
    void sayOne(const BadgePublisher::Outcome &one);

    ForumPtr m_forum;
    AskUser *m_ask;
    Parts m_parts;
    QWidget *m_over;
    BadgePublisher *m_publisher;
    QHash<BadgeId, BadgeDraft> m_sent; ///< as they went, by the ids that they had
    bool m_reading = false;
    QPointer<PendingCall> m_looking;
};

} // namespace badgewright::ui
