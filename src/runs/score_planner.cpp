// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/planner.h"

#include "runs/verdicts.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace badgewright::runs {

namespace {

struct ScorePlannerWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::ScorePlanner)
};

// The forum's daily job recomputes so many days; older ones only when somebody recalculates.
constexpr int kDaysRecomputed = 10;

/// Two of these are the same event, entered twice.
struct EnteredEvent {
    AccountId account;
    QDate date;
    qint32 points;
    QString description;
    bool operator==(const EnteredEvent &) const = default;
    friend size_t qHash(const EnteredEvent &event, size_t seed)
    {
        return qHashMulti(seed, event.account, event.date, event.points, event.description);
    }
};

QString longAgo(const Capability &mayRecalculate)
{
    if (mayRecalculate.allowed)
        return ScorePlannerWords::tr("More than %1 days ago: counts after a recalculation.").arg(kDaysRecomputed);
    return ScorePlannerWords::tr("More than %1 days ago: never counts there. %2").arg(kDaysRecomputed).arg(mayRecalculate.reason).trimmed();
}

/// Dates are slow to understand, and a large table holds few different ones.
using KnownDates = QHash<QString, Result<QDate>>;

Result<QDate> dateOf(const ScoreRow &row, const ScoreInput &input, KnownDates *known)
{
    if (row.dateText.trimmed().isEmpty() && input.dateForAll.isValid())
        return input.dateForAll;
    auto found = known->constFind(row.dateText);
    if (found == known->constEnd())
        found = known->insert(row.dateText, dateFromText(row.dateText));
    return *found;
}

Step stepFor(const ScoreRow &row, const ScoreInput &input, const Capability &may, QDate today, KnownDates *known)
{
    const Capabilities &capabilities = input.forum->capabilities();
    Step step = Verdicts::stepOf(row);
    CreateScoreEventStep event;
    event.account = row.account.value_or(Account{});
    event.description = row.description.trimmed().isEmpty() ? input.descriptionForAll.trimmed() : row.description.trimmed();
    const Result<QDate> date = dateOf(row, input, known);
    const Result<qint32> points = !row.pointsText.trimmed().isEmpty() || !input.pointsForAll ? pointsFromText(row.pointsText)
                                                                                             : Result<qint32>(*input.pointsForAll);
    event.date = date.value_or(QDate());
    event.points = points.value_or(0);
    if (!may.allowed) {
        step.verdict = Verdict::NotAllowed;
        step.verdictDetail = may.reason;
    } else if (!row.account) {
        Verdicts::noAccount(&step, row);
    } else if (!date || !points) {
        step.verdict = Verdict::InvalidValue;
        step.verdictDetail = date ? points.error().detail : date.error().detail;
    } else if (row.account->suspended) {
        step.verdict = Verdict::Suspended;
        step.verdictDetail = row.account->suspendedTill.isEmpty() ? ScorePlannerWords::tr("Points of a suspended person do not count.")
                                                                  : row.account->suspendedTill;
    } else if (event.date > today) {
        step.verdictDetail = ScorePlannerWords::tr("In the future: counts when the day comes.");
    } else if (event.date < today.addDays(-kDaysRecomputed)) {
        step.verdictDetail = longAgo(capabilities.of(Ability::Recalculate));
    } else if (event.points == 0) {
        step.verdictDetail = ScorePlannerWords::tr("0 points change nothing.");
    }
    step.what = std::move(event);
    return step;
}

} // namespace

Result<qint32> pointsFromText(const QString &text)
{
    QString trimmed = text.trimmed();
    trimmed.replace(QChar(0x2212), QLatin1Char('-')); // a minus sign as word processors write it
    if (trimmed.isEmpty())
        return fail(Error::refusedHere(ScorePlannerWords::tr("There are no points.")));
    // The forum would take "12abc" as 12.
    const bool hasSign = trimmed.startsWith(QLatin1Char('+')) || trimmed.startsWith(QLatin1Char('-'));
    const QStringView digits = QStringView(trimmed).sliced(hasSign ? 1 : 0);
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }))
        return fail(Error::refusedHere(ScorePlannerWords::tr("The points “%1” are not a whole number.").arg(text.trimmed())));
    bool ok = false;
    const qlonglong value = trimmed.toLongLong(&ok);
    if (!ok || value > std::numeric_limits<qint32>::max() || value < -std::numeric_limits<qint32>::max())
        return fail(Error::refusedHere(ScorePlannerWords::tr("The points “%1” are more than the forum can hold.").arg(text.trimmed())));
    return qint32(value);
}

Result<QDate> dateFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return fail(Error::refusedHere(ScorePlannerWords::tr("There is no date.")));
    for (const QString &format : {QStringLiteral("yyyy-MM-dd"), QStringLiteral("d.M.yyyy")}) {
        const QDate date = QDate::fromString(trimmed, format);
        if (date.isValid())
            return date;
    }
    return fail(Error::refusedHere(ScorePlannerWords::tr("The date “%1” is not one like 2026-05-12.").arg(trimmed)));
}

Plan planScoreEvents(const ScoreInput &input, const Clock &clock)
{
    const Forum &forum = *input.forum;
    const int count = int(input.rows.size());
    Plan plan = Plan::empty(forum.connection(), forum.site().actingUser,
                            input.source.isEmpty() ? ScorePlannerWords::tr("Enter %n score event(s)", nullptr, count)
                                                   : ScorePlannerWords::tr("Import %n score event(s)", nullptr, count),
                            clock.utcNow());
    plan.source = input.source;
    const QDate today = clock.utcNow().date(); // the forum's day is UTC's
    plan.steps.reserve(input.rows.size());
    QHash<EnteredEvent, int> firstRows;
    firstRows.reserve(input.rows.size());
    const Capability may = forum.capabilities().of(Ability::WriteScores);
    KnownDates known;
    for (const ScoreRow &row : input.rows) {
        Step step = stepFor(row, input, may, today, &known);
        if (step.verdict == Verdict::Ready) {
            const auto &event = std::get<CreateScoreEventStep>(step.what);
            const EnteredEvent key{event.account.id, event.date, event.points, event.description};
            if (const auto first = firstRows.constFind(key); first != firstRows.cend()) {
                step.verdict = Verdict::DuplicateRow;
                step.verdictDetail = ScorePlannerWords::tr("the same as row %1").arg(*first);
            } else {
                firstRows.insert(key, row.row);
            }
        }
        plan.steps.append(std::move(step));
    }
    plan.remarks.append(ScorePlannerWords::tr("Each event gets a short mark like [#k3f9m] in its description, by which it is found again should an answer be lost."));
    plan.remarks.append(ScorePlannerWords::tr("Leaderboards show the points from the next full hour on."));
    return plan;
}

Plan planScoreUpdates(const ForumPtr &forum, const QList<UpdateScoreEventStep> &updates, const Clock &clock)
{
    Plan plan = Plan::empty(forum->connection(), forum->site().actingUser,
                            ScorePlannerWords::tr("Change %n score event(s)", nullptr, int(updates.size())), clock.utcNow());
    const Capability may = forum->capabilities().of(Ability::WriteScores);
    for (const UpdateScoreEventStep &update : updates) {
        Step step;
        step.recipient = update.account.username;
        step.what = update;
        if (!may.allowed) {
            step.verdict = Verdict::NotAllowed;
            step.verdictDetail = may.reason;
        } else if (update.points == update.oldPoints && (!update.description || *update.description == update.oldDescription)) {
            step.verdict = Verdict::NoEffectExpected;
            step.verdictDetail = ScorePlannerWords::tr("It is so already.");
        }
        plan.steps.append(step);
    }
    return plan;
}

} // namespace badgewright::runs
