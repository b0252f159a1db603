// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/any_forum_opener.h"

#include "answerhub/answerhub_opener.h"
#include "discourse/discourse_opener.h"
#include "forum/address.h"

namespace badgewright {

namespace {

/// Asks one candidate address after the other, each first as Discourse, then as AnswerHub, until one says yes.
class ProbeWalk final : public QObject
{
public:
    ProbeWalk(const QList<QUrl> &candidates, Call<SiteProbe> *answer) : QObject(answer), m_left(candidates), m_answer(answer) {}

    void next()
    {
        if (m_left.isEmpty()) {
            m_answer->settle(fail(*m_worst));
            return;
        }
        const QUrl url = m_left.first();
        Call<SiteProbe> *call = m_asDiscourse ? discourse::probe(url, this) : answerhub::probe(url, this);
        follow(m_answer, call);
        call->then(this, [this, url](const Result<SiteProbe> &result) {
            if (result) {
                m_answer->settle(result);
                return;
            }
            remember(result.error());
            const QList<QUrl> left = worthTrying(m_left, url, result.error().kind);
            const bool asTheOther = m_asDiscourse && left.contains(url);
            m_left = asTheOther ? left : left.mid(left.startsWith(url));
            m_asDiscourse = !asTheOther;
            next();
        });
    }

private:
    /// The error that tells the person most: somebody who answered wrongly says more than nobody there.
    void remember(const Error &error)
    {
        const auto weight = [](const Error &e) {
            if (e.kind == ErrorKind::Tls)
                return 3;
            return e.httpStatus > 0 || e.kind == ErrorKind::Unreadable ? 2 : 1;
        };
        if (!m_worst || weight(error) > weight(*m_worst))
            m_worst = error;
    }

    QList<QUrl> m_left;
    Call<SiteProbe> *m_answer;
    bool m_asDiscourse = true;
    std::optional<Error> m_worst;
};

} // namespace

QList<QUrl> worthTrying(const QList<QUrl> &candidates, const QUrl &failed, ErrorKind kind)
{
    if (kind != ErrorKind::Network && kind != ErrorKind::TimedOut && kind != ErrorKind::Tls)
        return candidates;
    QList<QUrl> left;
    for (const QUrl &url : candidates) {
        const bool sameHost = url.host() == failed.host();
        const bool sameOrigin = sameHost && url.scheme() == failed.scheme() && url.port() == failed.port();
        const bool lessSafe = kind == ErrorKind::Tls && sameHost && url.scheme() == QLatin1String("http") && !isLoopback(url.host());
        if (!sameOrigin && !lessSafe)
            left << url;
    }
    return left;
}

Call<SiteProbe> *AnyForumOpener::probe(const QString &address)
{
    const Result<QList<QUrl>> candidates = candidatesFor(address);
    if (!candidates)
        return settledCall<SiteProbe>(this, fail(candidates.error()));
    auto *answer = new Call<SiteProbe>(this);
    auto *walk = new ProbeWalk(*candidates, answer);
    walk->next();
    return answer;
}

Call<ForumPtr> *AnyForumOpener::open(const Connection &connection, const Secret &secret, RequestGate *gate)
{
    return connection.kind == ForumKind::Discourse ? discourse::open(connection, secret, gate, this)
                                                   : answerhub::open(connection, secret, gate, this);
}

} // namespace badgewright
