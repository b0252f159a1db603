// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QWidget>

namespace badgewright::ui {

/// What a desktop puts around a window; QDialog lets its title off the screen with less when it centres itself.
inline constexpr QSize kWindowFrame(8, 80);

/// The size that a window wants, as far as its screen has room for it.
inline QSize fittingSize(const QWidget *window, const QSize &wanted)
{
    return wanted.boundedTo(window->screen()->availableSize() - kWindowFrame);
}

} // namespace badgewright::ui
