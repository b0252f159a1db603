// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/session.h"
#include "forum/desks.h"

namespace badgewright::answerhub {

/// The action that made a post what it is: asking or answering, or the latest edit, which may be somebody else's.
/// Takes a post's address or id. NotFound when there is no such post or it names no action. The call belongs to the
/// session; the action itself is read at `desk`.
Call<Action> *readActionOfPost(Session *session, AwardDesk *desk, const QString &address);

} // namespace badgewright::answerhub
