// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_named.h"

namespace badgewright {

const Badge *badgeNamed(const BadgeCatalogue &catalogue, const QString &idOrName)
{
    bool isId = false;
    const BadgeId id = idOrName.toLongLong(&isId);
    const Badge *byId = isId ? catalogue.find(id) : nullptr;
    return byId ? byId : catalogue.findByName(idOrName);
}

} // namespace badgewright
