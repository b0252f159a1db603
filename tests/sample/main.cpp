// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    using namespace badgewright::sample_cases;
    QCoreApplication app(argc, argv);
    RouteCases routes;
    UploadCases uploads;
    FaultCases faults;
    StateCases state;
    LimitCases limits;
    int failed = 0;
    for (QObject *each : {static_cast<QObject *>(&routes), static_cast<QObject *>(&uploads), static_cast<QObject *>(&faults), static_cast<QObject *>(&state), static_cast<QObject *>(&limits)})
        failed += QTest::qExec(each, argc, argv);
    return failed;
}
