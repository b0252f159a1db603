// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;
class QWidget;

namespace badgewright::ui {

/// What this program is, its version and licence.
void showAboutDialog(QWidget *over);
/// Every key that does something, of these actions and of tables and lists.
void showShortcutsDialog(QWidget *over, const QList<QAction *> &actions);

} // namespace badgewright::ui
