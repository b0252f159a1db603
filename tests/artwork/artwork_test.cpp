// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include <QGuiApplication>
#include <QtTest>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    PictureCases pictures;
    PreviewCases preview;
    MeasuredCases measured;
    TruthCases truth;
    SetCases sets;
    LooseCases loose;
    DesignCases designs;
    PictureEditCases edits;
    IconCases icons;
    PictureStoreCases kept;
    return QTest::qExec(&pictures, argc, argv) | QTest::qExec(&preview, argc, argv) | QTest::qExec(&sets, argc, argv) | QTest::qExec(&loose, argc, argv)
        | QTest::qExec(&designs, argc, argv) | QTest::qExec(&edits, argc, argv) | QTest::qExec(&icons, argc, argv)
        | QTest::qExec(&measured, argc, argv) | QTest::qExec(&truth, argc, argv) | QTest::qExec(&kept, argc, argv);
}
