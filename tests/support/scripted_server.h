// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

class QTcpServer;
class QTcpSocket;

namespace badgewright::test {

/// A request as it arrived.
struct Seen {
    QByteArray verb;
    QByteArray target;                         ///< as sent, encoded
    QHash<QByteArray, QByteArray> headers;     ///< names in lower case
    QByteArray body;
    QByteArray raw;                            ///< head and body
    int connection = 0;                        ///< 1, 2, … in order of arrival
    QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// What the server does with one request.
struct Answer {
    enum class Manner {
        Keep,      ///< sends the bytes, keeps the connection
        Close,     ///< sends the bytes, then closes
        Cut,       ///< closes without a word when the whole request is there
        CutAtHead, ///< closes when the head is there, before the body is read
        Hang,      ///< never answers
        Dribble,   ///< sends the head, then the body byte by byte
    };
    QByteArray bytes;
    Manner manner = Manner::Keep;
    std::chrono::milliseconds pause{5}; ///< between the bytes of a dribble

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    static Answer of(int status, const QByteArray &body = {}, const QByteArray &type = "application/json", const Headers &headers = {});
    static Answer ok(const QByteArray &json) { return of(200, json); }
    static Answer redirect(int status, const QUrl &to) { return of(status, {}, "text/html", {{"Location", to.toEncoded()}}); }
    static Answer cut() { return {{}, Manner::Cut, {}}; }
    static Answer cutAtHead() { return {{}, Manner::CutAtHead, {}}; }
    static Answer hang() { return {{}, Manner::Hang, {}}; }
    /// The first `count` bytes of another answer, then the end of the connection.
    static Answer cutAfter(const Answer &answer, qsizetype count) { return {answer.bytes.left(count), Manner::Close, {}}; }
    static Answer dribble(const Answer &answer, std::chrono::milliseconds pause) { return {answer.bytes, Manner::Dribble, pause}; }
};

/// An HTTP server on 127.0.0.1 that says exactly what the test wrote down, and remembers what it heard.
/// Answers given with then() are used up in order; after them the handler is asked; without one it is 404.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    ScriptedServer();
    /// Speaks TLS with this certificate.
    ScriptedServer(const QSslCertificate &certificate, const QSslKey &key);
    ~ScriptedServer() override;

    ScriptedServer &then(const Answer &answer);
    void handle(std::function<Answer(const Seen &)> handler) { m_handler = std::move(handler); }

    /// "http://127.0.0.1:port" + path; https with a certificate.
    QUrl url(const QString &path = {}) const;
    const QList<Seen> &seen() const { return m_seen; }
    int connections() const { return m_connections; }
    /// Connections whose other end is still there.
    int openConnections() const { return m_open; }
    /// Closes every connection that is open, as a server does with idle ones.
    void dropConnections();

private:
    struct Talk;
    void greet(QTcpSocket *socket);
    void hear(Talk &talk);
    void say(Talk &talk, const Answer &answer);
    void dribbleOn(Talk &talk);
    Answer next(const Seen &seen);

    QTcpServer *m_server;
    QString m_scheme;
    QList<Answer> m_script;
    std::function<Answer(const Seen &)> m_handler;
    QList<Seen> m_seen;
    int m_connections = 0;
    int m_open = 0;
};

} // namespace badgewright::test
