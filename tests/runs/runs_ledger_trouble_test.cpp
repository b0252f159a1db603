// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/discourse_opener.h"
#include "runs_bench.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QDirIterator>
#include <QProcess>
#include <QScopeGuard>
#include <QSqlQuery>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::await;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Another program at the same file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        m_db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other program"_s);
        m_db.setDatabaseName(path);
        if (!m_db.open())
            qFatal("%s cannot be opened", qPrintable(path));
    }
    ~OtherProgram()
    {
        m_db = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"other program"_s);
    }
    bool does(const QString &sql) const { return QSqlQuery(m_db).exec(sql); }
    QString asks(const QString &sql) const
    {
        QSqlQuery query(m_db);
        return query.exec(sql) && query.next() ? query.value(0).toString() : QString();
    }

private:
    QSqlDatabase m_db;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What may befall the ledger's file, and what it must never hold.
class RunsLedgerTroubleTest : public QObject
{
    Q_OBJECT

    /// A run that finds no room in its middle, pauses, and is done when there is room again.
    static void carryOutWithoutRoom(const std::function<void()> &tighten, const std::function<void()> &loosen, const QString &sentence, bool restart)
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(200));
        bench.fake->latency = 20ms;
        Run *run = bench.begin(plan);
        const int id = run->id();
        QVERIFY(bench.wind([&] { return run->counts().over() >= 5; }));
        tighten();
        const auto room = qScopeGuard(loosen);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QVERIFY2(run->pauseReason().startsWith(sentence), qPrintable(run->pauseReason()));
        QCOMPARE(run->pauseError()->kind, ErrorKind::Storage);
        bench.wind([] { return false; }, 1min);
        // Nothing left that is not on disk.
        const int asked = bench.fake->count(u"grant"_s);
        int attempts = 0;
        const QList<StepRecord> written = *bench.ledger->steps(id);
        for (const StepRecord &step : written)
            attempts += step.attempts;
        QCOMPARE(attempts, asked);
        QCOMPARE(bench.fake->given.size(), asked);
        run->resume(); // too early
        bench.wind([] { return false; }, 1min);
        QCOMPARE(run->state(), RunState::Paused);
        QCOMPARE(bench.fake->count(u"grant"_s), asked);
        if (restart)
            bench.stop(); // what ended is known in memory only
        loosen();
        if (restart) {
            bench.start();
            run = *bench.centre->resume(id, bench.fake);
        } else {
            run->resume();
        }
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QCOMPARE(bench.fake->given.size(), 200);
        for (int i = 0; i < 200; ++i)
            QCOMPARE(bench.fake->timesHeld(u"user%1"_s.arg(i), badge.id), 1);
        const RunSummary summary = *bench.ledger->run(id);
        QCOMPARE(summary.done, 200);
        QCOMPARE(summary.state, RunState::Done);
    }

private Q_SLOTS:
    void theFileMayNotGrow_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::newRow("the program stays") << false;
        QTest::newRow("the program ends") << true;
    }
    void theFileMayNotGrow()
    {
        QFETCH(bool, restart);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto old = std::signal(SIGXFSZ, SIG_IGN);
        const auto tighten = [&] {
            const rlimit tight{1, before.rlim_max}; // no file of this program may grow beyond its first byte
            setrlimit(RLIMIT_FSIZE, &tight);
        };
        const auto loosen = [&] { setrlimit(RLIMIT_FSIZE, &before); };
        carryOutWithoutRoom(tighten, loosen, u"The ledger cannot be written to its disk, and nothing is sent without it"_s, restart);
        std::signal(SIGXFSZ, old);
    }

    /// On a small disk of its own, where the system lets a test have one.
    void theDiskIsFull()
    {
        const QString disk = qEnvironmentVariable("SMALL_DISK");
        if (disk.isEmpty()) {
            QTemporaryDir folder;
            QProcess alone;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"SMALL_DISK"_s, folder.path());
            environment.insert(u"TMPDIR"_s, folder.path());
            alone.setProcessEnvironment(environment);
            alone.setProcessChannelMode(QProcess::MergedChannels);
            alone.start(u"unshare"_s, {u"-rm"_s, u"sh"_s, u"-c"_s, u"mount -t tmpfs -o size=16m none \"$SMALL_DISK\" || exit 99; exec \"$0\" theDiskIsFull"_s,
                                       QCoreApplication::applicationFilePath()});
            if (!alone.waitForStarted() || !alone.waitForFinished(60000))
                QSKIP("there is no unshare here");
            const QByteArray said = alone.readAll();
            if (!said.contains("Totals:"))
                QSKIP("no small disk may be made here");
            QVERIFY2(alone.exitCode() == 0, said.constData());
            return;
        }
        const QString filler = disk + u"/filler"_s;
        const auto tighten = [&] {
            QFile file(filler);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
            for (qint64 block = 4096; file.write(QByteArray(block, 'x')) == block;) { }
        };
        const auto loosen = [&] { QFile::remove(filler); };
        for (const bool restart : {false, true})
            carryOutWithoutRoom(tighten, loosen, u"The disk is full: the ledger cannot be written, and nothing is sent without it."_s, restart);
    }

    void anotherProgramHoldsTheFile()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const Plan plan = bench.grantPlan(badge, bench.people(20));
        bench.fake->latency = 20ms;
        Run *run = bench.begin(plan);
        QVERIFY(bench.wind([&] { return run->counts().over() >= 5; }));
        {
            const OtherProgram other(bench.ledger->path());
            QVERIFY(other.does(u"BEGIN EXCLUSIVE"_s));
            QVERIFY(bench.windUntil(run, RunState::Paused));
            QCOMPARE(run->pauseReason(), u"The ledger is in use by another program."_s);
            bench.wind([] { return false; }, 1min);
            QCOMPARE(bench.fake->given.size(), bench.fake->count(u"grant"_s));
            QVERIFY(bench.fake->given.size() < 20);
            QVERIFY(other.does(u"ROLLBACK"_s));
        }
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 20);
        QCOMPARE(bench.ledger->run(run->id())->done, 20);
    }

    void anotherProgramReadsWhileARunIsUnderWay()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->latency = 20ms;
        Run *run = bench.begin(bench.grantPlan(badge, bench.people(20)));
        const OtherProgram other(bench.ledger->path());
        QVERIFY(other.does(u"BEGIN"_s));
        QCOMPARE(other.asks(u"SELECT COUNT(*) FROM steps"_s), u"20"_s); // holds its view of it to the end
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(other.asks(u"SELECT COUNT(*) FROM steps WHERE state = 'done'"_s), u"0"_s);
        QVERIFY(other.does(u"COMMIT"_s));
        QCOMPARE(other.asks(u"SELECT COUNT(*) FROM steps WHERE state = 'done'"_s), u"20"_s);
    }

    void whoHasTheForumIsNamed()
    {
        Bench bench;
        auto second = *Ledger::open(bench.ledger->path());
        QVERIFY(second->lockForum(u"fake"_s));
        const Result<Done> refused = bench.ledger->lockForum(u"fake"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::RefusedHere);
        const QString who = u"Another Badgewright is at work on this forum: process %1, since "_s.arg(QCoreApplication::applicationPid());
        QVERIFY2(refused.error().detail.startsWith(who), qPrintable(refused.error().detail));
    }

    void aLockThatNobodyCameToWriteIsNoLock()
    {
        Bench bench;
        const QString path = QFileInfo(bench.ledger->path()).absolutePath() + u"/run-fake.lock"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!bench.ledger->lockForum(u"fake"_s)); // somebody may be writing it just now
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-2), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(bench.ledger->lockForum(u"fake"_s));
        auto second = *Ledger::open(bench.ledger->path());
        QVERIFY(!second->lockForum(u"fake"_s));
    }

    /// As the first version wrote it, with a run in its middle: two done, one under way that arrived, one that did not.
    void aLedgerOfTheFirstVersionGoesOn()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        const QStringList people = bench.people(6);
        const Plan plan = bench.grantPlan(badge, people);
        const QString path = bench.ledger->path();
        bench.stop();
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + end);
        QList<Grant> given;
        for (int i : {0, 1, 2})
            given.append(bench.fake->addGrant(badge.id, people.at(i), bench.clock.utcNow()));
        {
            const OtherProgram old(path);
            QVERIFY(old.does(u"CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, plan_id TEXT NOT NULL,"
                             " forum_id TEXT NOT NULL, forum_address TEXT NOT NULL, forum_kind TEXT NOT NULL, acting_user TEXT NOT NULL,"
                             " source TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', pace TEXT NOT NULL,"
                             " undo_of INTEGER NOT NULL DEFAULT 0, created_at TEXT NOT NULL, started_at TEXT, finished_at TEXT)"_s));
            QVERIFY(old.does(u"CREATE TABLE steps (run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE, position INTEGER NOT NULL,"
                             " row INTEGER NOT NULL, recipient TEXT NOT NULL, account TEXT NOT NULL, what TEXT NOT NULL, state TEXT NOT NULL,"
                             " words TEXT NOT NULL DEFAULT '', error TEXT NOT NULL DEFAULT '', server_id INTEGER NOT NULL DEFAULT 0, at TEXT,"
                             " attempts INTEGER NOT NULL DEFAULT 0, sent_at TEXT, count_before INTEGER, newest_before INTEGER NOT NULL DEFAULT 0,"
                             " token TEXT NOT NULL DEFAULT '', sent TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',"
                             " PRIMARY KEY (run_id, position)) WITHOUT ROWID"_s));
            QVERIFY(old.does(u"INSERT INTO runs (title, plan_id, forum_id, forum_address, forum_kind, acting_user, source, state, pace, created_at,"
                             " started_at) VALUES ('Grant Apex', 'a-plan', 'fake', 'forum.example', 'discourse', 'admin', 'fair.csv', 'running',"
                             " 'all', '2026-11-21T10:00:00.000Z', '2026-11-21T10:00:01.000Z')"_s));
            for (int i = 0; i < 6; ++i) {
                const auto &grant = std::get<GrantStep>(plan.steps.at(i).what);
                const QString what = u"{\"detail\":\"\",\"insisted\":false,\"recipient\":\"%2\",\"row\":1,\"type\":\"grant\",\"verdict\":\"ready\","
                                     "\"what\":{\"account\":{\"active\":true,\"avatar\":\"\",\"id\":%1,\"name\":\"\",\"username\":\"%2\"},"
                                     "\"badge\":\"Apex\",\"badgeId\":%3,\"multipleGrant\":true,\"newestSeenGrant\":0,\"reason\":\"\","
                                     "\"reasonTitle\":\"\"}}"_s.arg(grant.account.id).arg(grant.account.username).arg(badge.id);
                const QString state = i < 2 ? u"done"_s : i < 4 ? u"sending"_s : u"waiting"_s;
                QVERIFY(old.does(u"INSERT INTO steps (run_id, position, row, recipient, account, what, state, server_id, attempts, sent_at, count_before)"
                                 " VALUES (1, %1, %2, '%3', '%3 ', '%4', '%5', %6, %7, '%8', 0)"_s
                                     .arg(i).arg(i + 1).arg(people.at(i), what, state)
                                     .arg(i < 2 ? given.at(i).id : 0).arg(i < 4 ? 1 : 0).arg(i < 4 ? u"2026-11-21T10:00:02.000Z"_s : QString())));
            }
            QVERIFY(old.does(u"PRAGMA user_version=1"_s));
        }
        bench.start();
        const QList<RunSummary> interrupted = *bench.centre->interrupted();
        QCOMPARE(interrupted.size(), 1);
        QCOMPARE(interrupted.first().title, u"Grant Apex"_s);
        QCOMPARE(interrupted.first().road, Road::Single);
        const Result<Run *> resumed = bench.centre->resume(1, bench.fake);
        QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().detail));
        Run *run = *resumed;
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        for (const QString &name : people)
            QCOMPARE(bench.fake->timesHeld(name, badge.id), 1);
        QCOMPARE(run->steps().at(2).state, StepState::ReadBack);
        QCOMPARE(run->steps().at(2).serverId, given.at(2).id);
        QCOMPARE(run->steps().at(3).state, StepState::Done);
        const OtherProgram now(path);
        QVERIFY(now.asks(u"PRAGMA user_version"_s).toInt() >= 2);
    }

    /// The second version kept no pictures and no answers: its runs are undone by what was sent.
    void aLedgerOfTheSecondVersionGoesOn()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        PublishBadgeStep step;
        step.id = badge.id;
        step.before = badge;
        step.fields.description = u"New"_s;
        Run *run = bench.begin(planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const QString path = bench.ledger->path();
        bench.stop();
        {
            const OtherProgram old(path);
            for (const QString &statement : {u"DROP INDEX steps_by_picture"_s, u"DROP TABLE pictures"_s, u"ALTER TABLE steps DROP COLUMN left_as"_s,
                                             u"ALTER TABLE steps DROP COLUMN kept_picture"_s, u"PRAGMA user_version=2"_s})
                QVERIFY2(old.does(statement), qPrintable(statement));
        }
        bench.start();
        QVERIFY(!bench.ledger->steps(1)->first().left);
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->changed.isEmpty());
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.fake->catalogue.find(badge.id)->description, badge.description);
        QVERIFY(bench.ledger->steps(2)->first().left);
        bench.fake->catalogue.badges.last().description = u"Theirs"_s;
        QVERIFY(bench.ledger->removeRun(2)); // so that the first can be undone again
        QCOMPARE(bench.undoNow(1)->changed.size(), 1);
    }

    void whatCannotBeReadIsLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no ledger") << QByteArray("This is a letter, not a ledger. ").repeated(500) << 0 << u"The ledger’s file is damaged."_s;
        QTest::newRow("cut off") << QByteArray() << 0 << u"The ledger’s file is damaged."_s;
        QTest::newRow("newer") << QByteArray() << 99 << u"The ledger was written by a newer version of Badgewright."_s;
    }
    void whatCannotBeReadIsLeftAsItIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, version);
        QFETCH(QString, sentence);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ledger.sqlite"_s);
        if (content.isEmpty()) {
            QVERIFY(Ledger::open(path));
            const OtherProgram other(path);
            QVERIFY(other.does(u"PRAGMA journal_mode=DELETE"_s));
            QVERIFY(version == 0 || other.does(u"PRAGMA user_version=%1"_s.arg(version)));
        } else {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
        }
        if (content.isEmpty() && version == 0) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.seek(100) && file.write(QByteArray(3000, '\xff')) == 3000); // the list of its tables
        }
        const QByteArray before = bytesOf(path);
        const auto opened = Ledger::open(path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QCOMPARE(opened.error().detail, sentence);
        QCOMPARE(bytesOf(path), before);
    }

    void theKeyIsInNoFileOfTheLedger()
    {
        auto sample = *sample::SampleForum::start({});
        const QByteArray key = sample->secret().toUtf8();
        QVERIFY(key.size() >= 32);
        Connection connection;
        connection.id = u"sample-forum"_s;
        connection.base = sample->url();
        connection.user = sample->user();
        SystemClock clock;
        QTemporaryDir folder;
        {
            auto ledger = *Ledger::open(folder.filePath(u"data/ledger.sqlite"_s));
            RunCentre centre(ledger.get(), &clock);
            const ForumPtr forum = *await(discourse::open(connection, Secret(key), centre.pacerFor(connection), this));
            BadgeFields fields;
            fields.name = u"Quiet"_s;
            fields.typeId = kBronze;
            const Badge badge = await(forum->badges()->create(fields))->badge;
            QList<Account> people = await(forum->people()->members(u"trust_level_0"_s))->accounts.mid(0, 6);
            people[5].username = u"nobody.of.that.name"_s; // one that fails, with the forum's words
            GrantInput input;
            input.forum = forum;
            input.badges = {badge};
            for (const Account &person : std::as_const(people))
                input.rows.append({int(input.rows.size()) + 1, person.username, person, {}, false, {}, {}});
            const Plan plan = *await(planGrants(input, &clock, this));
            sample->setFaults({{sample::FaultKind::CutAfter, 3}, {sample::FaultKind::ServerError, 5}});
            Run *run = *centre.start(plan, forum, Pace::All);
            QVERIFY(QTest::qWaitFor([&] { return run->state() == RunState::Done; }, 30000));
            QCOMPARE(run->counts().failed(), 1);
            // Now, and when everything is written back.
            for (const bool closed : {false, true}) {
                if (closed)
                    QVERIFY(ledger->exportJson(run->id())->contains("nobody.of.that.name") && !ledger->exportJson(run->id())->contains(key));
                QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
                int files = 0;
                while (all.hasNext()) {
                    const QString file = all.next();
                    QVERIFY2(!bytesOf(file).contains(key), qPrintable(file));
                    ++files;
                }
                QVERIFY(files >= 2);
            }
        }
        QVERIFY(bytesOf(folder.filePath(u"data/ledger.sqlite"_s)).contains("nobody.of.that.name"));
        QVERIFY(!bytesOf(folder.filePath(u"data/ledger.sqlite"_s)).contains(key));
    }
};

QTEST_GUILESS_MAIN(RunsLedgerTroubleTest)
#include "runs_ledger_trouble_test.moc"
