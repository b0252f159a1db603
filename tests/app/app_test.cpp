// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ended {
    int status = -1;
    QByteArray out;
    QByteArray err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

} // namespace

/// Runs the program as a person or a script would, and looks at what the forum then holds.
class AppTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    QProcess m_sample;
    QString m_url;
    QByteArray m_secret;

    QProcessEnvironment environment(const QString &home) const
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        env.insert(QStringLiteral("BADGEWRIGHT_HOME"), home);
        env.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        // No keychain here: the commands must cope, and the secret comes by the environment.
        env.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        env.insert(QStringLiteral("BADGEWRIGHT_SECRET"), QString::fromUtf8(m_secret));
        return env;
    }

    Ended run(const QStringList &arguments, const QByteArray &input = {}, const QString &home = {}, int seconds = 60) const
    {
        QProcess process;
        process.setProcessEnvironment(environment(home.isEmpty() ? m_home.path() : home));
        process.start(QStringLiteral(BADGEWRIGHT_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        Ended ended;
        if (!process.waitForFinished(seconds * 1000)) {
            process.kill();
            process.waitForFinished();
        } else {
            ended.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        }
        ended.out = process.readAllStandardOutput();
        ended.err = process.readAllStandardError();
        return ended;
    }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_home.filePath(name);
        QFile out(path);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        m_sample.setProcessEnvironment(environment(m_home.path()));
        m_sample.start(QStringLiteral(BADGEWRIGHT_PROGRAM), {QStringLiteral("sample"), QStringLiteral("--port"), QStringLiteral("0")});
        QVERIFY(m_sample.waitForReadyRead(30000));
        const QJsonObject line = QJsonDocument::fromJson(m_sample.readLine()).object();
        m_url = line.value(QStringLiteral("url")).toString();
        m_secret = line.value(QStringLiteral("secret")).toString().toUtf8();
        QVERIFY(m_url.startsWith(QLatin1String("http://127.0.0.1:")));
        QCOMPARE(line.value(QStringLiteral("user")).toString(), QStringLiteral("system"));
    }

    void cleanupTestCase()
    {
        m_sample.terminate();
        QVERIFY(m_sample.waitForFinished(10000));
    }

    void wrongUsageEndsWithTwo()
    {
        QCOMPARE(run({QStringLiteral("dance")}).status, 2);
        QCOMPARE(run({QStringLiteral("badge"), QStringLiteral("list")}).status, 2);
        QCOMPARE(run({QStringLiteral("apply"), QStringLiteral("/no/such/plan")}).status, 2);
        QCOMPARE(run({QStringLiteral("ledger"), QStringLiteral("--help")}).status, 0);
        QCOMPARE(run({QStringLiteral("--help")}).status, 0);
    }

    void aConnectionIsAddedCheckedAndListed()
    {
        const Ended added = run({QStringLiteral("connection"), QStringLiteral("add"), QStringLiteral("Gardeners"), m_url,
                                 QStringLiteral("--user"), QStringLiteral("system"), QStringLiteral("--secret-stdin")},
                                m_secret + '\n');
        QVERIFY2(added.status == 0, added.err.constData());
        const Ended list = run({QStringLiteral("connection"), QStringLiteral("list"), QStringLiteral("--json")});
        QCOMPARE(list.json().array().size(), 1);
        QCOMPARE(list.json().array().first().toObject().value(QStringLiteral("url")).toString(), m_url);
        const Ended checked = run({QStringLiteral("connection"), QStringLiteral("check"), QStringLiteral("Gardeners"), QStringLiteral("--json")});
        QVERIFY2(checked.status == 0, checked.err.constData());
        // Wherever the key might have gone: it is in no file and in no output.
        QVERIFY(!list.out.contains(m_secret) && !added.out.contains(m_secret) && !added.err.contains(m_secret));
        QDir home(m_home.path());
        const auto entries = home.entryInfoList(QDir::Files | QDir::NoDotAndDotDot);
        for (const QFileInfo &entry : entries) {
            QFile content(entry.filePath());
            QVERIFY(content.open(QIODevice::ReadOnly));
            QVERIFY2(!content.readAll().contains(m_secret), qPrintable(entry.fileName()));
        }
    }

    void aWrongKeyEndsWithThree()
    {
        const Ended refused = run({QStringLiteral("connection"), QStringLiteral("add"), QStringLiteral("Wrong"), m_url,
                                   QStringLiteral("--user"), QStringLiteral("system"), QStringLiteral("--secret-stdin")},
                                  QByteArray(64, '0') + '\n');
        QCOMPARE(refused.status, 3);
        QVERIFY(!refused.err.isEmpty());
    }

    void aBadgeIsMadePlannedAppliedAndUndone()
    {
        const Ended made = run({QStringLiteral("badge"), QStringLiteral("create"), QStringLiteral("Hedge Master"), QStringLiteral("--icon"),
                                QStringLiteral("award"), QStringLiteral("--type"), QStringLiteral("gold"), QStringLiteral("--on"),
                                QStringLiteral("Gardeners"), QStringLiteral("--yes"), QStringLiteral("--json")});
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY(made.json().object().value(QStringLiteral("id")).toInt() >= 100);

        const QString people = file(QStringLiteral("people.csv"), "username\nada.moss\nbobby\nnobody.of.that.name\nbobby\n");
        const QString plan = m_home.filePath(QStringLiteral("plan.json"));
        const Ended planned = run({QStringLiteral("plan"), QStringLiteral("grant"), QStringLiteral("--on"), QStringLiteral("Gardeners"),
                                   QStringLiteral("--badge"), QStringLiteral("Hedge Master"), QStringLiteral("--people"), people,
                                   QStringLiteral("--out"), plan, QStringLiteral("--json")});
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonObject verdicts = planned.json().object().value(QStringLiteral("verdicts")).toObject();
        QCOMPARE(verdicts.value(QStringLiteral("ready")).toInt(), 2);
        QCOMPARE(verdicts.value(QStringLiteral("no-such-account")).toInt(), 1);
        QCOMPARE(verdicts.value(QStringLiteral("duplicate-row")).toInt(), 1);

        // Without a terminal and without --yes nothing may be sent.
        QCOMPARE(run({QStringLiteral("apply"), plan}).status, 2);
        const Ended applied = run({QStringLiteral("apply"), plan, QStringLiteral("--yes"), QStringLiteral("--json"), QStringLiteral("--pace"), QStringLiteral("all")});
        QVERIFY2(applied.status == 0, applied.err.constData());
        QCOMPARE(applied.json().object().value(QStringLiteral("counts")).toObject().value(QStringLiteral("done")).toInt(), 2);

        const QJsonArray ledger = run({QStringLiteral("ledger"), QStringLiteral("--json")}).json().array();
        QCOMPARE(ledger.size(), 2);
        const int runId = ledger.first().toObject().value(QStringLiteral("id")).toInt();
        QVERIFY(run({QStringLiteral("ledger"), QString::number(runId), QStringLiteral("--csv")}).out.contains("ada.moss"));

        const Ended undone = run({QStringLiteral("undo"), QString::number(runId), QStringLiteral("--yes"), QStringLiteral("--json")});
        QVERIFY2(undone.status == 0, undone.err.constData());
        const Ended again = run({QStringLiteral("plan"), QStringLiteral("grant"), QStringLiteral("--on"), QStringLiteral("Gardeners"),
                                 QStringLiteral("--badge"), QStringLiteral("Hedge Master"), QStringLiteral("--people"), people,
                                 QStringLiteral("--out"), plan, QStringLiteral("--json")});
        QCOMPARE(again.json().object().value(QStringLiteral("verdicts")).toObject().value(QStringLiteral("ready")).toInt(), 2);
    }

    void pointsThatAreNoNumbersAreRefusedBeforeAnythingIsSent()
    {
        const QString people = file(QStringLiteral("points.csv"), "username,points,description\nada.moss,25,helped\nbobby,12abc,helped\nada.moss,3000000000,helped\n");
        const QString plan = m_home.filePath(QStringLiteral("points.json"));
        const Ended planned = run({QStringLiteral("plan"), QStringLiteral("points"), QStringLiteral("--on"), QStringLiteral("Gardeners"),
                                   QStringLiteral("--people"), people, QStringLiteral("--out"), plan, QStringLiteral("--json")});
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonObject verdicts = planned.json().object().value(QStringLiteral("verdicts")).toObject();
        QCOMPARE(verdicts.value(QStringLiteral("ready")).toInt(), 1);
        QCOMPARE(verdicts.value(QStringLiteral("invalid-value")).toInt(), 2);
    }

    void theTourDoesTheMainJob()
    {
        const QTemporaryDir home;
        const QString pictures = home.filePath(QStringLiteral("pictures"));
        const Ended tour = run({QStringLiteral("--tour"), pictures}, {}, home.path(), 420);
        QVERIFY2(tour.status == 0, (tour.out.right(2000) + tour.err.right(2000)).constData());
        QVERIFY(QDir(pictures).entryList({QStringLiteral("*.png")}).size() >= 10);

        // What the sample forum holds now, asked by the command line.
        const Ended badge = run({QStringLiteral("badge"), QStringLiteral("show"), QStringLiteral("Orchard Keeper"), QStringLiteral("--on"),
                                 QStringLiteral("sample"), QStringLiteral("--json")}, {}, home.path());
        QVERIFY2(badge.status == 0, badge.err.constData());
        QVERIFY(!badge.json().object().value(QStringLiteral("image_url")).toString().isEmpty());
        QCOMPARE(badge.json().object().value(QStringLiteral("grant_count")).toInt(), 2);
        const QJsonArray ledger = run({QStringLiteral("ledger"), QStringLiteral("--json")}, {}, home.path()).json().array();
        QVERIFY(ledger.size() >= 4);
        for (const QJsonValue &entry : ledger) {
            QCOMPARE(entry.toObject().value(QStringLiteral("state")).toString(), QStringLiteral("done"));
            QCOMPARE(entry.toObject().value(QStringLiteral("failed")).toInt(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(AppTest)
#include "app_test.moc"
