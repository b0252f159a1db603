// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace badgewright::test {

/// Where Tab goes in a window, from its first stop on.
inline QList<QWidget *> tabStops(QWidget *window)
{
    QList<QWidget *> stops;
    for (QWidget *one = window->nextInFocusChain(); one != window; one = one->nextInFocusChain()) {
        if ((one->focusPolicy() & Qt::TabFocus) && !one->focusProxy() && one->isEnabled() && one->isVisibleTo(window))
            stops << one;
    }
    return stops;
}

/// The parts that Tab goes through, each named once for every time that it is entered; stops in none of them are left out.
inline QStringList partsInTabOrder(QWidget *window, const QList<std::pair<QString, QWidget *>> &parts)
{
    QStringList order;
    const QList<QWidget *> stops = tabStops(window);
    for (QWidget *stop : stops) {
        for (const auto &[name, part] : parts) {
            if ((part == stop || part->isAncestorOf(stop)) && (order.isEmpty() || order.last() != name))
                order << name;
        }
    }
    return order;
}

} // namespace badgewright::test
