// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "support/result.h"

namespace badgewright::runs {

/// A plan as a file: JSON with "badgewright-plan": 1, the plan, and a checksum over it. It holds no secret.
QByteArray planToJson(const Plan &plan);
/// File (the detail is the whole sentence): damaged, edited, or made by a newer version.
Result<Plan> planFromJson(const QByteArray &json);

/// File: cannot be written; what was there before stays.
Result<Done> savePlan(const Plan &plan, const QString &path);
/// As planFromJson; also File when it was made for another forum than `forumId` (empty: any).
Result<Plan> loadPlan(const QString &path, const QString &forumId);

} // namespace badgewright::runs
