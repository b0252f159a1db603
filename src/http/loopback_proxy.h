// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request_encoding.h"

#include <QNetworkProxyFactory>

namespace badgewright::http {

/// The proxy of the desktop, but never for this computer itself: the sample forum lives there.
class ProxyButNotForLoopback final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl peer;
        peer.setHost(query.peerHostName());
        return isLoopback(peer) ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : QNetworkProxyFactory::proxyForQuery(query);
    }
};

} // namespace badgewright::http
