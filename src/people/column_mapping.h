// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/recipient.h"
#include "people/table.h"

#include <QMap>

namespace badgewright::people {

enum class ColumnRole { Username, Email, Id, ProfileUrl, ExternalId, Name, Reason, Points, Date, Description };

/// Which column of a table means what. Guessed, then corrected by the person.
struct ColumnMapping {
    bool firstRowIsHeader = false;
    bool everyCell = false; ///< no columns: a list with several people on a line, and every cell is one of them
    QMap<ColumnRole, int> columns;

    int column(ColumnRole role) const { return columns.value(role, -1); }
    /// Gives a column a role; whatever role that column had is taken away. Column -1 takes the role away. With a role for
    /// any column it is a list no more.
    void set(ColumnRole role, int column);
    bool operator==(const ColumnMapping &) const = default;
    std::optional<ColumnRole> roleOf(int column) const;
    /// The role that names the person: id, username, profile address, e-mail, external id, whichever comes first.
    std::optional<ColumnRole> personRole() const;
    /// All that name the person, in this order: where the cell of one is empty, the next counts. An e-mail address also
    /// counts where what stands before it has no account.
    QList<ColumnRole> personRoles() const;
};

/// From the words of the first row (English, German, French, Spanish) and from what the cells hold.
ColumnMapping guessMapping(const Table &table);
/// The first row has a word that names a column.
bool hasKnownHeader(const Table &table);

/// A short name of what a table looks like: the words of its header, or how many columns of which kinds it has. Files of
/// one kind have the same from month to month. Says nothing about what stands in the table.
QString tableShape(const Table &table);

/// "Column B", or the word in its header.
QString columnTitle(const Table &table, const ColumnMapping &mapping, int column);

/// The recipients of a table; rows that name nobody in any of the person columns are in `skippedRows`.
struct MappedTable {
    QList<Recipient> recipients;
    QList<int> skippedRows;
};
/// "Rows 4, 9 and 17 name nobody and were left out."; empty when there are none.
QString skippedRowsSentence(const MappedTable &mapped);
/// RefusedHere when no column names a person.
Result<MappedTable> recipientsFrom(const Table &table, const ColumnMapping &mapping);

} // namespace badgewright::people
