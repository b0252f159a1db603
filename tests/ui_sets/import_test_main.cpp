// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <QApplication>

using badgewright::ui::Theme;
using badgewright::ui::ThemeChoice;

int runUnfinishedImportTest(int argc, char **argv, Theme *theme);
int runImportDesignsTest(int argc, char **argv);
int runKeptImportTest(int argc, char **argv);
int runImportUndoTest(int argc, char **argv);
int runImportFindingsTest(int argc, char **argv, Theme *theme);
int runImportRunTest(int argc, char **argv);

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app, ThemeChoice::Light);
    return runUnfinishedImportTest(argc, argv, &theme) + runImportDesignsTest(argc, argv) + runKeptImportTest(argc, argv) + runImportUndoTest(argc, argv)
        + runImportFindingsTest(argc, argv, &theme) + runImportRunTest(argc, argv);
}
