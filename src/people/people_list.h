// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/column_mapping.h"

namespace badgewright::people {

/// A list of people that has several on a line, and no table: no header, and every cell reads as a username, mention, mail
/// or profile address. A column of mails beside one of names is a table, one person a row; so is one in which the same
/// few words come again and again.
bool isPeopleList(const Table &table);

/// The people of such a list, line by line.
MappedTable recipientsOfEveryCell(const Table &table, qsizetype firstRow);

/// Sentences about people who may stand in a table and were not read, or not as people of their own.
QStringList unreadRemarks(const Table &table, const ColumnMapping &mapping);

} // namespace badgewright::people
