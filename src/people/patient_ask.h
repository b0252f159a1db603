// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"
#include "support/clock.h"

#include <algorithm>
#include <chrono>
#include <memory>

namespace badgewright::people {

inline constexpr int kRateLimitTries = 6;
inline constexpr std::chrono::milliseconds kLongestWait = std::chrono::minutes(5); ///< nobody waits longer for a list of people

/// Who asks: an operation, its clock, where it keeps the request that is under way, and whether it is over.
struct Asker {
    QObject *context;
    Clock *clock;
    QPointer<PendingCall> *inner;
    std::function<bool()> isOver;
};

/// Asks, waits where the forum says so, and asks again; `answered` gets everything else.
template <class T, class F> void askPatiently(const Asker &asker, std::function<Call<T> *()> send, F &&answered)
{
    auto tries = std::make_shared<int>(0);
    auto again = std::make_shared<std::function<void()>>();
    *again = [asker, send = std::move(send), answered = std::forward<F>(answered), tries, weak = std::weak_ptr(again)] {
        Call<T> *inner = send();
        *asker.inner = inner;
        inner->then(asker.context, [asker, answered, tries, again = weak.lock()](const Result<T> &result) {
            if (asker.isOver())
                return;
            if (!result && result.error().kind == ErrorKind::RateLimited && result.error().retryAfter <= kLongestWait
                && ++*tries < kRateLimitTries)
                asker.clock->after(std::max(result.error().retryAfter, std::chrono::milliseconds(std::chrono::seconds(1))),
                                   asker.context, [asker, again] {
                                       if (!asker.isOver())
                                           (*again)();
                                   });
            else
                answered(result);
        });
    };
    (*again)();
}

} // namespace badgewright::people
