// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/confirm_run.h"

#include <QCoreApplication>

namespace badgewright::ui {

void confirmRun(QWidget *over, AskUser *ask, const Connection &connection, const Question &question, std::function<void()> go,
                std::function<void()> no)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ConfirmRun", text); };
    Question asked = question;
    if (connection.safeMode == SafeMode::ReadOnly) {
        asked.title = tr("%1 is read only").arg(connection.name);
        asked.consequence = tr("This connection was set to change nothing. That can be set otherwise where you edit the connection, under “Before anything is changed”.");
        asked.yes = tr("Understood");
        asked.noChoice = true;
        ask->confirm(over, asked, [no = std::move(no)](bool) {
            if (no)
                no();
        });
        return;
    }
    if (connection.safeMode == SafeMode::AskTyped)
        asked.typed = connection.address();
    ask->confirm(over, asked, [go = std::move(go), no = std::move(no)](bool yes) {
        if (yes)
            go();
        else if (no)
            no();
    });
}

} // namespace badgewright::ui
