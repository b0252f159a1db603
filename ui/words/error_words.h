// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/error.h"

#include <QString>

namespace badgewright::ui::words {

/// An error for a person: what happened, why, and what to do now. Whole sentences; `why` and `todo` may be empty.
struct ErrorWords {
    QString happened;
    QString why;
    QString todo;
    bool retryHelps = false; ///< the same again may work
};

ErrorWords describe(const Error &error, const QString &forumAddress);
/// All of it in one line, for the terminal and table cells.
QString sentence(const Error &error, const QString &forumAddress);

} // namespace badgewright::ui::words
