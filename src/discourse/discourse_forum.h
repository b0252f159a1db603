// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/badge_desk.h"
#include "discourse/discourse_opener.h"
#include "discourse/grant_desk.h"
#include "discourse/people_desk.h"
#include "discourse/score_desk.h"
#include "forum/forum.h"

namespace badgewright::discourse {

/// An open Discourse forum. Its score desk is absent where the points plugin is not installed.
class DiscourseForum final : public Forum
{
    Q_OBJECT

public:
    DiscourseForum(const Connection &connection, const Secret &secret, RequestGate *gate, const OpenSettings &settings);

    /// Signs in; desks may be used once it has succeeded.
    Call<Done> *check(QObject *parent);

    const Connection &connection() const override { return m_connection; }
    const SiteInfo &site() const override { return m_site; }
    const Capabilities &capabilities() const override { return m_capabilities; }
    BadgeDesk *badges() override { return &m_badges; }
    GrantDesk *grants() override { return &m_grants; }
    PeopleDesk *people() override { return &m_people; }
    ScoreDesk *scores() override;
    AwardDesk *awards() override { return nullptr; }

private:
    void tellSite();

    SystemClock m_clock;
    Connection m_connection;
    Session *m_session;
    SiteInfo m_site;
    Capabilities m_capabilities;
    DiscourseBadgeDesk m_badges;
    DiscourseGrantDesk m_grants;
    DiscoursePeopleDesk m_people;
    DiscourseScoreDesk m_scores;
};

} // namespace badgewright::discourse
