// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/theme.h"

#include <QApplication>

int runKeeperTest(int argc, char **argv);
int runDraftsTest(int argc, char **argv);
int runUndoTest(int argc, char **argv);
int runGroupingsTest(int argc, char **argv);
int runManyTest(int argc, char **argv);
int runDuplicatesTest(int argc, char **argv);
int runFilterTest(int argc, char **argv);
int runBulkFaceTest(int argc, char **argv);

// What is not published yet: kept, undone, one badge or many at once.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const badgewright::ui::Theme theme(application, badgewright::ui::ThemeChoice::Light);
    return runKeeperTest(argc, argv) + runDraftsTest(argc, argv) + runUndoTest(argc, argv) + runGroupingsTest(argc, argv)
        + runManyTest(argc, argv) + runDuplicatesTest(argc, argv) + runFilterTest(argc, argv) + runBulkFaceTest(argc, argv);
}
