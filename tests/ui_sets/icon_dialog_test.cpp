// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ui_badges/badges_bench.h"

#include "support/accessibility_walk.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/icon_hints.h"
#include "ui/badges/icon_specimen.h"
#include "ui/kit/search_field.h"
#include "ui/kit/theme.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

namespace {

/// A forum with some icons, and a folder where they are kept.
struct IconBench {
    BadgesBench badges;
    std::unique_ptr<BadgePictures> pictures;
    std::unique_ptr<IconDialog> dialog;

    IconBench()
    {
        badges.forum->icons.insert(u"trophy"_s, svgGlyph("M4 0h8v6l-3 4v4h3v2H4v-2h3v-4L4 6z"));
        badges.forum->icons.insert(u"award"_s, svgGlyph("M8 0l6 6-6 6-6-6zM4 10v6l4-2 4 2v-6z"));
        badges.forum->icons.insert(u"medal"_s, svgGlyph("M8 4a6 6 0 1 1 0 12A6 6 0 0 1 8 4z"));
    }
    IconDialog *open(const QString &mayNot = {})
    {
        dialog.reset();
        pictures = std::make_unique<BadgePictures>(badges.forum->badges());
        pictures->keepIconsIn(artwork::IconStore(badges.folder.filePath(u"icons"_s), u"forum"_s), &badges.clock);
        dialog = std::make_unique<IconDialog>(badges.forum->badges(), pictures.get(), kGold, u"leaf"_s, mayNot, nullptr);
        dialog->show();
        return dialog.get();
    }
    QStringList names() const
    {
        const auto *model = dialog->findChild<QListView *>()->model();
        QStringList all;
        for (int row = 0; row < model->rowCount(); ++row)
            all << model->index(row, 0).data().toString();
        return all;
    }
    void search(const QString &text) const { dialog->findChild<SearchField *>()->setText(text); }
    QString status() const { return dialog->findChild<QLabel *>(u"iconStatus"_s)->text(); }
    QPushButton *hint(const QString &name) const
    {
        for (auto *one : dialog->findChild<IconHints *>()->findChildren<QPushButton *>()) {
            if (one->accessibleName() == name && one->isVisible())
                return one;
        }
        return nullptr;
    }
};

} // namespace

/// Icons found by meaning, near names offered, and all of it without the forum.
class IconDialogTest : public QObject
{
    Q_OBJECT

public:
    explicit IconDialogTest(Theme *theme) : m_theme(theme) {}

private Q_SLOTS:
    void aWordFindsWhatStandsForIt()
    {
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        bench.search(u"winner"_s);
        QTRY_COMPARE(bench.names(), (QStringList{u"trophy"_s, u"award"_s, u"medal"_s}));
        bench.search(u"trophy"_s);
        QTRY_COMPARE(bench.names(), (QStringList{u"trophy"_s, u"award"_s, u"medal"_s}));
        QTRY_COMPARE(bench.dialog->findChild<QListView *>()->currentIndex().row(), 0);
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
    }

    void aSearchChoosesWhatItFinds()
    {
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        auto *anyway = bench.dialog->findChild<QPushButton *>(u"useAnyway"_s);
        const auto use = [&bench] {
            for (auto *button : bench.dialog->findChildren<QPushButton *>()) {
                if (button->text() == u"Use icon"_s)
                    return button;
            }
            return static_cast<QPushButton *>(nullptr);
        };
        QVERIFY(anyway && !anyway->isVisible());
        bench.search(u"winner"_s);
        QTRY_COMPARE(bench.names().value(0), u"trophy"_s);
        QTRY_COMPARE(bench.status(), u"trophy"_s);
        QVERIFY(use()->isEnabled() && use()->isDefault());
        // The word itself can be taken, but not by the way.
        QTRY_COMPARE(anyway->text(), u"Use “winner” anyway"_s);
        QVERIFY(anyway->isVisible() && !anyway->isDefault() && !anyway->autoDefault());
        QSignalSpy chosen(bench.dialog.get(), &IconDialog::iconChosen);
        use()->click();
        QCOMPARE(chosen.value(0).value(0).toString(), u"trophy"_s);

        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        bench.search(u"our-own"_s);
        auto *own = bench.dialog->findChild<QPushButton *>(u"useAnyway"_s);
        QTRY_VERIFY(own->isVisible());
        QVERIFY(!use()->isEnabled());
        QSignalSpy taken(bench.dialog.get(), &IconDialog::iconChosen);
        own->click();
        QCOMPARE(taken.value(0).value(0).toString(), u"our-own"_s);
    }

    void returnTakesWhatIsFound()
    {
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        auto *field = bench.dialog->findChild<SearchField *>();
        // Nothing was searched for: Return goes on to the list.
        QSignalSpy chosen(bench.dialog.get(), &IconDialog::iconChosen);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(chosen.isEmpty() && bench.dialog->isVisible());
        QCOMPARE(bench.dialog->focusWidget(), bench.dialog->findChild<QListView *>());
        // Chosen already.
        bench.search(u"winner"_s);
        QTRY_COMPARE(bench.status(), u"trophy"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.value(0).value(0).toString(), u"trophy"_s);
        QVERIFY(!bench.dialog->isVisible());

        // Return before the answer waits for it.
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        field = bench.dialog->findChild<SearchField *>();
        QSignalSpy later(bench.dialog.get(), &IconDialog::iconChosen);
        field->setFocus();
        QTest::keyClicks(field, u"bolt"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(later.isEmpty());
        QTRY_COMPARE(later.value(0).value(0).toString(), u"bolt"_s);

        // What finds nothing takes nothing, and the keyboard stays where it can be put right.
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        field = bench.dialog->findChild<SearchField *>();
        QSignalSpy none(bench.dialog.get(), &IconDialog::iconChosen);
        field->setFocus();
        QTest::keyClicks(field, u"our-own"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY2(bench.status().contains(u"does not know"_s), qPrintable(bench.status()));
        QVERIFY(none.isEmpty() && bench.dialog->isVisible());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(bench.dialog->focusWidget(), field);
        QVERIFY(none.isEmpty());
    }

    void aWordIsFoundByItsStem()
    {
        IconBench bench;
        bench.badges.forum->icons.insert(u"handshake-angle"_s, svgGlyph("M0 4h8v8H0z"));
        bench.badges.forum->icons.insert(u"glove-box"_s, svgGlyph("M1 4h8v8H0z"));
        bench.open();
        QTRY_COMPARE(bench.names().size(), 8);
        bench.search(u"helping"_s);
        QTRY_COMPARE(bench.names(), QStringList{u"handshake-angle"_s});
        // A word that stands for nothing here, but begins as an icon does.
        bench.search(u"gloves"_s);
        QTRY_VERIFY(bench.hint(u"glove-box"_s));
    }

    void aSlipIsPutRightByAClick()
    {
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        bench.search(u"tropfy"_s);
        QTRY_VERIFY2(bench.status().contains(u"does not know an icon “tropfy”"_s), qPrintable(bench.status()));
        QTRY_VERIFY(bench.hint(u"trophy"_s));
        QCOMPARE(unnamedControls(bench.dialog.get()), QStringList());
        bench.hint(u"trophy"_s)->click();
        QSignalSpy chosen(bench.dialog.get(), &IconDialog::iconChosen);
        QTRY_VERIFY(bench.dialog->findChild<QListView *>()->selectionModel()->hasSelection());
        QTRY_VERIFY(!bench.hint(u"trophy"_s));
        for (auto *button : bench.dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Use icon"_s)
                button->click();
        }
        QCOMPARE(chosen.value(0).value(0).toString(), u"trophy"_s);
    }

    void withoutTheSearchNamesAreOfferedToo()
    {
        IconBench bench;
        bench.open(u"This key may not search."_s);
        bench.search(u"winner"_s);
        QTRY_VERIFY2(bench.status().contains(u"does not know"_s), qPrintable(bench.status()));
        QTRY_VERIFY(bench.hint(u"trophy"_s));
        QCOMPARE(bench.badges.forum->count(u"icons"_s), 0);
    }

    void theyAreFoundWithoutTheForum()
    {
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        // The program is started anew, and the forum cannot be reached.
        bench.dialog.reset();
        bench.pictures.reset();
        bench.badges.forum->refuseNext({}, Error::of(ErrorKind::Network), 100);
        bench.open();
        QTRY_VERIFY2(bench.status().contains(u"6 icon(s) are kept on this computer"_s), qPrintable(bench.status()));
        QCOMPARE(bench.names().size(), 6);
        bench.search(u"med"_s);
        QTRY_COMPARE(bench.names(), QStringList{u"medal"_s});
        bench.search(u"winner"_s);
        QTRY_COMPARE(bench.names(), (QStringList{u"trophy"_s, u"award"_s, u"medal"_s}));
        // One that the forum has lost meanwhile is forgotten when it says so.
        bench.badges.forum->forgetFaults();
        bench.badges.forum->icons.remove(u"medal"_s);
        artwork::IconStore old(bench.badges.folder.filePath(u"icons"_s), u"forum"_s);
        old.keep({u"medal"_s, svgGlyph("M0 0h9v9z")}, bench.badges.clock.utcNow().date().addDays(-30));
        QVERIFY(artwork::IconStore::save(old.takeChanges()));
        bench.open();
        QCOMPARE(bench.pictures->icon(u"medal"_s).state, BadgePictures::State::Ready); // at once, from the store
        QTRY_COMPARE(bench.pictures->icon(u"medal"_s).state, BadgePictures::State::Missing);
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
        IconBench bench;
        bench.open();
        QTRY_COMPARE(bench.names().size(), 6);
        const auto shoot = [&bench](const QString &name) {
            const QString folder = qEnvironmentVariable("BADGEWRIGHT_SHOTS");
            if (!folder.isEmpty())
                bench.dialog->grab().save(u"%1/icons-%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag())));
        };
        bench.search(u"winner"_s);
        QTRY_COMPARE(bench.names().size(), 3);
        bench.dialog->findChild<QListView *>()->setCurrentIndex(bench.dialog->findChild<QListView *>()->model()->index(0, 0));
        QTest::qWait(0);
        shoot(u"meaning"_s);
        bench.search(u"tropfy"_s);
        QTRY_VERIFY(bench.hint(u"trophy"_s));
        QTest::qWait(0);
        shoot(u"near"_s);
        QVERIFY(bench.dialog->minimumSizeHint().width() <= 620);
        m_theme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *m_theme;
};

int runIconDialogTest(int argc, char **argv, Theme *theme)
{
    IconDialogTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "icon_dialog_test.moc"
