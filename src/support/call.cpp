// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/call.h"

namespace badgewright {

void PendingCall::cancel()
{
    if (m_settled)
        return;
    if (m_inner) {
        m_inner->cancel();
        return;
    }
    if (auto hook = std::exchange(m_cancelHook, {}))
        hook();
    settleCancelled();
}

void PendingCall::announce()
{
    m_settled = true;
    m_cancelHook = {};
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT settled();
            deleteLater();
        },
        Qt::QueuedConnection);
}

} // namespace badgewright
