// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "support/clock.h"

#include <chrono>

namespace badgewright::answerhub {

/// Whether an AnswerHub is at `candidate`: GET /services/v2/award.json without a key, and the front page for the title.
/// Follows the site's own redirects and says where it ended. A page's address is cut back to the forum's.
/// Unreadable: somebody answers, but not an AnswerHub. Network, Tls, TimedOut: nobody there.
Call<SiteProbe> *probe(const QUrl &candidate, QObject *parent);

/// What tests replace.
struct OpenSettings {
    Clock *clock = nullptr; ///< null: the computer's; otherwise it outlives the forum
    std::chrono::milliseconds timeout{30000};
};

/// Signs in with `connection.user` and `password`: POST auth/token.json, and Basic where the server has no tokens;
/// then reads the award types and one action to find out what may be done.
/// Unauthorised: not let in; `detail` says everything it can mean, because AnswerHub answers 401 for a wrong password
/// and for a missing permission alike. Forbidden: signed in, but without the permission. NotFound, Unreadable: no API
/// there. RefusedHere: plain http without a yes, or a name that cannot be sent. Network, Tls, TimedOut, Server.
/// `gate` may be null and outlives the forum.
Call<ForumPtr> *open(const Connection &connection, const Secret &password, RequestGate *gate, QObject *parent,
                     const OpenSettings &settings = {});

} // namespace badgewright::answerhub
