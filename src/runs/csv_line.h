// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace badgewright::runs {

/// One row of a table, RFC 4180, UTF-8; a text that a spreadsheet would take for a formula gets an apostrophe in front only
/// where a person reads it (`guarded`), since rows that are loaded again must come back as they were.
QByteArray csvLine(const QStringList &values, bool guarded = true);

} // namespace badgewright::runs
