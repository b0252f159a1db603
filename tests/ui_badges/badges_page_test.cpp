// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_well.h"
#include "ui/badges/preview_column.h"
#include "ui/grants/grant_dialog.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

int runModelTest(int argc, char **argv);
int runLooksTest(int argc, char **argv, Theme *theme);
int runRemovalTest(int argc, char **argv);
int runSetsTest(int argc, char **argv, Theme *theme);
int runPlacesTest(int argc, char **argv, Theme *theme);
int runFixesTest(int argc, char **argv);
int runOfflineTest(int argc, char **argv);
int runPicturesTest(int argc, char **argv);
int runFooterTest(int argc, char **argv);
int runPublishingTest(int argc, char **argv);
int runKeyboardTest(int argc, char **argv);

namespace {

QString resultSentence(const BadgesBench &bench)
{
    const auto *notice = bench.find<Notice>("publishResult");
    return notice->isVisible() ? notice->sentence() : QString();
}

} // namespace

class BadgesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIconThatCannotBeFetchedIsNotCalledUnknown()
    {
        BadgesBench bench;
        for (Badge &badge : bench.forum->catalogue.badges)
            badge.icon = badge.name == u"First Seed"_s ? u"no-such-icon"_s : badge.name == u"Lightning Reply"_s ? u"bolt"_s : u"certificate"_s;
        bench.forum->refuseNext(u"icon"_s, Error::of(ErrorKind::Network), 9);
        openOn(bench, "Lightning Reply");
        auto *well = pictureWell(bench);
        QTRY_VERIFY(well->accessibleDescription().startsWith(u"The icon could not be fetched"_s));
        bench.forum->forgetFaults();
        bench.page->refresh();
        bench.page->open(bench.id("First Seed"));
        QTRY_VERIFY(well->accessibleDescription().startsWith(u"The forum shows an empty box for this icon"_s));
    }

    void aPictureOfTheForumIsCalledAfterItsBadgeWhereItIsMadeAnew()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTRY_VERIFY(pictureWell(bench)->hasPicture());
        bench.page->findChild<PictureIntake *>()->takeBytes(bench.id("Apex 2026"), bench.page->findChild<BadgeFace *>()->bytes(),
                                                            bench.page->findChild<BadgeFace *>()->fileName(), true, true);
        QTRY_VERIFY2(bench.find<QLabel>("pictureFacts")->text().startsWith(u"Apex 2026.png"_s), qPrintable(bench.find<QLabel>("pictureFacts")->text()));
    }

    void typingIsStagedAndSurvivesSwitching()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QVERIFY(!button(bench, "publish")->isEnabled());
        typeInName(bench, u"!"_s);
        QVERIFY(button(bench, "publish")->isEnabled());
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"name"_s);

        bench.page->open(bench.id("Karaoke Night"));
        QCOMPARE(nameField(bench)->text(), u"Karaoke Night"_s);
        QVERIFY(!button(bench, "publish")->isEnabled());
        QVERIFY(bench.page->hasUnsaved());
        // Reading again does not take it away either.
        bench.page->refresh();
        QTRY_COMPARE(bench.forum->count(u"badges"_s), 2);
        bench.page->open(bench.id("Apex 2026"));
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);

        button(bench, "discard")->click();
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        QVERIFY(!bench.page->hasUnsaved());
        // One press brings it back.
        QVERIFY(resultSentence(bench).contains(u"discarded"_s));
        pressInResult(bench, u"Undo"_s);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);
    }

    void publishSendsOnlyWhatChanged()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        // Without a yes nothing goes.
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QVERIFY(bench.ask.confirmed[0].title.contains(u"forum.example"_s));
        QCoreApplication::processEvents();
        QCOMPARE(bench.forum->count(u"badge-update"_s), 0);

        bench.ask.nextYes = true;
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badge-update"_s), 1);
        QTRY_VERIFY(resultSentence(bench).contains(u"Published"_s));
        QCOMPARE(bench.forum->catalogue.find(bench.id("Apex 2026!"))->description, u"Blessing of the orchard council"_s);
        QVERIFY(!bench.page->hasUnsaved());
        QVERIFY(!button(bench, "publish")->isEnabled());
        QVERIFY(named(bench, u"Name"_s)->isEnabled());
        // It stands in the ledger like every change.
        const auto runs = *bench.ledger->runs();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs[0].state, runs::RunState::Done);
    }

    void typedConfirmationAsksForTheForumsName()
    {
        BadgesBench bench;
        bench.forum->theConnection.safeMode = SafeMode::AskTyped;
        openOn(bench, "Apex 2026");
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.ask.confirmed.size(), 1);
        QCOMPARE(bench.ask.confirmed[0].typed, u"forum.example"_s);
    }

    void whatTheForumIgnoresIsSaid()
    {
        BadgesBench bench;
        bench.forum->ignoredBadgeFields = {u"badge_type_id"_s};
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        auto *type = bench.find<QComboBox>("type");
        type->setCurrentIndex(type->findData(kSilver));
        Q_EMIT type->activated(type->currentIndex());
        button(bench, "publish")->click();
        QTRY_VERIFY(resultSentence(bench).contains(u"not all"_s));
        QVERIFY(bench.find<Notice>("publishResult")->details().contains(u"type"_s));
    }

    void aRefusalKeepsWhatWasTyped()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        Error taken = Error::of(ErrorKind::Invalid);
        taken.serverWords = {u"Name has already been taken"_s};
        openOn(bench, "Apex 2026");
        bench.forum->refuseNext(u"badge-update"_s, taken);
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_VERIFY(resultSentence(bench).contains(u"was not published"_s));
        QVERIFY(bench.find<Notice>("publishResult")->details().contains(u"already been taken"_s));
        QCOMPARE(nameField(bench)->text(), u"Apex 2026!"_s);
        QVERIFY(button(bench, "publish")->isEnabled());
    }

    void aPausedRunCanGoOn()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        bench.forum->refuseNext(u"badge-update"_s, Error::of(ErrorKind::ReadOnly));
        typeInName(bench, u"!"_s);
        button(bench, "publish")->click();
        QTRY_VERIFY(resultSentence(bench).contains(u"paused"_s));
        QVERIFY(!named(bench, u"Name"_s)->isEnabled()); // what is on its way stays as it is
        pressInResult(bench, u"Go on"_s);
        QTRY_VERIFY(resultSentence(bench).contains(u"Published"_s));
    }

    void aNewBadgeIsADraftUntilPublished()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        QTest::keyClick(bench.page.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(nameField(bench)->text(), QString());
        QVERIFY(nameField(bench)->hasFocus());
        QVERIFY(!button(bench, "publish")->isEnabled()); // no name yet
        typeInName(bench, u"Apex 2026"_s);
        QVERIFY(!button(bench, "publish")->isEnabled()); // taken
        QVERIFY(bench.find<QLabel>("publishWords")->text().contains(u"already"_s));
        typeInName(bench, u" II"_s);
        QVERIFY(button(bench, "publish")->isEnabled());
        QCOMPARE(bench.forum->count(u"badge-create"_s), 0);
        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"badge-create"_s), 1);
        QTRY_VERIFY(resultSentence(bench).contains(u"Published"_s));
        QCOMPARE(nameField(bench)->text(), u"Apex 2026 II"_s);
        QVERIFY(!bench.page->hasUnsaved());
        QVERIFY(bench.id("Apex 2026 II") > 0);
    }

    void aDroppedFileBecomesThePicture()
    {
        BadgesBench bench;
        bench.ask.nextYes = true;
        openOn(bench, "First Seed");
        // A big picture that is not square, with an empty border.
        const QString path = bench.folder.filePath(u"apex.png"_s);
        drawnBadge(Qt::yellow, Qt::blue, {1600, 1200}).save(path);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // On a text field, which would take it as text.
        QVERIFY(drop(named(bench, u"Description"_s), &data));
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().startsWith(u"apex.png · 512\u00a0×\u00a0512"_s));
        QVERIFY(pictureWell(bench)->hasPicture());
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"picture"_s);

        button(bench, "publish")->click();
        QTRY_COMPARE(bench.forum->count(u"upload apex.png"_s), 1);
        QTRY_VERIFY(resultSentence(bench).contains(u"Published"_s));
        QVERIFY(bench.badge("First Seed").imageUploadId.has_value());
        // And what the forum serves now stands in the well.
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().startsWith(u"PNG · 512\u00a0×\u00a0512"_s));
    }

    void pixelsArePastedAndRubbishIsRefused()
    {
        BadgesBench bench;
        openOn(bench, "First Seed");
        auto *well = pictureWell(bench);
        QMimeData pixels;
        pixels.setImageData(drawnBadge(Qt::red, Qt::green, {300, 300}));
        QVERIFY(drop(bench.page->findChild<PreviewColumn *>(), &pixels));
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().contains(u"300\u00a0×\u00a0300"_s));
        QTest::keyClick(well, Qt::Key_Delete);
        QVERIFY(!well->hasPicture());
        QVERIFY(!bench.page->hasUnsaved());

        QFile broken(bench.folder.filePath(u"broken.png"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no picture");
        broken.close();
        QMimeData file;
        file.setUrls({QUrl::fromLocalFile(broken.fileName())});
        QVERIFY(drop(well, &file));
        QTRY_VERIFY(bench.find<QLabel>("pictureComplaint")->isVisible());
        QVERIFY(!bench.page->hasUnsaved());
        QMimeData text;
        text.setText(u"hello"_s);
        QVERIFY(!drop(well, &text));

        QGuiApplication::clipboard()->setImage(drawnBadge(Qt::red, Qt::blue, {200, 200}));
        well->setFocus();
        QTest::keyClick(well, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(well->hasPicture());
        QVERIFY(!bench.find<QLabel>("pictureComplaint")->isVisible());

        // Opened from a file, through the question that every page asks.
        drawnBadge(Qt::red, Qt::blue, {128, 128}).save(bench.folder.filePath(u"small.png"_s));
        bench.ask.nextOpenPath = bench.folder.filePath(u"small.png"_s);
        QTest::keyClick(well, Qt::Key_Return);
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().startsWith(u"small.png"_s));
    }

    void iconsAreChosenByTheirGlyph()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QTest::mouseClick(named(bench, u"Choose an icon"_s), Qt::LeftButton);
        auto *dialog = bench.page->findChild<IconDialog *>();
        QVERIFY(dialog);
        auto *view = dialog->findChild<QListView *>();
        QTRY_COMPARE(view->model()->rowCount(), 3);
        QCOMPARE(unnamedControls(dialog), QStringList());
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"will replace it"_s); }));
        auto *search = dialog->findChild<SearchField *>();
        search->setText(u"fa-lea"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        search->setText(u"nothere"_s);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"iconStatus"_s)->text().contains(u"does not know"_s));
        search->setText(u"leaf"_s);
        QTRY_COMPARE(view->selectionModel()->selectedIndexes().size(), 1);
        QSignalSpy chosen(dialog, &IconDialog::iconChosen);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        // The picture goes, because beside it the icon would never be seen.
        QTRY_VERIFY(!pictureWell(bench)->hasPicture());
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"icon, picture"_s);
    }

    void severalBadgesAreGrantedTogether()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        auto *view = bench.page->findChild<QTreeView *>();
        QAction *grant = nullptr;
        for (QAction *action : bench.page->commands())
            grant = action->text() == u"Grant…"_s ? action : grant;
        QVERIFY(grant && grant->isEnabled());
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view->selectionModel()->selectedIndexes().size(), 2);
        QCOMPARE(grant->text(), u"Grant 2…"_s);
        for (QAction *action : bench.page->commands())
            QVERIFY(action->text() != u"Delete…"_s || !action->isEnabled()); // which of them?
        // They stay chosen when the list is read again, and are not when a search hides them.
        bench.page->refresh();
        QTest::qWait(0);
        QTRY_COMPARE(view->selectionModel()->selectedIndexes().size(), 2);
        QTRY_VERIFY(grant->isEnabled());
        grant->trigger();
        GrantDialog *dialog = nullptr;
        for (QWidget *window : QApplication::topLevelWidgets())
            dialog = qobject_cast<GrantDialog *>(window) ? static_cast<GrantDialog *>(window) : dialog;
        QVERIFY(dialog);
        QCOMPARE(dialog->flow()->badges().size(), 2);
        QCOMPARE(dialog->windowTitle(), u"Grant 2 badges"_s);
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(grant->text(), u"Grant…"_s);
    }

    void whatMayNotBeChangedSaysWhy()
    {
        BadgesBench bench;
        bench.forum->abilities.deny(Ability::UploadPictures, u"This key may not upload."_s);
        openOn(bench, "First Seed"); // one of the forum's own
        QVERIFY(!named(bench, u"Name"_s)->isEnabled());
        QVERIFY(!bench.find<QCheckBox>("listable")->isEnabled());
        QVERIFY(!bench.find<QCheckBox>("listable")->accessibleDescription().isEmpty());
        QVERIFY(bench.find<QCheckBox>("enabled")->isEnabled());
        QVERIFY(bench.find<QCheckBox>("allow_title")->isEnabled());
        QCOMPARE(pictureWell(bench)->toolTip(), u"This key may not upload."_s);
        QMimeData pixels;
        pixels.setImageData(drawnBadge(Qt::red, Qt::green, {300, 300}));
        QVERIFY(!drop(bench.page->findChild<PreviewColumn *>(), &pixels));

        bench.forum->theConnection.safeMode = SafeMode::ReadOnly;
        bench.page->open(bench.id("Apex 2026"));
        QVERIFY(!named(bench, u"Name"_s)->isEnabled());
        QVERIFY(!button(bench, "publish")->isVisible());
    }

    void olderForumsHaveNoPostHeader()
    {
        BadgesBench bench;
        for (Badge &badge : bench.forum->catalogue.badges)
            badge.showInPostHeader.reset();
        openOn(bench, "Apex 2026");
        QVERIFY(!bench.find<QCheckBox>("show_in_post_header")->isVisible());
        QVERIFY(bench.find<QCheckBox>("show_posts")->isVisible());
        QTest::mouseClick(bench.find<QCheckBox>("show_posts"), Qt::LeftButton);
        QCOMPARE(bench.find<QLabel>("publishWords")->text(), u"show the granting post"_s);
    }

    void searchAndKeyboardReachEveryBadge()
    {
        BadgesBench bench;
        openOn(bench, "Green Thumb");
        auto *view = bench.page->findChild<QTreeView *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Down);
        QCOMPARE(nameField(bench)->text(), u"First Seed"_s);
        QTest::keyClick(view, Qt::Key_Down); // over the heading
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s);
        auto *search = bench.page->findChild<SearchField *>();
        QTest::keyClick(bench.page.get(), Qt::Key_F, Qt::ControlModifier);
        search->setText(u"karaoke"_s);
        QTRY_COMPARE(qobject_cast<BadgeFilter *>(view->model())->badgeCount(), 1);
        QCOMPARE(nameField(bench)->text(), u"Apex 2026"_s); // the choice stays
        search->setText(u"no such thing"_s);
        QTRY_VERIFY(!view->isVisible());
        bench.page->open(bench.id("Karaoke Night"));
        QVERIFY(view->isVisible());
        QCOMPARE(search->text(), QString());
    }

    void troublesAreSaidAndCanBeTriedAgain()
    {
        BadgesBench bench;
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        bench.open();
        auto *view = bench.page->findChild<QTreeView *>();
        QPushButton *again = nullptr;
        const auto visibleButton = [&](const QString &text) {
            const auto all = bench.page->findChildren<QPushButton *>();
            for (QPushButton *one : all) {
                if (one->text() == text && one->isVisible())
                    again = one;
            }
            return again != nullptr;
        };
        QTRY_VERIFY(visibleButton(u"Try again"_s));
        shoot(bench, u"error"_s);
        again->click();
        QTRY_VERIFY(view->isVisible());
        // A later failure leaves what is shown.
        bench.forum->refuseNext(u"badges"_s, Error::of(ErrorKind::TimedOut));
        bench.page->refresh();
        again = nullptr;
        QTRY_VERIFY(visibleButton(u"Try again"_s));
        QVERIFY(view->isVisible());

        BadgesBench denied;
        denied.forum->abilities.deny(Ability::ListBadges, u"This key may not list badges."_s);
        denied.open();
        QCOMPARE(denied.forum->count(u"badges"_s), 0);
        QVERIFY(!denied.page->findChild<QTreeView *>()->isVisible());

        BadgesBench empty(false);
        empty.open();
        QTRY_COMPARE(empty.forum->count(u"badges"_s), 1);
        QTRY_VERIFY(button(empty, "publish") && !empty.page->findChild<QTreeView *>()->isVisible());
        shoot(empty, u"empty"_s);
        // The first badge by the key, from the page that has nothing else to focus.
        QVERIFY(QTest::qWaitForWindowActive(empty.page.get()));
        QTRY_VERIFY(empty.page->commands().constFirst()->isEnabled());
        QTest::keyClick(empty.page.get(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(nameField(empty) && nameField(empty)->isVisible());
        typeInName(empty, u"First"_s);
        QVERIFY(button(empty, "publish")->isEnabled());
        // Thrown away by mistake, it comes back.
        button(empty, "discard")->click();
        QVERIFY(!empty.page->hasUnsaved());
        QTRY_VERIFY(resultSentence(empty).contains(u"discarded"_s));
        shoot(empty, u"discarded"_s);
        pressInResult(empty, u"Undo"_s);
        QTRY_COMPARE(nameField(empty)->text(), u"First"_s);
    }

    void theKeyboardGoesToTheListOnceItIsThere()
    {
        BadgesBench bench;
        bench.forum->holding = true;
        bench.open();
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        bench.page->takeFocus();
        QVERIFY(bench.page->hasFocus());
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(bench.page->findChild<QTreeView *>()->hasFocus());
    }

    void thePageGoesWhileAnswersAreUnderWay()
    {
        BadgesBench bench;
        bench.forum->holding = true;
        bench.open();
        bench.page.reset();
        bench.forum->holding = false;
        bench.forum->release();
        QCoreApplication::processEvents();
    }

    void everyControlHasAName()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QCOMPARE(unnamedControls(bench.page.get()), QStringList());
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application, ThemeChoice::Light);
    int failures = runModelTest(argc, argv) + runLooksTest(argc, argv, &theme) + runRemovalTest(argc, argv) + runSetsTest(argc, argv, &theme)
        + runPlacesTest(argc, argv, &theme) + runFixesTest(argc, argv) + runFooterTest(argc, argv) + runPublishingTest(argc, argv)
        + runOfflineTest(argc, argv) + runPicturesTest(argc, argv) + runKeyboardTest(argc, argv);
    BadgesPageTest test;
    failures += QTest::qExec(&test, argc, argv);
    return failures;
}

#include "badges_page_test.moc"
