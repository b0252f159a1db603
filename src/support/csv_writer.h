// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace badgewright {

/// Makes comma-separated text that spreadsheets and our own reader take: UTF-8 with a byte order mark, CRLF, quotes
/// where needed.
class CsvWriter
{
public:
    enum class Formulas {
        Defused, ///< text that a spreadsheet would take for a formula gets an apostrophe in front
        Kept,    ///< as it is, for files that only programs read
    };
    explicit CsvWriter(Formulas formulas = Formulas::Defused, QChar separator = QLatin1Char(','));

    void row(const QStringList &cells);
    QByteArray bytes() const { return m_bytes; }

    /// True for text starting with = + - @ tab or CR that is not a plain number ("-5", "+3.5").
    static bool looksLikeFormula(const QString &cell);

private:
    Formulas m_formulas;
    QChar m_separator;
    QByteArray m_bytes;
};

} // namespace badgewright
