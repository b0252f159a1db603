// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"

#include <QEventLoop>
#include <QTimer>

namespace badgewright::test {

/// Runs the event loop until the call has settled. A call that never does is ErrorKind::File, "never settled".
template <class T> Result<T> await(Call<T> *call, int milliseconds = 10000)
{
    std::optional<Result<T>> result;
    // Not QTest::qWaitFor, which looks only every 10 ms.
    QEventLoop loop;
    call->then(&loop, [&result, &loop](const Result<T> &settled) {
        result = settled;
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return result ? std::move(*result) : fail(ErrorKind::File, QStringLiteral("never settled"));
}

/// The kind of a failed call; ErrorKind::File (which no call over the network answers) when it worked.
template <class T> ErrorKind kindOf(const Result<T> &result)
{
    return result ? ErrorKind::File : result.error().kind;
}

} // namespace badgewright::test
