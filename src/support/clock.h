// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace badgewright {

/// Time as the program sees it, so that tests can wind it by hand.
class Clock
{
public:
    virtual ~Clock();
    /// The calendar: may jump when somebody sets the computer's clock.
    virtual QDateTime utcNow() const = 0;
    /// Never jumps back; for measuring and pacing.
    virtual std::chrono::milliseconds monotonic() const = 0;
    /// Calls fn once after the delay, from the event loop, unless `context` has been deleted by then.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn) = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    QDateTime utcNow() const override;
    std::chrono::milliseconds monotonic() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn) override;
};

} // namespace badgewright
