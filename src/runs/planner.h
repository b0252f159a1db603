// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/plan.h"
#include "support/call.h"
#include "support/clock.h"

namespace badgewright::runs {

/// A recipient after matching.
struct RecipientRow {
    int row = 0;       ///< as in the source, from 1
    QString recipient; ///< as the source names them
    std::optional<Account> account; ///< absent: nobody, or several
    QList<Account> suggestions;
    bool ambiguous = false;           ///< several accounts fit equally well
    std::optional<Error> lookUpError; ///< why there is no account, where it is not simply unknown
};

struct GrantRow : RecipientRow {
    QString reasonText;             ///< as the source has it; empty: the reason for all
    bool withoutReason = false;     ///< none, whatever the source and the reason for all say
};

struct GrantInput {
    ForumPtr forum;
    QList<Badge> badges;
    QList<GrantRow> rows;
    QString reasonForAll; ///< a link as a person writes it; empty: none
    QString source;
};

/// Finds the verdict of every row with few reads: each different reason is resolved once, and what people hold is read
/// from the badge's holders or from each person, whichever takes fewer requests. One step for each row and badge.
/// Never fails because of one row; Network, Unauthorised … when the forum cannot be asked. Progress counts requests.
Call<Plan> *planGrants(const GrantInput &input, Clock *clock, QObject *parent);

struct ScoreRow : RecipientRow {
    QString dateText;   ///< "2026-05-12" or "12.5.2026"; empty: the date for all
    QString pointsText; ///< a whole number; empty: the points for all
    QString description;
};

struct ScoreInput {
    ForumPtr forum;
    QList<ScoreRow> rows;
    QDate dateForAll;
    std::optional<qint32> pointsForAll;
    QString descriptionForAll;
    QString source;
};

Plan planScoreEvents(const ScoreInput &input, const Clock &clock);
Plan planScoreUpdates(const ForumPtr &forum, const QList<UpdateScoreEventStep> &updates, const Clock &clock);
Plan planRevokes(const ForumPtr &forum, const QList<RevokeStep> &revokes, const Clock &clock);

struct RevokeInput {
    ForumPtr forum;
    Badge badge;
    QList<GrantRow> rows; ///< their reasons are not looked at
    bool everybody = false; ///< all holders, instead of the rows
    QString source;
};
/// Finds every grant of the badge that the people hold: a person who holds it several times loses all of them, a step for
/// each. Fails as planGrants does, and RefusedHere when everybody is meant and the holders cannot be listed.
Call<Plan> *planRevokeList(const RevokeInput &input, Clock *clock, QObject *parent);
/// `base` is the forum's address, for the link to the post it was given for.
RevokeStep revokeStepOf(const Grant &grant, const QString &badgeName, const Account &holder, const QUrl &base);

Plan planPublish(const ForumPtr &forum, const QList<PublishBadgeStep> &badges, const Clock &clock);
/// Into groupings by their names (PublishBadgeStep::groupingName): those that `basis` has get its ids, the others are made
/// first, in a step of their own, in the order of `order` as far as it names them. Where they cannot be made, the badges in
/// them say so.
Plan planPublishInto(const ForumPtr &forum, const QList<PublishBadgeStep> &badges, const QList<Grouping> &basis, const QStringList &order,
                     const Clock &clock);
Plan planReputation(const ForumPtr &forum, const QList<GiveReputationStep> &steps, const Clock &clock);
/// With all their grants. Badges of the forum itself are NotAllowed: it would delete them without a word.
Plan planDeleteBadges(const ForumPtr &forum, const QList<Badge> &badges, const Clock &clock);
/// The whole list in order; `basis` is what the person saw.
Plan planGroupings(const ForumPtr &forum, const QList<Grouping> &wanted, const QList<Grouping> &basis, const Clock &clock);
Plan planRecalculate(const ForumPtr &forum, QDate from, const Clock &clock);

struct AwardInput {
    ForumPtr forum;
    QList<AwardForActionStep> forActions;
    QList<AwardToUserStep> toUsers;
};
/// Reads how many of the type each receiver has: NoEffectExpected for a per_user type that is held already; awarding
/// to a user who has it says so and asks to be insisted on. Receivers that cannot be read are Ready with a remark.
Call<Plan> *planAwards(const AwardInput &input, Clock *clock, QObject *parent);

/// A whole number within 32 bits; otherwise the sentence that says what is wrong.
Result<qint32> pointsFromText(const QString &text);
/// The forum's own day; the sentence that says what is wrong otherwise.
Result<QDate> dateFromText(const QString &text);

} // namespace badgewright::runs
