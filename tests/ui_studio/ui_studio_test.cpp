// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "artwork/badge_preview_metrics.h"
#include "support/accessibility_walk.h"
#include "support/focus_walk.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/theme.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/forum_sizes.h"
#include "ui/studio/layer_list.h"
#include "ui/studio/layer_properties.h"
#include "ui/studio/slider_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QSlider>
#include <QSpinBox>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

int runStudioKeepingTest(int argc, char **argv);
int runStudioFilesTest(int argc, char **argv, Theme *theme);
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
        QTRY_VERIFY(bench.studio->findChild<ForumSizes *>()->facts().contains(u"PNG 512\u00a0px"_s));
        // Closing what was not touched asks nothing and leaves nothing.
        QVERIFY(bench.studio->close());
        QVERIFY(bench.badges.ask.choices.isEmpty());
        QVERIFY(!bench.store.has(bench.start.key, DesignStore::Stage::Draft));
    }

    void tabGoesAsOneWorks()
    {
        StudioBench bench;
        bench.open();
        const auto order = [&bench] {
            const auto *studio = bench.studio.get();
            return partsInTabOrder(bench.studio.get(), {{u"tools"_s, studio->findChild<HeaderBar *>()},
                                                        {u"layers"_s, studio->findChild<LayerList *>()},
                                                        {u"canvas"_s, studio->findChild<DesignCanvas *>()},
                                                        {u"properties"_s, studio->findChild<LayerProperties *>()},
                                                        {u"sizes"_s, studio->findChild<ForumSizes *>()},
                                                        {u"footer"_s, studio->findChild<ActionBar *>()}});
        };
        const QStringList wanted{u"tools"_s, u"layers"_s, u"canvas"_s, u"properties"_s, u"sizes"_s, u"footer"_s};
        QCOMPARE(order(), wanted);
        // Colours that were used come to the choice later, and come in its place.
        bench.studio->findChild<ColourRow *>()->findChildren<QAbstractButton *>().at(1)->click();
        bench.addLayer(u"Text"_s);
        QCOMPARE(order(), wanted);
    }

    void theSizeOfThePictureIsAStepOfTheDesign()
    {
        StudioBench bench;
        bench.open();
        auto *sizes = bench.studio->findChild<ForumSizes *>();
        auto *choice = bench.studio->findChild<SegmentedControl *>(u"pictureSide"_s);
        choice->findChildren<QAbstractButton *>().at(2)->click();
        QCOMPARE(bench.design().side, 256);
        QTRY_VERIFY2(sizes->facts().startsWith(u"PNG 256\u00a0px, "_s), qPrintable(sizes->facts()));
        QVERIFY(sizes->prepared() && sizes->prepared()->still.width() == 256);
        bench.studio->model()->undoStack()->undo();
        QCOMPARE(bench.design().side, kAutomaticSide);
        QCOMPARE(choice->current(), 0);
        QTRY_VERIFY(sizes->facts().startsWith(u"PNG 512\u00a0px, "_s));
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
            if (each->isVisible() && each->accessibleName() == u"Green, #1E9E6A"_s)
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
        auto *said = bench.studio->findChild<Notice *>();
        QVERIFY2(notice(bench).contains(u"“club” is a layer now, but not all of it"_s), qPrintable(notice(bench)));
        QVERIFY2(said->details().contains(u"The drawing held scripts. They were taken out."_s), qPrintable(said->details()));
        // What is no drawing is refused in a sentence.
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html></html>");
        file.close();
        bench.addLayer(u"Own SVG…"_s);
        QTRY_COMPARE(notice(bench), u"This is not an SVG drawing."_s);
        QCOMPARE(bench.design().layers.size(), 4);
    }

    void everyStopOfTabHasAName()
    {
        StudioBench bench;
        bench.open();
        QStringList unnamed;
        QWidget *const first = QApplication::focusWidget();
        QVERIFY(first);
        for (int stop = 0; stop < 80; ++stop) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *at = QApplication::focusWidget();
            if (at == first)
                break;
            if (!hasSpokenName(at))
                unnamed << widgetPath(at);
            // What is only a box around others is no stop.
            if (QAccessible::queryAccessibleInterface(at)->role() == QAccessible::Client)
                unnamed << widgetPath(at) + u" (filler)"_s;
        }
        QCOMPARE(QApplication::focusWidget(), first);
        unnamed.removeAll(widgetPath(bench.studio->canvas()) + u" (filler)"_s);
        QCOMPARE(unnamed.join(u' '), QString());
    }

    void coloursHaveNames()
    {
        StudioBench bench;
        bench.open();
        QStringList names;
        const auto buttons = bench.studio->findChildren<QAbstractButton *>();
        for (const QAbstractButton *each : buttons)
            names << each->accessibleName();
        QVERIFY(names.contains(u"Gold"_s));
        for (const QString &name : {u"Blue, #3056C8"_s, u"Green, #1E9E6A"_s, u"Red, #B42318"_s, u"White, #FFFFFF"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }

    void thePaletteIsRemembered()
    {
        BadgesBench bench;
        const QColor plum(0x8e, 0x3c, 0xb0);
        {
            Palette palette(bench.settings.get(), u"forum"_s, nullptr);
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
        Palette again(bench.settings.get(), u"forum"_s, nullptr);
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
    return QTest::qExec(&studio, argc, argv) | runStudioKeepingTest(argc, argv) | runStudioFilesTest(argc, argv, &theme) | runPictureEditorTest(argc, argv, &theme) | runDrawingOnThePageTest(argc, argv);
}

#include "ui_studio_test.moc"
