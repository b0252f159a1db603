// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/people_desk.h"

#include "discourse/people_codec.h"
#include "discourse/topic_people.h"

#include <algorithm>

namespace badgewright::discourse {

namespace {

constexpr int kMostFound = 50;
constexpr qsizetype kCardsARequest = 50;
constexpr int kMembersAPage = 1000;
constexpr qsizetype kMostLookedUp = 10; // of one search; each may be a request

void setIds(QList<Account> *accounts, const QHash<QString, AccountId> &ids)
{
    for (Account &account : *accounts) {
        if (account.id == 0)
            account.id = ids.value(nameKey(account.username));
    }
}

} // namespace

Call<QList<Account>> *DiscoursePeopleDesk::search(const QString &term, int limit)
{
    const QString wanted = term.trimmed();
    if (wanted.isEmpty())
        return settledCall<QList<Account>>(m_session, QList<Account>());
    // A key for single accounts cannot search, but it can tell whether a whole name is somebody's.
    if (m_session->accessTo(http::Method::Get, QStringLiteral("/u/search/users")) == Access::None)
        return lookUp({wanted});
    const auto request = http::Request::get(
        QStringLiteral("/u/search/users.json"),
        {{QStringLiteral("term"), wanted},
                 {QStringLiteral("limit"), QString::number(std::clamp(limit, 1, kMostFound))}});
    auto *call = new Call<QList<Account>>(m_session);
    auto *inner = m_session->read<QList<Account>>(
        request, [base = m_session->base()](const QByteArray &body) { return decodeAccounts(body, "users", base); });
    cancelWith(call, inner);
    inner->then(call, [this, call](const Result<QList<Account>> &found) {
        if (call->isSettled())
            return;
        if (found)
            giveWithIds(call, *found);
        else
            call->settle(found);
    });
    return call;
}

/// Forums before 3.2 leave the ids of found people out, and without one a person can neither be told from others nor
/// be given points (contract discourse §12).
void DiscoursePeopleDesk::giveWithIds(Call<QList<Account>> *call, QList<Account> found)
{
    setIds(&found, m_ids);
    QStringList without;
    for (const Account &account : std::as_const(found)) {
        if (account.id == 0 && without.size() < kMostLookedUp)
            without << account.username;
    }
    if (without.isEmpty()) {
        call->settle(found);
        return;
    }
    auto *inner = lookUp(without);
    cancelWith(call, inner);
    inner->then(call, [this, call, found](const Result<QList<Account>> &known) {
        if (call->isSettled())
            return;
        if (!known)
            return call->settle(known);
        for (const Account &account : *known)
            m_ids.insert(nameKey(account.username), account.id);
        QList<Account> whole = found;
        setIds(&whole, m_ids);
        whole.removeIf([](const Account &account) { return account.id == 0; });
        call->settle(whole);
    });
}

Call<QList<Account>> *DiscoursePeopleDesk::lookUp(const QStringList &usernames)
{
    return LookUp::run(m_session, usernames, &m_marks);
}

Call<Account> *DiscoursePeopleDesk::byUsername(const QString &username)
{
    if (!mayBeUsername(username.trimmed()))
        return settledCall<Account>(m_session, fail(ErrorKind::NotFound, QStringLiteral("not a user name")));
    return m_session->read<Account>(
        http::Request::get(QStringLiteral("/u/%1.json").arg(username.trimmed())),
        [base = m_session->base()](const QByteArray &body) { return decodeOneAccount(body, base); });
}

Call<QList<Account>> *DiscoursePeopleDesk::byEmail(const QString &email)
{
    const auto request = http::Request::get(QStringLiteral("/admin/users/list/all.json"),
                                            {{QStringLiteral("email"), email.trimmed()}});
    if (email.trimmed().isEmpty()) // the forum would list everybody
        return settledCall<QList<Account>>(m_session, QList<Account>());
    return m_session->read<QList<Account>>(
        request, [base = m_session->base()](const QByteArray &body) { return decodeAccountList(body, base); });
}

Call<QList<Account>> *DiscoursePeopleDesk::byIds(const QList<AccountId> &ids)
{
    auto *call = new Call<QList<Account>>(m_session);
    QList<AccountId> once;
    QSet<AccountId> seen;
    for (const AccountId id : ids) {
        if (!seen.contains(id)) {
            seen.insert(id);
            once << id;
        }
    }
    readCards(call, once, {});
    return call;
}

void DiscoursePeopleDesk::readCards(Call<QList<Account>> *call, QList<AccountId> left, const QList<Account> &found)
{
    if (left.isEmpty()) {
        call->settle(found);
        return;
    }
    QStringList batch;
    while (!left.isEmpty() && batch.size() < kCardsARequest)
        batch << QString::number(left.takeFirst());
    auto *inner = m_session->sendPatiently(http::Request::get(
        QStringLiteral("/user-cards.json"), {{QStringLiteral("user_ids"), batch.join(u',')}}));
    cancelWith(call, inner);
    inner->then(call, [this, call, left, found](const Result<http::Reply> &reply) {
        if (call->isSettled())
            return;
        if (!reply)
            return call->settle(fail(reply.error()));
        const auto accounts = decodeAccounts(reply->body, "users", m_session->base());
        if (!accounts)
            return call->settle(fail(accounts.error()));
        readCards(call, left, found + *accounts);
    });
}

Call<Account> *DiscoursePeopleDesk::byExternalId(const QString &id)
{
    const QString wanted = id.trimmed();
    if (wanted.isEmpty() || wanted.contains(u'/'))
        return settledCall<Account>(m_session, fail(ErrorKind::NotFound, QStringLiteral("not an external id")));
    return m_session->read<Account>(
        http::Request::get(QStringLiteral("/u/by-external/%1.json").arg(wanted)),
        [base = m_session->base()](const QByteArray &body) { return decodeOneAccount(body, base); });
}

Call<QList<PeopleGroup>> *DiscoursePeopleDesk::groups()
{
    return AllGroups::run(m_session);
}

Call<AccountPage> *DiscoursePeopleDesk::members(const QString &group, int offset)
{
    const int from = std::max(offset, 0);
    const auto request = http::Request::get(
        QStringLiteral("/groups/%1/members.json").arg(group),
        {{QStringLiteral("limit"), QString::number(kMembersAPage)}, {QStringLiteral("offset"), QString::number(from)}});
    return m_session->read<AccountPage>(
        request, [base = m_session->base(), from](const QByteArray &body) { return decodeMembers(body, base, from); });
}

Call<QList<Account>> *DiscoursePeopleDesk::topicParticipants(qint64 topicId)
{
    return TopicPeople::run(m_session, topicId);
}

Call<QList<Account>> *DiscoursePeopleDesk::likers(qint64 postId)
{
    return PostLikers::run(m_session, postId);
}

Call<QList<Account>> *DiscoursePeopleDesk::marked(const QList<Account> &accounts)
{
    return LookUp::mark(m_session, accounts, &m_marks);
}

Call<QList<TopicInfo>> *DiscoursePeopleDesk::searchTopics(const QString &term)
{
    if (term.trimmed().isEmpty())
        return settledCall<QList<TopicInfo>>(m_session, QList<TopicInfo>());
    return m_session->read<QList<TopicInfo>>(
        http::Request::get(QStringLiteral("/search.json"), {{QStringLiteral("q"), term.trimmed()}}),
        [base = m_session->base()](const QByteArray &body) { return decodeFoundTopics(body, base); });
}

Call<QList<PostInfo>> *DiscoursePeopleDesk::recentPosts(const QString &username)
{
    return m_session->read<QList<PostInfo>>(
        http::Request::get(QStringLiteral("/search.json"), {{QStringLiteral("q"), QStringLiteral("@%1 order:latest").arg(username)}}),
        [base = m_session->base(), username](const QByteArray &body) { return decodeFoundPosts(body, base, username); });
}

Call<Reason> *DiscoursePeopleDesk::resolveReason(const QString &text, Lane lane)
{
    return ReasonResolver::run(m_session, text, lane, &m_topics);
}

Call<QList<Report>> *DiscoursePeopleDesk::reports()
{
    return m_reports.all();
}

Call<Report> *DiscoursePeopleDesk::report(qint64 id)
{
    return m_reports.one(id);
}

Call<ReportRows> *DiscoursePeopleDesk::runReport(qint64 id, const QHash<QString, QString> &parameters)
{
    return m_reports.run(id, parameters);
}

} // namespace badgewright::discourse
