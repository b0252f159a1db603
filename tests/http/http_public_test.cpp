// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What comes out of a web page: fetched without keys, within limits, and never from the local network.

#include "http/public_reader.h"
#include "support/await.h"
#include "support/scripted_server.h"

#include <QTest>
#include <QTimer>

using namespace badgewright;
using namespace badgewright::http;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

class HttpPublicTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void local_hosts_are_known_by_their_form_data();
    void local_hosts_are_known_by_their_form();
    void local_hosts_are_not_asked();
    void the_forum_itself_may_be_local();
    void names_that_lead_into_the_local_network_are_not_asked();
    void redirects_are_watched();
    void large_answers_end();
    void it_is_called_off();
};

void HttpPublicTest::local_hosts_are_known_by_their_form_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("local");
    for (const char *url : {"http://localhost/a.png", "http://127.0.0.1/", "http://127.9.9.9/", "http://2130706433/", "http://0x7f.1/", "http://10.1.2.3/", "http://172.16.0.1/",
                            "http://172.31.255.1/", "http://192.168.0.1/", "http://169.254.169.254/latest", "http://100.64.0.1/", "http://0.0.0.0/", "http://[::1]/",
                            "http://[::ffff:192.168.1.1]/", "http://[fe80::1]/", "http://[fd00::1]/", "http://router/", "http://nas.local/", "http://nas.local./",
                            "http://0177.0.0.1/", "http://127.0.0.1.0x1/", "http://[64:ff9b::10.0.0.1]/", "http://[2002:a00:1::1]/", "http://wiki.intranet/", "http://printer.lan/", "http://a.localhost/"})
        QTest::newRow(url) << QString::fromLatin1(url) << true;
    for (const char *url : {"https://example.org/a.png", "http://93.184.216.34/", "https://172.32.0.1/", "https://local.example/", "http://[2606:2800:220:1::1]/"})
        QTest::newRow(url) << QString::fromLatin1(url) << false;
}

void HttpPublicTest::local_hosts_are_known_by_their_form()
{
    QFETCH(QString, url);
    QFETCH(bool, local);
    QCOMPARE(isLocalHost(QUrl(url)), local);
}

void HttpPublicTest::local_hosts_are_not_asked()
{
    ScriptedServer server;
    PublicReader reader;
    const Result<Reply> refused = await(reader.get(server.url(u"/a.png"_s), {}, 1000));
    QCOMPARE(kindOf(refused), ErrorKind::RefusedHere);
    QVERIFY2(refused.error().detail.contains(u"127.0.0.1 lies in your own network"_s), qPrintable(refused.error().detail));
    QCOMPARE(kindOf(await(reader.get(QUrl(u"file:///etc/hosts"_s), {}, 1000))), ErrorKind::RefusedHere);
    QCOMPARE(kindOf(await(reader.get(QUrl(u"javascript:alert(1)"_s), {}, 1000))), ErrorKind::RefusedHere);
    QCOMPARE(server.connections(), 0);
}

void HttpPublicTest::the_forum_itself_may_be_local()
{
    ScriptedServer forum;
    ScriptedServer other;
    forum.then(Answer::of(200, "picture", "image/png"));
    PublicReader reader;
    QUrl url = forum.url(u"/uploads/a.png"_s);
    url.setUserInfo(u"ada:secret"_s);
    const Result<Reply> reply = await(reader.get(url, forum.url(u"/community"_s), 1000));
    QVERIFY(reply);
    QCOMPARE(reply->body, "picture"_ba);
    const Seen &seen = forum.seen().first();
    QVERIFY(!seen.headers.contains("authorization") && !seen.headers.contains("cookie") && !seen.headers.contains("referer") && !seen.headers.contains("api-key"));
    // Another port of this computer is another house.
    QCOMPARE(kindOf(await(reader.get(other.url(u"/a.png"_s), forum.url(), 1000))), ErrorKind::RefusedHere);
    QCOMPARE(other.connections(), 0);
}

void HttpPublicTest::names_that_lead_into_the_local_network_are_not_asked()
{
    ScriptedServer forum;
    QStringList looked;
    PublicReader reader(nullptr, [&looked](const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)> found) {
        looked << host;
        const QList<QHostAddress> addresses = host == u"inside.example"_s ? QList{QHostAddress(u"93.184.216.34"_s), QHostAddress(u"10.0.0.7"_s)} : QList<QHostAddress>();
        QTimer::singleShot(0, context, [found, addresses] { found(addresses); });
    });
    const Result<Reply> refused = await(reader.get(QUrl(u"https://inside.example/a.png"_s), {}, 1000));
    QCOMPARE(kindOf(refused), ErrorKind::RefusedHere);
    QVERIFY2(refused.error().detail.contains(u"inside.example lies in your own network"_s), qPrintable(refused.error().detail));
    // On the way, too.
    forum.then(Answer::redirect(302, QUrl(u"https://inside.example/a.png"_s)));
    QCOMPARE(await(reader.get(forum.url(u"/a.png"_s), forum.url(), 1000))->status, 302);
    QCOMPARE(looked, QStringList(2, u"inside.example"_s)); // the forum itself is not looked up
    // Called off while it is looked up.
    Call<Reply> *call = reader.get(QUrl(u"https://inside.example/a.png"_s), {}, 1000);
    call->cancel();
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
}

void HttpPublicTest::redirects_are_watched()
{
    ScriptedServer forum;
    ScriptedServer other;
    PublicReader reader;
    forum.then(Answer::redirect(302, forum.url(u"/b.png"_s))).then(Answer::of(200, "b", "image/png"));
    QCOMPARE(await(reader.get(forum.url(u"/a.png"_s), forum.url(), 1000))->body, "b"_ba);
    // Into the local network: it ends there.
    forum.then(Answer::redirect(302, other.url(u"/secret.png"_s)));
    const Result<Reply> stopped = await(reader.get(forum.url(u"/a.png"_s), forum.url(), 1000));
    QVERIFY(stopped);
    QCOMPARE(stopped->status, 302);
    QCOMPARE(other.connections(), 0);
    // In a circle: it ends, too.
    forum.handle([&](const Seen &) { return Answer::redirect(302, forum.url(u"/again"_s)); });
    QCOMPARE(await(reader.get(forum.url(u"/a.png"_s), forum.url(), 1000))->status, 302);
    QCOMPARE(forum.seen().size(), 3 + 6);
}

void HttpPublicTest::large_answers_end()
{
    ScriptedServer forum;
    forum.then(Answer::of(200, QByteArray(5000, 'x'), "image/png"));
    PublicReader reader;
    QCOMPARE(kindOf(await(reader.get(forum.url(u"/a.png"_s), forum.url(), 4999))), ErrorKind::Unreadable);
}

void HttpPublicTest::it_is_called_off()
{
    ScriptedServer forum;
    forum.then(Answer::hang());
    PublicReader reader;
    Call<Reply> *call = reader.get(forum.url(u"/a.png"_s), forum.url(), 4999);
    QTRY_COMPARE(forum.seen().size(), 1);
    call->cancel();
    QCOMPARE(kindOf(await(call)), ErrorKind::Cancelled);
    QTRY_COMPARE(forum.openConnections(), 0);
}

QTEST_GUILESS_MAIN(HttpPublicTest)
#include "http_public_test.moc"
