// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <QApplication>

using namespace badgewright::ui;

int runSourceTest(int argc, char **argv);
int runDecisionsTest(int argc, char **argv);
int runClosingTest(int argc, char **argv);
int runWayTest(int argc, char **argv);
int runRoadTest(int argc, char **argv);
int runReasonTest(int argc, char **argv);
int runRevokingTest(int argc, char **argv, Theme *theme);
int runSourcesTest(int argc, char **argv);
int runPeopleTest(int argc, char **argv, Theme *theme);
int runLooksTest(int argc, char **argv, Theme *theme);

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application, ThemeChoice::Light);
    return runSourceTest(argc, argv) + runDecisionsTest(argc, argv) + runClosingTest(argc, argv)
        + runWayTest(argc, argv) + runRoadTest(argc, argv) + runReasonTest(argc, argv) + runRevokingTest(argc, argv, &theme)
        + runSourcesTest(argc, argv) + runPeopleTest(argc, argv, &theme) + runLooksTest(argc, argv, &theme);
}
