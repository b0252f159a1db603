// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/badge_changes.h"
#include "runs/ledger.h"
#include "support/call.h"
#include "support/clock.h"

namespace badgewright::runs {

/// False: what such a step did stays done.
bool canBeUndone(StepType type);

/// A plan that takes back what a run did: its grants are revoked by grant id, its revokes granted again (with a new
/// date), score events it made set to 0, updates go back to the old values, badges it changed get their old fields,
/// groupings their old list, and a badge it created goes while nobody else holds it. What was so before the run is never
/// touched. AnswerHub awards, reputation, deleted badges and recalculations stay; the plan's remarks say so.
/// RefusedHere: nothing can be undone, another forum, it is under way, or it was undone before.
/// This is what the ledger knows; before a person is asked, compareUndo() holds it against the forum.
Result<Plan> planUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock);

/// Something that is no longer as a run left it. An undo leaves it as it is now, for that is somebody else's work.
struct ChangedSince {
    enum class What {
        Field,       ///< `change`: as the run left it, and as it is now
        Kept,        ///< a badge that the run created; for what `change` says it is not deleted
        BadgeIsGone,
        Groupings,
    };
    What what = What::Field;
    QString badge;
    BadgeChange change = {};
    bool operator==(const ChangedSince &) const = default;
};

struct ComparedUndo {
    Plan plan; ///< may be without a step: nothing is left to be undone
    QList<ChangedSince> changed;
    bool looked = true; ///< false: the badges may not be read, a remark says so
};

/// What planUndo() plans, without what somebody has changed since: each field of a badge, the picture, a created badge and
/// the groupings are compared with what the forum answered to the run. Old pictures that were not kept are looked for on
/// the forum. One read, more for those pictures; none where no badge is concerned. Fails as planUndo() does, or when the
/// forum cannot be asked.
Call<ComparedUndo> *compareUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock, QObject *parent);

/// RefusedHere when a run that undoes this one is in the ledger: a second would take back, or grant again, twice.
Result<Done> notUndone(const Ledger &ledger, int runId);

} // namespace badgewright::runs
