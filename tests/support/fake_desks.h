// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fake_forum.h"

namespace badgewright::test {

/// The desks of FakeForum; tests use them through it.
struct FakeDeskBase {
    explicit FakeDeskBase(FakeForum *forum) : f(forum) {}
    qint64 freshId() const { return ++f->m_nextId; }
    Clock *clock() const { return f->m_clock; }
    QDateTime now() const { return f->m_clock->utcNow().addMSecs(-f->clockBehind.count()); }
    const Account *account(AccountId id) const;
    const Account *account(const QString &username) const;
    template <class T> Call<T> *read(const QString &name, const QString &about, std::function<Result<T>()> work) const
    {
        return f->answer<T>(Lane::Interactive, name, about, std::move(work));
    }
    template <class T> Call<T> *readIn(Lane lane, const QString &name, const QString &about, std::function<Result<T>()> work) const
    {
        return f->answer<T>(lane, name, about, std::move(work));
    }
    template <class T> Call<T> *write(const QString &name, const QString &about, std::function<Result<T>()> work) const
    {
        return f->answer<T>(Lane::Run, name, about, std::move(work));
    }
    FakeForum *f;
};

struct FakeBadgeDesk final : BadgeDesk, FakeDeskBase {
    using FakeDeskBase::FakeDeskBase;
    Call<BadgeCatalogue> *list() override;
    Call<BadgeWritten> *create(const BadgeFields &fields) override;
    Call<BadgeWritten> *update(BadgeId id, const BadgeFields &fields) override;
    Call<Done> *remove(BadgeId id) override;
    Call<QList<Grouping>> *saveGroupings(const QList<Grouping> &wanted, const QList<Grouping> &basis) override;
    Call<QList<Icon>> *searchIcons(const QString &part) override;
    Call<Icon> *icon(const QString &name) override;
    Call<Upload> *upload(const Picture &picture) override;
    Call<QByteArray> *image(const QUrl &url) override;
};

struct FakeGrantDesk final : GrantDesk, FakeDeskBase {
    using FakeDeskBase::FakeDeskBase;
    Call<HolderPage> *holders(BadgeId badge, int offset, Lane lane) override;
    Call<QList<Grant>> *heldBy(const QString &username, Lane lane) override;
    Call<Grant> *grant(const GrantRequest &request) override;
    Call<Done> *revoke(GrantId id) override;
    Call<BulkAwardAnswer> *bulkAward(BadgeId badge, const QStringList &entries) override;
};

struct FakePeopleDesk final : PeopleDesk, FakeDeskBase {
    using FakeDeskBase::FakeDeskBase;
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
};

struct FakeScoreDesk final : ScoreDesk, FakeDeskBase {
    using FakeDeskBase::FakeDeskBase;
    Call<ScoreEventList> *list(const ScoreFilter &filter) override;
    Call<ScoreEvent> *create(AccountId user, QDate date, qint32 points, const QString &description) override;
    Call<Done> *update(ScoreEventId id, qint32 points, const std::optional<QString> &description) override;
    Call<Done> *recalculate(QDate from) override;
    Call<Leaderboards> *leaderboards() override;
    Call<QList<LeaderboardRow>> *leaderboard(qint64 id, const QString &period, int page) override;
};

struct FakeAwardDesk final : AwardDesk, FakeDeskBase {
    using FakeDeskBase::FakeDeskBase;
    Call<QList<AwardType>> *types() override;
    Call<QList<HeldAward>> *heldBy(AccountId user) override;
    Call<QList<Account>> *findUsers(const QString &text) override;
    Call<Account> *user(AccountId id) override;
    Call<ActionPage> *actionsOf(AccountId user, int page) override;
    Call<Action> *action(ActionId id) override;
    Call<Action> *actionOfPost(const QString &address) override;
    Call<AwardReply> *giveForAction(AwardTypeId type, ActionId action) override;
    Call<AwardReply> *giveToUser(AwardTypeId type, AccountId user) override;
    Call<AwardReply> *giveReputation(AccountId user, int points, const QString &reason) override;
};

} // namespace badgewright::test
