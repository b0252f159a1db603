// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/focus_order.h"

#include <QWidget>

namespace badgewright::ui {

void setFocusOrder(const QList<QWidget *> &parts)
{
    QWidget *before = nullptr;
    for (QWidget *part : parts) {
        // Collected first: the chain changes under way. Qt puts only what takes the focus in an order.
        QList<QWidget *> inside;
        QWidget *one = part;
        do {
            if ((one == part || part->isAncestorOf(one)) && one->focusPolicy() != Qt::NoFocus && !one->focusProxy())
                inside << one;
            one = one->nextInFocusChain();
        } while (one != part);
        for (QWidget *next : std::as_const(inside)) {
            if (before)
                QWidget::setTabOrder(before, next);
            before = next;
        }
    }
}

} // namespace badgewright::ui
