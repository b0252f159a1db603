// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/table.h"

namespace badgewright::people {

/// What a cell looks like. A word may be somebody's name.
enum class CellKind { Empty, Email, Profile, Link, Number, Date, Word, Text };

CellKind kindOf(const QString &cell);
/// What most of the filled cells of a column are, from `firstRow` on.
CellKind columnKind(const Table &table, int column, qsizetype firstRow);

} // namespace badgewright::people
