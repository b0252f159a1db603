// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/column_mapping.h"

namespace badgewright::people {

/// For keeping a mapping that a person chose for a shape.
QString mappingToText(const ColumnMapping &mapping);
/// Nothing when it is no such text, or names columns that the table does not have.
std::optional<ColumnMapping> mappingFromText(const QString &text, const Table &table);

} // namespace badgewright::people
