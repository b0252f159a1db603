// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "runs/plan.h"

namespace badgewright::ui::words {

/// A run's state: "Running", "Paused, can be resumed" …
QString runState(runs::RunState state);
/// A step's state as it stands for this type: "Granted", "Answer lost: read back, was granted", "Sending…" …
QString stepState(runs::StepState state, runs::StepType type);
/// What Review says about a row: "Will be granted", "Holds it already" …
QString verdict(runs::Verdict verdict, runs::StepType type);
/// The same below a count: "will be granted", "hold it already" …
QString verdictCount(runs::Verdict verdict, runs::StepType type);
/// "Considerate: 45 a minute", "All the forum allows"
QString pace(runs::Pace pace);

} // namespace badgewright::ui::words
