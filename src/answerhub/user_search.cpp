// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/user_search.h"

#include "answerhub/addresses.h"
#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"

#include <algorithm>

namespace badgewright::answerhub {

namespace {

constexpr int mostFound = 20;

Result<Account> accountOf(const Result<http::Reply> &reply, const QUrl &base)
{
    if (!reply)
        return fail(reply.error());
    if (const auto error = readError(*reply, {Words::tr("the user"), {}}))
        return fail(*error);
    return accountFrom(reply->body, base);
}

/// A forum may keep one of the routes to itself; the other may still answer.
bool mayAskOtherwise(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
    case ErrorKind::Forbidden:
    case ErrorKind::Unauthorised:
    case ErrorKind::Invalid:
    case ErrorKind::Unreadable:
    case ErrorKind::Server:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::TimedOut:
    case ErrorKind::Network:
    case ErrorKind::Tls:
    case ErrorKind::Conflict:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::Keychain:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return false;
}

/// Child of its call.
class UserSearch final : public QObject
{
public:
    enum class State { ById, ByExactName, BySearch };

    UserSearch(Session *session, const QString &text, std::optional<qint64> id, bool onlyId, Call<QList<Account>> *call)
        : QObject(call), m_session(session), m_text(text), m_onlyId(onlyId), m_call(call)
    {
        if (id)
            askById(*id);
        else
            askByExactName();
    }

private:
    void askById(qint64 id)
    {
        m_state = State::ById;
        ask(QStringLiteral("user/%1.json").arg(id), {});
    }

    void askByExactName()
    {
        m_state = State::ByExactName;
        ask(QStringLiteral("user/getByUsername.json"), {{QStringLiteral("username"), m_text}});
    }

    void askBySearch()
    {
        m_state = State::BySearch;
        ask(QStringLiteral("user.json"), {{QStringLiteral("q"), m_text},
                                          {QStringLiteral("page"), QStringLiteral("1")},
                                          {QStringLiteral("pageSize"), QString::number(mostFound)}});
    }

    void ask(const QString &path, const http::Query &query)
    {
        Call<http::Reply> *sent = m_session->get(path, query);
        follow(m_call, sent);
        sent->then(this, [this](const Result<http::Reply> &reply) {
            if (m_call->isSettled()) // called off meanwhile
                return;
            if (m_state == State::BySearch)
                takeSearch(reply);
            else
                takeOne(reply);
        });
    }

    void takeOne(const Result<http::Reply> &reply)
    {
        const auto account = accountOf(reply, m_session->base());
        if (account) {
            m_found += *account;
            if (m_state == State::ById)
                m_call->settle(m_found);
            else
                askBySearch();
        } else if (!mayAskOtherwise(account.error()) || (m_state == State::ById && account.error().kind != ErrorKind::NotFound)) {
            m_call->settle(fail(account.error()));
        } else if (m_state == State::ByExactName) {
            askBySearch();
        } else if (m_onlyId) {
            m_call->settle(m_found);
        } else {
            askByExactName(); // a name may consist of digits
        }
    }

    void takeSearch(const Result<http::Reply> &reply)
    {
        const auto error = reply ? readError(*reply, {Words::tr("the users"), {}}) : std::optional(reply.error());
        const auto page = error ? Result<ListPage<Account>>(fail(*error)) : accountsFrom(reply->body, m_session->base());
        if (!page) {
            const bool enough = !m_found.isEmpty() && mayAskOtherwise(page.error());
            m_call->settle(enough ? Result<QList<Account>>(m_found) : fail(page.error()));
            return;
        }
        for (const Account &account : page->rows) {
            const bool known = std::any_of(m_found.cbegin(), m_found.cend(), [&](const Account &one) { return one.id == account.id; });
            if (!known)
                m_found += account;
        }
        const QString wanted = m_text.toCaseFolded();
        std::stable_partition(m_found.begin(), m_found.end(),
                              [&](const Account &account) { return account.username.toCaseFolded() == wanted; });
        m_call->settle(m_found);
    }

    Session *m_session;
    QString m_text;
    bool m_onlyId;
    Call<QList<Account>> *m_call;
    State m_state = State::ByExactName;
    QList<Account> m_found;
};

} // namespace

Call<QList<Account>> *searchUsers(Session *session, const QString &text)
{
    QString wanted = text.trimmed();
    const auto profile = userIdFrom(wanted);
    if (isWebAddress(wanted)) {
        if (!belongsTo(session->base(), QUrl(wanted)))
            return settledCall<QList<Account>>(session, fail(Error::refusedHere(Words::tr("This address is not on this forum."))));
        if (!profile)
            return settledCall<QList<Account>>(session, fail(Error::refusedHere(Words::tr("This is not the address of a person’s profile."))));
    }
    if (wanted.startsWith(u'@'))
        wanted.remove(0, 1);
    if (wanted.isEmpty())
        return settledCall<QList<Account>>(session, QList<Account>());
    auto *call = new Call<QList<Account>>(session);
    new UserSearch(session, wanted, profile ? profile : idFrom(wanted), profile.has_value(), call);
    return call;
}

Call<Account> *readUser(Session *session, AccountId id)
{
    if (id <= 0)
        return settledCall<Account>(session, fail(Error::refusedHere(Words::tr("The id of a user is a number above 0."))));
    return mapCall<Account>(session, session->get(QStringLiteral("user/%1.json").arg(id)),
                            [base = session->base()](const http::Reply &reply) { return accountOf(reply, base); });
}

} // namespace badgewright::answerhub
