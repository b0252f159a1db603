// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// What a script sees when something is in the way: the disk, a forum that takes no changes, one that asks for pauses.
class AppTroubleTest : public QObject
{
    Q_OBJECT

    /// A forum with a badge, a connection to it, and thirty people in a file.
    struct Scene {
        test::Program program;
        QString people;
        QString plan;

        bool set(const QStringList &serving = {})
        {
            if (!program.serve(QStringList{u"--facts"_s, program.path(u"facts.json"_s)} + serving))
                return false;
            QFile facts(program.path(u"facts.json"_s));
            if (!facts.open(QIODevice::ReadOnly))
                return false;
            const QJsonArray known = QJsonDocument::fromJson(facts.readAll()).object().value("people"_L1).toArray();
            QByteArray table = "username\n";
            for (int i = 0; i < 30; ++i)
                table += known.at(i).toString().toUtf8() + '\n';
            people = program.file(u"people.csv"_s, table);
            plan = program.path(u"plan.json"_s);
            return program.connect(u"Gardeners"_s).status == 0
                && program.run(u"badge create Apex --icon award --on Gardeners --yes"_s).status == 0;
        }
        QStringList planning(const QStringList &options) const
        {
            return QStringList{u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Apex"_s, u"--people"_s, people} + options;
        }
        /// With standard output on a disk that is full.
        Ended onFullDisk(const QStringList &words) const
        {
            QProcess process;
            process.setProcessEnvironment(program.environment());
            process.setStandardOutputFile(u"/dev/full"_s);
            process.start(QStringLiteral(BADGEWRIGHT_PROGRAM), words);
            Ended ended;
            if (process.waitForFinished(60000))
                ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
            else
                process.kill();
            ended.err = process.readAllStandardError();
            return ended;
        }
    };

private Q_SLOTS:
    void whatCannotBeSaidIsNoSuccess()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("this system has no /dev/full");
        Scene scene;
        QVERIFY(scene.set());
        for (const QStringList &words : {QStringList{u"ledger"_s}, QStringList{u"ledger"_s, u"--json"_s}, QStringList{u"ledger"_s, u"1"_s, u"--csv"_s},
                                         QStringList{u"connection"_s, u"list"_s}, scene.planning({}),
                                         QStringList{u"badge"_s, u"list"_s, u"--on"_s, u"Gardeners"_s}}) {
            const Ended ended = scene.onFullDisk(words);
            QVERIFY2(ended.status == 1, qPrintable(words.join(u' ') + u": %1 "_s.arg(ended.status) + QString::fromUtf8(ended.err)));
            QVERIFY2(ended.err.contains("could not be written: No space left on device."), ended.err.constData());
        }
        // What is already a failure stays what it is.
        QCOMPARE(scene.onFullDisk({u"ledger"_s, u"--dance"_s}).status, 2);
    }

    void aRunThatPausesSaysHowFarItCame()
    {
        Scene scene;
        QVERIFY(scene.set({u"--fault"_s, u"read-only:13"_s, u"--fault"_s, u"slow:9"_s}));
        QCOMPARE(scene.program.run(scene.planning({u"--out"_s, scene.plan})).status, 0);
        Ended ended = scene.program.run({u"apply"_s, scene.plan, u"--yes"_s, u"--json"_s, u"--pace"_s, u"all"_s});
        QVERIFY2(ended.status == 4, ended.err.constData());
        QVERIFY2(ended.err.contains("takes no changes at present"), ended.err.constData());
        QVERIFY2(!ended.err.contains("Nothing was changed") && !ended.err.contains("Nothing was sent"), ended.err.constData());
        QCOMPARE(ended.object().value("state"_L1).toString(), u"paused"_s);
        QCOMPARE(ended.object().value("note"_L1).toString(), u"The forum takes no changes at present."_s);
        const auto count = [&](const char *state) { return ended.object().value("counts"_L1)[QLatin1String(state)].toInt(); };
        // The answers of what was under way are in, and the ledger has them.
        QCOMPARE(count("sending"), 0);
        QVERIFY(count("done") >= 5);
        QCOMPARE(count("done") + count("waiting"), 30);
        const QString run = QString::number(ended.object().value("run"_L1).toInt());
        QVERIFY2(ended.err.contains("apply --resume " + run.toUtf8()), ended.err.constData());
        const QJsonArray steps = scene.program.run({u"ledger"_s, run, u"--json"_s}).object().value("steps"_L1).toArray();
        QCOMPARE(std::count_if(steps.begin(), steps.end(), [](const QJsonValue &step) { return step["state"_L1] == "done"_L1; }), count("done"));
        for (int i = 0; i < 8 && ended.status == 4; ++i)
            ended = scene.program.run({u"apply"_s, u"--resume"_s, run, u"--yes"_s, u"--json"_s, u"--pace"_s, u"all"_s});
        QCOMPARE(ended.status, 0);
        QCOMPARE(scene.program.run(u"badge show Apex --on Gardeners --json"_s).object().value("grant_count"_L1).toInt(), 30);
    }

    void aPauseWhileReadingIsWaitedFor_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("the forum's") << u"limit-json:10"_s;
        QTest::newRow("the proxy's") << u"limit-html:11"_s;
    }
    void aPauseWhileReadingIsWaitedFor()
    {
        QFETCH(QString, fault);
        Scene scene;
        QVERIFY(scene.set({u"--fault"_s, fault}));
        // Whatever it strikes: opening, looking up people, the list of badges, or who holds what.
        const Ended planned = scene.program.run(scene.planning({u"--out"_s, scene.plan}));
        QVERIFY2(planned.status == 0, planned.err.constData());
        const Ended list = scene.program.run(u"badge list --on Gardeners"_s);
        QVERIFY2(list.status == 0, list.err.constData());
        const QByteArray pause = "The forum asked for a pause of 2 s at ";
        QVERIFY2(planned.err.contains(pause) || list.err.contains(pause), planned.err.constData());
    }
};

QTEST_GUILESS_MAIN(AppTroubleTest)
#include "app_trouble_test.moc"
