// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/session.h"
#include "forum/people.h"

namespace badgewright::answerhub {

/// Finds people by what somebody typed: an id, a profile address, or a name. An exact name comes first, then what the
/// forum's own search brings. RefusedHere for an address of another site. The call belongs to the session.
Call<QList<Account>> *searchUsers(Session *session, const QString &text);

/// GET user/{id}.json
Call<Account> *readUser(Session *session, AccountId id);

} // namespace badgewright::answerhub
