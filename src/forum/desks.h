// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "forum/people.h"
#include "forum/score.h"
#include "support/call.h"
#include "support/request_gate.h"

namespace badgewright {

/// The desks of a forum: what can be asked of it and done to it. Reading is direct; whatever changes the forum is
/// called by a run only. Every call belongs to the desk's forum and settles from the event loop.
///
/// Reads that come in long rows take a lane: in Lane::Run they wait for their turn and wait out short limits.
///
/// Errors common to all: Network, Tls, TimedOut, Unauthorised, Forbidden, RateLimited, Server, Unreadable; writes also
/// ReadOnly, and OutcomeUnknown when it was sent and no trustworthy answer came.

/// Badges, their types, groupings, icons and pictures.
class BadgeDesk
{
public:
    virtual ~BadgeDesk();
    virtual Call<BadgeCatalogue> *list() = 0;
    virtual Call<BadgeWritten> *create(const BadgeFields &fields) = 0;                ///< Invalid: name taken …
    virtual Call<BadgeWritten> *update(BadgeId id, const BadgeFields &fields) = 0;    ///< NotFound, Invalid
    virtual Call<Done> *remove(BadgeId id) = 0;                                       ///< with all its grants
    /// The whole list in order; `basis` is what the person saw. Conflict when the forum's list differs from it.
    virtual Call<QList<Grouping>> *saveGroupings(const QList<Grouping> &wanted, const QList<Grouping> &basis) = 0;
    virtual Call<QList<Icon>> *searchIcons(const QString &part) = 0;                  ///< at most 500
    virtual Call<Icon> *icon(const QString &name) = 0;                                ///< NotFound: shows blank there
    virtual Call<Upload> *upload(const Picture &picture) = 0;
    virtual Call<QByteArray> *image(const QUrl &url) = 0;                             ///< up to 10 MB
};

/// Who holds what.
class GrantDesk
{
public:
    virtual ~GrantDesk();
    /// Newest first; NotFound when disabled.
    virtual Call<HolderPage> *holders(BadgeId badge, int offset = 0, Lane lane = Lane::Interactive) = 0;
    /// One row per grant; also disabled badges.
    virtual Call<QList<Grant>> *heldBy(const QString &username, Lane lane = Lane::Interactive) = 0;
    virtual Call<Grant> *grant(const GrantRequest &request) = 0;            ///< the existing grant when held already
    virtual Call<Done> *revoke(GrantId id) = 0;                             ///< NotFound: gone already
    /// One request for many people; goes on for minutes after the answer. Entries: usernames or e-mails.
    virtual Call<BulkAwardAnswer> *bulkAward(BadgeId badge, const QStringList &entries) = 0;
};

/// Finding people, groups, topics, reports.
class PeopleDesk
{
public:
    virtual ~PeopleDesk();
    virtual Call<QList<Account>> *search(const QString &term, int limit = 20) = 0;
    /// The accounts among `usernames` (any number, any case); those not in the answer have no account. Marks suspended
    /// and staged ones where the key may see that.
    virtual Call<QList<Account>> *lookUp(const QStringList &usernames) = 0;
    virtual Call<Account> *byUsername(const QString &username) = 0;
    virtual Call<QList<Account>> *byEmail(const QString &email) = 0;          ///< none or one
    virtual Call<QList<Account>> *byIds(const QList<AccountId> &ids) = 0;
    virtual Call<Account> *byExternalId(const QString &id) = 0;
    virtual Call<QList<PeopleGroup>> *groups() = 0;
    virtual Call<AccountPage> *members(const QString &group, int offset = 0) = 0;
    virtual Call<QList<Account>> *topicParticipants(qint64 topicId) = 0;
    virtual Call<QList<Account>> *likers(qint64 postId) = 0;
    /// The same accounts, in their order, with what lists of people do not say: who is suspended and who is staged. As
    /// they are where the key may not see that.
    virtual Call<QList<Account>> *marked(const QList<Account> &accounts) = 0;
    virtual Call<QList<TopicInfo>> *searchTopics(const QString &term) = 0;
    /// What a person has written, the newest first, at most 50.
    virtual Call<QList<PostInfo>> *recentPosts(const QString &username) = 0;
    /// Takes any way a person may write a link to a topic or post and finds what it is. RefusedHere when it is not on
    /// this forum, NotFound when there is no such topic.
    virtual Call<Reason> *resolveReason(const QString &text, Lane lane = Lane::Interactive) = 0;
    virtual Call<QList<Report>> *reports() = 0;
    virtual Call<Report> *report(qint64 id) = 0;
    virtual Call<ReportRows> *runReport(qint64 id, const QHash<QString, QString> &parameters) = 0;
};

/// Points for people on days.
class ScoreDesk
{
public:
    virtual ~ScoreDesk();
    virtual Call<ScoreEventList> *list(const ScoreFilter &filter) = 0;
    virtual Call<ScoreEvent> *create(AccountId user, QDate date, qint32 points, const QString &description) = 0;
    /// An absent description stays; an empty one clears.
    virtual Call<Done> *update(ScoreEventId id, qint32 points, const std::optional<QString> &description) = 0;
    virtual Call<Done> *recalculate(QDate from) = 0; ///< five a day for the whole forum
    virtual Call<Leaderboards> *leaderboards() = 0;
    virtual Call<QList<LeaderboardRow>> *leaderboard(qint64 id, const QString &period, int page = 0) = 0;
};

/// AnswerHub: awards for actions, and reputation. Nothing here may ever be sent twice by itself.
class AwardDesk
{
public:
    virtual ~AwardDesk();
    virtual Call<QList<AwardType>> *types() = 0;
    virtual Call<QList<HeldAward>> *heldBy(AccountId user) = 0;
    virtual Call<QList<Account>> *findUsers(const QString &text) = 0; ///< a name, an id, or a profile address
    virtual Call<Account> *user(AccountId id) = 0;
    virtual Call<ActionPage> *actionsOf(AccountId user, int page = 1) = 0;
    virtual Call<Action> *action(ActionId id) = 0;
    virtual Call<Action> *actionOfPost(const QString &address) = 0;   ///< a question's, answer's or comment's address or id
    virtual Call<AwardReply> *giveForAction(AwardTypeId type, ActionId action) = 0;
    virtual Call<AwardReply> *giveToUser(AwardTypeId type, AccountId user) = 0;
    virtual Call<AwardReply> *giveReputation(AccountId user, int points, const QString &reason) = 0;
    /// A picture of an award type or a person, from the forum's own host and nowhere else (RefusedHere).
    virtual Call<QByteArray> *image(const QUrl &url);
};

} // namespace badgewright
