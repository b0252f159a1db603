// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../artwork/pictures.h"
#include "studio_bench.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/picture_edit.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/notice.h"
#include "ui/studio/picture_canvas.h"
#include "ui/studio/picture_editor.h"

#include <QApplication>
#include <QComboBox>
#include <QThreadPool>
#include <QTreeView>
#include <QWindow>

using namespace badgewright;
using namespace badgewright::artwork;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

QAction *command(const BadgesBench &bench, const QString &text)
{
    const auto all = bench.page->commands();
    for (QAction *each : all) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

template <class Window> Window *window()
{
    const auto all = QApplication::topLevelWidgets();
    for (QWidget *each : all) {
        auto *found = qobject_cast<Window *>(each);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// Whether an entry of the picture's menu begins so.
bool entryBegins(const BadgesBench &bench, const QString &words)
{
    const auto all = pictureSection(bench)->findChildren<QAction *>();
    return std::any_of(all.begin(), all.end(), [&words](const QAction *each) { return each->text().startsWith(words); });
}

/// Its text says what it undoes.
QAction *undo(const BadgesBench &bench)
{
    const auto all = bench.page->commands();
    const auto found = std::find_if(all.begin(), all.end(), [](const QAction *each) { return each->shortcut() == QKeySequence(QKeySequence::Undo); });
    return found == all.end() ? nullptr : *found;
}

QString facts(const BadgesBench &bench)
{
    return bench.find<QLabel>("pictureFacts")->text();
}

} // namespace

/// The way from the Badges page into the studio and back.
class DrawingOnThePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsComeUpOverTheOneTheyBelongTo()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        bench.page->setGeometry(40, 60, 700, 500);
        const auto isOver = [&bench](const QWidget *one) {
            const QRect screen = bench.page->screen()->availableGeometry();
            const QPoint off = one->geometry().center() - bench.page->geometry().center();
            // Beside the middle only where the screen ends.
            const bool across = std::abs(off.x()) <= 1 || one->width() > screen.width() - 100 || one->geometry().left() <= screen.left() + 4;
            const bool down = std::abs(off.y()) <= 1 || one->height() > screen.height() - 200 || one->geometry().top() <= screen.top() + 40;
            return across && down && one->geometry().top() >= screen.top() + 40 && one->windowHandle()->transientParent() == bench.page->windowHandle();
        };
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio && isOver(studio));
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(window<PictureEditor>());
        auto *editor = window<PictureEditor>();
        QVERIFY(isOver(editor));
        // It is found again, and there are no two of them at one picture.
        editor->findChild<QPushButton *>(u"turnRight"_s)->click();
        editor->lower();
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(QApplication::activeWindow() == editor);
        // The picture is read anew before it is found: not only when this one is closed already.
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        int editors = 0;
        for (QWidget *each : QApplication::topLevelWidgets())
            editors += qobject_cast<PictureEditor *>(each) != nullptr;
        QCOMPARE(editors, 1);
        QVERIFY(editor->hasUnsaved());
        // Where it was left it comes up again.
        bench.ask.nextYes = true;
        QVERIFY(QTest::qWaitForWindowExposed(editor));
        editor->setGeometry(50, 100, 660, 640);
        const QPointer<QWidget> gone = editor;
        editor->close();
        QTRY_VERIFY(!gone);
        QWidget left; // the window system may have had another word
        QVERIFY(left.restoreGeometry(bench.settings->value(settings::kPictureEditorGeometry)));
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(window<PictureEditor>());
        QCOMPARE(window<PictureEditor>()->geometry(), left.geometry());
        // With the page they go.
        const QPointer<QWidget> last = window<PictureEditor>();
        const QPointer<QWidget> drawn = studio;
        bench.page.reset();
        QVERIFY(!last && !drawn);
    }

    void drawnPicturesAreStaged()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply");
        QTRY_COMPARE(bench.page->findChild<BadgePictures *>()->icon(u"bolt"_s).state, BadgePictures::State::Ready);
        QVERIFY(command(bench, u"Draw the picture…"_s)->isEnabled());
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio);
        QCOMPARE(studio->windowTitle(), u"Design: Lightning Reply"_s);
        // The badge's icon is what one begins with.
        QCOMPARE(studio->model()->design().layers.last().symbolName, u"bolt"_s);
        // Asked for again, the same window comes up.
        command(bench, u"Draw the picture…"_s)->trigger();
        QCOMPARE(window<StudioDialog>(), studio);
        studio->findChild<QPushButton *>(u"useDesign"_s)->click();
        QTRY_COMPARE(facts(bench).section(u'·', 0, 1).trimmed(), u"Lightning Reply.png · 512\u00a0×\u00a0512"_s);
        QVERIFY(bench.page->hasUnsaved());
        QVERIFY(button(bench, "publish")->isEnabled());
        QTRY_VERIFY(!window<StudioDialog>());
        // Drawn on: the design is there again.
        command(bench, u"Draw the picture…"_s)->trigger();
        QVERIFY(window<StudioDialog>());
        QVERIFY(!window<StudioDialog>()->hasUnsaved());
    }

    void newBadgesAreDrawn()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        command(bench, u"Draw a new badge…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio);
        QVERIFY(studio->key().startsWith(u"new-"_s));
        typeInName(bench, u"Orchard"_s);
        studio->findChild<QPushButton *>(u"useDesign"_s)->click();
        QTRY_VERIFY(facts(bench).startsWith(u"Orchard.png"_s));
        // Published, the design goes with the badge.
        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_VERIFY(bench.id("Orchard") > 0);
        const DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        QTRY_VERIFY(store.read(DesignStore::keyOf(bench.id("Orchard")), DesignStore::Stage::InUse));
        QVERIFY(store.loose({}).isEmpty());
    }

    void anotherPictureLeavesTheDesign()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        const auto isDrawn = [&bench] { return entryBegins(bench, u"Edit the design"_s); };
        const auto publish = [&bench] {
            button(bench, "publish")->click();
            QTRY_VERIFY(!bench.page->hasUnsaved());
        };
        QVERIFY(!isDrawn());
        command(bench, u"Draw the picture…"_s)->trigger();
        DesignModel *model = window<StudioDialog>()->model();
        model->changeLayer(u"turn"_s, [](Layer &layer) { layer.turn = 33; });
        while (model->design().layers.size() > 1) { // so that there is a border to trim
            model->setCurrent(0);
            model->removeCurrent();
        }
        window<StudioDialog>()->findChild<QPushButton *>(u"useDesign"_s)->click();
        QTRY_VERIFY(facts(bench).startsWith(u"Apex 2026.png"_s) && isDrawn());
        // Without its transparent border it is still what was drawn.
        const QString whole = facts(bench);
        Q_EMIT pictureSection(bench)->remakeWanted(true, true);
        QTRY_VERIFY(facts(bench) != whole);
        QVERIFY(isDrawn());
        publish();
        // It has an address of the forum's now, and perhaps other bytes.
        QVERIFY(isDrawn());
        const BadgeId id = bench.id("Apex 2026");
        const DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        QVERIFY(store.isDesignOf(DesignStore::keyOf(id), *bench.forum->catalogue.find(id)));

        bench.page->findChild<PictureIntake *>()->takeBytes(id, png(drawnBadge(Qt::red, Qt::blue)), u"other.png"_s, true, true);
        QTRY_VERIFY(!isDrawn());
        undo(bench)->trigger();
        QTRY_VERIFY(isDrawn());
        QTRY_VERIFY(command(bench, u"Crop, turn, zoom the picture…"_s)->isEnabled()); // the forum's picture is being read
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(window<PictureEditor>());
        window<PictureEditor>()->canvas()->setSelection(QRect(0, 0, 256, 128));
        window<PictureEditor>()->findChild<QPushButton *>(u"usePicture"_s)->click();
        QTRY_VERIFY(!isDrawn());
        publish();
        QVERIFY(!isDrawn());
        QVERIFY(!store.isDesignOf(DesignStore::keyOf(id), *bench.forum->catalogue.find(id)));
        // It is offered where one draws, and not taken for the badge's.
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio);
        QVERIFY(studio->model()->design().layers.last().turn != 33);
        auto *offer = studio->findChild<Notice *>();
        QVERIFY2(offer->sentence().contains(u"another picture"_s), qPrintable(offer->sentence()));
        offer->findChild<QPushButton *>()->click();
        QCOMPARE(studio->model()->design().layers.last().turn, 33.0);
    }

    void theStudioSaysWhatTheEditorSays()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        for (const int side : {kAutomaticSide, 256}) {
            command(bench, u"Draw the picture…"_s)->trigger();
            auto *studio = window<StudioDialog>();
            BadgeDesign design = studio->model()->design();
            design.side = side;
            design.layers.first().turn += 5; // something else than the last time
            studio->model()->change(u"size"_s, design, 0);
            auto *weight = studio->findChild<QLabel *>(u"pictureWeight"_s);
            QTRY_VERIFY(weight->text().startsWith(u"PNG"_s));
            const QStringList said = weight->text().split(u", "_s); // "PNG 512 px", "34 kB"
            QCOMPARE(said.size(), 2);
            const QString px = said.first().section(u' ', 1).section(QChar::Nbsp, 0, 0);
            studio->findChild<QPushButton *>(u"useDesign"_s)->click();
            QTRY_VERIFY(!window<StudioDialog>());
            QTRY_COMPARE(facts(bench), u"Apex 2026.png · %1\u00a0×\u00a0%1 · %2"_s.arg(px, said.last()));
            QCOMPARE(px, side ? QString::number(side) : u"512"_s);
        }
        // It is remembered with the design.
        command(bench, u"Draw the picture…"_s)->trigger();
        QCOMPARE(window<StudioDialog>()->model()->design().side, 256);
    }

    void theTypeIsFollowed()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply"); // silver
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        const auto ring = [](const StudioDialog *of) { return of->model()->design().layers.at(1).fill.colour; };
        QCOMPARE(ring(studio), badgeTypeColour(kSilver));
        const auto chooseType = [&bench](int typeId) {
            auto *type = bench.find<QComboBox>("type");
            type->setCurrentIndex(type->findData(typeId));
            Q_EMIT type->activated(type->currentIndex());
        };
        // An open studio follows at once, and the name too.
        chooseType(kGold);
        QCOMPARE(ring(studio), badgeTypeColour(kGold));
        typeInName(bench, u"!"_s);
        QCOMPARE(studio->windowTitle(), u"Design: Lightning Reply!"_s);
        studio->findChild<QPushButton *>(u"useDesign"_s)->click();
        QTRY_VERIFY(facts(bench).contains(u"512\u00a0×\u00a0512"_s));
        QTRY_VERIFY(!window<StudioDialog>());
        // A picture that was drawn is drawn anew when one says so.
        chooseType(kBronze);
        auto *notice = bench.find<Notice>("publishResult");
        QVERIFY(notice->sentence().contains(u"follows its type"_s));
        notice->findChild<QPushButton *>()->click();
        const auto shown = [&bench] { return pictureWell(bench)->picture(); };
        QTRY_COMPARE(shown().convertToFormat(QImage::Format_ARGB32).pixelColor(256, 40), badgeTypeColour(kBronze));
        const DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        QCOMPARE(store.read(DesignStore::keyOf(bench.id("Lightning Reply")), DesignStore::Stage::InUse)->typeId, kBronze);
    }

    void drawnWhilePublishingIsNotLost()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio);
        typeInName(bench, u"!"_s);
        bench.forum->holding = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 2);
        bench.forum->release(); // it is looked at before
        bench.forum->holding = true;
        QTRY_COMPARE(bench.forum->count(u"badge-update"_s), 1);
        studio->findChild<QPushButton *>(u"useDesign"_s)->click();
        QTRY_VERIFY(!window<StudioDialog>());
        QTRY_VERIFY(facts(bench).startsWith(u"Apex 2026!.png"_s)); // in the draft, and so in its file
        QVERIFY(!button(bench, "publish")->isEnabled());
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(button(bench, "publish")->isEnabled());
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(facts(bench).startsWith(u"Apex 2026!.png"_s));
        QVERIFY(bench.page->hasUnsaved());
    }

    void allTypesBecomeNewBadges()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply");
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        QVERIFY(studio);
        Q_EMIT studio->badgesWanted(inAllTypes(studio->model()->design(), u"Lightning Reply"_s));
        QTRY_COMPARE(nameField(bench)->text(), u"Lightning Reply (Gold)"_s);
        const auto notices = studio->findChildren<Notice *>();
        QVERIFY(std::any_of(notices.begin(), notices.end(), [](Notice *one) { return one->isVisible() && one->sentence().startsWith(u"3 new badge"_s); }));
        QTRY_VERIFY(facts(bench).startsWith(u"Lightning Reply (Gold).png"_s));
        QVERIFY(bench.page->hasUnsaved());
    }

    void uploadedPicturesAreCropped()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(window<PictureEditor>());
        auto *editor = window<PictureEditor>();
        editor->canvas()->setSelection(QRect(0, 0, 256, 128));
        QVERIFY(bench.page->hasUnsaved());
        editor->findChild<QPushButton *>(u"usePicture"_s)->click();
        // Cut out, then made square without being trimmed.
        QTRY_VERIFY(facts(bench).contains(u"256\u00a0×\u00a0256"_s));
        QVERIFY(button(bench, "publish")->isEnabled());
    }

    // What would come out of it would take the place of the new one.
    void theOldPictureIsNotCroppedWhileANewOneIsMade()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QAction *crop = command(bench, u"Crop, turn, zoom the picture…"_s);
        QTRY_VERIFY(crop->isEnabled());
        bench.page->findChild<PictureIntake *>()->takeBytes(bench.id("Apex 2026"), png(drawnBadge(Qt::red, Qt::blue)), u"disc.png"_s, true, false);
        QVERIFY(!crop->isEnabled());
        QTRY_VERIFY(crop->isEnabled());
        QVERIFY(facts(bench).startsWith(u"disc.png"_s));
        bench.page->findChild<PictureIntake *>()->takeBytes(bench.id("Apex 2026"), "no picture", u"words.png"_s, true, false);
        QVERIFY(!crop->isEnabled());
        QTRY_VERIFY(crop->isEnabled()); // the one that is there can be
    }

    void animationsAreLeftWhole()
    {
        BadgesBench bench;
        bench.forum->pictures[u"/uploads/%1.png"_s.arg(bench.id("Apex 2026"))] = pictures::animatedGif(3);
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        command(bench, u"Crop, turn, zoom the picture…"_s)->trigger();
        QTRY_VERIFY(bench.find<QLabel>("pictureComplaint")->text().contains(u"animated"_s));
        QVERIFY(!window<PictureEditor>());
    }

    void aDrawingThatIsThrownAwayLeavesNoBadge()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        command(bench, u"Draw a new badge…"_s)->trigger();
        QTRY_VERIFY(window<StudioDialog>());
        QCOMPARE(nameField(bench)->text(), QString());
        bench.ask.nextYes = true;
        bench.ask.nextChoice = 1;
        window<StudioDialog>()->close();
        QTRY_VERIFY(!window<StudioDialog>());
        QTRY_COMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QVERIFY(!bench.page->hasUnsaved());
        // One that was named is somebody's work.
        command(bench, u"Draw a new badge…"_s)->trigger();
        QTRY_VERIFY(window<StudioDialog>());
        typeInName(bench, u"Compost"_s);
        window<StudioDialog>()->close();
        QTRY_VERIFY(!window<StudioDialog>());
        QCOMPARE(nameField(bench)->text(), u"Compost"_s);
    }

    void iconsCannotBeCropped()
    {
        BadgesBench bench;
        openOn(bench, "Lightning Reply");
        QVERIFY(!command(bench, u"Crop, turn, zoom the picture…"_s)->isEnabled());
    }

    void openStudiosGoWithThePage()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        command(bench, u"Draw the picture…"_s)->trigger();
        auto *studio = window<StudioDialog>();
        studio->model()->add(newLayer(LayerKind::Ribbon));
        bench.page.reset();
        QVERIFY(!window<StudioDialog>());
        const DesignStore store(bench.folder.filePath(u"designs"_s), bench.forum->connection().id);
        QVERIFY(store.has(DesignStore::keyOf(bench.id("Apex 2026")), DesignStore::Stage::Draft));
    }
};

int runDrawingOnThePageTest(int argc, char **argv)
{
    DrawingOnThePageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "drawing_on_the_page_test.moc"
