// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/step_executor.h"

#include <QCoreApplication>

namespace badgewright::runs {

StepExecutor::~StepExecutor() = default;

Call<StepMemo> *StepExecutor::prepare(QObject *)
{
    return nullptr;
}

Error StepExecutor::noDesk()
{
    return Error::refusedHere(QCoreApplication::translate("badgewright::runs::StepExecutor", "This forum has no such thing."));
}

std::unique_ptr<StepExecutor> StepExecutor::make(const ForumPtr &forum, const StepRecord &record, const std::shared_ptr<RunMemory> &memory)
{
    switch (record.step.type()) {
    case StepType::Grant:
        return makeGrantExecutor(forum, record);
    case StepType::Revoke:
        return makeRevokeExecutor(forum, record);
    case StepType::CreateScoreEvent:
        return makeScoreCreateExecutor(forum, record);
    case StepType::UpdateScoreEvent:
        return makeScoreUpdateExecutor(forum, record);
    case StepType::PublishBadge:
        return makePublishExecutor(forum, record, memory);
    case StepType::AwardForAction:
    case StepType::AwardToUser:
        return makeAwardExecutor(forum, record);
    case StepType::GiveReputation:
        return makeReputationExecutor(forum, record);
    case StepType::DeleteBadge:
        return makeDeleteExecutor(forum, record);
    case StepType::SaveGroupings:
        return makeGroupingsExecutor(forum, record);
    case StepType::Recalculate:
        return makeRecalculateExecutor(forum, record);
    }
    return {};
}

} // namespace badgewright::runs
