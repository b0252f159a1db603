// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/badge_changes.h"
#include "runs/ledger.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using namespace Qt::StringLiterals;

class RunsLedgerTest : public QObject
{
    Q_OBJECT

    static Plan plan(int people = 3)
    {
        Connection connection;
        connection.id = u"fake"_s;
        connection.base = QUrl(u"https://forum.example"_s);
        Plan plan = Plan::empty(connection, u"admin"_s, u"Grant Apex"_s, QDateTime::currentDateTimeUtc());
        plan.source = u"fair.csv"_s;
        for (int i = 0; i < people; ++i) {
            GrantStep grant;
            grant.badgeId = 101;
            grant.badgeName = u"Apex"_s;
            grant.account.id = 10 + i;
            grant.account.username = u"user%1"_s.arg(i);
            Step step;
            step.row = i + 2;
            step.recipient = u"user%1@mail.example"_s.arg(i);
            step.what = grant;
            plan.steps.append(step);
        }
        return plan;
    }

    QString path() const { return m_folder->filePath(u"sub/ledger.sqlite"_s); }
    std::unique_ptr<Ledger> open() const
    {
        auto ledger = Ledger::open(path());
        if (!ledger)
            qWarning("%s", qPrintable(ledger.error().detail));
        return ledger ? *std::move(ledger) : nullptr;
    }

    /// SQL straight into the file, as another program would.
    void tamper(const QStringList &statements) const
    {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            for (const QString &statement : statements)
                QVERIFY(QSqlQuery(db).exec(statement));
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsARunOverARestart()
    {
        int id = 0;
        {
            auto ledger = open();
            Plan made = plan();
            made.steps[1].verdict = Verdict::AlreadyHolds; // not wanted: not in the run
            const Result<int> created = ledger->createRun(made, Pace::All);
            QVERIFY(created);
            id = *created;
            QVERIFY(ledger->setRunState(id, RunState::Running, {}, QDateTime::currentDateTimeUtc()));
            QList<StepRecord> steps = *ledger->steps(id);
            QCOMPARE(steps.size(), 2);
            steps[0].state = StepState::Sending;
            steps[0].attempts = 1;
            steps[0].memo = {QDateTime(QDate(2026, 11, 22), QTime(9, 0, 0, 7), Qt::UTC), 2, 77, u"[#abcde]"_s};
            steps[1].state = StepState::Done;
            steps[1].serverId = 4711;
            steps[1].words = u"fine"_s;
            steps[1].at = QDateTime::currentDateTimeUtc();
            QVERIFY(ledger->writeSteps(id, steps));
        }
        auto ledger = open();
        const RunSummary run = *ledger->run(id);
        QCOMPARE(run.state, RunState::Running);
        QCOMPARE(run.total, 2);
        QCOMPARE(run.done, 1);
        QCOMPARE(run.failed, 0);
        QCOMPARE(run.pace, Pace::All);
        QCOMPARE(run.title, u"Grant Apex"_s);
        QVERIFY(run.startedAt.isValid());
        const QList<StepRecord> steps = *ledger->steps(id);
        QCOMPARE(steps[0].state, StepState::Sending);
        QCOMPARE(steps[0].memo, (StepMemo{QDateTime(QDate(2026, 11, 22), QTime(9, 0, 0, 7), Qt::UTC), 2, 77, u"[#abcde]"_s}));
        QCOMPARE(steps[1].serverId, 4711);
        QCOMPARE(steps[1].recipient(), u"user2@mail.example"_s);
        QCOMPARE(steps[1].account().username, u"user2"_s);
        QCOMPARE(ledger->run(99).error().kind, ErrorKind::NotFound);
    }

    void isOnDiskWhenTheCallReturns()
    {
        auto ledger = open();
        const int id = *ledger->createRun(plan(), Pace::Considerate);
        QList<StepRecord> steps = *ledger->steps(id);
        steps[0].state = StepState::Sending;
        QVERIFY(ledger->writeSteps(id, {steps[0]}));
        // A copy of the files as a killed program leaves them.
        QTemporaryDir copy;
        for (const QString &file : QDir(m_folder->filePath(u"sub"_s)).entryList(QDir::Files))
            QVERIFY(QFile::copy(m_folder->filePath(u"sub/"_s + file), copy.filePath(file)));
        const auto other = Ledger::open(copy.filePath(u"ledger.sqlite"_s));
        QVERIFY(other);
        QCOMPARE((*other)->steps(id)->at(0).state, StepState::Sending);
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        db.setDatabaseName(path());
        QVERIFY(db.open());
        QSqlQuery mode(db);
        QVERIFY(mode.exec(u"PRAGMA journal_mode"_s) && mode.next());
        QCOMPARE(mode.value(0).toString(), u"wal"_s);
        mode = QSqlQuery();
        db = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"look"_s);
    }

    void findsRunsAndSteps()
    {
        auto ledger = open();
        const int first = *ledger->createRun(plan(5), Pace::Considerate);
        Plan other = plan(1);
        other.title = u"50%_off"_s;
        other.forumId = u"other"_s;
        other.undoOf = first;
        const int second = *ledger->createRun(other, Pace::Considerate);
        QCOMPARE(ledger->runs()->size(), 2);
        QCOMPARE(ledger->runs()->at(0).id, second); // newest first
        QCOMPARE(ledger->runs()->at(1).undoneBy, second);
        QCOMPARE(ledger->runs({u"user4"_s, {}, 0})->size(), 1);
        QCOMPARE(ledger->runs({u"%_"_s, {}, 0})->at(0).id, second); // wildcards are only letters
        QCOMPARE(ledger->runs({{}, u"other"_s, 0})->size(), 1);
        QCOMPARE(ledger->runs({{}, {}, 1})->size(), 1);
        QList<StepRecord> steps = *ledger->steps(first);
        steps[3].state = StepState::Failed;
        steps[3].words = u"no such person"_s;
        QVERIFY(ledger->writeSteps(first, {steps[3]}));
        QCOMPARE(ledger->steps(first, {u"such"_s, {}, 0, 0})->size(), 1);
        QCOMPARE(ledger->steps(first, {{}, {StepState::Failed}, 0, 0})->at(0).position, 3);
        QCOMPARE(ledger->steps(first, {{}, {}, 2, 1})->at(0).position, 1);
        QVERIFY(ledger->removeRun(first));
        QCOMPARE(ledger->runs()->size(), 1);
        QVERIFY(ledger->steps(first)->isEmpty());
    }

    void exports()
    {
        auto ledger = open();
        Plan made = plan(2);
        made.steps[0].recipient = u"=cmd()"_s;
        made.steps[1].recipient = u"o\"neil, x"_s;
        const int id = *ledger->createRun(made, Pace::Considerate);
        QList<StepRecord> steps = *ledger->steps(id);
        steps[0].state = StepState::Failed;
        steps[0].words = u"Refused"_s;
        steps[1].state = StepState::Done;
        steps[1].serverId = 5;
        QVERIFY(ledger->writeSteps(id, steps));
        const QByteArray csv = *ledger->exportCsv(id);
        QVERIFY(csv.startsWith("position,row,recipient,account,"));
        QVERIFY(csv.contains("'=cmd()")); // no formula for a spreadsheet
        QVERIFY(csv.contains("\"o\"\"neil, x\""));
        const QJsonObject json = QJsonDocument::fromJson(*ledger->exportJson(id)).object();
        QCOMPARE(json.value("steps"_L1).toArray().size(), 2);
        QCOMPARE(json.value("failed"_L1).toInt(), 1);
        QCOMPARE(json.value("undo_of"_L1).toInt(-1), 0);
        QVERIFY(!json.value("forum_id"_L1).toString().isEmpty());
        const QByteArray failed = *ledger->failedRowsCsv(id);
        QCOMPARE(failed, QByteArray("recipient,badge,reason,error\r\n=cmd(),Apex,,Refused\r\n"));
    }

    void saysWhatWasChangedAboutABadge()
    {
        auto ledger = open();
        PublishBadgeStep publish;
        publish.id = 7;
        publish.before.id = 7;
        publish.before.name = u"Apex"_s;
        publish.before.groupingId = 2;
        publish.before.imageUrl = QUrl(u"https://forum.example/uploads/41.png"_s);
        publish.fields.description = u"Blessed"_s;
        publish.fields.typeId = kGold;
        publish.fields.groupingId = 102;
        publish.fields.allowTitle = true;
        publish.fields.enabled = true; // as before: no change
        publish.picture = Picture{u"new.png"_s, "bytes", u"image/png"_s};
        publish.nameGroupings({{2, u"Community"_s, {}, 1, true}, {102, u"Events"_s, {}, 2, false}});
        Plan made = plan(1);
        made.steps[0].what = publish;
        const int id = *ledger->createRun(made, Pace::Considerate);
        // From what is on disk, not from what was in memory.
        const QList<BadgeChange> changes = badgeChanges(ledger->steps(id)->first().step);
        const QList<BadgeChange> expected{{u"description"_s, {}, u"Blessed"_s},
                                          {u"badge_type_id"_s, u"3"_s, u"1"_s},
                                          {u"badge_grouping_id"_s, u"Community"_s, u"Events"_s},
                                          {u"allow_title"_s, u"false"_s, u"true"_s},
                                          {u"image_upload_id"_s, u"https://forum.example/uploads/41.png"_s, u"new.png"_s}};
        QCOMPARE(changes, expected);
        QVERIFY((*ledger->exportCsv(id)).contains("badge_grouping_id: Community → Events"));
        const QJsonArray inJson = QJsonDocument::fromJson(*ledger->exportJson(id)).object().value("steps"_L1).toArray().first().toObject().value("changes"_L1).toArray();
        QCOMPARE(inJson.size(), 5);
        QCOMPARE(inJson.at(1).toObject().value("before"_L1).toString(), u"3"_s);
        QCOMPARE(inJson.at(1).toObject().value("after"_L1).toString(), u"1"_s);
        // Of a new badge what it is given; a grant changes nothing about it.
        publish.id = 0;
        publish.before = {};
        publish.fields.name = u"Apex"_s;
        Step step;
        step.what = publish;
        QCOMPARE(badgeChanges(step).first(), (BadgeChange{u"name"_s, {}, u"Apex"_s}));
        QVERIFY(badgeChanges(plan(1).steps.first()).isEmpty());
    }

    void refusesANewerLedger()
    {
        QVERIFY(open());
        tamper({u"PRAGMA user_version=99"_s});
        const auto ledger = Ledger::open(path());
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().kind, ErrorKind::Storage);
        QVERIFY(ledger.error().detail.contains(u"newer version"_s));
    }

    void refusesAFileThatIsNone()
    {
        QDir().mkpath(m_folder->filePath(u"sub"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto ledger = Ledger::open(path());
        QVERIFY(!ledger);
        QVERIFY(ledger.error().detail.contains(u"damaged"_s));
    }

    void refusesAFolderThatCannotBe()
    {
        QFile file(m_folder->filePath(u"sub"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QCOMPARE(Ledger::open(path()).error().kind, ErrorKind::Storage);
    }

    void saysSoWhenAnotherProgramHoldsIt()
    {
        auto ledger = open();
        const int id = *ledger->createRun(plan(), Pace::Considerate);
        QList<StepRecord> steps = *ledger->steps(id);
        steps[0].state = StepState::Sending;
        steps[1].state = StepState::Sending;
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holder"_s);
            db.setDatabaseName(path());
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"BEGIN IMMEDIATE"_s));
            const Result<Done> written = ledger->writeSteps(id, steps);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Storage);
            QVERIFY(written.error().detail.contains(u"in use"_s));
            QVERIFY(QSqlQuery(db).exec(u"ROLLBACK"_s));
        }
        QSqlDatabase::removeDatabase(u"holder"_s);
        QCOMPARE(ledger->steps(id)->at(0).state, StepState::Waiting); // nothing half written
        QVERIFY(ledger->writeSteps(id, steps));
    }

    void damagedStepsAreAnError()
    {
        auto ledger = open();
        const int id = *ledger->createRun(plan(), Pace::Considerate);
        tamper({u"UPDATE steps SET what = '{' WHERE position = 1"_s});
        const auto steps = ledger->steps(id);
        QVERIFY(!steps);
        QCOMPARE(steps.error().kind, ErrorKind::Storage);
        QVERIFY(!ledger->exportCsv(id));
    }

    void oneOwnerForAForum()
    {
        auto ledger = open();
        auto second = open(); // stands for another program
        QVERIFY(ledger->lockForum(u"a/b"_s));
        QVERIFY(ledger->lockForum(u"a/b"_s)); // it is ours already
        QCOMPARE(second->lockForum(u"a/b"_s).error().kind, ErrorKind::RefusedHere);
        QVERIFY(second->lockForum(u"other"_s));
        ledger->unlockForum(u"a/b"_s);
        QVERIFY(second->lockForum(u"a/b"_s));
    }

    void namesAreStable()
    {
        for (int i = 0; i < kStepStateCount; ++i)
            QCOMPARE(stepStateFromName(stepStateName(StepState(i))), std::optional(StepState(i)));
        for (int i = 0; i <= int(RunState::Interrupted); ++i)
            QCOMPARE(runStateFromName(runStateName(RunState(i))), std::optional(RunState(i)));
    }
};

QTEST_GUILESS_MAIN(RunsLedgerTest)
#include "runs_ledger_test.moc"
