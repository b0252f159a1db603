// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/site_prober.h"

#include "answerhub/addresses.h"
#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"
#include "forum/address.h"

#include <QRegularExpression>

namespace badgewright::answerhub {

namespace {

using namespace std::chrono_literals;

const QString apiPath = QStringLiteral("/services/v2/award.json");

/// Origin and path prefix, without the parts that belong to a page of the forum.
QUrl baseOf(const QUrl &url)
{
    static const QRegularExpression page(
        QStringLiteral("/(questions|answers|comments|users|articles|ideas|topics|spaces|services|index\\.html).*$"));
    QUrl base;
    base.setScheme(url.scheme());
    base.setHost(url.host());
    base.setPort(url.port());
    QString path = url.path();
    path.remove(page);
    while (path.endsWith(u'/'))
        path.chop(1);
    base.setPath(path);
    return base;
}

QUrl originOf(const QUrl &url)
{
    QUrl origin = baseOf(url);
    origin.setPath({});
    return origin;
}

QString titleOf(const QByteArray &html)
{
    static const QRegularExpression title(QStringLiteral("<title[^>]*>(.*?)</title>"),
                                          QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    QString text = title.match(QString::fromUtf8(html)).captured(1).simplified();
    const std::pair<QLatin1String, QLatin1String> entities[] = {
        {QLatin1String("&lt;"), QLatin1String("<")},    {QLatin1String("&gt;"), QLatin1String(">")},
        {QLatin1String("&quot;"), QLatin1String("\"")}, {QLatin1String("&#39;"), QLatin1String("'")},
        {QLatin1String("&amp;"), QLatin1String("&")},
    };
    for (const auto &[entity, letter] : entities)
        text.replace(entity, letter);
    return text.left(200);
}

bool speaksOfAnswerHub(const QByteArray &html)
{
    const QByteArray lower = html.toLower();
    return lower.contains("answerhub") || lower.contains("/themes/thub");
}

} // namespace

SiteProber::SiteProber(const QUrl &candidate, Call<SiteProbe> *call) : QObject(call), m_call(call)
{
    const bool web = candidate.scheme() == QLatin1String("http") || candidate.scheme() == QLatin1String("https");
    if (!web || candidate.host().isEmpty()) {
        call->settle(fail(Error::refusedHere(Words::tr("This is not a web address."))));
        return;
    }
    m_bases = {baseOf(candidate)};
    if (!m_bases.first().path().isEmpty())
        m_bases += originOf(candidate);
    tryNextBase();
}

void SiteProber::becomeClient(const QUrl &base)
{
    m_base = base;
    // Not at once: an answer of the old client may be on the stack.
    if (m_client)
        m_client.release()->deleteLater();
    m_client = std::make_unique<http::Client>(base, nullptr);
}

void SiteProber::tryNextBase()
{
    becomeClient(m_bases.takeFirst());
    m_redirectsLeft = 5;
    askAwards();
}

void SiteProber::askAwards()
{
    http::Request request = http::Request::get(apiPath, {{QStringLiteral("page"), QStringLiteral("1")}, {QStringLiteral("pageSize"), QStringLiteral("1")}});
    request.headers = {{"Accept", "application/json"}};
    request.anonymous = true;
    request.timeout = 15s;
    Call<http::Reply> *sent = m_client->send(request);
    follow(m_call, sent);
    sent->then(this, [this](const Result<http::Reply> &reply) {
        if (!m_call->isSettled())
            takeAwards(reply);
    });
}

void SiteProber::takeAwards(const Result<http::Reply> &reply)
{
    if (!reply) {
        giveUp(reply.error());
    } else if (reply->status >= 300 && reply->status < 400) {
        if (!followRedirect(*reply))
            askFrontPage(Evidence::Some);
    } else if (reply->status == 200 && awardTypesFrom(reply->body, m_base)) {
        askFrontPage(Evidence::Clear);
    } else if (reply->status == 401 && !verdictOf(reply->body).words.isEmpty()) {
        askFrontPage(Evidence::Clear);
    } else if (reply->status == 401 || reply->status == 403 || reply->status == 200) {
        askFrontPage(Evidence::Some);
    } else if (reply->status >= 500 || reply->status == 429) {
        giveUp(*readError(*reply, {Words::tr("the award types"), {}}));
    } else {
        giveUp(Error::of(ErrorKind::Unreadable, Words::tr("There is no AnswerHub at this address.")));
    }
}

bool SiteProber::followRedirect(const http::Reply &reply)
{
    const QUrl asked(m_base.toString() + apiPath);
    const QUrl target = asked.resolved(QUrl(QString::fromUtf8(reply.header("location"))));
    const bool safer = target.scheme() == m_base.scheme() || target.scheme() == QLatin1String("https");
    if (m_redirectsLeft == 0 || !safer || target.host().isEmpty() || !target.path().endsWith(apiPath))
        return false;
    --m_redirectsLeft;
    becomeClient(baseOf(target));
    askAwards();
    return true;
}

void SiteProber::askFrontPage(Evidence evidence)
{
    http::Request request = http::Request::get(QStringLiteral("/"));
    request.anonymous = true;
    request.followRedirects = true;
    request.timeout = 15s;
    Call<http::Reply> *sent = m_client->send(request);
    follow(m_call, sent);
    sent->then(this, [this, evidence](const Result<http::Reply> &reply) {
        if (!m_call->isSettled())
            takeFrontPage(evidence, reply);
    });
}

void SiteProber::takeFrontPage(Evidence evidence, const Result<http::Reply> &reply)
{
    const QByteArray page = reply ? reply->body : QByteArray();
    if (evidence != Evidence::Clear && !speaksOfAnswerHub(page)) {
        giveUp(Error::of(ErrorKind::Unreadable, Words::tr("There is no AnswerHub at this address.")));
        return;
    }
    SiteProbe found;
    found.kind = ForumKind::AnswerHub;
    found.base = m_base;
    found.title = reply && reply->status == 200 ? titleOf(page) : QString();
    found.plainHttp = m_base.scheme() == QLatin1String("http") && !isLoopback(m_base.host());
    m_call->settle(found);
}

void SiteProber::giveUp(const Error &error)
{
    if (!m_firstError)
        m_firstError = error;
    // Nobody there at all: the other path of the same host will not answer either.
    const bool answered = error.kind == ErrorKind::Unreadable || error.httpStatus != 0;
    if (answered && !m_bases.isEmpty())
        tryNextBase();
    else
        m_call->settle(fail(*m_firstError));
}

} // namespace badgewright::answerhub
