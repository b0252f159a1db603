// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/desks.h"

namespace badgewright::discourse {

/// Grants of a Discourse forum: /user_badges, /user-badges/<name>, /admin/badges/award; see SERVER.md.
class DiscourseGrantDesk final : public GrantDesk
{
public:
    explicit DiscourseGrantDesk(Session *session) : m_session(session) {}

    Call<HolderPage> *holders(BadgeId badge, int offset, Lane lane) override;
    Call<QList<Grant>> *heldBy(const QString &username, Lane lane) override;
    Call<Grant> *grant(const GrantRequest &request) override;
    Call<Done> *revoke(GrantId id) override;
    Call<BulkAwardAnswer> *bulkAward(BadgeId badge, const QStringList &entries) override;

private:
    Session *m_session;
};

} // namespace badgewright::discourse
