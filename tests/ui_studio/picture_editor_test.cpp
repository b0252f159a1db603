// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio_bench.h"

#include "artwork/picture_edit.h"
#include "support/accessibility_walk.h"
#include "ui/kit/theme.h"
#include "ui/studio/picture_canvas.h"
#include "ui/studio/picture_editor.h"
#include "ui/words/value_words.h"

#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

struct EditorBench {
    BadgesBench badges;
    std::unique_ptr<PictureEditor> editor;

    /// A picture of 300 × 200 px: a blue field with a transparent border of 20 px.
    PictureEditor *open(QSize size = {1080, 720})
    {
        QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.fillRect(20, 20, 260, 160, QColor(0x30, 0x56, 0xC8));
        painter.fillRect(20, 20, 60, 40, QColor(0xE7, 0xC3, 0x00));
        painter.end();
        CheckedPicture picture;
        picture.fileName = u"field.webp"_s;
        picture.still = image;
        const PageContext context{badges.forum, badges.runs.get(), &badges.clock, badges.settings.get(), &badges.ask, nullptr};
        editor = std::make_unique<PictureEditor>(context, picture, image, u"Apex 2026"_s);
        editor->resize(size);
        editor->show();
        editor->activateWindow();
        (void)QTest::qWaitForWindowActive(editor.get());
        return editor.get();
    }
    /// Noise, which no PNG makes small.
    PictureEditor *openPhoto(QSize size, int side = kAutomaticSide)
    {
        QImage image(size, QImage::Format_ARGB32);
        quint32 seed = 7;
        for (int y = 0; y < image.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            for (int x = 0; x < image.width(); ++x)
                line[x] = (seed = seed * 1664525 + 1013904223) | 0xff000000;
        }
        CheckedPicture picture;
        picture.fileName = u"photo.jpg"_s;
        picture.format = PictureFormat::Jpeg;
        picture.still = image;
        picture.size = size;
        const PageContext context{badges.forum, badges.runs.get(), &badges.clock, badges.settings.get(), &badges.ask, nullptr};
        editor = std::make_unique<PictureEditor>(context, picture, *editablePixels(picture), u"Apex 2026"_s, nullptr, side);
        editor->show();
        editor->activateWindow();
        (void)QTest::qWaitForWindowActive(editor.get());
        return editor.get();
    }
    QPushButton *button(const char *name) const { return editor->findChild<QPushButton *>(QString::fromLatin1(name)); }
};

void drag(QWidget *widget, const QPointF &from, const QPointF &to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from.toPoint());
    QMouseEvent move(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &move);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to.toPoint());
}

} // namespace

class PictureEditorTest : public QObject
{
    Q_OBJECT

public:
    explicit PictureEditorTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void cropsWithHandles()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        QVERIFY(!bench.button("applyCut")->isEnabled());
        // The right lower corner inwards.
        drag(canvas, canvas->onWidget({300, 200}), canvas->onWidget({200, 150}));
        QVERIFY(std::abs(canvas->selection().width() - 200) <= 2);
        QVERIFY(std::abs(canvas->selection().height() - 150) <= 2);
        // The whole rectangle, against the edge.
        drag(canvas, canvas->onWidget({100, 75}), canvas->onWidget({900, 75}));
        QCOMPARE(canvas->selection().right(), 299);
        const QSize marked = canvas->selection().size();
        bench.button("applyCut")->click();
        QCOMPARE(canvas->image().size(), marked);
        QVERIFY(!bench.button("applyCut")->isEnabled());
        QTest::keySequence(bench.editor.get(), QKeySequence::Undo);
        QCOMPARE(canvas->image().size(), QSize(300, 200));
        QTest::keySequence(bench.editor.get(), QKeySequence::Redo);
        QCOMPARE(canvas->image().size(), marked);
    }

    void drawsANewRectangle()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        drag(canvas, canvas->onWidget({200, 150}), canvas->onWidget({100, 50}));
        QVERIFY(std::abs(canvas->selection().left() - 100) <= 2 && std::abs(canvas->selection().top() - 50) <= 2);
        QVERIFY(std::abs(canvas->selection().width() - 100) <= 3);
    }

    void cropsByKeyboard()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        for (int i = 0; i < 10; ++i)
            QTest::keyClick(canvas, Qt::Key_Left, Qt::ShiftModifier | Qt::ControlModifier);
        QTest::keyClick(canvas, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(canvas->selection(), QRect(10, 0, 200, 199));
        QVERIFY(canvas->accessibleDescription().contains(u"200 × 199"_s));
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(canvas->image().size(), QSize(200, 199));
    }

    void turnsTrimsAndMakesSquare()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        bench.button("trim")->click();
        QCOMPARE(canvas->image().size(), QSize(260, 160));
        QVERIFY(!bench.button("trim")->isEnabled());
        bench.button("turnRight")->click();
        QCOMPARE(canvas->image().size(), QSize(160, 260));
        QCOMPARE(canvas->image().pixelColor(155, 5), QColor(0xE7, 0xC3, 0x00));
        bench.button("turnLeft")->click();
        bench.button("makeSquare")->click();
        QCOMPARE(canvas->image().size(), QSize(260, 260));
        QCOMPARE(canvas->image().pixelColor(5, 5).alpha(), 0);
        QVERIFY(!bench.button("makeSquare")->isEnabled());
        bench.button("addBorder")->click();
        QCOMPARE(canvas->image().size(), QSize(286, 286));
        QVERIFY(bench.button("trim")->isEnabled());
        QTest::keySequence(bench.editor.get(), QKeySequence::Undo);
        QCOMPARE(canvas->image().size(), QSize(260, 260));
        for (int i = 0; i < 4; ++i)
            QTest::keySequence(bench.editor.get(), QKeySequence::Undo);
        QCOMPARE(canvas->image().size(), QSize(300, 200));
        QVERIFY(!bench.editor->hasUnsaved());
    }

    void zoomsInASquare()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        canvas->setMode(PictureCanvas::Mode::Zoom);
        canvas->setFocus();
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(canvas, Qt::Key_Plus);
        QVERIFY(canvas->zoom() > 2);
        drag(canvas, QPointF(canvas->rect().center()), QPointF(canvas->rect().center()) + QPointF(2000, 2000));
        // The left top of the picture is in the middle of the square now.
        QTest::keyClick(canvas, Qt::Key_Return);
        const QImage &image = canvas->image();
        QCOMPARE(image.width(), image.height());
        QVERIFY(image.width() < 150);
        QCOMPARE(image.pixelColor(5, 5).alpha(), 0);
        QCOMPARE(image.pixelColor(image.width() / 2 + 25, image.height() / 2 + 25), QColor(0xE7, 0xC3, 0x00));
    }

    void whatIsMarkedCounts()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.open()->canvas();
        canvas->setSelection(QRect(20, 20, 100, 100));
        QVERIFY(bench.editor->hasUnsaved());
        QSignalSpy ready(bench.editor.get(), &PictureEditor::pictureReady);
        QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(ready.size(), 1);
        const auto picture = ready.first().first().value<CheckedPicture>();
        QCOMPARE(picture.still.size(), QSize(100, 100));
        QCOMPARE(picture.fileName, u"field.png"_s);
        QVERIFY(!bench.editor->isVisible());
        QVERIFY(bench.badges.ask.confirmed.isEmpty());
    }

    void theSizeIsChosenAndUndone()
    {
        EditorBench bench;
        bench.openPhoto({900, 900});
        auto *weight = bench.editor->findChild<QLabel *>(u"pictureWeight"_s);
        auto *choice = bench.editor->findChild<SegmentedControl *>(u"pictureSide"_s);
        QCOMPARE(bench.editor->side(), kAutomaticSide);
        QTRY_VERIFY2_WITH_TIMEOUT(weight->text().startsWith(u"PNG 256\u00a0px, "_s), qPrintable(weight->text()), 30000); // noise is heavy
        const auto choose = [choice](int index) {
            for (auto *button : choice->findChildren<QAbstractButton *>()) {
                if (index-- == 0)
                    button->click();
            }
        };
        choose(1);
        QCOMPARE(bench.editor->side(), 512);
        QTRY_VERIFY2_WITH_TIMEOUT(weight->text().startsWith(u"PNG 512\u00a0px, "_s) && weight->text().contains(u"above 75\u00a0kB"_s), qPrintable(weight->text()), 30000);
        QVERIFY(bench.editor->hasUnsaved());
        choose(2);
        QCOMPARE(bench.editor->side(), 256);
        QTest::keySequence(bench.editor.get(), QKeySequence::Undo);
        QCOMPARE(bench.editor->side(), 512);
        QCOMPARE(choice->current(), 1);
        QTest::keySequence(bench.editor.get(), QKeySequence::Undo);
        QCOMPARE(bench.editor->side(), kAutomaticSide);
        QVERIFY(!bench.editor->hasUnsaved());
        QTRY_VERIFY_WITH_TIMEOUT(weight->text().startsWith(u"PNG 256\u00a0px, "_s), 30000);
    }

    void whatStandsThereIsWhatIsUploaded()
    {
        EditorBench bench;
        for (const int side : {kAutomaticSide, 512, 256}) {
            bench.openPhoto({600, 400}, side);
            QSignalSpy ready(bench.editor.get(), &PictureEditor::pictureReady);
            auto *weight = bench.editor->findChild<QLabel *>(u"pictureWeight"_s);
            bench.button("turnRight")->click();
            QTRY_VERIFY_WITH_TIMEOUT(weight->text().contains(u"PNG"_s), 30000);
            const QString said = weight->text();
            bench.button("usePicture")->click();
            QCOMPARE(ready.size(), 1);
            const auto made = preparePicture(ready.first().first().value<CheckedPicture>(), optionsFor(bench.badges.forum->site(), true, false, side));
            QVERIFY2(said.startsWith(u"PNG %1\u00a0px, %2"_s.arg(made->still.width()).arg(words::bytes(made->picture.bytes.size()))), qPrintable(said));
        }
    }

    void aLargePhotoIsCalledAsLargeAsItIs()
    {
        EditorBench bench;
        PictureCanvas *canvas = bench.openPhoto({4000, 3000})->canvas();
        QVERIFY(canvas->image().width() < 4000); // edited smaller
        const auto says = [&bench](const QString &text) {
            const auto labels = bench.editor->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text() == text; });
        };
        QTRY_VERIFY(says(u"4000\u00a0×\u00a03000\u00a0px"_s));
        bench.button("turnRight")->click();
        QTRY_VERIFY(says(u"3000\u00a0×\u00a04000\u00a0px"_s));
    }

    void closingAsksAboutEdits()
    {
        EditorBench bench;
        bench.open();
        bench.button("turnRight")->click();
        bench.badges.ask.nextYes = false;
        QVERIFY(!bench.editor->close());
        QTRY_COMPARE(bench.badges.ask.confirmed.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(bench.editor->isVisible());
        bench.badges.ask.nextYes = true;
        QTest::keyClick(bench.editor.get(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.editor->isVisible());
    }

    void looksAndNames_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("editor-light") << ThemeChoice::Light << QSize(1080, 720);
        QTest::newRow("editor-dark") << ThemeChoice::Dark << QSize(1024, 700);
    }

    void looksAndNames()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        EditorBench bench;
        PictureCanvas *canvas = bench.open(size)->canvas();
        canvas->setSelection(QRect(20, 20, 180, 140));
        QTRY_VERIFY(bench.editor->findChild<QLabel *>(u"pictureWeight"_s)->text().contains(u"PNG"_s));
        shootStudio(bench.editor.get(), name);
        QVERIFY(unnamedControls(bench.editor.get()).isEmpty());
        canvas->setMode(PictureCanvas::Mode::Zoom);
        canvas->setZoom(1.6);
        QVERIFY(unnamedControls(bench.editor.get()).isEmpty());
        shootStudio(bench.editor.get(), name + u"-zoom"_s);
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runPictureEditorTest(int argc, char **argv, Theme *theme)
{
    PictureEditorTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "picture_editor_test.moc"
