// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "forum/connection.h"
#include "forum/people.h"
#include "forum/score.h"

#include <QMap>

#include <chrono>
#include <variant>

namespace badgewright::runs {

/// One badge for one person.
struct GrantStep {
    BadgeId badgeId = 0;
    QString badgeName;
    bool multipleGrant = false;
    Account account;
    QUrl reason; ///< normalised; empty: none
    QString reasonTitle;
    /// The newest grant the planner has seen, 0 when there was none: a grant with this id or an older one was there
    /// before, a newer one was not. Absent: the planner could not look at what this person holds.
    std::optional<GrantId> newestSeen;
};

struct RevokeStep {
    GrantId grantId = 0;
    BadgeId badgeId = 0;
    QString badgeName;
    Account holder;
    QDateTime grantedAt;
    QUrl reason; ///< so that it can be granted again; empty: none, or not visible
};

struct CreateScoreEventStep {
    Account account;
    QDate date;
    qint32 points = 0;
    QString description; ///< a short mark is added when it is sent
};

struct UpdateScoreEventStep {
    ScoreEventId id = 0;
    Account account;
    QDate date;
    qint32 oldPoints = 0;
    qint32 points = 0;
    QString oldDescription;
    std::optional<QString> description; ///< absent: stays
};

struct PublishBadgeStep {
    BadgeId id = 0; ///< 0: create
    BadgeFields fields;
    Badge before;   ///< as it was when the plan was made; default for a new one
    std::optional<Picture> picture; ///< uploaded first
    /// Not empty: it belongs in the grouping of that name, which an earlier step of the plan makes, so that its id is
    /// known only when this is sent. Then `fields` names no grouping.
    QString groupingName;
    QString groupingWas = {}; ///< for people, where it is another afterwards; empty: nobody said
    QString groupingNow = {};
    /// Looks both up.
    void nameGroupings(const QList<Grouping> &groupings);
    QString badgeName() const { return fields.name.value_or(before.name); }
};

struct AwardForActionStep {
    AwardTypeId typeId = 0;
    QString typeName;
    QString mode;
    ActionId actionId = 0;
    Account receiver; ///< id 0: not known who would receive it
};

struct AwardToUserStep {
    AwardTypeId typeId = 0;
    QString typeName;
    Account receiver;
};

struct GiveReputationStep {
    Account account;
    int points = 0;
    QString reason;
};

struct DeleteBadgeStep {
    Badge badge;             ///< as it was when the plan was made
    int grants = 0;          ///< that vanish with it, as far as was known then
    bool onlyUnheld = false; ///< only while nobody holds it, but for grants that are `ours`; looked at right before
    QList<GrantId> ours;
};

struct SaveGroupingsStep {
    QList<Grouping> wanted; ///< the whole list in order; id -1 for one that is to be created
    QList<Grouping> basis;  ///< what the forum had; id -1 for one whose id is not known: its place and name tell which
};

/// Everybody's scores are counted anew from that day on.
struct RecalculateStep {
    QDate from;
};

/// In the order of the variant below.
enum class StepType { Grant, Revoke, CreateScoreEvent, UpdateScoreEvent, PublishBadge, AwardForAction, AwardToUser, GiveReputation,
                      DeleteBadge, SaveGroupings, Recalculate };
using StepWhat = std::variant<GrantStep, RevokeStep, CreateScoreEventStep, UpdateScoreEventStep, PublishBadgeStep,
                              AwardForActionStep, AwardToUserStep, GiveReputationStep, DeleteBadgeStep, SaveGroupingsStep,
                              RecalculateStep>;

/// Stable: "grant", "revoke", "create-score-event", "update-score-event", "publish-badge", "award-for-action",
/// "award-to-user", "give-reputation", "delete-badge", "save-groupings", "recalculate".
QString stepTypeName(StepType type);
std::optional<StepType> stepTypeFromName(const QString &name);

/// What the plan says about a step before anything is sent.
enum class Verdict {
    Ready,           ///< will be done; the detail may hold a remark
    AlreadyHolds,
    DuplicateRow,    ///< the same as an earlier row
    NoSuchAccount,
    Ambiguous,       ///< several accounts fit
    NotLookedUp,     ///< the forum could not be asked who it is
    Suspended,
    ReasonElsewhere, ///< the reason is not a topic or post of this forum
    BadgeDisabled,
    NotAllowed,      ///< this connection may not do it
    InvalidValue,
    NoEffectExpected,
    LeftOut,         ///< by the person
    NotHeld,         ///< nothing to revoke
};
inline constexpr int kVerdictCount = int(Verdict::NotHeld) + 1;

/// Stable: "ready", "already-holds", "duplicate-row", "no-such-account", "ambiguous", "not-looked-up", "suspended",
/// "reason-elsewhere", "badge-disabled", "not-allowed", "invalid-value", "no-effect-expected", "left-out",
/// "not-held".
QString verdictName(Verdict verdict);
std::optional<Verdict> verdictFromName(const QString &name);

struct Step {
    int row = 0;       ///< in the source, counted from 1 as a person counts; 0: there is none
    QString recipient; ///< as the source names the person
    StepWhat what;
    Verdict verdict = Verdict::Ready;
    QString verdictDetail; ///< plain words: "since 12 May 2026", "row 8", "elmer_t? elmertree?"; may be empty
    QList<Account> suggestions;
    bool insisted = false; ///< the person wants it although the verdict advises against

    StepType type() const { return StepType(what.index()); }
    /// Verdicts that advise but do not forbid: AlreadyHolds and DuplicateRow for a badge that can be held several
    /// times or a score event, Suspended, NoEffectExpected.
    bool mayInsist() const;
    /// Whether a run sends it.
    bool wanted() const { return verdict == Verdict::Ready || (insisted && mayInsist()); }
    /// Whom it concerns; id 0 where it is nobody (badges) or not known.
    Account account() const;
    /// A few words for lists: "Apex", "5 points on 2026-05-12", "Publish Apex".
    QString subject() const;
    /// Somebody gets or loses something by it; false: it is about a badge, the groupings or all scores.
    bool isForSomebody() const;
};

enum class Pace {
    Considerate, ///< 45 requests a minute: leaves room for others
    All,         ///< all the forum allows
};
QString paceName(Pace pace); ///< "considerate", "all"
std::optional<Pace> paceFromName(const QString &name);

/// How the grants of a plan reach the forum.
enum class Road {
    Single, ///< a request for each: with reasons, in the name of the acting user
    Bulk,   ///< one request for many people, which the forum works off for minutes and which is read back afterwards
};
QString roadName(Road road); ///< "single", "bulk"
std::optional<Road> roadFromName(const QString &name);

struct Estimate {
    int requests = 0;
    std::chrono::seconds duration{0};
};

/// A list of steps with a verdict each, made before anything is sent.
struct Plan {
    QString id;           ///< a UUID
    QString title;        ///< "Grant Apex"
    QString forumId;      ///< Connection::id
    QString forumAddress; ///< Connection::address()
    ForumKind forumKind = ForumKind::Discourse;
    QString actingUser;
    QDateTime madeAt; ///< UTC
    QString source;   ///< "spring-fair.csv", "pasted list" …; may be empty
    int undoOf = 0;   ///< the run that this plan undoes; 0: none
    Road road = Road::Single; ///< Bulk only where adviseRoad() says that it is possible
    QList<Step> steps;
    QStringList remarks; ///< sentences for Review: what cannot be undone, what could not be checked

    int count(Verdict verdict) const;
    QMap<Verdict, int> counts() const; ///< only verdicts that occur
    int wantedCount() const;
    int peopleWanted() const; ///< different accounts among the wanted steps
    Estimate estimate(Pace pace) const;

    /// A plan without steps for this forum.
    static Plan empty(const Connection &connection, const QString &actingUser, const QString &title, const QDateTime &now);
};

/// How many requests a step takes when all goes well.
int requestsFor(const Step &step);
/// How long a forum takes, about, to give a badge to so many people by a bulk award.
std::chrono::seconds bulkDurationFor(int people);
/// How long so many requests take at a pace, when the forum has the usual limit of 60 a minute.
std::chrono::seconds durationFor(int requests, Pace pace);

} // namespace badgewright::runs
