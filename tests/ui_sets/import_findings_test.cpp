// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "details_bench.h"
#include "import_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/findings_list.h"
#include "ui/kit/count_tiles.h"
#include "ui/kit/labels.h"
#include "ui/kit/theme.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QString listed(RowDetails *details)
{
    QStringList sentences;
    for (auto *label : details->findChild<FindingsList *>()->findChildren<TextLabel *>()) {
        if (!label->isHidden() && label->parentWidget() && !label->parentWidget()->isHidden())
            sentences << label->text();
    }
    return sentences.join(u'|');
}

QString faults(const ImportBench &bench)
{
    const auto file = [&bench](const QString &name, const QByteArray &bytes) { put(bench.folder.filePath(name), bytes); };
    file(u"good.png"_s, png(drawnBadge(QColor(0xc0, 0x40, 0x30), QColor(0x20, 0x20, 0x60), {256, 256})));
    file(u"small.png"_s, png(drawnBadge(QColor(0xc0, 0x40, 0x30), QColor(0x20, 0x20, 0x60), {48, 48})));
    file(u"long.png"_s, png(drawnBadge(QColor(0x30, 0xa0, 0x30), QColor(0x20, 0x20, 0x60), {256, 256})));
    file(u"clever.png"_s, png(drawnBadge(QColor(0x30, 0x40, 0xc0), QColor(0x20, 0x20, 0x60), {256, 256})));
    QImage dark(256, 256, QImage::Format_ARGB32_Premultiplied);
    dark.fill(QColor(0x22, 0x22, 0x22));
    file(u"dark.png"_s, png(dark));
    const QString path = bench.folder.filePath(u"badges.csv"_s);
    put(path, "name,description,long description,picture,icon\n"
              "Good,Is good,Very good,good.png,\n"
              "Small,Is small,Very small,small.png,\n"
              "Dark,Is dark,Very dark,dark.png,\n"
              "A name that no user card has the room for,Is long,Very long,long.png,\n"
              "Clever,<b>Bold</b> <script>alert(1)</script>,,clever.png,\n"
              "Bare,Has nothing,,,\n"
              "Gone,Is gone,Gone,gone.png,\n"
              "Apex 2026,Another description,,,\n");
    return path;
}

} // namespace

/// What the forum will do to each badge is said before it is sent there.
class ImportFindingsTest : public QObject
{
    Q_OBJECT

public:
    explicit ImportFindingsTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void rowsAreJudgedBeforeTheyGo()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {faults(bench)});
        QVERIFY(dialog);
        const auto state = [dialog](int row) { return cell(dialog, row, Column::StateColumn); };
        QCOMPARE(state(0), u"New"_s);
        QCOMPARE(about(dialog, 0), u"New"_s);
        const QList<std::pair<int, QString>> worst{
            {1, u"blurred or tiny on sharp screens"_s},
            {2, u"Nearly vanishes on a dark page."_s},
            {3, u"user cards on phones cut it"_s},
            {4, u"The forum takes this out of the description"_s},
            {5, u"It has neither a picture nor an icon."_s},
        };
        auto *table = dialog->findChild<TableView *>();
        for (const auto &[row, sentence] : worst) {
            QVERIFY2(state(row) == u"New · look"_s, qPrintable(u"%1: %2, %3"_s.arg(row).arg(state(row), about(dialog, row))));
            QVERIFY2(about(dialog, row).contains(sentence), qPrintable(about(dialog, row)));
            table->selectRow(row);
            const auto labels = dialog->findChildren<TextLabel *>();
            QVERIFY2(std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return label->isVisible() && label->text().startsWith(u"Row "_s) && label->text().contains(sentence); }),
                     qPrintable(sentence));
        }
        // One whose picture is missing is not told that it has none.
        QCOMPARE(state(6), u"Problem"_s);
        QVERIFY2(!about(dialog, 6).contains(u"neither"_s), qPrintable(about(dialog, 6)));
        // Of a badge that is there only what changes counts.
        QCOMPARE(state(7), u"Changed"_s);
        const auto tiles = dialog->findChildren<CountTile *>();
        const auto look = std::find_if(tiles.begin(), tiles.end(), [](const CountTile *one) { return one->text() == u"To look at"_s; });
        QCOMPARE((*look)->count(), 5);
        (*look)->click();
        QCOMPARE(rowsOf(dialog)->rowCount(), 5);
        dialog->close();
    }

    void theDetailsListThemAsThePageDoes()
    {
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {faults(bench)});
        QVERIFY(dialog);
        RowDetails *details = detailsOf(dialog, 4);
        QVERIFY(details);
        QVERIFY2(listed(details).contains(u"The forum takes this out of the description"_s), qPrintable(listed(details)));
        QVERIFY2(listed(details).contains(u"No long description"_s), qPrintable(listed(details)));
        QVERIFY2(listed(details).contains(u"Square"_s), qPrintable(listed(details)));
        QCOMPARE(unnamedControls(details), QStringList());
        // Mended, it is not said any more.
        auto *text = details->findChildren<QPlainTextEdit *>().at(0);
        text->selectAll();
        QTest::keyClicks(text, u"Bold"_s);
        QTRY_VERIFY2(!listed(details).contains(u"takes this out"_s), qPrintable(listed(details)));
        QTRY_VERIFY2(cell(dialog, 4, Column::StateColumn) == u"New"_s, qPrintable(about(dialog, 4)));
        // A sentence stands in the list or above, not in both.
        details->setRow(1);
        QVERIFY2(listed(details).contains(u"blurred or tiny"_s), qPrintable(listed(details)));
        QVERIFY(!details->findChild<TextLabel *>(u"rowWords"_s)->text().contains(u"blurred"_s));
        // Another picture is judged when it is there.
        bench.ask.nextOpenPath = bench.folder.filePath(u"another.png"_s);
        put(bench.ask.nextOpenPath, png(drawnBadge(QColor(0xa0, 0x30, 0xa0), QColor(0x20, 0x20, 0x60), {256, 256})));
        details->findChild<QPushButton *>(u"otherPicture"_s)->click();
        QTRY_COMPARE(cell(dialog, 1, Column::StateColumn), u"New"_s);
        QTRY_VERIFY2(!listed(details).contains(u"Smaller"_s), qPrintable(listed(details)));
        details->accept();
        bench.ask.nextYes = true;
        dialog->close();
    }

    void manyRowsLeaveTheWindowFree()
    {
        ImportBench bench;
        QDir(bench.folder.path()).mkdir(u"many"_s);
        const int badges = 250;
        for (int i = 0; i < badges; ++i)
            put(bench.folder.filePath(u"many/badge %1.png"_s.arg(i)), png(drawnBadge(QColor::fromHsv(i, 200, 200), Qt::black, {256, 256})));
        openOn(bench, "Apex 2026");
        QElapsedTimer whole;
        QElapsedTimer gap;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, gap.restart()); });
        QVERIFY(dropOn(bench.page->findChild<QTreeView *>()->viewport(), {bench.folder.filePath(u"many"_s)}));
        ImportDialog *dialog = dialogOf(bench);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(dialog)->rowCount(), badges, 120000);
        auto *flow = dialog->findChild<ImportFlow *>();
        whole.start();
        gap.start();
        beat.start(0);
        QVERIFY(QTest::qWaitFor([flow] { return flow->isJudged(); }, 120000));
        const qint64 judging = whole.elapsed();
        const qint64 stall = longest;
        QVERIFY2(stall * 5 < judging, qPrintable(u"a stall of %1 of %2 ms"_s.arg(stall).arg(judging)));
        // Typing, with all of them looked at after each letter.
        RowDetails *details = detailsOf(dialog, 100);
        auto *name = details->findChild<QLineEdit *>();
        name->setFocus();
        QTest::qWait(0);
        qint64 slowest = 0;
        for (int i = 0; i < 12; ++i) {
            QElapsedTimer letter;
            letter.start();
            QTest::keyClick(name, Qt::Key_A);
            QCoreApplication::processEvents();
            slowest = std::max(slowest, letter.elapsed());
        }
        beat.stop();
        qInfo("250 rows: judged in %lld ms, the longest stall %lld ms; the slowest letter %lld ms", judging, stall, slowest);
        details->accept();
        bench.ask.nextYes = true;
        dialog->close();
    }

    void aNarrowWindowCutsNeitherHeadNorVerb_data()
    {
        QTest::addColumn<QString>("forum");
        QTest::newRow("short") << u"forum.example"_s;
        QTest::newRow("long") << u"gemeinschaft-der-obstgaerten.an-der-unteren-donau.example"_s;
    }

    void aNarrowWindowCutsNeitherHeadNorVerb()
    {
        QFETCH(QString, forum);
        ImportBench bench;
        bench.forum->theConnection.base.setHost(forum);
        ImportDialog *dialog = dropped(bench, {faults(bench)});
        QVERIFY(dialog);
        auto *table = dialog->findChild<TableView *>();
        QPushButton *publish = buttonWith(dialog, u"Publish 6"_s);
        QVERIFY(dialog->minimumSize().width() <= 790 && dialog->minimumSizeHint().width() <= 790);
        for (const int width : {dialog->minimumSize().width(), 790, 1280}) {
            dialog->resize(width, 600);
            QTest::qWait(0);
            QCOMPARE(dialog->width(), width);
            const QHeaderView *head = table->horizontalHeader();
            for (int column = 0; column < head->count(); ++column)
                QVERIFY2(head->sectionSize(column) >= head->sectionSizeHint(column), qPrintable(u"%1 of %2 at %3"_s.arg(column).arg(head->sectionSize(column)).arg(width)));
            QFont strong = publish->font();
            strong.setWeight(QFont::DemiBold);
            QVERIFY2(QFontMetrics(strong).horizontalAdvance(publish->text()) + 16 <= publish->width(), qPrintable(publish->text()));
            QVERIFY2(publish->text().startsWith(u"Publish 6 badge(s) to "_s), qPrintable(publish->text()));
            QCOMPARE(publish->accessibleName(), u"Publish 6 badge(s) to "_s + forum);
        }
        QCOMPARE(publish->text().contains(u'…'), false); // at 1280 there is room for all of it
        dialog->close();
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1280") << ThemeChoice::Light << QSize(1280, 760);
        QTest::newRow("dark-1280") << ThemeChoice::Dark << QSize(1280, 760);
        QTest::newRow("light-790") << ThemeChoice::Light << QSize(790, 560);
        QTest::newRow("dark-790") << ThemeChoice::Dark << QSize(790, 560);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        theTheme->setChoice(theme);
        ImportBench bench;
        ImportDialog *dialog = dropped(bench, {faults(bench)});
        QVERIFY(dialog);
        dialog->resize(size);
        QVERIFY(type(dialog, 0, Column::NameColumn, u"Better"_s));
        dialog->findChild<TableView *>()->selectRow(2);
        QTest::qWait(0);
        shootDialog(dialog, u"findings-"_s + QString::fromLatin1(QTest::currentDataTag()));
        RowDetails *details = detailsOf(dialog, 4);
        QVERIFY2(details->minimumSizeHint().width() <= 790, qPrintable(QString::number(details->minimumSizeHint().width())));
        if (size.width() < 800)
            details->resize(790, 560);
        QTest::qWait(0);
        if (const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS"); !folder.isEmpty())
            details->grab().save(u"%1/import-findings-details-%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag())));
        details->accept();
        bench.ask.nextYes = true;
        dialog->close();
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runImportFindingsTest(int argc, char **argv, Theme *theme)
{
    ImportFindingsTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "import_findings_test.moc"
