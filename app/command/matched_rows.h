// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"
#include "runs/planner.h"

namespace badgewright {

/// People as the planner of grants and revokes wants them.
QList<runs::GrantRow> grantRowsOf(const QList<people::Match> &matches);

/// By id or by name, as a person names it on the command line; null when there is none.
const Badge *badgeNamed(const BadgeCatalogue &catalogue, const QString &idOrName);

} // namespace badgewright
