// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ask_user.h"

namespace badgewright::ui {

/// Asks with real dialogs: sheets over the window they belong to, which leave the rest of the program running.
class DialogAskUser final : public AskUser
{
public:
    void confirm(QWidget *over, const Question &question, std::function<void(bool)> answer) override;
    void choose(QWidget *over, const Choice &choice, std::function<void(int)> answer) override;
    void text(QWidget *over, const TextQuestion &question, std::function<void(std::optional<QString>)> answer) override;
    void openFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer) override;
    void saveFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer) override;
    void openAddress(const QString &address) override;
    void showInFolder(const QString &path) override;
};

} // namespace badgewright::ui
