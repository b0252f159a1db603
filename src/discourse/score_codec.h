// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/json_tools.h"
#include "forum/score.h"

namespace badgewright::discourse {

/// {"events":[…]}, at most 100 in no order
Result<ScoreEventList> decodeScoreEvents(const QByteArray &body);
/// An event at the top level
Result<ScoreEvent> decodeScoreEvent(const QByteArray &body);
/// What admins are told: {"gamification_leaderboards":[…],…}, the same under "extras", or {"leaderboards":[…]} of 2023.
Result<Leaderboards> decodeLeaderboards(const QByteArray &body);
/// {"leaderboard":{…},"users":[…]}; where the forum gives no positions (2023), people of one score share one.
/// `before`: how many stand on the pages before.
Result<QList<LeaderboardRow>> decodeLeaderboard(const QByteArray &body, const QUrl &base, int before);

} // namespace badgewright::discourse
