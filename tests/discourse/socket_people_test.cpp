// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse_cases.h"

#include <QElapsedTimer>
#include <QUrlQuery>

namespace badgewright::discourse_cases {

using namespace Qt::StringLiterals;
using test::Answer;
using test::await;
using test::kindOf;

namespace {

QString valueOf(const test::Seen &seen, const QString &name)
{
    return QUrlQuery(QUrl::fromEncoded(seen.target)).queryItemValue(name, QUrl::FullyDecoded);
}

QByteArray person(const QString &name, int id)
{
    return QStringLiteral(R"({"id":%1,"username":"%2","avatar_template":"/a/{size}.png"})").arg(id).arg(name).toUtf8();
}

// Answers a list of names with everybody on it.
Answer everybody(const test::Seen &seen)
{
    QByteArrayList rows;
    int id = 1;
    for (const QString &name : valueOf(seen, u"usernames"_s).split(u','))
        rows << person(name.toLower(), ++id);
    return Answer::ok("{\"users\":[" + rows.join(',') + "]}");
}

QStringList names(int count, const QString &pattern = u"person%1"_s)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all << pattern.arg(i);
    return all;
}

} // namespace

void SocketPeopleCases::long_lists_are_asked_in_parts()
{
    Lying site;
    const ForumPtr forum = site.open();
    site.say("GET /admin/users/list/suspended.json", Answer::ok("[]"));
    site.say("GET /admin/users/list/staged.json", Answer::ok("[]"));
    QList<test::Seen> lists;
    site.server.handle([&](const test::Seen &seen) {
        if (!seen.target.startsWith("/u/search/users.json"))
            return Answer::ok("[]");
        lists << seen;
        return everybody(seen);
    });
    const auto found = await(forum->people()->lookUp(names(250)));
    WORKED(found);
    QCOMPARE(found->size(), 250);
    QCOMPARE(found->at(249).username, u"person249"_s);
    QCOMPARE(lists.size(), 3);
    lists.clear();
    // Letters that take nine bytes each in an address.
    const auto wide = await(forum->people()->lookUp(names(100, u"漢字漢字漢字漢字%1"_s)));
    WORKED(wide);
    QCOMPARE(wide->size(), 100);
    QVERIFY(lists.size() > 1);
    for (const test::Seen &seen : lists)
        QVERIFY(seen.target.size() < 4000);
}

void SocketPeopleCases::an_unknown_version_that_finds_nobody()
{
    Lying site;
    site.say("GET /about.json", Answer::of(403));
    site.say("GET /u/search/users.json", Answer::ok(R"({"users":[]})"));
    site.say("GET /u/bob.json", Answer::ok("{\"user\":" + person(u"bob"_s, 3) + "}"));
    const ForumPtr forum = site.open();
    // May be a forum that overlooks the list: nobody is called unknown by such an answer.
    const auto found = await(forum->people()->lookUp({u"bob"_s, u"carol"_s, u"dave"_s, u"erin"_s}));
    WORKED(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(site.seen("GET /u/erin.json").size(), 1);
}

void SocketPeopleCases::old_forums_take_the_shorter_road()
{
    Lying site;
    site.version("3.1.0", 150);
    const ForumPtr forum = site.open();
    int pages = 0;
    int persons = 0;
    site.server.handle([&](const test::Seen &seen) {
        if (seen.target.startsWith("/admin/users/list/active.json")) {
            ++pages;
            const int page = valueOf(seen, u"page"_s).toInt();
            QByteArrayList rows;
            for (int i = (page - 1) * 100; i < qMin(page * 100, 150); ++i)
                rows << person(u"person%1"_s.arg(i), i + 1);
            return Answer::ok('[' + rows.join(',') + ']');
        }
        if (seen.target.startsWith("/admin/users/list/suspended.json"))
            return Answer::ok(valueOf(seen, u"page"_s) == u"1"_s ? QByteArray(R"([{"id":7,"username":"person6","suspended_till":"2999-01-01"}])") : "[]");
        if (seen.target.startsWith("/admin/users/list/"))
            return Answer::ok("[]");
        ++persons;
        return Answer::of(404, R"({"errors":["?"],"error_type":"not_found"})");
    });
    // Ten names, two pages of people: the pages are fewer.
    auto found = await(forum->people()->lookUp(names(9) + QStringList{u"ghost"_s}));
    WORKED(found);
    QCOMPARE(found->size(), 9);
    QVERIFY(found->at(6).suspended);
    QVERIFY(!found->at(5).suspended);
    QVERIFY(pages >= 2);
    QCOMPARE(persons, 1); // the ghost, before it is called unknown
    // Two names: asking for both is less.
    pages = 0;
    persons = 0;
    found = await(forum->people()->lookUp({u"ghost"_s, u"spectre"_s}));
    WORKED(found);
    QVERIFY(found->isEmpty());
    QCOMPARE(pages, 0);
    QCOMPARE(persons, 2);
}

void SocketPeopleCases::old_forums_find_people_without_ids()
{
    Lying site;
    site.version("3.1.0", 5000);
    site.say("GET /u/search/users.json", Answer::ok(R"({"users":[{"username":"Bobby"},{"username":"bob"},{"username":"bob_gone"}]})"));
    site.say("GET /u/Bobby.json", Answer::ok("{\"user\":" + person(u"Bobby"_s, 3) + "}"));
    site.say("GET /u/bob.json", Answer::ok("{\"user\":" + person(u"bob"_s, 4) + "}"));
    const ForumPtr forum = site.open();
    for (int time = 0; time < 2; ++time) {
        const auto found = await(forum->people()->search(u"bob"_s, 10));
        WORKED(found);
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->at(0).id, 3);
        QCOMPARE(found->at(1).id, 4);
    }
    QCOMPARE(site.seen("GET /u/bob.json").size(), 1);
    // Whoever cannot be told from others is not offered.
    site.say("GET /u/bob_gone.json", Answer::of(500, {}, "text/plain"));
    QCOMPARE(kindOf(await(forum->people()->search(u"bob"_s, 10))), ErrorKind::Server);
}

void SocketPeopleCases::marks_are_no_reason_to_fail()
{
    Lying site;
    site.server.handle([&](const test::Seen &seen) {
        if (seen.target.startsWith("/u/search/users.json"))
            return everybody(seen);
        if (seen.target.startsWith("/admin/users"))
            return Answer::of(500, {}, "text/plain");
        return site.answers.value("GET " + seen.target.split('?').first(), Answer::of(404));
    });
    const ForumPtr forum = site.open();
    const auto found = await(forum->people()->lookUp(names(5)));
    WORKED(found);
    QCOMPARE(found->size(), 5);
}

void SocketPeopleCases::long_topics_wait_out_the_limit()
{
    Lying site;
    const ForumPtr forum = site.open();
    QByteArrayList ids;
    for (int i = 1; i <= 45; ++i)
        ids << QByteArray::number(i);
    const auto post = [](int id, const QByteArray &more = {}) {
        return R"({"id":)" + QByteArray::number(id) + R"(,"post_number":)" + QByteArray::number(id) + R"(,"username":"writer)"
            + QByteArray::number(id % 7) + R"(","user_id":)" + QByteArray::number(id % 7 + 1) + more + '}';
    };
    int limited = 0;
    int pages = 0;
    site.server.handle([&](const test::Seen &seen) {
        if (seen.target == "/t/9.json") {
            return Answer::ok(R"({"id":9,"title":"T","post_stream":{"posts":[)" + post(1) + ',' + post(2, R"(,"post_type":3)") + ','
                              + post(3, R"(,"deleted_at":"2026-01-01T00:00:00Z")") + ',' + post(4, R"(,"post_type":4)") + "],\"stream\":["
                              + ids.join(',') + "]}}");
        }
        ++pages;
        if (pages == 2 && ++limited == 1)
            return Answer::of(429, {}, "text/plain", {{"Retry-After", "1"}});
        QByteArrayList posts;
        const auto query = QUrlQuery(QUrl::fromEncoded(seen.target)).queryItems(QUrl::FullyDecoded);
        if (query.size() > 20)
            return Answer::of(400);
        for (const auto &[name, id] : query)
            posts << (id.toInt() == 45 ? post(45, R"(,"user_deleted":true)") : post(id.toInt()));
        return Answer::ok("{\"post_stream\":{\"posts\":[" + posts.join(',') + "]}}");
    });
    const auto people = await(forum->people()->topicParticipants(9));
    WORKED(people);
    // Posts 2 to 4 of the first page do not count, but their numbers come again later: seven writers in all.
    QCOMPARE(people->size(), 7);
    QCOMPARE(people->first().username, u"writer1"_s);
    QCOMPARE(limited, 1);
    QCOMPARE(pages, 4);
}

void SocketPeopleCases::likers_page_by_page()
{
    Lying site;
    const ForumPtr forum = site.open();
    site.server.handle([&](const test::Seen &seen) {
        const int page = valueOf(seen, u"page"_s).toInt();
        QByteArrayList rows;
        for (int i = page * 2; i < qMin(page * 2 + 2, 5); ++i)
            rows << person(u"fan%1"_s.arg(i), i + 1);
        return Answer::ok("{\"post_action_users\":[" + rows.join(',') + "],\"total_rows_post_action_users\":5}");
    });
    const auto likers = await(forum->people()->likers(12));
    WORKED(likers);
    QCOMPARE(likers->size(), 5);
    QVERIFY(site.server.seen().last().target.contains("post_action_type_id=2"));
    // A server that gives the same page for ever.
    site.server.handle([&](const test::Seen &) {
        return Answer::ok("{\"post_action_users\":[" + person(u"fan"_s, 1) + "],\"total_rows_post_action_users\":500}");
    });
    QCOMPARE(await(forum->people()->likers(12))->size(), 1);
}

void SocketPeopleCases::the_newer_address_of_reports()
{
    Lying site;
    site.version("2026.9.0-latest");
    const ForumPtr forum = site.open();
    const QByteArray list = R"({"queries":[{"id":4,"name":"R"}]})";
    site.say("GET /admin/plugins/discourse-data-explorer/queries.json", Answer::ok(list));
    WORKED(await(forum->people()->reports()));
    QVERIFY(site.seen("GET /admin/plugins/explorer/queries.json").isEmpty());
    // One that still has the old address although its version is new.
    Lying other;
    other.version("2026.9.0-latest");
    const ForumPtr behind = other.open();
    other.say("GET /admin/plugins/explorer/queries.json", Answer::ok(list));
    WORKED(await(behind->people()->reports()));
    WORKED(await(behind->people()->reports()));
    QCOMPARE(other.seen("GET /admin/plugins/discourse-data-explorer/queries.json").size(), 1);
    // Values that are not texts.
    other.say("POST /admin/plugins/explorer/queries/4/run.json",
              Answer::ok(R"({"success":true,"columns":["n","n","x"],"rows":[[1,null,true],[2.5,"a",{"b":[1]}]]})"));
    const auto rows = await(behind->people()->runReport(4, {}));
    WORKED(rows);
    QCOMPARE(rows->columns, (QStringList{u"n"_s, u"n"_s, u"x"_s}));
    QCOMPARE(rows->rows.first(), (QStringList{u"1"_s, u""_s, u"true"_s}));
    QCOMPARE(rows->rows.last(), (QStringList{u"2.5"_s, u"a"_s, u"{\"b\":[1]}"_s}));
    other.say("POST /admin/plugins/explorer/queries/4/run.json", Answer::ok(R"({"success":false,"errors":["no"],"rows":[]})"));
    QCOMPARE(kindOf(await(behind->people()->runReport(4, {}))), ErrorKind::Invalid);
}

void SocketPeopleCases::topics_by_slug_and_last_post()
{
    Lying site;
    const ForumPtr forum = site.open();
    const QByteArray first = R"({"id":7,"title":"T","highest_post_number":40,"post_stream":{"posts":[{"id":1,"post_number":1}]}})";
    site.say("GET /t/hello.json", Answer::redirect(301, site.server.url(u"/t/hello/7.json"_s)));
    site.say("GET /t/hello/7.json", Answer::ok(first));
    const auto bySlug = await(forum->people()->resolveReason(u"/t/hello"_s));
    WORKED(bySlug);
    QCOMPARE(bySlug->topicId, 7);
    QCOMPARE(bySlug->postNumber, 1);
    site.say("GET /t/7.json", Answer::ok(first));
    site.say("GET /t/7/40.json", Answer::ok(R"({"id":7,"title":"T","highest_post_number":40,"post_stream":{"posts":[{"id":9,"post_number":40}]}})"));
    const auto last = await(forum->people()->resolveReason(u"/t/7/last"_s));
    WORKED(last);
    QCOMPARE(last->postNumber, 40);
    // A number in the middle that is no more.
    site.say("GET /t/7/20.json", Answer::ok(first));
    QCOMPARE(kindOf(await(forum->people()->resolveReason(u"/t/7/20"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(forum->people()->resolveReason(u"/t/7/41"_s))), ErrorKind::NotFound);
}

void SocketPeopleCases::topics_that_have_grown()
{
    Lying site;
    const ForumPtr forum = site.open();
    const auto topic = [](int highest) {
        return R"({"id":7,"title":"T","highest_post_number":)" + QByteArray::number(highest) + R"(,"post_stream":{"posts":[)"
            + R"({"id":1,"post_number":1},{"id":)" + QByteArray::number(highest) + R"(,"post_number":)" + QByteArray::number(highest) + "}]}}";
    };
    site.say("GET /t/7.json", Answer::ok(topic(4)));
    QCOMPARE(await(forum->people()->resolveReason(u"/t/7/last"_s))->postNumber, 4);
    // Somebody answers.
    site.say("GET /t/7.json", Answer::ok(topic(5)));
    const auto fifth = await(forum->people()->resolveReason(u"/t/7/5"_s));
    WORKED(fifth);
    QCOMPARE(fifth->postNumber, 5);
    site.say("GET /t/7.json", Answer::ok(topic(6)));
    QCOMPARE(await(forum->people()->resolveReason(u"/t/7/last"_s))->postNumber, 6);
    // What is not there now either is asked for once; what is known costs nothing.
    const auto before = site.seen("GET /t/7.json").size();
    QCOMPARE(kindOf(await(forum->people()->resolveReason(u"/t/7/7"_s))), ErrorKind::NotFound);
    QCOMPARE(site.seen("GET /t/7.json").size(), before + 1);
    WORKED(await(forum->people()->resolveReason(u"/t/7/6"_s)));
    QCOMPARE(site.seen("GET /t/7.json").size(), before + 1);
}

} // namespace badgewright::discourse_cases
