// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/sets_bench.h"

#include "runs/undo.h"

#include "ui/kit/labels.h"

#include <QDir>
#include <QElapsedTimer>
#include <QtEndian>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A PNG whose header says that it is far larger than it is.
QByteArray pngBomb()
{
    QByteArray bytes = png(QImage(4, 4, QImage::Format_ARGB32));
    qToBigEndian<quint32>(60000, bytes.data() + 16);
    qToBigEndian<quint32>(60000, bytes.data() + 20);
    return bytes;
}

QByteArray jpeg()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawnBadge(Qt::red, Qt::blue).save(&buffer, "JPEG");
    return bytes;
}

int rowNamed(ImportDialog *dialog, const QString &name)
{
    for (int row = 0; row < rowsOf(dialog)->rowCount(); ++row) {
        if (cell(dialog, row, Column::NameColumn) == name)
            return row;
    }
    return -1;
}

/// State and sentence of the row with this name, with its remarks.
QString saidOf(ImportDialog *dialog, const QString &name)
{
    const int row = rowNamed(dialog, name);
    if (row < 0)
        return u"no such row"_s;
    auto *table = dialog->findChild<TableView *>();
    table->selectRow(row);
    for (auto *label : dialog->findChildren<TextLabel *>()) {
        if (label->isVisible() && label->text().startsWith(u"Row "_s))
            return cell(dialog, row, Column::StateColumn) + u'|' + label->text();
    }
    return {};
}

} // namespace

/// A folder of fifty pictures, and tables as spreadsheets write them, with everything that can be wrong about them.
class ManyBadgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderWithEverythingWrong()
    {
        BadgesBench bench;
        QDir(bench.folder.path()).mkdir(u"many"_s);
        const auto file = [&bench](const QString &name) { return bench.folder.filePath(u"many/"_s + name); };
        for (int i = 1; i <= 38; ++i)
            put(file(u"good %1.png"_s.arg(i)), png(drawnBadge(QColor::fromHsv(i * 9, 200, 200), Qt::black, {200, 200})));
        put(file(u"same.png"_s), png(drawnBadge(QColor::fromHsv(9, 200, 200), Qt::black, {200, 200})));
        put(file(u"cut.png"_s), png(drawnBadge(Qt::red, Qt::black)).left(700));
        put(file(u"photo.png"_s), jpeg());
        put(file(u"bomb.png"_s), pngBomb());
        put(file(u"words.png"_s), "this is a text");
        put(file(u"nothing.png"_s), {});
        put(file(u"phone.heic"_s), QByteArray("\0\0\0\x18" "ftypheic", 12) + QByteArray(40, '\0'));
        put(file(u"script.svg"_s), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script><path d=\"M0 0h9v9z\" onclick=\"x()\"/></svg>");
        put(file(u"entity.svg"_s), "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"&a;\"/></svg>");
        put(file(u"foreign.svg"_s), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"http://192.168.0.1/x.png\" width=\"9\" height=\"9\"/><path d=\"M0 0h9v9z\"/></svg>");
        put(file(u"apex_2026.png"_s), png(drawnBadge(Qt::red, Qt::black, {200, 200})));
        put(file(u"notes.txt"_s), "not a picture");
        put(file(QString(120, u'n') + u".png"_s), png(drawnBadge(Qt::blue, Qt::red, {200, 200})));
        QElapsedTimer whole;
        whole.start();
        ImportDialog *dialog = dropped(bench, {bench.folder.filePath(u"many"_s)});
        QVERIFY(dialog);
        QVERIFY(whole.elapsed() < 30000);
        QCOMPARE(rowsOf(dialog)->rowCount(), 50);

        const QList<std::pair<QString, QString>> sentences{
            {u"Same"_s, u"It has the same picture as “Good 1”."_s},
            {u"Cut"_s, u"Problem|Row 3, cut.png: The picture is cut off: the end of the file is missing. Fetch or save it again."_s},
            {u"Photo"_s, u"The file is named “.png”, but it is JPEG."_s},
            {u"Bomb"_s, u"60,000 × 60,000 pixels"_s},
            {u"Words"_s, u"This is text, not a picture, whatever its name says."_s},
            {u"Nothing"_s, u"This file is empty."_s},
            {u"Phone"_s, u"This is a HEIC picture, as phones make them"_s},
            {u"Script"_s, u"The drawing held scripts. They were taken out."_s},
            {u"Entity"_s, u"This SVG defines entities"_s},
            {u"Foreign"_s, u"image"_s},
            {u"Apex 2026"_s, u"Changed: "_s},
        };
        for (const auto &[name, sentence] : sentences)
            QVERIFY2(saidOf(dialog, name).contains(sentence), qPrintable(name + u": "_s + saidOf(dialog, name)));
        QVERIFY(saidOf(dialog, QString(120, u'n').replace(0, 1, u'N')).contains(u"The name may have 100 characters; this one has 120."_s));

        // What is wrong keeps back only itself; the rest is one run, paused and gone on with, and undone.
        auto *publish = buttonWith(dialog, u"Publish "_s);
        QVERIFY(publish);
        const int wanted = publish->text().section(u' ', 1, 1).toInt();
        QCOMPARE(wanted, 38 + 4); // the good ones, the same, the photo, and two drawings
        // A forum takes so many a minute: most of them another day.
        for (int i = 4; i <= 38; ++i)
            QVERIFY(type(dialog, rowNamed(dialog, u"Good %1"_s.arg(i)), Column::ActionColumn, u"Leave out"_s));
        QVERIFY(buttonWith(dialog, u"Publish 7 "_s));
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        publish->click();
        QTRY_VERIFY(buttonWith(dialog, u"Pause"_s));
        buttonWith(dialog, u"Pause"_s)->click();
        QTRY_VERIFY(buttonWith(dialog, u"Go on with the run"_s));
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_COMPARE(bench.runs->active().size(), 1);
        buttonWith(dialog, u"Go on with the run"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.id("Good 3") && bench.id("Script") && bench.id("Photo"), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(buttonWith(dialog, u"Nothing to publish"_s), 30000);
        QVERIFY(!bench.id("Bomb") && !bench.id("Entity") && !bench.id("Good 4"));
        const runs::RunSummary run = bench.ledger->runs()->first();
        QCOMPARE(run.total, 7);
        const auto undo = runs::planUndo(*bench.ledger, run.id, bench.forum, bench.clock);
        QVERIFY(undo);
        QVERIFY(bench.runs->start(*undo, bench.forum, runs::Pace::All));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.id("Good 1") && !bench.id("Photo"), 30000);
        dialog->close();
    }

    void tablesAsSpreadsheetsWriteThem_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString table = u"Name;Beschreibung;Typ;Gruppe;Icon\nÜbermut;Für Größe;Gold;Orchard;leaf\n"_s;
        QTest::newRow("semicolons") << table.toUtf8();
        QTest::newRow("bom") << QByteArray("\xEF\xBB\xBF") + table.toUtf8();
        QTest::newRow("windows-1252") << table.toLatin1();
        QTest::newRow("tabs") << QString(table).replace(u';', u'\t').toUtf8();
        QTest::newRow("commas and crlf") << QString(table).replace(u';', u',').replace(u'\n', u"\r\n"_s).toUtf8();
        QByteArray utf16("\xFF\xFE");
        for (const QChar c : table)
            utf16 += QByteArray(1, char(c.unicode() & 0xff)) + char(c.unicode() >> 8);
        QTest::newRow("utf-16") << utf16;
    }

    void tablesAsSpreadsheetsWriteThem()
    {
        QFETCH(QByteArray, bytes);
        BadgesBench bench;
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, bytes);
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        QCOMPARE(rowsOf(dialog)->rowCount(), 1);
        QCOMPARE(cell(dialog, 0, Column::NameColumn), u"Übermut"_s);
        QCOMPARE(cell(dialog, 0, Column::DescriptionColumn), u"Für Größe"_s);
        QCOMPARE(cell(dialog, 0, Column::TypeColumn), u"Gold"_s);
        QCOMPARE(cell(dialog, 0, Column::GroupingColumn), u"Orchard"_s);
        QCOMPARE(cell(dialog, 0, Column::IconColumn), u"leaf"_s);
        dialog->close();
    }

    void aTableWithEverythingWrong()
    {
        BadgesBench bench;
        put(bench.folder.filePath(u"bee.png"_s), png(drawnBadge(Qt::yellow, Qt::black)));
        const QString path = bench.folder.filePath(u"badges.csv"_s);
        put(path, "name,description,picture,icon,type,grouping\n"
                  "Ant,,ant.png,,,\n"             // no such picture
                  "Bee,,../../etc/passwd,,,\n"    // climbs out
                  "Cricket,,,leafs,,\n"           // no such icon
                  "Dove,,,leaf,lead,\n"           // no such type
                  "Eel,,,leaf,,Orchard\n"         // a grouping to be made
                  "Fly,,,leaf,,events\n"          // nearly one that is there
                  "Gnat,,bee.png,,,\nGnat,,bee.png,,,\n" // twice
                  "First Seed,,bee.png,,,\n"      // the forum's own
                  "\xE2\x80\xAEkcatta,,,leaf,,\n" // turned around
                  + QByteArray(101, 'x') + ",,,leaf,,\n");
        ImportDialog *dialog = dropped(bench, {path});
        QVERIFY(dialog);
        const QList<std::pair<QString, QString>> sentences{
            {u"Ant"_s, u"Problem|Row 2: There is no picture “ant.png” in the folder of the table."_s},
            {u"Bee"_s, u"lies outside the folder of the table, so it was not read."_s},
            {u"Cricket"_s, u"The forum has no icon “leafs”, so the badge would show blank. Near it are: leaf."_s},
            {u"Dove"_s, u"Problem|Row 5: The type “lead” is not gold, silver or bronze."_s},
            {u"Eel"_s, u"New|Row 6: New\nThe forum does not have the grouping “Orchard” yet; it is made first."_s},
            {u"Fly"_s, u"The grouping “events” would be made new beside “Events”, which the forum has."_s},
            {u"First Seed"_s, u"Name is taken|Row 10"_s},
            {u"kcatta"_s, u"Invisible characters in its texts"_s},
            {QString(101, u'x'), u"The name may have 100 characters; this one has 101."_s},
        };
        for (const auto &[name, sentence] : sentences)
            QVERIFY2(saidOf(dialog, name).contains(sentence), qPrintable(name + u": "_s + saidOf(dialog, name)));
        QVERIFY2(about(dialog, 7).startsWith(u"Row 8 has the same name.\n"_s), qPrintable(about(dialog, 7)));

        // All of it is put right where it stands.
        QVERIFY(type(dialog, rowNamed(dialog, u"Dove"_s), Column::TypeColumn, u"Silver"_s));
        QVERIFY(type(dialog, rowNamed(dialog, u"Fly"_s), Column::GroupingColumn, u"Events"_s));
        QVERIFY(!saidOf(dialog, u"Fly"_s).contains(u"made new"_s));
        QVERIFY(type(dialog, rowNamed(dialog, u"Cricket"_s), Column::IconColumn, u"fa-leaf"_s));
        QVERIFY(!saidOf(dialog, u"Cricket"_s).contains(u"no icon"_s));
        QVERIFY(type(dialog, rowNamed(dialog, u"Ant"_s), Column::IconColumn, u"bolt"_s)); // instead of the missing picture
        QVERIFY2(saidOf(dialog, u"Ant"_s).startsWith(u"New"_s), qPrintable(saidOf(dialog, u"Ant"_s)));
        QVERIFY(type(dialog, rowNamed(dialog, u"Eel"_s), Column::IconColumn, u"boltt"_s)); // asked about when it is typed
        QTRY_VERIFY2(saidOf(dialog, u"Eel"_s).contains(u"no icon “boltt”"_s), qPrintable(saidOf(dialog, u"Eel"_s)));
        QVERIFY(type(dialog, 7, Column::NameColumn, u"Midge"_s));
        // Beside a picture an icon is not to be typed.
        QVERIFY(!(rowsOf(dialog)->flags(rowsOf(dialog)->index(7, Column::IconColumn)) & Qt::ItemIsEditable));
        bench.ask.nextYes = true;
        buttonWith(dialog, u"Publish "_s)->click();
        QTRY_VERIFY(bench.id("Midge") && bench.id("kcatta"));
        QCOMPARE(bench.badge("Ant").icon, u"bolt"_s);
        QCOMPARE(bench.badge("Fly").groupingId, 102);
        QCOMPARE(bench.badge("Cricket").icon, u"leaf"_s);
        QTRY_VERIFY(buttonWith(dialog, u"Nothing to publish"_s));
        dialog->close();
    }
};

int runManyBadgesTest(int argc, char **argv)
{
    ManyBadgesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "many_badges_test.moc"
