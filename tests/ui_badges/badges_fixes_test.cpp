// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth_bench.h"

#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_well.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>
#include <QThreadPool>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;

/// Findings, and the links that mend what they say.
class BadgesFixesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QTest::newRow("photo") << drawnBadge(gold, Qt::blue, {256, 256}).convertToFormat(QImage::Format_RGB32) << u"No transparency"_s << u"Cut it round"_s;
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
        QTRY_VERIFY_WITH_TIMEOUT(says(bench, u"75\u00a0kB are enough"_s), 20000);
        Q_EMIT link(bench, u"Make it lighter"_s)->clicked();
        QTRY_VERIFY(bench.page->hasUnsaved());
        QTRY_VERIFY_WITH_TIMEOUT(!says(bench, u"75\u00a0kB are enough"_s), 20000);
        QVERIFY(!link(bench, u"Make it lighter"_s));
        QVERIFY(!says(bench, u"into a JPEG"_s));
    }

    // Below 75 kB it fits as it is made without a wish, so there is no need of a tiny one.
    void aSizeChosenByHandIsTakenBack()
    {
        BadgesBench bench;
        openOn(bench, "Apex 2026");
        QImage photo(600, 600, QImage::Format_ARGB32);
        for (int y = 0; y < 600; ++y) {
            for (int x = 0; x < 600; ++x)
                photo.setPixel(x, y, qRgb(x * 255 / 600, y * 255 / 600, (x * x + y * y) % 256));
        }
        bench.page->findChild<PictureIntake *>()->takeBytes(bench.id("Apex 2026"), png(photo), u"photo.png"_s, true, false, 512);
        const auto facts = [&bench] { return bench.find<QLabel>("pictureFacts")->text(); };
        QTRY_VERIFY2_WITH_TIMEOUT(facts().contains(u"512\u00a0×\u00a0512"_s), qPrintable(facts()), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(link(bench, u"Make it lighter"_s), 20000);
        Q_EMIT link(bench, u"Make it lighter"_s)->clicked();
        QTRY_VERIFY2_WITH_TIMEOUT(facts().contains(u"256\u00a0×\u00a0256"_s), qPrintable(facts()), 20000);
        QTRY_VERIFY(!link(bench, u"Make it lighter"_s));
        QVERIFY(!says(bench, u"75\u00a0kB are enough"_s));
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

    void whoMendedStaysInTheList()
    {
        BadgesBench bench;
        givePicture(bench, "Apex 2026", darkDisc());
        openOn(bench, "Apex 2026");
        QVERIFY(QTest::qWaitForWindowActive(bench.page.get()));
        QTRY_VERIFY(link(bench, u"Put a rim round it"_s));
        LinkButton *rim = link(bench, u"Put a rim round it"_s);
        rim->setFocus();
        QTest::keyClick(rim, Qt::Key_Tab); // onto the link's words
        Q_EMIT rim->clicked();
        QTRY_VERIFY(!says(bench, u"vanishes on a dark page"_s));
        auto *list = bench.page->findChild<FindingsList *>();
        QTRY_VERIFY(list->isAncestorOf(QApplication::focusWidget()));
        // Tab goes on to what else can be done.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), link(bench, u"Draw a ring of gold round it"_s));
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
        QWidget *well = pictureWell(bench);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &pixels, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(well, &enter);
        QCoreApplication::sendEvent(well, &event);
        QTRY_VERIFY(bench.find<QLabel>("pictureFacts")->text().contains(u"300\u00a0×\u00a0300"_s));
        // The rim is done by then at the latest.
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(bench.find<QLabel>("pictureFacts")->text().contains(u"300\u00a0×\u00a0300"_s));
    }
};

int runFixesTest(int argc, char **argv)
{
    BadgesFixesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "badges_fixes_test.moc"
