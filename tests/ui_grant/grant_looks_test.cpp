// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "ui/kit/theme.h"
#include "ui/pictures.h"

#include <QScreen>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using Step = GrantFlow::Step;

/// Nothing is cut off, in any size and with long names. With BADGEWRIGHT_PICTURES=FOLDER every step is saved as a picture.
class GrantLooksTest : public QObject
{
    Q_OBJECT

public:
    explicit GrantLooksTest(Theme *theme) : theTheme(theme) {}

private Q_SLOTS:
    void opensNoLargerThanTheScreen()
    {
        GrantBench bench;
        bench.open({bench.apex});
        const QSize room = bench.dialog->screen()->availableSize();
        QVERIFY(room.width() < 1120); // else this tells nothing
        QVERIFY(bench.dialog->width() <= room.width() && bench.dialog->height() <= room.height());
    }

    void looks_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("longNames");
        QTest::newRow("light") << ThemeChoice::Light << QSize(1120, 720) << false;
        QTest::newRow("dark") << ThemeChoice::Dark << QSize(1120, 720) << false;
        QTest::newRow("long") << ThemeChoice::Light << QSize(1120, 720) << true;
        QTest::newRow("small") << ThemeChoice::Dark << QSize(1024, 700) << true;
        QTest::newRow("narrow") << ThemeChoice::Light << QSize(880, 560) << true;
    }

    void looks()
    {
        QFETCH(ThemeChoice, theme);
        QFETCH(QSize, size);
        QFETCH(bool, longNames);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        theTheme->setChoice(theme);
        GrantBench bench;
        Badge badge = bench.helper;
        if (longNames) {
            badge = bench.forum->addBadge(u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen am Bande"_s);
            bench.forum->theConnection.base = QUrl(u"https://gemeinschaft.gartenfreunde-oberfranken.example"_s);
            bench.forum->addAccount(u"wolfeschlegelsteinhausenbergerdorff_1"_s, u"Adelheid Wolfeschlegelsteinhausenbergerdorff"_s);
            bench.forum->addAccount(u"wolfeschlegelsteinhausenbergerdorff_2"_s, u"Eberhard Wolfeschlegelsteinhausenbergerdorff"_s);
            bench.forum->addAccount(u"wolfeschlegelsteinhausenbergerdorff_3"_s);
        }
        bench.forum->addGrant(badge.id, u"delia"_s, bench.clock.utcNow().addDays(-9));
        bench.open({badge});
        const auto keep = [&](const char *step) {
            // Once its layout has come to rest: wrapped lines ask for their height a turn later.
            const bool fits = QTest::qWaitFor([&] {
                bench.dialog->resize(size);
                QCoreApplication::processEvents();
                return bench.dialog->width() <= size.width() && bench.dialog->height() <= size.height();
            });
            keepPicture(bench.dialog.get(), u"grant-%1-%2"_s.arg(QString::fromLatin1(step), tag));
            if (!fits)
                qWarning() << bench.dialog->size() << "instead of" << size;
            return fits;
        };
        QVERIFY2(keep("source-empty"), "larger than it may be");
        QByteArray rows = "Benutzername\tGrund\tBemerkung\n";
        for (const char *name : {"ada.moss", "bobby", "c.vale", "delia", "elmer.t", "gwen", "gwen", "wolfeschlegelsteinhausenbergerdorff"})
            rows += QByteArray(name) + '\t' + (qstrcmp(name, "bobby") ? bench.fair : bench.photo).toUtf8() + "\tHat beim Frühlingsfest außerordentlich viel geholfen\n";
        rows += "finn\thttps://elsewhere.example/post/9\t\n\thttps://elsewhere.example/post/9\tohne Namen\n";
        bench.type(QString::fromUtf8(rows));
        QTRY_VERIFY(bench.canPress(u"Match people"_s));
        QVERIFY2(keep("source-pasted"), "larger than it may be");
        QVERIFY(bench.load(bench.file(u"Teilnehmerinnen-und-Teilnehmer-des-Frühlingsfestes.csv"_s, rows)));
        QVERIFY2(keep("source-file"), "larger than it may be");
        QVERIFY(bench.press(u"Match people"_s));
        QTRY_VERIFY(bench.canPress(u"Review"_s));
        if (longNames)
            bench.choose(7);
        QVERIFY2(keep("match"), "larger than it may be");
        QVERIFY(bench.review());
        if (longNames)
            bench.choose(7);
        QVERIFY2(keep("review"), "larger than it may be");
        bench.ask.nextYes = true;
        bench.forum->holding = true;
        QVERIFY(bench.press(u"Grant "_s));
        QTRY_COMPARE(bench.step(), Step::Run);
        QVERIFY2(keep("run"), "larger than it may be");
        bench.forum->release();
        QTRY_COMPARE(bench.step(), Step::Result);
        QVERIFY2(keep("result"), "larger than it may be");
        theTheme->setChoice(ThemeChoice::Light);
    }

private:
    Theme *theTheme;
};

int runLooksTest(int argc, char **argv, Theme *theme)
{
    GrantLooksTest test(theme);
    return QTest::qExec(&test, argc, argv);
}

#include "grant_looks_test.moc"
