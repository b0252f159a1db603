// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"
#include "runs/plan.h"
#include "support/clock.h"
#include "support/request_gate.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>

namespace badgewright::runs {

/// The one budget of a forum, shared by every run and every read of the window.
///
/// Requests of the window go at once, and are counted. A run takes a *place* before it starts a step; a place is given
/// when the request may leave now, so that a step stands as "sending" only when it is. Discourse: at most four places;
/// AnswerHub: one request at a time, whoever asks.
///
/// Considerate: 45 a minute, evenly, after a few at once. All: the sliding window of the forum used to the brim: as many
/// as it allows at once, then each as an older one falls out, with a second to spare because it counts whole seconds.
/// The window is taken to be 60 a minute; at its brim one request asks whether it is wider. A refused request (429)
/// was not carried out: it teaches the true width, and everything waits as long as the forum says.
class Pacer final : public QObject, public RequestGate
{
    Q_OBJECT

public:
    Pacer(ForumKind kind, Clock *clock, QObject *parent = nullptr);
    ~Pacer() override;

    void enter(Lane lane, QObject *context, std::function<void()> go) override;
    void left(Lane lane, const PassageEnd &end) override;

    /// A place for a step about `person` (empty: nobody), or false: not now, or a step about the same person is under way.
    bool takePlace(Pace pace, const QString &person);
    /// Whether no step about `person` is under way.
    bool isFree(const QString &person) const { return person.isEmpty() || !m_busy.contains(person); }
    /// The step is over.
    void giveBack(const QString &person);
    /// Whether takePlace can only fail because of the person.
    bool hasRoom(Pace pace) const;
    /// Calls fn once when it is worth asking takePlace again.
    void whenRoom(Pace pace, QObject *context, std::function<void()> fn);
    /// The forum asked for a pause in a way the gate does not see (wait_seconds in an answer's body).
    void hold(std::chrono::milliseconds pause);

    /// "The forum asked for a pause of 8 s at 14:02:20", with the local time; empty when it did not lately.
    QString note() const { return m_note; }
    bool isHeld() const;
    /// Requests a minute that runs may make at this pace, as far as is known.
    int perMinute(Pace pace) const;
    /// How long so many more requests take from now on, as far as is known.
    std::chrono::seconds timeFor(int requests, Pace pace) const;
    int refusals() const { return m_refusals; }

Q_SIGNALS:
    void noteChanged();

private:
    using Time = std::chrono::milliseconds;
    struct Waiting {
        Lane lane;
        QPointer<QObject> context;
        std::function<void()> go;
    };
    struct Asking {
        Pace pace;
        QPointer<QObject> context;
        std::function<void()> fn;
    };
    Time now() const { return m_clock->monotonic(); }
    int mostPlaces() const { return m_kind == ForumKind::AnswerHub ? 1 : 4; }
    int countSince(Time since) const;
    /// When a run's request at this pace may leave; now or before: at once. Time::max(): when something comes to its end.
    Time freeAt(Pace pace) const;
    Time freeInWindow() const;
    bool mayAskWider() const;
    double tokens() const;
    void takeToken();
    void markProbe();
    bool mayEnter(Lane lane) const;
    void pass(Lane lane, const std::function<void()> &go);
    void refused(const PassageEnd &end);
    void letWaitingIn();
    void pump();
    void wakeAt(Time when);

    ForumKind m_kind;
    Clock *m_clock;
    std::deque<Time> m_passed; ///< when requests left, the last minute's
    std::deque<Waiting> m_waiting;
    std::deque<Asking> m_asking;
    QSet<QString> m_busy;
    int m_places = 0;
    int m_owed = 0; ///< places taken whose request has not come to enter() yet
    int m_inFlight = 0;
    int m_runsInFlight = 0;
    int m_width = 60;
    int m_narrowRefusals = 0;
    bool m_widthKnown = false; ///< a refusal has shown it
    bool m_probeOut = false;   ///< the request that asks for more than m_width is under way
    Time m_askWiderAt{0};
    Time m_heldUntil{0};
    double m_tokens = 0;
    Time m_tokensAt{0};
    Time m_wakeAt = Time::max();
    int m_refusals = 0;
    QString m_note;
};

} // namespace badgewright::runs
