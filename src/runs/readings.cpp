// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/readings.h"

#include <algorithm>

namespace badgewright::runs {

namespace {

constexpr int kAtOnce = 3;
constexpr int kMostTries = 4;
constexpr std::chrono::milliseconds kLongestWait = std::chrono::minutes(5); // longer than anybody waits for a plan
constexpr qint64 kFew = 5; // so few go at once: a person waits for a plan of a row or two

} // namespace

Readings::~Readings()
{
    stop();
}

void Readings::start()
{
    m_expected += m_total;
    QMetaObject::invokeMethod(this, &Readings::next, Qt::QueuedConnection);
}

/// More than a few would spend the budget that the forum's runs share. The guess may be far too low: a forum's own count of
/// holders stays behind for a while.
Lane Readings::lane() const
{
    return std::max(m_total, m_expected) > kFew ? Lane::Run : Lane::Interactive;
}

void Readings::stop()
{
    m_over = true;
    m_waiting.clear();
    const QSet<PendingCall *> underWay = std::exchange(m_underWay, {});
    for (PendingCall *call : underWay)
        call->cancel();
}

void Readings::next()
{
    while (!m_over && m_open < kAtOnce && !m_waiting.empty()) {
        const std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_open;
        work();
    }
    if (m_over || m_open > 0)
        return;
    m_over = true;
    Q_EMIT finished();
}

void Readings::ended()
{
    --m_open;
    ++m_done;
    Q_EMIT progress(m_done, m_total);
    next();
}

Readings::Failure Readings::judge(const Error &error, int tries)
{
    switch (error.kind) {
    case ErrorKind::RateLimited:
        return error.retryAfter <= kLongestWait ? Failure::Again : Failure::Whole;
    case ErrorKind::TimedOut:
    case ErrorKind::Network:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
        return tries + 1 < kMostTries ? Failure::Again : Failure::Whole;
    case ErrorKind::Cancelled:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorised:
    case ErrorKind::ReadOnly:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
        return Failure::Whole;
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::RefusedHere:
        break;
    }
    return Failure::ThisOne;
}

void Readings::later(const Error &error, int tries, std::function<void()> again)
{
    m_clock->after(std::max<std::chrono::milliseconds>(error.retryAfter, std::chrono::seconds(tries)), this,
                   [this, again = std::move(again)] {
                       if (!m_over)
                           again();
                   });
}

void Readings::fail(const Error &error)
{
    stop();
    Q_EMIT failed(error);
}

} // namespace badgewright::runs
