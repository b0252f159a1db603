// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace badgewright::discourse_cases;
    QCoreApplication app(argc, argv);
    PartCases parts;
    SampleCases sample;
    KeyCases keys;
    SocketCases sockets;
    SocketPeopleCases people;
    int failed = 0;
    for (QObject *cases : std::initializer_list<QObject *>{&parts, &sample, &keys, &sockets, &people})
        failed += QTest::qExec(cases, argc, argv);
    return failed;
}
