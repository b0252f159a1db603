// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "ui/kit/count_tiles.h"
#include "ui/pictures.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using Step = GrantFlow::Step;

namespace {

QString manyNames(const GrantBench &bench)
{
    QStringList names;
    for (int i = 0; i < 80; ++i)
        names << bench.forum->addAccount(u"guest%1"_s.arg(i), u"Guest %1"_s.arg(i)).username;
    return names.join(u'\n');
}

} // namespace

/// Many people without a reason: one bulk award, explained, and one by one where the person likes that better.
class GrantRoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyGoInOneBulkAward()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(manyNames(bench)));
        QVERIFY(bench.planned());
        QVERIFY(bench.says(u"One bulk award: they are many"_s));
        QVERIFY(bench.says(u"read back while the forum gives it"_s));
        QVERIFY(bench.button(u"One bulk award"_s)->isChecked());
        QVERIFY(!bench.button(u"Considerate"_s));
        QTRY_VERIFY(bench.dialog->findChild<CountTile *>()->isVisible());
        QCoreApplication::processEvents(); // its layout comes to rest
        keepPicture(bench.dialog.get(), u"grant-review-bulk"_s);

        bench.ask.nextYes = true;
        QVERIFY(bench.press(u"Grant Apex to 80 people"_s));
        QVERIFY(bench.ask.confirmed.constFirst().consequence.contains(u"Given by the forum itself"_s));
        QTRY_VERIFY(bench.flow()->run());
        QTRY_VERIFY(bench.says(u"One bulk award · about"_s));
        QTRY_VERIFY(bench.flow()->run()->counts()[runs::StepState::Sending] == 80);
        keepPicture(bench.dialog.get(), u"grant-run-bulk"_s);
        QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Result, 15000);
        QCOMPARE(bench.forum->count(u"bulk-award"_s), 1);
        QCOMPARE(bench.forum->count(u"grant "_s), 0);
        QCOMPARE(bench.forum->timesHeld(u"guest79"_s, bench.apex.id), 1);
    }

    void oneByOneIsAChoice()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(manyNames(bench)));
        QVERIFY(bench.planned());
        QVERIFY(bench.press(u"One by one"_s));
        QCOMPARE(bench.plan().road, runs::Road::Single);
        QVERIFY(bench.says(u"Given by admin, each by itself"_s));
        QVERIFY(bench.button(u"Considerate"_s));
        // The choice holds for the plans made after it.
        QVERIFY(bench.press(u"Back"_s));
        QVERIFY(bench.review());
        QCOMPARE(bench.plan().road, runs::Road::Single);
        QVERIFY(bench.press(u"One bulk award"_s));
        QCOMPARE(bench.plan().road, runs::Road::Bulk);
    }

    void aReasonTakesTheChoiceAway()
    {
        GrantBench bench;
        bench.open({bench.apex});
        bench.named<QLineEdit>(u"Reason for all"_s)->setText(bench.fair);
        QVERIFY(bench.match(manyNames(bench)));
        QVERIFY(bench.planned());
        QVERIFY(!bench.button(u"One bulk award"_s));
        QVERIFY(bench.says(u"Single grants, because a reason is given for all."_s));
    }
};

int runRoadTest(int argc, char **argv)
{
    GrantRoadTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_road_test.moc"
