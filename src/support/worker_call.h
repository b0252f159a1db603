// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"

#include <QMutex>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace badgewright {

/// Runs a pure function in a worker thread and settles the call in the caller's. A call that is cancelled or deleted
/// before its turn is never begun; one that is under way runs out unheard.
template <class T, class F> Call<T> *runLater(QObject *parent, F work)
{
    struct Link {
        QMutex mutex;
        QObject *receiver = nullptr; ///< of the caller's thread; null when nobody waits any more
        std::atomic<bool> wanted{true};
    };
    auto *call = new Call<T>(parent);
    auto link = std::make_shared<Link>();
    link->receiver = new QObject(call);
    call->onCancel([link] { link->wanted = false; });
    QObject::connect(link->receiver, &QObject::destroyed, link->receiver, [link] {
        link->wanted = false;
        const QMutexLocker lock(&link->mutex);
        link->receiver = nullptr;
    });
    QThreadPool::globalInstance()->start([link, call, work = std::move(work)] {
        if (!link->wanted)
            return;
        auto result = std::make_shared<Result<T>>(work());
        // Under the lock the receiver cannot go; once posted, Qt drops the event when it does.
        const QMutexLocker lock(&link->mutex);
        if (link->receiver)
            QMetaObject::invokeMethod(
                link->receiver, [call, result] { call->settle(std::move(*result)); }, Qt::QueuedConnection);
    });
    return call;
}

} // namespace badgewright
