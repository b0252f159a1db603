// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/clock.h"

#include <QList>

namespace badgewright::test {

/// The computer's clock, with nothing to wait for: whoever asks for a pause is called at once and the pause noted.
class QuickClock final : public Clock
{
public:
    QDateTime utcNow() const override { return m_clock.utcNow(); }
    std::chrono::milliseconds monotonic() const override { return m_clock.monotonic() + m_skipped; }
    /// So much time has gone by, as far as monotonic() tells.
    void skip(std::chrono::milliseconds time) { m_skipped += time; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn) override
    {
        pauses.append(delay);
        m_clock.after(std::chrono::milliseconds(0), context, std::move(fn));
    }

    QList<std::chrono::milliseconds> pauses;

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_skipped{0};
};

} // namespace badgewright::test
