// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/request_gate.h"

namespace badgewright {

RequestGate::~RequestGate() = default;

} // namespace badgewright
