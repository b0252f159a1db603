// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"
#include "answerhub/session.h"
#include "forum/capability.h"
#include "forum/desks.h"

#include <QHash>

namespace badgewright::answerhub {

/// The award desk of an AnswerHub forum (contract answerhub §4 to §8, §11). Changes are sent once and never again by
/// themselves; comparing counts before and after is the run's business.
class AnswerHubAwardDesk final : public QObject, public AwardDesk
{
    Q_OBJECT

public:
    /// `capabilities` hears of it when the forum lets us read actions, or does not. Both outlive the desk.
    AnswerHubAwardDesk(Session *session, Capabilities *capabilities, QObject *parent = nullptr);

    Call<QList<AwardType>> *types() override;                          ///< GET award.json
    Call<QList<HeldAward>> *heldBy(AccountId user) override;           ///< GET user/{id}/award.json
    Call<QList<Account>> *findUsers(const QString &text) override;     ///< GET user/{id}, user/getByUsername, user?q=
    Call<Account> *user(AccountId id) override;                        ///< GET user/{id}.json
    Call<ActionPage> *actionsOf(AccountId user, int page) override;    ///< GET user/{id}/action.json
    Call<Action> *action(ActionId id) override;                        ///< GET action/{id}.json
    Call<Action> *actionOfPost(const QString &address) override;       ///< GET question|answer|comment/{id}.json, then the action
    Call<AwardReply> *giveForAction(AwardTypeId type, ActionId action) override; ///< POST award/{id}/action/{id}.json
    Call<AwardReply> *giveToUser(AwardTypeId type, AccountId user) override;     ///< POST award/{id}/user/{id}.json
    Call<AwardReply> *giveReputation(AccountId user, int points, const QString &reason) override; ///< PUT user/{id}/awardReputation.json
    Call<QByteArray> *image(const QUrl &url) override; ///< of the forum's own host only

private:
    template <class T> using Decoder = Result<T> (*)(const QByteArray &, const QUrl &);

    template <class T> Call<T> *read(const QString &path, const Reading &reading, Decoder<T> decode);
    template <class T> Call<T> *refused(const QString &sentence);
    Call<AwardReply> *give(http::Method method, const QString &path, const http::Query &query, Giving giving);
    void learnTypes(const QList<AwardType> &types);
    void noteActionRead(std::optional<Error> &refusal, const std::optional<Error> &error);
    ActionPage historyPage(AccountId user, int page, const ListPage<Action> &read);

    Session *m_session;
    Capabilities *m_capabilities;
    QHash<AwardTypeId, QString> m_typeNames; ///< readable ones; a person's awards may carry message keys instead
    QHash<AwardTypeId, QUrl> m_typePictures; ///< only a person's awards name them
    std::optional<Error> m_historyRefusal;   ///< asked once, remembered while the forum is open
    std::optional<Error> m_actionRefusal;
    AccountId m_historyUser = 0;
    int m_historyPage = 0;
    ActionId m_historyFirst = 0; ///< the first action of the page read last, to notice a page that comes again
};

} // namespace badgewright::answerhub
