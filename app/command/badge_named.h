// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

namespace badgewright {

/// By id or by name, as a person names it on the command line; null when there is none.
const Badge *badgeNamed(const BadgeCatalogue &catalogue, const QString &idOrName);

} // namespace badgewright
