// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/column_mapping.h"
#include "people/table.h"
#include "runs/holdings.h"
#include "runs/undo.h"
#include "runs_bench.h"

#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct RevokeBench : Bench {
    QList<GrantRow> rows(const QStringList &usernames) const
    {
        QList<GrantRow> all;
        for (const QString &username : usernames) {
            GrantRow row;
            row.row = int(all.size()) + 1;
            row.recipient = username;
            for (const Account &account : std::as_const(fake->accounts)) {
                if (account.username == username)
                    row.account = account;
            }
            all.append(row);
        }
        return all;
    }
    /// As the forum lists it now.
    Badge listed(const Badge &badge) const { return *fake->catalogue.find(badge.id); }
    Result<Plan> revokePlan(const Badge &badge, const QList<GrantRow> &list, bool everybody = false)
    {
        RevokeInput input;
        input.forum = fake;
        input.badge = listed(badge);
        input.rows = list;
        input.everybody = everybody;
        std::optional<Result<Plan>> made;
        planRevokeList(input, &clock, fake.get())->then(fake.get(), [&](const Result<Plan> &plan) { made = plan; });
        wind([&] { return made.has_value(); });
        return made.value_or(fail(ErrorKind::TimedOut));
    }
    Result<Holdings> holdings(const Badge &badge, const QList<Account> &people)
    {
        std::optional<Result<Holdings>> read;
        readHoldings(fake, listed(badge), people, &clock, fake.get())->then(fake.get(), [&](const Result<Holdings> &found) { read = found; });
        wind([&] { return read.has_value(); });
        return read.value_or(fail(ErrorKind::TimedOut));
    }
};

QList<Verdict> verdicts(const Plan &plan)
{
    QList<Verdict> all;
    for (const Step &step : plan.steps)
        all.append(step.verdict);
    return all;
}

} // namespace

/// Grants found from a list of people, or of all holders, and taken back.
class RunsRevokeListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRowGetsItsVerdict()
    {
        RevokeBench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList people = bench.people(2);
        const Grant grant = bench.fake->addGrant(badge.id, people.first(), bench.clock.utcNow());
        QList<GrantRow> rows = bench.rows({u"user0"_s, u"user1"_s, u"user0"_s, u"nobody"_s, u"us"_s, u"mail@x.example"_s, u"user1"_s});
        rows[4].ambiguous = true;
        rows[4].suggestions = bench.fake->accounts;
        rows[5].lookUpError = Error::of(ErrorKind::Forbidden);
        const auto plan = bench.revokePlan(badge, rows);
        QVERIFY(plan);
        QCOMPARE(plan->title, u"Revoke Apex"_s);
        QCOMPARE(verdicts(*plan), (QList<Verdict>{Verdict::Ready, Verdict::NotHeld, Verdict::DuplicateRow, Verdict::NoSuchAccount,
                                                  Verdict::Ambiguous, Verdict::NotLookedUp, Verdict::DuplicateRow}));
        QCOMPARE(std::get<RevokeStep>(plan->steps.first().what).grantId, grant.id);
        QCOMPARE(std::get<RevokeStep>(plan->steps.first().what).grantedAt, grant.grantedAt);
        QCOMPARE(plan->steps.at(2).verdictDetail, u"same person as row 1"_s);
        QCOMPARE(plan->wantedCount(), 1);
        for (const Step &step : plan->steps)
            QVERIFY(!step.mayInsist());
        QVERIFY(plan->remarks.first().contains(u"new date"_s));
        QCOMPARE(*verdictFromName(u"not-held"_s), Verdict::NotHeld);
    }

    void aPersonLosesAllTheirGrantsAndTheUndoGivesThemBack()
    {
        RevokeBench bench;
        Badge often = bench.fake->addBadge(u"Often"_s, true);
        bench.fake->catalogue.badges.last().showPosts = true;
        bench.people(2);
        bench.reason(7);
        bench.fake->addGrant(often.id, u"user0"_s, bench.clock.utcNow(), 7);
        bench.fake->addGrant(often.id, u"user0"_s, bench.clock.utcNow(), 8);
        const Grant others = bench.fake->addGrant(often.id, u"user1"_s, bench.clock.utcNow(), 7);
        const auto plan = bench.revokePlan(often, bench.rows({u"user0"_s}));
        QVERIFY(plan);
        QCOMPARE(plan->wantedCount(), 2);
        QCOMPARE(plan->peopleWanted(), 1);
        QCOMPARE(plan->remarks.size(), 1);
        Run *run = bench.begin(*plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(run->counts()[StepState::Done], 2);
        QCOMPARE(bench.fake->given.size(), 1);
        QCOMPARE(bench.fake->given.first().id, others.id);

        bench.clock.advance(24h);
        Run *undoing = bench.begin(*planUndo(*bench.ledger, run->id(), bench.fake, bench.clock));
        QVERIFY(bench.windUntil(undoing, RunState::Done));
        QCOMPARE(undoing->counts().failed(), 0);
        QCOMPARE(bench.fake->timesHeld(u"user0"_s, often.id), 2);
        QSet<qint64> topics;
        for (const Grant &grant : std::as_const(bench.fake->given)) {
            if (grant.holder == u"user0"_s)
                topics.insert(grant.topicId.value_or(0));
        }
        QCOMPARE(topics, (QSet<qint64>{7, 8}));
    }

    void theShorterWayIsTaken()
    {
        RevokeBench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const QStringList people = bench.people(300);
        for (const QString &name : people)
            bench.fake->addGrant(badge.id, name, bench.clock.utcNow());
        auto plan = bench.revokePlan(badge, bench.rows({u"user5"_s, u"user6"_s}));
        QVERIFY(plan);
        QCOMPARE(plan->wantedCount(), 2);
        QCOMPARE(bench.fake->count(u"held-by"_s), 2);
        QCOMPARE(bench.fake->count(u"holders"_s), 0);
        bench.fake->calls.clear();
        plan = bench.revokePlan(badge, bench.rows(people.mid(10, 200)));
        QVERIFY(plan);
        QCOMPARE(plan->wantedCount(), 200);
        QCOMPARE(bench.fake->count(u"held-by"_s), 0);
        QCOMPARE(bench.fake->count(u"holders"_s), 4);
        // Without the right to list them there is only the other way.
        bench.fake->calls.clear();
        bench.fake->abilities.deny(Ability::ListHolders, u"The key has no scope for it."_s);
        plan = bench.revokePlan(badge, bench.rows(people.mid(10, 20)));
        QVERIFY(plan);
        QCOMPARE(plan->wantedCount(), 20);
        QCOMPARE(bench.fake->count(u"held-by"_s), 20);
        // And without either none.
        bench.fake->abilities.deny(Ability::ListHeldBy, u"The key has no scope for it."_s);
        plan = bench.revokePlan(badge, bench.rows({u"user5"_s}));
        QVERIFY(!plan);
        QCOMPARE(plan.error().detail, u"The key has no scope for it."_s);
    }

    void everybody()
    {
        RevokeBench bench;
        bench.fake->pageSize = 2;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        const Badge other = bench.fake->addBadge(u"Summit"_s);
        const QStringList people = bench.people(5);
        for (const QString &name : people)
            bench.fake->addGrant(badge.id, name, bench.clock.utcNow());
        bench.fake->addGrant(other.id, u"user0"_s, bench.clock.utcNow());
        bench.fake->refuseNext(u"holders"_s, Error::of(ErrorKind::Server)); // and again
        const auto plan = bench.revokePlan(badge, {}, true);
        QVERIFY(plan);
        QCOMPARE(plan->wantedCount(), 5);
        QCOMPARE(plan->steps.first().recipient, u"user4"_s);
        QVERIFY(plan->steps.first().account().id > 0);
        Run *run = bench.begin(*plan);
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.fake->given.size(), 1);
        QCOMPARE(bench.revokePlan(badge, {}, true)->steps.size(), 0);
    }

    void aDisabledBadge()
    {
        RevokeBench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.people(1);
        bench.fake->addGrant(badge.id, u"user0"_s, bench.clock.utcNow());
        bench.fake->catalogue.badges.last().enabled = false;
        // What a person holds the forum tells all the same, who holds it it does not.
        QCOMPARE(bench.revokePlan(badge, bench.rows({u"user0"_s}))->wantedCount(), 1);
        const auto plan = bench.revokePlan(badge, {}, true);
        QVERIFY(!plan);
        QVERIFY2(plan.error().detail.contains(u"disabled"_s), qPrintable(plan.error().detail));
    }

    void whatCannotBeReadOrDone()
    {
        RevokeBench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->catalogue.badges.last().grantCount = 200; // each person is fewer requests
        bench.people(2);
        bench.fake->addGrant(badge.id, u"user1"_s, bench.clock.utcNow());
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Forbidden));
        auto plan = bench.revokePlan(badge, bench.rows({u"user0"_s, u"user1"_s}));
        QVERIFY(plan);
        QCOMPARE(verdicts(*plan), (QList<Verdict>{Verdict::NotLookedUp, Verdict::Ready}));
        bench.fake->refuseNext(u"held-by"_s, Error::of(ErrorKind::Unauthorised), 2);
        plan = bench.revokePlan(badge, bench.rows({u"user0"_s, u"user1"_s}));
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::Unauthorised);
        bench.fake->calls.clear();
        bench.fake->abilities.deny(Ability::Revoke, u"Only staff may."_s);
        plan = bench.revokePlan(badge, bench.rows({u"user0"_s, u"user1"_s}));
        QCOMPARE(verdicts(*plan), (QList<Verdict>{Verdict::NotAllowed, Verdict::NotAllowed}));
        QVERIFY(bench.fake->calls.isEmpty());
    }

    void theTableOfHoldersIsAListOfPeople()
    {
        RevokeBench bench;
        const Badge badge = bench.fake->addBadge(u"Apex"_s);
        bench.fake->addAccount(u"ada"_s, u"=Ada, \"the\" first"_s);
        bench.fake->addAccount(u"bob"_s);
        bench.fake->addGrant(badge.id, u"ada"_s, bench.clock.utcNow(), 7);
        bench.fake->addGrant(badge.id, u"bob"_s, bench.clock.utcNow());
        const auto holdings = bench.holdings(badge, {});
        QVERIFY(holdings);
        const QByteArray csv = holdersCsv(*holdings, bench.fake->connection().base);
        QVERIFY2(csv.startsWith("username,name,granted_at,granted_by,reason\r\n"), csv.constData());
        QVERIFY(csv.contains("\"'=Ada, \"\"the\"\" first\"")); // no formula for a spreadsheet
        const auto table = people::readTable(csv);
        QVERIFY(table);
        const auto mapped = people::recipientsFrom(*table, people::guessMapping(*table));
        QVERIFY(mapped);
        QCOMPARE(mapped->recipients.size(), 2);
        QCOMPARE(mapped->recipients.at(1).text, u"ada"_s);
        QCOMPARE(mapped->recipients.at(1).reason, bench.fake->connection().base.toString() + u"/t/-/7/1"_s);
        QCOMPARE(mapped->recipients.at(0).text, u"bob"_s);
        QVERIFY(mapped->recipients.at(0).reason.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunsRevokeListTest)
#include "runs_revoke_list_test.moc"
