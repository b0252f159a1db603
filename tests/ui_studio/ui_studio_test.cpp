// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/svg_cleaning.h"
#include "support/accessibility_walk.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/forum_sizes.h"
#include "ui/studio/series_dialog.h"
#include "ui/studio/slider_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

int runPictureEditorTest(int argc, char **argv, Theme *theme);
int runDrawingOnThePageTest(int argc, char **argv);

namespace {

SliderField *field(const StudioBench &bench, const QString &name)
{
    const auto all = bench.studio->findChildren<SliderField *>();
    for (SliderField *each : all) {
        if (each->slider()->accessibleName() == name && each->isVisibleTo(bench.studio.get()))
            return each;
    }
    return nullptr;
}

QCheckBox *check(const StudioBench &bench, const QString &text)
{
    const auto all = bench.studio->findChildren<QCheckBox *>();
    for (QCheckBox *each : all) {
        if (each->text() == text && each->isVisibleTo(bench.studio.get()))
            return each;
    }
    return nullptr;
}

QString notice(const StudioBench &bench)
{
    const auto *shown = bench.studio->findChild<Notice *>();
    return shown->isVisible() ? shown->sentence() : QString();
}

void drag(QWidget *widget, const QPointF &from, const QPointF &to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from.toPoint());
    for (int i = 1; i <= 5; ++i) {
        const QPointF at = from + (to - from) * i / 5;
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to.toPoint());
}

} // namespace

class StudioTest : public QObject
{
    Q_OBJECT

public:
    explicit StudioTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void beginsWithSomethingToSee()
    {
        StudioBench bench;
        bench.open();
        QCOMPARE(bench.layerNames(), (QStringList{u"Star"_s, u"Ring"_s, u"Disc"_s, u"Background: transparent"_s}));
        QVERIFY(!bench.studio->hasUnsaved());
        QCOMPARE(bench.design().layers.at(1).fill.colour, badgeTypeColour(kGold));
        QTRY_VERIFY(bench.studio->findChild<ForumSizes *>()->facts().contains(u"PNG 512 px"_s));
        // Closing what was not touched asks nothing and leaves nothing.
        QVERIFY(bench.studio->close());
        QVERIFY(bench.badges.ask.choices.isEmpty());
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void beginsWithTheBadgesIcon()
    {
        StudioBench bench;
        bench.start.iconName = u"leaf"_s;
        bench.start.iconSvg = bench.badges.forum->icons.value(u"leaf"_s);
        bench.open();
        QCOMPARE(bench.layerNames().first(), u"Symbol: leaf"_s);
    }

    void addsRemovesAndOrdersLayers()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        QCOMPARE(bench.layerNames().first(), u"Ribbon"_s);
        QCOMPARE(bench.layers()->currentRow(), 0);
        bench.layers()->setFocus();
        QTest::keyClick(bench.layers(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bench.layerNames().mid(0, 2), (QStringList{u"Star"_s, u"Ribbon"_s}));
        QCOMPARE(bench.layers()->currentRow(), 1);
        QTest::keyClick(bench.layers(), Qt::Key_Delete);
        QCOMPARE(bench.layerNames(), (QStringList{u"Star"_s, u"Ring"_s, u"Disc"_s, u"Background: transparent"_s}));
        // Three steps back, one by one, and forward again.
        for (const int count : {5, 5, 4}) {
            QTest::keySequence(bench.studio.get(), QKeySequence::Undo);
            QCOMPARE(bench.layers()->count(), count);
        }
        QVERIFY(!bench.studio->hasUnsaved());
        QVERIFY(!bench.button(u"Undo"_s)->isEnabled());
        QTest::keySequence(bench.studio.get(), QKeySequence::Redo);
        QCOMPARE(bench.layerNames().first(), u"Ribbon"_s);
    }

    void renamesALayer()
    {
        StudioBench bench;
        bench.open();
        bench.layers()->item(1)->setText(u"Golden edge"_s);
        QTRY_COMPARE(bench.design().layers.at(1).name, u"Golden edge"_s);
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.layerNames().at(1), u"Ring"_s);
    }

    void draggingInTheListPutsLayersInOrder()
    {
        StudioBench bench;
        bench.open();
        // As the view does it when the disc is dropped on top.
        QVERIFY(bench.layers()->model()->moveRow({}, 2, {}, 0));
        QTRY_COMPARE(bench.design().layers.last().shape, ShapeKind::Disc);
        QCOMPARE(bench.layerNames(), (QStringList{u"Disc"_s, u"Star"_s, u"Ring"_s, u"Background: transparent"_s}));
        // Below the background there is nothing.
        QVERIFY(bench.layers()->model()->moveRow({}, 0, {}, 4));
        QTRY_COMPARE(bench.design().layers.first().shape, ShapeKind::Disc);
        QTRY_COMPARE(bench.layerNames(), (QStringList{u"Star"_s, u"Ring"_s, u"Disc"_s, u"Background: transparent"_s}));
    }

    void draggingOnTheCanvasIsOneStep()
    {
        StudioBench bench;
        bench.open();
        DesignCanvas *canvas = bench.studio->canvas();
        drag(canvas, canvas->onWidget({256, 256}), canvas->onWidget({300, 200}));
        QCOMPARE(bench.design().layers.at(2).centre, QPointF(300, 200));
        QCOMPARE(bench.studio->model()->undoStack()->count(), 1);
        // A second drag is a second step.
        drag(canvas, canvas->onWidget({300, 200}), canvas->onWidget({310, 190}));
        QCOMPARE(bench.studio->model()->undoStack()->count(), 2);
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.design().layers.at(2).centre, QPointF(300, 200));
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.design().layers.at(2).centre, QPointF(256, 256));
        // Near the middle it jumps there.
        drag(canvas, canvas->onWidget({256, 256}), canvas->onWidget({259, 300}));
        QCOMPARE(bench.design().layers.at(2).centre, QPointF(256, 300));
        // A click beside everything chooses the background.
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->onWidget({3, 3}).toPoint());
        QVERIFY(!bench.studio->model()->layer());
        QTest::mouseClick(canvas, Qt::LeftButton, {}, canvas->onWidget({256, 40}).toPoint());
        QCOMPARE(bench.studio->model()->layer()->kind, LayerKind::Ring);
    }

    void cornersChangeTheSize()
    {
        StudioBench bench;
        bench.open();
        DesignCanvas *canvas = bench.studio->canvas();
        bench.studio->model()->setCurrent(0);
        const double half = bench.design().layers.at(0).size / 2;
        const QPointF corner = canvas->onWidget({256 + half, 256 + half}) + QPointF(3, 3);
        drag(canvas, corner, canvas->onWidget({256 + half / 2, 256 + half / 2}));
        QVERIFY(std::abs(bench.design().layers.at(0).size - half) < 6);
        QCOMPARE(bench.studio->model()->undoStack()->count(), 1);
    }

    void keysMoveAndScale()
    {
        StudioBench bench;
        bench.open();
        DesignCanvas *canvas = bench.studio->canvas();
        QVERIFY(canvas->hasFocus() || !bench.studio->isActiveWindow());
        QTest::keyClick(canvas, Qt::Key_Right);
        QTest::keyClick(canvas, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(bench.design().layers.at(2).centre, QPointF(257, 266));
        QCOMPARE(bench.studio->model()->undoStack()->count(), 2);
        QTest::keyClick(canvas, Qt::Key_Plus);
        QVERIFY(bench.design().layers.at(2).size > 230);
        QTest::keyClick(canvas, Qt::Key_PageDown);
        QCOMPARE(bench.studio->model()->layer()->kind, LayerKind::Ring);
        QTest::keyClick(canvas, Qt::Key_Delete);
        QCOMPARE(bench.layers()->count(), 3);
    }

    void slidersMergeIntoOneStep()
    {
        StudioBench bench;
        bench.open();
        bench.studio->model()->setCurrent(1);
        SliderField *width = field(bench, u"Width"_s);
        QVERIFY(width);
        QCOMPARE(width->value(), 28);
        for (int value = 30; value < 60; ++value)
            width->slider()->setValue(value);
        QCOMPARE(bench.design().layers.at(1).thickness, 59.0);
        QCOMPARE(width->box()->value(), 59);
        Q_EMIT width->slider()->sliderReleased();
        width->slider()->setValue(70);
        QCOMPARE(bench.studio->model()->undoStack()->count(), 2);
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.design().layers.at(1).thickness, 59.0);
        QCOMPARE(width->value(), 59);
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.design().layers.at(1).thickness, 28.0);
    }

    void coloursComeFromThePalette()
    {
        StudioBench bench;
        bench.open();
        bench.studio->model()->setCurrent(1);
        QVERIFY(check(bench, u"Follows the badge type"_s)->isChecked());
        // A colour of one's own ends the following.
        const auto all = bench.studio->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->isVisible() && each->accessibleName() == u"#1E9E6A"_s)
                each->click();
        }
        QCOMPARE(bench.design().layers.at(1).fill.colour, QColor(0x1e, 0x9e, 0x6a));
        QVERIFY(!bench.design().layers.at(1).fill.followsType);
        QVERIFY(!check(bench, u"Follows the badge type"_s)->isChecked());
        check(bench, u"Follows the badge type"_s)->click();
        QCOMPARE(bench.design().layers.at(1).fill.colour, badgeTypeColour(kGold));
    }

    void textsAreTyped()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Text"_s);
        auto *text = bench.studio->findChild<QLineEdit *>(u"layerText"_s);
        QVERIFY(text->isVisible());
        text->selectAll();
        QTest::keyClicks(text, u"20 26"_s);
        QCOMPARE(bench.design().layers.last().text, u"20 26"_s);
        QCOMPARE(bench.layerNames().first(), u"Text: 20 26"_s);
        // One step for the whole word, also from within the field.
        QCOMPARE(bench.studio->model()->undoStack()->count(), 2);
        QTest::keySequence(text, QKeySequence::Undo);
        QCOMPARE(bench.design().layers.last().text, u"1"_s);
        QCOMPARE(text->text(), u"1"_s);
    }

    void symbolsComeFromTheForum()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Icon of the forum…"_s);
        auto *dialog = bench.studio->findChild<QDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<QListView *>()->model()->rowCount() == 3);
        auto *view = dialog->findChild<QListView *>();
        const QModelIndexList bolt = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, u"bolt"_s);
        QCOMPARE(bolt.size(), 1);
        view->setCurrentIndex(bolt.first());
        QTest::keyClick(view, Qt::Key_Return);
        QTRY_COMPARE(bench.layerNames().first(), u"Symbol: bolt"_s);
        QVERIFY(!bench.design().layers.last().ownColours);
    }

    void ownSvgsAreCleaned()
    {
        StudioBench bench;
        bench.open();
        const QString path = bench.badges.folder.filePath(u"club.svg"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8' onload='x()'><script>x()</script>"
                   "<path fill='#aa0000' d='M0 0h8v8z'/></svg>");
        file.close();
        bench.badges.ask.nextOpenPath = path;
        bench.addLayer(u"Own SVG…"_s);
        QTRY_COMPARE(bench.layerNames().first(), u"Symbol: club"_s);
        QVERIFY(!bench.design().layers.last().svg.contains("script"));
        QVERIFY(bench.design().layers.last().ownColours);
        // What is no drawing is refused in a sentence.
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html></html>");
        file.close();
        bench.addLayer(u"Own SVG…"_s);
        QTRY_COMPARE(notice(bench), u"This is not an SVG drawing."_s);
        QCOMPARE(bench.design().layers.size(), 4);
    }

    void draftsSurviveACrash()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        QTRY_VERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        QCOMPARE(bench.studio->findChild<QLabel *>(u"draftWords"_s)->text(), u"Kept as a draft on this computer"_s);
        // Changed once more and gone at once, without being closed.
        bench.addLayer(u"Hexagon"_s);
        bench.studio.reset();

        bench.open();
        QCOMPARE(bench.layerNames().mid(0, 2), (QStringList{u"Hexagon"_s, u"Ribbon"_s}));
        QVERIFY(notice(bench).contains(u"not finished"_s));
        QVERIFY(bench.studio->hasUnsaved());
        // Whoever does not want it begins anew.
        auto *shown = bench.studio->findChild<Notice *>();
        shown->findChild<QPushButton *>()->click();
        QCOMPARE(bench.layerNames().first(), u"Star"_s);
        QVERIFY(!bench.studio->hasUnsaved());
        QTRY_VERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        // And may change their mind.
        bench.button(u"Undo"_s)->click();
        QCOMPARE(bench.layerNames().first(), u"Hexagon"_s);
        QTRY_VERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void unreadableDesignsArePutAside()
    {
        StudioBench bench;
        QVERIFY(bench.store.keep(bench.start.key, DesignStore::Stage::InUse, startDesign(kGold)));
        const QString path = bench.badges.folder.filePath(u"designs/forum/badge-7.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ broken");
        file.close();
        bench.open();
        QVERIFY(notice(bench).contains(u"put aside"_s));
        QVERIFY(QFile::exists(path + u".unreadable"_s));
        QCOMPARE(bench.layers()->count(), 4);
    }

    void closingAsksAboutChanges()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        // Cancelled: it stays open.
        bench.badges.ask.nextChoice = -1;
        QVERIFY(!bench.studio->close());
        QTRY_COMPARE(bench.badges.ask.choices.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(bench.studio->isVisible());
        // Kept.
        bench.badges.ask.nextChoice = 0;
        bench.button(u"Cancel"_s)->click();
        QTRY_VERIFY(!bench.studio->isVisible());
        QVERIFY(bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        // Thrown away.
        bench.open();
        bench.badges.ask.nextChoice = 1;
        QTest::keyClick(bench.studio.get(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.studio->isVisible());
        bench.studio.reset();
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void usingItKeepsTheDesign()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        const BadgeDesign drawn = bench.design();
        QSignalSpy used(bench.studio.get(), &StudioDialog::designReady);
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(used.size(), 1);
        QVERIFY(used.first().first().value<BadgeDesign>() == drawn);
        QVERIFY(!bench.studio->isVisible());
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
        QVERIFY(*bench.store.read(bench.start.key, DesignStore::Stage::InUse) == drawn);
        // It opens again as it was; for another type it follows.
        bench.start.typeId = kSilver;
        bench.open();
        QVERIFY(bench.design() == forType(drawn, kSilver));
        QVERIFY(!bench.studio->hasUnsaved());
        QVERIFY(notice(bench).isEmpty());
    }

    void aFullDiskIsSaid()
    {
        StudioBench bench;
        // A file stands where the folder would be.
        QFile blocker(bench.badges.folder.filePath(u"designs"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        QTRY_VERIFY(bench.studio->findChild<QLabel *>(u"draftWords"_s)->text().contains(u"could not be kept"_s));
        QSignalSpy used(bench.studio.get(), &StudioDialog::designReady);
        bench.button(u"Use this picture"_s)->click();
        QCOMPARE(used.size(), 1);
        QVERIFY(notice(bench).contains(u"could not be kept"_s));
        QVERIFY(bench.studio->isVisible());
        bench.badges.ask.nextChoice = 1;
    }

    void exportsPngAndSvg()
    {
        StudioBench bench;
        bench.open();
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"out.png"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"PNG, 256 px…"_s);
        QTRY_VERIFY(notice(bench).contains(u"out.png"_s));
        QCOMPARE(bench.badges.ask.files.last().suggested, u"Apex 2026.png"_s);
        QCOMPARE(QImage(bench.badges.ask.nextSavePath).size(), QSize(256, 256));
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"out.svg"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"SVG…"_s);
        QTRY_VERIFY(notice(bench).contains(u"out.svg"_s));
        QFile svg(bench.badges.ask.nextSavePath);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray bytes = svg.readAll();
        QCOMPARE(cleanSvg(bytes)->bytes, bytes);
        // A folder that is not there.
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"nowhere/out.svg"_s);
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"SVG…"_s);
        QTRY_VERIFY(notice(bench).contains(u"could not be written"_s));
    }

    void goldSilverAndBronze()
    {
        StudioBench bench;
        bench.open();
        QSignalSpy badges(bench.studio.get(), &StudioDialog::badgesWanted);
        bench.badges.ask.nextChoice = 0;
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        QTRY_COMPARE(badges.size(), 1);
        const auto designs = badges.first().first().value<QList<NamedDesign>>();
        QCOMPARE(designs.size(), 3);
        QCOMPARE(designs.at(1).name, u"Apex 2026 (Silver)"_s);
        // Or as pictures, where another one may not be overwritten unasked.
        bench.badges.ask.nextChoice = 1;
        bench.badges.ask.nextSavePath = bench.badges.folder.filePath(u"Apex 2026 (Gold).png"_s);
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        const QString bronze = bench.badges.folder.filePath(u"Apex 2026 (Bronze).png"_s);
        QTRY_VERIFY(QFile::exists(bronze));
        QCOMPARE(QImage(bronze).pixelColor(256, 40), badgeTypeColour(kBronze));
        QTRY_VERIFY(notice(bench).contains(u"Pictures saved"_s));
        QVERIFY(bench.badges.ask.confirmed.isEmpty());
        bench.badges.ask.nextYes = false;
        bench.button(u"Gold · Silver · Bronze"_s)->click();
        QTRY_COMPARE(bench.badges.ask.confirmed.size(), 1);
        QVERIFY(bench.badges.ask.confirmed.first().consequence.contains(u"Apex 2026 (Bronze).png"_s));
    }

    void makesASeriesFromATable()
    {
        StudioBench bench;
        bench.open();
        bench.button(u"Series…"_s)->click();
        QVERIFY(notice(bench).contains(u"text layer"_s));
        bench.studio->findChild<Notice *>()->findChild<QPushButton *>()->click();
        auto *text = bench.studio->findChild<QLineEdit *>(u"layerText"_s);
        text->selectAll();
        QTest::keyClicks(text, u"2026"_s);
        bench.button(u"Series…"_s)->click();
        auto *dialog = bench.studio->findChild<SeriesDialog *>();
        QVERIFY(dialog);
        QTableWidget *table = dialog->table();
        table->setItem(0, 0, new QTableWidgetItem(u"2027"_s));
        QCOMPARE(table->rowCount(), 2); // one more to write in
        QCOMPARE(table->item(0, 1)->text(), u"Apex 2027"_s);
        table->setCurrentCell(1, 0);
        dialog->paste(u"2028, 2029, 2030"_s);
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->item(3, 1)->text(), u"Apex 2030"_s);
        QVERIFY(unnamedControls(dialog).isEmpty());
        shootStudio(dialog, u"series"_s);
        QSignalSpy badges(bench.studio.get(), &StudioDialog::badgesWanted);
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *each : buttons) {
            if (each->text() == u"Make new badges"_s)
                each->click();
        }
        QCOMPARE(badges.size(), 1);
        const auto designs = badges.first().first().value<QList<NamedDesign>>();
        QCOMPARE(designs.size(), 4);
        QCOMPARE(designs.last().design.layers.last().text, u"2030"_s);
    }

    void looseDesignsAreOffered()
    {
        StudioBench bench;
        BadgeDesign lost = startDesign(kGold);
        lost.title = u"Lost and found"_s;
        lost.layers.removeFirst();
        QVERIFY(bench.store.keep(DesignStore::newKey(), DesignStore::Stage::Draft, lost));
        bench.start.key = DesignStore::newKey();
        bench.start.badgeName.clear();
        bench.open();
        QVERIFY(notice(bench).contains(u"Lost and found"_s));
        bench.studio->findChild<Notice *>()->findChild<QPushButton *>()->click();
        QCOMPARE(bench.layers()->count(), 3);
        // It belongs to this badge from when it is kept there.
        QCOMPARE(bench.store.loose({bench.start.key}).size(), 1);
        bench.button(u"Use this picture"_s)->click();
        QVERIFY(bench.store.loose({bench.start.key}).isEmpty());
        QCOMPARE(bench.store.read(bench.start.key, DesignStore::Stage::InUse)->layers.size(), 2);
    }

    void thePaletteIsRemembered()
    {
        BadgesBench bench;
        const QColor plum(0x8e, 0x3c, 0xb0);
        {
            Palette palette(bench.settings.get(), nullptr);
            QVERIFY(palette.kept().contains(QColor(0x30, 0x56, 0xc8)));
            for (int i = 0; i < 9; ++i)
                palette.use(QColor(10 * i, 20, 30));
            palette.use(plum);
            palette.use(QColor(0x30, 0x56, 0xc8)); // is there already
            QCOMPARE(palette.used().size(), Palette::kMostUsed);
            QCOMPARE(palette.used().first(), plum);
            palette.keep(plum);
            QVERIFY(!palette.used().contains(plum));
        }
        Palette again(bench.settings.get(), nullptr);
        QCOMPARE(again.kept().last(), plum);
        QCOMPARE(again.used().first(), QColor(80, 20, 30));
        again.forget(plum);
        QVERIFY(!again.kept().contains(plum));
    }

    void everyControlHasAName()
    {
        StudioBench bench;
        bench.open();
        for (const QString &layer : {u"Text"_s, u"Ribbon"_s, u"Scalloped"_s})
            bench.addLayer(layer);
        for (int place = -1; place < bench.design().layers.size(); ++place) {
            bench.studio->model()->setCurrent(place);
            const QStringList unnamed = unnamedControls(bench.studio.get());
            QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
        }
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1280, 766);
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1280, 766);
        QTest::newRow("narrow") << ThemeChoice::Light << QSize(1024, 700);
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        StudioBench bench;
        bench.open(size);
        bench.studio->model()->setCurrent(1);
        QTRY_VERIFY(bench.studio->findChild<ForumSizes *>()->facts().contains(u"PNG"_s));
        QCOMPARE(bench.studio->size(), size);
        shootStudio(bench.studio.get(), name);
        bench.addLayer(u"Ribbon"_s);
        bench.addLayer(u"Text"_s);
        bench.studio->model()->changeLayer(u"x"_s, [](Layer &layer) {
            layer.text = u"Donaudampfschifffahrt"_s;
            layer.centre = {256, 372};
            layer.fill.kind = FillKind::Linear;
        });
        QTRY_VERIFY(bench.studio->findChild<QLabel *>(u"draftWords"_s)->text().startsWith(u"Kept"_s));
        const QScrollArea *scroll = bench.studio->findChild<QScrollArea *>();
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(), "properties are cut off");
        shootStudio(bench.studio.get(), name + u"-text"_s);
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, ThemeChoice::Light);
    StudioTest studio(&theme);
    return QTest::qExec(&studio, argc, argv) | runPictureEditorTest(argc, argv, &theme) | runDrawingOnThePageTest(argc, argv);
}

#include "ui_studio_test.moc"
