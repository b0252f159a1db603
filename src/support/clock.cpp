// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clock.h"

#include <QTimer>

namespace badgewright {

Clock::~Clock() = default;

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn)
{
    // A coarse timer may fire 5 % early, which a rate limit would punish.
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(fn));
}

} // namespace badgewright
