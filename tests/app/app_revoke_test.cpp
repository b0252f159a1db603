// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// Grants taken back from a list, a badge deleted with its holders saved first, and a badge that an undo deletes.
class AppRevokeTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;
    QStringList m_people;
    QString m_list;

    int grantCount(const QString &badge) const
    {
        return m_program.run(u"badge show %1 --on Gardeners --json"_s.arg(badge)).object().value("grant_count"_L1).toInt(-1);
    }
    QString newestRun() const { return QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt()); }
    Ended apply(const QString &plan) const { return m_program.run({u"apply"_s, plan, u"--yes"_s, u"--pace"_s, u"all"_s}); }
    QStringList revoking(const QStringList &options) const
    {
        return QStringList{u"plan"_s, u"revoke"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Apex"_s, u"--out"_s, m_program.path(u"revoke.json"_s)} + options;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--facts"_s, m_program.path(u"facts.json"_s)}));
        QCOMPARE(m_program.connect(u"Gardeners"_s).status, 0);
        QCOMPARE(m_program.run(u"badge create Apex --show-posts --icon award --on Gardeners --yes"_s).status, 0);
        QFile facts(m_program.path(u"facts.json"_s));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        const QJsonArray people = QJsonDocument::fromJson(facts.readAll()).object().value("people"_L1).toArray();
        for (int i = 0; i < 6; ++i)
            m_people << people.at(i).toString();
        m_list = m_program.file(u"people.txt"_s, m_people.mid(0, 5).join(u'\n').toUtf8());
        const QString plan = m_program.path(u"grant.json"_s);
        QCOMPARE(m_program.run({u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Apex"_s, u"--people"_s, m_list, u"--out"_s, plan}).status, 0);
        QCOMPARE(apply(plan).status, 0);
        QCOMPARE(grantCount(u"Apex"_s), 5);
    }

    void aRunThatMadeABadgeIsNotUndoneWhileItIsHeld()
    {
        // The first run made Apex, and another one has given it since.
        const Ended undone = m_program.run(u"undo 1 --yes --json"_s);
        QCOMPARE(undone.status, 1);
        QVERIFY2(undone.err.contains("only while nobody else holds it"), undone.err.constData());
        QCOMPARE(grantCount(u"Apex"_s), 5);
    }

    void grantsAreRevokedFromAList()
    {
        const QString list = m_program.file(u"away.txt"_s, (m_people.at(0) + u'\n' + m_people.at(1) + u'\n' + m_people.at(0) + u'\n' + m_people.at(5) + u"\nnobody_of_that_name\n"_s).toUtf8());
        const Ended planned = m_program.run(revoking({u"--people"_s, list, u"--json"_s}));
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonObject verdicts = planned.object().value("verdicts"_L1).toObject();
        QCOMPARE(verdicts.value("ready"_L1).toInt(), 2);
        QCOMPARE(verdicts.value("duplicate-row"_L1).toInt(), 1);
        QCOMPARE(verdicts.value("not-held"_L1).toInt(), 1);
        QCOMPARE(verdicts.value("no-such-account"_L1).toInt(), 1);
        QCOMPARE(grantCount(u"Apex"_s), 5); // nothing was changed yet
        QCOMPARE(apply(m_program.path(u"revoke.json"_s)).status, 0);
        QCOMPARE(grantCount(u"Apex"_s), 3);
        const Ended undone = m_program.run({u"undo"_s, newestRun(), u"--yes"_s, u"--pace"_s, u"all"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        QVERIFY2(undone.err.contains("today’s date"), undone.err.constData());
        QCOMPARE(grantCount(u"Apex"_s), 5);
    }

    void whoIsMeantMustBeSaid()
    {
        QCOMPARE(m_program.run(revoking({})).status, 2);
        QCOMPARE(m_program.run(revoking({u"--all-holders"_s, u"--people"_s, m_list})).status, 2);
        QCOMPARE(m_program.run(revoking({u"--badge"_s, u"Second"_s, u"--all-holders"_s})).status, 2);
    }

    void aBadgeIsRemovedAndItsHoldersAreSaved()
    {
        const QString table = m_program.path(u"holders.csv"_s);
        const Ended asked = m_program.run(u"badge remove Apex --on Gardeners"_s);
        QCOMPARE(asked.status, 2); // no terminal to ask at
        QVERIFY2(asked.err.contains("5 grant"), asked.err.constData());
        QVERIFY2(asked.err.contains("cannot be undone"), asked.err.constData());
        QVERIFY2(asked.err.contains("--save-holders"), asked.err.constData());
        // What cannot be saved is not deleted.
        QCOMPARE(m_program.run({u"badge"_s, u"remove"_s, u"Apex"_s, u"--on"_s, u"Gardeners"_s, u"--yes"_s, u"--save-holders"_s, m_program.path(u"no/where.csv"_s)}).status, 1);
        QCOMPARE(grantCount(u"Apex"_s), 5);
        const Ended removed = m_program.run({u"badge"_s, u"remove"_s, u"Apex"_s, u"--on"_s, u"Gardeners"_s, u"--yes"_s, u"--save-holders"_s, table});
        QVERIFY2(removed.status == 0, removed.err.constData());
        QCOMPARE(m_program.run(u"badge show Apex --on Gardeners"_s).status, 1);
        QVERIFY(m_program.run({u"undo"_s, newestRun(), u"--yes"_s}).err.contains("does not come back"));

        // The table gives the badge to the same people again.
        QCOMPARE(m_program.run(u"badge create Apex --icon award --on Gardeners --yes"_s).status, 0);
        const QString plan = m_program.path(u"again.json"_s);
        QCOMPARE(m_program.run({u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Apex"_s, u"--people"_s, table, u"--out"_s, plan}).status, 0);
        QCOMPARE(apply(plan).status, 0);
        QCOMPARE(grantCount(u"Apex"_s), 5);
    }

    void everybodyLosesIt()
    {
        const Ended planned = m_program.run(revoking({u"--all-holders"_s, u"--json"_s}));
        QVERIFY2(planned.status == 0, planned.err.constData());
        QCOMPARE(planned.object().value("wanted"_L1).toInt(), 5);
        QCOMPARE(apply(m_program.path(u"revoke.json"_s)).status, 0);
        QCOMPARE(grantCount(u"Apex"_s), 0);
        QCOMPARE(m_program.run(revoking({u"--all-holders"_s})).status, 1); // nobody is left
    }

    void whatBelongsToTheForumStays()
    {
        const Ended refused = m_program.run(u"badge remove 1 --on Gardeners --yes"_s);
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.contains("belongs to the forum"), refused.err.constData());
    }
};

QTEST_GUILESS_MAIN(AppRevokeTest)
#include "app_revoke_test.moc"
