// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/own_window.h"

#include "ui/kit/window_size.h"

#include <QWindow>

#include <algorithm>

namespace badgewright::ui {

void showOver(QWidget *window, const QWidget *opener)
{
    const QWidget *owner = opener ? opener->window() : nullptr;
    if (owner && !window->isVisible()) {
        // restoreGeometry() moves a window; only without it there is no place yet.
        if (!window->testAttribute(Qt::WA_Moved)) {
            const QRect screen = owner->screen()->availableGeometry();
            QRect place(QPoint(), window->size());
            place.moveCenter(owner->geometry().center());
            // Within the frame: the title must be in reach.
            const int side = kWindowFrame.width() / 2;
            const int title = kWindowFrame.height() / 2;
            place.moveLeft(std::max(std::min(place.left(), screen.right() - side - place.width() + 1), screen.left() + side));
            place.moveTop(std::max(std::min(place.top(), screen.bottom() - side - place.height() + 1), screen.top() + title));
            window->move(place.topLeft());
        }
        window->winId(); // makes the handle
        window->windowHandle()->setTransientParent(owner->windowHandle());
    }
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace badgewright::ui
