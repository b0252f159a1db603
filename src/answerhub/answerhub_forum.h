// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/answerhub_opener.h"
#include "answerhub/award_desk.h"
#include "answerhub/session.h"

namespace badgewright::answerhub {

/// An AnswerHub forum: it has an award desk and no other.
class AnswerHubForum final : public Forum
{
    Q_OBJECT

public:
    AnswerHubForum(const Connection &connection, const Secret &password, RequestGate *gate, const OpenSettings &settings);
    ~AnswerHubForum() override;

    const Connection &connection() const override { return m_connection; }
    const SiteInfo &site() const override { return m_site; }
    const Capabilities &capabilities() const override { return m_capabilities; }
    BadgeDesk *badges() override { return nullptr; }
    GrantDesk *grants() override { return nullptr; }
    PeopleDesk *people() override { return nullptr; }
    ScoreDesk *scores() override { return nullptr; }
    AwardDesk *awards() override { return &m_desk; }

    Session *session() { return &m_session; }
    void setTitle(const QString &title) { m_site.title = title; }
    /// What the action list answered when the forum was opened; nothing when it was read.
    void setActionRefusal(const std::optional<Error> &error);

private:
    SystemClock m_clock;
    Connection m_connection;
    SiteInfo m_site;
    Capabilities m_capabilities;
    Session m_session;
    AnswerHubAwardDesk m_desk;
};

} // namespace badgewright::answerhub
