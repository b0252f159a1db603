// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/public_reader.h"

#include "http/exchange.h"
#include "http/loopback_proxy.h"
#include "http/request_encoding.h"

#include <QHostAddress>
#include <QNetworkAccessManager>

#include <algorithm>
#include <array>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRedirects = 5;

bool isLocalAddress(QHostAddress address)
{
    bool mapped = false;
    const quint32 v4 = address.toIPv4Address(&mapped); // also of ::ffff:10.0.0.1
    if (mapped)
        address = QHostAddress(v4);
    static const std::array nets{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),      QHostAddress::parseSubnet(u"10.0.0.0/8"_s),     QHostAddress::parseSubnet(u"100.64.0.0/10"_s),
        QHostAddress::parseSubnet(u"127.0.0.0/8"_s),    QHostAddress::parseSubnet(u"169.254.0.0/16"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"224.0.0.0/3"_s),    QHostAddress::parseSubnet(u"::/128"_s),
        QHostAddress::parseSubnet(u"::1/128"_s),        QHostAddress::parseSubnet(u"fc00::/7"_s),       QHostAddress::parseSubnet(u"fe80::/10"_s),
        QHostAddress::parseSubnet(u"ff00::/8"_s)};
    return std::any_of(nets.begin(), nets.end(), [&](const auto &net) { return address.protocol() == net.first.protocol() && address.isInSubnet(net); });
}

} // namespace

bool isLocalHost(const QUrl &url)
{
    QString host = url.host().toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    const QHostAddress address(host);
    if (!address.isNull())
        return isLocalAddress(address);
    static const std::array endings{u".localhost"_s, u".local"_s, u".internal"_s, u".lan"_s, u".home"_s, u".home.arpa"_s, u".intranet"_s, u".corp"_s};
    return !host.contains(u'.') || std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return host.endsWith(ending); });
}

PublicReader::PublicReader(QObject *parent) : QObject(parent), m_network(new QNetworkAccessManager(this))
{
    m_network->setProxyFactory(new ProxyButNotForLoopback);
    m_network->setAutoDeleteReplies(false);
}

PublicReader::~PublicReader()
{
    delete std::exchange(m_network, nullptr);
    qDeleteAll(findChildren<PendingCall *>(Qt::FindDirectChildrenOnly));
}

Call<Reply> *PublicReader::get(const QUrl &url, const QUrl &home, qint64 replyCap)
{
    if ((url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty())
        return settledCall<Reply>(this, fail(Error::refusedHere(tr("“%1” is not an address on the web.").arg(url.toDisplayString().left(80)))));
    const auto mayVisit = [home](const QUrl &target) { return !isLocalHost(target) || (!home.isEmpty() && sameOrigin(target, home)); };
    if (!mayVisit(url))
        return settledCall<Reply>(this, fail(Error::refusedHere(tr("%1 lies in your own network, where pages from outside may not lead.").arg(url.host()))));
    Errand errand;
    errand.url = url;
    errand.url.setUserInfo({});
    errand.url.setFragment({});
    errand.replyCap = replyCap;
    errand.redirects = Redirects::WithoutSecret;
    errand.redirectsLeft = kRedirects;
    errand.plainHttpAllowed = true; // there is nothing to overhear but a picture that lies open
    errand.mayVisit = mayVisit;
    auto *call = new Call<Reply>(this);
    auto *exchange = new Exchange(std::move(errand), m_network, call);
    exchange->start();
    return call;
}

} // namespace badgewright::http
