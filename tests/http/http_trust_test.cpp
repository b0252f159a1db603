// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom the client trusts with what: the key, redirects, other origins, the gate, proxies, the log.

#include "http/client.h"
#include "support/await.h"
#include "support/log.h"
#include "support/recording_gate.h"
#include "support/scripted_server.h"

#include <QNetworkProxy>
#include <QLoggingCategory>
#include <QTest>

using namespace badgewright;
using namespace badgewright::http;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

namespace {

QStringList s_logged;
QtMessageHandler s_before = nullptr;

void noteMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    s_logged.append(message);
    s_before(type, context, message);
}

void sign(Client &client)
{
    client.setSecretHeaders([] {
        return QList<std::pair<QByteArray, QByteArray>>{{"Api-Key"_ba, "k3y-of-the-forum"_ba}, {"Authorization"_ba, "Basic abc"_ba}};
    });
}

bool carriesKey(const Seen &seen)
{
    return seen.raw.contains("k3y-of-the-forum") || seen.headers.contains("api-key") || seen.headers.contains("authorization");
}

} // namespace

class HttpTrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void the_key_goes_to_the_forum_and_not_when_anonymous();
    void redirects_within_the_origin_are_followed();
    void redirects_elsewhere_come_back_unfollowed_data();
    void redirects_elsewhere_come_back_unfollowed();
    void writes_never_follow();
    void endless_redirects_end();
    void elsewhere_gets_no_key();
    void elsewhere_refuses_plain_http_below_a_secure_base();
    void the_gate_is_asked_and_told();
    void each_hop_passes_the_gate();
    void cancelled_in_the_gate_never_entered();
    void only_the_key_is_counted();
    void proxies_are_not_used_for_loopback();
    void the_log_names_requests_but_no_secrets();
};

void HttpTrustTest::initTestCase()
{
    s_before = qInstallMessageHandler(noteMessage);
    SecretFilter::install();
}

void HttpTrustTest::the_key_goes_to_the_forum_and_not_when_anonymous()
{
    ScriptedServer server;
    server.then(Answer::ok("{}")).then(Answer::ok("{}"));
    Client client(server.url(), nullptr);
    sign(client);
    QVERIFY(await(client.send(Request::get(u"/a"_s))));
    QCOMPARE(server.seen().at(0).header("api-key"), "k3y-of-the-forum"_ba);
    Request anonymous = Request::get(u"/b"_s);
    anonymous.anonymous = true;
    QVERIFY(await(client.send(anonymous)));
    QVERIFY(!carriesKey(server.seen().at(1)));
}

void HttpTrustTest::redirects_within_the_origin_are_followed()
{
    ScriptedServer server;
    server.then(Answer::of(301, {}, "text/html", {{"Location", "/t/the-slug/7.json?page=1"}})).then(Answer::ok(R"({"id":7})"));
    Client client(server.url(), nullptr);
    sign(client);
    Request request = Request::get(u"/t/7.json"_s);
    request.followRedirects = true;
    const Result<Reply> reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->body, R"({"id":7})"_ba);
    QCOMPARE(server.seen().at(1).target, "/t/the-slug/7.json?page=1"_ba);
    QCOMPARE(server.seen().at(1).header("api-key"), "k3y-of-the-forum"_ba);
}

void HttpTrustTest::redirects_elsewhere_come_back_unfollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("follow");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status << false;
        QTest::addRow("%d, following", status) << status << true;
    }
}

void HttpTrustTest::redirects_elsewhere_come_back_unfollowed()
{
    QFETCH(int, status);
    QFETCH(bool, follow);
    ScriptedServer elsewhere; // another port is another origin
    ScriptedServer server;
    server.then(Answer::redirect(status, elsewhere.url(u"/catch"_s)));
    Client client(server.url(), nullptr);
    sign(client);
    Request request = Request::get(u"/x"_s);
    request.followRedirects = follow;
    const Result<Reply> reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->header("location"), elsewhere.url(u"/catch"_s).toEncoded());
    QCOMPARE(elsewhere.connections(), 0);
}

void HttpTrustTest::writes_never_follow()
{
    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        ScriptedServer elsewhere;
        ScriptedServer server;
        server.then(Answer::redirect(307, server.url(u"/here"_s))).then(Answer::redirect(302, elsewhere.url(u"/catch"_s)));
        Client client(server.url(), nullptr);
        sign(client);
        Request request = Request::form(method, u"/x"_s, {{u"a"_s, u"b"_s}});
        request.followRedirects = true;
        const Result<Reply> first = await(client.send(request));
        QVERIFY(first);
        QCOMPARE(first->status, 307);
        const Result<Reply> second = await(client.send(request));
        QVERIFY(second);
        QCOMPARE(second->status, 302);
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(elsewhere.connections(), 0);
    }
}

void HttpTrustTest::endless_redirects_end()
{
    ScriptedServer server;
    server.handle([&server](const Seen &) { return Answer::redirect(302, server.url(u"/again"_s)); });
    Client client(server.url(), nullptr);
    Request request = Request::get(u"/x"_s);
    request.followRedirects = true;
    const Result<Reply> reply = await(client.send(request));
    QVERIFY(reply);
    QCOMPARE(reply->status, 302);
    QCOMPARE(server.seen().size(), 6);
}

void HttpTrustTest::elsewhere_gets_no_key()
{
    ScriptedServer store;
    ScriptedServer mirror;
    ScriptedServer forum;
    Client client(forum.url(), nullptr);
    sign(client);
    store.then(Answer::of(200)).then(Answer::redirect(302, mirror.url(u"/pic"_s)));
    mirror.then(Answer::of(200, "picture", "image/png"));
    QUrl signedUrl = store.url(u"/bucket/a b.png"_s);
    signedUrl.setQuery(u"X-Amz-Signature=ab%2Fcd%2B&x-id=PutObject"_s);
    QVERIFY(await(client.putElsewhere(signedUrl, "bytes", {{"Content-Type", "image/png"}, {"x-amz-acl", "public-read"}})));
    const Result<Reply> picture = await(client.getElsewhere(store.url(u"/pic"_s)));
    QVERIFY(picture);
    QCOMPARE(picture->body, "picture"_ba);
    QCOMPARE(store.seen().at(0).target, "/bucket/a%20b.png?X-Amz-Signature=ab%2Fcd%2B&x-id=PutObject"_ba);
    QCOMPARE(store.seen().at(0).header("x-amz-acl"), "public-read"_ba);
    QCOMPARE(store.seen().at(0).body, "bytes"_ba);
    for (const Seen &seen : store.seen() + mirror.seen())
        QVERIFY(!carriesKey(seen));
    // Not even when "elsewhere" is the forum itself.
    forum.then(Answer::of(200, "picture", "image/png"));
    QVERIFY(await(client.getElsewhere(forum.url(u"/uploads/1.png"_s))));
    QVERIFY(!carriesKey(forum.seen().at(0)));
    // A signed upload does not follow either.
    store.then(Answer::redirect(307, mirror.url(u"/catch"_s)));
    const Result<Reply> refused = await(client.putElsewhere(store.url(u"/b"_s), "bytes", {{"Content-Type", "image/png"}}));
    QVERIFY(refused);
    QCOMPARE(refused->status, 307);
    QCOMPARE(mirror.seen().size(), 1);
}

void HttpTrustTest::elsewhere_refuses_plain_http_below_a_secure_base()
{
    ScriptedServer store;
    Client client(QUrl(u"https://forum.example"_s), nullptr);
    QCOMPARE(kindOf(await(client.getElsewhere(store.url(u"/pic"_s)))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(client.putElsewhere(store.url(u"/pic"_s), "x", {}))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(client.getElsewhere(QUrl(u"file:///etc/hosts"_s)))), ErrorKind::RefusedHere);
    QCOMPARE(store.connections(), 0);
}

void HttpTrustTest::the_gate_is_asked_and_told()
{
    ScriptedServer server;
    server.then(Answer::of(200, "{}")).then(Answer::cut());
    RecordingGate gate;
    gate.isOpen = false;
    Client client(server.url(), &gate);
    Request request = Request::form(Method::Post, u"/user_badges"_s, {{u"a"_s, u"b"_s}});
    request.lane = Lane::Run;
    Call<Reply> *call = client.send(request);
    QCOMPARE(gate.asked, QList{Lane::Run});
    QTest::qWait(0);
    QCOMPARE(server.connections(), 0);
    gate.open();
    QVERIFY(await(call));
    QCOMPARE(gate.ends.size(), 1);
    QCOMPARE(gate.ends.at(0).httpStatus, 200);
    QVERIFY(!await(client.send(request)));
    QCOMPARE(gate.ends.size(), 2);
    QCOMPARE(gate.ends.at(1).httpStatus, 0);
    // Called off while under way: told once, with no answer.
    server.then(Answer::hang());
    Call<Reply> *hanging = client.send(request);
    QTRY_COMPARE(server.seen().size(), 3);
    hanging->cancel();
    QCOMPARE(kindOf(await(hanging)), ErrorKind::OutcomeUnknown);
    QCOMPARE(gate.entered, 3);
    QCOMPARE(gate.ends.size(), 3);
}

void HttpTrustTest::each_hop_passes_the_gate()
{
    ScriptedServer server;
    server.then(Answer::redirect(302, server.url(u"/b"_s))).then(Answer::ok("{}"));
    RecordingGate gate;
    Client client(server.url(), &gate);
    Request request = Request::get(u"/a"_s);
    request.followRedirects = true;
    QVERIFY(await(client.send(request)));
    QCOMPARE(gate.entered, 2);
    QCOMPARE(gate.ends.size(), 2);
    QCOMPARE(gate.ends.at(0).httpStatus, 302);
    QCOMPARE(gate.ends.at(1).httpStatus, 200);
}

void HttpTrustTest::cancelled_in_the_gate_never_entered()
{
    ScriptedServer server;
    RecordingGate gate;
    gate.isOpen = false;
    auto client = std::make_unique<Client>(server.url(), &gate);
    Call<Reply> *call = client->send(Request::form(Method::Post, u"/x"_s, {{u"a"_s, u"b"_s}}));
    call->cancel();
    QVERIFY(!gate.waiting.constFirst().first);
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
    client->send(Request::get(u"/y"_s));
    client.reset();
    gate.open();
    QCOMPARE(gate.entered, 0);
    QCOMPARE(gate.ends.size(), 0);
    QCOMPARE(server.connections(), 0);
}

void HttpTrustTest::only_the_key_is_counted()
{
    ScriptedServer server;
    ScriptedServer other;
    server.handle([](const Seen &) { return Answer::of(200, "p", "image/png"); });
    other.then(Answer::of(200, "p", "image/png"));
    RecordingGate gate;
    Client client(server.url(), &gate);
    client.setSecretHeaders([] { return QList<std::pair<QByteArray, QByteArray>>{{"Api-Key"_ba, "k"_ba}}; });
    QVERIFY(await(client.getElsewhere(other.url(u"/p"_s))));
    QVERIFY(await(client.getElsewhere(server.url(u"/p"_s))));
    Request icon = Request::get(u"/icon.svg"_s);
    icon.anonymous = true;
    QVERIFY(await(client.send(icon)));
    QCOMPARE(gate.entered, 0);
    QVERIFY(gate.ends.isEmpty());
    icon.anonymous = false;
    QVERIFY(await(client.send(icon)));
    QCOMPARE(gate.entered, 1);
    // One of a long row, and a sign-in, which is a write.
    icon.anonymous = true;
    icon.lane = Lane::Run;
    QVERIFY(await(client.send(icon)));
    Request signIn = Request::form(Method::Post, u"/token"_s, {});
    signIn.anonymous = true;
    QVERIFY(await(client.send(signIn)));
    QCOMPARE(gate.entered, 3);
    QCOMPARE(gate.ends.size(), 3);
}

void HttpTrustTest::proxies_are_not_used_for_loopback()
{
    ScriptedServer proxy;
    ScriptedServer server;
    server.then(Answer::ok("{}"));
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, quint16(proxy.url().port())));
    Client client(server.url(), nullptr);
    const Result<Reply> direct = await(client.send(Request::get(u"/x"_s)));
    // Another host goes through it.
    proxy.then(Answer::ok("{}"));
    Client remote(QUrl(u"http://forum.invalid"_s), nullptr);
    const Result<Reply> proxied = await(remote.send(Request::get(u"/y"_s)));
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QVERIFY(direct);
    QCOMPARE(server.seen().size(), 1);
    QVERIFY(proxied);
    QCOMPARE(proxy.seen().size(), 1);
}

void HttpTrustTest::the_log_names_requests_but_no_secrets()
{
    QLoggingCategory::setFilterRules(u"badgewright.http=true"_s); // off unless somebody wants to look
    const Secret key("pa55-word/with+signs");
    ScriptedServer server;
    server.then(Answer::of(403, "{}")).then(Answer::cut());
    Client client(server.url(), nullptr);
    client.setSecretHeaders([key] { return QList<std::pair<QByteArray, QByteArray>>{{"Api-Key"_ba, key.reveal()}}; });
    s_logged.clear();
    const Result<Reply> reply
        = await(client.send(Request::get(u"/u/pa55-word/with+signs/x"_s, {{u"term"_s, u"hidden words"_s}, {u"api_key"_s, u"pa55-word/with+signs"_s}})));
    QVERIFY(reply);
    QVERIFY(!await(client.send(Request::form(Method::Delete, u"/gone"_s, {{u"key"_s, u"pa55-word/with+signs"_s}}))));
    QCOMPARE(s_logged.size(), 2);
    const QString line = s_logged.at(0);
    QVERIFY2(line.startsWith(reply->requestId + u" GET 127.0.0.1:"_s), qPrintable(line));
    QVERIFY2(line.contains(u"?term&api_key 403 "_s), qPrintable(line));
    QVERIFY2(line.contains(u" ms"_s), qPrintable(line));
    QVERIFY2(s_logged.at(1).contains(u"DELETE"_s) && s_logged.at(1).contains(u"outcome-unknown"_s), qPrintable(s_logged.at(1)));
    for (const QString &each : std::as_const(s_logged)) {
        QVERIFY2(!each.contains(u"hidden"_s), qPrintable(each));
        QVERIFY2(!each.contains(u"pa55-word"_s), qPrintable(each));
    }
}

QTEST_GUILESS_MAIN(HttpTrustTest)
#include "http_trust_test.moc"
