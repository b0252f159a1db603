// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"
#include "ui/words/words.h"

#include <QSet>

#include <algorithm>

namespace badgewright::ui::words {

using runs::RunState;
using runs::StepState;
using runs::StepType;
using runs::Verdict;

namespace {

constexpr int kLongestName = 36; ///< of a badge or a forum, on a button

/// "granted": how the deed is called when it is done.
QString deed(StepType type)
{
    switch (type) {
    case StepType::Grant:
        return Words::tr("granted");
    case StepType::Revoke:
        return Words::tr("revoked");
    case StepType::CreateScoreEvent:
        return Words::tr("made");
    case StepType::UpdateScoreEvent:
        return Words::tr("changed");
    case StepType::PublishBadge:
        return Words::tr("published");
    case StepType::AwardForAction:
    case StepType::AwardToUser:
    case StepType::GiveReputation:
        return Words::tr("given");
    case StepType::DeleteBadge:
        return Words::tr("deleted");
    case StepType::SaveGroupings:
        return Words::tr("saved");
    case StepType::Recalculate:
        return Words::tr("started"); // the forum goes on with it by itself
    }
    return {};
}

QString deed(std::optional<StepType> type)
{
    return type ? deed(*type) : Words::tr("done", "of steps of several kinds");
}

const runs::Step &stepOf(const runs::Step &step)
{
    return step;
}

const runs::Step &stepOf(const runs::StepRecord &record)
{
    return record.step;
}

template <class List> std::optional<StepType> commonTypeOf(const List &steps)
{
    if (steps.isEmpty())
        return {};
    const StepType first = stepOf(steps.first()).type();
    const bool same = std::all_of(steps.begin(), steps.end(), [first](const auto &one) { return stepOf(one).type() == first; });
    return same ? std::optional(first) : std::nullopt;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// The name of the badge that a step is about; empty: of none.
QString badgeOf(const runs::Step &step)
{
    if (const auto *grant = std::get_if<runs::GrantStep>(&step.what))
        return grant->badgeName;
    if (const auto *revoke = std::get_if<runs::RevokeStep>(&step.what))
        return revoke->badgeName;
    if (const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what))
        return publish->badgeName();
    if (const auto *removal = std::get_if<runs::DeleteBadgeStep>(&step.what))
        return removal->badge.name;
    return {};
}

/// Whether the words for such a step would sound as if something new was done, where it goes back to what it was.
bool soundsNew(std::optional<StepType> type)
{
    if (!type)
        return true; // of several kinds
    switch (*type) {
    case StepType::PublishBadge:
    case StepType::SaveGroupings:
    case StepType::UpdateScoreEvent:
        return true;
    case StepType::Grant:
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::AwardForAction:
    case StepType::AwardToUser:
    case StepType::GiveReputation:
    case StepType::DeleteBadge:
    case StepType::Recalculate:
        break;
    }
    return false;
}

QString shortened(const QString &name)
{
    return name.size() <= kLongestName ? name : name.left(kLongestName / 2) + u'…' + name.right(kLongestName / 2 - 1);
}

} // namespace

QString verdict(Verdict verdict, StepType type)
{
    switch (verdict) {
    case Verdict::Ready:
        return Words::tr("Will be %1").arg(deed(type));
    case Verdict::AlreadyHolds:
        return Words::tr("Holds it already");
    case Verdict::DuplicateRow:
        return Words::tr("Same as an earlier row");
    case Verdict::NoSuchAccount:
        return Words::tr("No such account");
    case Verdict::Ambiguous:
        return Words::tr("Several accounts fit");
    case Verdict::NotLookedUp:
        return Words::tr("Could not be looked up");
    case Verdict::Suspended:
        return Words::tr("Suspended");
    case Verdict::ReasonElsewhere:
        return Words::tr("Reason is not on this forum");
    case Verdict::BadgeDisabled:
        return Words::tr("Badge is disabled");
    case Verdict::NotAllowed:
        return Words::tr("Not allowed");
    case Verdict::InvalidValue:
        return Words::tr("Value is not valid");
    case Verdict::NoEffectExpected:
        return Words::tr("Would change nothing");
    case Verdict::LeftOut:
        return Words::tr("Left out");
    case Verdict::NotHeld:
        return Words::tr("Does not hold it");
    }
    return {};
}

std::optional<StepType> commonType(const QList<runs::Step> &steps)
{
    return commonTypeOf(steps);
}

std::optional<StepType> commonType(const QList<runs::StepRecord> &steps)
{
    return commonTypeOf(steps);
}

QString verdictCount(Verdict verdict, std::optional<StepType> type, bool undoes)
{
    switch (verdict) {
    case Verdict::Ready:
        if (undoes && soundsNew(type))
            return Words::tr("will be taken back");
        return Words::tr("will be %1").arg(deed(type));
    case Verdict::AlreadyHolds:
        return Words::tr("hold it already");
    case Verdict::DuplicateRow:
        return Words::tr("same person twice");
    case Verdict::NoSuchAccount:
        return Words::tr("have no account");
    case Verdict::Ambiguous:
        return Words::tr("need a decision");
    case Verdict::NotLookedUp:
        return Words::tr("could not be looked up");
    case Verdict::Suspended:
        return Words::tr("suspended");
    case Verdict::ReasonElsewhere:
        return Words::tr("with a reason elsewhere");
    case Verdict::BadgeDisabled:
        return Words::tr("badge is disabled");
    case Verdict::NotAllowed:
        return Words::tr("not allowed");
    case Verdict::InvalidValue:
        return Words::tr("with a wrong value");
    case Verdict::NoEffectExpected:
        return Words::tr("would change nothing");
    case Verdict::LeftOut:
        return Words::tr("left out");
    case Verdict::NotHeld:
        return Words::tr("do not hold it");
    }
    return {};
}

QString stepState(StepState state, StepType type)
{
    switch (state) {
    case StepState::Waiting:
        return Words::tr("Waiting");
    case StepState::Sending:
        return Words::tr("Sending…");
    case StepState::Done:
        return capitalised(deed(type));
    case StepState::ReadBack:
        return Words::tr("Answer lost: read back, was %1").arg(deed(type));
    case StepState::AlreadySo:
        return type == StepType::Revoke || type == StepType::DeleteBadge ? Words::tr("Gone already") : Words::tr("Was so already");
    case StepState::NoEffect:
        return Words::tr("No effect");
    case StepState::Unconfirmed:
        return Words::tr("Accepted, not confirmed");
    case StepState::Unknown:
        return Words::tr("Not known: please look");
    case StepState::Failed:
        return Words::tr("Failed");
    }
    return {};
}

QString stepStateCount(StepState state, std::optional<StepType> type)
{
    switch (state) {
    case StepState::Waiting:
        return Words::tr("waiting");
    case StepState::Sending:
        return Words::tr("under way");
    case StepState::Done:
        return deed(type);
    case StepState::ReadBack:
        return Words::tr("read back");
    case StepState::AlreadySo:
        return Words::tr("so already");
    case StepState::NoEffect:
        return Words::tr("without effect");
    case StepState::Unconfirmed:
        return Words::tr("not confirmed");
    case StepState::Unknown:
        return Words::tr("not known");
    case StepState::Failed:
        return Words::tr("failed");
    }
    return {};
}

QString runState(RunState state)
{
    switch (state) {
    case RunState::Ready:
        return Words::tr("Not started");
    case RunState::Running:
        return Words::tr("Running");
    case RunState::Paused:
        return Words::tr("Paused");
    case RunState::Stopping:
        return Words::tr("Stopping");
    case RunState::Stopped:
        return Words::tr("Stopped, can be resumed");
    case RunState::Done:
        return Words::tr("Done");
    case RunState::Interrupted:
        return Words::tr("Interrupted, can be resumed");
    }
    return {};
}

QString whyNotUndone(StepType type)
{
    switch (type) {
    case StepType::AwardForAction:
    case StepType::AwardToUser:
        return Words::tr("This cannot be undone: AnswerHub takes no award back.");
    case StepType::GiveReputation:
        return Words::tr("This cannot be undone: give the same points with a minus yourself if that is wanted.");
    case StepType::DeleteBadge:
        return Words::tr("This cannot be undone: the forum gives no way to bring a deleted badge and its grants back.");
    case StepType::Recalculate:
        return Words::tr("This cannot be undone: the scores are counted anew.");
    case StepType::Grant:
    case StepType::Revoke:
    case StepType::CreateScoreEvent:
    case StepType::UpdateScoreEvent:
    case StepType::PublishBadge:
    case StepType::SaveGroupings:
        break;
    }
    return {};
}

QString stepType(StepType type)
{
    switch (type) {
    case StepType::Grant:
        return Words::tr("Grant");
    case StepType::Revoke:
        return Words::tr("Revoke");
    case StepType::CreateScoreEvent:
        return Words::tr("Add score event");
    case StepType::UpdateScoreEvent:
        return Words::tr("Correct score event");
    case StepType::PublishBadge:
        return Words::tr("Publish badge");
    case StepType::AwardForAction:
        return Words::tr("Award for an action");
    case StepType::AwardToUser:
        return Words::tr("Award to a person");
    case StepType::GiveReputation:
        return Words::tr("Give reputation");
    case StepType::DeleteBadge:
        return Words::tr("Delete badge");
    case StepType::SaveGroupings:
        return Words::tr("Save groupings");
    case StepType::Recalculate:
        return Words::tr("Recalculate scores");
    }
    return {};
}

QString whatPlanDoes(const runs::Plan &plan)
{
    const int count = plan.wantedCount();
    const int people = plan.peopleWanted();
    std::optional<StepType> type;
    bool same = true;
    QSet<QString> badges;
    for (const runs::Step &step : plan.steps) {
        if (!step.wanted())
            continue;
        same = same && (!type || *type == step.type());
        type = step.type();
        badges.insert(badgeOf(step));
    }
    const auto on = [&plan](const QString &text) { return Words::tr("%1 on %2").arg(text, shortened(plan.forumAddress)); };
    if (plan.undoOf && soundsNew(same ? type : std::nullopt))
        return on(Words::tr("Undo %Ln change(s)", nullptr, count));
    if (!same || !type)
        return on(Words::tr("Do %Ln step(s)", nullptr, count));
    const bool oneBadge = badges.size() == 1 && !badges.cbegin()->isEmpty();
    const QString badge = oneBadge ? shortened(*badges.cbegin()) : Words::tr("%Ln badges", nullptr, int(badges.size()));
    switch (*type) {
    case StepType::Grant:
        return on(Words::tr("Grant %1 to %Ln people", nullptr, people).arg(badge));
    case StepType::Revoke:
        return on(Words::tr("Revoke %1 from %Ln people", nullptr, people).arg(badge));
    case StepType::CreateScoreEvent:
        return on(Words::tr("Add %Ln score event(s)", nullptr, count));
    case StepType::UpdateScoreEvent:
        return on(Words::tr("Change %Ln score event(s)", nullptr, count));
    case StepType::PublishBadge:
        return on(Words::tr("Publish %1").arg(badge));
    case StepType::DeleteBadge:
        return on(Words::tr("Delete %1").arg(badge));
    case StepType::SaveGroupings:
        return on(Words::tr("Save the groupings"));
    case StepType::Recalculate:
        return on(Words::tr("Recalculate scores"));
    case StepType::AwardForAction:
    case StepType::AwardToUser:
        return on(Words::tr("Give %Ln award(s)", nullptr, count));
    case StepType::GiveReputation:
        return on(Words::tr("Give reputation"));
    }
    return {};
}

QString pace(runs::Pace pace)
{
    return pace == runs::Pace::Considerate ? Words::tr("Considerate: 45 a minute") : Words::tr("All the forum allows");
}

QString cost(const runs::Plan &plan, runs::Pace pace)
{
    const runs::Estimate estimate = plan.estimate(pace);
    const QString time = duration(estimate.duration);
    if (plan.road == runs::Road::Bulk)
        return Words::tr("%Ln request(s), read back while the forum gives it: about %1.", nullptr, estimate.requests).arg(time);
    return pace == runs::Pace::All ? Words::tr("%Ln request(s), about %1 as fast as the forum allows.", nullptr, estimate.requests).arg(time)
                                   : Words::tr("%Ln request(s), about %1 at 45 a minute.", nullptr, estimate.requests).arg(time);
}

QString verdictWhole(const runs::Step &step, bool undoes)
{
    const bool back = undoes && step.verdict == runs::Verdict::Ready && soundsNew(step.type());
    const QString text = back ? Words::tr("Will be taken back") : verdict(step.verdict, step.type());
    QString whole = text;
    if (step.verdict == runs::Verdict::DuplicateRow && !step.verdictDetail.isEmpty())
        whole = step.verdictDetail.left(1).toUpper() + step.verdictDetail.mid(1); // it says the same and which row
    else if (!step.verdictDetail.isEmpty())
        whole = Words::tr("%1: %2").arg(text, step.verdictDetail);
    if (step.insisted && step.mayInsist())
        whole = Words::tr("%1. Will be done all the same").arg(whole);
    return whole;
}

} // namespace badgewright::ui::words
