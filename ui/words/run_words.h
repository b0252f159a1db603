// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "runs/plan.h"

#include <optional>

namespace badgewright::ui::words {

/// A verdict in a table cell: "Will be granted", "No such account". The step's own detail comes after it.
QString verdict(runs::Verdict verdict, runs::StepType type);
/// With its detail, and whether it is done all the same: "Holds it already: since 12 May".
/// `undoes`: the step takes back what a run did.
QString verdictWhole(const runs::Step &step, bool undoes = false);
/// What all the steps are; absent: they are of several kinds.
std::optional<runs::StepType> commonType(const QList<runs::Step> &steps);
std::optional<runs::StepType> commonType(const QList<runs::StepRecord> &steps);
/// The word below the count that filters by it: "will be granted", "hold it already".
QString verdictCount(runs::Verdict verdict, std::optional<runs::StepType> type, bool undoes = false);
/// "Granted", "Waiting", "Answer lost: read back, was granted".
QString stepState(runs::StepState state, runs::StepType type);
/// The word after a count of steps in that state: "granted", "failed".
QString stepStateCount(runs::StepState state, std::optional<runs::StepType> type);
QString runState(runs::RunState state);
/// Why a run of such steps cannot be undone; empty: it can.
QString whyNotUndone(runs::StepType type);
/// "Grant", "Revoke", "Add points" …: what the steps do, for lists.
QString stepType(runs::StepType type);
/// "Revoke Apex from 214 people on forum.example": what carrying the plan out does, for buttons. Long names are cut in
/// their middle. Of a plan that undoes a run: "Undo 3 changes on forum.example", where its steps would sound like new ones.
QString whatPlanDoes(const runs::Plan &plan);
QString pace(runs::Pace pace);
/// "214 requests, about 4 min 45 s at 45 a minute."
QString cost(const runs::Plan &plan, runs::Pace pace);

} // namespace badgewright::ui::words
