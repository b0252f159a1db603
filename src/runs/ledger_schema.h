// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QSqlDatabase>

namespace badgewright::runs {

/// Makes the tables of a new ledger, and brings one of an older version up to this one: all of it or nothing. Storage
/// when a newer version wrote it, or it cannot be written.
Result<Done> prepareSchema(const QSqlDatabase &db);

} // namespace badgewright::runs
