// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"
#include "giving_cases.h"

#include <QUrlQuery>

namespace badgewright::answerhub_cases {

using namespace badgewright::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QByteArray api(const char *path)
{
    return "/services/v2/"_ba + path;
}

QByteArray listOf(const QByteArray &rows, int page, int pageCount, int listCount, int totalCount)
{
    return R"({"name":"","sort":"","page":)" + QByteArray::number(page) + R"(,"pageSize":50,"pageCount":)" + QByteArray::number(pageCount) + R"(,"listCount":)"
        + QByteArray::number(listCount) + R"(,"totalCount":)" + QByteArray::number(totalCount) + R"(,"list":[)" + rows + "]}";
}

Lying::Lying()
{
    say("GET " + api("award.json"), Answer::ok(listOf(R"({"id":507,"name":"Editor","description":"First edit","active":true,"level":"bronze","mode":"per_user"})")));
    say("GET " + api("action.json"), Answer::ok(listOf({}, 1, 0, 0, 0)));
    server.handle([this](const Seen &seen) {
        const QByteArray path = seen.target.left(seen.target.indexOf('?') < 0 ? seen.target.size() : seen.target.indexOf('?'));
        return answers.value(seen.verb + ' ' + path, Answer::of(404, "<html>no</html>", "text/html"));
    });
}

int Lying::count(const QByteArray &route) const
{
    int found = 0;
    for (const Seen &seen : server.seen())
        found += (seen.verb + ' ' + seen.target).startsWith(route) ? 1 : 0;
    return found;
}

QByteArray Lying::lastQuery(const QByteArray &route) const
{
    QByteArray query;
    for (const Seen &seen : server.seen())
        if ((seen.verb + ' ' + seen.target).startsWith(route + '?'))
            query = seen.target.mid(seen.target.indexOf('?') + 1);
    return query;
}

Connection Lying::connection() const
{
    Connection connection;
    connection.id = u"test"_s;
    connection.name = u"Answers"_s;
    connection.base = server.url();
    connection.kind = ForumKind::AnswerHub;
    connection.user = u"jörg"_s;
    return connection;
}

ForumPtr Lying::open(const answerhub::OpenSettings &settings, RequestGate *gate)
{
    QObject parent;
    const auto forum = await(answerhub::open(connection(), Secret("pässword"), gate, &parent, settings));
    if (!forum)
        qFatal("the forum did not open: %s", qPrintable(forum.error().detail));
    return *forum;
}

namespace {

const QByteArray forAction = "POST /services/v2/award/507/action/1125.json";

void addReply(const char *name, const Answer &answer, const QString &outcome)
{
    QTest::newRow(name) << answer << outcome;
}

} // namespace

void GivingCases::judged_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("outcome");
    addReply("200 empty", Answer::of(200), u"accepted"_s);
    addReply("200 empty that says HTML", Answer::of(200, {}, "text/html"), u"accepted"_s);
    addReply("204", Answer::of(204), u"accepted"_s);
    addReply("201 with Location", Answer::of(201, {}, "application/json", {{"Location", "/services/v2/award/1.json"}}), u"accepted"_s);
    addReply("200 wrapped", Answer::ok(R"({"success":true,"result":{"awardAction":{"id":1}}})"), u"accepted"_s);
    addReply("200 null errors", Answer::ok(R"({"error":null,"errors":[]})"), u"accepted"_s);
    addReply("200 words", Answer::of(200, "OK", "text/plain"), u"accepted"_s);
    addReply("200 success false", Answer::ok(R"({"success":false})"), u"refused"_s);
    addReply("200 success false in words", Answer::ok(R"({"success":"false","error":"not yours"})"), u"refused not yours"_s);
    addReply("200 errors", Answer::ok(R"({"errors":{"message":"first\nsecond"}})"), u"refused first second"_s);
    addReply("200 error", Answer::ok(R"({"error":"nope"})"), u"refused nope"_s);
    addReply("200 HTML", Answer::of(200, "<html><title>Permission denied</title></html>", "text/html"), u"unreadable"_s);
    addReply("200 HTML that says JSON", Answer::of(200, " <!doctype html><html></html>"), u"unreadable"_s);
    addReply("200 cut JSON", Answer::of(200, R"({"success":)"), u"outcome-unknown"_s);
    addReply("302 to another host", Answer::redirect(302, QUrl(u"http://elsewhere.example/login"_s)), u"unreadable"_s);
    addReply("401 JSON", Answer::of(401, R"({"errors":{"message":"You do not\nhave it"}})"), u"forbidden You do not have it"_s);
    addReply("401 HTML", Answer::of(401, "<html>Apache Tomcat</html>", "text/html"), u"unauthorised"_s);
    addReply("401 nothing", Answer::of(401), u"unauthorised"_s);
    addReply("403", Answer::of(403, R"({"error":"no"})"), u"forbidden no"_s);
    addReply("404", Answer::of(404), u"not-found"_s);
    addReply("400", Answer::of(400, R"({"error":"bad id"})"), u"refused bad id"_s);
    addReply("422", Answer::of(422, R"({"error":"no such user"})"), u"refused no such user"_s);
    addReply("422 HTML", Answer::of(422, "<html>x</html>", "text/html"), u"refused"_s);
    addReply("405", Answer::of(405), u"invalid"_s);
    addReply("408", Answer::of(408), u"outcome-unknown"_s);
    addReply("429", Answer::of(429, {}, "application/json", {{"Retry-After", "3"}}), u"outcome-unknown"_s);
    addReply("500", Answer::of(500, "<html>x</html>", "text/html"), u"outcome-unknown"_s);
    addReply("503", Answer::of(503), u"outcome-unknown"_s);
}

void GivingCases::judged()
{
    QFETCH(Answer, answer);
    QFETCH(QString, outcome);
    Lying forum;
    forum.say(forAction, answer);
    forum.say("POST /services/v2/award/507/user/40.json", answer);
    const ForumPtr open = forum.open();
    for (const bool byAction : {true, false}) {
        const auto reply = await(byAction ? open->awards()->giveForAction(507, 1125) : open->awards()->giveToUser(507, 40));
        QString got;
        if (!reply)
            got = errorKindName(reply.error().kind) + u' ' + reply.error().serverWords.join(u' ');
        else if (reply->kind == AwardReply::Kind::Refused)
            got = u"refused "_s + reply->serverWords;
        else
            got = u"accepted"_s;
        QCOMPARE(got.trimmed(), outcome);
        if (!reply)
            QVERIFY(!reply.error().detail.isEmpty());
    }
    QCOMPARE(forum.count(forAction), 1);
}

void GivingCases::failed_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("never answers") << Answer::hang();
    QTest::newRow("cut") << Answer::cut();
    QTest::newRow("cut in the answer") << Answer::cutAfter(Answer::ok(R"({"success":true})"), 60);
}

void GivingCases::failed()
{
    QFETCH(Answer, answer);
    Lying forum;
    forum.say(forAction, answer);
    forum.say("PUT /services/v2/user/40/awardReputation.json", answer);
    const ForumPtr open = forum.open({nullptr, 300ms});
    QCOMPARE(kindOf(await(open->awards()->giveForAction(507, 1125))), ErrorKind::OutcomeUnknown);
    QCOMPARE(kindOf(await(open->awards()->giveReputation(40, 5, u"x"_s))), ErrorKind::OutcomeUnknown);
    await(open->awards()->user(1)); // one at a time: whatever was sent again would have come before
    QCOMPARE(forum.count(forAction), 1);
    QCOMPARE(forum.count("PUT "), 1);
}

void GivingCases::sent_once_without_a_body()
{
    Lying forum;
    forum.say(forAction, Answer::of(200));
    const ForumPtr open = forum.open();
    QVERIFY(await(open->awards()->giveForAction(507, 1125)));
    const Seen seen = forum.server.seen().last();
    QCOMPARE(seen.target, "/services/v2/award/507/action/1125.json"_ba);
    QCOMPARE(seen.body, QByteArray());
    QCOMPARE(seen.header("content-length"), "0"_ba);
    QCOMPARE(seen.header("accept"), "application/json"_ba);
}

void GivingCases::a_redirect_leads_nowhere()
{
    ScriptedServer other;
    for (const int status : {301, 302, 303, 307, 308}) {
        Lying forum;
        forum.say(forAction, Answer::redirect(status, other.url(u"/services/v2/award/507/action/1125.json"_s)));
        const ForumPtr open = forum.open();
        const auto reply = await(open->awards()->giveForAction(507, 1125));
        QCOMPARE(kindOf(reply), ErrorKind::Unreadable);
        QVERIFY(reply.error().detail.contains(u"redirect"_s));
        QCOMPARE(forum.count(forAction), 1);
    }
    QCOMPARE(other.seen().size(), 0);
}

void GivingCases::the_two_permissions_are_named()
{
    for (const QByteArray &body : {R"({"errors":{"message":"no"}})"_ba, QByteArray()}) {
        Lying forum;
        forum.say(forAction, Answer::of(401, body));
        const auto reply = await(forum.open()->awards()->giveForAction(507, 1125));
        QVERIFY(!reply);
        QVERIFY(reply.error().detail.contains(u"Use API"_s));
        QVERIFY(reply.error().detail.contains(u"Award bonus reputation"_s));
        QCOMPARE(reply.error().detail.contains(u"sign-in failed"_s), body.isEmpty());
    }
}

void GivingCases::not_found_names_everything()
{
    Lying forum;
    const ForumPtr open = forum.open();
    const auto action = await(open->awards()->giveForAction(507, 1125));
    QVERIFY(action.error().detail.contains(u"award type"_s) && action.error().detail.contains(u"action"_s) && action.error().detail.contains(u"API"_s));
    const auto user = await(open->awards()->giveToUser(507, 40));
    QVERIFY(user.error().detail.contains(u"award type"_s) && user.error().detail.contains(u"user"_s) && user.error().detail.contains(u"API"_s));
}

void GivingCases::reputation()
{
    Lying forum;
    const QByteArray route = "PUT /services/v2/user/40/awardReputation.json";
    forum.say(route, Answer::of(200));
    const ForumPtr open = forum.open();
    const auto reply = await(open->awards()->giveReputation(40, -5, u" tea & cake + 100% ümlaut "_s));
    QVERIFY(reply);
    QCOMPARE(reply->kind, AwardReply::Kind::Accepted);
    QCOMPARE(forum.lastQuery(route), "points=-5&reason=tea%20%26%20cake%20%2B%20100%25%20%C3%BCmlaut"_ba);
    QCOMPARE(kindOf(await(open->awards()->giveReputation(40, 0, u"nothing"_s))), ErrorKind::RefusedHere);
    QCOMPARE(forum.count(route), 1);
}

void GivingCases::ids_are_checked_here_data()
{
    QTest::addColumn<qint64>("type");
    QTest::addColumn<qint64>("target");
    QTest::newRow("no type") << qint64(0) << qint64(1);
    QTest::newRow("no target") << qint64(1) << qint64(0);
    QTest::newRow("below 0") << qint64(-1) << qint64(-7);
}

void GivingCases::ids_are_checked_here()
{
    QFETCH(qint64, type);
    QFETCH(qint64, target);
    Lying forum;
    const ForumPtr open = forum.open();
    const auto before = forum.server.seen().size();
    QCOMPARE(kindOf(await(open->awards()->giveForAction(type, target))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(open->awards()->giveToUser(type, target))), ErrorKind::RefusedHere);
    QCOMPARE(forum.server.seen().size(), before);
}

void GivingCases::called_off_while_under_way()
{
    Lying forum;
    forum.say(forAction, Answer::hang());
    const ForumPtr open = forum.open();
    Call<AwardReply> *call = open->awards()->giveForAction(507, 1125);
    const QPointer<PendingCall> pending(call);
    std::optional<ErrorKind> kind;
    call->then(this, [&](const Result<AwardReply> &reply) { kind = kindOf(reply); });
    QTRY_COMPARE(forum.count(forAction), 1);
    pending->cancel();
    QTRY_VERIFY(kind);
    QCOMPARE(*kind, ErrorKind::OutcomeUnknown); // it was on its way
}

void GivingCases::addresses_of_people_are_not_kept()
{
    Lying forum;
    forum.say(forAction, Answer::ok(R"({"success":true,"result":{"awardAction":{"id":7,"ip":"203.0.113.9"}},"list":[{"ip":"203.0.113.9"}]})"));
    const auto reply = await(forum.open()->awards()->giveForAction(507, 1125));
    QVERIFY(reply);
    QVERIFY(reply->serverWords.contains(u"awardAction"_s));
    QVERIFY(!reply->serverWords.contains(u"203.0.113.9"_s));
}

} // namespace badgewright::answerhub_cases
