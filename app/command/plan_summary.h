// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"

#include <QJsonObject>
#include <QStringList>

namespace badgewright {

/// Tells a person what a plan would do: how many rows of which verdict, the first rows with the accounts that were
/// found for them, every row that is left out for a reason, and how long it takes.
void describePlan(const runs::Plan &plan);
/// The counts, for machines.
QJsonObject planSummary(const runs::Plan &plan);

/// The first ten, and how many more there are: "3, 7 and 5 more".
QString firstOf(const QStringList &texts);

} // namespace badgewright
