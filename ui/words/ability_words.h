// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/capability.h"
#include "forum/connection.h"

namespace badgewright::ui::words {

/// What an ability lets one do: "Create badges".
QString ability(Ability ability);
QString forumKind(ForumKind kind); ///< the product's own name
QString safeMode(SafeMode mode);   ///< "Read only", "Ask before changes", "Ask with the forum’s name typed"

} // namespace badgewright::ui::words
