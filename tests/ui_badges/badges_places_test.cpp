// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/preview_frame.h"
#include "ui/kit/pill.h"
#include "ui/kit/table_view.h"
#include "ui/kit/theme.h"
#include "ui/preview/colours_dialog.h"
#include "ui/preview/places_sheet.h"

#include <QAction>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using artwork::Place;

/// The window with every place of a badge, and the forum's own colours.
class BadgesPlacesTest : public QObject
{
    Q_OBJECT

public:
    explicit BadgesPlacesTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void everyPlaceFollowsTheDraft()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        const QList<QAction *> commands = bench.page->commands();
        QVERIFY(std::any_of(commands.begin(), commands.end(), [](const QAction *action) {
            return action->text().startsWith(u"All places"_s) && action->isEnabled();
        }));
        QPointer<ForumPreviewDialog> window = openWindow(bench);
        QVERIFY(window);
        QVERIFY(!window->isModal());
        QTRY_VERIFY(place(window, Place::Grid));
        QTRY_VERIFY(!place(window, Place::Grid)->scene().badge.image.isNull());
        // Among the others of its grouping that the forum lists: not the one that is switched off.
        const artwork::PlacesScene &scene = place(window, Place::Grid)->scene();
        QCOMPARE(scene.grouping, u"Events"_s);
        QCOMPARE(scene.neighbours.size(), 1);
        QCOMPARE(scene.neighbours.first().badge.name, u"Karaoke Night"_s);
        QCOMPARE(scene.position, 0);
        QCOMPARE(scene.alsoHeld.size(), 5);
        for (const Place which : artwork::kPlaces) {
            QVERIFY(place(window, which)->isVisible());
            QVERIFY(place(window, which, true)->isVisible());
            QVERIFY(!place(window, which)->accessibleName().isEmpty());
        }
        QTRY_VERIFY(!place(window, Place::Grid)->scene().neighbours.first().image.isNull()); // they come one by one
        // And sharp enough for 3×, not as the list has them.
        QTRY_VERIFY(place(window, Place::Grid)->scene().neighbours.first().image.width() >= 168);
        // The person types on in the page, and the window shows it.
        typeInName(bench, u"!"_s);
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.badge.name, u"Apex 2026!"_s);
        QTRY_VERIFY(window->windowTitle().contains(u"Apex 2026!"_s));
        // Another badge; without permission nobody wears it as a title.
        bench.page->open(bench.id("Problem Solver"));
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.badge.name, u"Problem Solver"_s);
        QVERIFY(!place(window, Place::Title)->isVisible());
        // Pressed again it comes to the front, it does not open twice.
        QCOMPARE(openWindow(bench), window.data());
        // And it goes with the page.
        bench.page.reset();
        QVERIFY(!window);
    }

    void switchesAreRemembered()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        ForumPreviewDialog *window = openWindow(bench);
        QTRY_VERIFY(place(window, Place::Grid, true));
        // It opens with the widest page that can be seen whole.
        QTRY_VERIFY(place(window, Place::Grid)->sizeHint().width() <= window->sheet()->parentWidget()->width());
        press(window, u"Dark"_s, u"Pages"_s);
        press(window, u"3×"_s, u"Enlargement"_s);
        press(window, u"320 px"_s, u"Width of the browser"_s);
        select(window, "placesTextSize", 4);
        select(window, "placesVersion", 3);
        select(window, "placesVision", 4);
        QTRY_COMPARE(place(window, Place::Grid)->scene().windowWidth, 320);
        QTRY_VERIFY(!place(window, Place::Grid, false)->isVisible());
        QVERIFY(place(window, Place::Grid, true)->isVisible());
        QCOMPARE(place(window, Place::Grid)->sizeHint().width(), 3 * 320);
        QCOMPARE(place(window, Place::Grid)->scene().badge.textPx, 20 * 15 / 16.0);
        QVERIFY(std::abs(place(window, Place::Grid)->scene().badge.iconEm * 18.75 - 65.625) < 0.01);
        // Nothing but greys is left.
        const auto isGrey = [window] {
            const QImage page = place(window, Place::Grid, true)->grab(QRect(3, 3, 950, 300)).toImage(); // inside its frame
            for (int x = 0; x < page.width(); x += 3) {
                for (int y = 0; y < page.height(); y += 3) {
                    if (qRed(page.pixel(x, y)) != qBlue(page.pixel(x, y)) || qRed(page.pixel(x, y)) != qGreen(page.pixel(x, y)))
                        return false;
                }
            }
            return true;
        };
        QTRY_VERIFY(isGrey());
        delete window;
        window = openWindow(bench);
        QTRY_VERIFY(place(window, Place::Grid));
        QCOMPARE(place(window, Place::Grid)->scene().windowWidth, 320);
        QCOMPARE(place(window, Place::Grid)->sizeHint().width(), 3 * 320);
        QVERIFY(!place(window, Place::Grid, false)->isVisible());
        QCOMPARE(window->findChild<QComboBox *>(u"placesVision"_s)->currentIndex(), 4);
    }

    void hugePagesScrollBothWays()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        ForumPreviewDialog *window = openWindow(bench);
        window->resize(900, 600);
        press(window, u"1110 px"_s, u"Width of the browser"_s);
        press(window, u"3×"_s, u"Enlargement"_s);
        QTRY_COMPARE(place(window, Place::Grid)->sizeHint().width(), 3 * 1130);
        QScrollArea *area = nullptr;
        for (QScrollArea *one : window->findChildren<QScrollArea *>()) {
            if (one->isAncestorOf(place(window, Place::Grid)))
                area = one;
        }
        QVERIFY(area);
        QTRY_VERIFY(area->horizontalScrollBar()->maximum() > 2000);
        QVERIFY(area->verticalScrollBar()->maximum() > 1000);
        // Light beside dark where both fit.
        press(window, u"1×"_s, u"Enlargement"_s);
        press(window, u"320 px"_s, u"Width of the browser"_s);
        window->resize(1280, 700);
        QTRY_COMPARE(place(window, Place::Grid)->y(), place(window, Place::Grid, true)->y());
        QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
        press(window, u"1110 px"_s, u"Width of the browser"_s);
        QTRY_VERIFY(place(window, Place::Grid, true)->y() > place(window, Place::Grid)->y());
    }

    void aForumsOwnColours()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        ForumPreviewDialog *window = openWindow(bench);
        QTRY_VERIFY(place(window, Place::Grid));
        const artwork::PreviewTokens defaults = artwork::PreviewTokens::light();
        QCOMPARE(place(window, Place::Grid)->scene().badge.colours.light, defaults);
        // None were entered yet: they are asked for.
        select(window, "placesColours", 1);
        auto *dialog = window->findChild<ColoursDialog *>();
        QVERIFY(dialog);
        QCOMPARE(window->findChild<QComboBox *>(u"placesColours"_s)->currentIndex(), 0);
        auto *text = dialog->findChild<QLineEdit *>(u"light-0"_s);
        auto *card = dialog->findChild<QLineEdit *>(u"dark-4"_s);
        auto *use = dialog->findChild<QPushButton *>(u"useColours"_s);
        auto *complaint = dialog->findChild<QLabel *>(u"colourComplaint"_s);
        QCOMPARE(text->text(), u"#222222"_s);
        QVERIFY(card->text().isEmpty());
        QVERIFY(card->placeholderText().contains(u"#282828"_s));
        QCOMPARE(unnamedControls(dialog), QStringList());
        text->selectAll();
        QTest::keyClicks(text, u"#12x"_s);
        QVERIFY(!use->isEnabled());
        QVERIFY(complaint->text().contains(u"#12x"_s) && complaint->text().contains(u"Text, light pages"_s));
        text->clear();
        QVERIFY(!use->isEnabled());
        text->setText(u"123"_s);
        QVERIFY(use->isEnabled() && complaint->text().isEmpty());
        card->setText(u"#900000"_s);
        save(dialog, u"colours"_s);
        use->click();
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.colours.light.primary, QColor(0x11, 0x22, 0x33));
        QCOMPARE(place(window, Place::Grid)->scene().badge.colours.dark.cardBackground, QColor(0x90, 0x00, 0x00));
        QCOMPARE(window->findChild<QComboBox *>(u"placesColours"_s)->currentIndex(), 1);
        // The column beside the editor wears them too.
        for (const PreviewFrame *frame : bench.page->findChildren<PreviewFrame *>()) {
            if (!frame->isDark())
                continue;
            const QImage seen = const_cast<PreviewFrame *>(frame)->grab().toImage();
            QCOMPARE(QColor(seen.pixel(20, 20)), QColor(0x90, 0x00, 0x00));
        }
        // Kept with the connection, for the next time and for no other forum.
        bench.page.reset();
        bench.settings->sync();
        Settings again(bench.folder.filePath(u"settings.ini"_s));
        QCOMPARE(again.forumValue(bench.forum->theConnection.id, u"colours"_s).toStringList().value(0), u"#112233"_s);
        openOn(bench, "Apex 2026");
        window = openWindow(bench);
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.colours.light.primary, QColor(0x11, 0x22, 0x33));
        // To and fro without losing them, and back for good.
        select(window, "placesColours", 0);
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.colours.light, defaults);
        select(window, "placesColours", 1);
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.colours.light.primary, QColor(0x11, 0x22, 0x33));
        window->findChild<QPushButton *>(u"editColours"_s)->click();
        QTRY_VERIFY(window->findChild<ColoursDialog *>());
        dialog = window->findChild<ColoursDialog *>();
        dialog->findChild<QPushButton *>(u"defaultColours"_s)->click();
        QCOMPARE(dialog->findChild<QLineEdit *>(u"light-0"_s)->text(), u"#222222"_s);
        dialog->findChild<QPushButton *>(u"useColours"_s)->click();
        QTRY_COMPARE(place(window, Place::Grid)->scene().badge.colours.light, defaults);
        QCOMPARE(window->findChild<QComboBox *>(u"placesColours"_s)->currentIndex(), 0);
    }

    void contrastsOfGlyphAndPicture()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply"); // a silver glyph
        ForumPreviewDialog *window = openWindow(bench);
        const QAbstractItemModel *table = window->findChild<TableView *>()->model();
        const auto cell = [table](int row, int column) { return table->index(row, column).data().toString(); };
        QTRY_COMPARE(cell(0, 1), u"1.7 : 1"_s); // on the light card
        QCOMPARE(cell(3, 1), u"8.1 : 1"_s);     // on the dark card
        QCOMPARE(table->rowCount(), 6);
        bench.page->open(bench.id("Apex 2026"));
        QTRY_COMPARE(table->columnCount(), 4);
        QVERIFY(cell(0, 1).endsWith(u'%'));
        QCOMPARE(unnamedControls(window), QStringList());
    }

    void figuresAndRemarksJudgeAlike_data()
    {
        QTest::addColumn<int>("darkRows"); // of a hundred; the others are white
        QTest::addColumn<bool>("fades");
        QTest::newRow("a third of it stands out") << 33 << false;
        QTest::newRow("hardly anything of it does") << 6 << true;
    }

    void figuresAndRemarksJudgeAlike()
    {
        QFETCH(int, darkRows);
        QFETCH(bool, fades);
        BadgesBench bench;
        QImage art(200, 200, QImage::Format_ARGB32_Premultiplied);
        art.fill(Qt::white);
        QPainter(&art).fillRect(0, 0, 200, darkRows * 2, Qt::black);
        givePicture(bench, "Apex 2026", art);
        openOn(bench, "Apex 2026");
        ForumPreviewDialog *window = openWindow(bench);
        const QAbstractItemModel *table = window->findChild<TableView *>()->model();
        QTRY_COMPARE(table->columnCount(), 4);
        QTRY_VERIFY(says(bench, u"Square, sharp"_s)); // the remarks are of this picture
        QTRY_COMPARE(Tone(table->index(0, 1).data(kToneRole).toInt()), fades ? Tone::Look : Tone::Good); // the light card
        QCOMPARE(says(bench, u"vanishes on a light page"_s), fades);
        QCOMPARE(Tone(table->index(3, 1).data(kToneRole).toInt()), Tone::Good); // the dark one
        QVERIFY(!says(bench, u"vanishes on a dark page"_s));
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QString>("badge");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << u"Apex 2026"_s << QSize(1280, 800);
        QTest::newRow("dark") << ThemeChoice::Dark << u"Lightning Reply"_s << QSize(1280, 800);
        QTest::newRow("long") << ThemeChoice::Dark << u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande"_s << QSize(1280, 800);
        QTest::newRow("small") << ThemeChoice::Light << u"Apex 2026"_s << QSize(1024, 700);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QString, badge);
        QFETCH(QSize, size);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        BadgesBench bench;
        if (name == u"long"_s) {
            bench.forum->catalogue.badges[2].name = badge;
            bench.forum->catalogue.badges[2].description = u"Für außerordentliche Verdienste um die Nachbarschaftshilfe und die Verschönerung des gemeinschaftlich genutzten <b>Obstgartens</b>"_s;
            bench.forum->catalogue.groupings[1].name = u"Gemeinschaftsveranstaltungen und Feierlichkeiten"_s;
            givePicture(bench, bench.forum->catalogue.badges[2].id, drawnBadge(Qt::yellow, Qt::blue, {600, 150}));
        }
        bench.open();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->isVisible());
        bench.page->open(bench.forum->catalogue.findByName(badge)->id);
        QTRY_COMPARE(nameField(bench)->text(), badge);
        ForumPreviewDialog *window = openWindow(bench);
        window->resize(size);
        QTRY_VERIFY(!place(window, Place::Grid)->scene().neighbours.isEmpty());
        QTRY_VERIFY(!place(window, Place::Grid)->scene().badge.image.isNull() || !place(window, Place::Grid)->scene().badge.iconSvg.isEmpty());
        QTRY_COMPARE(window->findChild<TableView *>()->model()->columnCount(), place(window, Place::Grid)->scene().badge.image.isNull() ? 2 : 4);
        // The switches need no more room than they have.
        for (QScrollArea *area : window->findChildren<QScrollArea *>()) {
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                         qPrintable(u"%1 in %2"_s.arg(area->widget()->minimumSizeHint().width()).arg(area->viewport()->width())));
        }
        save(window, name);
        save(window->findChild<PlaceView *>()->parentWidget()->parentWidget(), name + u"-whole"_s);
        press(window, u"320 px"_s, u"Width of the browser"_s);
        QTRY_COMPARE(place(window, Place::Grid)->scene().windowWidth, 320);
        save(window, name + u"-320"_s);
        save(window->findChild<PlaceView *>()->parentWidget()->parentWidget(), name + u"-320-whole"_s);
        press(window, u"2×"_s, u"Enlargement"_s);
        select(window, "placesVision", 2);
        select(window, "placesVersion", 2);
        QTRY_COMPARE(place(window, Place::Grid)->sizeHint().width(), 640);
        save(window, name + u"-2x"_s);
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runPlacesTest(int argc, char **argv, Theme *theme)
{
    BadgesPlacesTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "badges_places_test.moc"
