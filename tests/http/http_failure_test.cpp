// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What breaks on the way: cut, slow and oversized answers, calling off. A write may never arrive twice.

#include "http/client.h"
#include "http/reply_reading.h"
#include "support/await.h"
#include "support/recording_gate.h"
#include "support/scripted_server.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTest>

using namespace badgewright;
using namespace badgewright::http;
using namespace badgewright::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Request writeOf(Method method, const QByteArray &body)
{
    Request request;
    request.method = method;
    request.path = u"/user_badges"_s;
    request.body = body;
    if (!body.isEmpty())
        request.contentType = "application/json"_ba;
    return request;
}

} // namespace

class HttpFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void qt_alone_sends_twice();
    void a_cut_write_arrives_once_data();
    void a_cut_write_arrives_once();
    void a_write_on_a_connection_the_server_dropped();
    void a_write_cut_before_its_body_was_sent();
    void a_cut_answer_is_no_answer_data();
    void a_cut_answer_is_no_answer();
    void json_without_its_end();
    void timeouts_data();
    void timeouts();
    void a_slow_answer_that_moves_is_waited_for();
    void an_answer_that_dribbles_for_ever_ends();
    void cancelled_data();
    void cancelled();
    void too_large_data();
    void too_large();
    void no_connection_means_nothing_happened_data();
    void no_connection_means_nothing_happened();
    void not_http_at_all();
    void the_client_goes_while_calls_are_under_way();
    void a_call_goes_while_it_is_under_way();
    void cancelling_inside_a_progress_signal();
};

void HttpFailureTest::qt_alone_sends_twice()
{
    // The reason for all this. Should Qt stop doing it, the one-shot bodies can go.
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer::cut(); });
    QNetworkAccessManager network;
    QNetworkRequest request(server.url(u"/x"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.post(request, "{}"_ba);
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(server.seen().size() > 1);
}

void HttpFailureTest::a_cut_write_arrives_once_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("warm");
    const QList<std::pair<const char *, Method>> methods{{"POST", Method::Post}, {"PUT", Method::Put}, {"DELETE", Method::Delete}};
    for (const bool warm : {false, true}) {
        for (const auto &[verb, method] : methods) {
            QTest::addRow("%s, %s", verb, warm ? "warm" : "fresh") << method << R"({"a":1})"_ba << warm;
            QTest::addRow("%s without body, %s", verb, warm ? "warm" : "fresh") << method << QByteArray() << warm;
            QTest::addRow("%s with 300 kB, %s", verb, warm ? "warm" : "fresh") << method << QByteArray(300000, 'x') << warm;
        }
    }
}

void HttpFailureTest::a_cut_write_arrives_once()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, warm);
    ScriptedServer server;
    server.handle([](const Seen &seen) { return seen.verb == "GET" ? Answer::ok("{}") : Answer::cut(); });
    Client client(server.url(), nullptr);
    if (warm)
        QVERIFY(await(client.send(Request::get(u"/warm"_s))));
    const Result<Reply> result = await(client.send(writeOf(method, body)));
    QCOMPARE(kindOf(result), ErrorKind::OutcomeUnknown);
    QVERIFY(!result.error().requestId.isEmpty());
    // Whatever Qt might still do of itself has been done once another request has come back.
    QVERIFY(await(client.send(Request::get(u"/after"_s))));
    QCOMPARE(server.seen().size(), warm ? 3 : 2);
    if (warm)
        QCOMPARE(server.seen().at(1).connection, server.seen().at(0).connection);
}

void HttpFailureTest::a_write_on_a_connection_the_server_dropped()
{
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer::ok("{}"); });
    Client client(server.url(), nullptr);
    QVERIFY(await(client.send(Request::get(u"/warm"_s))));
    server.dropConnections();
    // Qt may or may not have noticed yet. Either way what is said is what happened, and it never happened twice.
    const Result<Reply> result = await(client.send(writeOf(Method::Post, R"({"a":1})"_ba)));
    if (result)
        QCOMPARE(server.seen().size(), 2);
    else
        QVERIFY(kindOf(result) == ErrorKind::Network || kindOf(result) == ErrorKind::OutcomeUnknown);
    const qsizetype before = server.seen().size();
    QVERIFY(result || before == 1);
    QVERIFY(await(client.send(writeOf(Method::Put, "{}"_ba))));
    QCOMPARE(server.seen().size(), before + 1);
}

void HttpFailureTest::a_write_cut_before_its_body_was_sent()
{
    // 30 MB do not fit into the buffers of the system: when the server goes at the head, the last byte is still here.
    ScriptedServer server;
    server.then(Answer::cutAtHead());
    Client client(server.url(), nullptr);
    Request request = writeOf(Method::Post, QByteArray(30 * 1024 * 1024, 'x'));
    const Result<Reply> result = await(client.send(request));
    QCOMPARE(kindOf(result), ErrorKind::Network);
    QVERIFY(await(client.send(Request::get(u"/after"_s))));
    QCOMPARE(server.seen().size(), 2);
}

void HttpFailureTest::a_cut_answer_is_no_answer_data()
{
    QTest::addColumn<Answer>("answer");
    const Answer whole = Answer::ok(R"({"id":7,"granted":true})");
    QTest::newRow("in the body") << Answer::cutAfter(whole, whole.bytes.size() - 3);
    QTest::newRow("in the head") << Answer::cutAfter(whole, 30);
    const Answer failed = Answer::of(500, R"({"id":7,"granted":true})");
    QTest::newRow("in the body of a 500") << Answer::cutAfter(failed, failed.bytes.size() - 3);
    QTest::newRow("in a chunk") << Answer{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"id\"",
                                           Answer::Manner::Close, {}};
    QTest::newRow("without any length") << Answer{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\": [1], \"b\": \"}\\\"}",
                                                   Answer::Manner::Close, {}};
    QTest::newRow("between chunks") << Answer{
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n", Answer::Manner::Close, {}};
}

void HttpFailureTest::a_cut_answer_is_no_answer()
{
    QFETCH(Answer, answer);
    ScriptedServer server;
    server.handle([&answer](const Seen &) { return answer; });
    Client client(server.url(), nullptr);
    QCOMPARE(kindOf(await(client.send(Request::get(u"/x"_s)))), ErrorKind::Network);
    Client other(server.url(), nullptr); // with no dying connection of the read
    QCOMPARE(kindOf(await(other.send(writeOf(Method::Post, "{}")))), ErrorKind::OutcomeUnknown);
    qsizetype writes = 0; // reads may be sent again by Qt
    for (const Seen &seen : server.seen())
        writes += seen.verb == "POST" ? 1 : 0;
    QCOMPARE(writes, 1);
}

void HttpFailureTest::json_without_its_end()
{
    for (const QByteArray &closed : {R"({"a":[1,{"b":"]}"}],"c":"\\"})"_ba, "[]\n"_ba, "7"_ba, "\"}\""_ba, ""_ba})
        QVERIFY2(isClosedJson(closed), closed.constData());
    const QByteArray whole = R"({"a":[1,{"b":"]}\""}],"c":"\\"})"_ba;
    for (qsizetype cut = 1; cut < whole.size(); ++cut)
        QVERIFY2(!isClosedJson(whole.left(cut)), whole.left(cut).constData());
}

void HttpFailureTest::timeouts_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("GET") << Method::Get << QByteArray() << ErrorKind::TimedOut;
    QTest::newRow("HEAD") << Method::Head << QByteArray() << ErrorKind::TimedOut;
    QTest::newRow("POST") << Method::Post << "{}"_ba << ErrorKind::OutcomeUnknown;
    QTest::newRow("POST without body") << Method::Post << QByteArray() << ErrorKind::OutcomeUnknown;
    QTest::newRow("PUT") << Method::Put << "{}"_ba << ErrorKind::OutcomeUnknown;
    QTest::newRow("DELETE") << Method::Delete << QByteArray() << ErrorKind::OutcomeUnknown;
}

void HttpFailureTest::timeouts()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    ScriptedServer server;
    server.then(Answer::hang());
    RecordingGate gate;
    Client client(server.url(), &gate);
    Request request = writeOf(method, body);
    request.timeout = 150ms;
    QCOMPARE(kindOf(await(client.send(request))), kind);
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(gate.ends.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
}

void HttpFailureTest::a_slow_answer_that_moves_is_waited_for()
{
    ScriptedServer server;
    server.then(Answer::dribble(Answer::ok(R"({"slow":true})"), 40ms));
    Client client(server.url(), nullptr);
    Request request = Request::get(u"/x"_s);
    request.timeout = 300ms; // the whole takes longer
    const Result<Reply> result = await(client.send(request));
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(result->body, R"({"slow":true})"_ba);
}

void HttpFailureTest::an_answer_that_dribbles_for_ever_ends()
{
    ScriptedServer server;
    server.then(Answer::dribble(Answer::ok(QByteArray(1000, 'x')), 20ms));
    Client client(server.url(), nullptr);
    Request request = Request::get(u"/x"_s);
    request.timeout = 60ms;
    const Result<Reply> result = await(client.send(request));
    QCOMPARE(kindOf(result), ErrorKind::TimedOut);
}

void HttpFailureTest::cancelled_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("GET") << Method::Get << QByteArray() << ErrorKind::Cancelled;
    QTest::newRow("POST") << Method::Post << "{}"_ba << ErrorKind::OutcomeUnknown;
    QTest::newRow("DELETE") << Method::Delete << QByteArray() << ErrorKind::OutcomeUnknown;
}

void HttpFailureTest::cancelled()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    ScriptedServer server;
    server.then(Answer::hang());
    Client client(server.url(), nullptr);
    Call<Reply> *call = client.send(writeOf(method, body));
    QTRY_COMPARE(server.seen().size(), 1);
    call->cancel();
    QCOMPARE(kindOf(await(call)), kind);
    QTRY_COMPARE(server.openConnections(), 0);
    // A write called off at once has handed nothing to the network yet.
    if (!body.isEmpty()) {
        call = client.send(writeOf(method, body));
        call->cancel();
        QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
    }
}

void HttpFailureTest::too_large_data()
{
    QTest::addColumn<Answer>("answer");
    const QByteArray big(200000, 'x');
    QTest::newRow("announced") << Answer::of(200, big);
    QTest::newRow("not announced") << Answer{"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + big, Answer::Manner::Close, {}};
    QTest::newRow("chunked") << Answer{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n" + big + "\r\n0\r\n\r\n", Answer::Manner::Keep, {}};
}

void HttpFailureTest::too_large()
{
    QFETCH(Answer, answer);
    ScriptedServer server;
    server.handle([&answer](const Seen &) { return answer; });
    Client client(server.url(), nullptr);
    Request request = Request::get(u"/x"_s);
    request.replyCap = 100000;
    const Result<Reply> read = await(client.send(request));
    QCOMPARE(kindOf(read), ErrorKind::Unreadable);
    QCOMPARE(read.error().httpStatus, 200);
    Request write = writeOf(Method::Post, "{}");
    write.replyCap = 100000;
    QCOMPARE(kindOf(await(client.send(write))), ErrorKind::OutcomeUnknown);
    QCOMPARE(kindOf(await(client.getElsewhere(server.url(u"/p"_s), 100000))), ErrorKind::Unreadable);
    request.replyCap = 200000;
    QVERIFY(await(client.send(request)));
}

void HttpFailureTest::no_connection_means_nothing_happened_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("with a body") << "{}"_ba;
    QTest::newRow("without one") << QByteArray();
}

void HttpFailureTest::no_connection_means_nothing_happened()
{
    QFETCH(QByteArray, body);
    QUrl nobody(u"http://127.0.0.1"_s);
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        nobody.setPort(closed.serverPort());
    }
    Client refused(nobody, nullptr);
    QCOMPARE(kindOf(await(refused.send(Request::get(u"/x"_s)))), ErrorKind::Network);
    for (const Method method : {Method::Post, Method::Put, Method::Delete})
        QCOMPARE(kindOf(await(refused.send(writeOf(method, body)))), ErrorKind::Network);
    Client nowhere(QUrl(u"http://forum.invalid"_s), nullptr);
    QCOMPARE(kindOf(await(nowhere.send(writeOf(Method::Post, body)), 20000)), ErrorKind::Network);
}

void HttpFailureTest::not_http_at_all()
{
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer{"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\r\n", Answer::Manner::Close, {}}; });
    Client client(server.url(), nullptr);
    const ErrorKind read = kindOf(await(client.send(Request::get(u"/x"_s))));
    QVERIFY(read == ErrorKind::Unreadable || read == ErrorKind::Network);
    QCOMPARE(kindOf(await(client.send(writeOf(Method::Post, "{}")))), ErrorKind::OutcomeUnknown);
}

void HttpFailureTest::the_client_goes_while_calls_are_under_way()
{
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer::hang(); });
    RecordingGate gate;
    auto client = std::make_unique<Client>(server.url(), &gate);
    int told = 0;
    for (int i = 0; i < 9; ++i) { // more than Qt has connections for
        Call<Reply> *call = client->send(i % 2 ? Request::get(u"/x"_s) : writeOf(Method::Post, "{}"));
        call->then(this, [&told](const Result<Reply> &) { ++told; });
    }
    QTRY_COMPARE(server.seen().size(), 6);
    client.reset();
    QCOMPARE(gate.ends.size(), 9);
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(told, 0);
    QCOMPARE(server.seen().size(), 6);
}

void HttpFailureTest::a_call_goes_while_it_is_under_way()
{
    ScriptedServer server;
    server.handle([](const Seen &) { return Answer::hang(); });
    RecordingGate gate;
    Client client(server.url(), &gate);
    Call<Reply> *call = client.send(writeOf(Method::Put, "{}"));
    QTRY_COMPARE(server.seen().size(), 1);
    delete call;
    QCOMPARE(gate.ends.size(), 1);
    QTRY_COMPARE(server.openConnections(), 0);
    delete client.send(Request::get(u"/at-once"_s));
    QCOMPARE(gate.ends.size(), 2);
}

void HttpFailureTest::cancelling_inside_a_progress_signal()
{
    ScriptedServer server;
    server.then(Answer::dribble(Answer::of(200, QByteArray(2000, 'x'), "image/png"), 1ms));
    Client client(server.url(), nullptr);
    Call<Reply> *call = client.send(Request::get(u"/x"_s));
    connect(call, &PendingCall::progress, call, [call] { call->cancel(); });
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(HttpFailureTest)
#include "http_failure_test.moc"
