// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/row_list.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace badgewright::people {
namespace {

struct RowListWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::RowList)
};

constexpr qsizetype kMostNamed = 10;

} // namespace

QString rowList(const QList<int> &rows)
{
    const bool all = rows.size() <= kMostNamed;
    QStringList named;
    for (int row : rows.first(all ? rows.size() : kMostNamed))
        named.append(QLocale().toString(row));
    if (!all)
        return RowListWords::tr("%1 and %L2 more").arg(named.join(QStringLiteral(", "))).arg(rows.size() - kMostNamed);
    if (named.size() < 2)
        return named.join(QString());
    const QString last = named.takeLast();
    return RowListWords::tr("%1 and %2").arg(named.join(QStringLiteral(", ")), last);
}

} // namespace badgewright::people
