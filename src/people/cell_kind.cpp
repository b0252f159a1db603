// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/cell_kind.h"

#include "people/recipient.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace badgewright::people {
namespace {

constexpr size_t kCellKinds = 8;
constexpr qsizetype kSampleRows = 200;

} // namespace

CellKind kindOf(const QString &cell)
{
    static const QRegularExpression date(
        QStringLiteral(R"(^(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4})$)"));
    static const QRegularExpression number(QStringLiteral(R"(^[+-]?\d{1,18}$)"));
    static const QRegularExpression word(QStringLiteral(R"(^@?[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.\-]{0,59}$)"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (cell.isEmpty())
        return CellKind::Empty;
    if (number.match(cell).hasMatch())
        return CellKind::Number;
    if (date.match(cell).hasMatch())
        return CellKind::Date;
    const RecipientKind kind = recipientFrom(cell, 0).kind;
    if (kind == RecipientKind::Email)
        return CellKind::Email;
    if (kind == RecipientKind::ProfileUrl)
        return CellKind::Profile;
    if (cell.startsWith(QLatin1String("http://")) || cell.startsWith(QLatin1String("https://")) ||
        cell.startsWith(QLatin1String("/t/")))
        return CellKind::Link;
    return word.match(cell).hasMatch() ? CellKind::Word : CellKind::Text;
}

CellKind columnKind(const Table &table, int column, qsizetype firstRow)
{
    std::array<int, kCellKinds> count{};
    int filled = 0;
    const qsizetype end = std::min(table.rows.size(), firstRow + kSampleRows);
    for (qsizetype row = firstRow; row < end; ++row) {
        const CellKind kind = kindOf(table.cell(row, column));
        if (kind == CellKind::Empty)
            continue;
        ++filled;
        ++count[size_t(kind)];
    }
    if (filled == 0)
        return CellKind::Empty;
    const auto most = std::max_element(count.begin(), count.end());
    return *most * 10 >= filled * 7 ? CellKind(most - count.begin()) : CellKind::Text;
}

} // namespace badgewright::people
