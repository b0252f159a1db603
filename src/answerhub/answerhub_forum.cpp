// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/answerhub_forum.h"

#include "answerhub/reply_judge.h"

namespace badgewright::answerhub {

AnswerHubForum::AnswerHubForum(const Connection &connection, const Secret &password, RequestGate *gate, const OpenSettings &settings)
    : m_connection(connection),
      m_session(connection, password, gate, settings.clock ? settings.clock : &m_clock, settings.timeout),
      m_desk(&m_session, &m_capabilities)
{
    m_site.title = connection.name;
    m_site.actingUser = connection.user;

    const QString onlyTrying = Words::tr("Needs the permission “Award bonus reputation” (Moderation); the forum says only when "
                                         "it is tried whether this account has it.");
    m_capabilities.allow(Ability::ListAwardTypes);
    m_capabilities.allow(Ability::ListHeldBy);
    m_capabilities.allow(Ability::SearchPeople);
    m_capabilities.allow(Ability::ReadActions);
    m_capabilities.allow(Ability::GiveAwards, onlyTrying);
    m_capabilities.allow(Ability::GiveReputation, onlyTrying);
    m_capabilities.deny(Ability::Revoke, Words::tr("AnswerHub has no request to take an award back."));
    m_capabilities.deny(Ability::ListHolders, Words::tr("AnswerHub has no request to list everybody who holds an award."));
    m_capabilities.deny(Ability::CreateBadges, Words::tr("On AnswerHub award types are made by plugins on the server."));
    m_capabilities.deny(Ability::LookUpByEmail, Words::tr("AnswerHub does not give out e-mail addresses."));
}

AnswerHubForum::~AnswerHubForum() = default;

void AnswerHubForum::setActionRefusal(const std::optional<Error> &error)
{
    if (!error)
        return;
    if (error->kind == ErrorKind::Forbidden || error->kind == ErrorKind::Unauthorised)
        m_capabilities.deny(Ability::ReadActions, Words::tr("The forum does not let this account read the list of actions; an "
                                                            "action's number can still be typed."));
    else
        m_capabilities.allow(Ability::ReadActions, Words::tr("The list of actions could not be read just now."));
}

} // namespace badgewright::answerhub
