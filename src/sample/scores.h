// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/discourse_desk.h"

namespace badgewright::sample {

/// A whole number of a parameter as the database takes it; 404 when it does not fit into 32 bits.
int databaseNumber(const std::string &text);
/// Past the router moderators come too; the desks of scores want an admin.
void needAdmin(const Ask &ask);
/// How many recalculations are left of five in 24 hours.
int recalculationsLeft(const Community &community);

} // namespace badgewright::sample
