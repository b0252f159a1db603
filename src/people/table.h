// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace badgewright::people {

struct TableRow {
    /// Counted from 1 as a spreadsheet counts: empty lines count, a cell of several lines does not.
    int number = 0;
    QStringList cells; ///< trimmed; rows may be shorter or longer than others
};

/// A table as it stands in the file. Whether its first row names the columns is for the ColumnMapping to say.
struct Table {
    QList<TableRow> rows; ///< without those that hold nothing
    int columnCount = 0;  ///< of the widest row
    QChar separator;      ///< ',', ';', tab or '|'
    QString encoding;     ///< "UTF-8", "UTF-16 LE", "UTF-16 BE", "Windows-1252", or two of them
    QStringList warnings; ///< sentences about what looks wrong but was read all the same

    QString cell(qsizetype row, int column) const
    {
        const QStringList &cells = rows.at(row).cells;
        return column >= 0 && column < cells.size() ? cells.at(column) : QString();
    }
};

inline constexpr qint64 kMaxTableBytes = 64 * 1024 * 1024;

/// Reads CSV, TSV or a semicolon table; separator and encoding are guessed. A pure function: may run in any thread.
/// Errors: RefusedHere with a sentence (empty, too large, a spreadsheet or picture instead of text).
Result<Table> readTable(const QByteArray &bytes);
/// Errors: as above, and File when it cannot be read.
Result<Table> readTableFile(const QString &path);

} // namespace badgewright::people
