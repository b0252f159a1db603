// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_clock.h"

namespace badgewright::test {

void ManualClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> fn)
{
    m_due.emplace(m_now + delay, Due{context, std::move(fn)});
}

void ManualClock::advance(std::chrono::milliseconds by)
{
    const auto until = m_now + by;
    while (!m_due.empty() && m_due.begin()->first <= until)
        advanceToNext();
    m_now = until;
}

bool ManualClock::advanceToNext()
{
    if (m_due.empty())
        return false;
    auto node = m_due.extract(m_due.begin());
    m_now = std::max(m_now, node.key());
    if (node.mapped().context)
        node.mapped().fn();
    return true;
}

} // namespace badgewright::test
