// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/mapping_text.h"

namespace badgewright::people {
namespace {

QString roleName(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Username:
        return QStringLiteral("username");
    case ColumnRole::Email:
        return QStringLiteral("email");
    case ColumnRole::Id:
        return QStringLiteral("id");
    case ColumnRole::ProfileUrl:
        return QStringLiteral("profile");
    case ColumnRole::ExternalId:
        return QStringLiteral("external-id");
    case ColumnRole::Name:
        return QStringLiteral("name");
    case ColumnRole::Reason:
        return QStringLiteral("reason");
    case ColumnRole::Points:
        return QStringLiteral("points");
    case ColumnRole::Date:
        return QStringLiteral("date");
    case ColumnRole::Description:
        return QStringLiteral("description");
    }
    return {};
}

std::optional<ColumnRole> roleFromName(const QString &name)
{
    for (const ColumnRole role : {ColumnRole::Username, ColumnRole::Email, ColumnRole::Id, ColumnRole::ProfileUrl, ColumnRole::ExternalId,
                                  ColumnRole::Name, ColumnRole::Reason, ColumnRole::Points, ColumnRole::Date, ColumnRole::Description}) {
        if (roleName(role) == name)
            return role;
    }
    return {};
}

} // namespace

QString mappingToText(const ColumnMapping &mapping)
{
    QStringList parts{mapping.firstRowIsHeader ? QStringLiteral("header") : QStringLiteral("rows")};
    if (mapping.everyCell)
        parts << QStringLiteral("every-cell");
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it)
        parts << QStringLiteral("%1=%2").arg(roleName(it.key())).arg(it.value());
    return parts.join(u' ');
}

std::optional<ColumnMapping> mappingFromText(const QString &text, const Table &table)
{
    QStringList parts = text.split(u' ');
    const QString first = parts.takeFirst();
    ColumnMapping mapping;
    mapping.firstRowIsHeader = first == QLatin1String("header");
    if (!mapping.firstRowIsHeader && first != QLatin1String("rows"))
        return {};
    mapping.everyCell = parts.removeAll(QStringLiteral("every-cell")) > 0;
    for (const QString &part : parts) {
        bool isNumber = false;
        const int column = part.section(u'=', 1).toInt(&isNumber);
        const auto role = roleFromName(part.section(u'=', 0, 0));
        if (!role || !isNumber || column < 0 || column >= table.columnCount)
            return {};
        mapping.set(*role, column);
    }
    return mapping;
}

} // namespace badgewright::people
