// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>

namespace badgewright::bench {

/// Runs the event loop until it is so; ends the program when it never is. QTest's own waiting sleeps between its looks, which
/// would be measured as a stall.
template <class Predicate> void runUntil(Predicate isSo, int milliseconds = 120'000)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    look.start(1);
    QTimer::singleShot(milliseconds, &loop, [] { qFatal("it never came to an end"); });
    if (!isSo())
        loop.exec();
}

} // namespace badgewright::bench
