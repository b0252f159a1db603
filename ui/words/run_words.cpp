// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/run_words.h"

#include <QCoreApplication>

namespace badgewright::ui::words {

using runs::RunState;
using runs::StepState;
using runs::StepType;
using runs::Verdict;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RunWords", text);
}

/// What a step of this type does, as "…ed": the word that its success is told with.
QString doneWord(StepType type)
{
    switch (type) {
    case StepType::Grant:
        return tr("Granted");
    case StepType::Revoke:
        return tr("Revoked");
    case StepType::CreateScoreEvent:
        return tr("Entered");
    case StepType::UpdateScoreEvent:
        return tr("Corrected");
    case StepType::PublishBadge:
        return tr("Published");
    case StepType::AwardForAction:
    case StepType::AwardToUser:
        return tr("Awarded");
    case StepType::GiveReputation:
        return tr("Given");
    }
    return tr("Done");
}

} // namespace

QString runState(RunState state)
{
    switch (state) {
    case RunState::Ready:
        return tr("Not started");
    case RunState::Running:
        return tr("Running");
    case RunState::Paused:
        return tr("Paused, can be resumed");
    case RunState::Stopping:
        return tr("Stopping");
    case RunState::Stopped:
        return tr("Stopped, can be resumed");
    case RunState::Done:
        return tr("Done");
    case RunState::Interrupted:
        return tr("Interrupted, can be resumed");
    }
    return {};
}

QString stepState(StepState state, StepType type)
{
    switch (state) {
    case StepState::Waiting:
        return tr("Waiting");
    case StepState::Sending:
        return tr("Sending…");
    case StepState::Done:
        return doneWord(type);
    case StepState::ReadBack:
        return tr("%1: the answer was lost, read back").arg(doneWord(type));
    case StepState::AlreadySo:
        return type == StepType::Grant ? tr("Held it already") : type == StepType::Revoke ? tr("Was gone already") : tr("Was so already");
    case StepState::NoEffect:
        return tr("No effect");
    case StepState::Unconfirmed:
        return tr("Accepted, not confirmed");
    case StepState::Unknown:
        return tr("Not known: please look on the forum");
    case StepState::Failed:
        return tr("Failed");
    }
    return {};
}

QString verdict(Verdict verdict, StepType type)
{
    switch (verdict) {
    case Verdict::Ready:
        switch (type) {
        case StepType::Grant:
            return tr("Will be granted");
        case StepType::Revoke:
            return tr("Will be revoked");
        case StepType::CreateScoreEvent:
            return tr("Will be entered");
        case StepType::UpdateScoreEvent:
            return tr("Will be corrected");
        case StepType::PublishBadge:
            return tr("Will be published");
        case StepType::AwardForAction:
        case StepType::AwardToUser:
            return tr("Will be awarded");
        case StepType::GiveReputation:
            return tr("Will be given");
        }
        return tr("Ready");
    case Verdict::AlreadyHolds:
        return tr("Holds it already");
    case Verdict::DuplicateRow:
        return tr("Same as an earlier row");
    case Verdict::NoSuchAccount:
        return tr("No such account");
    case Verdict::Ambiguous:
        return tr("Several accounts fit");
    case Verdict::Suspended:
        return tr("Suspended");
    case Verdict::ReasonElsewhere:
        return tr("Reason is not on this forum");
    case Verdict::BadgeDisabled:
        return tr("Badge is disabled");
    case Verdict::NotAllowed:
        return tr("Not allowed");
    case Verdict::InvalidValue:
        return tr("Not a usable value");
    case Verdict::NoEffectExpected:
        return tr("No effect expected");
    case Verdict::LeftOut:
        return tr("Left out");
    }
    return {};
}

QString verdictCount(Verdict v, StepType type)
{
    switch (v) {
    case Verdict::Ready:
        switch (type) {
        case StepType::Grant:
            return tr("will be granted");
        case StepType::Revoke:
            return tr("will be revoked");
        case StepType::CreateScoreEvent:
            return tr("will be entered");
        case StepType::UpdateScoreEvent:
            return tr("will be corrected");
        case StepType::PublishBadge:
            return tr("will be published");
        case StepType::AwardForAction:
        case StepType::AwardToUser:
            return tr("will be awarded");
        case StepType::GiveReputation:
            return tr("will be given");
        }
        return {};
    case Verdict::AlreadyHolds:
        return tr("hold it already");
    case Verdict::DuplicateRow:
        return tr("same person twice");
    case Verdict::NoSuchAccount:
        return tr("have no account");
    case Verdict::Ambiguous:
        return tr("need a decision");
    case Verdict::Suspended:
        return tr("are suspended");
    case Verdict::ReasonElsewhere:
        return tr("reasons not usable");
    case Verdict::BadgeDisabled:
        return tr("badge is disabled");
    case Verdict::NotAllowed:
        return tr("not allowed");
    case Verdict::InvalidValue:
        return tr("not a usable value");
    case Verdict::NoEffectExpected:
        return tr("without effect");
    case Verdict::LeftOut:
        return tr("left out");
    }
    return {};
}

QString pace(runs::Pace pace)
{
    return pace == runs::Pace::Considerate ? tr("Considerate: 45 a minute") : tr("All the forum allows");
}

} // namespace badgewright::ui::words
