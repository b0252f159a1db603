// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/forum.h"

namespace badgewright {

BadgeDesk::~BadgeDesk() = default;
GrantDesk::~GrantDesk() = default;
PeopleDesk::~PeopleDesk() = default;
ScoreDesk::~ScoreDesk() = default;
AwardDesk::~AwardDesk() = default;
Forum::~Forum() = default;
ForumOpener::~ForumOpener() = default;

Call<QByteArray> *AwardDesk::image(const QUrl &)
{
    return settledCall<QByteArray>(nullptr, fail(Error::refusedHere(Forum::tr("This forum offers no pictures."))));
}

} // namespace badgewright
