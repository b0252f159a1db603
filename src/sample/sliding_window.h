// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace badgewright::sample {

/// Allows `count` in `seconds`, on whole seconds, as Discourse counts: a request is let through while fewer than
/// `count` were, or when the one `count` before it is `seconds` old. Refused ones are not counted.
class SlidingWindow
{
public:
    SlidingWindow(int count, int seconds) : m_count(static_cast<std::size_t>(count)), m_seconds(seconds) {}

    /// Lets one through, or says how many seconds to wait.
    std::optional<int> take(qint64 nowSeconds)
    {
        if (m_passed.size() >= m_count) {
            const qint64 age = nowSeconds - m_passed.front();
            if (age < m_seconds)
                return static_cast<int>(m_seconds - age);
            m_passed.pop_front();
        }
        m_passed.push_back(nowSeconds);
        return std::nullopt;
    }

    int remaining(qint64 nowSeconds) const
    {
        std::size_t inside = 0;
        for (const qint64 at : m_passed)
            inside += nowSeconds - at < m_seconds ? 1 : 0;
        return static_cast<int>(m_count - inside);
    }

private:
    std::size_t m_count;
    int m_seconds;
    std::deque<qint64> m_passed;
};

} // namespace badgewright::sample
