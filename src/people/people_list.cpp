// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/people_list.h"

#include "people/cell_kind.h"
#include "people/paste.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace badgewright::people {
namespace {

struct PeopleListWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::PeopleList)
};

constexpr qsizetype kRowsLookedAt = 200;
constexpr qsizetype kRowsOfACategory = 3; ///< in fewer, words that come again say nothing

bool namesPeople(CellKind kind)
{
    return kind == CellKind::Word || kind == CellKind::Email || kind == CellKind::Profile;
}

/// Also of several, between separators that are not the table's.
bool namesPeople(const QString &cell)
{
    static const QRegularExpression separators(QStringLiteral("[,;\t|]"));
    if (namesPeople(kindOf(cell)))
        return true;
    const QStringList parts = cell.split(separators, Qt::SkipEmptyParts);
    return parts.size() > 1 && std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
               const CellKind kind = kindOf(part.trimmed());
               return namesPeople(kind) || kind == CellKind::Empty;
           });
}

/// "gold, gold, silver" beside names are no people.
bool isCategory(const Table &table, int column)
{
    QSet<QString> words;
    qsizetype filled = 0;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        const QString cell = table.cell(row, column);
        filled += !cell.isEmpty();
        words.insert(foldedName(cell));
    }
    words.remove(QString());
    return filled >= kRowsOfACategory && words.size() * 3 <= filled * 2;
}

/// The columns hold different things from row to row, names and mails: what stands beside each other is one person.
bool isPersonARow(const Table &table)
{
    if (table.rows.size() < 2)
        return false;
    QList<CellKind> kinds;
    for (int column = 0; column < table.columnCount; ++column) {
        const CellKind kind = kindOf(table.cell(0, column));
        for (qsizetype row = 0; row < table.rows.size(); ++row) {
            if (kindOf(table.cell(row, column)) != kind)
                return false;
        }
        kinds << kind;
    }
    return std::any_of(kinds.cbegin(), kinds.cend(), [&](CellKind kind) { return kind != kinds.first(); });
}

bool mayNamePeople(const Table &table, const ColumnMapping &mapping, int column)
{
    const qsizetype first = mapping.firstRowIsHeader ? 1 : 0;
    const CellKind kind = columnKind(table, column, first);
    if (kind == CellKind::Email || kind == CellKind::Profile)
        return true;
    if (mapping.firstRowIsHeader)
        return false; // its word says what else it is
    if (kind == CellKind::Word)
        return true;
    if (kind != CellKind::Text)
        return false;
    const QList<ColumnRole> persons = mapping.personRoles();
    if (!persons.isEmpty() && columnKind(table, mapping.column(persons.first()), first) == CellKind::Text)
        return true;
    for (qsizetype row = first; row < std::min(table.rows.size(), first + kRowsLookedAt); ++row) {
        if (table.cell(row, column).contains(u'@'))
            return true;
    }
    return false;
}

QString titles(const Table &table, const ColumnMapping &mapping, const QList<int> &columns)
{
    QStringList all;
    for (const int column : columns)
        all << columnTitle(table, mapping, column);
    return all.join(QStringLiteral(", "));
}

} // namespace

bool isPeopleList(const Table &table)
{
    if (table.columnCount < 2)
        return false;
    bool several = false;
    for (const TableRow &row : table.rows) {
        qsizetype filled = 0;
        for (const QString &cell : row.cells) {
            if (cell.isEmpty())
                continue;
            if (!namesPeople(cell))
                return false;
            ++filled;
        }
        several = several || filled > 1;
    }
    if (!several || isPersonARow(table))
        return false;
    for (int column = 1; column < table.columnCount; ++column) {
        if (isCategory(table, column))
            return false;
    }
    return true;
}

MappedTable recipientsOfEveryCell(const Table &table, qsizetype firstRow)
{
    MappedTable mapped;
    for (qsizetype row = firstRow; row < table.rows.size(); ++row) {
        const int number = table.rows.at(row).number;
        const qsizetype before = mapped.recipients.size();
        for (const QString &cell : table.rows.at(row).cells) {
            if (kindOf(cell) == CellKind::Email) { // its name may hold a comma
                mapped.recipients << recipientFrom(cell, number);
                continue;
            }
            for (Recipient r : recipientsFromText(cell)) {
                r.row = number;
                mapped.recipients << r;
            }
        }
        if (mapped.recipients.size() == before)
            mapped.skippedRows << number;
    }
    return mapped;
}

QStringList unreadRemarks(const Table &table, const ColumnMapping &mapping)
{
    QStringList remarks;
    const QList<ColumnRole> persons = mapping.personRoles();
    if (mapping.everyCell || persons.isEmpty() || table.rows.isEmpty())
        return remarks;
    if (mapping.firstRowIsHeader && !hasKnownHeader(table) && namesPeople(table.cell(0, mapping.column(persons.first()))))
        remarks << PeopleListWords::tr("The first row was read as the titles of the columns, not as a person: %1.")
                       .arg(table.rows.first().cells.join(QStringLiteral(", ")));
    if (!mapping.firstRowIsHeader && persons.size() > 1) {
        QList<int> columns;
        for (const ColumnRole role : persons)
            columns << mapping.column(role);
        remarks << PeopleListWords::tr("What stands beside each other was read as one person: %1.").arg(titles(table, mapping, columns));
    }
    QList<int> unread;
    for (int column = 0; column < table.columnCount; ++column) {
        if (!mapping.roleOf(column) && mayNamePeople(table, mapping, column))
            unread << column;
    }
    if (!unread.isEmpty())
        remarks << (unread.size() == 1 ? PeopleListWords::tr("This column seems to name people, too, and was not read: %1.")
                                       : PeopleListWords::tr("These columns seem to name people, too, and were not read: %1."))
                       .arg(titles(table, mapping, unread));
    return remarks;
}

} // namespace badgewright::people
