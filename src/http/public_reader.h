// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QHostAddress>

namespace badgewright::http {

/// Whether the host is this computer or one of the local network, by its address or the form of its name. A page may point
/// there to reach what only this computer can.
bool isLocalHost(const QUrl &url);
bool isLocalAddress(const QHostAddress &address);

/// Finds the addresses of a host and hands them over from the event loop, unless `context` has gone; none where it cannot.
using FindAddresses = std::function<void(const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)> found)>;

/// Reads what lies open on the web as somebody would whom nobody knows: no key, no cookies, no sign-in, to no host. For
/// addresses that come out of a web page, and so from a stranger.
class PublicReader : public QObject
{
    Q_OBJECT

public:
    /// `findAddresses`: null asks the system.
    explicit PublicReader(QObject *parent = nullptr, FindAddresses findAddresses = {});
    ~PublicReader() override;

    /// http and https; up to five redirects, each looked at as the address itself. RefusedHere: another scheme, or a host of
    /// the local network, unless it is that of `home`; also a name that leads there when it is looked up. A redirect that
    /// leads to such a one is given as the answer it is. Unreadable: larger than `replyCap`.
    Call<Reply> *get(const QUrl &url, const QUrl &home, qint64 replyCap);

private:
    QNetworkAccessManager *m_network;
    FindAddresses m_findAddresses;
};

} // namespace badgewright::http
