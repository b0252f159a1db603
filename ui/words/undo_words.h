// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/undo.h"

namespace badgewright::ui::words {

/// Sentences about what is no longer as the run left it, one for each badge.
QStringList changedSince(const QList<runs::ChangedSince> &changed);
/// The plan to be asked about, with these sentences among its remarks. RefusedHere: nothing of it is left to be undone.
Result<runs::Plan> undoToReview(const runs::ComparedUndo &undo, int runId);
/// What an undo leaves alone.
QString undoLead(const runs::ComparedUndo &undo);

} // namespace badgewright::ui::words
