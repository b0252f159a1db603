// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"

namespace badgewright::runs {

/// One field of a badge that a step changes, for the ledger.
struct BadgeChange {
    QString field;  ///< the forum's name: "badge_type_id"
    QString before; ///< "true" and "false", the number of a type, the name of a grouping or else its number, the address of a picture
    QString after;  ///< of a picture its file name, or "upload 41"; empty: none
    bool operator==(const BadgeChange &) const = default;
};

/// What a publishing step changes, in the order of the fields. Of a new badge what it is given; then nothing was before. Empty
/// for every other kind of step.
QList<BadgeChange> badgeChanges(const Step &step);

} // namespace badgewright::runs
