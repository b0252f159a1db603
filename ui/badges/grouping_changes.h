// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/plan.h"
#include "support/clock.h"

namespace badgewright::ui {

/// One grouping of a list that is being changed.
struct GroupingRow {
    Grouping grouping;  ///< with the name as it shall be; below zero: to be created, each with a number of its own
    QString nameBefore; ///< as the forum has it; empty for a new one
    bool removed = false;
    GroupingId movesTo = 0; ///< of a removed one: where its badges go; a grouping that the forum has and that stays

    bool isNew() const { return grouping.id < 0; }
    bool isRenamed() const { return !isNew() && grouping.name.trimmed() != nameBefore; }
    bool operator==(const GroupingRow &) const = default;
};

QList<GroupingRow> groupingRows(const QList<Grouping> &onForum);
/// The forum's own may be put elsewhere in the list, but neither renamed nor removed.
QString whyFixed(const Grouping &grouping);

/// Whether saving them would change anything on the forum.
bool changesAnything(const QList<GroupingRow> &rows, const QList<Grouping> &onForum);
/// A sentence about what must not be sent; empty: nothing.
QString problemWith(const QList<GroupingRow> &rows);
/// "Adds 1, renames 2. 3 badges move first.": what saving does, as a sentence or more; empty: nothing.
QString whatSavingDoes(const QList<GroupingRow> &rows, const BadgeCatalogue &catalogue);

/// What somebody else did: "“Events” is called “Fairs” now." …; empty: the lists are the same.
QStringList whatOthersDid(const QList<Grouping> &before, const QList<Grouping> &now);
/// The changes of `rows`, which began with `before`, laid over what the forum has now.
QList<GroupingRow> laidOver(const QList<GroupingRow> &rows, const QList<Grouping> &before, const QList<Grouping> &now);

/// One plan: the badges of removed groupings move first (the forum would leave them in a grouping that is no more), then
/// the list is saved.
runs::Plan planGroupingChanges(const ForumPtr &forum, const QList<GroupingRow> &rows, const BadgeCatalogue &catalogue, const Clock &clock);

} // namespace badgewright::ui
