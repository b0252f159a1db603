// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "people/column_mapping.h"
#include "people/table.h"
#include "support/csv_writer.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::people;
using namespace Qt::StringLiterals;

namespace {

/// "1:a|b / 3:c" for comparing at a glance.
QString shown(const Table &table)
{
    QStringList rows;
    for (const TableRow &row : table.rows)
        rows.append(QString::number(row.number) + u':' + row.cells.join(u'|'));
    return rows.join(u" / "_qs);
}

} // namespace

void TableCases::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char *name, const QByteArray &bytes, const QString &wanted) {
        QTest::newRow(name) << bytes << wanted;
    };
    add("plain", "name,reason\nbob,x\n"_ba, u"1:name|reason / 2:bob|x"_qs);
    add("no line end at the end", "a,b\nc,d"_ba, u"1:a|b / 2:c|d"_qs);
    add("CRLF", "a,b\r\nc,d\r\n"_ba, u"1:a|b / 2:c|d"_qs);
    add("CR alone", "a,b\rc,d\r"_ba, u"1:a|b / 2:c|d"_qs);
    add("semicolons, commas inside", "name;why\nbob;well done, indeed\nann;again, yes, again\n"_ba,
        u"1:name|why / 2:bob|well done, indeed / 3:ann|again, yes, again"_qs);
    add("tabs", "a\tb\n\tc\n"_ba, u"1:a|b / 2:|c"_qs);
    add("pipes", "a|b|c\n1|2|3\n"_ba, u"1:a|b|c / 2:1|2|3"_qs);
    add("one column", "bob\nann\n"_ba, u"1:bob / 2:ann"_qs);
    add("one column with a stray comma", "bob\nann\nkim\ncarl, the great\n"_ba,
        u"1:bob / 2:ann / 3:kim / 4:carl|the great"_qs);
    add("quotes", "\"a,1\",\"say \"\"hi\"\"\"\nb,c\n"_ba, u"1:a,1|say \"hi\" / 2:b|c"_qs);
    add("line end in quotes", "\"a\nb\",c\r\nd,e\n"_ba, u"1:a\nb|c / 2:d|e"_qs);
    add("CRLF in quotes", "\"a\r\nb\",c\r\nd,e\r\n"_ba, u"1:a\nb|c / 2:d|e"_qs);
    add("quote inside a word", "5\" pipe,x\nbob,y\n"_ba, u"1:5\" pipe|x / 2:bob|y"_qs);
    add("ragged", "a,b,c\nd\ne,f\ng,h,i,j\n"_ba, u"1:a|b|c / 2:d / 3:e|f / 4:g|h|i|j"_qs);
    add("blanks around", " a , b \n  c,\" d \"\n"_ba, u"1:a|b / 2:c|d"_qs);
    add("no-break space", "a\xc2\xa0,b\n"_ba, u"1:a|b"_qs);
    add("only separators", "a,b\n,,\nc,d\n"_ba, u"1:a|b / 3:c|d"_qs);
    add("sep line", "sep=;\na,1;b\n"_ba, u"2:a,1|b"_qs);
    add("sep line CRLF", "sep=;\r\na;b\r\n"_ba, u"2:a|b"_qs);
    add("single cell", "bob"_ba, u"1:bob"_qs);
    add("trailing separator", "a,b,\nc,d,\n"_ba, u"1:a|b| / 2:c|d|"_qs);
    add("emoji and Chinese", u"name,why\n王小明,好 🎖\n"_qs.toUtf8(), u"1:name|why / 2:王小明|好 🎖"_qs);
}

void TableCases::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, wanted);
    const Result<Table> table = readTable(bytes);
    QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
    QCOMPARE(shown(*table), wanted);
    QVERIFY2(table->warnings.isEmpty(), qPrintable(table->warnings.join(u' ')));
}

void TableCases::keepsRowNumbers()
{
    const Result<Table> table = readTable("name\n\nbob\n   \n\t\n\"two\nlines\"\nann\n");
    QVERIFY(table);
    QCOMPARE(shown(*table), u"1:name / 3:bob / 6:two\nlines / 7:ann"_qs);
}

void TableCases::saysWhatIsNoTable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"empty"_qs;
    QTest::newRow("blanks") << QByteArray("\n \n\t\n") << u"empty"_qs;
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf") << u"empty"_qs;
    QTest::newRow("xlsx") << QByteArray("PK\x03\x04\x14\x00\x06\x00", 8) << u"save it as CSV"_qs;
    QTest::newRow("xls") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") << u"save it as CSV"_qs;
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"picture"_qs;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << u"PDF"_qs;
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body>") << u"web page"_qs;
    QTest::newRow("zeros") << QByteArray("a,b\n\0\0\0\x01\x02zz", 11) << u"does not hold text"_qs;
    QTest::newRow("controls") << QByteArray("\x01\x02\x03\xff\xfe\x80") << u"does not hold text"_qs;
}

void TableCases::saysWhatIsNoTable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const Result<Table> table = readTable(bytes);
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ErrorKind::RefusedHere);
    QVERIFY2(table.error().detail.contains(word), qPrintable(table.error().detail));
}

void TableCases::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = u"name;Grund\nJürgen;für Übung\n"_qs;
    const auto in = [&](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8() << u"UTF-8"_qs;
    QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf"_ba + text.toUtf8() << u"UTF-8"_qs;
    QTest::newRow("UTF-16 LE") << in(QStringConverter::Utf16LE, true) << u"UTF-16 LE"_qs;
    QTest::newRow("UTF-16 BE") << in(QStringConverter::Utf16BE, true) << u"UTF-16 BE"_qs;
    QTest::newRow("UTF-16 LE without mark") << in(QStringConverter::Utf16LE, false) << u"UTF-16 LE"_qs;
    QTest::newRow("Windows-1252") << text.toLatin1() << u"Windows-1252"_qs;
}

void TableCases::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const Result<Table> table = readTable(bytes);
    QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
    QCOMPARE(table->encoding, encoding);
    QCOMPARE(shown(*table), u"1:name|Grund / 2:Jürgen|für Übung"_qs);

    const Result<Table> euro = readTable("price\n5 \x80, \x93quoted\x94\n");
    QVERIFY(euro);
    QCOMPARE(euro->cell(1, 0), u"5 €"_qs);
}

void TableCases::readsMixedEncodings()
{
    const QByteArray utf8 = "name,why\nJ\xc3\xbcrgen,a\n\"Zo\xc3\xab\",\"two\nlines\"\n";
    const Result<Table> one = readTable(utf8 + "Ren\xe9,b\nbob,c\n");
    QVERIFY(one);
    QCOMPARE(shown(*one), u"1:name|why / 2:Jürgen|a / 3:Zoë|two\nlines / 4:René|b / 5:bob|c"_qs);
    QCOMPARE(one->warnings, QStringList{u"Row 4 is not in UTF-8 like others and was read as Windows-1252. Look whether its letters are right."_qs});

    // Two lines of one row are one row; the mark at the beginning changes nothing.
    const Result<Table> more = readTable("\xef\xbb\xbf" + utf8 + "\"Ren\xe9\",\"\xe0\n\xe0\"\r\nbob,\x80\r\n");
    QVERIFY(more);
    QCOMPARE(shown(*more), u"1:name|why / 2:Jürgen|a / 3:Zoë|two\nlines / 4:René|à\nà / 5:bob|€"_qs);
    QCOMPARE(more->warnings.size(), 1);
    QVERIFY2(more->warnings.first().startsWith(u"Rows 4 and 5 are"_s), qPrintable(more->warnings.first()));
}

void TableCases::survivesUnclosedQuotes()
{
    const Result<Table> table = readTable("name,why\nbob,\"good\nann,fine\nkim,\"a, b\"\n");
    QVERIFY(table);
    // The quotation mark of row 2 closes at the one of row 4; what follows it opens again and never closes.
    QVERIFY(!table->warnings.isEmpty());

    const Result<Table> plain = readTable("name,why\nbob,\"good\nann,fine\nkim,well\n");
    QVERIFY(plain);
    QCOMPARE(shown(*plain), u"1:name|why / 2:bob|\"good / 3:ann|fine / 4:kim|well"_qs);
    QCOMPARE(plain->warnings.size(), 1);
    QVERIFY(plain->warnings.first().contains(u"Row 2"_s));

    QByteArray many("a,b\n");
    for (int i = 0; i < 500; ++i)
        many += "x,\"open\nfine,fine\n";
    many += "\"";
    const Result<Table> hopeless = readTable(many);
    QVERIFY(hopeless);
}

void TableCases::warnsOfSwallowedRows()
{
    QByteArray bytes("name,why\nbob,\"good\n");
    for (int i = 0; i < 60; ++i)
        bytes += "p" + QByteArray::number(i) + ",fine\n";
    bytes += "kim,\"\nann,fine\n";
    const Result<Table> table = readTable(bytes);
    QVERIFY(table);
    QCOMPARE(table->warnings.size(), 1);
    QVERIFY2(table->warnings.first().contains(u"Row 2"_s), qPrintable(table->warnings.first()));
}

void TableCases::refusesHugeFiles()
{
    const Result<Table> table = readTable(QByteArray(kMaxTableBytes + 1, 'x'));
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ErrorKind::RefusedHere);
    QVERIFY(table.error().detail.contains(u"Split"_s));
}

void TableCases::readsFiles()
{
    QTemporaryDir dir;
    const Result<Table> missing = readTableFile(dir.filePath(u"none.csv"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::File);
    QVERIFY(missing.error().detail.contains(u"none.csv"_s));
    QVERIFY(!readTableFile(dir.path()));

    QFile file(dir.filePath(u"people.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("bob\n");
    file.close();
    const Result<Table> table = readTableFile(file.fileName());
    QVERIFY(table);
    QCOMPARE(shown(*table), u"1:bob"_qs);
}

void TableCases::readsAHundredThousandRows()
{
    QByteArray bytes("username,email,reason,description\n");
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        bytes +=
            "person" + n + ",person" + n + "@example.org,https://forum.example/t/-/" + n + "/1,\"helped, a lot\"\n";
    }
    QElapsedTimer timer;
    timer.start();
    const Result<Table> table = readTable(bytes);
    const qint64 read = timer.restart();
    QVERIFY(table);
    QCOMPARE(table->rows.size(), 100'001);
    QCOMPARE(table->rows.last().number, 100'001);
    const Result<MappedTable> mapped = recipientsFrom(*table, guessMapping(*table));
    QVERIFY(mapped);
    QCOMPARE(mapped->recipients.size(), 100'000);
    QCOMPARE(mapped->recipients.last().description, u"helped, a lot"_qs);
    qInfo("100,000 rows: read in %lld ms, mapped in %lld ms", read, timer.elapsed());
}

void TableCases::writesCsvThatIsReadBack()
{
    const QList<QStringList> rows{{u"a,b"_qs, u"say \"hi\""_qs, u"two\nlines"_qs},
                                  {u"-5"_qs, u"+3.5"_qs, u""_qs},
                                  {u"王"_qs, u"x;y"_qs, u"plain"_qs}};
    CsvWriter writer;
    for (const QStringList &row : rows)
        writer.row(row);
    QVERIFY(writer.bytes().startsWith("\xef\xbb\xbf\"a,b\","));
    const Result<Table> table = readTable(writer.bytes());
    QVERIFY(table);
    QCOMPARE(table->rows.size(), 3);
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(table->rows.at(i).cells, rows.at(i));
}

void TableCases::defusesFormulas_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("formula");
    QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_qs << true;
    QTest::newRow("plus") << u"+1+cmd"_qs << true;
    QTest::newRow("minus text") << u"-x"_qs << true;
    QTest::newRow("at") << u"@SUM(A1)"_qs << true;
    QTest::newRow("tab") << u"\t=1"_qs << true;
    QTest::newRow("negative number") << u"-5"_qs << false;
    QTest::newRow("signed decimal") << u"+2.5"_qs << false;
    QTest::newRow("name") << u"bob"_qs << false;
    QTest::newRow("nothing") << QString() << false;
}

void TableCases::defusesFormulas()
{
    QFETCH(QString, cell);
    QFETCH(bool, formula);
    QCOMPARE(CsvWriter::looksLikeFormula(cell), formula);
    CsvWriter defused;
    defused.row({cell});
    CsvWriter kept(CsvWriter::Formulas::Kept);
    kept.row({cell});
    QCOMPARE(defused.bytes() != kept.bytes(), formula);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    TableCases table;
    MappingCases mapping;
    MatcherCases matcher;
    SourceCases sources;
    SetCases sets;
    return QTest::qExec(&table, argc, argv) | QTest::qExec(&mapping, argc, argv) | QTest::qExec(&matcher, argc, argv)
        | QTest::qExec(&sources, argc, argv) | QTest::qExec(&sets, argc, argv);
}
