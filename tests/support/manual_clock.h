// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clock.h"

#include <QPointer>

#include <map>

namespace badgewright::test {

/// A clock that only moves when the test says so.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(const QDateTime &start = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC)) : m_utc(start) {}

    QDateTime utcNow() const override { return m_utc.addMSecs(m_now.count()); }
    std::chrono::milliseconds monotonic() const override { return m_now; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn) override;

    /// Moves on and calls what falls due, in order.
    void advance(std::chrono::milliseconds by);
    /// Moves to the next thing due and calls it; false when nothing waits.
    bool advanceToNext();
    bool hasPending() const { return !m_due.empty(); }
    /// Somebody sets the computer's clock: the calendar jumps, forwards or back, and nothing falls due.
    void setCalendar(std::chrono::milliseconds by) { m_utc = m_utc.addMSecs(by.count()); }

private:
    struct Due {
        QPointer<QObject> context;
        std::function<void()> fn;
    };
    QDateTime m_utc;
    std::chrono::milliseconds m_now{0};
    std::multimap<std::chrono::milliseconds, Due> m_due;
};

} // namespace badgewright::test
