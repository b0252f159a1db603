// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/discourse_opener.h"
#include "runs_bench.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::await;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What comes in between while a run is under way: what the person is told, that nothing is lost and nothing done twice,
/// and that Resume comes to the end.
class RunsTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNetworkGoesAndComesBack_data()
    {
        QTest::addColumn<bool>("multipleGrant");
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("held once, arrived") << false << true;
        QTest::newRow("held once, never arrived") << false << false;
        QTest::newRow("held often, arrived") << true << true;
        QTest::newRow("held often, never arrived") << true << false;
    }
    void theNetworkGoesAndComesBack()
    {
        QFETCH(bool, multipleGrant);
        QFETCH(bool, carriedOut);
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, multipleGrant);
        Run *run = bench.underWay(badge, 20);
        // Nobody knows what became of the four on their way, and from then on there is no line at all.
        if (carriedOut)
            bench.fake->loseNext(u"grant"_s, 4);
        else
            bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::OutcomeUnknown), 4);
        bench.fake->refuseNext({}, Error::of(ErrorKind::Network), 1000);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseReason(), u"The forum cannot be reached."_s);
        QCOMPARE(run->pauseError()->kind, ErrorKind::Network);
        bench.wind([&] { return run->counts()[StepState::Sending] <= 4; });
        // It does not knock for ever.
        const qsizetype asked = bench.fake->calls.size();
        QVERIFY2(asked < 60, qPrintable(QString::number(asked)));
        bench.wind([] { return false; }, 1h);
        QCOMPARE(bench.fake->calls.size(), asked);
        QCOMPARE(bench.ledger->run(run->id())->state, RunState::Paused);
        QCOMPARE(bench.ledger->run(run->id())->note, u"The forum cannot be reached."_s);
        bench.fake->forgetFaults();
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.everybodyHasItOnce(badge, 20));
    }

    void aShortBreakNeedsNobody()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        Run *run = bench.underWay(badge, 20);
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::Network), 2);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.everybodyHasItOnce(badge, 20));
    }

    void theForumTakesNoChangesForAWhile()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        Run *run = bench.underWay(badge, 20);
        Error readOnly = Error::of(ErrorKind::ReadOnly);
        readOnly.httpStatus = 503;
        bench.fake->refuseNext(u"grant"_s, readOnly, 1000);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseReason(), u"The forum takes no changes at present."_s);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 0; }));
        QCOMPARE(run->counts().failed(), 0);
        const int asked = bench.fake->count(u"grant"_s);
        bench.fake->forgetFaults();
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(badge, 20));
        QVERIFY(asked <= 12);
    }

    void theKeyIsRevoked()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s, true);
        Run *run = bench.underWay(badge, 20);
        bench.fake->refuseNext({}, Error::of(ErrorKind::Unauthorised, u"the forum no longer accepts the key"_s), 1000);
        QVERIFY(bench.windUntil(run, RunState::Paused));
        QCOMPARE(run->pauseReason(), u"The forum does not accept the key any more: the forum no longer accepts the key"_s);
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 0; }));
        // Some forums lock out who knocks too often.
        QVERIFY(bench.fake->count(u"grant"_s) <= 12);
        QCOMPARE(run->counts().failed(), 0);
        bench.fake->forgetFaults();
        run->resume();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(badge, 20));
    }

    /// The same over the wire, where a refusal is asked about before it is believed.
    void theKeyIsRevokedOnARealForum()
    {
        auto sample = *sample::SampleForum::start({});
        Connection connection;
        connection.id = u"sample-forum"_s;
        connection.base = sample->url();
        connection.user = sample->user();
        SystemClock clock;
        QTemporaryDir folder;
        auto ledger = *Ledger::open(folder.filePath(u"ledger.sqlite"_s));
        RunCentre centre(ledger.get(), &clock);
        const auto opened = [&](const QByteArray &secret) {
            return *await(discourse::open(connection, Secret(secret), centre.pacerFor(connection), this));
        };
        // A key of its own, so that there is another to revoke it with.
        QNetworkAccessManager web;
        const auto ask = [&](const QString &path, const QByteArray &body) {
            QNetworkRequest request(QUrl(sample->url().toString() + path));
            request.setRawHeader("Api-Key", sample->secret().toUtf8());
            request.setRawHeader("Api-Username", sample->user().toUtf8());
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            QNetworkReply *reply = web.post(request, body);
            if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10000))
                qFatal("no answer to %s", qPrintable(path));
            reply->deleteLater();
            return QJsonDocument::fromJson(reply->readAll()).object();
        };
        const QJsonObject key = ask(u"/admin/api/keys.json"_s, R"({"key":{"description":"passing","username":"system"}})").value("key"_L1).toObject();
        const QString id = QString::number(key.value("id"_L1).toInt());
        QVERIFY(!key.value("key"_L1).toString().isEmpty());
        ForumPtr forum = opened(key.value("key"_L1).toString().toUtf8());
        BadgeFields fields;
        fields.name = u"Revoked"_s;
        fields.typeId = kBronze;
        const Badge badge = await(forum->badges()->create(fields))->badge;
        const QList<Account> people = await(forum->people()->members(u"trust_level_0"_s))->accounts.mid(0, 20);
        QCOMPARE(people.size(), 20);
        GrantInput input;
        input.forum = forum;
        input.badges = {badge};
        for (const Account &person : people)
            input.rows.append({int(input.rows.size()) + 1, person.username, person, {}, false, {}, {}});
        const Plan plan = *await(planGrants(input, &clock, this));
        sample->setFaults({{sample::FaultKind::Slow, 1, 30ms}});
        Run *run = *centre.start(plan, forum, Pace::All);
        QVERIFY(QTest::qWaitFor([&] { return run->counts().over() >= 4; }, 20000));
        ask(u"/admin/api/keys/%1/revoke.json"_s.arg(id), "{}");
        QVERIFY(QTest::qWaitFor([&] { return run->state() == RunState::Paused && run->counts()[StepState::Sending] == 0; }, 20000));
        QVERIFY2(run->pauseReason().startsWith(u"The forum does not accept the key any more"_s), qPrintable(run->pauseReason()));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(run->counts()[StepState::Waiting] > 0);
        // With a new key the same run goes on.
        forum = opened(sample->secret().toUtf8());
        sample->setFaults({});
        QCOMPARE(*centre.resume(run->id(), forum), run);
        QVERIFY(QTest::qWaitFor([&] { return run->state() == RunState::Done; }, 20000));
        for (const Account &person : people)
            QCOMPARE(sample->timesHeld(person.username, u"Revoked"_s), 1);
    }

    void theComputersClockIsSet_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("plannerLooked");
        for (const int hours : {-30, -1, 1, 30}) {
            QTest::addRow("%d hours", hours) << hours << true;
            QTest::addRow("%d hours, nobody knows who holds it", hours) << hours << false;
        }
    }
    void theComputersClockIsSet()
    {
        QFETCH(int, hours);
        QFETCH(bool, plannerLooked);
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        if (!plannerLooked) {
            bench.fake->abilities.deny(Ability::ListHolders, u"not with this key"_s);
            bench.fake->abilities.deny(Ability::ListHeldBy, u"not with this key"_s);
        }
        Run *run = bench.underWay(often, 40);
        bench.fake->loseNext(u"grant"_s, 2);
        bench.fake->refuseNext(u"grant"_s, Error::of(ErrorKind::OutcomeUnknown), 2);
        bench.clock.setCalendar(std::chrono::hours(hours));
        bench.fake->clockBehind = std::chrono::hours(hours); // the forum's own goes on as it was
        const auto before = bench.clock.monotonic();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.everybodyHasItOnce(often, 40));
        QCOMPARE(run->counts()[StepState::AlreadySo], 0); // all of them are ours to undo
        QVERIFY(bench.clock.monotonic() - before < 5min); // and nothing waits for the old time to come round
    }

    void theComputersClockIsSetBetweenTwoPrograms_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("back") << -30;
        QTest::newRow("forwards") << 30;
    }
    void theComputersClockIsSetBetweenTwoPrograms()
    {
        QFETCH(int, hours);
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        Run *run = bench.underWay(often, 20);
        const int id = run->id();
        bench.stop();
        bench.clock.setCalendar(std::chrono::hours(hours));
        bench.fake->clockBehind = std::chrono::hours(hours);
        bench.wind([] { return false; }, 1min); // what was under way arrives
        bench.start();
        run = *bench.centre->resume(id, bench.fake);
        const auto before = bench.clock.monotonic();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QVERIFY(bench.everybodyHasItOnce(often, 20));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.clock.monotonic() - before < 5min);
    }

    void theComputerSleeps()
    {
        Bench bench;
        const Badge often = bench.fake->addBadge(u"Often"_s, true);
        bench.fake->limitPerMinute = 60;
        Run *run = bench.underWay(often, 120);
        // The four on their way are carried out, and their answers find nobody awake.
        bench.fake->holding = true;
        QVERIFY(bench.wind([&] { return run->counts()[StepState::Sending] == 4; }, 10s));
        bench.fake->loseNext(u"grant"_s, 4);
        bench.clock.advance(8h);
        bench.fake->release();
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts().failed(), 0);
        QVERIFY(bench.everybodyHasItOnce(often, 120));
        // What had its turn while it slept does not come all at once.
        QVERIFY2(bench.fake->refusedByLimit <= 3, qPrintable(QString::number(bench.fake->refusedByLimit)));
    }

    void aProxyAsksForAPause()
    {
        auto sample = *sample::SampleForum::start({});
        Connection connection;
        connection.id = u"sample-forum"_s;
        connection.base = sample->url();
        connection.user = sample->user();
        SystemClock clock;
        QTemporaryDir folder;
        auto ledger = *Ledger::open(folder.filePath(u"ledger.sqlite"_s));
        RunCentre centre(ledger.get(), &clock);
        const ForumPtr forum = *await(discourse::open(connection, Secret(sample->secret().toUtf8()), centre.pacerFor(connection), this));
        BadgeFields fields;
        fields.name = u"Slowly"_s;
        fields.typeId = kBronze;
        const Badge badge = await(forum->badges()->create(fields))->badge;
        const QList<Account> people = await(forum->people()->members(u"trust_level_0"_s))->accounts.mid(0, 8);
        GrantInput input;
        input.forum = forum;
        input.badges = {badge};
        for (const Account &person : people)
            input.rows.append({int(input.rows.size()) + 1, person.username, person, {}, false, {}, {}});
        const Plan plan = *await(planGrants(input, &clock, this));
        sample->setFaults({{sample::FaultKind::LimitHtml, 6}});
        Run *run = *centre.start(plan, forum, Pace::All);
        QVERIFY(QTest::qWaitFor([&] { return run->paceNote().startsWith(u"The forum asked for a pause of 2 s at "_s); }, 10000));
        QCOMPARE(run->state(), RunState::Running); // it waits by itself
        QVERIFY(QTest::qWaitFor([&] { return run->state() == RunState::Done; }, 30000));
        QCOMPARE(run->counts()[StepState::Done], 8);
        for (const Account &person : people)
            QCOMPARE(sample->timesHeld(person.username, u"Slowly"_s), 1);
    }
};

QTEST_GUILESS_MAIN(RunsTroubleTest)
#include "runs_trouble_test.moc"
