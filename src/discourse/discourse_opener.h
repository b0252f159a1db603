// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "support/clock.h"
#include "support/request_gate.h"
#include "support/secret.h"

#include <QUrl>

/// The adapter that speaks to a Discourse forum. These two functions are all the rest of the program sees of it.
namespace badgewright::discourse {

/// Asks an address (origin and prefix, see candidatesFor) whether a Discourse lives there, without a key. Follows the
/// forum's own redirects, so that `base` is where it really is; version and people are there when /about is open.
/// Unreadable: somebody answers, but not as a Discourse does. Network, Tls, TimedOut: nobody there.
Call<SiteProbe> *probe(const QUrl &candidate, QObject *parent);

/// What tests replace.
struct OpenSettings {
    Clock *clock = nullptr; ///< null: the computer's; otherwise it outlives the forum
};

/// Signs in and finds out what the key may do. An empty `connection.user` is for a key that is bound to one user.
/// Unauthorised: the key is not accepted (for this user). RefusedHere: plain http without a yes. The gate may be null, and outlives the forum.
Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *gate, QObject *parent,
                     const OpenSettings &settings = {});

} // namespace badgewright::discourse
