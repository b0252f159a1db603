// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Certificates: which are refused and what is said about them; and writes over TLS, which arrive once as well.

#include "http/client.h"
#include "support/await.h"
#include "support/recording_gate.h"
#include "support/scripted_server.h"
#include "support/test_certificates.h"

#include <QSslConfiguration>
#include <QTest>

using namespace badgewright;
using namespace badgewright::http;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

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

class HttpTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certificates_data();
    void certificates();
    void writes_over_tls_arrive_once();
};

void HttpTlsTest::certificates_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("fromDays");
    QTest::addColumn<int>("toDays");
    QTest::addColumn<bool>("selfSigned");
    QTest::addColumn<QStringList>("words"); // none: accepted
    QTest::newRow("good") << "localhost"_ba << -1 << 1 << false << QStringList();
    QTest::newRow("self-signed") << "localhost"_ba << -1 << 1 << true << QStringList{u"self-signed"_s};
    QTest::newRow("expired") << "localhost"_ba << -9 << -2 << false << QStringList{u"expired"_s};
    QTest::newRow("not yet valid") << "localhost"_ba << 2 << 9 << false << QStringList{u"valid only from"_s};
    QTest::newRow("wrong name") << "other.example"_ba << -1 << 1 << false << QStringList{u"wrong name"_s, u"other.example"_s};
    QTest::newRow("self-signed and expired") << "localhost"_ba << -9 << -2 << true << QStringList{u"self-signed"_s, u"expired"_s};
}

void HttpTlsTest::certificates()
{
    QFETCH(QByteArray, name);
    QFETCH(int, fromDays);
    QFETCH(int, toDays);
    QFETCH(bool, selfSigned);
    QFETCH(QStringList, words);
    const Identity authority = makeAuthority();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.setCaCertificates({authority.certificate});
    QSslConfiguration::setDefaultConfiguration(trusting);
    const auto restore = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });

    const Identity identity = makeIdentity(name, fromDays, toDays, selfSigned ? nullptr : &authority);
    ScriptedServer server(identity.certificate, identity.key);
    server.handle([](const Seen &) { return Answer::ok("{}"); });
    RecordingGate gate;
    Client client(server.url(), &gate);
    for (const Request &request : {Request::get(u"/x"_s), writeOf(Method::Post, "{}"), writeOf(Method::Delete, {})}) {
        const Result<Reply> result = await(client.send(request));
        if (words.isEmpty()) {
            QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
            continue;
        }
        QCOMPARE(kindOf(result), ErrorKind::Tls);
        for (const QString &word : words)
            QVERIFY2(result.error().detail.contains(word), qPrintable(result.error().detail));
    }
    QCOMPARE(server.seen().size(), words.isEmpty() ? 3 : 0);
    QCOMPARE(gate.ends.size(), 3);
}

void HttpTlsTest::writes_over_tls_arrive_once()
{
    const Identity authority = makeAuthority();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.setCaCertificates({authority.certificate});
    QSslConfiguration::setDefaultConfiguration(trusting);
    const auto restore = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    const Identity identity = makeIdentity("localhost", -1, 1, &authority);
    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        for (const QByteArray &body : {"{}"_ba, QByteArray()}) {
            for (const bool warm : {false, true}) {
                ScriptedServer server(identity.certificate, identity.key);
                server.handle([](const Seen &seen) { return seen.verb == "GET" ? Answer::ok("{}") : Answer::cut(); });
                Client client(server.url(), nullptr);
                if (warm)
                    QVERIFY(await(client.send(Request::get(u"/warm"_s))));
                QCOMPARE(kindOf(await(client.send(writeOf(method, body)))), ErrorKind::OutcomeUnknown);
                QVERIFY(await(client.send(Request::get(u"/after"_s))));
                QCOMPARE(server.seen().size(), warm ? 3 : 2);
            }
        }
    }
}

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "http_tls_test.moc"
