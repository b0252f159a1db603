// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "support/result.h"

namespace badgewright::runs {

/// One step as JSON, for plan files and the ledger.
QByteArray stepToJson(const Step &step);
/// File: not a step this version knows.
Result<Step> stepFromJson(const QByteArray &json);

QByteArray badgeToJson(const Badge &badge);
/// Absent: it is none.
std::optional<Badge> badgeFromJson(const QByteArray &json);

} // namespace badgewright::runs
