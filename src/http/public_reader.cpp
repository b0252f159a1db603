// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/public_reader.h"

#include "http/exchange.h"
#include "http/loopback_proxy.h"
#include "http/request_encoding.h"

#include <QHostInfo>
#include <QNetworkAccessManager>

#include <algorithm>
#include <array>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRedirects = 5;

void askSystem(const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)> found)
{
    QHostInfo::lookupHost(host, context, [found = std::move(found)](const QHostInfo &info) { found(info.addresses()); });
}

/// "0177.0.0.1" and the like: no address to Qt, and one to the system below it.
bool endsLikeAnAddress(const QString &host)
{
    const QString last = host.section(u'.', -1);
    bool number = false;
    last.toULongLong(&number, 0);
    return number || (!last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
}

/// The way to one answer: each stop is looked at before it is asked.
class Visit final : public QObject
{
public:
    Visit(const QUrl &home, qint64 replyCap, const FindAddresses &find, QNetworkAccessManager *network, Call<Reply> *call)
        : QObject(call), m_home(home), m_replyCap(replyCap), m_find(find), m_network(network), m_call(call)
    {
    }

    void visit(const QUrl &url)
    {
        if (!m_home.isEmpty() && sameOrigin(url, m_home)) {
            ask(url);
        } else if (isLocalHost(url)) {
            refuse(url);
        } else if (!QHostAddress(url.host()).isNull()) {
            ask(url);
        } else {
            m_find(url.host(), this, [this, url](const QList<QHostAddress> &addresses) {
                if (m_call->isSettled())
                    return;
                // One that is not found is asked all the same: a proxy may know it, and else the failure has its right name.
                if (std::any_of(addresses.begin(), addresses.end(), isLocalAddress))
                    refuse(url);
                else
                    ask(url);
            });
        }
    }

private:
    void refuse(const QUrl &url)
    {
        if (m_redirect)
            m_call->settle(*m_redirect);
        else
            m_call->settle(fail(Error::refusedHere(PublicReader::tr("%1 lies in your own network, where pages from outside may not lead.").arg(url.host()))));
    }

    void ask(const QUrl &url)
    {
        Errand errand;
        errand.url = url;
        errand.url.setUserInfo({});
        errand.url.setFragment({});
        errand.replyCap = m_replyCap;
        auto *stop = new Call<Reply>(this);
        follow(m_call, stop);
        (new Exchange(std::move(errand), m_network, stop))->start();
        stop->then(this, [this, url](const Result<Reply> &reply) {
            const QUrl target = reply && isRedirect(reply->status) ? redirectTarget(url, reply->header("location"_ba)) : QUrl();
            if (!target.isValid() || target.host().isEmpty() || m_redirectsLeft-- == 0) {
                m_call->settle(reply);
                return;
            }
            m_redirect = *reply;
            visit(target);
        });
    }

    QUrl m_home;
    qint64 m_replyCap;
    FindAddresses m_find;
    QPointer<QNetworkAccessManager> m_network;
    Call<Reply> *m_call;
    std::optional<Reply> m_redirect; ///< that led here
    int m_redirectsLeft = kRedirects;
};

} // namespace

bool isLocalAddress(const QHostAddress &any)
{
    bool mapped = false;
    const quint32 v4 = any.toIPv4Address(&mapped); // also of ::ffff:10.0.0.1
    const QHostAddress address = mapped ? QHostAddress(v4) : any;
    static const std::array nets{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),      QHostAddress::parseSubnet(u"10.0.0.0/8"_s),     QHostAddress::parseSubnet(u"100.64.0.0/10"_s),
        QHostAddress::parseSubnet(u"127.0.0.0/8"_s),    QHostAddress::parseSubnet(u"169.254.0.0/16"_s), QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s), QHostAddress::parseSubnet(u"224.0.0.0/3"_s),
        // Those that hold an address of the old kind: none of them is met on the open web.
        QHostAddress::parseSubnet(u"::/96"_s),          QHostAddress::parseSubnet(u"64:ff9b::/96"_s),   QHostAddress::parseSubnet(u"2002::/16"_s),
        QHostAddress::parseSubnet(u"fc00::/7"_s),       QHostAddress::parseSubnet(u"fe80::/10"_s),
        QHostAddress::parseSubnet(u"ff00::/8"_s)};
    return std::any_of(nets.begin(), nets.end(), [&](const auto &net) { return address.protocol() == net.first.protocol() && address.isInSubnet(net); });
}

bool isLocalHost(const QUrl &url)
{
    QString host = url.host().toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    const QHostAddress address(host);
    if (!address.isNull())
        return isLocalAddress(address);
    static const std::array endings{u".localhost"_s, u".local"_s, u".internal"_s, u".lan"_s, u".home"_s, u".home.arpa"_s, u".intranet"_s, u".corp"_s};
    return !host.contains(u'.') || endsLikeAnAddress(host) || std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return host.endsWith(ending); });
}

PublicReader::PublicReader(QObject *parent, FindAddresses findAddresses)
    : QObject(parent), m_network(new QNetworkAccessManager(this)), m_findAddresses(findAddresses ? std::move(findAddresses) : askSystem)
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
    auto *call = new Call<Reply>(this);
    auto *visit = new Visit(home, replyCap, m_findAddresses, m_network, call);
    visit->visit(url);
    return call;
}

} // namespace badgewright::http
