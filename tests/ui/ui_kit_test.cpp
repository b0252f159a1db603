// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"
#include "support/accessibility_walk.h"
#include "ui/kit/dialog_ask_user.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

class UiKitTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("BADGEWRIGHT_THEME");
        m_theme = std::make_unique<Theme>(*qApp, ThemeChoice::Light);
    }

    void themeChangesWhileRunning()
    {
        test::Gallery gallery;
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        QCOMPARE(tokens(&gallery).dark, false);
        test::keepPicture(&gallery, u"kit-light"_s);
        const QColor light = gallery.grab().toImage().pixelColor(4, 400);
        m_theme->setChoice(ThemeChoice::Dark);
        QTRY_COMPARE(tokens(&gallery).dark, true);
        const QColor dark = gallery.grab().toImage().pixelColor(4, 400);
        QCOMPARE(light, lightTokens().panel);
        QCOMPARE(dark, darkTokens().panel);
        test::keepPicture(&gallery, u"kit-dark"_s);
        m_theme->setChoice(ThemeChoice::Light);
    }

    void everyControlHasAName()
    {
        test::Gallery gallery;
        gallery.show();
        QCOMPARE(test::unnamedControls(&gallery), QStringList());
    }
};

QTEST_MAIN(UiKitTest)
#include "ui_kit_test.moc"
