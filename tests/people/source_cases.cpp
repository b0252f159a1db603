// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "people/matcher.h"
#include "people/people_source.h"
#include "support/await.h"
#include "support/fake_forum.h"
#include "support/manual_clock.h"
#include "support/quick_clock.h"

#include <QSignalSpy>
#include <QtTest>

using namespace badgewright;
using namespace badgewright::people;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

namespace {

struct SourceBench {
    QuickClock clock;
    FakeForum forum{&clock};
    QObject owner;

    SourceBench()
    {
        for (const QString &name : {u"ada"_s, u"bobby"_s, u"cora"_s, u"delia"_s, u"elmer"_s})
            forum.addAccount(name, {});
        forum.accounts[1].suspended = true;
    }
    SourceDesks desks() { return {forum.people(), forum.grants(), &clock}; }
    /// As lists give them: without a word about who is suspended.
    QList<Account> listed(const QStringList &names) const
    {
        QList<Account> found;
        for (const QString &name : names) {
            for (Account one : forum.accounts) {
                one.suspended = false;
                if (one.username == name)
                    found << one;
            }
        }
        return found;
    }
    Result<SourcePeople> read(const SourceSpec &spec) { return await(readSource(desks(), spec, &owner)); }
};

SourceSpec groupOf(const QString &name)
{
    SourceSpec spec;
    spec.kind = SourceKind::Group;
    spec.group = name;
    return spec;
}

SourceSpec linked(SourceKind kind, const QString &link)
{
    SourceSpec spec;
    spec.kind = kind;
    spec.link = link;
    return spec;
}

SourceSpec reportOf(qint64 id, const QHash<QString, QString> &parameters = {})
{
    SourceSpec spec;
    spec.kind = SourceKind::Report;
    spec.report = id;
    spec.parameters = parameters;
    return spec;
}

/// "ada 2:bobby!" with an exclamation mark for who is suspended; words in brackets have no account yet.
QString shown(const Result<SourcePeople> &people)
{
    if (!people)
        return people.error().kind == ErrorKind::RefusedHere ? people.error().detail : errorKindName(people.error().kind);
    QStringList all;
    for (const Recipient &r : people->recipients)
        all << (r.account ? r.account->username + (r.account->suspended ? u"!"_s : QString()) : u'(' + r.key + u')');
    return all.join(u' ');
}

} // namespace

void SourceCases::readsAGroupPageByPage()
{
    SourceBench bench;
    bench.forum.pageSize = 2;
    bench.forum.groupMembers.insert(u"staff"_s, bench.listed({u"ada"_s, u"bobby"_s, u"cora"_s, u"delia"_s, u"ada"_s}));
    auto *call = readSource(bench.desks(), groupOf(u"staff"_s), &bench.owner);
    QSignalSpy progress(call, &PendingCall::progress);
    const auto people = await(call);
    QCOMPARE(shown(people), u"ada bobby! cora delia"_s);
    QCOMPARE(people->recipients.last().row, 4);
    QCOMPARE(bench.forum.calls, (QStringList{u"members staff"_s, u"members staff"_s, u"members staff"_s, u"marked 4"_s}));
    QCOMPARE(progress.size(), 3);
    QCOMPARE(progress.at(1).at(0).toInt(), 4);
    QCOMPARE(progress.at(1).at(1).toInt(), 5);
    QCOMPARE(shown(bench.read(groupOf(u"nobody"_s))), QString());
    bench.forum.refuseNext(u"members"_s, Error::of(ErrorKind::Forbidden));
    QCOMPARE(shown(bench.read(groupOf(u"staff"_s))), u"forbidden"_s);
}

void SourceCases::readsHoldersOnceEach()
{
    SourceBench bench;
    bench.forum.pageSize = 2;
    const Badge badge = bench.forum.addBadge(u"Often"_s, true);
    for (const QString &name : {u"ada"_s, u"cora"_s, u"ada"_s, u"delia"_s})
        bench.forum.addGrant(badge.id, name, bench.clock.utcNow());
    SourceSpec spec;
    spec.kind = SourceKind::Holders;
    spec.badge = badge.id;
    QCOMPARE(shown(bench.read(spec)), u"delia ada cora"_s); // newest first
    QCOMPARE(bench.forum.count(u"holders"_s), 2);
    spec.badge = 999;
    QVERIFY(shown(bench.read(spec)).startsWith(u"There is no such badge on this forum, or it is disabled"_s));
}

void SourceCases::readsATopicByItsLink()
{
    SourceBench bench;
    bench.forum.reasons.insert(u"forum.example/t/fair/14"_s, {QUrl(), 14, 1, u"Fair"_s, 140});
    bench.forum.topicPeople.insert(14, bench.listed({u"elmer"_s, u"bobby"_s}));
    QCOMPARE(shown(bench.read(linked(SourceKind::Topic, u"forum.example/t/fair/14"_s))), u"elmer bobby!"_s);
    QCOMPARE(bench.forum.calls, (QStringList{u"resolve forum.example/t/fair/14"_s, u"participants 14"_s, u"marked 2"_s}));
}

void SourceCases::readsTheLikersOfThePost()
{
    SourceBench bench;
    bench.forum.reasons.insert(u"/t/fair/14/3"_s, {QUrl(), 14, 3, u"Fair"_s, 143});
    bench.forum.postLikers.insert(143, bench.listed({u"cora"_s}));
    QCOMPARE(shown(bench.read(linked(SourceKind::Likers, u"/t/fair/14/3"_s))), u"cora"_s);
    QVERIFY(bench.forum.calls.contains(u"likers 143"_s));
}

void SourceCases::saysWhatIsNoLink()
{
    SourceBench bench;
    QCOMPARE(shown(bench.read(linked(SourceKind::Topic, u"https://elsewhere.example/t/1"_s))), u"This link does not lead to forum.example."_s);
    QCOMPARE(shown(bench.read(linked(SourceKind::Likers, u"https://forum.example/t/999"_s))),
             u"There is no post at https://forum.example/t/999, or this account may not see it."_s);
    QCOMPARE(shown(bench.read(reportOf(9))), u"There is no report 9 on this forum."_s);
}

void SourceCases::asksWhatAReportNeeds()
{
    SourceBench bench;
    Report report;
    report.id = 7;
    report.name = u"Helpers"_s;
    report.parameters = {{u"days"_s, u"int"_s, u"30"_s, false}, {u"since"_s, u"date"_s, {}, false}, {u"team"_s, u"string"_s, {}, true}};
    bench.forum.reportList << report;
    QCOMPARE(shown(bench.read(reportOf(7))), u"The report “Helpers” needs to be told: since (date)."_s);
    QCOMPARE(shown(bench.read(reportOf(7, {{u"day"_s, u"3"_s}}))), u"The report “Helpers” has no parameter “day”."_s);
    QCOMPARE(bench.forum.count(u"run-report"_s), 0);
    QVERIFY(neededParameters(report, {{u"since"_s, u"2026-01-01"_s}}).isEmpty());
}

void SourceCases::runsAReportWithItsParameters()
{
    SourceBench bench;
    Report report;
    report.id = 7;
    report.parameters = {{u"since"_s, u"date"_s, {}, false}};
    bench.forum.reportList << report;
    bench.forum.reportRows.insert(7, {{u"user_id"_s, u"likes"_s}, {{u"1"_s, u"9"_s}, {u""_s, u"8"_s}, {u"3"_s, u"7"_s}}});
    const auto people = bench.read(reportOf(7, {{u"since"_s, u"2026-01-01"_s}}));
    QCOMPARE(shown(people), u"(1) (3)"_s);
    QCOMPARE(people->recipients.first().kind, RecipientKind::Id);
    QCOMPARE(people->recipients.last().row, 3);
    QCOMPARE(people->remarks, QStringList{u"Row 2 names nobody and was left out."_s});
    QVERIFY(bench.forum.calls.contains(u"run-report 7 since=2026-01-01"_s));
    bench.forum.refuseNext(u"run-report"_s, Error::of(ErrorKind::Invalid));
    QCOMPARE(shown(bench.read(reportOf(7, {{u"since"_s, u"x"_s}}))), u"invalid"_s);
}

void SourceCases::knowsTheColumnsOfReports_data()
{
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("found");
    QTest::newRow("id first") << QStringList{u"username"_s, u"email"_s, u"user_id"_s} << QStringList{u"ada"_s, u"ada@x.org"_s, u"12"_s} << u"12 |  | "_s;
    QTest::newRow("never a post's id") << QStringList{u"id"_s, u"post_id"_s, u"username"_s} << QStringList{u"5"_s, u"6"_s, u"ada"_s} << u"ada |  | "_s;
    QTest::newRow("mail") << QStringList{u"name"_s, u"Email"_s} << QStringList{u"Ada"_s, u"ada@x.org"_s} << u"ada@x.org |  | "_s;
    QTest::newRow("with reason and points") << QStringList{u"user_id"_s, u"reason"_s, u"points"_s} << QStringList{u"12"_s, u"/t/-/3/4"_s, u"5"_s} << u"12 | /t/-/3/4 | 5"_s;
    QTest::newRow("nobody") << QStringList{u"id"_s, u"count"_s} << QStringList{u"12"_s, u"3"_s}
                            << u"The report names nobody: it has no column user_id, username or email, but id, count."_s;
}

void SourceCases::knowsTheColumnsOfReports()
{
    QFETCH(QStringList, columns);
    QFETCH(QStringList, cells);
    QFETCH(QString, found);
    const auto people = recipientsFrom(ReportRows{columns, {cells}});
    if (!people) {
        QCOMPARE(people.error().detail, found);
        return;
    }
    const Recipient &r = people->recipients.first();
    QCOMPARE(r.key + u" | "_s + r.reason + u" | "_s + r.points, found);
}

void SourceCases::waitsWhenTheForumSaysSo()
{
    SourceBench bench;
    bench.forum.groupMembers.insert(u"staff"_s, bench.listed({u"ada"_s}));
    Error error = Error::of(ErrorKind::RateLimited);
    error.retryAfter = std::chrono::seconds(17);
    bench.forum.refuseNext(u"members"_s, error, 2);
    QCOMPARE(shown(bench.read(groupOf(u"staff"_s))), u"ada"_s);
    QCOMPARE(bench.forum.count(u"members"_s), 3);
    QVERIFY(bench.clock.pauses.contains(std::chrono::seconds(17)));
    bench.forum.refuseNext(u"members"_s, error, 20);
    QCOMPARE(shown(bench.read(groupOf(u"staff"_s))), u"rate-limited"_s); // it has an end
}

void SourceCases::cancels()
{
    SourceBench bench;
    bench.forum.groupMembers.insert(u"staff"_s, bench.listed({u"ada"_s}));
    bench.forum.holding = true;
    auto *call = readSource(bench.desks(), groupOf(u"staff"_s), &bench.owner);
    QTRY_COMPARE(bench.forum.calls.size(), 1);
    call->cancel();
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
    bench.forum.release();
    QCoreApplication::processEvents();
    QCOMPARE(bench.forum.calls.size(), 1);

    // The window is closed meanwhile: what the desk reads is called off.
    bench.forum.holding = true;
    auto *unheard = readSource(bench.desks(), groupOf(u"staff"_s), &bench.owner);
    QTRY_COMPARE(bench.forum.calls.size(), 2);
    auto *underWay = bench.forum.findChildren<Call<AccountPage> *>().value(0);
    QVERIFY(underWay && !underWay->isSettled());
    delete unheard;
    QVERIFY(underWay->isSettled());
}

void SourceCases::needsNoLookUp()
{
    SourceBench bench;
    bench.forum.groupMembers.insert(u"staff"_s, bench.listed({u"ada"_s, u"bobby"_s}));
    const auto people = bench.read(groupOf(u"staff"_s));
    const auto before = bench.forum.calls.size();
    Matcher matcher(bench.forum.people(), &bench.clock);
    const auto matches = await(matcher.match(people->recipients));
    QCOMPARE(matches->size(), 2);
    QCOMPARE(matches->at(1).status, MatchStatus::Found);
    QVERIFY(matches->at(1).account.suspended);
    QCOMPARE(bench.forum.calls.size(), before);
}

void SourceCases::idsAreMarkedToo()
{
    SourceBench bench;
    const QList<Recipient> ids{recipientFrom(QString::number(bench.forum.accounts.at(1).id), 1, RecipientKind::Id)};
    Matcher matcher(bench.forum.people(), &bench.clock);
    auto matches = await(matcher.match(ids));
    QCOMPARE(matches->first().status, MatchStatus::Found);
    QVERIFY(matches->first().account.suspended);
    // Not to know it is no reason to know nobody.
    matcher.forget();
    bench.forum.refuseNext(u"marked"_s, Error::of(ErrorKind::Forbidden));
    matches = await(matcher.match(ids));
    QCOMPARE(matches->first().status, MatchStatus::Found);
}
