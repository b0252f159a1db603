// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "ui/kit/theme.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/layer_properties.h"
#include "ui/studio/slider_field.h"

#include <QComboBox>
#include <QFile>
#include <QSlider>
#include <QTest>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// Texts on an arc, designs as files, and the palette of a forum.
class StudioFilesTest : public QObject
{
    Q_OBJECT

public:
    explicit StudioFilesTest(Theme *theme) : m_theme(theme) {}

private Q_SLOTS:
    void aTextIsBentAndUndone()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Text"_s);
        QTest::keyClicks(bench.studio->findChild<QLineEdit *>(u"layerText"_s), u"GARDEN CLUB"_s);
        auto *curve = bench.studio->findChild<QComboBox *>(u"layerCurve"_s);
        auto *radius = bench.studio->findChild<SliderField *>(u"layerRadius"_s);
        auto *spacing = bench.studio->findChild<SliderField *>(u"layerSpacing"_s);
        QVERIFY(curve->isVisible() && !radius->isVisible() && spacing->isVisible());
        const QPointF before = bench.design().layers.last().centre;
        curve->setCurrentIndex(1);
        Q_EMIT curve->activated(1);
        QCOMPARE(bench.design().layers.last().curve, TextCurve::Above);
        QCOMPARE(bench.design().layers.last().centre, QPointF(256, 256));
        QVERIFY(radius->isVisible());
        Q_EMIT radius->moved(150);
        Q_EMIT radius->moved(180);
        Q_EMIT radius->settled();
        QCOMPARE(bench.design().layers.last().radius, 180.0);
        Q_EMIT spacing->moved(20);
        Q_EMIT spacing->settled();
        QCOMPARE(bench.design().layers.last().spacing, 0.2);
        // A gesture is one step back.
        bench.studio->model()->undoStack()->undo();
        bench.studio->model()->undoStack()->undo();
        QCOMPARE(bench.design().layers.last().radius, 200.0);
        bench.studio->model()->undoStack()->undo();
        QCOMPARE(bench.design().layers.last().curve, TextCurve::Straight);
        QCOMPARE(bench.design().layers.last().centre, before);
        QVERIFY(!radius->isVisible());
        bench.studio->model()->undoStack()->redo();
        QCOMPARE(bench.design().layers.last().curve, TextCurve::Above);
        // Larger and smaller as a whole.
        bench.studio->canvas()->setFocus();
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Plus);
        QVERIFY(bench.design().layers.last().radius > 200);
    }

    void aDesignIsSavedAndOpenedElsewhere()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Ribbon"_s);
        const QString path = bench.badges.folder.filePath(u"apex.badge-design.json"_s);
        bench.badges.ask.nextSavePath = path;
        bench.button(u"Export"_s)->click();
        bench.chooseInMenu(u"Design, to be changed elsewhere…"_s);
        QTRY_VERIFY(QFile::exists(path));
        const QList<Layer> layers = bench.design().layers;

        StudioBench other;
        other.start.badgeName = u"Karaoke Night"_s;
        other.start.typeId = kSilver;
        other.open();
        const QList<Layer> own = other.design().layers;
        other.badges.ask.nextOpenPath = path;
        other.button(u"Export"_s)->click();
        other.chooseInMenu(u"Open a design…"_s);
        QTRY_COMPARE(other.design().layers.size(), layers.size());
        // What follows the type has that of this badge, and it can be taken back.
        QCOMPARE(other.design().layers.at(1).fill.colour, forType(bench.design(), kSilver).layers.at(1).fill.colour);
        other.studio->model()->undoStack()->undo();
        QCOMPARE(other.design().layers, own);

        // What is no design is said, and nothing lost.
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\":\"badgewright-design\",\"version\":9,\"layers\":[]}");
        file.close();
        other.button(u"Export"_s)->click();
        other.chooseInMenu(u"Open a design…"_s);
        QTRY_COMPARE(notice(other), u"apex.badge-design.json was not opened. This design was made by a newer Badgewright."_s);
        QCOMPARE(other.design().layers, own);
        other.badges.ask.nextOpenPath = other.badges.folder.filePath(u"missing.json"_s);
        other.button(u"Export"_s)->click();
        other.chooseInMenu(u"Open a design…"_s);
        QTRY_VERIFY2(notice(other).startsWith(u"missing.json could not be read"_s), qPrintable(notice(other)));
    }

    void eachForumHasItsPalette()
    {
        StudioBench bench;
        Settings *settings = bench.badges.settings.get();
        QList<QColor> usual;
        {
            ui::Palette one(settings, u"one"_s, nullptr);
            usual = one.kept();
            one.keep(QColor(u"#123456"_s));
            one.forget(usual.first());
        }
        ui::Palette again(settings, u"one"_s, nullptr);
        QVERIFY(again.kept().contains(QColor(u"#123456"_s)) && !again.kept().contains(usual.first()));
        QCOMPARE(ui::Palette(settings, u"two"_s, nullptr).kept(), usual);
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        m_theme->setChoice(theme);
        StudioBench bench;
        bench.open({1024, 700});
        BadgeDesign design = bench.design();
        for (const TextCurve curve : {TextCurve::Above, TextCurve::Below}) {
            Layer text = newLayer(LayerKind::Text);
            text.text = curve == TextCurve::Above ? u"GREEN THUMB"_s : u"Spring 2026"_s;
            text.size = 34;
            text = bent(text, curve);
            text.radius = 160;
            text.spacing = 0.12;
            design.layers << text;
        }
        design.layers[2].size = 150;
        bench.studio->model()->change(u"texts"_s, design, int(design.layers.size()) - 2);
        QTest::qWait(50);
        shootStudio(bench.studio.get(), u"curved-"_s + QString::fromLatin1(QTest::currentDataTag()));
        m_theme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *m_theme;
};

int runStudioFilesTest(int argc, char **argv, Theme *theme)
{
    StudioFilesTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "studio_files_test.moc"
