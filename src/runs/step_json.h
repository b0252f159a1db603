// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For the .cpp files of plan files and the ledger only.

#include "runs/plan.h"

#include <nlohmann/json.hpp>

namespace badgewright::runs::json_of {

std::string text(const QString &value);
QString textFrom(const nlohmann::json &object, const char *key);
qint64 numberFrom(const nlohmann::json &object, const char *key);

nlohmann::json step(const Step &step);
/// False when it is not a step that this version knows; never throws.
bool read(const nlohmann::json &json, Step *step);
nlohmann::json badge(const Badge &badge);
Badge badgeFrom(const nlohmann::json &object);

} // namespace badgewright::runs::json_of
