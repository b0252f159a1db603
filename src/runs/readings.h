// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "support/call.h"
#include "support/clock.h"

#include <QSet>

#include <deque>

namespace badgewright::runs {

/// The readings that a plan rests on, a few at once. A limit of the forum is waited out, as long as it is no longer than
/// five minutes; trouble of the line or of the forum is tried again a few times. When it is stopped or deleted it calls
/// off what is under way.
class Readings : public QObject
{
    Q_OBJECT

public:
    Readings(Clock *clock, QObject *parent) : QObject(parent), m_clock(clock) {}
    ~Readings() override;

    enum class Turn { Last, Next };
    /// `answered` gets the value, or an error that is about this one reading: Forbidden, NotFound, Conflict, Invalid,
    /// RefusedHere. It may add more.
    template <class T>
    void add(std::function<Call<T> *(Lane)> ask, std::function<void(const Result<T> &)> answered, Turn turn = Turn::Last);
    /// Pages that will be added later, as a guess; for the lane. Few go at once, many wait behind a person's own requests.
    void expect(qint64 more) { m_expected += more; }

    /// Answers from the event loop, also where nothing was added.
    void start();
    void stop();

Q_SIGNALS:
    /// In requests.
    void progress(qint64 done, qint64 total);
    void finished();
    /// Network, TimedOut, Server, Unauthorised, RateLimited …: the others would end the same way, and none is asked any more.
    void failed(const badgewright::Error &error);

private:
    enum class Failure { Again, Whole, ThisOne };
    static Failure judge(const Error &error, int tries);
    template <class T>
    void perform(const std::function<Call<T> *(Lane)> &ask, const std::function<void(const Result<T> &)> &answered, int tries);
    Lane lane() const;
    void later(const Error &error, int tries, std::function<void()> again);
    void next();
    void ended();
    void fail(const Error &error);

    Clock *m_clock;
    std::deque<std::function<void()>> m_waiting;
    QSet<PendingCall *> m_underWay; ///< unsettled, so they are there
    int m_open = 0; ///< under way, or waiting to be tried again
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_expected = 0; ///< how many there will be in all, once it has started
    bool m_over = false;
};

template <class T>
void Readings::add(std::function<Call<T> *(Lane)> ask, std::function<void(const Result<T> &)> answered, Turn turn)
{
    ++m_total;
    auto work = [this, ask = std::move(ask), answered = std::move(answered)] { perform<T>(ask, answered, 0); };
    if (turn == Turn::Next)
        m_waiting.push_front(std::move(work));
    else
        m_waiting.push_back(std::move(work));
}

template <class T>
void Readings::perform(const std::function<Call<T> *(Lane)> &ask, const std::function<void(const Result<T> &)> &answered, int tries)
{
    Call<T> *call = ask(lane());
    m_underWay.insert(call);
    connect(call, &QObject::destroyed, this, [this, call] { m_underWay.remove(call); });
    call->then(this, [this, ask, answered, tries](const Result<T> &result) {
        if (m_over)
            return;
        const Failure failure = result ? Failure::ThisOne : judge(result.error(), tries);
        if (failure == Failure::Again) {
            later(result.error(), tries + 1, [this, ask, answered, tries] { perform<T>(ask, answered, tries + 1); });
        } else if (failure == Failure::Whole) {
            fail(result.error());
        } else {
            answered(result);
            ended();
        }
    });
}

} // namespace badgewright::runs
