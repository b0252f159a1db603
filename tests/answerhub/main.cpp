// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "giving_cases.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace badgewright::answerhub_cases;
    QCoreApplication app(argc, argv);
    GivingCases giving;
    ReadingCases reading;
    OpeningCases opening;
    return QTest::qExec(&giving, argc, argv) + QTest::qExec(&reading, argc, argv) + QTest::qExec(&opening, argc, argv);
}
