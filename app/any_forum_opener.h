// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

namespace badgewright {

/// Knows both kinds of forums: tries an address as each, and opens a connection by its kind.
class AnyForumOpener final : public ForumOpener
{
    Q_OBJECT

public:
    using ForumOpener::ForumOpener;
    Call<SiteProbe> *probe(const QString &address) override;
    Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *gate) override;
};

} // namespace badgewright
