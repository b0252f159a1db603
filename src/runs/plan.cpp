// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/plan.h"

#include <QCoreApplication>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace badgewright::runs {

namespace {

// The order is the order of the enums.
const QLatin1String kStepTypes[] = {QLatin1String("grant"),         QLatin1String("revoke"),
                                    QLatin1String("create-score-event"), QLatin1String("update-score-event"),
                                    QLatin1String("publish-badge"), QLatin1String("award-for-action"),
                                    QLatin1String("award-to-user"), QLatin1String("give-reputation"),
                                    QLatin1String("delete-badge"),  QLatin1String("save-groupings"),
                                    QLatin1String("recalculate")};
static_assert(std::size(kStepTypes) == std::variant_size_v<StepWhat>);

const QLatin1String kVerdicts[] = {QLatin1String("ready"),          QLatin1String("already-holds"),
                                   QLatin1String("duplicate-row"),  QLatin1String("no-such-account"),
                                   QLatin1String("ambiguous"),      QLatin1String("not-looked-up"),
                                   QLatin1String("suspended"),
                                   QLatin1String("reason-elsewhere"), QLatin1String("badge-disabled"),
                                   QLatin1String("not-allowed"),    QLatin1String("invalid-value"),
                                   QLatin1String("no-effect-expected"), QLatin1String("left-out"),
                                   QLatin1String("not-held")};
static_assert(std::size(kVerdicts) == size_t(kVerdictCount));

template <class Enum, size_t N> std::optional<Enum> fromName(const QLatin1String (&names)[N], const QString &name)
{
    const auto found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names))
        return {};
    return Enum(found - std::begin(names));
}

// The forum sends about so many holders in a page; only for estimates.
constexpr int kHoldersPerPage = 96;

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Step)
};

struct AccountOf {
    Account operator()(const GrantStep &s) const { return s.account; }
    Account operator()(const RevokeStep &s) const { return s.holder; }
    Account operator()(const CreateScoreEventStep &s) const { return s.account; }
    Account operator()(const UpdateScoreEventStep &s) const { return s.account; }
    Account operator()(const PublishBadgeStep &) const { return {}; }
    Account operator()(const AwardForActionStep &s) const { return s.receiver; }
    Account operator()(const AwardToUserStep &s) const { return s.receiver; }
    Account operator()(const GiveReputationStep &s) const { return s.account; }
    Account operator()(const DeleteBadgeStep &) const { return {}; }
    Account operator()(const SaveGroupingsStep &) const { return {}; }
    Account operator()(const RecalculateStep &) const { return {}; }
};

QString pointsOn(int points, QDate date)
{
    return PlanWords::tr("%1 points on %2").arg(points).arg(date.toString(Qt::ISODate));
}

struct SubjectOf {
    QString operator()(const GrantStep &s) const { return s.badgeName; }
    QString operator()(const RevokeStep &s) const { return PlanWords::tr("Revoke %1").arg(s.badgeName); }
    QString operator()(const CreateScoreEventStep &s) const { return pointsOn(s.points, s.date); }
    QString operator()(const UpdateScoreEventStep &s) const
    {
        if (s.points == s.oldPoints)
            return PlanWords::tr("New description on %1").arg(s.date.toString(Qt::ISODate));
        return PlanWords::tr("%1 instead of %2 points on %3").arg(s.points).arg(s.oldPoints).arg(s.date.toString(Qt::ISODate));
    }
    QString operator()(const PublishBadgeStep &s) const { return (s.id == 0 ? PlanWords::tr("Create %1") : PlanWords::tr("Publish %1")).arg(s.badgeName()); }
    QString operator()(const AwardForActionStep &s) const { return PlanWords::tr("%1 for action %2").arg(s.typeName).arg(s.actionId); }
    QString operator()(const AwardToUserStep &s) const { return s.typeName; }
    QString operator()(const GiveReputationStep &s) const { return PlanWords::tr("%1 reputation").arg(s.points); }
    QString operator()(const DeleteBadgeStep &s) const { return PlanWords::tr("Delete %1").arg(s.badge.name); }
    QString operator()(const SaveGroupingsStep &s) const { return PlanWords::tr("Save %n grouping(s)", nullptr, int(s.wanted.size())); }
    QString operator()(const RecalculateStep &s) const { return PlanWords::tr("Recalculate scores since %1").arg(s.from.toString(Qt::ISODate)); }
};

} // namespace

QString stepTypeName(StepType type) { return kStepTypes[size_t(type)]; }
std::optional<StepType> stepTypeFromName(const QString &name) { return fromName<StepType>(kStepTypes, name); }
QString verdictName(Verdict verdict) { return kVerdicts[size_t(verdict)]; }
std::optional<Verdict> verdictFromName(const QString &name) { return fromName<Verdict>(kVerdicts, name); }

QString paceName(Pace pace)
{
    return pace == Pace::Considerate ? QStringLiteral("considerate") : QStringLiteral("all");
}

std::optional<Pace> paceFromName(const QString &name)
{
    for (const Pace pace : {Pace::Considerate, Pace::All}) {
        if (paceName(pace) == name)
            return pace;
    }
    return {};
}

QString roadName(Road road)
{
    return road == Road::Single ? QStringLiteral("single") : QStringLiteral("bulk");
}

std::optional<Road> roadFromName(const QString &name)
{
    for (const Road road : {Road::Single, Road::Bulk}) {
        if (roadName(road) == name)
            return road;
    }
    return {};
}

bool Step::mayInsist() const
{
    switch (verdict) {
    case Verdict::AlreadyHolds:
    case Verdict::DuplicateRow:
        if (const auto *grant = std::get_if<GrantStep>(&what))
            return grant->multipleGrant;
        return type() == StepType::CreateScoreEvent || type() == StepType::AwardToUser
            || type() == StepType::AwardForAction || type() == StepType::GiveReputation;
    case Verdict::Suspended:
    case Verdict::NoEffectExpected:
        return true;
    case Verdict::Ready:
    case Verdict::NoSuchAccount:
    case Verdict::Ambiguous:
    case Verdict::NotLookedUp:
    case Verdict::ReasonElsewhere:
    case Verdict::BadgeDisabled:
    case Verdict::NotAllowed:
    case Verdict::InvalidValue:
    case Verdict::LeftOut:
    case Verdict::NotHeld:
        break;
    }
    return false;
}

Account Step::account() const { return std::visit(AccountOf{}, what); }
QString Step::subject() const { return std::visit(SubjectOf{}, what); }

bool Step::isForSomebody() const
{
    switch (type()) {
    case StepType::PublishBadge:
    case StepType::DeleteBadge:
    case StepType::SaveGroupings:
    case StepType::Recalculate:
        return false;
    case StepType::Grant:
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::UpdateScoreEvent:
    case StepType::AwardForAction:
    case StepType::AwardToUser:
    case StepType::GiveReputation:
        break;
    }
    return true;
}

int Plan::count(Verdict verdict) const
{
    return int(std::count_if(steps.begin(), steps.end(), [&](const Step &step) { return step.verdict == verdict; }));
}

QMap<Verdict, int> Plan::counts() const
{
    QMap<Verdict, int> all;
    for (const Step &step : steps)
        ++all[step.verdict];
    return all;
}

int Plan::wantedCount() const
{
    return int(std::count_if(steps.begin(), steps.end(), [](const Step &step) { return step.wanted(); }));
}

int Plan::peopleWanted() const
{
    QSet<AccountId> people;
    for (const Step &step : steps) {
        if (step.wanted())
            people.insert(step.account().id);
    }
    people.remove(0);
    return int(people.size());
}

Estimate Plan::estimate(Pace pace) const
{
    Estimate estimate;
    if (road == Road::Bulk) {
        QSet<BadgeId> badges;
        for (const Step &step : steps) {
            if (const auto *grant = std::get_if<GrantStep>(&step.what); grant && step.wanted())
                badges.insert(grant->badgeId);
        }
        // Each: who has it, the award, and its holders read back, most of them once.
        const int people = wantedCount();
        estimate.requests = int(badges.size()) * 3 + people / kHoldersPerPage + 1;
        estimate.duration = std::max(durationFor(estimate.requests, pace), bulkDurationFor(people));
        return estimate;
    }
    QSet<QByteArray> pictures;
    for (const Step &step : steps) {
        if (!step.wanted())
            continue;
        estimate.requests += requestsFor(step);
        const auto *publish = std::get_if<PublishBadgeStep>(&step.what);
        if (!publish || !publish->picture)
            continue;
        // Badges that get the same picture share its upload.
        if (pictures.contains(publish->picture->bytes))
            --estimate.requests;
        pictures.insert(publish->picture->bytes);
    }
    estimate.duration = durationFor(estimate.requests, pace);
    return estimate;
}

Plan Plan::empty(const Connection &connection, const QString &actingUser, const QString &title, const QDateTime &now)
{
    Plan plan;
    plan.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.title = title;
    plan.forumId = connection.id;
    plan.forumAddress = connection.address();
    plan.forumKind = connection.kind;
    plan.actingUser = actingUser;
    plan.madeAt = now;
    return plan;
}

void PublishBadgeStep::nameGroupings(const QList<Grouping> &groupings)
{
    if (!fields.groupingId && groupingName.isEmpty())
        return;
    for (const Grouping &grouping : groupings) {
        if (id != 0 && grouping.id == before.groupingId)
            groupingWas = grouping.name;
        if (fields.groupingId == grouping.id)
            groupingNow = grouping.name;
    }
}

int requestsFor(const Step &step)
{
    switch (step.type()) {
    case StepType::Grant: {
        const auto &grant = std::get<GrantStep>(step.what);
        return grant.multipleGrant && (grant.reason.isEmpty() || !grant.newestSeen) ? 2 : 1; // what they hold is counted first
    }
    case StepType::PublishBadge: {
        const auto &publish = std::get<PublishBadgeStep>(step.what);
        return 1 + (publish.picture ? 1 : 0) + (publish.id == 0 ? 1 : 0) // a new name is looked for first
            + (publish.groupingName.isEmpty() ? 0 : 1);
    }
    case StepType::AwardForAction:
    case StepType::AwardToUser:
        return step.account().id > 0 ? 3 : 1; // counted before and after
    case StepType::DeleteBadge:
        return std::get<DeleteBadgeStep>(step.what).onlyUnheld ? 3 : 1; // whether it is held is looked at first
    case StepType::SaveGroupings:
        return 2; // what the forum has is looked at first
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::UpdateScoreEvent:
    case StepType::GiveReputation:
    case StepType::Recalculate:
        break;
    }
    return 1;
}

std::chrono::seconds bulkDurationFor(int people)
{
    // A real one gave it to 5,000 people in 78 s; the first are looked for after a few.
    return std::chrono::seconds(people / 60 + 5);
}

std::chrono::seconds durationFor(int requests, Pace pace)
{
    if (requests <= 0)
        return std::chrono::seconds{0};
    if (pace == Pace::Considerate)
        return std::chrono::seconds(qint64(std::ceil(requests * 60.0 / 45.0)));
    // A burst of 60, then 60 in every 61 seconds; a quarter of a second for each of the last ones.
    const int windows = (requests - 1) / 60;
    const int rest = requests - windows * 60;
    return std::chrono::seconds(windows * 61 + (rest + 3) / 4);
}

} // namespace badgewright::runs
