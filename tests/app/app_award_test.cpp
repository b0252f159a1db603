// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// Awards on AnswerHub from the command line: for an action, and to a person.
class AppAwardTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;

    Ended plan(const QString &options) const
    {
        return m_program.run(u"plan award --on Answers --type 507 --out %1 %2"_s.arg(planFile(), options));
    }
    QString planFile() const { return m_program.path(u"award.json"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--kind"_s, u"answerhub"_s}));
        QCOMPARE(m_program.connect(u"Answers"_s).status, 0);
    }

    void anActionOrAPerson()
    {
        QCOMPARE(plan(u"--action 1125 --user ada.moss"_s).status, 2);
        QCOMPARE(plan(u"--again"_s).status, 2);
        QCOMPARE(plan(u"--action x"_s).status, 2);
    }

    void onlyThePersonThatIsNamed()
    {
        const Ended planned = plan(u"--user ada.mos"_s);
        QCOMPARE(planned.status, 1);
        QVERIFY2(planned.err.contains("no account \"ada.mos\""), planned.err.constData());
    }

    void toAPersonDirectly()
    {
        const Ended planned = plan(u"--user Ada.Moss"_s);
        QVERIFY2(planned.status == 0, planned.err.constData());
        QVERIFY2(planned.err.contains("-> ada.moss ("), planned.err.constData());
        const Ended applied = m_program.run({u"apply"_s, planFile(), u"--yes"_s, u"--json"_s});
        QVERIFY2(applied.status == 0, applied.err.constData());
    }

    void againOnlyWhenInsistedOn()
    {
        const Ended held = plan(u"--user 3"_s);
        QCOMPARE(held.status, 1);
        QVERIFY2(held.err.contains("--again takes them too"), held.err.constData());
        QCOMPARE(plan(u"--user 3 --anyway"_s).status, 1);
        const Ended insisted = plan(u"--user 3 --again"_s);
        QVERIFY2(insisted.status == 0, insisted.err.constData());
        QVERIFY2(insisted.err.contains("would get it again"), insisted.err.constData());
    }

    void withoutEffectOnlyWhenInsistedOn()
    {
        // The type is given once for each person, and this person has it.
        const Ended advised = plan(u"--action 1125"_s);
        QCOMPARE(advised.status, 1);
        QVERIFY2(advised.err.contains("--anyway takes them too"), advised.err.constData());
        QCOMPARE(plan(u"--action 1125 --again"_s).status, 1);
        QCOMPARE(plan(u"--action 1125 --anyway"_s).status, 0);
    }
};

QTEST_GUILESS_MAIN(AppAwardTest)
#include "app_award_test.moc"
