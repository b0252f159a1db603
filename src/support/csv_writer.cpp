// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/csv_writer.h"

namespace badgewright {

CsvWriter::CsvWriter(Formulas formulas, QChar separator)
    : m_formulas(formulas)
    , m_separator(separator)
    , m_bytes(QByteArrayLiteral("\xef\xbb\xbf"))
{
}

bool CsvWriter::looksLikeFormula(const QString &cell)
{
    if (cell.isEmpty() || !QStringView(u"=+-@\t\r").contains(cell.front()))
        return false;
    if (cell.front() == u'-' || cell.front() == u'+') {
        bool number = false;
        cell.toDouble(&number);
        return !number;
    }
    return true;
}

void CsvWriter::row(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i)
            m_bytes += QString(m_separator).toUtf8();
        QString cell = cells.at(i);
        if (m_formulas == Formulas::Defused && looksLikeFormula(cell))
            cell.prepend(u'\'');
        const bool quoted = cell.contains(m_separator) || cell.contains(u'"') || cell.contains(u'\n') ||
                            cell.contains(u'\r') ||
                            (!cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()));
        if (quoted)
            cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
        m_bytes += cell.toUtf8();
    }
    m_bytes += "\r\n";
}

} // namespace badgewright
