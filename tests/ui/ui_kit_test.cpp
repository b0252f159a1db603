// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"
#include "pictures.h"
#include "support/accessibility_walk.h"
#include "support/manual_clock.h"
#include "ui/kit/badge_thumb.h"
#include "ui/kit/buttons.h"
#include "ui/kit/dialog_ask_user.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/text_box.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDirIterator>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cstring>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

class UiKitTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    DialogAskUser m_ask;

    static QDialog *openSheet(QWidget *over) { return over->findChild<QDialog *>(); }
    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (auto *one : in->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("BADGEWRIGHT_THEME");
        m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
    }
    void init() { m_theme->setChoice(ThemeChoice::Light); }

    // The program that copied has ended, and what is left of the clipboard has no format at all.
    void nothingIsPastedFromAnEmptyClipboard()
    {
        TextBox box;
        box.setPlainText(u"kept"_s);
        QGuiApplication::clipboard()->setMimeData(new QMimeData);
        box.show();
        QVERIFY(QTest::qWaitForWindowActive(&box));
        QTest::keySequence(&box, QKeySequence::Paste);
        QCOMPARE(box.toPlainText(), u"kept"_s);
        QGuiApplication::clipboard()->setText(u" and more"_s);
        box.moveCursor(QTextCursor::End);
        QTest::keySequence(&box, QKeySequence::Paste);
        QCOMPARE(box.toPlainText(), u"kept and more"_s);
    }

    void anEmptyPageHoldsTogetherHoweverWideItBecomes()
    {
        EmptyState empty(u"gift"_s, QString(u"Who holds which badge is only known to the forum, which could not be reached. "_s).repeated(2), u"Connect again"_s);
        empty.show();
        for (const int width : {200, 900}) {
            empty.resize(width, 500);
            QCoreApplication::processEvents();
            const auto *sentence = empty.findChild<TextLabel *>();
            const int lines = sentence->fontMetrics().boundingRect(QRect(0, 0, sentence->width(), 2000), Qt::TextWordWrap, sentence->text()).height();
            QVERIFY2(sentence->height() >= lines && sentence->height() < lines + 12, qPrintable(u"%1 for %2"_s.arg(sentence->height()).arg(lines)));
        }
    }

    void aPictureKeepsItsColoursInASelectedRow()
    {
        QPixmap red(16, 16);
        red.fill(Qt::red);
        const QImage shown = QIcon(red).pixmap(QSize(16, 16), QIcon::Selected).toImage();
        QCOMPARE(shown.pixelColor(8, 8), QColor(Qt::red));
    }

    void theFocusStaysInThePageWhenAButtonGoes()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new QLineEdit(&window);
        auto *page = new QWidget(&window);
        setTakesLostFocus(page);
        column->addWidget(first);
        column->addWidget(page);
        auto *inside = new QVBoxLayout(page);
        auto *bar = new ActionBar(page);
        inside->addWidget(bar);
        QPushButton *apply = makeButton(ButtonKind::Primary, u"Apply"_s, bar);
        bar->addRight(apply);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        apply->setFocus();
        apply->setEnabled(false);
        QVERIFY(page->hasFocus());
        apply->setEnabled(true);
        apply->setFocus();
        bar->hide();
        QVERIFY(page->hasFocus());
        // A key that walks on is another matter.
        bar->show();
        apply->setFocus();
        QTest::keyClick(apply, Qt::Key_Tab);
        QVERIFY(first->hasFocus());
    }

    void themeChangesWhileRunning()
    {
        test::Gallery gallery;
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        test::keepPicture(&gallery, u"kit-light"_s);
        QCOMPARE(gallery.grab().toImage().pixelColor(4, 400), lightTokens().panel);
        m_theme->setChoice(ThemeChoice::Dark);
        QTRY_COMPARE(tokens(&gallery).dark, true);
        QCOMPARE(gallery.grab().toImage().pixelColor(4, 400), darkTokens().panel);
        test::keepPicture(&gallery, u"kit-dark"_s);
    }

    void environmentWinsOverTheChoice()
    {
        qputenv("BADGEWRIGHT_THEME", "dark");
        m_theme->setChoice(ThemeChoice::System);
        QVERIFY(m_theme->isDark());
        qunsetenv("BADGEWRIGHT_THEME");
        m_theme->setChoice(ThemeChoice::Light);
        QVERIFY(!m_theme->isDark());
    }

    /// A flat button shows what is behind it; in the dark it once was white.
    void flatButtonsAreFlatInBothThemes()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            Panel panel;
            panel.resize(200, 60);
            auto *flat = makeButton(ButtonKind::Flat, u"x"_s, &panel);
            flat->setGeometry(10, 10, 120, 32);
            panel.show();
            QCOMPARE(panel.grab().toImage().pixelColor(16, 26), tokens(&panel).panel);
        }
    }

    void everyControlHasAName()
    {
        test::Gallery gallery;
        gallery.show();
        QCOMPARE(test::unnamedControls(&gallery), QStringList());
    }

    void theWalkFindsWhatHasNoName()
    {
        QWidget root;
        new QLineEdit(&root);
        auto *combo = new QComboBox(&root);
        combo->addItem(u"Gold"_s);
        combo->setAccessibleName(u"ignored on Linux"_s);
        root.show();
        QCOMPARE(test::unnamedControls(&root).size(), 2);
    }

    void everyIconCanBeDrawn()
    {
        QDirIterator icons(u":/icons"_s);
        int drawn = 0;
        while (icons.hasNext()) {
            const QString name = QFileInfo(icons.next()).baseName();
            const QImage image = iconPixmap(name, Qt::red, 32, 1.0).toImage();
            int inked = 0;
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x)
                    inked += qAlpha(image.pixel(x, y)) > 40 && qRed(image.pixel(x, y)) > 0 ? 1 : 0;
            }
            QVERIFY2(inked > 20, qPrintable(name));
            ++drawn;
        }
        QVERIFY(drawn > 40);
    }

    void pressingTheTileTwiceShowsEverythingAgain()
    {
        test::Gallery gallery;
        QSignalSpy filters(gallery.tiles, &CountTileRow::filterChanged);
        gallery.tiles->tile(1)->click();
        QCOMPARE(filters.takeLast().at(0).toInt(), 1);
        QVERIFY(!gallery.tiles->tile(0)->isChecked());
        gallery.tiles->tile(1)->click();
        QCOMPARE(filters.takeLast().at(0).toInt(), -1);
    }

    void searchWaitsForAPause()
    {
        SearchField field(u"Search"_s);
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, u"bob"_s);
        QCOMPARE(searched.size(), 0);
        QTRY_COMPARE(searched.size(), 1);
        QCOMPARE(searched.first().first().toString(), u"bob"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void stepsBehindCanBeGoneBackTo()
    {
        StepTrail trail({u"Source"_s, u"Match"_s, u"Review"_s});
        trail.setCurrent(1);
        QSignalSpy chosen(&trail, &StepTrail::chosen);
        QTest::mouseClick(&trail, Qt::LeftButton, {}, QPoint(8, trail.sizeHint().height() / 2));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
        QTest::keyClick(&trail, Qt::Key_Left);
        QCOMPARE(chosen.size(), 2);
        trail.setBackAllowed(false);
        QTest::keyClick(&trail, Qt::Key_Left);
        QCOMPARE(chosen.size(), 2);
    }

    void selectedRowsAreCopiedWithTheirHeaders()
    {
        test::Gallery gallery;
        gallery.table->selectRow(2);
        gallery.table->setFocus();
        QTest::keyClick(gallery.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 u"Recipient\tAccount\tReason\tVerdict\nada.moss 2\tAda Moss\tSpring fair 2026: who helped? · post 14\tWill be granted"_s);
    }

    void twoNoticesOfAWindowShowAtATime()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *around = new Notice;
        column->addWidget(new NoticeRoom({around}));
        auto *pages = new QStackedWidget(&window);
        column->addWidget(pages);
        QList<Notice *> on;
        for (int page = 0; page < 2; ++page) {
            auto *one = new QWidget;
            auto *inside = new QVBoxLayout(one);
            for (int i = 0; i < 2; ++i) {
                on << new Notice;
                inside->addWidget(new NoticeRoom({on.last()}));
            }
            pages->addWidget(one);
        }
        window.show();
        around->say(Tone::Look, u"You work without the forum."_s);
        on[0]->say(Tone::Note, u"Badges are here again."_s);
        QVERIFY(around->isVisible() && on[0]->isVisible());
        on[1]->say(Tone::Bad, u"That did not work."_s);
        QVERIFY(around->isVisible() && on[1]->isVisible());
        QVERIFY(on[0]->isSaid() && !on[0]->isVisible() && !on[0]->parentWidget()->isVisible()); // it waits
        on[1]->clear();
        QVERIFY(on[0]->isVisible());
        // The newest comes before others that are no more pressing.
        around->clear();
        on[1]->say(Tone::Good, u"Saved."_s);
        around->say(Tone::Note, u"Something else."_s);
        QVERIFY(around->isVisible() && on[1]->isVisible() && !on[0]->isVisible());
        // A page that nobody looks at takes no place away; its turn comes with it.
        on[2]->say(Tone::Bad, u"One failed."_s);
        on[3]->say(Tone::Bad, u"Another failed."_s);
        QVERIFY(around->isVisible() && on[1]->isVisible());
        pages->setCurrentIndex(1);
        QTRY_VERIFY(on[2]->isVisible() && on[3]->isVisible() && !around->isVisible());
        pages->setCurrentIndex(0);
        QTRY_VERIFY(around->isVisible() && on[1]->isVisible() && !on[0]->isVisible());
    }

    void aDialogHasNoticesOfItsOwn()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QList<Notice *> below{new Notice, new Notice};
        column->addWidget(new NoticeRoom(below));
        window.show();
        QDialog dialog(&window);
        auto *inside = new QVBoxLayout(&dialog);
        QList<Notice *> above{new Notice, new Notice, new Notice};
        inside->addWidget(new NoticeRoom(above));
        dialog.show();
        below[0]->say(Tone::Note, u"Badges are here again."_s);
        above[0]->say(Tone::Note, u"Two badges were left out."_s);
        below[1]->say(Tone::Look, u"You work without the forum."_s);
        above[1]->say(Tone::Bad, u"A file could not be read."_s);
        QVERIFY(below[0]->isVisible() && below[1]->isVisible() && above[0]->isVisible() && above[1]->isVisible());
        above[2]->say(Tone::Bad, u"Nor could the other."_s);
        QVERIFY(!above[0]->isVisible() && below[0]->isVisible());
        // It goes, and the window has what it had.
        dialog.hide();
        below[0]->say(Tone::Note, u"Badges are here again, as they were."_s);
        QTRY_VERIFY(below[0]->isVisible() && below[1]->isVisible());
    }

    void confirmationsGoByThemselves()
    {
        test::ManualClock clock;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        auto *notice = new Notice;
        auto *other = new Notice;
        column->addWidget(field);
        column->addWidget(new NoticeRoom({notice, other}, &clock));
        window.show();
        field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto stays = NoticeRoom::kConfirmationStays;
        notice->say(Tone::Good, u"Published."_s);
        other->say(Tone::Bad, u"That did not work."_s);
        clock.advance(stays - std::chrono::seconds(1));
        QVERIFY(notice->isVisible());
        notice->say(Tone::Good, u"Published once more."_s);
        clock.advance(stays - std::chrono::seconds(1));
        QVERIFY(notice->isVisible());
        clock.advance(std::chrono::seconds(1));
        QVERIFY(!notice->isSaid() && !notice->isVisible());
        clock.advance(stays * 100);
        QVERIFY(other->isVisible()); // errors stay
        other->say(Tone::Look, u"Look at that."_s);
        clock.advance(stays * 100);
        QVERIFY(other->isVisible());
        // What can be opened can be opened later, too.
        notice->say(Tone::Good, u"Saved."_s, {}, u"Open"_s);
        clock.advance(stays * 2);
        QVERIFY(notice->isVisible());
        notice->say(Tone::Good, u"Saved."_s);
        notice->offer(u"Open the folder"_s, [] {});
        clock.advance(stays * 2);
        QVERIFY(notice->isVisible());
        // Not while the keyboard is in it.
        notice->say(Tone::Good, u"Saved."_s);
        notice->findChild<QToolButton *>()->setFocus();
        clock.advance(stays * 2);
        QVERIFY(notice->isVisible());
        field->setFocus();
        clock.advance(stays - std::chrono::seconds(1));
        QVERIFY(notice->isVisible());
        // Nor while the pointer is.
        notice->setAttribute(Qt::WA_UnderMouse);
        clock.advance(stays * 2);
        QVERIFY(notice->isVisible());
        notice->setAttribute(Qt::WA_UnderMouse, false);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(notice, &leave);
        clock.advance(stays);
        QVERIFY(!notice->isSaid());
    }

    void headsOfTablesAreNotCutOff()
    {
        const auto drawn = [](const QString &text, int height) {
            QImage image(200, height, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(textFont(TextSize::Body));
            QStyleOptionHeader head;
            head.rect = image.rect();
            head.text = text;
            head.textAlignment = Qt::AlignLeft | Qt::AlignVCenter;
            head.fontMetrics = QFontMetrics(painter.font());
            head.state = QStyle::State_Enabled;
            qApp->style()->drawControl(QStyle::CE_Header, &head, &painter);
            return image;
        };
        const auto rowsOfInk = [&drawn](int height) {
            const QImage with = drawn(u"Badge"_s, height);
            const QImage without = drawn({}, height);
            int rows = 0;
            for (int y = 0; y < height; ++y)
                rows += std::memcmp(with.constScanLine(y), without.constScanLine(y), size_t(with.bytesPerLine())) != 0;
            return rows;
        };
        QVERIFY(rowsOfInk(80) > 8);
        QCOMPARE(rowsOfInk(kRowHeight), rowsOfInk(80)); // the tail of the g, too
    }

    void whatIsNotTrueAnyMoreGoes()
    {
        Notice notice;
        int left = 2;
        notice.say(Tone::Note, u"Two are here again."_s);
        notice.staysWhile([&left] { return left > 0; });
        notice.lookAgain();
        QVERIFY(notice.isVisible());
        left = 0;
        notice.lookAgain();
        QVERIFY(!notice.isVisible() && !notice.isSaid());
        // What is said next is another matter.
        notice.say(Tone::Note, u"Something else."_s);
        notice.lookAgain();
        QVERIFY(notice.isVisible());
    }

    void noticeOffersToTryAgainOnlyWhereSomebodyCan()
    {
        Notice notice;
        const auto *button = notice.findChild<QPushButton *>();
        QSignalSpy triggered(&notice, &Notice::actionTriggered);
        notice.sayError(Error::of(ErrorKind::Network), u"forum.example"_s);
        QVERIFY(button->isHidden());
        int tried = 0;
        notice.sayError(Error::of(ErrorKind::Forbidden), u"forum.example"_s, {}, [&] { ++tried; });
        QVERIFY(button->isHidden());
        notice.sayError(Error::of(ErrorKind::Network), u"forum.example"_s, u"The list could not be read."_s, [&] {
            ++tried;
            notice.say(Tone::Accent, u"Reading…"_s, {}, u"Stop"_s);
        });
        QVERIFY(!button->isHidden());
        QVERIFY(notice.sentence().startsWith(u"The list could not be read. forum.example"_s));
        notice.findChild<QPushButton *>()->click();
        QCOMPARE(tried, 1);
        QCOMPARE(notice.sentence(), u"Reading…"_s);
        // The next sentence has a button of its own; the old deed is forgotten.
        QCOMPARE(triggered.count(), 0);
        notice.findChild<QPushButton *>()->click();
        QCOMPARE(tried, 1);
        QCOMPARE(triggered.count(), 1);
    }

    void noticeSaysWhatWhyAndWhatToDo()
    {
        Notice notice;
        Error error = Error::of(ErrorKind::Forbidden);
        error.serverWords = {u"You are <b>not</b> permitted"_s};
        notice.sayError(error, u"forum.example"_s);
        QVERIFY(notice.sentence().contains(u"forum.example"_s));
        QVERIFY(notice.details().contains(u"You are <b>not</b> permitted"_s));
        QVERIFY(!notice.isHidden());
    }

    void theYesOpensOnlyWhenTheNameIsTyped()
    {
        QWidget window;
        window.show();
        int answer = -1;
        Question question;
        question.title = u"Delete Apex 2026?"_s;
        question.consequence = u"12 grants vanish with it. This cannot be undone."_s;
        question.yes = u"Delete badge"_s;
        question.danger = true;
        question.typed = u"forum.example"_s;
        m_ask.confirm(&window, question, [&](bool yes) { answer = yes; });
        QDialog *sheet = openSheet(&window);
        QVERIFY(sheet);
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
        test::keepPicture(sheet, u"sheet-typed"_s);
        QVERIFY(test::unnamedControls(sheet).isEmpty());
        QPushButton *yes = button(sheet, u"Delete badge"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"forum.exampl"_s);
        QVERIFY(!yes->isEnabled());
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), u"e"_s);
        QVERIFY(yes->isEnabled());
        yes->click();
        QTRY_COMPARE(answer, 1);
    }

    void aLongQuestionScrollsAndItsButtonsAreInSight()
    {
        QWidget window;
        window.show();
        QStringList names;
        for (int i = 0; i < 120; ++i)
            names << u"“Badge number %1” (description, picture)"_s.arg(i);
        m_ask.confirm(&window, {u"Publish 120 badges?"_s, names.join(u", "_s), u"Publish"_s, {}, false, {}}, [](bool) {});
        QDialog *sheet = openSheet(&window);
        QVERIFY(QTest::qWaitForWindowExposed(sheet));
        test::keepPicture(sheet, u"sheet-long"_s);
        QVERIFY2(sheet->height() < 460, qPrintable(QString::number(sheet->height())));
        auto *scroll = sheet->findChild<QScrollArea *>();
        QVERIFY(scroll);
        QVERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
        QVERIFY(sheet->rect().contains(button(sheet, u"Publish"_s)->geometry()));
        QVERIFY(test::unnamedControls(sheet).isEmpty());
    }

    void escapeMeansNo()
    {
        QWidget window;
        window.show();
        int answer = -1;
        m_ask.confirm(&window, {u"Go?"_s, {}, u"Go"_s, {}, false, {}}, [&](bool yes) { answer = yes; });
        QTest::keyClick(openSheet(&window), Qt::Key_Escape);
        QTRY_COMPARE(answer, 0);
        int choice = -2;
        m_ask.choose(&window, {u"Unsaved"_s, {}, {u"Save"_s, u"Leave out"_s}}, [&](int index) { choice = index; });
        QTRY_VERIFY(openSheet(&window) && button(openSheet(&window), u"Leave out"_s));
        button(openSheet(&window), u"Leave out"_s)->click();
        QTRY_COMPARE(choice, 1);
    }

    /// Nobody is called when what asked is gone.
    void noAnswerToTheDead()
    {
        bool called = false;
        auto window = std::make_unique<QWidget>();
        window->show();
        m_ask.confirm(window.get(), {u"Go?"_s, {}, u"Go"_s, {}, false, {}}, [&](bool) { called = true; });
        window.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void pillsSpeakAndAreCutWhenNarrow()
    {
        PillLabel pill(u"Will be granted"_s, Tone::Good);
        QVERIFY(pill.sizeHint().width() > pill.fontMetrics().horizontalAdvance(pill.text()));
        QImage image(60, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawPill(&painter, {0, 0, 60, 20}, u"A very long state that cannot fit"_s, Tone::Bad, lightTokens(), pill.font());
        painter.end();
        QCOMPARE(QColor(image.pixel(12, 3)), lightTokens().badSoft);
    }

    void thumbsKeepTheShapeOfThePicture()
    {
        QPixmap wide(80, 20);
        wide.fill(Qt::blue);
        const QImage thumb = badgeThumb({wide, {}, 1}, 40, 1.0).toImage();
        QCOMPARE(qAlpha(thumb.pixel(20, 2)), 0);
        QCOMPARE(QColor(thumb.pixel(20, 20)), QColor(Qt::blue));
    }
};

QTEST_MAIN(UiKitTest)
#include "ui_kit_test.moc"
