// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/discourse_forum.h"

#include "discourse/capabilities.h"
#include "discourse/site_check.h"
#include "discourse/site_probe.h"

namespace badgewright::discourse {

DiscourseForum::DiscourseForum(const Connection &connection, const Secret &secret, RequestGate *gate, const OpenSettings &settings)
    : m_connection(connection)
    , m_session(new Session(connection, secret, gate, settings.clock ? settings.clock : &m_clock, this))
    , m_badges(m_session)
    , m_grants(m_session)
    , m_people(m_session)
    , m_scores(m_session)
{
    SiteFacts facts;
    facts.actingUser = connection.user;
    m_session->setFacts(facts);
}

Call<Done> *DiscourseForum::check(QObject *parent)
{
    return mapCall<Done>(parent, SiteCheck::run(m_session, this), [this](const Done &done) -> Result<Done> {
        tellSite();
        return done;
    });
}

void DiscourseForum::tellSite()
{
    const SiteFacts &facts = m_session->facts();
    m_site.title = facts.title;
    m_site.version = facts.versionText;
    m_site.people = facts.people;
    m_site.actingUser = facts.actingUser;
    m_site.actingAdmin = facts.admin;
    m_site.imageExtensions = facts.imageExtensions;
    m_site.maxImageBytes = facts.maxImageBytes;
    m_site.warnings = warningsOf(facts);
    m_capabilities = capabilitiesOf(facts);
}

ScoreDesk *DiscourseForum::scores()
{
    const SiteFacts &facts = m_session->facts();
    return facts.settingsKnown && !facts.points ? nullptr : &m_scores;
}

Call<SiteProbe> *probe(const QUrl &candidate, QObject *parent)
{
    return ProbeErrand::run(candidate, parent);
}

Call<ForumPtr> *open(const Connection &connection, const Secret &secret, RequestGate *gate, QObject *parent,
                     const OpenSettings &settings)
{
    if (!connection.maySendSecret()) {
        return settledCall<ForumPtr>(
            parent, fail(Error::refusedHere(DiscourseForum::tr("The address is not encrypted, so the key could be read on the way."))));
    }
    auto forum = std::make_shared<DiscourseForum>(connection, secret, gate, settings);
    auto *call = new Call<ForumPtr>(parent);
    auto *check = forum->check(call);
    follow(call, check);
    check->then(call, [call, forum](const Result<Done> &result) {
        if (result)
            call->settle(ForumPtr(forum));
        else
            call->settle(fail(result.error()));
    });
    return call;
}

} // namespace badgewright::discourse
