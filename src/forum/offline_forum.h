// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

namespace badgewright {

/// Stands in for a forum that could not be opened: its badges can be worked on as far as they are remembered, and whatever is
/// asked of it fails as the attempt to open it did, but never as if one thing were not there or not right. Nothing is ever
/// sent.
class OfflineForum final : public Forum
{
    Q_OBJECT

public:
    /// `badgesKnown`: something is remembered of its badges; without that it has no such desk.
    OfflineForum(const Connection &connection, const Error &why, bool badgesKnown = true);
    ~OfflineForum() override;

    const Connection &connection() const override { return m_connection; }
    const SiteInfo &site() const override { return m_site; }
    const Capabilities &capabilities() const override { return m_capabilities; }
    bool isOffline() const override { return true; }
    /// How the attempt to open it failed.
    const Error &why() const { return m_why; }
    BadgeDesk *badges() override;
    GrantDesk *grants() override;
    PeopleDesk *people() override { return nullptr; }
    ScoreDesk *scores() override { return nullptr; }
    AwardDesk *awards() override { return nullptr; }

private:
    class Unreached;
    class Badges;
    class Grants;

    Connection m_connection;
    Error m_why;
    SiteInfo m_site; ///< not known: pictures are made so that every forum takes them
    Capabilities m_capabilities;
    std::unique_ptr<Badges> m_badges;
    std::unique_ptr<Grants> m_grants;
};

} // namespace badgewright
