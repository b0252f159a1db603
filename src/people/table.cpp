// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/table.h"

#include "people/row_list.h"
#include "people/text_decoding.h"
#include "support/unbroken.h"
#include "support/whole_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <csv.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace badgewright::people {
namespace {

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::people::Table)
};

constexpr int kSampleRecords = 50;
constexpr int kManyLines = 40;    // a cell of more lines has probably lost its closing quotation mark
constexpr int kMaxRereadings = 8; // each reads the rest of the file again

/// The separator that cuts most of the first records into the same number of cells, at least two.
char guessSeparator(QByteArrayView text)
{
    static constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
    std::array<QList<int>, candidates.size()> counts;
    std::array<int, candidates.size()> now{};
    bool quoted = false;
    bool blank = true;
    int records = 0;
    for (qsizetype i = 0; i <= text.size() && records < kSampleRecords; ++i) {
        const char c = i < text.size() ? text[i] : '\n';
        if (c == '"')
            quoted = !quoted;
        if (c == '\n' && (!quoted || i == text.size())) {
            if (!blank) {
                for (size_t k = 0; k < candidates.size(); ++k)
                    counts[k].append(now[k]);
                ++records;
            }
            now.fill(0);
            blank = true;
            continue;
        }
        blank = blank && (c == ' ' || c == '\t');
        if (quoted)
            continue;
        for (size_t k = 0; k < candidates.size(); ++k)
            now[k] += c == candidates[k];
    }
    char best = ',';
    double bestScore = 0;
    for (size_t k = 0; k < candidates.size(); ++k) {
        QHash<int, int> often;
        for (int n : std::as_const(counts[k]))
            ++often[n];
        for (auto it = often.cbegin(); it != often.cend(); ++it) {
            if (it.key() == 0)
                continue;
            // Agreement counts far more than the number of cells: prose holds commas, but not the same number in each
            // line.
            const double share = double(it.value()) / double(records);
            const double score = share * share * (1 + std::min(it.key(), 10) * 0.05);
            if (score > bestScore) {
                bestScore = score;
                best = candidates[k];
            }
        }
    }
    return best;
}

/// libcsv, fed line by line so that the place where a row began is known.
class TableReader
{
public:
    TableReader(const DecodedText &text, char separator, Table *table)
        : m_text(text.utf8)
        , m_oddLines(text.oddLines)
        , m_table(table)
    {
        csv_init(&m_parser, 0);
        csv_set_delim(&m_parser, static_cast<unsigned char>(separator));
    }
    ~TableReader() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(TableReader)

    void read(qsizetype from)
    {
        qsizetype at = from;
        while (at < m_text.size() || m_open) {
            if (at >= m_text.size()) {
                // The end of the file inside quotation marks: take the row where they opened as it stands.
                if (m_rereadings++ < kMaxRereadings)
                    m_table->warnings.append(
                        TableWords::tr(
                            "Row %L1: a quotation mark is opened and never closed. The row was read as it stands.")
                            .arg(m_number));
                discardOpenRow();
                at = m_rowStart;
                at += feedLine(at, false);
                continue;
            }
            if (!m_open) {
                noteOddLines(at);
                m_rowStart = at;
                ++m_number;
                m_lines = 0;
                if (const qsizetype skip = blankLine(at); skip > 0) {
                    at += skip;
                    continue;
                }
            }
            at += feedLine(at, m_rereadings < kMaxRereadings);
        }
        noteOddLines(m_text.size());
        warnOfOddRows();
    }
    void skipRow() { ++m_number; }

private:
    /// Those before `at` belong to the row that has just ended.
    void noteOddLines(qsizetype at)
    {
        for (; m_nextOdd < m_oddLines.size() && m_oddLines.at(m_nextOdd) < at; ++m_nextOdd) {
            if (m_oddRows.isEmpty() || m_oddRows.last() != m_number)
                m_oddRows.append(m_number);
        }
    }
    void warnOfOddRows()
    {
        if (m_oddRows.isEmpty())
            return;
        const QString sentence =
            m_oddRows.size() == 1
                ? TableWords::tr("Row %1 is not in UTF-8 like others and was read as Windows-1252. Look whether its letters are right.")
                : TableWords::tr("Rows %1 are not in UTF-8 like others and were read as Windows-1252. Look whether their letters are right.");
        m_table->warnings.append(sentence.arg(rowList(m_oddRows)));
    }
    qsizetype lineLength(qsizetype at) const
    {
        const auto *end = static_cast<const char *>(memchr(m_text.constData() + at, '\n', size_t(m_text.size() - at)));
        return end ? end - (m_text.constData() + at) + 1 : m_text.size() - at;
    }
    /// Its length when nothing but blanks is in it, else 0.
    qsizetype blankLine(qsizetype at) const
    {
        const qsizetype length = lineLength(at);
        const char *p = m_text.constData() + at;
        const bool blank = std::all_of(p, p + length, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
        return blank ? length : 0;
    }
    qsizetype feedLine(qsizetype at, bool quotes)
    {
        const qsizetype length = lineLength(at);
        csv_set_quote(&m_parser, quotes ? '"' : '\0');
        m_open = true;
        ++m_lines;
        csv_parse(&m_parser, m_text.constData() + at, size_t(length), &TableReader::onCell, &TableReader::onRow, this);
        if (m_open && at + length == m_text.size() && (m_text.back() != '\n'))
            csv_parse(&m_parser, "\n", 1, &TableReader::onCell, &TableReader::onRow, this);
        return length;
    }
    void discardOpenRow()
    {
        const unsigned char separator = csv_get_delim(&m_parser);
        csv_free(&m_parser);
        csv_init(&m_parser, 0);
        csv_set_delim(&m_parser, separator);
        m_cells.clear();
    }
    static void onCell(void *cell, size_t length, void *self)
    {
        static_cast<TableReader *>(self)->m_cells.append(
            QString::fromUtf8(static_cast<const char *>(cell), qsizetype(length)).trimmed());
    }
    static void onRow(int, void *self) { static_cast<TableReader *>(self)->finishRow(); }
    void finishRow()
    {
        m_open = false;
        if (m_lines > kManyLines || (m_lines > 1 && holdsQuotedCell())) {
            m_table->warnings.append(
                TableWords::tr("Row %L1 runs over %L2 lines of the file. Is a closing quotation mark missing there?")
                    .arg(m_number)
                    .arg(m_lines));
        }
        const auto width = int(m_cells.size());
        const bool empty = std::all_of(m_cells.cbegin(), m_cells.cend(), [](const QString &c) { return c.isEmpty(); });
        if (!empty) {
            m_table->columnCount = std::max(m_table->columnCount, width);
            m_table->rows.append({m_number, std::move(m_cells)});
        }
        m_cells = {};
        m_cells.reserve(width);
    }

    /// A separator and an opening quotation mark inside a cell: it has probably swallowed the beginning of the next
    /// row.
    bool holdsQuotedCell() const
    {
        const QString opening = QString(m_table->separator) + u'"';
        return std::any_of(m_cells.cbegin(), m_cells.cend(),
                           [&](const QString &c) { return c.contains(u'\n') && c.contains(opening); });
    }

    const QByteArray &m_text;
    const QList<qsizetype> &m_oddLines;
    qsizetype m_nextOdd = 0;
    QList<int> m_oddRows;
    Table *m_table;
    csv_parser m_parser{};
    QStringList m_cells;
    qsizetype m_rowStart = 0;
    int m_number = 0;
    int m_lines = 0;
    int m_rereadings = 0;
    bool m_open = false; ///< a row has begun and not ended
};

QString tooLarge(qint64 bytes)
{
    return TableWords::tr("This file has %1; a table may have %2. Split it and load the parts one after the other.")
        .arg(unbroken(QLocale().formattedDataSize(bytes)), unbroken(QLocale().formattedDataSize(kMaxTableBytes)));
}

} // namespace

Result<Table> readTable(const QByteArray &bytes)
{
    if (bytes.size() > kMaxTableBytes)
        return fail(Error::refusedHere(tooLarge(bytes.size())));
    const Result<DecodedText> text = decodeText(bytes);
    if (!text)
        return fail(text.error());

    Table table;
    table.encoding = text->encoding;
    qsizetype from = 0;
    // Spreadsheets write "sep=;" as a first line of their own.
    char separator = 0;
    if (text->utf8.size() >= 5 && text->utf8.left(4).toLower() == "sep=" &&
        (text->utf8.size() == 5 || text->utf8.at(5) == '\n')) {
        separator = text->utf8.at(4);
        from = std::min<qsizetype>(6, text->utf8.size());
    } else {
        separator = guessSeparator(text->utf8);
    }
    table.separator = QLatin1Char(separator);
    table.rows.reserve(std::count(text->utf8.begin(), text->utf8.end(), '\n') + 1);

    TableReader reader(*text, separator, &table);
    if (from > 0)
        reader.skipRow();
    reader.read(from);
    if (table.rows.isEmpty())
        return fail(Error::refusedHere(TableWords::tr("The table is empty.")));
    return table;
}

Result<Table> readTableFile(const QString &path)
{
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened)
        return fail(ErrorKind::File, TableWords::tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), opened.error().detail));
    if (file.size() > kMaxTableBytes)
        return fail(Error::refusedHere(tooLarge(file.size())));
    const QByteArray bytes = file.read(kMaxTableBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::File,
                    TableWords::tr("%1 cannot be read: %2").arg(QFileInfo(path).fileName(), file.errorString()));
    return readTable(bytes);
}

} // namespace badgewright::people
