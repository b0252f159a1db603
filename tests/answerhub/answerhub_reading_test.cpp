// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/addresses.h"
#include "answerhub/codec.h"
#include "cases.h"

namespace badgewright::answerhub_cases {

using namespace badgewright::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray userRow =
    R"({"id":40,"type":"user","username":"mod","realname":"Mo D","reputation":12,"emailHash":"abc","avatar":"/avatar/40.png","active":true,"suspended":true,"groups":[{"id":"3","name":"Users"}]})";

QByteArray awardRow(int id)
{
    return R"({"id":)" + QByteArray::number(id) + R"(,"name":"Type )" + QByteArray::number(id) + R"(","level":"gold"})";
}

QStringList namesOf(const QList<Account> &accounts)
{
    QStringList names;
    for (const Account &account : accounts)
        names += account.username;
    return names;
}

} // namespace

void ReadingCases::lists_that_lie_about_their_pages_data()
{
    QTest::addColumn<QList<QByteArray>>("pages"); // the last one is repeated for ever
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("requests");
    const QByteArray two = awardRow(1) + ',' + awardRow(2);
    QTest::newRow("all at once, as many pages as rows") << QList<QByteArray>{listOf(two, 1, 2, 2, 2)} << 2 << 1;
    QTest::newRow("empty") << QList<QByteArray>{listOf({}, 1, 0, 0, 0)} << 0 << 1;
    QTest::newRow("empty that claims more") << QList<QByteArray>{listOf({}, 1, 9, 0, 90)} << 0 << 1;
    QTest::newRow("two honest pages") << QList<QByteArray>{listOf(awardRow(1), 1, 2, 1, 2), listOf(awardRow(2), 2, 2, 1, 2)} << 2 << 2;
    QTest::newRow("a page that comes again") << QList<QByteArray>{listOf(two, 1, 30, 2, 60)} << 2 << 2;
    QTest::newRow("no numbers at all") << QList<QByteArray>{R"({"list":[)" + two + "]}"} << 2 << 2;
    QTest::newRow("a bare array") << QList<QByteArray>{"[" + two + "]"} << 2 << 2;
    QTest::newRow("wrapped in result") << QList<QByteArray>{R"({"success":true,"result":)" + listOf(two, 1, 1, 2, 2) + "}"} << 2 << 1;
}

void ReadingCases::lists_that_lie_about_their_pages()
{
    QFETCH(QList<QByteArray>, pages);
    QFETCH(int, rows);
    QFETCH(int, requests);
    Lying forum;
    const ForumPtr open = forum.open();
    const int before = forum.count("GET /services/v2/award.json");
    forum.server.handle([pages, turn = 0](const Seen &) mutable { return Answer::ok(pages[qMin(turn++, int(pages.size()) - 1)]); });
    const auto types = await(open->awards()->types());
    QVERIFY(types);
    QCOMPARE(types->size(), rows);
    QCOMPARE(forum.count("GET /services/v2/award.json") - before, requests);
}

void ReadingCases::a_list_without_end()
{
    Lying forum;
    const ForumPtr open = forum.open();
    forum.server.handle([turn = 0](const Seen &) mutable {
        ++turn;
        return Answer::ok(listOf(awardRow(turn), turn, 100'000, 1, 100'000));
    });
    QCOMPARE(kindOf(await(open->awards()->types())), ErrorKind::Unreadable);
    QCOMPARE(forum.count("GET /services/v2/award.json"), 201);
}

void ReadingCases::award_types()
{
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("award.json"),
              Answer::ok(listOf(R"({"id":"900","name":"Helpful","description":"<b>5</b> times","active":false,"level":"silver","mode":"per_node"},)"
                                R"({"awardId":901,"name":"Guru","level":"gold"})",
                                1, 1, 2, 2)));
    const auto types = await(open->awards()->types());
    QVERIFY(types);
    QCOMPARE(types->size(), 2);
    QCOMPARE(types->at(0).id, 900);
    QCOMPARE(types->at(0).description, u"<b>5</b> times"_s);
    QCOMPARE(types->at(0).active, false);
    QCOMPARE(types->at(0).mode, u"per_node"_s);
    QCOMPARE(types->at(1).id, 901);
    QCOMPARE(types->at(1).mode, QString());
    QCOMPARE(types->at(1).active, true);
}

void ReadingCases::held_awards_take_their_names_from_the_list()
{
    Lying forum;
    const ForumPtr open = forum.open();
    const QByteArray rows = R"({"id":507,"name":"awards.editor.bronze.name","count":2,"imageUrl":")" + forum.server.url().toEncoded()
        + R"(/themes/thub/x.png"},{"id":"12","name":"awards.other.name","count":"1","imageUrl":"http://elsewhere.example/y.png"})";
    forum.say("GET " + api("user/40/award.json"), Answer::ok(listOf(rows, 1, 1, 2, 2)));
    auto held = await(open->awards()->heldBy(40));
    QVERIFY(held);
    QCOMPARE(held->at(0).count, 2);
    QCOMPARE(held->at(1).typeId, 12);
    QCOMPARE(held->at(1).count, 1);
    QCOMPARE(held->at(1).name, u"awards.other.name"_s);

    const auto types = await(open->awards()->types());
    QCOMPARE(types->at(0).imageUrl, forum.server.url(u"/themes/thub/x.png"_s)); // only the person's list names it
    held = await(open->awards()->heldBy(40));
    QCOMPARE(held->at(0).name, u"Editor"_s);
}

void ReadingCases::a_held_award_without_a_count_is_unreadable()
{
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("user/40/award.json"), Answer::ok(listOf(R"({"id":507,"name":"x"})")));
    QCOMPARE(kindOf(await(open->awards()->heldBy(40))), ErrorKind::Unreadable);
}

void ReadingCases::people_by_name()
{
    Lying forum;
    const ForumPtr open = forum.open();
    const QByteArray others = R"({"id":41,"username":"moderna","realname":""},)" + userRow + R"(,{"id":42,"username":"MOD","active":true,"deactivated":true})";
    forum.say("GET " + api("user.json"), Answer::ok(listOf(others, 1, 1, 3, 3)));
    auto found = await(open->awards()->findUsers(u" @mod "_s));
    QVERIFY(found);
    QCOMPARE(namesOf(*found), (QStringList{u"mod"_s, u"MOD"_s, u"moderna"_s}));
    QCOMPARE(forum.lastQuery("GET " + api("user/getByUsername.json")), "username=mod"_ba);
    QVERIFY(forum.lastQuery("GET " + api("user.json")).startsWith("q=mod&"));
    QCOMPARE(found->at(0).id, 40);
    QCOMPARE(found->at(0).displayName(), u"Mo D"_s);
    QCOMPARE(found->at(0).suspended, true);
    QCOMPARE(found->at(0).avatarUrl, forum.server.url(u"/avatar/40.png"_s));
    QCOMPARE(found->at(1).active, false);
    QCOMPARE(found->at(2).displayName(), u"moderna"_s);

    forum.say("GET " + api("user/getByUsername.json"), Answer::ok(R"({"id":77,"username":"mod"})"));
    found = await(open->awards()->findUsers(u"mod"_s));
    QCOMPARE(found->first().id, 77);
    QCOMPARE(found->size(), 4);
    QCOMPARE(await(open->awards()->findUsers(u"  "_s))->size(), 0);
}

void ReadingCases::people_by_id_and_profile_address()
{
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("user/40.json"), Answer::ok(R"({"result":)" + userRow + "}"));
    for (const QString &text : {u"40"_s, forum.server.url(u"/users/40/mod.html"_s).toString(), u"/users/40/mod.html"_s}) {
        const auto found = await(open->awards()->findUsers(text));
        QVERIFY(found);
        QCOMPARE(namesOf(*found), QStringList{u"mod"_s});
    }
    QCOMPARE(await(open->awards()->user(40))->username, u"mod"_s);
    QCOMPARE(kindOf(await(open->awards()->user(41))), ErrorKind::NotFound);

    // Digits that are nobody's id may be somebody's name.
    forum.say("GET " + api("user/getByUsername.json"), Answer::ok(R"({"id":5,"username":"1984"})"));
    forum.say("GET " + api("user.json"), Answer::ok(listOf({}, 1, 0, 0, 0)));
    QCOMPARE(namesOf(*await(open->awards()->findUsers(u"1984"_s))), QStringList{u"1984"_s});
    QCOMPARE(await(open->awards()->findUsers(u"/users/1984/x.html"_s))->size(), 0);
}

void ReadingCases::people_where_one_route_is_closed()
{
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("user/getByUsername.json"), Answer::of(401, R"({"errors":{"message":"no"}})"));
    forum.say("GET " + api("user.json"), Answer::ok(listOf(userRow)));
    QCOMPARE(namesOf(*await(open->awards()->findUsers(u"mod"_s))), QStringList{u"mod"_s});
    forum.say("GET " + api("user/getByUsername.json"), Answer::ok(userRow));
    forum.say("GET " + api("user.json"), Answer::of(500));
    QCOMPARE(namesOf(*await(open->awards()->findUsers(u"mod"_s))), QStringList{u"mod"_s});
    forum.say("GET " + api("user/getByUsername.json"), Answer::of(404));
    QCOMPARE(kindOf(await(open->awards()->findUsers(u"mod"_s))), ErrorKind::Server);
}

void ReadingCases::actions_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("date"); // ISO, or "?" and the text as it came
    QTest::addColumn<qint64>("user");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<QString>("node");
    const QByteArray user = R"("user":{"id":40,"username":"mod"},"verb":"edited",)";
    const QByteArray node = R"("node":{"id":70,"type":"question","title":"Plums?"})";
    const qint64 nobody = 0;
    QTest::newRow("milliseconds, privateAction, ip") << R"({"id":5001,"ip":"203.0.113.9",)" + user + R"("actionDate":1546510830000,"canceled":false,"privateAction":true,)" + node + "}"
                                                     << u"2019-01-03T10:20:30Z"_s << qint64(40) << false << true << u"70 question Plums?"_s;
    QTest::newRow("SQL date, private, id as string") << R"({"id":"5001",)" + user + R"("actionDate":"2019-01-03 10:20:30.5","private":true,)" + node + "}"
                                                     << u"2019-01-03T10:20:30Z"_s << qint64(40) << false << true << u"70 question Plums?"_s;
    QTest::newRow("Java date, wrapped, cancelled, actionId")
        << R"({"success":true,"result":{"closeAction":{"actionId":5001,)" + user + R"("actionDate":"Thu Jan 03 10:20:30 UTC 2019","canceled":true,"private":false,)" + node + "}}}"
        << u"2019-01-03T10:20:30Z"_s << qint64(40) << true << false << u"70 question Plums?"_s;
    QTest::newRow("Java date of another zone") << R"({"id":5001,)" + user + R"("actionDate":"Thu Jan 03 05:20:30 EST 2019",)" + node + "}" << u"2019-01-03T10:20:30Z"_s << qint64(40)
                                               << false << false << u"70 question Plums?"_s;
    QTest::newRow("a date nobody knows") << R"({"id":5001,)" + user + R"("actionDate":"last Thursday",)" + node + "}" << u"?last Thursday"_s << qint64(40) << false << false
                                         << u"70 question Plums?"_s;
    QTest::newRow("missing user, nodeId") << R"({"id":5001,"user":null,"verb":"edited","actionDate":1546510830000,"nodeId":70})"_ba << u"2019-01-03T10:20:30Z"_s << nobody << false << false
                                          << u"70"_s;
    QTest::newRow("the title of the question above") << R"({"id":5001,)" + user
            + R"("actionDate":1546510830000,"node":{"id":71,"type":"answer"},"rootNode":{"id":70,"title":"Plums?"}})"
                                                     << u"2019-01-03T10:20:30Z"_s << qint64(40) << false << false << u"71 answer Plums?"_s;
}

void ReadingCases::actions()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, date);
    QFETCH(qint64, user);
    QFETCH(bool, cancelled);
    QFETCH(bool, isPrivate);
    QFETCH(QString, node);
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("action/5001.json"), Answer::ok(body));
    const auto action = await(open->awards()->action(5001));
    QVERIFY(action);
    QCOMPARE(action->id, 5001);
    QCOMPARE(action->verb, u"edited"_s);
    QCOMPARE(action->user.id, user);
    QCOMPARE(action->cancelled, cancelled);
    QCOMPARE(action->isPrivate, isPrivate);
    QCOMPARE(u"%1 %2 %3"_s.arg(QString::number(action->nodeId), action->nodeType, action->nodeTitle).trimmed(), node);
    QCOMPARE(action->date.isValid() ? action->date.toString(Qt::ISODate) : u'?' + action->when, date);
    QVERIFY(open->capabilities().may(Ability::ReadActions));
}

void ReadingCases::a_history_and_a_page_that_comes_again()
{
    Lying forum;
    const ForumPtr open = forum.open();
    const QByteArray route = "GET " + api("user/40/action.json");
    const auto row = [](int id) { return R"({"id":)" + QByteArray::number(id) + R"(,"verb":"asked","actionDate":1546510830000,"user":{"id":40,"username":"mod"}})"; };
    forum.say(route, Answer::ok(listOf(row(9) + ',' + row(8), 1, 4, 2, 8)));
    auto page = await(open->awards()->actionsOf(40));
    QVERIFY(page);
    QCOMPARE(page->actions.size(), 2);
    QCOMPARE(page->pageCount, 4);
    page = await(open->awards()->actionsOf(40, 2)); // the same rows again: it does not page
    QCOMPARE(page->actions.size(), 0);
    QCOMPARE(page->pageCount, 1);
    forum.say(route, Answer::ok(listOf(row(7), 2, 2, 1, 3)));
    await(open->awards()->actionsOf(40, 1));
    forum.say(route, Answer::ok(listOf(row(6), 2, 2, 1, 3)));
    page = await(open->awards()->actionsOf(40, 2));
    QCOMPARE(page->actions.size(), 1);
    QCOMPARE(page->page, 2);
    forum.say(route, Answer::ok(listOf(row(9) + ',' + row(8), 1, 2, 2, 2)));
    QCOMPARE(await(open->awards()->actionsOf(40, 1))->pageCount, 1); // all at once
}

void ReadingCases::refused_actions_are_asked_once()
{
    Lying forum;
    const ForumPtr open = forum.open();
    QVERIFY(open->capabilities().may(Ability::ReadActions));
    const Answer refusal = Answer::of(401, R"({"errors":{"message":"not yours"}})");
    forum.say("GET " + api("action/5.json"), refusal);
    forum.say("GET " + api("user/40/action.json"), refusal);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(kindOf(await(open->awards()->action(5))), ErrorKind::Forbidden);
        QCOMPARE(kindOf(await(open->awards()->actionsOf(40))), ErrorKind::Forbidden);
    }
    QCOMPARE(forum.count("GET " + api("action/5.json")), 1);
    QCOMPARE(forum.count("GET " + api("user/40/action.json")), 1);
    QVERIFY(!open->capabilities().may(Ability::ReadActions));
    QVERIFY(!open->capabilities().of(Ability::ReadActions).reason.isEmpty());

    // A missing action is no refusal.
    Lying other;
    const ForumPtr second = other.open();
    QCOMPARE(kindOf(await(second->awards()->action(5))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(second->awards()->action(5))), ErrorKind::NotFound);
    QCOMPARE(other.count("GET " + api("action/5.json")), 2);
}

void ReadingCases::the_action_of_a_post_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("asked");
    QTest::newRow("question") << u"/questions/70/how-do-i.html"_s << u"question/70"_s;
    QTest::newRow("answer anchor") << u"/questions/70/how-do-i.html#answer-71"_s << u"answer/71"_s;
    QTest::newRow("comment anchor") << u"/questions/70/how-do-i.html?x=1#comment-72"_s << u"comment/72"_s;
    QTest::newRow("child to view") << u"/questions/70/how-do-i.html?childToView=72"_s << u"answer/72 comment/72"_s;
    QTest::newRow("answer page") << u"/answers/71/view.html"_s << u"answer/71"_s;
    QTest::newRow("comment page") << u"/comments/72/view.html"_s << u"comment/72"_s;
    QTest::newRow("id of a question") << u"70"_s << u"question/70"_s;
    QTest::newRow("id of a comment") << u" 72 "_s << u"question/72 answer/72 comment/72"_s;
}

void ReadingCases::the_action_of_a_post()
{
    QFETCH(QString, address);
    QFETCH(QString, asked);
    Lying forum;
    const ForumPtr open = forum.open();
    forum.say("GET " + api("question/70.json"), Answer::ok(R"({"id":70,"type":"question","title":"Plums?","lastEditedAction":5001})"));
    forum.say("GET " + api("answer/71.json"), Answer::ok(R"({"answer":{"id":71,"type":"answer","lastEditedAction":"5001"}})"));
    forum.say("GET " + api("comment/72.json"), Answer::ok(R"({"id":72,"type":"comment","lastEditedAction":5001})"));
    forum.say("GET " + api("action/5001.json"), Answer::ok(R"({"id":5001,"verb":"edited","actionDate":1546510830000,"user":{"id":9,"username":"somebody.else"}})"));
    const auto before = forum.server.seen().size();
    const QString whole = address.startsWith(u'/') ? forum.server.url().toString() + address : address;
    const auto action = await(open->awards()->actionOfPost(whole));
    QVERIFY(action);
    QCOMPARE(action->id, 5001);
    QCOMPARE(action->user.username, u"somebody.else"_s);
    QVERIFY(action->nodeId >= 70 && action->nodeId <= 72);
    QStringList routes;
    for (auto i = before; i < forum.server.seen().size() - 1; ++i)
        routes += QString::fromLatin1(forum.server.seen().at(i).target).mid(13).chopped(5);
    QCOMPARE(routes.join(u' '), asked);
}

void ReadingCases::addresses_of_other_sites()
{
    Lying forum;
    const ForumPtr open = forum.open();
    const auto before = forum.server.seen().size();
    QCOMPARE(kindOf(await(open->awards()->actionOfPost(u"https://elsewhere.example/questions/70/x.html"_s))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(open->awards()->actionOfPost(u"how do I prune"_s))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(open->awards()->findUsers(u"https://elsewhere.example/users/40/mod.html"_s))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(open->awards()->findUsers(forum.server.url(u"/questions/70/x.html"_s).toString()))), ErrorKind::RefusedHere);
    QCOMPARE(forum.server.seen().size(), before);
    // A post without an action, and one that is not there.
    forum.say("GET " + api("question/70.json"), Answer::ok(R"({"id":70,"type":"question"})"));
    QCOMPARE(kindOf(await(open->awards()->actionOfPost(u"/questions/70/x.html"_s))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(open->awards()->actionOfPost(u"71"_s))), ErrorKind::NotFound);
}

void ReadingCases::pictures_come_from_the_forum_only()
{
    using answerhub::ownPicture;
    const QUrl forumBase(u"https://forum.example/answers"_s);
    QCOMPARE(ownPicture(forumBase, u"http://forum.example/x.png"_s), QUrl(u"https://forum.example/x.png"_s));
    QCOMPARE(ownPicture(forumBase, u"/answers/x.png"_s), QUrl(u"https://forum.example/answers/x.png"_s));
    QCOMPARE(ownPicture(forumBase, u"https://cdn.example/x.png"_s), QUrl());
    QCOMPARE(ownPicture(forumBase, u"https://forum.example:8443/x.png"_s), QUrl());
    QCOMPARE(ownPicture(forumBase, u"data:image/png;base64,AAAA"_s), QUrl());

    Lying forum;
    forum.say("GET /x/y.png", Answer::of(200, "picture", "image/png"));
    const ForumPtr open = forum.open();
    QCOMPARE(*await(open->awards()->image(forum.server.url(u"/x/y.png"_s))), "picture"_ba);
    QCOMPARE(forum.server.seen().last().header("authorization"), QByteArray());
    QCOMPARE(kindOf(await(open->awards()->image(QUrl(u"http://elsewhere.example/y.png"_s)))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(open->awards()->image(forum.server.url(u"/none.png"_s)))), ErrorKind::NotFound);
}

void ReadingCases::errors_of_reads_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("kind");
    QTest::newRow("401 JSON") << Answer::of(401, R"({"errors":{"message":"no"}})") << u"forbidden"_s;
    QTest::newRow("401 HTML") << Answer::of(401, "<html>x</html>", "text/html") << u"unauthorised"_s;
    QTest::newRow("403") << Answer::of(403) << u"forbidden"_s;
    QTest::newRow("404") << Answer::of(404) << u"not-found"_s;
    QTest::newRow("422") << Answer::of(422, R"({"error":"no such user"})") << u"invalid"_s;
    QTest::newRow("429") << Answer::of(429) << u"rate-limited"_s;
    QTest::newRow("500") << Answer::of(500) << u"server"_s;
    QTest::newRow("302") << Answer::redirect(302, QUrl(u"http://elsewhere.example/"_s)) << u"unreadable"_s;
    QTest::newRow("200 HTML") << Answer::of(200, "<html>x</html>", "text/html") << u"unreadable"_s;
    QTest::newRow("200 empty") << Answer::of(200) << u"unreadable"_s;
    QTest::newRow("200 cut JSON") << Answer::of(200, R"({"list":[)") << u"unreadable"_s;
    QTest::newRow("200 failure") << Answer::of(200, R"({"success":false,"error":"no"})") << u"invalid"_s;
    QTest::newRow("200 something else") << Answer::of(200, R"({"a":1,"b":2})") << u"unreadable"_s;
    QTest::newRow("a row without an id") << Answer::ok(listOf(R"({"name":"x","count":1})")) << u"unreadable"_s;
    QTest::newRow("a row that is none") << Answer::ok(listOf("5")) << u"unreadable"_s;
    QTest::newRow("hang") << Answer::hang() << u"timed-out"_s;
    QTest::newRow("cut") << Answer::cut() << u"network"_s;
}

void ReadingCases::errors_of_reads()
{
    QFETCH(Answer, answer);
    QFETCH(QString, kind);
    Lying forum;
    const ForumPtr open = forum.open({nullptr, std::chrono::milliseconds(300)});
    forum.say("GET " + api("user/40/award.json"), answer);
    forum.say("GET " + api("award.json"), answer);
    QCOMPARE(errorKindName(kindOf(await(open->awards()->heldBy(40)))), kind);
    QCOMPARE(errorKindName(kindOf(await(open->awards()->types()))), kind);
}

} // namespace badgewright::answerhub_cases
