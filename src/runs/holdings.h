// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "support/call.h"
#include "support/clock.h"

#include <QSet>

namespace badgewright::runs {

/// The grants of some badges, as far as they could be read (contract discourse §5.1, §5.2).
struct Holdings {
    QList<Grant> grants;                ///< each once, with its holder
    QHash<AccountId, Account> accounts; ///< of the holders
    QSet<AccountId> unread;             ///< people whose badges the forum does not show
    QHash<BadgeId, Error> unreadBadges; ///< badges whose holders it does not list, and why
    GrantId newest = 0;                 ///< the highest id that was seen, also among other badges of these people
};

/// Reads the grants of a badge that these people hold with few requests: all holders, or each person, whichever takes fewer.
/// Without people: everybody's. Progress counts requests. A limit of the forum is waited out.
///
/// Errors: RefusedHere when the holders of this badge cannot be listed, or this connection may read neither; Network,
/// Unauthorised … when the forum cannot be asked.
Call<Holdings> *readHoldings(const ForumPtr &forum, const Badge &badge, const QList<Account> &people, Clock *clock, QObject *parent);

/// A table of the holders that can be loaded again as a list of people, with the reason of each: username, name,
/// granted_at, granted_by, reason. `base` is the forum's address. With names of badges also badge, the last column.
QByteArray holdersCsv(const Holdings &holdings, const QUrl &base, const QHash<BadgeId, QString> &badges = {});

/// The link to the post that a grant was given for; empty where the forum shows none.
QUrl reasonOf(const Grant &grant, const QUrl &base);

} // namespace badgewright::runs
