// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/look_up.h"
#include "discourse/reason_resolver.h"
#include "discourse/reports.h"
#include "forum/desks.h"

namespace badgewright::discourse {

/// People, groups, topics and reports of a Discourse forum; see SERVER.md.
class DiscoursePeopleDesk final : public PeopleDesk
{
public:
    explicit DiscoursePeopleDesk(Session *session) : m_session(session), m_reports(session) {}

    Call<QList<Account>> *search(const QString &term, int limit) override;
    Call<QList<Account>> *lookUp(const QStringList &usernames) override;
    Call<Account> *byUsername(const QString &username) override;
    Call<QList<Account>> *byEmail(const QString &email) override;
    Call<QList<Account>> *byIds(const QList<AccountId> &ids) override;
    Call<Account> *byExternalId(const QString &id) override;
    Call<QList<PeopleGroup>> *groups() override;
    Call<AccountPage> *members(const QString &group, int offset) override;
    Call<QList<Account>> *topicParticipants(qint64 topicId) override;
    Call<QList<Account>> *likers(qint64 postId) override;
    Call<QList<Account>> *marked(const QList<Account> &accounts) override;
    Call<QList<TopicInfo>> *searchTopics(const QString &term) override;
    Call<QList<PostInfo>> *recentPosts(const QString &username) override;
    Call<Reason> *resolveReason(const QString &text, Lane lane) override;
    Call<QList<Report>> *reports() override;
    Call<Report> *report(qint64 id) override;
    Call<ReportRows> *runReport(qint64 id, const QHash<QString, QString> &parameters) override;

private:
    void giveWithIds(Call<QList<Account>> *call, QList<Account> found);
    void readCards(Call<QList<Account>> *call, QList<AccountId> left, const QList<Account> &found);

    Session *m_session;
    Reports m_reports;
    MarkedPeople m_marks;
    KnownTopics m_topics;
    QHash<QString, AccountId> m_ids; ///< by nameKey; where searching does not tell them
};

} // namespace badgewright::discourse
