// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace badgewright::ui {

/// Shows a window that does not block the others: over the middle of the one that it was opened from, where it has no place
/// that is remembered, wholly on that one's screen, and belonging to it, so that the program does not live on for it alone.
/// One that is open already comes to the front.
void showOver(QWidget *window, const QWidget *opener);

} // namespace badgewright::ui
