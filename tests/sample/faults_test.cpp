// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "asking.h"
#include "cases.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

namespace badgewright::sample_cases {

using namespace Qt::StringLiterals;
using sample::Fault;
using sample::FaultKind;
using sample::Options;

namespace {

const QString badge = u"Repair Café Host"_s; // can be given several times

Answer grant(Asking &ask)
{
    return ask.form("POST", u"/user_badges.json"_s, "username=Peter&badge_name=" + QUrl::toPercentEncoding(badge));
}

/// Qt's client would send a POST again by itself when the connection is cut.
void grantByHand(Asking &ask, QTcpSocket &socket)
{
    const QByteArray body = "username=Peter&badge_name=" + QUrl::toPercentEncoding(badge);
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(ask.forum().url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /user_badges.json HTTP/1.1\r\nHost: x\r\nApi-Key: " + ask.forum().secret().toUtf8()
                 + "\r\nApi-Username: rowan\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

int held(Asking &ask)
{
    return ask.forum().timesHeld(u"Peter"_s, badge);
}

Options withFault(FaultKind kind, int everyN = 1)
{
    Options options;
    options.faults = {Fault{kind, everyN}};
    return options;
}

} // namespace

void FaultCases::knowsFaultsByName()
{
    QCOMPARE(sample::faultNames().size(), 10);
    for (const QString &name : sample::faultNames())
        QVERIFY(sample::faultFromName(name).has_value());
    QVERIFY(!sample::faultFromName(u"earthquake"_s));
}

void FaultCases::cutsBeforeTheChange()
{
    Asking ask;
    const int before = held(ask);
    ask.forum().setFaults({{FaultKind::CutBefore}});
    QTcpSocket socket;
    grantByHand(ask, socket);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray());
    QCOMPARE(held(ask), before);
    QCOMPARE(ask.get(u"/user-badges/peter.json"_s).status, 200); // reads are spared
}

void FaultCases::cutsAfterTheChange()
{
    Asking ask;
    const int before = held(ask);
    ask.forum().setFaults({{FaultKind::CutAfter}});
    QTcpSocket socket;
    grantByHand(ask, socket);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray()); // not a byte
    QCOMPARE(held(ask), before + 1);
}

void FaultCases::strikesEveryThird()
{
    Asking ask(withFault(FaultKind::ServerError, 3));
    QList<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses.append(grant(ask).status);
    QCOMPARE(statuses, (QList<int>{200, 200, 500, 200, 200, 500}));
}

void FaultCases::limitsInTwoForms()
{
    Asking ask(withFault(FaultKind::LimitJson));
    const Answer json = ask.get(u"/admin/badges.json"_s);
    QCOMPARE(json.status, 429);
    QCOMPARE(json.object().value("extras"_L1).toObject().value("wait_seconds"_L1).toInt(), json.header("Retry-After").toInt());
    ask.forum().setFaults({{FaultKind::LimitHtml}});
    const Answer html = ask.get(u"/admin/badges.json"_s);
    QCOMPARE(html.status, 429);
    QCOMPARE(html.header("Content-Type"), "text/html");
    QVERIFY(html.body.startsWith("<html>"));
}

void FaultCases::refusesWritesWhenReadOnly()
{
    Asking ask(withFault(FaultKind::ReadOnly));
    const int before = held(ask);
    const Answer refused = grant(ask);
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.object().value("error_type"_L1).toString(), u"read_only"_s);
    QCOMPARE(held(ask), before);
    QCOMPARE(ask.get(u"/badges.json"_s).header("Discourse-Readonly"), "true");
}

void FaultCases::spoilsJson()
{
    Asking ask(withFault(FaultKind::BadJson));
    const Answer answer = ask.get(u"/badges.json"_s);
    QCOMPARE(answer.status, 200);
    QVERIFY(QJsonDocument::fromJson(answer.body).isNull());
}

void FaultCases::redirectsToAnotherOrigin()
{
    Asking ask(withFault(FaultKind::Redirect));
    const Answer answer = grant(ask);
    QCOMPARE(answer.status, 302);
    QVERIFY(answer.header("Location").startsWith("http://localhost:"));
    QCOMPARE(ask.forum().requestCount(), 1);
}

void FaultCases::closesUnannounced()
{
    Asking ask(withFault(FaultKind::NoKeepAlive));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(ask.forum().url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /site/basic-info.json HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray all = socket.readAll();
    QVERIFY(all.startsWith("HTTP/1.1 200"));
    QVERIFY(!all.toLower().contains("connection: close"));
}

void FaultCases::failsBeforeTheChange()
{
    Asking ask(withFault(FaultKind::ServerError));
    const int before = held(ask);
    const Answer answer = grant(ask);
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.object().value("error"_L1).toString(), u"Internal Server Error"_s);
    QCOMPARE(held(ask), before);
}

void FaultCases::stopsWhileSlow()
{
    Asking ask(withFault(FaultKind::Slow));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(ask.forum().url().port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /site/basic-info.json HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(ask.forum().requestCount(), 1);
    QVERIFY(ask.stop() < 1'500); // well before the two seconds are over
}

void FaultCases::stopsWithIdleConnections()
{
    Asking ask;
    QList<std::shared_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 20; ++i) {
        sockets.append(std::make_shared<QTcpSocket>());
        sockets.last()->connectToHost(u"127.0.0.1"_s, static_cast<quint16>(ask.forum().url().port()));
        QVERIFY(sockets.last()->waitForConnected());
        sockets.last()->write("GET /site/basic-info.json HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    QTRY_COMPARE(ask.forum().requestCount(), 20);
    QVERIFY(ask.stop() < 1'500); // an idle connection would be kept for half a minute
    QTRY_COMPARE(sockets.first()->state(), QAbstractSocket::UnconnectedState);
}

void FaultCases::switchesAtRunTime()
{
    Asking ask;
    QCOMPARE(grant(ask).status, 200);
    ask.forum().setFaults({{FaultKind::ServerError}});
    QCOMPARE(grant(ask).status, 500);
    ask.forum().setFaults({});
    QCOMPARE(grant(ask).status, 200);
}

} // namespace badgewright::sample_cases
