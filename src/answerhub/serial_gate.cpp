// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/serial_gate.h"

#include <algorithm>

namespace badgewright::answerhub {

SerialGate::~SerialGate()
{
    if (!m_outer)
        return;
    for (const Waiting &one : m_waiting)
        m_outer->left(one.lane, {}); // they passed the outer gate and will never be sent
}

void SerialGate::enter(Lane lane, QObject *context, std::function<void()> go)
{
    if (!m_outer) {
        join(lane, context, std::move(go));
        return;
    }
    m_outer->enter(lane, context, [self = QPointer<SerialGate>(this), lane, context = QPointer<QObject>(context), go = std::move(go)] {
        if (self)
            self->join(lane, context, go);
    });
}

void SerialGate::join(Lane lane, QObject *context, std::function<void()> go)
{
    m_waiting.push_back({lane, context, std::move(go)});
    next();
}

void SerialGate::left(Lane lane, const PassageEnd &end)
{
    m_busy = false;
    if (m_outer)
        m_outer->left(lane, end);
    // From the event loop: what ends here may be in the middle of deleting itself.
    QMetaObject::invokeMethod(this, &SerialGate::next, Qt::QueuedConnection);
}

void SerialGate::next()
{
    dropDead();
    if (m_busy || m_waiting.empty())
        return;
    auto chosen = std::find_if(m_waiting.begin(), m_waiting.end(),
                               [](const Waiting &one) { return one.lane == Lane::Interactive; });
    if (chosen == m_waiting.end())
        chosen = m_waiting.begin();
    const Waiting one = std::move(*chosen);
    m_waiting.erase(chosen);
    m_busy = true;
    one.go();
}

void SerialGate::dropDead()
{
    for (auto one = m_waiting.begin(); one != m_waiting.end();) {
        if (one->context) {
            ++one;
            continue;
        }
        const Lane lane = one->lane;
        one = m_waiting.erase(one);
        if (m_outer)
            m_outer->left(lane, {});
    }
}

} // namespace badgewright::answerhub
