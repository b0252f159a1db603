// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_server.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

namespace badgewright::test {

using namespace Qt::StringLiterals;

namespace {

class TlsServer final : public QTcpServer
{
public:
    TlsServer(const QSslCertificate &certificate, const QSslKey &key, QObject *parent)
        : QTcpServer(parent), m_certificate(certificate), m_key(key)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificate(m_certificate);
        socket->setPrivateKey(m_key);
        socket->startServerEncryption();
        addPendingConnection(socket);
    }

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
};

} // namespace

struct ScriptedServer::Talk : QObject {
    explicit Talk(QTcpSocket *with, int count) : QObject(with), socket(with), number(count) {}
    QTcpSocket *socket;
    int number;
    QByteArray heard;
    QByteArray toDribble;
    std::chrono::milliseconds pause{0};
    bool deaf = false;
};

Answer Answer::of(int status, const QByteArray &body, const QByteArray &type, const Headers &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type + "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return {bytes + "\r\n" + body, Manner::Keep, {}};
}

ScriptedServer::ScriptedServer() : m_server(new QTcpServer(this)), m_scheme(u"http"_s)
{
    connect(m_server, &QTcpServer::newConnection, this, [this] { greet(m_server->nextPendingConnection()); });
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::ScriptedServer(const QSslCertificate &certificate, const QSslKey &key)
    : m_server(new TlsServer(certificate, key, this)), m_scheme(u"https"_s)
{
    connect(m_server, &QTcpServer::newConnection, this, [this] { greet(m_server->nextPendingConnection()); });
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer()
{
    // Sockets tell their end while they are destroyed; nobody is there to count it any more.
    const auto sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

ScriptedServer &ScriptedServer::then(const Answer &answer)
{
    m_script.append(answer);
    return *this;
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_scheme);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

void ScriptedServer::dropConnections()
{
    const auto sockets = m_server->findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnectFromHost();
}

void ScriptedServer::greet(QTcpSocket *socket)
{
    auto *talk = new Talk(socket, ++m_connections);
    ++m_open;
    connect(socket, &QTcpSocket::readyRead, this, [this, talk] { hear(*talk); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
}

void ScriptedServer::hear(Talk &talk)
{
    talk.heard += talk.socket->readAll();
    if (talk.deaf)
        return;
    const qsizetype headEnd = talk.heard.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    Seen seen;
    seen.connection = talk.number;
    const QList<QByteArray> lines = talk.heard.left(headEnd).split('\n');
    const QList<QByteArray> first = lines.constFirst().trimmed().split(' ');
    seen.verb = first.value(0);
    seen.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        seen.headers.insert(lines.at(i).left(colon).toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    const bool cutsAtHead = !m_script.isEmpty() && m_script.constFirst().manner == Answer::Manner::CutAtHead;
    const qsizetype whole = headEnd + 4 + (cutsAtHead ? 0 : seen.header("content-length").toLongLong());
    if (talk.heard.size() < whole)
        return;
    seen.raw = talk.heard.left(whole);
    seen.body = seen.raw.mid(headEnd + 4);
    talk.heard.remove(0, whole);
    m_seen.append(seen);
    say(talk, next(seen));
    if (!talk.heard.isEmpty())
        hear(talk);
}

Answer ScriptedServer::next(const Seen &seen)
{
    if (!m_script.isEmpty())
        return m_script.takeFirst();
    return m_handler ? m_handler(seen) : Answer::of(404);
}

void ScriptedServer::say(Talk &talk, const Answer &answer)
{
    switch (answer.manner) {
    case Answer::Manner::Keep:
        talk.socket->write(answer.bytes);
        break;
    case Answer::Manner::Close:
    case Answer::Manner::Cut:
    case Answer::Manner::CutAtHead:
        talk.deaf = true;
        talk.socket->write(answer.bytes);
        talk.socket->disconnectFromHost();
        break;
    case Answer::Manner::Hang:
        talk.deaf = true;
        break;
    case Answer::Manner::Dribble: {
        const qsizetype head = answer.bytes.indexOf("\r\n\r\n") + 4;
        talk.deaf = true;
        talk.socket->write(answer.bytes.left(head));
        talk.toDribble = answer.bytes.mid(head);
        talk.pause = answer.pause;
        dribbleOn(talk);
        break;
    }
    }
}

void ScriptedServer::dribbleOn(Talk &talk)
{
    talk.socket->write(talk.toDribble.left(1));
    talk.toDribble.remove(0, 1);
    if (!talk.toDribble.isEmpty())
        QTimer::singleShot(talk.pause, &talk, [this, &talk] { dribbleOn(talk); });
}

} // namespace badgewright::test
