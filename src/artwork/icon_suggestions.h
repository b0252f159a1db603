// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "support/call.h"

namespace badgewright::artwork {

/// Icons that the forum has, near to a name that it does not have; the nearest first, at most `most`. Asks the forum for
/// names that begin and end alike, where it may be searched, and for those of the same meaning. `known`: names that it is
/// known to have already. What cannot be asked is left out; it never fails but when it is called off. `desk` outlives it.
Call<QList<Icon>> *suggestIcons(BadgeDesk *desk, const QString &wrong, bool maySearch, const QList<Icon> &known, QObject *parent, int most = 5);

} // namespace badgewright::artwork
