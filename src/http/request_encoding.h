// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

namespace badgewright::http {

/// The whole address of a request; path and query are encoded here.
QUrl addressBelow(const QUrl &base, const QString &path, const Query &query);

/// Scheme, host and port agree; a port left out is the scheme's own.
bool sameOrigin(const QUrl &one, const QUrl &other);
/// "localhost", 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl &url);

bool isRedirect(int status);
/// Where a redirect leads; not valid when the location is missing or is no address of http or https.
QUrl redirectTarget(const QUrl &from, const QByteArray &location);

QByteArray formEncoded(const QList<std::pair<QString, QString>> &fields);
QByteArray multipartEncoded(const QList<Part> &parts, const QByteArray &boundary);

/// Host and path and the names of the query, never its values: "forum.example/u/search.json?term&limit".
QString addressForLog(const QUrl &url);
QByteArray verbOf(Method method);
inline bool isWrite(Method method)
{
    return method != Method::Get && method != Method::Head;
}

} // namespace badgewright::http
