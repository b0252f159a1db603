// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/answerhub_opener.h"

#include "answerhub/addresses.h"
#include "answerhub/answerhub_forum.h"
#include "answerhub/codec.h"
#include "answerhub/site_prober.h"

namespace badgewright::answerhub {

namespace {

/// Child of its call. Token, then the award types as the one read whose permission everybody has, then one action.
class SignIn final : public QObject
{
public:
    SignIn(std::shared_ptr<AnswerHubForum> forum, Call<ForumPtr> *call) : QObject(call), m_forum(std::move(forum)), m_call(call)
    {
        askToken();
    }

private:
    Session *session() { return m_forum->session(); }

    void askToken()
    {
        Call<bool> *sent = session()->signIn();
        follow(m_call, sent);
        sent->then(this, [this](const Result<bool> &token) {
            if (m_call->isSettled())
                return;
            if (token)
                askTypes();
            else
                giveUp(token.error().kind == ErrorKind::Unauthorised || token.error().kind == ErrorKind::Forbidden
                           ? notLetIn(token.error())
                           : token.error());
        });
    }

    void askTypes()
    {
        Call<http::Reply> *sent = session()->get(QStringLiteral("award.json"),
                                                 {{QStringLiteral("page"), QStringLiteral("1")}, {QStringLiteral("pageSize"), QStringLiteral("1")}});
        follow(m_call, sent);
        sent->then(this, [this](const Result<http::Reply> &reply) {
            if (!m_call->isSettled())
                takeTypes(reply);
        });
    }

    void takeTypes(const Result<http::Reply> &reply)
    {
        auto error = reply ? readError(*reply, {Words::tr("the award types"), QStringLiteral("Use site")}) : std::optional(reply.error());
        if (error) {
            // With a token the name and the password are known to be good, so that a 401 is about permissions.
            const bool refused = error->kind == ErrorKind::Unauthorised || error->kind == ErrorKind::Forbidden;
            if (refused && !session()->usesToken() && error->httpStatus == 401)
                error = notLetIn(*error);
            else if (refused)
                error->kind = ErrorKind::Forbidden;
            giveUp(*error);
            return;
        }
        const auto types = awardTypesFrom(reply->body, session()->base());
        if (types)
            askActions();
        else
            giveUp(types.error());
    }

    void askActions()
    {
        Call<http::Reply> *sent = session()->get(QStringLiteral("action.json"),
                                                 {{QStringLiteral("page"), QStringLiteral("1")}, {QStringLiteral("pageSize"), QStringLiteral("1")}});
        follow(m_call, sent);
        sent->then(this, [this](const Result<http::Reply> &reply) {
            if (m_call->isSettled())
                return;
            m_forum->setActionRefusal(reply ? readError(*reply, {Words::tr("the actions"), {}}) : std::optional(reply.error()));
            m_call->settle(ForumPtr(std::move(m_forum)));
        });
    }

    Error notLetIn(Error error)
    {
        error.kind = ErrorKind::Unauthorised;
        error.detail = Words::tr("The forum did not let “%1” in. The name or the password may be wrong, the account may lack the "
                                 "permission “Use API”, or the forum's API may be switched off.")
                           .arg(m_forum->connection().user);
        return error;
    }

    void giveUp(const Error &error)
    {
        m_call->settle(fail(error));
    }

    std::shared_ptr<AnswerHubForum> m_forum;
    Call<ForumPtr> *m_call;
};

QString refusalBeforehand(const Connection &connection)
{
    if (connection.user.trimmed().isEmpty())
        return Words::tr("AnswerHub needs a user name.");
    if (connection.user.contains(u':'))
        return Words::tr("A user name with a colon cannot be sent to this kind of forum.");
    if (!connection.maySendSecret())
        return Words::tr("The address is not encrypted, so the password could be read on the way.");
    return {};
}

} // namespace

Call<SiteProbe> *probe(const QUrl &candidate, QObject *parent)
{
    auto *call = new Call<SiteProbe>(parent);
    new SiteProber(candidate, call);
    return call;
}

Call<ForumPtr> *open(const Connection &connection, const Secret &password, RequestGate *gate, QObject *parent,
                     const OpenSettings &settings)
{
    const QString refusal = refusalBeforehand(connection);
    if (!refusal.isEmpty())
        return settledCall<ForumPtr>(parent, fail(Error::refusedHere(refusal)));
    auto *call = new Call<ForumPtr>(parent);
    new SignIn(std::make_shared<AnswerHubForum>(connection, password, gate, settings), call);
    return call;
}

} // namespace badgewright::answerhub
