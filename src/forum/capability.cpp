// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/capability.h"

#include <iterator>

namespace badgewright {

namespace {

// The order is the order of the enum.
constexpr const char *kAbilityNames[] = {
    "list-badges", "create-badges", "update-badges", "delete-badges", "save-groupings", "upload-pictures",
    "search-icons", "list-holders", "list-held-by", "grant", "revoke", "bulk-award", "search-people",
    "look-up-by-email", "list-groups", "list-members", "read-topics", "run-reports", "read-scores", "write-scores",
    "recalculate", "read-leaderboards", "list-award-types", "read-actions", "give-awards", "give-reputation",
};
static_assert(std::size(kAbilityNames) == size_t(Ability::GiveReputation) + 1);

} // namespace

QString abilityName(Ability ability)
{
    return QString::fromLatin1(kAbilityNames[size_t(ability)]);
}

} // namespace badgewright
