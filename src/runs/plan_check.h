// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/plan.h"
#include "support/call.h"

namespace badgewright::runs {

/// Whether a plan that was made a while ago still fits the forum: the badges that it gives or changes are there and as
/// they were. One read, or none where no badge is concerned. RefusedHere with a sentence when one has changed.
Call<Done> *checkPlan(const Plan &plan, const ForumPtr &forum, QObject *parent);

} // namespace badgewright::runs
