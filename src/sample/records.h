// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/community.h"

namespace badgewright::sample {

// How the pieces of the community stand in a change record.

nlohmann::json toRecord(const Badge &badge);
Badge badgeFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const Grant &grant);
Grant grantFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const Upload &upload);
Upload uploadFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const ScoreEvent &event);
ScoreEvent eventFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const Leaderboard &board);
Leaderboard boardFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const ApiKey &key);
ApiKey keyFromRecord(const nlohmann::json &row);
nlohmann::json toRecord(const UserKey &key);
UserKey userKeyFromRecord(const nlohmann::json &row);

} // namespace badgewright::sample
