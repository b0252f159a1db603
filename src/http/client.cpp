// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client.h"

#include "http/exchange.h"
#include "http/loopback_proxy.h"
#include "http/request_encoding.h"

#include <QNetworkAccessManager>

namespace badgewright::http {

using namespace Qt::StringLiterals;

namespace {

QUrl cleanBase(QUrl base)
{
    base.setUserInfo({});
    base.setQuery(QString());
    base.setFragment({});
    QString path = base.path(QUrl::FullyDecoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    base.setPath(path, QUrl::DecodedMode);
    return base;
}

} // namespace

Client::Client(const QUrl &base, RequestGate *gate, QObject *parent)
    : QObject(parent), m_base(cleanBase(base)), m_gate(gate), m_network(new QNetworkAccessManager(this))
{
    m_network->setProxyFactory(new ProxyButNotForLoopback);
    m_network->setAutoDeleteReplies(false);
}

Client::~Client()
{
    // The network first: when the gate is told that the calls have ended it may let others of this client through.
    delete std::exchange(m_network, nullptr);
    qDeleteAll(findChildren<PendingCall *>(Qt::FindDirectChildrenOnly));
}

Call<Reply> *Client::send(const Request &request)
{
    Errand errand;
    errand.method = request.method;
    errand.url = addressBelow(m_base, request.path, request.query);
    errand.headers = request.headers;
    if (isWrite(request.method)) {
        errand.body = request.body;
        if (!request.contentType.isEmpty())
            errand.headers.append({"Content-Type"_ba, request.contentType});
    }
    if (!request.anonymous)
        errand.secretHeaders = m_secretHeaders;
    errand.timeout = request.timeout;
    errand.replyCap = request.replyCap;
    errand.lane = request.lane;
    errand.hasOwnQuota = request.hasOwnQuota;
    // What is read without the key costs the key nothing. Signing in does, and long rows of reads take turns all the same.
    const bool free = request.anonymous && !isWrite(request.method) && request.lane == Lane::Interactive;
    errand.gate = free ? nullptr : m_gate;
    if (request.followRedirects) {
        errand.redirects = Redirects::WithinOrigin;
        errand.redirectsLeft = 5;
    }
    return begin(std::move(errand));
}

Call<Reply> *Client::putElsewhere(const QUrl &url, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    Errand errand;
    errand.method = Method::Put;
    errand.url = url;
    errand.body = body;
    errand.headers = headers;
    errand.replyCap = 1024 * 1024;
    return beginElsewhere(std::move(errand));
}

Call<Reply> *Client::getElsewhere(const QUrl &url, qint64 replyCap)
{
    Errand errand;
    errand.url = url;
    errand.replyCap = replyCap;
    errand.redirects = Redirects::WithoutSecret;
    errand.redirectsLeft = 3;
    return beginElsewhere(std::move(errand));
}

Call<Reply> *Client::beginElsewhere(Errand &&errand)
{
    const bool plain = errand.url.scheme() == "http"_L1;
    errand.plainHttpAllowed = m_base.scheme() == "http"_L1;
    errand.url.setUserInfo({});
    if ((!plain && errand.url.scheme() != "https"_L1) || errand.url.host().isEmpty())
        return settledCall<Reply>(this, fail(Error::refusedHere(tr("The forum gave an address that is not on the web."))));
    if (plain && !errand.plainHttpAllowed)
        return settledCall<Reply>(
            this, fail(Error::refusedHere(tr("The forum gave an unencrypted address on %1; it was not used.").arg(errand.url.host()))));
    return begin(std::move(errand));
}

Call<Reply> *Client::begin(Errand &&errand)
{
    auto *call = new Call<Reply>(this);
    auto *exchange = new Exchange(std::move(errand), m_network, call);
    exchange->start();
    return call;
}

} // namespace badgewright::http
