// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/column_mapping.h"

#include "people/people_list.h"
#include "people/row_list.h"

#include <QCoreApplication>

namespace badgewright::people {
namespace {

struct ColumnMappingWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::ColumnMapping)
};

std::optional<RecipientKind> kindOfRole(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Id:
        return RecipientKind::Id;
    case ColumnRole::Username:
        return RecipientKind::Username;
    case ColumnRole::ProfileUrl:
        return RecipientKind::ProfileUrl;
    case ColumnRole::Email:
        return RecipientKind::Email;
    case ColumnRole::ExternalId:
        return RecipientKind::ExternalId;
    case ColumnRole::Name:
    case ColumnRole::Reason:
    case ColumnRole::Points:
    case ColumnRole::Date:
    case ColumnRole::Description:
        return {};
    }
    return {};
}

} // namespace

void ColumnMapping::set(ColumnRole role, int column)
{
    everyCell = everyCell && column < 0;
    if (const std::optional<ColumnRole> old = column >= 0 ? roleOf(column) : std::nullopt)
        columns.remove(*old);
    if (column >= 0)
        columns.insert(role, column);
    else
        columns.remove(role);
}

std::optional<ColumnRole> ColumnMapping::roleOf(int column) const
{
    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        if (it.value() == column)
            return it.key();
    }
    return {};
}

std::optional<ColumnRole> ColumnMapping::personRole() const
{
    const QList<ColumnRole> roles = personRoles();
    return roles.isEmpty() ? std::nullopt : std::optional(roles.first());
}

QList<ColumnRole> ColumnMapping::personRoles() const
{
    QList<ColumnRole> roles;
    for (ColumnRole role :
         {ColumnRole::Id, ColumnRole::Username, ColumnRole::ProfileUrl, ColumnRole::Email, ColumnRole::ExternalId}) {
        if (columns.contains(role))
            roles << role;
    }
    return roles;
}

QString skippedRowsSentence(const MappedTable &mapped)
{
    if (mapped.skippedRows.isEmpty())
        return {};
    const QString rows = rowList(mapped.skippedRows);
    return mapped.skippedRows.size() == 1 ? ColumnMappingWords::tr("Row %1 names nobody and was left out.").arg(rows)
                                          : ColumnMappingWords::tr("Rows %1 name nobody and were left out.").arg(rows);
}

QString columnTitle(const Table &table, const ColumnMapping &mapping, int column)
{
    if (mapping.firstRowIsHeader && !table.rows.isEmpty()) {
        if (const QString word = table.cell(0, column); !word.isEmpty())
            return word;
    }
    QString letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.prepend(QChar(u'A' + (n - 1) % 26));
    return ColumnMappingWords::tr("Column %1").arg(letters);
}

Result<MappedTable> recipientsFrom(const Table &table, const ColumnMapping &mapping)
{
    if (mapping.everyCell)
        return recipientsOfEveryCell(table, mapping.firstRowIsHeader ? 1 : 0);
    struct PersonColumn {
        int column;
        std::optional<RecipientKind> kind;
    };
    QList<PersonColumn> persons;
    for (const ColumnRole role : mapping.personRoles())
        persons.append({mapping.column(role), kindOfRole(role)});
    if (persons.isEmpty())
        return fail(Error::refusedHere(ColumnMappingWords::tr("Say which column names the person.")));

    const int email = mapping.column(ColumnRole::Email);
    const int name = mapping.column(ColumnRole::Name);
    const int reason = mapping.column(ColumnRole::Reason);
    const int points = mapping.column(ColumnRole::Points);
    const int date = mapping.column(ColumnRole::Date);
    const int description = mapping.column(ColumnRole::Description);
    MappedTable mapped;
    const qsizetype first = mapping.firstRowIsHeader ? 1 : 0;
    mapped.recipients.reserve(table.rows.size());
    for (qsizetype row = first; row < table.rows.size(); ++row) {
        const int number = table.rows.at(row).number;
        Recipient r;
        for (const PersonColumn &person : std::as_const(persons)) {
            r = recipientFrom(table.cell(row, person.column), number, person.kind);
            if (!r.key.isEmpty())
                break;
        }
        if (r.key.isEmpty()) {
            mapped.skippedRows.append(number);
            continue;
        }
        if (r.kind != RecipientKind::Email)
            r.email = recipientFrom(table.cell(row, email), number, RecipientKind::Email).key;
        if (name >= 0)
            r.name = table.cell(row, name);
        r.reason = table.cell(row, reason);
        r.points = table.cell(row, points);
        r.date = table.cell(row, date);
        r.description = table.cell(row, description);
        mapped.recipients.append(std::move(r));
    }
    return mapped;
}

} // namespace badgewright::people
