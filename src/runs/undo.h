// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/ledger.h"
#include "support/clock.h"

namespace badgewright::runs {

/// False: what such a step did stays done.
bool canBeUndone(StepType type);

/// A plan that takes back what a run did: its grants are revoked by grant id, its revokes granted again (with a new
/// date), score events it made set to 0, updates go back to the old values, badges it changed get their old fields,
/// groupings their old list, and a badge it created goes while nobody else holds it. What was so before the run is never
/// touched. AnswerHub awards, reputation, deleted badges and recalculations stay; the plan's remarks say so.
/// RefusedHere: nothing can be undone, another forum, it is under way, or it was undone before.
Result<Plan> planUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock);

/// RefusedHere when a run that undoes this one is in the ledger: a second would take back, or grant again, twice.
Result<Done> notUndone(const Ledger &ledger, int runId);

} // namespace badgewright::runs
