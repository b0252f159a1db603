// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/site_probe.h"

#include "discourse/reply_error.h"
#include "discourse/site_facts.h"
#include "forum/address.h"

namespace badgewright::discourse {

namespace {

constexpr QLatin1String kPage("/site/basic-info.json");
constexpr int kMostMoves = 5;

} // namespace

Call<SiteProbe> *ProbeErrand::run(const QUrl &candidate, QObject *parent)
{
    auto *call = new Call<SiteProbe>(parent);
    auto *errand = new ProbeErrand(call);
    errand->knockAt(candidate);
    return call;
}

ProbeErrand::ProbeErrand(Call<SiteProbe> *call)
    : QObject(call)
    , m_call(call)
{
}

void ProbeErrand::knockAt(const QUrl &base)
{
    // The old client is deleted later: we may be inside one of its calls.
    if (m_client)
        m_client->deleteLater();
    m_client = new http::Client(base, nullptr, this);
    http::Request request = http::Request::get(kPage);
    request.anonymous = true;
    request.timeout = std::chrono::seconds(15);
    request.replyCap = 1024 * 1024;
    auto *inner = m_client->send(request);
    follow(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) {
        if (m_call->isSettled())
            return;
        if (!result)
            m_call->settle(fail(result.error()));
        else
            opened(*result);
    });
}

void ProbeErrand::opened(const http::Reply &reply)
{
    if (reply.status >= 300 && reply.status < 400)
        return moveTo(reply);
    if (reply.status != 200) {
        Error error = errorOf(reply, Effect::Reads);
        if (error.kind != ErrorKind::RateLimited && error.kind != ErrorKind::Server) {
            error.kind = ErrorKind::Unreadable;
            error.detail = QStringLiteral("no Discourse forum answers there");
        }
        m_call->settle(fail(error));
        return;
    }
    SiteFacts facts;
    if (const auto read = readBasicInfo(reply.body, &facts); !read) {
        m_call->settle(fail(read.error()));
        return;
    }
    m_probe.kind = ForumKind::Discourse;
    m_probe.base = m_client->base();
    m_probe.title = facts.title;
    m_probe.plainHttp = m_probe.base.scheme() == QLatin1String("http") && !isLoopback(m_probe.base.host());
    askVersion();
}

void ProbeErrand::moveTo(const http::Reply &reply)
{
    const QUrl from(m_client->base().toString(QUrl::FullyEncoded) + kPage);
    const QUrl target = from.resolved(QUrl(QString::fromUtf8(reply.header("location"))));
    const bool web = target.scheme() == QLatin1String("http") || target.scheme() == QLatin1String("https");
    // Forums that want a sign-in, and proxies that forget the path, send elsewhere: the page is tried there once more.
    QString path = target.path();
    path = path.endsWith(kPage) ? path.left(path.size() - kPage.size()) : path.left(path.lastIndexOf(u'/'));
    while (path.endsWith(u'/'))
        path.chop(1);
    QUrl base;
    base.setScheme(target.scheme());
    base.setHost(target.host());
    base.setPort(target.port());
    base.setPath(path);
    if (!web || base.host().isEmpty() || base == m_client->base() || ++m_moves > kMostMoves) {
        m_call->settle(fail(ErrorKind::Unreadable, QStringLiteral("the address sends on and on")));
        return;
    }
    knockAt(base);
}

void ProbeErrand::askVersion()
{
    http::Request request = http::Request::get(QStringLiteral("/about.json"));
    request.anonymous = true;
    request.timeout = std::chrono::seconds(15);
    auto *inner = m_client->send(request);
    follow(m_call, inner);
    inner->then(this, [this](const Result<http::Reply> &result) {
        SiteFacts facts;
        // Closed to visitors on many forums; the probe is good without it.
        if (result && result->status == 200 && readAbout(result->body, &facts)) {
            m_probe.version = facts.versionText;
            m_probe.people = facts.people;
        }
        m_call->settle(m_probe);
    });
}

} // namespace badgewright::discourse
