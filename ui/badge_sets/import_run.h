// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"

#include <QSet>

namespace badgewright::ui {

/// What becomes of the run that publishes an import when the import is thrown away: how much of it is on the forum already,
/// and where the rest is. Empty: there is no such run on this forum, or it is over.
QString runLeftBehindWords(const runs::RunCentre &runs, int runId, const QString &forumId);

/// The names of the badges that it has published so far.
QSet<QString> publishedBy(const runs::Run &run);

} // namespace badgewright::ui
