// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_encoding.h"

#include <QHostAddress>
#include <QUrlQuery>
#include <QUuid>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

QByteArray pairsEncoded(const QList<std::pair<QString, QString>> &pairs)
{
    QByteArray encoded;
    for (const auto &[name, value] : pairs) {
        if (!encoded.isEmpty())
            encoded += '&';
        encoded += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return encoded;
}

// The way browsers write names of parts and files: UTF-8 as it is, and only what would end the quotes escaped.
QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return '"' + bytes + '"';
}

int effectivePort(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QUrl addressBelow(const QUrl &base, const QString &path, const Query &query)
{
    QUrl url(base);
    const QString slash = path.startsWith(u'/') ? QString() : u"/"_s;
    url.setPath(base.path(QUrl::FullyDecoded) + slash + path, QUrl::DecodedMode);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(pairsEncoded(query.items())), QUrl::StrictMode);
    return url;
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host().compare(other.host(), Qt::CaseInsensitive) == 0
        && effectivePort(one) == effectivePort(other);
}

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QUrl redirectTarget(const QUrl &from, const QByteArray &location)
{
    if (location.isEmpty())
        return {};
    QUrl target = from.resolved(QUrl::fromEncoded(location));
    if (target.scheme() != "https"_L1 && target.scheme() != "http"_L1)
        return {};
    target.setUserInfo({});
    target.setFragment({});
    return target;
}

QByteArray formEncoded(const QList<std::pair<QString, QString>> &fields)
{
    return pairsEncoded(fields);
}

QByteArray multipartEncoded(const QList<Part> &parts, const QByteArray &boundary)
{
    QByteArray encoded;
    for (const Part &part : parts) {
        encoded += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quoted(part.name);
        if (!part.fileName.isEmpty())
            encoded += "; filename=" + quoted(part.fileName);
        const QString type = part.contentType.isEmpty() && !part.fileName.isEmpty() ? u"application/octet-stream"_s : part.contentType;
        if (!type.isEmpty())
            encoded += "\r\nContent-Type: " + type.toLatin1();
        encoded += "\r\n\r\n" + part.bytes + "\r\n";
    }
    return encoded + "--" + boundary + "--\r\n";
}

QString addressForLog(const QUrl &url)
{
    QString text = url.host();
    if (url.port() != -1)
        text += u':' + QString::number(url.port());
    text += url.path(QUrl::FullyEncoded);
    QStringList names;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto &item : items)
        names.append(item.first);
    return names.isEmpty() ? text : text + u'?' + names.join(u'&');
}

QByteArray verbOf(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET"_ba;
    case Method::Head:
        return "HEAD"_ba;
    case Method::Post:
        return "POST"_ba;
    case Method::Put:
        return "PUT"_ba;
    case Method::Delete:
        return "DELETE"_ba;
    }
    return {};
}

Request Request::get(const QString &path, const Query &query)
{
    Request request;
    request.path = path;
    request.query = query;
    return request;
}

Request Request::form(Method method, const QString &path, const QList<std::pair<QString, QString>> &fields)
{
    Request request;
    request.method = method;
    request.path = path;
    request.body = formEncoded(fields);
    request.contentType = "application/x-www-form-urlencoded"_ba;
    return request;
}

Request Request::multipart(const QString &path, const QList<Part> &parts)
{
    // Random enough not to stand in a part by chance.
    const QByteArray boundary = "badgewright-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    Request request;
    request.method = Method::Post;
    request.path = path;
    request.body = multipartEncoded(parts, boundary);
    request.contentType = "multipart/form-data; boundary=" + boundary;
    return request;
}

Request Request::json(Method method, const QString &path, const QByteArray &body)
{
    Request request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.contentType = "application/json"_ba;
    return request;
}

} // namespace badgewright::http
