// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"

#include <QTest>

namespace badgewright::test {

/// Runs the event loop until the call has settled. A call that never does is ErrorKind::File, "never settled".
template <class T> Result<T> await(Call<T> *call, int milliseconds = 10000)
{
    std::optional<Result<T>> result;
    QObject context;
    call->then(&context, [&result](const Result<T> &settled) { result = settled; });
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, milliseconds);
    return result ? std::move(*result) : fail(ErrorKind::File, QStringLiteral("never settled"));
}

/// The kind of a failed call; ErrorKind::File (which no call over the network answers) when it worked.
template <class T> ErrorKind kindOf(const Result<T> &result)
{
    return result ? ErrorKind::File : result.error().kind;
}

} // namespace badgewright::test
