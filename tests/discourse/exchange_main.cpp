// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace badgewright::discourse_cases;
    QCoreApplication app(argc, argv);
    SiteCases site;
    BadgeCases badges;
    GrantCases grants;
    PeopleCases people;
    ScoreCases scores;
    int failed = 0;
    for (QObject *cases : std::initializer_list<QObject *>{&site, &badges, &grants, &people, &scores})
        failed += QTest::qExec(cases, argc, argv);
    return failed;
}
