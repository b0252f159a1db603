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
    ProbeWalk(QList<QUrl> candidates, Call<SiteProbe> *answer) : QObject(answer), m_candidates(std::move(candidates)), m_answer(answer)
    {
    }

    void next()
    {
        if (m_index >= m_candidates.size() * 2) {
            m_answer->settle(fail(m_worst));
            return;
        }
        const QUrl url = m_candidates.at(m_index / 2);
        const bool asDiscourse = m_index % 2 == 0;
        ++m_index;
        Call<SiteProbe> *call = asDiscourse ? discourse::probe(url, this) : answerhub::probe(url, this);
        follow(m_answer, call);
        call->then(this, [this](const Result<SiteProbe> &result) {
            if (result) {
                m_answer->settle(result);
                return;
            }
            remember(result.error());
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
        if (m_index == 1 || weight(error) > weight(m_worst))
            m_worst = error;
    }

    QList<QUrl> m_candidates;
    Call<SiteProbe> *m_answer;
    qsizetype m_index = 0;
    Error m_worst;
};

} // namespace

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
