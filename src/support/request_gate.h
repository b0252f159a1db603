// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace badgewright {

/// How a request stands to the forum's budget.
enum class Lane {
    Interactive, ///< a person waits for it: goes at once, but is counted
    Run,         ///< part of a run: waits for its turn
};

/// What came of a request that was let through.
struct PassageEnd {
    int httpStatus = 0;                      ///< 0: no answer
    std::chrono::milliseconds retryAfter{0}; ///< with 429
    bool ownQuota = false;                   ///< with 429: of this one request, and says nothing about any other
};

/// Decides when a request to one forum may leave. The HTTP client asks it before every request and tells it
/// every end, so that all requests of the program share one budget.
class RequestGate
{
public:
    virtual ~RequestGate();
    /// Calls go() when the request may leave: at once or later, unless `context` has been deleted by then.
    virtual void enter(Lane lane, QObject *context, std::function<void()> go) = 0;
    virtual void left(Lane lane, const PassageEnd &end) = 0;
};

} // namespace badgewright
