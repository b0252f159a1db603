// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection.h"
#include "ui/kit/ask_user.h"

namespace badgewright::ui {

/// Asks as the connection's safe mode demands before a run begins; `go` is called only after a yes, `no` otherwise.
/// Ask: the question with the button `yes`. AskTyped: the forum's name must be typed. ReadOnly: says why not.
void confirmRun(QWidget *over, AskUser *ask, const Connection &connection, const Question &question, std::function<void()> go,
                std::function<void()> no = {});

} // namespace badgewright::ui
