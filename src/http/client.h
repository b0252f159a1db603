// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"
#include "support/request_gate.h"
#include "support/secret.h"

#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;

namespace badgewright::http {

struct Errand;

enum class Method { Get, Head, Post, Put, Delete };

/// One part of a multipart form; with a file name it is a file.
struct Part {
    QString name;
    QByteArray bytes;
    QString fileName;
    QString contentType;
};

/// The part of an address after the question mark. Names and values are given as they are meant; the client encodes
/// them, so that + & % and every letter arrive as given. (QUrlQuery would read "%41" as "A".)
class Query
{
public:
    Query() = default;
    Query(std::initializer_list<std::pair<QString, QString>> items) : m_items(items) {}
    void addQueryItem(const QString &name, const QString &value) { m_items.append({name, value}); }
    bool isEmpty() const { return m_items.isEmpty(); }
    const QList<std::pair<QString, QString>> &items() const { return m_items; }

private:
    QList<std::pair<QString, QString>> m_items;
};

/// What is asked of the pinned forum.
struct Request {
    Method method = Method::Get;
    QString path; ///< below the base, starting with a slash, not encoded: "/u/jörg.json"
    Query query;  ///< not encoded either
    QByteArray body;
    QByteArray contentType;                           ///< with a body
    QList<std::pair<QByteArray, QByteArray>> headers; ///< more of them; never secrets
    std::chrono::milliseconds timeout{30000};         ///< without a byte moving, and ten times that in all
    qint64 replyCap = 8 * 1024 * 1024;                ///< more than that is Unreadable
    Lane lane = Lane::Interactive;
    bool anonymous = false;                           ///< send no key (probing, public pictures)
    bool followRedirects = false;                     ///< reads only, and only within the pinned origin
    bool hasOwnQuota = false;                         ///< a refusal for hours is about this request alone: others go on

    static Request get(const QString &path, const Query &query = {});
    static Request form(Method method, const QString &path, const QList<std::pair<QString, QString>> &fields);
    static Request multipart(const QString &path, const QList<Part> &parts);
    static Request json(Method method, const QString &path, const QByteArray &body);
};

/// A whole answer, whatever its status.
struct Reply {
    int status = 0;
    QByteArray body;
    QByteArray contentType;                  ///< lower case, without parameters
    QHash<QByteArray, QByteArray> headers;   ///< names in lower case
    QString requestId;
    std::chrono::milliseconds retryAfter{0}; ///< from Retry-After in seconds or as a date; 0: not said
    bool isJson() const;
    QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// How requests are signed. The headers go to the pinned origin and nowhere else.
using SecretHeaders = std::function<QList<std::pair<QByteArray, QByteArray>>()>;

/// The one way to speak to a forum.
///
/// - Every request goes to the pinned base; the key is attached here and only here.
/// - Redirects are refused on writes and never followed to another origin; a refused one comes back as the Reply it is.
/// - Bodies of writes can be read once, because Qt sends a POST again by itself when a connection drops.
/// - A write that was sent and got no whole answer (cut, timed out, cancelled) is ErrorKind::OutcomeUnknown; a write that
///   certainly never left (no connection) is Network. Reads: Network, TimedOut, Cancelled, Tls, Unreadable.
/// - One line per request in the log, with id, verb, path without query values, status, milliseconds; secrets filtered.
///   Cookies are neither kept nor sent. User-Agent: "Badgewright/<version>".
/// - Asks the gate before each request with the key (each hop of a redirect is one) and tells it the end, once. Reads
///   without the key do not count against its budget: pictures, icons, probing pass by; only those of a run wait, too.
///   A call cancelled while it waits there never entered. Calls are children of the client; deleting the client, or a
///   call, aborts what is under way.
/// - Call::progress counts the bytes sent of a write with a body, and the bytes received otherwise.
class Client : public QObject
{
    Q_OBJECT

public:
    /// `base`: origin and path prefix without a slash at the end. `gate` may be null and outlives the client.
    Client(const QUrl &base, RequestGate *gate, QObject *parent = nullptr);
    ~Client() override;

    void setSecretHeaders(SecretHeaders headers) { m_secretHeaders = std::move(headers); }
    const QUrl &base() const { return m_base; }

    Call<Reply> *send(const Request &request);

    /// A PUT to an address the forum handed out (presigned upload): gets exactly `headers`, no key, no cookies,
    /// no redirects. The address may be of any origin; http is accepted only when the pinned base is http too.
    Call<Reply> *putElsewhere(const QUrl &url, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers);
    /// A read from any origin without a key (pictures on a store or CDN). Redirects between https origins are followed
    /// up to three times, since there is nothing to leak.
    Call<Reply> *getElsewhere(const QUrl &url, qint64 replyCap = 10 * 1024 * 1024);

private:
    Call<Reply> *begin(Errand &&errand);
    Call<Reply> *beginElsewhere(Errand &&errand);

    QUrl m_base;
    RequestGate *m_gate;
    SecretHeaders m_secretHeaders;
    QNetworkAccessManager *m_network;
};

} // namespace badgewright::http
