// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/discourse_opener.h"
#include "runs/ledger.h"
#include "runs/plan_file.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::await;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPeople = 6;
constexpr int kAtOnce = 4;
constexpr int kMostStarts = 15;
// What the program that is killed says at its end.
constexpr int kDone = 0;
constexpr int kOverAndFailed = 3;

/// One plan, carried out by programs that are killed at the given moments, one after the other; the last is left alone.
class KilledRun : public QObject
{
    Q_OBJECT

public:
    KilledRun(const QString &folder, QStringList moments, QProcessEnvironment environment)
        : m_folder(folder), m_moments(std::move(moments)), m_environment(std::move(environment))
    {
        connect(&m_process, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
            killed += how == QProcess::CrashExit ? 1 : 0;
            lastStatus = how == QProcess::NormalExit ? status : -1;
            over = lastStatus == kDone || lastStatus == kOverAndFailed || starts >= kMostStarts;
            if (!over)
                start();
        });
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }

    ~KilledRun() override
    {
        // Its end is no reason to start another one.
        m_process.disconnect(this);
    }

    void start()
    {
        QProcessEnvironment environment = m_environment;
        environment.insert(u"KILL_AT"_s, m_moments.isEmpty() ? QString() : m_moments.takeFirst());
        environment.insert(u"MINUTES_LATER"_s, QString::number(starts));
        m_process.setProcessEnvironment(environment);
        ++starts;
        m_process.start(QStringLiteral(KILL_CHILD), {m_folder});
    }

    int starts = 0;
    int killed = 0;
    int lastStatus = 0; ///< -1: killed
    bool over = false;

private:
    QString m_folder;
    QStringList m_moments;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

} // namespace

/// A program is killed at any moment, and the forum sometimes cuts the line before or after it did what it was asked.
/// In the end everyone has each badge exactly once and every score event is there exactly once.
class RunsKillTest : public QObject
{
    Q_OBJECT

    struct Case {
        QString name;
        Badge once;
        Badge often;
        QList<Account> people;
        bool bulk = false;
        std::unique_ptr<KilledRun> run;
    };

    std::unique_ptr<sample::SampleForum> m_sample;
    ForumPtr m_forum;
    QTemporaryDir m_folder;
    QList<Account> m_people;
    int m_badges = 0;

    Badge makeBadge(bool multipleGrant)
    {
        BadgeFields fields;
        fields.name = u"Killed %1"_s.arg(++m_badges);
        fields.multipleGrant = multipleGrant;
        fields.typeId = kBronze;
        const Result<BadgeWritten> made = await(m_forum->badges()->create(fields));
        if (!made)
            qFatal("no badge: %s", qPrintable(made.error().detail));
        return made->badge;
    }

    Plan planFor(const Case &one) const
    {
        Plan plan = Plan::empty(m_forum->connection(), u"system"_s, one.name, QDateTime::currentDateTimeUtc());
        plan.forumId = u"killed-"_s + one.name;
        const auto add = [&](const StepWhat &what) {
            Step step;
            step.what = what;
            plan.steps.append(step);
        };
        if (one.bulk) {
            plan.road = Road::Bulk;
            for (const Account &person : one.people) {
                add(GrantStep{one.once.id, one.once.name, false, person, {}, {}, 0});
                add(GrantStep{one.often.id, one.often.name, true, person, {}, {}, 0});
            }
            return plan;
        }
        for (const Account &person : one.people) {
            add(GrantStep{one.often.id, one.often.name, true, person, {}, {}, 0});
            add(CreateScoreEventStep{person, QDate(2026, 5, 12), 7, one.name});
            add(GrantStep{one.once.id, one.once.name, false, person, {}, {}, 0});
        }
        return plan;
    }

    /// On the bulk road the forum is waited for for minutes.
    QProcessEnvironment environment(bool bulk) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FORUM_URL"_s, m_sample->url().toString());
        environment.insert(u"HASTE"_s, bulk ? u"200"_s : u"10"_s);
        environment.insert(u"FORUM_USER"_s, m_sample->user());
        environment.insert(u"FORUM_KEY"_s, m_sample->secret());
        environment.insert(u"QT_LOGGING_RULES"_s, u"badgewright.*=false"_s);
        return environment;
    }

    void check(const Case &one)
    {
        const QByteArray name = one.name.toUtf8();
        const char *where = name.constData();
        QVERIFY2(one.run->lastStatus == kDone, qPrintable(u"%1: status %2"_s.arg(one.name).arg(one.run->lastStatus)));
        for (const Account &person : one.people) {
            QVERIFY2(m_sample->timesHeld(person.username, one.once.name) == 1, where);
            QVERIFY2(m_sample->timesHeld(person.username, one.often.name) == 1,
                     qPrintable(u"%1: %2 times"_s.arg(one.name).arg(m_sample->timesHeld(person.username, one.often.name))));
            if (one.bulk)
                continue;
            ScoreFilter filter;
            filter.userId = person.id;
            filter.date = QDate(2026, 5, 12);
            const Result<ScoreEventList> list = await(m_forum->scores()->list(filter));
            QVERIFY2(list, where);
            int events = 0;
            for (const ScoreEvent &event : list->events)
                events += event.description.startsWith(one.name + u' ') ? 1 : 0;
            QVERIFY2(events == 1, qPrintable(u"%1: %2 events"_s.arg(one.name).arg(events)));
        }
        auto ledger = Ledger::open(m_folder.filePath(one.name + u"/ledger.sqlite"_s));
        QVERIFY2(ledger, where);
        const RunSummary run = (*ledger)->runs()->constFirst();
        QVERIFY2(run.state == RunState::Done && run.done == kPeople * (one.bulk ? 2 : 3) && run.failed == 0,
                 qPrintable(u"%1: %2, %3 done, %4 failed, %5"_s.arg(one.name, runStateName(run.state)).arg(run.done).arg(run.failed).arg(run.note)));
        const QList<StepRecord> written = *(*ledger)->steps(run.id);
        for (const StepRecord &step : written)
            QVERIFY2(step.serverId > 0, where);
    }

    Case makeCase(const QString &name, const QStringList &moments, const QList<Account> &people, bool bulk = false)
    {
        Case made;
        made.bulk = bulk;
        made.name = name;
        made.once = makeBadge(false);
        made.often = makeBadge(true);
        made.people = people;
        const QString folder = m_folder.filePath(name);
        if (!QDir().mkpath(folder) || !savePlan(planFor(made), folder + u"/plan.json"_s))
            qFatal("no plan in %s", qPrintable(folder));
        made.run = std::make_unique<KilledRun>(folder, moments, environment(bulk));
        return made;
    }

    /// Starts them, a few at a time, and waits until all are over; answers the names of those that are not.
    static QString carryOut(const std::vector<Case> &cases)
    {
        QStringList going;
        const auto allOver = [&] {
            going.clear();
            for (const Case &one : cases) {
                if (one.run->starts > 0 && !one.run->over)
                    going.append(one.name);
            }
            for (const Case &one : cases) {
                if (going.size() >= kAtOnce || one.run->starts > 0)
                    continue;
                one.run->start();
                going.append(one.name);
            }
            return going.isEmpty();
        };
        return QTest::qWaitFor(allOver, 60000) ? QString() : going.join(u' ');
    }

    void killAll(const QList<QStringList> &moments, const QString &prefix, const QList<sample::Fault> &faults, bool bulk = false)
    {
        std::vector<Case> cases;
        for (const QStringList &one : moments) {
            // People of its own: the cases run side by side.
            const QList<Account> people = m_people.mid(qsizetype(cases.size()) * kPeople, kPeople);
            cases.push_back(makeCase(prefix + QString::number(cases.size()), one, people, bulk));
        }
        m_sample->setFaults(faults);
        const QString going = carryOut(cases);
        m_sample->setFaults({});
        QVERIFY2(going.isEmpty(), qPrintable(u"still going: "_s + going));
        int killed = 0;
        for (const Case &one : cases) {
            check(one);
            killed += one.run->killed;
        }
        // Most of the moments came; some name more events than there were.
        QVERIFY2(killed >= int(cases.size()), qPrintable(QString::number(killed)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto started = sample::SampleForum::start({});
        QVERIFY(started);
        m_sample = *std::move(started);
        Connection connection;
        connection.id = u"sample"_s;
        connection.base = m_sample->url();
        connection.user = m_sample->user();
        const Result<ForumPtr> forum = await(discourse::open(connection, Secret(m_sample->secret().toUtf8()), nullptr, this));
        QVERIFY2(forum, forum ? "" : qPrintable(forum.error().detail));
        m_forum = *forum;
        int offset = 0;
        while (m_people.size() < 20 * kPeople && offset >= 0) {
            const Result<AccountPage> page = await(m_forum->people()->members(u"trust_level_0"_s, offset));
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
            for (const Account &person : page->accounts) {
                if (person.id > 0 && !person.suspended)
                    m_people.append(person);
            }
            offset = page->nextOffset;
        }
        QVERIFY(m_people.size() >= 14 * kPeople);
    }

    void cleanupTestCase()
    {
        m_forum.reset();
        m_sample.reset();
    }

    void killedAtAnyMoment()
    {
        killAll({{u"leave:1"_s, u"answer:1"_s},
                 {u"leave:5"_s, u"leave:1"_s},
                 {u"left:3"_s, u"soon:2"_s},
                 {u"soon:1"_s, u"left:4"_s},
                 {u"later:6"_s, u"answer:3"_s},
                 {u"answer:2"_s, u"written:1"_s},
                 {u"answer:9"_s, u"soon:1"_s, u"soon:1"_s},
                 {u"written:4"_s, u"ended:1"_s},
                 {u"written:11"_s, u"answer:2"_s},
                 {u"ended:7"_s, u"later:2"_s},
                 {u"read:9"_s, u"later:1"_s},
                 {u"soon:12"_s, u"read:12"_s},
                 {u"later:15"_s, u"left:1"_s, u"answer:1"_s}},
                u"kill"_s, {});
    }

    void killedWhileTheLineIsCut()
    {
        killAll({{u"leave:2"_s, u"soon:3"_s},
                 {u"soon:2"_s, u"answer:4"_s},
                 {u"soon:7"_s, u"leave:4"_s},
                 {u"answer:3"_s, u"later:2"_s},
                 {u"answer:8"_s, u"soon:5"_s},
                 {u"later:3"_s, u"read:10"_s},
                 {u"later:10"_s, u"later:1"_s},
                 {u"left:6"_s, u"answer:1"_s},
                 {u"written:9"_s, u"left:2"_s},
                 {u"ended:5"_s, u"soon:6"_s},
                 {u"read:11"_s, u"written:3"_s},
                 {u"leave:14"_s, u"leave:2"_s, u"soon:1"_s}},
                u"cut"_s, {{sample::FaultKind::CutAfter, 5}, {sample::FaultKind::CutBefore, 7}});
    }

    void killedOnTheBulkRoad()
    {
        killAll({{u"leave:1"_s, u"leave:2"_s},
                 {u"leave:2"_s, u"written:3"_s},
                 {u"left:2"_s, u"answer:1"_s},
                 {u"soon:2"_s, u"ended:2"_s},
                 {u"later:2"_s, u"leave:2"_s, u"later:2"_s},
                 {u"answer:2"_s, u"written:9"_s},
                 {u"ended:3"_s, u"ended:5"_s, u"ended:3"_s},
                 {u"written:1"_s, u"soon:3"_s}},
                u"bulk"_s, {}, true);
    }

    void killedOnTheBulkRoadWhileTheLineIsCut()
    {
        killAll({{u"leave:2"_s, u"soon:3"_s},
                 {u"answer:2"_s, u"ended:4"_s},
                 {u"later:2"_s, u"left:3"_s},
                 {u"soon:1"_s, u"answer:2"_s}},
                u"bulkcut"_s, {{sample::FaultKind::CutAfter, 3}, {sample::FaultKind::CutBefore, 5}}, true);
    }

    void everyAnswerIsCutAfterTheChange()
    {
        std::vector<Case> cases;
        cases.push_back(makeCase(u"after"_s, {}, m_people.mid(0, kPeople)));
        m_sample->setFaults({{sample::FaultKind::CutAfter, 1}});
        const QString going = carryOut(cases);
        m_sample->setFaults({});
        QVERIFY2(going.isEmpty(), qPrintable(u"still going: "_s + going));
        check(cases.front());
        auto ledger = Ledger::open(m_folder.filePath(u"after/ledger.sqlite"_s));
        QVERIFY(ledger);
        const QList<StepRecord> written = *(*ledger)->steps((*ledger)->runs()->constFirst().id);
        for (const StepRecord &step : written)
            QVERIFY2(step.state == StepState::ReadBack, qPrintable(step.sent + u": "_s + stepStateName(step.state)));
    }
};

QTEST_GUILESS_MAIN(RunsKillTest)
#include "runs_kill_test.moc"
