// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "runs/badge_changes.h"

#include <QString>

namespace badgewright::ui::words {

/// The forum's name of a field of a badge ("badge_type_id") as the window calls it ("type").
QString badgeField(const QString &forumName);

/// The value of one field, in words: "Gold", "yes", a text as it is; "nothing" where there is none. Not for the picture.
QString badgeValue(const Badge &badge, const QString &forumName, const BadgeCatalogue &catalogue);
/// The same for the middle of a sentence: texts in quotation marks.
QString quotedBadgeValue(const Badge &badge, const QString &forumName, const BadgeCatalogue &catalogue);

/// One change of a badge, in words: "type", "gold", "silver".
struct ChangeWords {
    QString field;
    QString before; ///< empty: there was no badge before
    QString after;
};
QList<ChangeWords> badgeChanges(const runs::Step &step);
/// What somebody has changed since a run: as the run left it, and as it is now.
ChangeWords changeSince(const runs::BadgeChange &change);
/// "type: gold → silver"; long texts are cut in their middle.
QString oneLine(const ChangeWords &change);
/// All that a step changes about a badge that is there, one behind the other; empty: it is no such step.
QString changesInALine(const runs::Step &step);

} // namespace badgewright::ui::words
