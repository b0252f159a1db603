// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "ui/badges/badge_editor.h"
#include "ui/badges/findings_list.h"
#include "ui/badges/picture_well.h"
#include "ui/badges/preview_frame.h"
#include "ui/kit/theme.h"

#include <QComboBox>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

namespace {

/// What takes how much room, for the message of a failure.
QString widths(const BadgeEditor *editor)
{
    QStringList lines{u"%1 in %2"_s.arg(editor->widget()->minimumSizeHint().width()).arg(editor->viewport()->width())};
    const auto all = editor->widget()->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const int least = qMax(widget->minimumWidth(), widget->minimumSizeHint().width());
        if (widget->isVisible() && least > 80)
            lines << u"%1 %2 %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName()).arg(least);
    }
    return lines.join(u'\n');
}

} // namespace

/// Nothing is cut off, in any size and with long words. With BADGEWRIGHT_SHOTS=FOLDER the page is saved as pictures.
class BadgesLooksTest : public QObject
{
    Q_OBJECT

public:
    explicit BadgesLooksTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1104, 766);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1104, 766);
        QTest::newRow("narrow") << ThemeChoice::Light << QSize(848, 666);
        QTest::newRow("wide") << ThemeChoice::Light << QSize(1600, 960);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        BadgesBench bench;
        bench.open(size);
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.page->open(bench.id("Apex 2026"));
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        QTRY_VERIFY(bench.forum->count(u"image"_s) + bench.forum->count(u"icon"_s) >= 8);
        QTRY_VERIFY(bench.forum->count(u"holders"_s) == 1);
        typeInName(bench, u"!"_s);
        QTRY_VERIFY(!findings(bench).isEmpty()); // they come after a pause
        auto *editor = bench.page->findChild<BadgeEditor *>();
        QVERIFY2(editor->widget()->minimumSizeHint().width() <= editor->viewport()->width(), qPrintable(widths(editor)));
        // Every type and grouping can be read.
        for (const char *box : {"type", "grouping"}) {
            auto *combo = bench.find<QComboBox>(box);
            QVERIFY2(combo->fontMetrics().horizontalAdvance(combo->currentText()) + combo->iconSize().width() * !combo->itemIcon(combo->currentIndex()).isNull() + 36 <= combo->width(), box);
        }
        QCOMPARE(bench.page->width(), size.width()); // nothing holds it open
        for (PreviewFrame *frame : bench.page->findChildren<PreviewFrame *>())
            QVERIFY2(frame->sizeHint().width() <= frame->width(), "the preview is cut off");
        for (PreviewFrame *frame : bench.page->findChildren<PreviewFrame *>())
            QTRY_COMPARE(frame->height(), frame->sizeHint().height());
        shoot(bench, name);

        Badge &longest = bench.forum->catalogue.badges[3];
        longest.name = u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande"_s;
        longest.description = u"Für außerordentliche Verdienste um die Nachbarschaftshilfe und die Verschönerung des gemeinschaftlich genutzten Obstgartens"_s;
        longest.longDescription = longest.description + u". "_s + longest.description;
        bench.forum->catalogue.groupings[1].name = u"Gemeinschaftsveranstaltungen und Feierlichkeiten"_s;
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 2);
        QStringList before = findings(bench);
        bench.page->open(longest.id);
        QTRY_VERIFY(findings(bench) != before);
        QVERIFY2(editor->widget()->minimumSizeHint().width() <= editor->viewport()->width(), qPrintable(widths(editor)));
        shoot(bench, name + u"-long"_s);
        before = findings(bench);
        bench.page->open(bench.id("First Seed"));
        QTRY_VERIFY(findings(bench) != before);
        shoot(bench, name + u"-system"_s);
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    static QStringList findings(const BadgesBench &bench)
    {
        QStringList lines;
        for (const QLabel *label : bench.page->findChild<FindingsList *>()->findChildren<QLabel *>())
            lines << label->text();
        return lines;
    }

    Theme *theTheme;
};

int runLooksTest(int argc, char **argv, Theme *theme)
{
    BadgesLooksTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "badges_looks_test.moc"
