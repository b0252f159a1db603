// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/people.h"

#include <optional>

namespace badgewright::people {

/// What a search says about a name that was typed.
struct SearchVerdict {
    std::optional<Account> exact; ///< its username is the name
    QList<Account> sameName;      ///< its display name is
    QList<Account> suggestions;   ///< all that are near, best first
};
SearchVerdict judgeSearch(const QString &typed, const QList<Account> &results);

/// What to search for when a name is not known: forums compare beginnings, and slips are commonest towards the end.
QString searchTerm(const QString &typed);

/// Insertions, deletions, replacements and swaps of neighbours between two names.
int editDistance(const QString &a, const QString &b);

} // namespace badgewright::people
