// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/csv_line.h"

namespace badgewright::runs {

namespace {

QString csvCell(QString value, bool guarded)
{
    if (guarded && !value.isEmpty() && QStringLiteral("=+-@\t\r").contains(value.at(0))) {
        bool number = false;
        value.toDouble(&number);
        if (!number)
            value.prepend(QLatin1Char('\''));
    }
    if (value.contains(QLatin1Char('"')) || value.contains(QLatin1Char(',')) || value.contains(QLatin1Char('\n'))
        || value.contains(QLatin1Char('\r'))) {
        value.replace(QLatin1Char('"'), QLatin1String("\"\""));
        return QLatin1Char('"') + value + QLatin1Char('"');
    }
    return value;
}

} // namespace

QByteArray csvLine(const QStringList &values, bool guarded)
{
    QStringList cells;
    for (const QString &value : values)
        cells.append(csvCell(value, guarded));
    return cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

} // namespace badgewright::runs
