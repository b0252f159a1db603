// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages_bench.h"

#include <QApplication>

int runAwardsTest(int argc, char **argv);
int runGrantsTest(int argc, char **argv);
int runLedgerBadgesTest(int argc, char **argv);
int runLedgerPlansTest(int argc, char **argv);
int runLedgerTest(int argc, char **argv);
int runModelsTest(int argc, char **argv);
int runOfflinePagesTest(int argc, char **argv);
int runPersonFieldTest(int argc, char **argv);
int runScoresTest(int argc, char **argv);

static badgewright::ui::Theme *theTheme = nullptr;

badgewright::ui::Theme *badgewright::test::theme()
{
    return theTheme;
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    badgewright::ui::Theme theme(application, badgewright::ui::ThemeChoice::Light);
    theTheme = &theme;
    return runModelsTest(argc, argv) + runPersonFieldTest(argc, argv) + runGrantsTest(argc, argv)
        + runAwardsTest(argc, argv) + runScoresTest(argc, argv)
        + runLedgerTest(argc, argv) + runLedgerBadgesTest(argc, argv) + runLedgerPlansTest(argc, argv) + runOfflinePagesTest(argc, argv);
}
