// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTest>

#include <csignal>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// A plan for thirty people, and everything that may come in between.
class AppRunTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;
    QString m_people;
    QString m_plan;
    QString m_run;

    QStringList planning(const QString &badge, const QStringList &options) const
    {
        return QStringList{u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, badge, u"--people"_s, m_people} + options;
    }
    static QStringList resuming(const QString &run)
    {
        return {u"apply"_s, u"--resume"_s, run, u"--yes"_s, u"--json"_s, u"--pace"_s, u"all"_s};
    }
    QString newestRun() const { return QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt()); }
    int grantCount(const QString &badge) const
    {
        return m_program.run(u"badge show %1 --on Gardeners --json"_s.arg(badge)).object().value("grant_count"_L1).toInt();
    }

    /// Reads on until the process has said it.
    static bool says(QProcess &process, const QByteArray &words)
    {
        QElapsedTimer waited;
        waited.start();
        for (QByteArray said; waited.elapsed() < 60000;) {
            said += process.readAllStandardError();
            if (said.contains(words))
                return true;
            if (process.state() == QProcess::NotRunning)
                break;
            process.waitForReadyRead(1000);
        }
        return false;
    }
    /// The steps that are over, line by line as progress was written.
    static QList<int> progressIn(const QByteArray &said)
    {
        static const QRegularExpression line(u"^(\\d+) of 30\\b"_s, QRegularExpression::MultilineOption);
        QList<int> done;
        for (auto it = line.globalMatch(QString::fromUtf8(said)); it.hasNext();)
            done << it.next().captured(1).toInt();
        return done;
    }
    /// Reads on until so many steps are over; which numbers are written is a matter of time.
    static bool reaches(QProcess &process, int steps)
    {
        QElapsedTimer waited;
        waited.start();
        for (QByteArray said; waited.elapsed() < 60000 && process.state() != QProcess::NotRunning; process.waitForReadyRead(1000)) {
            said += process.readAllStandardError();
            if (const QList<int> done = progressIn(said); !done.isEmpty() && done.last() >= steps)
                return true;
        }
        return false;
    }
    /// The positions of the steps that were sent and not answered, as the ledger has them.
    QList<int> underWay(const QString &run) const
    {
        QList<int> positions;
        const QJsonArray steps = m_program.run({u"ledger"_s, run, u"--json"_s}).object().value("steps"_L1).toArray();
        for (const QJsonValue &step : steps) {
            if (step["state"_L1].toString() == "sending"_L1)
                positions << step["position"_L1].toInt();
        }
        return positions;
    }
    static void send(qint64 process, int signal) { ::kill(pid_t(process), signal); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--facts"_s, m_program.path(u"facts.json"_s)}));
        QCOMPARE(m_program.connect(u"Gardeners"_s).status, 0);
        QCOMPARE(m_program.run(u"badge create Often --multiple-grant --icon award --on Gardeners --yes"_s).status, 0);
        QCOMPARE(m_program.run(u"badge create Once --icon award --on Gardeners --yes"_s).status, 0);
        QFile facts(m_program.path(u"facts.json"_s));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        const QJsonArray people = QJsonDocument::fromJson(facts.readAll()).object().value("people"_L1).toArray();
        QVERIFY(people.size() >= 30);
        QByteArray table = "username,note\n,nobody\n";
        for (int i = 0; i < 30; ++i)
            table += people.at(i).toString().toUtf8() + ",x\n";
        m_people = m_program.file(u"people.csv"_s, table);
        m_plan = m_program.path(u"plan.json"_s);
    }

    void aPlanSaysWhoIsMeant()
    {
        const Ended planned = m_program.run(planning(u"Often"_s, {u"--out"_s, m_plan}));
        QVERIFY2(planned.status == 0, planned.err.constData());
        QVERIFY2(planned.err.contains("Row 2 names nobody and was left out."), planned.err.constData());
        QVERIFY2(planned.err.contains("row 3, antonthistle -> antonthistle ("), planned.err.constData());
        QVERIFY2(planned.err.contains("and 20 more."), planned.err.constData());
        QCOMPARE(planned.err.count(" -> "), 10);
    }

    void anInterruptStopsAfterTheCurrentSteps()
    {
        const auto process = m_program.begin({u"apply"_s, m_plan, u"--yes"_s});
        QVERIFY(reaches(*process, 5));

        // Meanwhile nobody else may: the pace leaves half a minute for this.
        const QString other = m_program.path(u"other.json"_s);
        QCOMPARE(m_program.run(planning(u"Often"_s, {u"--out"_s, other})).status, 0);
        const Ended busy = m_program.run({u"apply"_s, other, u"--yes"_s});
        QCOMPARE(busy.status, 4);
        const QByteArray who = "Another Badgewright is at work on this forum: process " + QByteArray::number(process->processId()) + ", since ";
        QVERIFY2(busy.err.contains(who), busy.err.constData());

        send(process->processId(), SIGINT);
        QVERIFY(process->waitForFinished(30000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 4);
        const QJsonObject run = m_program.run(u"ledger --json"_s).array().first().toObject();
        QCOMPARE(run.value("state"_L1).toString(), u"stopped"_s);
        QVERIFY(run.value("done"_L1).toInt() < 30);
        m_run = QString::number(run.value("id"_L1).toInt());
    }

    void resumingDoesTheRestOnce()
    {
        QElapsedTimer taken;
        taken.start();
        const Ended resumed = m_program.run(resuming(m_run));
        QVERIFY2(resumed.status == 0, resumed.err.constData());
        QCOMPARE(resumed.object().value("state"_L1).toString(), u"done"_s);
        // In a log, a line every two seconds at most, and none twice.
        const QList<int> lines = progressIn(resumed.err);
        QVERIFY2(!lines.isEmpty() && lines.size() <= 1 + taken.elapsed() / 2000, resumed.err.constData());
        QCOMPARE(QSet<int>(lines.cbegin(), lines.cend()).size(), lines.size());
        QCOMPARE(grantCount(u"Often"_s), 30);
        const Ended planned = m_program.run(planning(u"Often"_s, {u"--out"_s, m_program.path(u"again.json"_s), u"--json"_s}));
        QCOMPARE(planned.status, 1);
        QCOMPARE(planned.object().value("verdicts"_L1)["already-holds"_L1].toInt(), 30);
    }

    void aSecondInterruptEndsAtOnce()
    {
        // A badge that is held once needs no look before each grant: what is under way is in the ledger at once.
        const QString plan = m_program.path(u"once.json"_s);
        QCOMPARE(m_program.run(planning(u"Once"_s, {u"--out"_s, plan})).status, 0);
        const auto process = m_program.begin({u"apply"_s, plan, u"--yes"_s});
        QVERIFY(says(*process, " of 30"));
        const QString run = newestRun();
        // A forum that does not answer any more keeps the steps that are under way from coming to their end.
        send(m_program.servingProcess(), SIGSTOP);
        const auto goOn = qScopeGuard([this] { send(m_program.servingProcess(), SIGCONT); });
        QList<int> before;
        QList<int> now;
        QTRY_VERIFY_WITH_TIMEOUT((before = now, now = underWay(run), !now.isEmpty() && now == before), 20000);
        send(process->processId(), SIGINT);
        QVERIFY(says(*process, "Stopping after the current steps"));
        send(process->processId(), SIGINT);
        QVERIFY(process->waitForFinished(20000));
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        send(m_program.servingProcess(), SIGCONT);
        QCOMPARE(m_program.run(resuming(run)).status, 0);
        QCOMPARE(grantCount(u"Once"_s), 30);
    }

    void aPlanIsCarriedOutOnce()
    {
        const Ended again = m_program.run({u"apply"_s, m_plan, u"--yes"_s});
        QCOMPARE(again.status, 2);
        QVERIFY2(again.err.contains("carried out as run " + m_run.toUtf8()), again.err.constData());
    }

    void whoInsistsPlansItAgain()
    {
        const Ended hint = m_program.run(planning(u"Often"_s, {u"--out"_s, m_program.path(u"again.json"_s)}));
        QVERIFY2(hint.err.contains("--again takes them too"), hint.err.constData());
        const QString plan = m_program.path(u"insisted.json"_s);
        const Ended planned = m_program.run(planning(u"Often"_s, {u"--again"_s, u"--out"_s, plan, u"--json"_s}));
        QCOMPARE(planned.status, 0);
        QCOMPARE(planned.object().value("wanted"_L1).toInt(), 30);
        QCOMPARE(m_program.run({u"apply"_s, plan, u"--yes"_s, u"--pace"_s, u"all"_s}).status, 0);
        QCOMPARE(grantCount(u"Often"_s), 60);
    }

    void aPlanWhoseBadgeWasChangedIsRefused()
    {
        const QString plan = m_program.path(u"old.json"_s);
        QCOMPARE(m_program.run(u"badge create Renamed --icon award --on Gardeners --yes"_s).status, 0);
        QCOMPARE(m_program.run(planning(u"Renamed"_s, {u"--out"_s, plan})).status, 0);
        QCOMPARE(m_program.run(u"badge update Renamed --name Other --on Gardeners --yes"_s).status, 0);
        const Ended refused = m_program.run({u"apply"_s, plan, u"--yes"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("The badge Renamed is called Other now. Make the plan again."), refused.err.constData());
        QCOMPARE(grantCount(u"Other"_s), 0);
    }

    void manyGoInOneBulkAward()
    {
        const QString plan = m_program.path(u"bulk.json"_s);
        QCOMPARE(m_program.run(u"badge create Together --icon award --on Gardeners --yes"_s).status, 0);
        QCOMPARE(m_program.run(planning(u"Together"_s, {u"--road"_s, u"sideways"_s})).status, 2);
        const Ended denied = m_program.run(planning(u"Together"_s, {u"--road"_s, u"bulk"_s, u"--reason"_s, u"/t/welcome/1"_s, u"--out"_s, plan}));
        QVERIFY2(denied.status == 2 || denied.err.contains("reason"), denied.err.constData());
        const Ended planned = m_program.run(planning(u"Together"_s, {u"--road"_s, u"bulk"_s, u"--out"_s, plan}));
        QCOMPARE(planned.status, 0);
        QVERIFY2(planned.err.contains("Given by the forum itself"), planned.err.constData());
        const Ended applied = m_program.run({u"apply"_s, plan, u"--yes"_s, u"--json"_s});
        QVERIFY2(applied.status == 0, applied.err.constData());
        QCOMPARE(applied.object().value("counts"_L1)["done"_L1].toInt(), 30);
        // What it gave is taken back one by one, by the ids that were read.
        QCOMPARE(m_program.run({u"undo"_s, newestRun(), u"--yes"_s, u"--pace"_s, u"all"_s}).status, 0);
        QCOMPARE(m_program.run(planning(u"Together"_s, {u"--json"_s, u"--out"_s, plan})).object().value("wanted"_L1).toInt(), 30);
    }

    void aForumThatIsAddedAgainHasItsRunsAgain()
    {
        QCOMPARE(m_program.run(u"connection remove Gardeners"_s).status, 0);
        QCOMPARE(m_program.connect(u"Gardeners"_s).status, 0);
        const QString plan = m_program.path(u"insisted.json"_s); // made before
        const Ended again = m_program.run({u"apply"_s, plan, u"--yes"_s});
        QCOMPARE(again.status, 2);
        QVERIFY2(again.err.contains("was carried out as run"), again.err.constData());
    }

    void aRunIsUndoneOnce()
    {
        QCOMPARE(m_program.run({u"undo"_s, m_run, u"--yes"_s, u"--pace"_s, u"all"_s}).status, 0);
        QCOMPARE(grantCount(u"Often"_s), 30);
        const Ended again = m_program.run({u"undo"_s, m_run, u"--yes"_s});
        QCOMPARE(again.status, 2);
        QVERIFY2(again.err.contains("is undone by run"), again.err.constData());
    }
};

QTEST_GUILESS_MAIN(AppRunTest)
#include "app_run_test.moc"
