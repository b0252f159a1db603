// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/capability.h"
#include "runs/plan.h"

namespace badgewright::runs {

/// Which road is best for the wanted steps of a plan, and why, in a sentence for the person.
struct RoadAdvice {
    Road best = Road::Single;
    bool bulkPossible = false;
    QString why; ///< for the best one; where bulk is not possible this is also why not
};

/// One bulk award takes thousands in a request, but gives no reasons, stands as given by the forum itself, and gives to
/// nobody a second time; so it is possible for grants without a reason to people who do not hold the badge yet, where
/// the connection may do it and read the holders back. It is best when they are many.
RoadAdvice adviseRoad(const Plan &plan, const Capabilities &may);

/// What the chosen road means, for Review: as whom it is given, what is told, how it is undone.
QString roadMeaning(Road road, const Plan &plan);

/// Takes the road that was wished for where it is possible, else the best one. To be asked again when the wanted steps
/// of the plan have changed.
void chooseRoad(Plan *plan, const Capabilities &may, std::optional<Road> wished = {});

} // namespace badgewright::runs
