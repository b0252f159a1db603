// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"
#include "support/recording_gate.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;

class RunsPlanTest : public QObject
{
    Q_OBJECT

    static GrantRow row(int number, const QString &name, std::optional<Account> account, const QString &reason = {})
    {
        GrantRow one;
        one.row = number;
        one.recipient = name;
        one.account = std::move(account);
        one.reasonText = reason;
        return one;
    }

private Q_SLOTS:
    void everyRowHasItsVerdict()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        const Badge badge = fake->addBadge(u"Apex"_s);
        const Account ada = fake->addAccount(u"ada"_s);
        const Account bobby = fake->addAccount(u"bobby"_s);
        Account cora = fake->addAccount(u"cora"_s);
        cora.suspended = true;
        cora.suspendedTill = u"2026-12-01"_s;
        fake->addGrant(badge.id, u"bobby"_s, QDateTime(QDate(2026, 5, 12), QTime(8, 0), Qt::UTC));
        const QString link = u"https://forum.example/t/-/14/2"_s;
        fake->reasons.insert(link, {QUrl(link), 14, 2, u"Spring fair"_s});
        Account near;
        near.username = u"elmer_t"_s;

        GrantInput input;
        input.forum = fake;
        input.badges = {*fake->catalogue.find(badge.id)};
        input.reasonForAll = link;
        input.source = u"fair.csv"_s;
        input.rows = {row(2, u"ada"_s, ada), row(3, u"bobby"_s, bobby), row(4, u"cora"_s, cora), row(5, u"Ada"_s, ada),
                      row(6, u"elmer.t"_s, {}), row(7, u"finn"_s, {}), row(8, u"ada"_s, ada, u"https://elsewhere.example/post/9"_s),
                      row(9, u"gil@x.org"_s, {}), row(10, u"hal@x.org"_s, {})};
        input.rows[4].suggestions = {near};
        input.rows[5].ambiguous = true;
        input.rows[7].lookUpError = Error::of(ErrorKind::Forbidden);
        input.rows[8].lookUpError = Error::of(ErrorKind::Server);
        input.rows[8].lookUpError->serverWords = QStringList{u"Out of memory"_s};
        const Plan plan = bench.plan(input);

        QList<Verdict> verdicts;
        for (const Step &step : plan.steps)
            verdicts.append(step.verdict);
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::Ready, Verdict::AlreadyHolds, Verdict::Suspended, Verdict::DuplicateRow,
                                           Verdict::NoSuchAccount, Verdict::Ambiguous, Verdict::ReasonElsewhere,
                                           Verdict::NotLookedUp, Verdict::NotLookedUp}));
        QCOMPARE(plan.steps[7].verdictDetail, u"This connection may not find people by what this row names."_s);
        QCOMPARE(plan.steps[8].verdictDetail, u"The forum said: Out of memory"_s);
        QVERIFY(plan.steps[1].verdictDetail.startsWith(u"since"_s));
        QVERIFY(plan.steps[3].verdictDetail.contains(u"2"_s));
        QCOMPARE(plan.steps[4].verdictDetail, u"elmer_t?"_s);
        QCOMPARE(plan.steps[6].verdictDetail, u"This link does not lead to forum.example."_s);
        QCOMPARE(std::get<GrantStep>(plan.steps[0].what).reason, QUrl(link));
        QCOMPARE(std::get<GrantStep>(plan.steps[0].what).reasonTitle, u"Spring fair"_s);
        QCOMPARE(plan.title, u"Grant Apex"_s);
        QCOMPARE(plan.wantedCount(), 1);
        QCOMPARE(plan.peopleWanted(), 1);
        QVERIFY(plan.steps[2].mayInsist());
        QVERIFY(!plan.steps[1].mayInsist()); // it can be held once only
        QCOMPARE(fake->count(u"resolve"_s), 2); // each different reason once
        QCOMPARE(plan.counts().value(Verdict::Ready), 1);
    }

    void takesTheRoadWithFewerReads()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        const BadgeId id = fake->addBadge(u"Apex"_s).id;
        QStringList names;
        for (int i = 0; i < 300; ++i)
            names.append(fake->addAccount(u"user%1"_s.arg(i)).username);
        for (int i = 0; i < 250; ++i)
            fake->addGrant(id, names.at(i), bench.clock.utcNow().addDays(-i));
        // Two people: what they hold, person by person. Three hundred: the holders, page by page.
        Plan plan = bench.grantPlan(*fake->catalogue.find(id), {u"user1"_s, u"user299"_s});
        QCOMPARE(fake->count(u"held-by"_s), 2);
        QCOMPARE(fake->count(u"holders"_s), 0);
        QCOMPARE(plan.count(Verdict::AlreadyHolds), 1);
        fake->calls.clear();
        plan = bench.grantPlan(*fake->catalogue.find(id), names);
        QCOMPARE(fake->count(u"held-by"_s), 0);
        QCOMPARE(fake->count(u"holders"_s), 3);
        QCOMPARE(plan.count(Verdict::AlreadyHolds), 250);
        QCOMPARE(plan.count(Verdict::Ready), 50);
    }

    void longRowsOfReadsTakeTurns()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        test::RecordingGate gate;
        fake->gate = &gate;
        const Badge badge = fake->addBadge(u"Apex"_s);
        const Account ada = fake->addAccount(u"ada"_s);
        GrantInput input;
        input.forum = fake;
        input.badges = {*fake->catalogue.find(badge.id)};
        for (int i = 0; i < 20; ++i) {
            const QString link = u"https://forum.example/t/-/%1/1"_s.arg(i);
            fake->reasons.insert(link, {QUrl(link), i, 1, u"One"_s});
            input.rows.append(row(i + 1, u"ada"_s, ada, link));
        }
        bench.plan(input);
        QCOMPARE(gate.asked, QList<Lane>(21, Lane::Run));
        // A person waits for a plan of one row.
        gate.asked.clear();
        input.rows = input.rows.mid(0, 1);
        bench.plan(input);
        QCOMPARE(gate.asked, QList<Lane>(2, Lane::Interactive));
        // Nor is a count believed that lags behind, once the pages show it.
        gate.asked.clear();
        bench.fake->catalogue.badges[0].grantCount = 0;
        fake->pageSize = 1;
        for (const QString &name : bench.people(9))
            fake->addGrant(badge.id, name, bench.clock.utcNow());
        input.badges = {*fake->catalogue.find(badge.id)};
        bench.plan(input);
        QCOMPARE(gate.asked.first(), Lane::Interactive);
        QCOMPARE(gate.asked.last(), Lane::Run);
        fake->gate = nullptr;
    }

    void severalTimesHeldCountsBySameReason()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        const Badge badge = fake->addBadge(u"Karaoke"_s, true);
        const Account ada = fake->addAccount(u"ada"_s);
        const Account bobby = fake->addAccount(u"bobby"_s);
        fake->addGrant(badge.id, u"ada"_s, bench.clock.utcNow(), 14);
        fake->addGrant(badge.id, u"bobby"_s, bench.clock.utcNow());
        const QString first = u"https://forum.example/t/-/14/1"_s;
        const QString second = u"https://forum.example/t/-/15/1"_s;
        fake->reasons.insert(first, {QUrl(first), 14, 1, u"One"_s});
        fake->reasons.insert(second, {QUrl(second), 15, 1, u"Two"_s});
        GrantInput input;
        input.forum = fake;
        input.badges = {*fake->catalogue.find(badge.id)};
        input.rows = {row(1, u"ada"_s, ada, first), row(2, u"ada"_s, ada, second), row(3, u"ada"_s, ada, second),
                      row(4, u"ada"_s, ada), row(5, u"bobby"_s, bobby), row(6, u"bobby"_s, bobby, first)};
        const Plan plan = bench.plan(input);
        QList<Verdict> verdicts;
        for (const Step &step : plan.steps)
            verdicts.append(step.verdict);
        // Row 4: ada holds it for a post, not without one.
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::AlreadyHolds, Verdict::Ready, Verdict::DuplicateRow, Verdict::Ready,
                                           Verdict::AlreadyHolds, Verdict::Ready}));
        QVERIFY(plan.steps[0].mayInsist());
    }

    void whatIsNotAllowedSaysWhy()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        Badge badge = fake->addBadge(u"Apex"_s);
        fake->addAccount(u"ada"_s);
        fake->abilities.deny(Ability::Grant, u"The key may only read."_s);
        Plan plan = bench.grantPlan(badge, {u"ada"_s});
        QCOMPARE(plan.steps[0].verdict, Verdict::NotAllowed);
        QCOMPARE(plan.steps[0].verdictDetail, u"The key may only read."_s);
        fake->abilities.allow(Ability::Grant);
        badge.enabled = false;
        plan = bench.grantPlan(badge, {u"ada"_s});
        QCOMPARE(plan.steps[0].verdict, Verdict::BadgeDisabled);
        // Nobody may look who holds it: granted all the same, and said so.
        badge.enabled = true;
        fake->abilities.deny(Ability::ListHolders, u"No."_s);
        fake->abilities.deny(Ability::ListHeldBy, u"No."_s);
        plan = bench.grantPlan(badge, {u"ada"_s});
        QCOMPARE(plan.steps[0].verdict, Verdict::Ready);
        QVERIFY(!plan.steps[0].verdictDetail.isEmpty());
        QCOMPARE(plan.remarks.size(), 1);
    }

    void readsAgainAfterARefusalAndGivesUpWithoutALine()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        const Badge badge = fake->addBadge(u"Apex"_s);
        fake->addAccount(u"ada"_s);
        Error wait = Error::of(ErrorKind::RateLimited);
        wait.retryAfter = std::chrono::seconds(8);
        fake->refuseNext(u"holders"_s, wait);
        QCOMPARE(bench.grantPlan(badge, {u"ada"_s}).steps.size(), 1);
        QCOMPARE(fake->count(u"holders"_s), 2);
        fake->refuseNext(u"holders"_s, Error::of(ErrorKind::Network), 20);
        QVERIFY(bench.grantPlan(badge, {u"ada"_s}).steps.isEmpty());
    }

    void aLimitThatNobodyWaitsForEndsIt()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->addAccount(u"ada"_s);
        Error wait = Error::of(ErrorKind::RateLimited);
        wait.retryAfter = std::chrono::minutes(6);
        bench.fake->refuseNext(u"holders"_s, wait);
        QVERIFY(bench.grantPlan(badge, {u"ada"_s}).steps.isEmpty());
        QCOMPARE(bench.fake->count(u"holders"_s), 1);
    }

    void aPersonWhoHidesTheirBadgesIsGrantedUnseen()
    {
        Bench bench;
        const BadgeId id = bench.fake->addBadge(u"Apex"_s).id;
        bench.fake->catalogue.badges[0].grantCount = 500; // each person is fewer requests
        const QStringList names = bench.people(2);
        const GrantId there = bench.fake->addGrant(id, names.at(1), bench.clock.utcNow()).id;
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Forbidden));
        const Plan plan = bench.grantPlan(*bench.fake->catalogue.find(id), names);
        QCOMPARE(plan.steps[0].verdict, Verdict::Ready);
        QVERIFY(!plan.steps[0].verdictDetail.isEmpty());
        QVERIFY(!std::get<GrantStep>(plan.steps[0].what).newestSeen);
        QCOMPARE(plan.steps[1].verdict, Verdict::AlreadyHolds);
        QCOMPARE(std::get<GrantStep>(plan.steps[1].what).newestSeen, std::optional(there));
        QCOMPARE(plan.remarks.size(), 1);
    }

    void callingItOffCallsOffItsRequests()
    {
        Bench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.people(1);
        GrantInput input;
        input.forum = bench.fake;
        input.badges = {badge};
        input.rows = {row(1, u"user0"_s, bench.fake->accounts.first())};
        bench.fake->holding = true;
        for (const bool byDeleting : {false, true}) {
            bench.fake->calls.clear();
            QObject owner;
            Call<Plan> *call = planGrants(input, &bench.clock, &owner);
            QVERIFY(bench.wind([&] { return bench.fake->count(u"holders"_s) == 1; }));
            QCOMPARE(bench.fake->findChildren<PendingCall *>().size(), 1);
            if (byDeleting)
                delete call;
            else
                call->cancel();
            QVERIFY(bench.wind([&] { return bench.fake->findChildren<PendingCall *>().isEmpty(); }));
        }
    }

    void pointsAndDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("value");
        QTest::newRow("plain") << u"12"_s << true << 12;
        QTest::newRow("minus") << u"-5"_s << true << -5;
        QTest::newRow("typographic minus") << u"\u22125"_s << true << -5;
        QTest::newRow("plus") << u" +7 "_s << true << 7;
        QTest::newRow("letters") << u"12abc"_s << false << 0;
        QTest::newRow("decimal") << u"1.5"_s << false << 0;
        QTest::newRow("most") << u"2147483647"_s << true << 2147483647;
        QTest::newRow("too much") << u"2147483648"_s << false << 0;
        QTest::newRow("beyond 64 bit") << u"99999999999999999999999"_s << false << 0;
        QTest::newRow("empty") << QString() << false << 0;
    }
    void pointsAndDates()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QFETCH(int, value);
        const Result<qint32> points = pointsFromText(text);
        QCOMPARE(points.has_value(), good);
        if (good)
            QCOMPARE(*points, value);
        else
            QVERIFY(points.error().detail.endsWith(u'.'));
    }

    void scoreRows()
    {
        Bench bench;
        FakeForumOf fake = bench.fake;
        const Account ada = fake->addAccount(u"ada"_s);
        ScoreInput input;
        input.forum = fake;
        input.dateForAll = QDate(2026, 11, 20);
        const auto add = [&](std::optional<Account> who, const QString &date, const QString &points, const QString &words) {
            ScoreRow one;
            one.row = int(input.rows.size()) + 2;
            one.recipient = u"ada"_s;
            one.account = std::move(who);
            one.dateText = date;
            one.pointsText = points;
            one.description = words;
            input.rows.append(one);
        };
        add(ada, {}, u"5"_s, u"helped"_s);
        add(ada, {}, u"5"_s, u"helped"_s);
        add(ada, u"2026-11-30"_s, u"5"_s, {});
        add(ada, u"1.11.2026"_s, u"5"_s, {});
        add(ada, u"11/20/2026"_s, u"5"_s, {});
        add(ada, {}, u"12abc"_s, {});
        add({}, {}, u"5"_s, {});
        add({}, {}, u"5"_s, {});
        input.rows.last().lookUpError = Error::refusedHere(u"This profile is on elsewhere.example, not on this forum."_s);
        const Plan plan = planScoreEvents(input, bench.clock);
        QList<Verdict> verdicts;
        for (const Step &step : plan.steps)
            verdicts.append(step.verdict);
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::Ready, Verdict::DuplicateRow, Verdict::Ready, Verdict::Ready,
                                           Verdict::InvalidValue, Verdict::InvalidValue, Verdict::NoSuchAccount,
                                           Verdict::NotLookedUp}));
        QCOMPARE(plan.steps[7].verdictDetail, u"This profile is on elsewhere.example, not on this forum."_s);
        QVERIFY(plan.steps[2].verdictDetail.contains(u"future"_s, Qt::CaseInsensitive));
        QVERIFY(plan.steps[3].verdictDetail.contains(u"10 days"_s));
        QVERIFY(plan.steps[5].verdictDetail.contains(u"12abc"_s));
        QVERIFY(plan.steps[1].mayInsist());

        fake->abilities.deny(Ability::Recalculate, u"Discourse 3.1.0.beta3 cannot recalculate points."_s);
        QCOMPARE(planScoreEvents(input, bench.clock).steps[3].verdictDetail,
                 u"More than 10 days ago: never counts there. Discourse 3.1.0.beta3 cannot recalculate points."_s);
    }

    void awardsThatWillHaveNoEffect()
    {
        Bench bench(ForumKind::AnswerHub);
        FakeForumOf fake = bench.fake;
        const Account ada = fake->addAccount(u"ada"_s);
        fake->awardCounts[ada.id][900] = 1;
        AwardInput input;
        input.forum = fake;
        input.forActions = {{900, u"Editor"_s, u"per_user"_s, 1125, ada}, {900, u"Editor"_s, u"per_node"_s, 1126, ada},
                            {900, u"Editor"_s, u"per_user"_s, 1127, Account{}}};
        input.toUsers = {{900, u"Editor"_s, ada}, {901, u"Helpful"_s, ada}};
        const Plan plan = bench.plan(input);
        QList<Verdict> verdicts;
        for (const Step &step : plan.steps)
            verdicts.append(step.verdict);
        QCOMPARE(verdicts, (QList<Verdict>{Verdict::NoEffectExpected, Verdict::Ready, Verdict::Ready, Verdict::AlreadyHolds, Verdict::Ready}));
        QVERIFY(plan.steps[0].mayInsist());
        QVERIFY(plan.steps[3].mayInsist());
        QCOMPARE(fake->count(u"held-awards"_s), 1); // one person, one read
    }

    void publishFindsWhatIsWrong()
    {
        Bench bench;
        PublishBadgeStep good;
        good.fields.name = u"Apex"_s;
        PublishBadgeStep nameless;
        PublishBadgeStep unchanged;
        unchanged.id = 7;
        PublishBadgeStep twice = good;
        const Plan plan = planPublish(bench.fake, {good, nameless, unchanged, twice}, bench.clock);
        QCOMPARE(plan.steps[0].verdict, Verdict::Ready);
        QCOMPARE(plan.steps[1].verdict, Verdict::InvalidValue);
        QCOMPARE(plan.steps[2].verdict, Verdict::NoEffectExpected);
        QCOMPARE(plan.steps[3].verdict, Verdict::InvalidValue);
        QCOMPARE(requestsFor(plan.steps[0]), 2);
    }

    void estimates()
    {
        QCOMPARE(durationFor(214, Pace::Considerate), std::chrono::seconds(286));
        QCOMPARE(durationFor(0, Pace::All), std::chrono::seconds(0));
        QVERIFY(durationFor(60, Pace::All) <= std::chrono::seconds(15));
        QVERIFY(durationFor(61, Pace::All) >= std::chrono::seconds(61));
    }

    void namesAreStable()
    {
        for (int i = 0; i < kVerdictCount; ++i)
            QCOMPARE(verdictFromName(verdictName(Verdict(i))), std::optional(Verdict(i)));
        for (size_t i = 0; i < std::variant_size_v<StepWhat>; ++i)
            QCOMPARE(stepTypeFromName(stepTypeName(StepType(i))), std::optional(StepType(i)));
        QVERIFY(!verdictFromName(u"maybe"_s));
    }

private:
    using FakeForumOf = std::shared_ptr<test::FakeForum>;
};

QTEST_GUILESS_MAIN(RunsPlanTest)
#include "runs_plan_test.moc"
