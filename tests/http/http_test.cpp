// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves for a forum and what comes back: addresses, bodies, statuses, progress.

#include "http/client.h"
#include "support/await.h"
#include "support/recording_gate.h"
#include "support/scripted_server.h"

#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::http;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

namespace {

void sign(Client &client)
{
    client.setSecretHeaders([] {
        return QList<std::pair<QByteArray, QByteArray>>{{"Api-Key"_ba, "k3y-of-the-forum"_ba}, {"Authorization"_ba, "Basic abc"_ba}};
    });
}

} // namespace

class HttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_read_arrives_and_comes_back();
    void paths_arrive_as_meant_data();
    void paths_arrive_as_meant();
    void query_values_arrive_as_meant();
    void the_base_may_have_a_path();
    void forms_arrive_as_meant();
    void json_arrives_with_its_type();
    void multipart_file_names_with_quotes_and_letters();
    void writes_without_body_say_so_data();
    void writes_without_body_say_so();
    void every_status_is_an_answer_data();
    void every_status_is_an_answer();
    void a_refused_password_is_an_answer_and_asked_once();
    void retry_after_data();
    void retry_after();
    void own_quota();
    void no_cookies();
    void settles_once_and_from_the_event_loop();
    void upload_progress_shows_on_the_call();
};

void HttpTest::a_read_arrives_and_comes_back()
{
    ScriptedServer server;
    server.then(Answer::of(200, R"({"ok":true})", "Application/JSON; charset=utf-8", {{"X-Thing", "Seven"}}));
    Client client(server.url(), nullptr);
    const Result<Reply> reply = await(client.send(Request::get(u"/badges.json"_s)));
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, R"({"ok":true})"_ba);
    QCOMPARE(reply->contentType, "application/json"_ba);
    QVERIFY(reply->isJson());
    QCOMPARE(reply->header("x-thing"), "Seven"_ba);
    QVERIFY(!reply->requestId.isEmpty());
    const Seen &seen = server.seen().constFirst();
    QCOMPARE(seen.verb, "GET"_ba);
    QCOMPARE(seen.target, "/badges.json"_ba);
    QVERIFY(seen.header("user-agent").startsWith("Badgewright/"));
}

void HttpTest::paths_arrive_as_meant_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("letters") << u"/u/jörg.json"_s << "/u/j%C3%B6rg.json"_ba;
    QTest::newRow("percent") << u"/u/100%41.json"_s << "/u/100%2541.json"_ba;
    QTest::newRow("question mark, hash, space") << u"/t/a?b#c d"_s << "/t/a%3Fb%23c%20d"_ba;
    QTest::newRow("plus stays itself") << u"/t/a+b"_s << "/t/a+b"_ba;
    QTest::newRow("without a slash") << u"about.json"_s << "/about.json"_ba;
    QTest::newRow("chinese") << u"/u/中文"_s << "/u/%E4%B8%AD%E6%96%87"_ba;
}

void HttpTest::paths_arrive_as_meant()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    QVERIFY(await(client.send(Request::get(path))));
    QCOMPARE(server.seen().constFirst().target, target);
}

void HttpTest::query_values_arrive_as_meant()
{
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    Query query{{u"term"_s, u"a+b&c=d"_s}, {u"share"_s, u"100%41"_s}, {u"who"_s, u"jörg 中文 🎖"_s}};
    query.addQueryItem(u"user_ids[]"_s, u"#7;?/'\""_s);
    QVERIFY(await(client.send(Request::get(u"/search"_s, query))));
    const QByteArray target = server.seen().constFirst().target;
    QVERIFY(target.startsWith("/search?"));
    QList<std::pair<QString, QString>> arrived;
    for (const QByteArray &pair : target.mid(8).split('&')) {
        QVERIFY(!pair.contains('+'));
        const QList<QByteArray> sides = pair.split('=');
        QCOMPARE(sides.size(), 2);
        arrived.append({QUrl::fromPercentEncoding(sides.at(0)), QUrl::fromPercentEncoding(sides.at(1))});
    }
    QCOMPARE(arrived, query.items());
}

void HttpTest::the_base_may_have_a_path()
{
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    QUrl base = server.url(u"/community/"_s);
    base.setUserInfo(u"me:secret"_s);
    base.setQuery(u"x=1"_s);
    Client client(base, nullptr);
    QVERIFY(await(client.send(Request::get(u"/badges.json"_s))));
    QCOMPARE(client.base(), server.url(u"/community"_s));
    QCOMPARE(server.seen().constFirst().target, "/community/badges.json"_ba);
    QVERIFY(!server.seen().constFirst().headers.contains("authorization"));
}

void HttpTest::forms_arrive_as_meant()
{
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    const Request request = Request::form(Method::Put, u"/badges/7"_s, {{u"name"_s, u"R&D + 100%41"_s}, {u"badge[icon]"_s, u"ä ö"_s}});
    QVERIFY(await(client.send(request)));
    const Seen &seen = server.seen().constFirst();
    QCOMPARE(seen.verb, "PUT"_ba);
    QCOMPARE(seen.header("content-type"), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(seen.body, "name=R%26D%20%2B%20100%2541&badge%5Bicon%5D=%C3%A4%20%C3%B6"_ba);
    QCOMPARE(seen.header("content-length").toLongLong(), seen.body.size());
}

void HttpTest::json_arrives_with_its_type()
{
    ScriptedServer server;
    server.then(Answer::of(201, "{}"));
    Client client(server.url(), nullptr);
    const Result<Reply> reply = await(client.send(Request::json(Method::Post, u"/services"_s, R"({"a":1})")));
    QVERIFY(reply);
    QCOMPARE(reply->status, 201);
    QCOMPARE(server.seen().constFirst().body, R"({"a":1})"_ba);
    QCOMPARE(server.seen().constFirst().header("content-type"), "application/json"_ba);
}

void HttpTest::multipart_file_names_with_quotes_and_letters()
{
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    const QByteArray picture("\x89PNG\r\n\0\x1a--x", 12);
    QVERIFY(await(client.send(Request::multipart(
        u"/uploads.json"_s, {{u"type"_s, "badge_image", {}, {}}, {u"file"_s, picture, u"a \"b\"\r\nöç.png"_s, u"image/png"_s}}))));
    const Seen &seen = server.seen().constFirst();
    const QByteArray type = seen.header("content-type");
    QVERIFY(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = type.mid(int(qstrlen("multipart/form-data; boundary=")));
    QCOMPARE(seen.body,
             "--" + boundary + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nbadge_image\r\n--" + boundary
                 + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22%0D%0A\xc3\xb6\xc3\xa7.png\""
                 + "\r\nContent-Type: image/png\r\n\r\n" + picture + "\r\n--" + boundary + "--\r\n");
}

void HttpTest::writes_without_body_say_so_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("POST") << Method::Post << "POST"_ba;
    QTest::newRow("PUT") << Method::Put << "PUT"_ba;
    QTest::newRow("DELETE") << Method::Delete << "DELETE"_ba;
}

void HttpTest::writes_without_body_say_so()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, verb);
    ScriptedServer server;
    server.then(Answer::of(204));
    Client client(server.url(), nullptr);
    Request request;
    request.method = method;
    request.path = u"/x"_s;
    const Result<Reply> reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->status, 204);
    QCOMPARE(server.seen().constFirst().verb, verb);
    QCOMPARE(server.seen().constFirst().header("content-length"), "0"_ba);
}

void HttpTest::every_status_is_an_answer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void HttpTest::every_status_is_an_answer()
{
    QFETCH(int, status);
    ScriptedServer server;
    server.then(Answer::of(status, R"({"errors":["said"]})")).then(Answer::of(status, R"({"errors":["said"]})"));
    Client client(server.url(), nullptr);
    const Result<Reply> read = await(client.send(Request::get(u"/x"_s)));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->status, status);
    QCOMPARE(read->body, R"({"errors":["said"]})"_ba);
    const Result<Reply> write = await(client.send(Request::form(Method::Post, u"/x"_s, {{u"a"_s, u"b"_s}})));
    QVERIFY2(write, qPrintable(write ? QString() : write.error().detail));
    QCOMPARE(write->status, status);
    QCOMPARE(write->body, R"({"errors":["said"]})"_ba);
}

void HttpTest::a_refused_password_is_an_answer_and_asked_once()
{
    // Qt would try to authenticate by itself when the server names a scheme.
    ScriptedServer server;
    const Answer refusal = Answer::of(401, R"({"error":"no"})", "application/json", {{"WWW-Authenticate", "Basic realm=\"forum\""}});
    server.handle([&refusal](const Seen &) { return refusal; });
    Client client(server.url(), nullptr);
    sign(client);
    const Result<Reply> read = await(client.send(Request::get(u"/x"_s)));
    QVERIFY(read);
    QCOMPARE(read->status, 401);
    QCOMPARE(read->body, R"({"error":"no"})"_ba);
    const Result<Reply> write = await(client.send(Request::json(Method::Put, u"/x"_s, "{}")));
    QVERIFY2(write, qPrintable(write ? QString() : write.error().detail));
    QCOMPARE(write->status, 401);
    QCOMPARE(write->body, R"({"error":"no"})"_ba);
    QCOMPARE(server.seen().size(), 2);
}

void HttpTest::retry_after_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << "17"_ba << 17;
    QTest::newRow("date") << "Wed, 21 Oct 2015 07:28:30 GMT"_ba << 30;
    QTest::newRow("date gone by") << "Wed, 21 Oct 2015 07:27:00 GMT"_ba << 0;
    QTest::newRow("nonsense") << "soon"_ba << 0;
    QTest::newRow("not a number") << "nan"_ba << 0;
    QTest::newRow("negative") << "-3"_ba << 0;
    QTest::newRow("beyond belief") << "99999999999"_ba << 86400;
}

void HttpTest::retry_after()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    ScriptedServer server;
    // The server's clock is years off; its date counts from its own.
    server.then(Answer::of(429, "<html>slow down</html>", "text/html", {{"Retry-After", value}, {"Date", "Wed, 21 Oct 2015 07:28:00 GMT"}}));
    RecordingGate gate;
    Client client(server.url(), &gate);
    const Result<Reply> reply = await(client.send(Request::get(u"/x"_s)));
    QVERIFY(reply);
    QCOMPARE(reply->status, 429);
    QVERIFY(!reply->isJson());
    QCOMPARE(reply->retryAfter, std::chrono::milliseconds(seconds * 1000));
    QCOMPARE(gate.ends.size(), 1);
    QCOMPARE(gate.ends.constFirst().httpStatus, 429);
    QCOMPARE(gate.ends.constFirst().retryAfter, std::chrono::milliseconds(seconds * 1000));
}

void HttpTest::own_quota()
{
    const auto refused = [](const QByteArray &seconds) { return Answer::of(429, "{}", "application/json", {{"Retry-After", seconds}}); };
    ScriptedServer server;
    server.then(refused("72000")).then(refused("8")).then(refused("72000"));
    RecordingGate gate;
    Client client(server.url(), &gate);
    Request rare = Request::form(Method::Put, u"/rare"_s, {});
    rare.hasOwnQuota = true;
    // For hours: of this request alone. For seconds: of all requests, and so it is for hours where there is no own quota.
    QVERIFY(await(client.send(rare)));
    QVERIFY(await(client.send(rare)));
    QVERIFY(await(client.send(Request::get(u"/x"_s))));
    QCOMPARE(gate.ends.size(), 3);
    QVERIFY(gate.ends.at(0).ownQuota);
    QVERIFY(!gate.ends.at(1).ownQuota);
    QVERIFY(!gate.ends.at(2).ownQuota);
}

void HttpTest::no_cookies()
{
    ScriptedServer server;
    server.then(Answer::of(200, "{}", "application/json", {{"Set-Cookie", "_t=session; Path=/"}})).then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    QVERIFY(await(client.send(Request::get(u"/a"_s))));
    QVERIFY(await(client.send(Request::get(u"/b"_s))));
    QVERIFY(!server.seen().at(1).headers.contains("cookie"));
}

void HttpTest::settles_once_and_from_the_event_loop()
{
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer::ok("{}"); });
    Client client(server.url(), nullptr);
    int settled = 0;
    QPointer<Call<Reply>> call = client.send(Request::get(u"/x"_s));
    call->then(this, [&settled](const Result<Reply> &) { ++settled; });
    QCOMPARE(settled, 0);
    QTRY_COMPARE(settled, 1);
    QTRY_VERIFY(!call);
    QPointer<Call<Reply>> cancelled = client.send(Request::get(u"/x"_s));
    cancelled->then(this, [&settled](const Result<Reply> &result) {
        QCOMPARE(kindOf(result), ErrorKind::Cancelled);
        ++settled;
    });
    cancelled->cancel();
    cancelled->cancel();
    QCOMPARE(settled, 1);
    QTRY_COMPARE(settled, 2);
    QTRY_VERIFY(!cancelled);
    QCOMPARE(settled, 2);
}

void HttpTest::upload_progress_shows_on_the_call()
{
    ScriptedServer server;
    server.then(Answer::ok("{}")).then(Answer::of(200, QByteArray(300000, 'x'), "image/png"));
    Client client(server.url(), nullptr);
    const QByteArray picture(3 * 1024 * 1024, 'p');
    Call<Reply> *upload = client.send(Request::multipart(u"/uploads.json"_s, {{u"file"_s, picture, u"a.png"_s, u"image/png"_s}}));
    QSignalSpy sent(upload, &PendingCall::progress);
    QVERIFY(await(upload));
    QVERIFY(sent.size() > 1);
    QCOMPARE(sent.constLast().at(0).toLongLong(), server.seen().constFirst().body.size());
    QCOMPARE(sent.constLast().at(1).toLongLong(), server.seen().constFirst().body.size());
    Call<Reply> *download = client.send(Request::get(u"/a.png"_s));
    QSignalSpy received(download, &PendingCall::progress);
    QVERIFY(await(download));
    QCOMPARE(received.constLast().at(0).toLongLong(), 300000);
}

QTEST_GUILESS_MAIN(HttpTest)
#include "http_test.moc"
