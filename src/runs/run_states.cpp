// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/ledger.h"

#include <algorithm>
#include <iterator>

namespace badgewright::runs {

namespace {

// The order is the order of the enums.
const QLatin1String kRunStates[] = {QLatin1String("ready"),    QLatin1String("running"), QLatin1String("paused"),
                                    QLatin1String("stopping"), QLatin1String("stopped"), QLatin1String("done"),
                                    QLatin1String("interrupted")};
const QLatin1String kStepStates[] = {QLatin1String("waiting"),   QLatin1String("sending"),     QLatin1String("done"),
                                     QLatin1String("read-back"), QLatin1String("already-so"),  QLatin1String("no-effect"),
                                     QLatin1String("unconfirmed"), QLatin1String("unknown"), QLatin1String("failed")};
static_assert(std::size(kStepStates) == size_t(kStepStateCount));
static_assert(std::size(kRunStates) == size_t(RunState::Interrupted) + 1);

} // namespace

QString runStateName(RunState state) { return kRunStates[size_t(state)]; }
QString stepStateName(StepState state) { return kStepStates[size_t(state)]; }

std::optional<RunState> runStateFromName(const QString &name)
{
    const auto found = std::find(std::begin(kRunStates), std::end(kRunStates), name);
    return found == std::end(kRunStates) ? std::nullopt : std::optional(RunState(found - std::begin(kRunStates)));
}

std::optional<StepState> stepStateFromName(const QString &name)
{
    const auto found = std::find(std::begin(kStepStates), std::end(kStepStates), name);
    return found == std::end(kStepStates) ? std::nullopt : std::optional(StepState(found - std::begin(kStepStates)));
}

bool isOver(StepState state)
{
    return state != StepState::Waiting && state != StepState::Sending;
}

} // namespace badgewright::runs
