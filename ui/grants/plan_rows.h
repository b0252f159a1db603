// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"
#include "runs/planner.h"

namespace badgewright::ui {

/// Matched people as the planners want them; `people` and `runs` know nothing of each other. One row for each match, in
/// their order. Also for the command line.
runs::GrantRow grantRowOf(const people::Match &match);
QList<runs::GrantRow> grantRowsOf(const QList<people::Match> &matches);
QList<runs::ScoreRow> scoreRowsOf(const QList<people::Match> &matches);

} // namespace badgewright::ui
