// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "support/log.h"
#include "support/manual_clock.h"
#include "support/recording_gate.h"

namespace badgewright::answerhub_cases {

using namespace badgewright::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray tokenRoute = "POST /services/v2/auth/token.json";
const QByteArray basic = "Basic " + QByteArray("jörg:pässword").toBase64();

QString outcome(const Result<ForumPtr> &forum)
{
    return forum ? u"open"_s : errorKindName(forum.error().kind);
}

} // namespace

void OpeningCases::tokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("idToken") << R"({"idToken":"aaaa.bbbb.cccc","expiresIn":21600})"_ba << "aaaa.bbbb.cccc"_ba;
    QTest::newRow("jwt") << R"({"jwt":"dddd.eeee.ffff"})"_ba << "dddd.eeee.ffff"_ba;
    QTest::newRow("token") << R"({"token":"gggg.hhhh"})"_ba << "gggg.hhhh"_ba;
    QTest::newRow("idToken before jwt") << R"({"jwt":"no","idToken":"iiii.jjjj"})"_ba << "iiii.jjjj"_ba;
}

void OpeningCases::tokens()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, token);
    Lying forum;
    forum.say(tokenRoute, Answer::ok(body));
    const ForumPtr open = forum.open();
    QVERIFY(open->awards());
    QVERIFY(!open->badges() && !open->grants() && !open->people() && !open->scores());
    QCOMPARE(open->site().actingUser, u"jörg"_s);
    QVERIFY(open->capabilities().may(Ability::GiveAwards));
    QVERIFY(!open->capabilities().may(Ability::Revoke) && !open->capabilities().of(Ability::Revoke).reason.isEmpty());
    const auto &seen = forum.server.seen();
    QCOMPARE(seen.at(0).header("authorization"), basic);
    QCOMPARE(seen.at(1).header("authorization"), "Bearer " + token);
    QCOMPARE(seen.size(), 3);
    QVERIFY(!SecretFilter::redacted(QString::fromLatin1("x " + token)).contains(QString::fromLatin1(token)));
}

void OpeningCases::without_tokens_basic_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("404") << Answer::of(404);
    QTest::newRow("405") << Answer::of(405);
    QTest::newRow("500") << Answer::of(500);
    QTest::newRow("a web page") << Answer::of(200, "<html>x</html>", "text/html");
    QTest::newRow("no token in it") << Answer::ok(R"({"success":true})");
    QTest::newRow("redirect") << Answer::redirect(302, QUrl(u"http://elsewhere.example/"_s));
}

void OpeningCases::without_tokens_basic()
{
    QFETCH(Answer, answer);
    Lying forum;
    forum.say(tokenRoute, answer);
    const ForumPtr open = forum.open();
    await(open->awards()->types());
    for (const Seen &seen : forum.server.seen())
        QCOMPARE(seen.header("authorization"), basic);
    QCOMPARE(forum.count(tokenRoute), 1); // never asked for again
}

void OpeningCases::a_token_is_renewed_before_it_runs_out()
{
    ManualClock clock;
    Lying forum;
    forum.say(tokenRoute, Answer::ok(R"({"idToken":"first.token","expiresIn":1000})"));
    forum.say("POST /services/v2/award/507/user/40.json", Answer::of(200));
    const ForumPtr open = forum.open({&clock, 5s});
    clock.advance(860s);
    QVERIFY(await(open->awards()->types()));
    QCOMPARE(forum.count(tokenRoute), 1);
    forum.say(tokenRoute, Answer::ok(R"({"idToken":"second.token","expiresIn":1000})"));
    clock.advance(30s); // less than two minutes are left
    QVERIFY(await(open->awards()->giveToUser(507, 40)));
    QCOMPARE(forum.count(tokenRoute), 2);
    QCOMPARE(forum.server.seen().last().header("authorization"), "Bearer second.token"_ba);

    // When it cannot be renewed the write was certainly not sent.
    forum.say(tokenRoute, Answer::cut());
    clock.advance(1000s);
    QCOMPARE(kindOf(await(open->awards()->giveToUser(507, 40))), ErrorKind::Network);
    QCOMPARE(forum.count("POST /services/v2/award/507/user/40.json"), 1);
}

void OpeningCases::a_token_the_server_forgot_is_replaced_but_nothing_resent()
{
    ManualClock clock;
    Lying forum;
    forum.say(tokenRoute, Answer::ok(R"({"idToken":"first.token","expiresIn":100000})"));
    const ForumPtr open = forum.open({&clock, 5s});
    clock.advance(300s);
    const QByteArray route = "POST /services/v2/award/507/user/40.json";
    forum.say(route, Answer::of(401));
    QCOMPARE(kindOf(await(open->awards()->giveToUser(507, 40))), ErrorKind::Unauthorised);
    QCOMPARE(forum.count(route), 1);
    forum.say(tokenRoute, Answer::ok(R"({"idToken":"second.token","expiresIn":100000})"));
    forum.say(route, Answer::of(200));
    QVERIFY(await(open->awards()->giveToUser(507, 40)));
    QCOMPARE(forum.server.seen().last().header("authorization"), "Bearer second.token"_ba);
}

void OpeningCases::not_let_in_data()
{
    QTest::addColumn<Answer>("token");
    QTest::addColumn<Answer>("awards");
    QTest::addColumn<QString>("kind");
    const Answer good = Answer::ok(R"({"idToken":"some.token","expiresIn":100})");
    const Answer none = Answer::of(404);
    const Answer list = Answer::ok(listOf({}, 1, 0, 0, 0));
    QTest::newRow("token 401") << Answer::of(401) << list << u"unauthorised"_s;
    QTest::newRow("token 401 JSON") << Answer::of(401, R"({"errors":{"message":"no"}})") << list << u"unauthorised"_s;
    QTest::newRow("basic 401") << none << Answer::of(401) << u"unauthorised"_s;
    QTest::newRow("basic 401 JSON") << none << Answer::of(401, R"({"errors":{"message":"no"}})") << u"unauthorised"_s;
    QTest::newRow("token, then 401") << good << Answer::of(401) << u"forbidden"_s;
    QTest::newRow("token, then 401 JSON") << good << Answer::of(401, R"({"errors":{"message":"no"}})") << u"forbidden"_s;
    QTest::newRow("no API") << none << Answer::of(404) << u"not-found"_s;
    QTest::newRow("a web page") << none << Answer::of(200, "<html>x</html>", "text/html") << u"unreadable"_s;
    QTest::newRow("something else") << none << Answer::ok(R"({"hello":"world"})") << u"unreadable"_s;
    QTest::newRow("busy") << Answer::of(429) << list << u"rate-limited"_s;
    QTest::newRow("cut") << Answer::cut() << list << u"network"_s;
    QTest::newRow("broken") << none << Answer::of(503) << u"server"_s;
}

void OpeningCases::not_let_in()
{
    QFETCH(Answer, token);
    QFETCH(Answer, awards);
    QFETCH(QString, kind);
    Lying forum;
    forum.say(tokenRoute, token);
    forum.say("GET " + api("award.json"), awards);
    const auto opened = await(answerhub::open(forum.connection(), Secret("pässword"), nullptr, this));
    QCOMPARE(outcome(opened), kind);
    if (kind == u"unauthorised"_s) {
        // It may mean more than one thing, and the person is told all of them.
        QVERIFY(opened.error().detail.contains(u"password"_s) && opened.error().detail.contains(u"Use API"_s));
    }
    if (kind == u"forbidden"_s)
        QVERIFY(!opened.error().detail.contains(u"password"_s) && opened.error().detail.contains(u"Use API"_s));
}

void OpeningCases::refused_beforehand_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("yes");
    QTest::newRow("plain http") << u"http://forum.invalid"_s << u"rowan"_s << false;
    QTest::newRow("no name") << u"https://forum.invalid"_s << u" "_s << false;
    QTest::newRow("a colon") << u"https://forum.invalid"_s << u"ro:wan"_s << true;
}

void OpeningCases::refused_beforehand()
{
    QFETCH(QString, base);
    QFETCH(QString, user);
    QFETCH(bool, yes);
    Connection connection;
    connection.base = QUrl(base);
    connection.user = user;
    connection.plainHttpAccepted = yes;
    QCOMPARE(outcome(await(answerhub::open(connection, Secret("pässword"), nullptr, this))), u"refused-here"_s);
}

void OpeningCases::one_at_a_time()
{
    RecordingGate gate;
    Lying forum;
    const ForumPtr open = forum.open({}, &gate);
    const int before = forum.server.seen().size();
    forum.say("GET " + api("user/1.json"), Answer::hang());
    forum.say("GET " + api("user/2.json"), Answer::ok(R"({"id":2,"username":"b"})"));
    forum.say("POST /services/v2/award/507/user/40.json", Answer::of(200));
    QPointer<PendingCall> first(open->awards()->user(1));
    QStringList order;
    open->awards()->giveToUser(507, 40)->then(this, [&](const Result<AwardReply> &) { order += u"run"_s; });
    QPointer<PendingCall> third(open->awards()->user(3));
    open->awards()->user(2)->then(this, [&](const Result<Account> &) { order += u"person"_s; });
    QTRY_COMPARE(forum.server.seen().size(), before + 1);
    third->cancel(); // one that never leaves must not block the others
    QCoreApplication::processEvents();
    QCOMPARE(forum.server.seen().size(), before + 1);
    first->cancel();
    QTRY_COMPARE(order, (QStringList{u"person"_s, u"run"_s}));
    QCOMPARE(forum.server.seen().size(), before + 3);
    QTRY_COMPARE(gate.ends.size(), gate.entered); // the budget hears of every end, also of those that never left
}

void OpeningCases::probing_data()
{
    QTest::addColumn<Answer>("awards");
    QTest::addColumn<Answer>("front");
    QTest::addColumn<QString>("outcome");
    const Answer front = Answer::of(200, "<html><head><TITLE>\n Tea &amp; soil </TITLE><link href='/themes/thub/x.css'></head></html>", "text/html");
    const Answer otherFront = Answer::of(200, "<html><title>Shop</title></html>", "text/html");
    const Answer locked = Answer::of(401, "<html>401</html>", "text/html");
    QTest::newRow("open list") << Answer::ok(listOf({}, 1, 0, 0, 0)) << front << u"Tea & soil"_s;
    QTest::newRow("open list, no front page") << Answer::ok(listOf({}, 1, 0, 0, 0)) << Answer::of(404) << QString();
    QTest::newRow("401 JSON") << Answer::of(401, R"({"errors":{"message":"no"}})") << otherFront << u"Shop"_s;
    QTest::newRow("401 HTML") << locked << front << u"Tea & soil"_s;
    QTest::newRow("login page") << Answer::redirect(302, QUrl(u"/users/login.html"_s)) << front << u"Tea & soil"_s;
    QTest::newRow("a site behind a password") << locked << locked << u"unreadable"_s;
    QTest::newRow("a site that answers everything") << otherFront << otherFront << u"unreadable"_s;
    QTest::newRow("another kind of forum") << Answer::of(404, R"({"errors":["no"]})") << front << u"unreadable"_s;
    QTest::newRow("broken") << Answer::of(502) << front << u"server"_s;
    QTest::newRow("cut") << Answer::cut() << front << u"network"_s;
}

void OpeningCases::probing()
{
    QFETCH(Answer, awards);
    QFETCH(Answer, front);
    QFETCH(QString, outcome);
    Lying forum;
    forum.say("GET " + api("award.json"), awards);
    forum.say("GET /", front);
    const auto found = await(answerhub::probe(forum.server.url(), this));
    if (found) {
        QCOMPARE(found->title, outcome);
        QCOMPARE(found->kind, ForumKind::AnswerHub);
        QCOMPARE(found->base, forum.server.url());
        QVERIFY(!found->plainHttp); // this computer
    } else {
        QCOMPARE(errorKindName(found.error().kind), outcome);
    }
    for (const Seen &seen : forum.server.seen())
        QVERIFY(!seen.headers.contains("authorization"));
}

void OpeningCases::probing_follows_the_site()
{
    Lying forum;
    ScriptedServer old;
    old.handle([&](const Seen &seen) { return Answer::redirect(301, QUrl(forum.server.url().toString() + QString::fromLatin1(seen.target))); });
    const auto found = await(answerhub::probe(old.url(), this));
    QVERIFY(found);
    QCOMPARE(found->base, forum.server.url());
    QCOMPARE(kindOf(await(answerhub::probe(QUrl(u"mailto:a@b.example"_s), this))), ErrorKind::RefusedHere);
}

void OpeningCases::probing_cuts_pages_back()
{
    Lying forum;
    QCOMPARE(await(answerhub::probe(forum.server.url(u"/questions/70/how.html"_s), this))->base, forum.server.url());
    QCOMPARE(await(answerhub::probe(forum.server.url(u"/some/page"_s), this))->base, forum.server.url());
    forum.say("GET /hub/services/v2/award.json", Answer::ok(listOf({}, 1, 0, 0, 0)));
    QCOMPARE(await(answerhub::probe(forum.server.url(u"/hub/users/40/mod.html"_s), this))->base, forum.server.url(u"/hub"_s));
}

} // namespace badgewright::answerhub_cases
