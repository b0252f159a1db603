// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "artwork/contrasts.h"
#include "artwork/design_painter.h"
#include "ui/kit/theme.h"
#include "ui/studio/colour_row.h"
#include "ui/studio/layer_properties.h"
#include "ui/studio/slider_field.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QSlider>
#include <QTest>
#include <QUndoStack>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// As the window system would: it goes to the nearest widget above that takes drops.
void drop(QWidget *onto, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    while (!onto->acceptDrops() && onto->parentWidget())
        onto = onto->parentWidget();
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &dropped);
    QVERIFY(dropped.isAccepted());
}

} // namespace

/// Texts on an arc, designs as files, and the palette of a forum.
class StudioFilesTest : public QObject
{
    Q_OBJECT

public:
    explicit StudioFilesTest(Theme *theme) : m_theme(theme) {}

private Q_SLOTS:
    void newShapesAreSeen()
    {
        StudioBench bench;
        bench.open();
        bench.addLayer(u"Hexagon"_s);
        const QColor disc = bench.design().layers.first().fill.colour;
        const QColor first = bench.design().layers.last().fill.colour;
        QVERIFY2(contrastRatio(first, disc) >= kStandsOut, qPrintable(first.name()));
        QVERIFY(Palette(bench.badges.settings.get(), bench.badges.forum->connection().id, nullptr).kept().contains(first));
        // And a second one on the first.
        bench.studio->model()->changeLayer(u"size"_s, [](Layer &layer) { layer.size = 480; });
        bench.addLayer(u"Disc"_s);
        QVERIFY(contrastRatio(bench.design().layers.last().fill.colour, first) >= kStandsOut);
        QVERIFY(bench.design().layers.last().fill.second != first);
    }

    void whatIsDroppedOnTheStudio()
    {
        StudioBench bench;
        bench.open();
        const QString svg = bench.badges.folder.filePath(u"club.svg"_s);
        const QString json = bench.badges.folder.filePath(u"old.json"_s);
        const QString photo = bench.badges.folder.filePath(u"photo.png"_s);
        write(svg, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='#aa0000' d='M0 0h8v8z'/></svg>");
        BadgeDesign old = startDesign(kGold);
        old.layers.last().turn = 33;
        write(json, designToJson(old));
        write(photo, png(drawnBadge(Qt::red, Qt::blue)));

        drop(bench.studio->canvas(), {svg});
        QCOMPARE(bench.layerNames().first(), u"Symbol: club"_s);
        QVERIFY(notice(bench).isEmpty());
        drop(bench.studio->canvas(), {photo});
        QVERIFY2(notice(bench).contains(u"“photo.png” cannot be a layer"_s), qPrintable(notice(bench)));
        QCOMPARE(bench.design().layers.size(), 4);
        drop(bench.studio.get(), {json});
        QCOMPARE(bench.design().layers.size(), 3);
        QCOMPARE(bench.design().layers.last().turn, 33.0);
        // Nothing that was there is lost.
        bench.studio->model()->undoStack()->undo();
        QCOMPARE(bench.design().layers.size(), 4);
    }

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
        // All of it stands on the disc, below the ring, no larger than it was.
        const QRectF letters = boundsOf(bench.design().layers.last());
        const QRectF disc = boundsOf(bench.design().layers.first());
        QVERIFY(letters.isValid() && letters.top() > disc.top() + 4 && letters.left() > disc.left() && letters.right() < disc.right());
        QVERIFY(bench.design().layers.last().size < 40);
        const double radiusThen = bench.design().layers.last().radius;
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
        QCOMPARE(bench.design().layers.last().radius, radiusThen);
        bench.studio->model()->undoStack()->undo();
        QCOMPARE(bench.design().layers.last().curve, TextCurve::Straight);
        QCOMPARE(bench.design().layers.last().centre, before);
        QVERIFY(!radius->isVisible());
        bench.studio->model()->undoStack()->redo();
        QCOMPARE(bench.design().layers.last().curve, TextCurve::Above);
        // Larger and smaller as a whole.
        bench.studio->canvas()->setFocus();
        QTest::keyClick(bench.studio->canvas(), Qt::Key_Plus);
        QVERIFY(bench.design().layers.last().radius > radiusThen);
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
