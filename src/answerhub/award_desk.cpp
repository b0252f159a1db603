// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/award_desk.h"

#include "answerhub/addresses.h"
#include "answerhub/paged_read.h"
#include "answerhub/post_action.h"
#include "answerhub/user_search.h"

namespace badgewright::answerhub {

namespace {

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Unauthorised;
}

} // namespace

AnswerHubAwardDesk::AnswerHubAwardDesk(Session *session, Capabilities *capabilities, QObject *parent)
    : QObject(parent), m_session(session), m_capabilities(capabilities)
{
}

template <class T> Call<T> *AnswerHubAwardDesk::read(const QString &path, const Reading &reading, Decoder<T> decode)
{
    return mapCall<T>(m_session, m_session->get(path),
                      [reading, decode, base = m_session->base()](const http::Reply &reply) -> Result<T> {
                          if (const auto error = readError(reply, reading))
                              return fail(*error);
                          return decode(reply.body, base);
                      });
}

template <class T> Call<T> *AnswerHubAwardDesk::refused(const QString &sentence)
{
    return settledCall<T>(m_session, fail(Error::refusedHere(sentence)));
}

void AnswerHubAwardDesk::learnTypes(const QList<AwardType> &types)
{
    for (const AwardType &type : types) {
        m_typeNames.insert(type.id, type.name);
        if (!type.imageUrl.isEmpty())
            m_typePictures.insert(type.id, type.imageUrl);
    }
}

Call<QList<AwardType>> *AnswerHubAwardDesk::types()
{
    Call<QList<AwardType>> *list = readAll<AwardType>(
        m_session, QStringLiteral("award.json"), {Words::tr("the award types"), QStringLiteral("Use site")},
        [base = m_session->base()](const QByteArray &body) { return awardTypesFrom(body, base); },
        [](const AwardType &type) { return type.id; });
    return mapCall<QList<AwardType>>(m_session, list, [this](const QList<AwardType> &read) -> Result<QList<AwardType>> {
        learnTypes(read);
        QList<AwardType> types = read;
        for (AwardType &type : types)
            type.imageUrl = m_typePictures.value(type.id);
        return types;
    });
}

Call<QList<HeldAward>> *AnswerHubAwardDesk::heldBy(AccountId user)
{
    if (user <= 0)
        return refused<QList<HeldAward>>(Words::tr("The id of a user is a number above 0."));
    Call<QList<HeldRow>> *list = readAll<HeldRow>(
        m_session, QStringLiteral("user/%1/award.json").arg(user),
        {Words::tr("the awards of this person"), QStringLiteral("View user profile")},
        [base = m_session->base()](const QByteArray &body) { return heldAwardsFrom(body, base); },
        [](const HeldRow &row) { return row.award.typeId; });
    return mapCall<QList<HeldAward>>(m_session, list, [this](const QList<HeldRow> &rows) -> Result<QList<HeldAward>> {
        QList<HeldAward> held;
        for (const HeldRow &row : rows) {
            HeldAward award = row.award;
            award.name = m_typeNames.value(award.typeId, award.name);
            if (!row.imageUrl.isEmpty())
                m_typePictures.insert(award.typeId, row.imageUrl);
            held += award;
        }
        return held;
    });
}

Call<QList<Account>> *AnswerHubAwardDesk::findUsers(const QString &text)
{
    return searchUsers(m_session, text);
}

Call<Account> *AnswerHubAwardDesk::user(AccountId id)
{
    return readUser(m_session, id);
}

void AnswerHubAwardDesk::noteActionRead(std::optional<Error> &refusal, const std::optional<Error> &error)
{
    if (!error) {
        m_capabilities->allow(Ability::ReadActions);
    } else if (isRefusal(*error)) {
        refusal = *error;
        m_capabilities->deny(Ability::ReadActions,
                             Words::tr("The forum does not let this account read actions; an action’s number can still be typed."));
    }
}

Call<ActionPage> *AnswerHubAwardDesk::actionsOf(AccountId user, int page)
{
    if (user <= 0 || page < 1)
        return refused<ActionPage>(Words::tr("The id of a user and a page are numbers above 0."));
    if (m_historyRefusal)
        return settledCall<ActionPage>(m_session, fail(*m_historyRefusal));
    Call<http::Reply> *sent = m_session->get(
        QStringLiteral("user/%1/action.json").arg(user),
        {{QStringLiteral("page"), QString::number(page)}, {QStringLiteral("pageSize"), QString::number(kPageSize)}});
    return mapCall<ActionPage>(m_session, sent, [this, user, page](const http::Reply &reply) -> Result<ActionPage> {
        const auto error = readError(reply, {Words::tr("the actions of this person"), {}});
        noteActionRead(m_historyRefusal, error);
        if (error)
            return fail(*error);
        const auto read = actionsFrom(reply.body, m_session->base());
        if (!read)
            return fail(read.error());
        return historyPage(user, page, *read);
    });
}

ActionPage AnswerHubAwardDesk::historyPage(AccountId user, int page, const ListPage<Action> &read)
{
    ActionPage result;
    result.page = page;
    const ActionId first = read.rows.isEmpty() ? 0 : read.rows.first().id;
    const bool cameAgain = page > 1 && user == m_historyUser && page == m_historyPage + 1 && first == m_historyFirst;
    if (read.rows.isEmpty() || cameAgain) {
        result.pageCount = qMax(1, page - 1);
        return result;
    }
    m_historyUser = user;
    m_historyPage = page;
    m_historyFirst = first;
    result.actions = read.rows;
    const bool allAtOnce = read.info.totalCount >= 0 && read.info.listCount >= read.info.totalCount;
    // Without a number there may always be one more; the empty page after the last one ends it.
    const int claimed = read.info.pageCount >= 0 ? read.info.pageCount : page + 1;
    result.pageCount = allAtOnce ? page : qMax(page, claimed);
    return result;
}

Call<Action> *AnswerHubAwardDesk::action(ActionId id)
{
    if (id <= 0)
        return refused<Action>(Words::tr("The id of an action is a number above 0."));
    if (m_actionRefusal)
        return settledCall<Action>(m_session, fail(*m_actionRefusal));
    return mapCall<Action>(m_session, m_session->get(QStringLiteral("action/%1.json").arg(id)),
                           [this](const http::Reply &reply) -> Result<Action> {
                               const auto error = readError(reply, {Words::tr("the action"), {}});
                               noteActionRead(m_actionRefusal, error);
                               if (error)
                                   return fail(*error);
                               return actionFrom(reply.body, m_session->base());
                           });
}

Call<Action> *AnswerHubAwardDesk::actionOfPost(const QString &address)
{
    return readActionOfPost(m_session, this, address);
}

Call<AwardReply> *AnswerHubAwardDesk::give(http::Method method, const QString &path, const http::Query &query, Giving giving)
{
    auto *call = new Call<AwardReply>(m_session);
    Call<http::Reply> *sent = m_session->change(method, path, query);
    call->passCancelTo(sent);
    sent->then(call, [call, giving](const Result<http::Reply> &reply) {
        if (reply)
            call->settle(judged(*reply, giving));
        else
            call->settle(fail(judgedFailure(reply.error())));
    });
    return call;
}

Call<AwardReply> *AnswerHubAwardDesk::giveForAction(AwardTypeId type, ActionId action)
{
    if (type <= 0 || action <= 0)
        return refused<AwardReply>(Words::tr("The ids of an award type and of an action are numbers above 0."));
    return give(http::Method::Post, QStringLiteral("award/%1/action/%2.json").arg(type).arg(action), {}, Giving::AwardForAction);
}

Call<AwardReply> *AnswerHubAwardDesk::giveToUser(AwardTypeId type, AccountId user)
{
    if (type <= 0 || user <= 0)
        return refused<AwardReply>(Words::tr("The ids of an award type and of a user are numbers above 0."));
    return give(http::Method::Post, QStringLiteral("award/%1/user/%2.json").arg(type).arg(user), {}, Giving::AwardToUser);
}

Call<AwardReply> *AnswerHubAwardDesk::giveReputation(AccountId user, int points, const QString &reason)
{
    if (user <= 0)
        return refused<AwardReply>(Words::tr("The id of a user is a number above 0."));
    if (points == 0)
        return refused<AwardReply>(Words::tr("0 points would change nothing."));
    http::Query query{{QStringLiteral("points"), QString::number(points)}};
    if (!reason.trimmed().isEmpty())
        query.addQueryItem(QStringLiteral("reason"), reason.trimmed());
    return give(http::Method::Put, QStringLiteral("user/%1/awardReputation.json").arg(user), query, Giving::Reputation);
}

Call<QByteArray> *AnswerHubAwardDesk::image(const QUrl &url)
{
    const QUrl own = ownPicture(m_session->base(), url.toString(QUrl::FullyEncoded));
    if (own.isEmpty() || !belongsTo(m_session->base(), own))
        return refused<QByteArray>(Words::tr("Pictures are fetched from the forum’s own address only."));
    return mapCall<QByteArray>(m_session, m_session->picture(own), [](const http::Reply &reply) -> Result<QByteArray> {
        if (reply.status != 200 || reply.contentType.contains("html"))
            return fail(reply.status == 404 ? ErrorKind::NotFound : ErrorKind::Unreadable, Words::tr("There is no picture at this address."));
        return reply.body;
    });
}

} // namespace badgewright::answerhub
