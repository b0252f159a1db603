// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <algorithm>
#include <utility>

namespace badgewright::bench {

/// The longest time in which the event loop did not come round, as a window would feel it.
class Stall : public QObject
{
public:
    Stall()
    {
        m_timer.start();
        startTimer(1, Qt::PreciseTimer);
    }
    /// Since the last time it was asked.
    qint64 longest()
    {
        look();
        return std::exchange(m_longest, 0);
    }

protected:
    void timerEvent(QTimerEvent *) override { look(); }

private:
    void look()
    {
        m_longest = std::max(m_longest, m_timer.restart());
    }
    QElapsedTimer m_timer;
    qint64 m_longest = 0;
};

} // namespace badgewright::bench
