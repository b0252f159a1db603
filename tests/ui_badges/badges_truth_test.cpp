// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/findings_list.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_well.h"
#include "ui/badges/preview_frame.h"
#include "ui/kit/labels.h"
#include "ui/kit/table_view.h"
#include "ui/kit/theme.h"
#include "ui/preview/colours_dialog.h"
#include "ui/preview/forum_preview_dialog.h"
#include "ui/preview/place_view.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QDropEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using artwork::Place;

namespace {

ForumPreviewDialog *openWindow(BadgesBench &bench)
{
    auto *all = bench.find<QPushButton>("allPlaces");
    all->click();
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *dialog = qobject_cast<ForumPreviewDialog *>(window))
            return dialog;
    }
    return nullptr;
}

PlaceView *place(const ForumPreviewDialog *window, Place which, bool dark = false)
{
    const auto all = window->findChildren<PlaceView *>();
    for (PlaceView *view : all) {
        if (view->place() == which && view->scene().badge.dark == dark)
            return view;
    }
    return nullptr;
}

void press(const QWidget *root, const QString &choice, const QString &group)
{
    const auto all = root->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : all) {
        if (button->text() == choice && button->parentWidget()->accessibleName() == group)
            button->click();
    }
}

void select(const QWidget *root, const char *name, int index)
{
    auto *box = root->findChild<QComboBox *>(QString::fromLatin1(name));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

LinkButton *link(const BadgesBench &bench, const QString &words)
{
    const auto all = bench.page->findChild<FindingsList *>()->findChildren<LinkButton *>();
    for (LinkButton *button : all) {
        if (button->accessibleName() == words && button->isVisible())
            return button;
    }
    return nullptr;
}

bool says(const BadgesBench &bench, const QString &part)
{
    const auto all = bench.page->findChild<FindingsList *>()->findChildren<QLabel *>();
    return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
}

void save(QWidget *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
    if (!folder.isEmpty())
        window->grab().save(u"%1/places-%2.png"_s.arg(folder, name));
}

/// The badge's picture on the forum, as drawn by the test.
void givePicture(BadgesBench &bench, const char *name, const QImage &image)
{
    bench.forum->pictures.insert(u"/uploads/%1.png"_s.arg(bench.id(name)), png(image));
}

void giveJpeg(BadgesBench &bench, const char *name, const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 90);
    Badge &badge = bench.forum->catalogue.badges[2];
    QCOMPARE(badge.name, QString::fromLatin1(name));
    badge.imageUrl = QUrl(badge.imageUrl.toString().replace(u".png"_s, u".jpg"_s));
    bench.forum->pictures.insert(badge.imageUrl.path(), bytes);
}

QImage darkDisc(const QSize &size = {256, 256})
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x20, 0x20, 0x20));
    painter.drawEllipse(image.rect().adjusted(1, 1, -1, -1));
    return image;
}

} // namespace

/// What the forum makes of a badge: every place, the forum's own colours, findings and what mends them.
class BadgesTruthTest : public QObject
{
    Q_OBJECT

public:
    explicit BadgesTruthTest(Theme *theme) : theTheme(theme) {}

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
        const QSize before = place(window, Place::Grid)->sizeHint();
        press(window, u"Dark"_s, u"Pages"_s);
        press(window, u"3×"_s, u"Enlargement"_s);
        press(window, u"320 px"_s, u"Width of the browser"_s);
        select(window, "placesTextSize", 4);
        select(window, "placesVersion", 1);
        select(window, "placesVision", 4);
        QTRY_COMPARE(place(window, Place::Grid)->scene().windowWidth, 320);
        QVERIFY(!place(window, Place::Grid, false)->isVisible());
        QVERIFY(place(window, Place::Grid, true)->isVisible());
        QCOMPARE(place(window, Place::Grid)->sizeHint().width(), 3 * 320);
        QVERIFY(before.width() == 1130);
        QCOMPARE(place(window, Place::Grid)->scene().badge.textPx, 20 * 15 / 16.0);
        QVERIFY(std::abs(place(window, Place::Grid)->scene().badge.iconEm * 18.75 - 65.625) < 0.01);
        // Nothing but greys is left.
        const QImage page = place(window, Place::Grid, true)->grab(QRect(0, 0, 960, 300)).toImage();
        for (int x = 0; x < page.width(); x += 3) {
            for (int y = 0; y < page.height(); y += 3)
                QVERIFY(qRed(page.pixel(x, y)) == qBlue(page.pixel(x, y)) && qRed(page.pixel(x, y)) == qGreen(page.pixel(x, y)));
        }
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

    void linksMendWhatTheyStandAt_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("fix");
        const QColor gold(0xE7, 0xC3, 0x00);
        QTest::newRow("not square") << drawnBadge(gold, Qt::blue, {300, 120}) << u"Not square"_s << u"Make it square"_s;
        QImage lost(400, 400, QImage::Format_ARGB32_Premultiplied);
        lost.fill(Qt::transparent);
        {
            QPainter painter(&lost);
            painter.drawImage(100, 100, drawnBadge(gold, Qt::blue, {180, 180}));
        }
        QTest::newRow("empty border") << lost << u"wide empty border"_s << u"Trim the border"_s;
        QTest::newRow("dark") << darkDisc() << u"vanishes on a dark page"_s << u"Put a rim round it"_s;
        QTest::newRow("photo") << drawnBadge(gold, Qt::blue, {256, 256}).convertToFormat(QImage::Format_RGB32) << u"no transparency"_s << u"Cut it round"_s;
        QTest::newRow("no gold") << drawnBadge(Qt::blue, Qt::red, {256, 256}) << u"a ring of gold"_s << u"Draw a ring of gold round it"_s;
    }

    void linksMendWhatTheyStandAt()
    {
        QFETCH(QImage, picture);
        QFETCH(QString, finding);
        QFETCH(QString, fix);
        BadgesBench bench;
        if (finding.contains(u"transparency"_s))
            giveJpeg(bench, "Apex 2026", picture);
        else
            givePicture(bench, "Apex 2026", picture);
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(says(bench, finding));
        QTRY_VERIFY(link(bench, fix));
        save(bench.page->findChild<FindingsList *>(), u"fix-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY(!bench.page->hasUnsaved());
        Q_EMIT link(bench, fix)->clicked();
        // In the draft, and nowhere else.
        QTRY_VERIFY(bench.page->hasUnsaved());
        QTRY_VERIFY(!says(bench, finding));
        QVERIFY(!link(bench, fix));
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"picture"_s);
        QCOMPARE(bench.forum->count(u"upload"_s), 0);
        save(bench.page.get(), u"mended-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        button(bench, "discard")->click();
        QTRY_VERIFY(says(bench, finding));
    }

    void aHeavyPictureBecomesALightOne()
    {
        BadgesBench bench;
        // Noise, which no packing makes small.
        QImage noise(400, 400, QImage::Format_ARGB32);
        quint32 seed = 7;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 400; ++x) {
                seed = seed * 1664525 + 1013904223;
                noise.setPixel(x, y, ((seed >> 8) & 0xffffff) | 0xff000000);
            }
        }
        givePicture(bench, "Apex 2026", noise);
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(says(bench, u"75 kB are enough"_s));
        Q_EMIT link(bench, u"Make it lighter"_s)->clicked();
        QTRY_VERIFY(bench.page->hasUnsaved());
        QTRY_VERIFY(!says(bench, u"75 kB are enough"_s));
        QVERIFY(!link(bench, u"Make it lighter"_s));
        QVERIFY(!says(bench, u"into a JPEG"_s));
    }

    void textsAreMended()
    {
        BadgesBench bench;
        bench.forum->catalogue.badges[2].description = u"<font color=\"red\">Blessing</font> of the <b>council</b><script>x</script>"_s;
        bench.forum->catalogue.badges[2].longDescription.clear();
        bench.forum->catalogue.badges[2].name = u"Apex of the whole orchard council 2026"_s;
        openOn(bench, "Apex of the whole orchard council 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        QTRY_VERIFY(link(bench, u"Remove it"_s));
        Q_EMIT link(bench, u"Remove it"_s)->clicked();
        auto *description = qobject_cast<QPlainTextEdit *>(named(bench, u"Description"_s));
        QTRY_COMPARE(description->toPlainText(), u"Blessing of the <b>council</b>"_s);
        QTRY_VERIFY(!link(bench, u"Remove it"_s));
        Q_EMIT link(bench, u"Shorten the name"_s)->clicked();
        QVERIFY(nameField(bench)->hasFocus());
        Q_EMIT link(bench, u"Write one"_s)->clicked();
        QVERIFY(named(bench, u"Long description"_s)->hasFocus());
        // By keyboard alone: arrows go from finding to finding, Return mends.
        auto *list = bench.page->findChild<FindingsList *>();
        QWidget *first = nullptr;
        for (QWidget *row : list->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (row->isVisible() && row->focusPolicy() != Qt::NoFocus)
                first = row;
        }
        QVERIFY(first);
        QVERIFY(first->accessibleName().startsWith(u"look: "_s));
        first->setFocus();
        for (int i = 0; i < 6 && !list->window()->focusWidget()->accessibleDescription().contains(u"Write one"_s); ++i)
            QTest::keyClick(list->window()->focusWidget(), Qt::Key_Down);
        QVERIFY(list->window()->focusWidget()->accessibleDescription().contains(u"Write one"_s));
        QTest::keyClick(list->window()->focusWidget(), Qt::Key_Return);
        QVERIFY(named(bench, u"Long description"_s)->hasFocus());
    }

    void iconsAndFilesAreAskedFor()
    {
        BadgesBench bench;
        bench.forum->catalogue.badges[6].icon = u"no-such-icon"_s;
        givePicture(bench, "Apex 2026", drawnBadge(Qt::yellow, Qt::blue, {64, 64}));
        openOn(bench, "Lightning Reply");
        QTRY_VERIFY(link(bench, u"Choose an icon…"_s));
        Q_EMIT link(bench, u"Choose an icon…"_s)->clicked();
        QTRY_VERIFY(bench.page->findChild<IconDialog *>());
        delete bench.page->findChild<IconDialog *>();
        bench.page->open(bench.id("Apex 2026"));
        QTRY_VERIFY(link(bench, u"Choose another picture…"_s));
        Q_EMIT link(bench, u"Choose another picture…"_s)->clicked();
        QTRY_COMPARE(bench.ask.files.size(), 1);
    }

    void nothingIsOfferedWhereNothingMayBeChanged()
    {
        BadgesBench bench;
        bench.forum->theConnection.safeMode = SafeMode::ReadOnly;
        givePicture(bench, "Apex 2026", darkDisc({300, 120}));
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(says(bench, u"Not square"_s));
        QVERIFY(bench.page->findChild<FindingsList *>()->findChildren<LinkButton *>().isEmpty());
        // Looking is always possible.
        QVERIFY(openWindow(bench));
    }

    void aPictureChosenMeanwhileStays()
    {
        BadgesBench bench;
        givePicture(bench, "Apex 2026", darkDisc());
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(link(bench, u"Put a rim round it"_s));
        Q_EMIT link(bench, u"Put a rim round it"_s)->clicked();
        // Before the rim is drawn another picture is taken.
        QMimeData pixels;
        pixels.setImageData(drawnBadge(Qt::red, Qt::green, {300, 300}));
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &pixels, Qt::LeftButton, Qt::NoModifier);
        QWidget *well = bench.page->findChild<PictureWell *>();
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &pixels, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(well, &enter);
        QCoreApplication::sendEvent(well, &event);
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().contains(u"300 × 300"_s));
        QTest::qWait(200);
        QVERIFY(bench.find<QLabel>("pictureFacts")->text().contains(u"300 × 300"_s));
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QString>("badge");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << u"Apex 2026"_s << QSize(1280, 800);
        QTest::newRow("dark") << ThemeChoice::Dark << u"Lightning Reply"_s << QSize(1280, 800);
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
        openOn(bench, badge.toLatin1().constData());
        ForumPreviewDialog *window = openWindow(bench);
        window->resize(size);
        QTRY_VERIFY(!place(window, Place::Grid)->scene().neighbours.isEmpty());
        QTRY_VERIFY(!place(window, Place::Grid)->scene().badge.image.isNull() || !place(window, Place::Grid)->scene().badge.iconSvg.isEmpty());
        QTest::qWait(200);
        // The switches need no more room than they have.
        for (QScrollArea *area : window->findChildren<QScrollArea *>()) {
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                         qPrintable(u"%1 in %2"_s.arg(area->widget()->minimumSizeHint().width()).arg(area->viewport()->width())));
        }
        save(window, name);
        save(window->findChild<PlaceView *>()->parentWidget()->parentWidget(), name + u"-whole"_s);
        press(window, u"320 px"_s, u"Width of the browser"_s);
        QTest::qWait(100);
        save(window, name + u"-320"_s);
        save(window->findChild<PlaceView *>()->parentWidget()->parentWidget(), name + u"-320-whole"_s);
        press(window, u"2×"_s, u"Enlargement"_s);
        select(window, "placesVision", 2);
        select(window, "placesVersion", 2);
        QTest::qWait(100);
        save(window, name + u"-2x"_s);
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runTruthTest(int argc, char **argv, Theme *theme)
{
    BadgesTruthTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "badges_truth_test.moc"
