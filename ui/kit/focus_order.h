// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace badgewright::ui {

/// Tab goes through these parts of a window one after the other, and within each of them as it did. What a part gets later
/// comes at the end of the window again, unless it is put in its place with setTabOrder().
void setFocusOrder(const QList<QWidget *> &parts);

} // namespace badgewright::ui
