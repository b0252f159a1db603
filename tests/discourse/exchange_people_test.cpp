// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange_cases.h"

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::await;
using test::kindOf;

void PeopleCases::searching()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"people:typeahead"_s});
    const auto people = await(forum->people()->search(u"memb"_s, 500));
    QVERIFY(replay.seen().at(5).target.contains("limit=50"));
    if (version == u"3.1"_s) {
        // The forum of 2023 leaves the ids of found people out, so they are looked up, which was not recorded.
        QVERIFY(replay.seen().last().target.contains("/admin/users/list/active.json"));
        QVERIFY(!people);
        return;
    }
    WORKED(people);
    QCOMPARE(people->size(), 6);
    QVERIFY(people->first().username.startsWith(u"member"_s));
    QVERIFY(people->first().displayName().startsWith(u"Member Number"_s));
    QVERIFY(people->first().id > 0);
    QVERIFY(await(forum->people()->search(u"  "_s))->isEmpty());
    NO_COMPLAINTS(replay);
}

void PeopleCases::looking_up()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const QStringList names{u"member01"_s, u"member02"_s, u"NOPE"_s, u"MEMBER03"_s, u"member01"_s, u"no name, this"_s};
    if (version == u"3.5"_s) {
        replay.arm({u"people:by names"_s});
        const auto people = await(forum->people()->lookUp(names));
        WORKED(people);
        QCOMPARE(people->size(), 3);
        QCOMPARE(people->at(2).username, u"member03"_s);
        QVERIFY(replay.seen().at(5).target.contains("usernames=member01%2Cmember02%2CNOPE%2CMEMBER03"));
        // Then the lists of suspended and staged people, which were not recorded: marks are worth no failure.
        QCOMPARE(replay.complaints().size(), 2);
        return;
    }
    // The forum of 2023 says nobody to such a list, so it is never sent. It has 69 people, on one page.
    QStringList all;
    for (const auto &row : replay.answer(u"people:all users page 1"_s))
        all << QString::fromStdString(row["username"]).toUpper();
    replay.arm({u"people:all users page 1"_s});
    const auto people = await(forum->people()->lookUp(all));
    WORKED(people);
    QCOMPARE(people->size(), all.size());
    QVERIFY(replay.seen().at(5).target.contains("/admin/users/list/active.json"));
    for (const test::Seen &seen : replay.seen())
        QVERIFY(!seen.target.contains("usernames="));
}

void PeopleCases::one_person()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"people:one user"_s});
    const auto person = await(forum->people()->byUsername(u"member01"_s));
    WORKED(person);
    QCOMPARE(person->id, 3);
    QVERIFY(!person->suspended);
    QVERIFY(!person->staged);
    replay.arm({u"people:unknown user"_s});
    QCOMPARE(kindOf(await(forum->people()->byUsername(u"nope_nope"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(forum->people()->byUsername(u"../admin"_s))), ErrorKind::NotFound);
    // A handful of names is asked for one by one: that says who is suspended, too.
    replay.arm({u"people:one user"_s, u"people:unknown user"_s});
    const auto found = await(forum->people()->lookUp({u"member01"_s, u"nope_nope"_s}));
    WORKED(found);
    QCOMPARE(found->size(), 1);
    NO_COMPLAINTS(replay);
}

void PeopleCases::by_other_marks()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"people:by e-mail"_s});
    const auto byEmail = await(forum->people()->byEmail(u"member3@example.com"_s));
    WORKED(byEmail);
    QCOMPARE(byEmail->size(), 1);
    QCOMPARE(byEmail->first().username, u"member03"_s);
    QVERIFY(replay.seen().last().target.contains("email=member3%40example.com"));
    QVERIFY(await(forum->people()->byEmail(u" "_s))->isEmpty());
    replay.arm({u"people:cards"_s});
    const auto cards = await(forum->people()->byIds({1, 2, 1}));
    WORKED(cards);
    QCOMPARE(cards->size(), 2);
    QVERIFY(replay.seen().last().target.contains("user_ids=1%2C2"));
    NO_COMPLAINTS(replay);
}

void PeopleCases::groups_and_members()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"people:groups"_s});
    const auto groups = await(forum->people()->groups());
    WORKED(groups);
    QCOMPARE(groups->first().name, u"admins"_s);
    QCOMPARE(groups->first().memberCount, 1);
    replay.arm({u"people:members"_s});
    const auto first = await(forum->people()->members(u"helpers"_s));
    WORKED(first);
    QCOMPARE(first->total, 55);
    QCOMPARE(first->nextOffset, 6); // the recording keeps six of fifty
    QVERIFY(replay.seen().last().target.contains("limit=1000"));
    replay.arm({u"people:members, second page"_s});
    const auto second = await(forum->people()->members(u"helpers"_s, 50));
    WORKED(second);
    QCOMPARE(second->accounts.size(), 5);
    QCOMPARE(second->nextOffset, -1);
    replay.arm({u"people:members of an unknown group"_s});
    QCOMPARE(kindOf(await(forum->people()->members(u"nope"_s))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);
}

void PeopleCases::topics()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    replay.arm({u"people:topic"_s});
    const auto people = await(forum->people()->topicParticipants(replay.idIn(u"people:topic"_s)));
    WORKED(people);
    QCOMPARE(people->size(), 6);
    QCOMPARE(people->first().username, u"ada_admin"_s);
    QCOMPARE(people->first().id, 1);
    replay.arm({u"people:topic, unknown"_s});
    const auto unknown = await(forum->people()->topicParticipants(999999));
    QCOMPARE(kindOf(unknown), version == u"3.5"_s ? ErrorKind::NotFound : ErrorKind::Server);
    NO_COMPLAINTS(replay);
}

void PeopleCases::reasons()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const qint64 topic = replay.idIn(u"people:topic"_s);
    const qint64 post = replay.idIn(u"people:post"_s);
    const QString base = replay.base().toString();
    const QString normal = base + u"/t/-/%1/%2"_s;

    replay.arm({u"people:topic"_s});
    const auto reason = await(forum->people()->resolveReason(base + u"/t/how-to-build-a-good-badge-set/%1"_s.arg(topic)));
    WORKED(reason);
    QCOMPARE(reason->url.toString(), normal.arg(topic).arg(1));
    QCOMPARE(reason->title, u"How to build a good badge set"_s);
    QCOMPARE(reason->topicId, topic);
    NO_COMPLAINTS(replay);
    // What is known of the topic now serves every other way of writing it, without another request.
    const auto requests = replay.seen().size();
    for (const QString &written :
         {base + u"/t/%1/4"_s.arg(topic), base + u"/t/x/%1/4?u=ada#post_2"_s.arg(topic), u"/t/%1/4"_s.arg(topic), u"t/-/%1/4"_s.arg(topic),
          base + u"/t/x/%1#post_4"_s.arg(topic), u"  <%1/n/x/%2/4>  "_s.arg(base).arg(topic), base + u"/posts/by_number/%1/4"_s.arg(topic),
          replay.base().authority() + u"/t/x/%1/4"_s.arg(topic), base + u"/t/%1/4.json"_s.arg(topic)}) {
        const auto found = await(forum->people()->resolveReason(written));
        QVERIFY2(found, qPrintable(written));
        QCOMPARE(found->url.toString(), normal.arg(topic).arg(4));
    }
    QCOMPARE(replay.seen().size(), requests);
    // A post's own address says nothing of its topic: the forum is asked.
    for (const QString &page : {u"/p/%1"_s, u"/posts/%1"_s}) {
        replay.arm({u"people:post"_s});
        const auto found = await(forum->people()->resolveReason(base + page.arg(post)));
        WORKED(found);
        QCOMPARE(found->url.toString(), normal.arg(topic).arg(4));
    }
    replay.arm({u"people:topic, unknown"_s});
    QCOMPARE(kindOf(await(forum->people()->resolveReason(u"/t/x/999999"_s))), ErrorKind::NotFound);
    replay.arm({u"people:topic"_s}); // it may have grown since
    QCOMPARE(kindOf(await(forum->people()->resolveReason(u"/t/x/%1/900"_s.arg(topic)))), ErrorKind::NotFound);
    NO_COMPLAINTS(replay);

    // With a key that opens neither, a public forum is read as a visitor does.
    Replay other(version);
    const auto narrow = other.signIn(u"badges"_s, u"ada_admin"_s,
                                     {u"site-and-keys:basic info, no key"_s, u"site-and-keys:scopes of a granular key"_s,
                                      u"site-and-keys:client settings"_s, u"site-and-keys:about"_s});
    QVERIFY(narrow);
    other.arm({u"people:post"_s, u"people:topic"_s});
    const auto visitor = await((*narrow)->people()->resolveReason(u"/p/%1"_s.arg(post)));
    QVERIFY(visitor);
    QCOMPARE(visitor->postNumber, 4);
    QVERIFY(!other.seen().last().headers.contains("api-key"));
}

void PeopleCases::reasons_elsewhere_data()
{
    QTest::addColumn<QString>("written");
    QTest::newRow("another site") << u"https://example.com/t/x/1"_s;
    QTest::newRow("another port") << u"http://127.0.0.1:1/t/x/1"_s;
    QTest::newRow("another site, bare") << u"example.com/t/x/1"_s;
    QTest::newRow("a user") << u"/u/ada_admin"_s;
    QTest::newRow("a category") << u"/c/general/4"_s;
    QTest::newRow("words") << u"for good work"_s;
    QTest::newRow("a number") << u"79"_s;
    QTest::newRow("nothing") << u" "_s;
    QTest::newRow("no number") << u"/posts/x"_s;
    QTest::newRow("huge number") << u"/t/x/99999999999999999999"_s;
}

void PeopleCases::reasons_elsewhere()
{
    QFETCH_GLOBAL(QString, version);
    QFETCH(QString, written);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    const auto reason = await(forum->people()->resolveReason(written));
    QCOMPARE(kindOf(reason), ErrorKind::RefusedHere);
    QVERIFY(reason.error().detail.endsWith(u'.'));
    NO_COMPLAINTS(replay);
}

void PeopleCases::reports()
{
    QFETCH_GLOBAL(QString, version);
    Replay replay(version);
    const ForumPtr forum = replay.admin();
    if (version == u"3.1"_s) {
        // Not installed: both addresses are tried, and the key is asked about each time.
        replay.arm({u"people:reports"_s, u"site-and-keys:scopes of a global key"_s});
        QVERIFY(!await(forum->people()->reports()));
        return;
    }
    replay.arm({u"people:reports"_s});
    const auto reports = await(forum->people()->reports());
    WORKED(reports);
    QCOMPARE(reports->first().name, u"New members"_s);
    const qint64 id = reports->first().id;
    replay.arm({u"people:a report"_s});
    const auto report = await(forum->people()->report(id));
    WORKED(report);
    QCOMPARE(report->parameters.size(), 1);
    QCOMPARE(report->parameters.first().name, u"days"_s);
    QCOMPARE(report->parameters.first().type, u"int"_s);
    QCOMPARE(report->parameters.first().defaultValue, u"30"_s);
    replay.arm({u"people:run a report"_s});
    const auto rows = await(forum->people()->runReport(id, {{u"days"_s, u"30"_s}}));
    WORKED(rows);
    QCOMPARE(rows->columns, QStringList{u"user_id"_s});
    QCOMPARE(rows->rows.size(), 5);
    QCOMPARE(rows->rows.first(), QStringList{u"1"_s});
    const QByteArray sent = replay.seen().last().body;
    QVERIFY(sent.contains("params=%7B%22days%22%3A%2230%22%7D"));
    replay.arm({u"people:run a report, bad parameter"_s});
    const auto wrong = await(forum->people()->runReport(id, {{u"days"_s, u"many"_s}}));
    QCOMPARE(kindOf(wrong), ErrorKind::Invalid);
    QCOMPARE(wrong.error().serverWords, QStringList{u"Checks::Refused: 'many' is no int"_s});
}

} // namespace badgewright::discourse_cases
