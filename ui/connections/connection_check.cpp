// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_check.h"

#include <QUuid>

namespace badgewright::ui {

ConnectionCheck::ConnectionCheck(ForumOpener *opener, GateFor gateFor, QObject *parent)
    : QObject(parent)
    , m_opener(opener)
    , m_gateFor(std::move(gateFor))
{
    m_connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &ConnectionCheck::now);
}

ConnectionCheck::~ConnectionCheck()
{
    callOff();
}

void ConnectionCheck::setKnown(const Connection &connection)
{
    m_connection = connection;
    m_known = true;
    considerSigningIn(false);
}

void ConnectionCheck::setAddress(const QString &typed)
{
    if (m_known || typed.trimmed() == m_typed)
        return;
    callOff();
    m_typed = typed.trimmed();
    m_probe.reset();
    m_forum.reset();
    // What was said yes to was another address.
    m_connection.plainHttpAccepted = false;
    if (m_typed.isEmpty()) {
        setState(State::Idle);
        return;
    }
    setState(State::Probing);
    m_pause.start();
}

void ConnectionCheck::setCredentials(const QString &user, const QString &secret)
{
    const bool same = m_connection.user == user.trimmed() && m_typedSecret == secret;
    if (same)
        return;
    m_connection.user = user.trimmed();
    if (m_typedSecret != secret) {
        m_typedSecret = secret;
        m_secret = Secret();
    }
    if (m_state == State::Idle || m_state == State::Probing || m_state == State::ProbeFailed)
        return;
    callOff();
    considerSigningIn(false);
}

void ConnectionCheck::setStoredSecret(const Secret &secret)
{
    m_secret = secret;
    if (m_known || m_probe)
        considerSigningIn(true);
}

void ConnectionCheck::acceptPlainHttp()
{
    m_connection.plainHttpAccepted = true;
    considerSigningIn(true);
}

void ConnectionCheck::now()
{
    m_pause.stop();
    if (m_typed.isEmpty() && !m_known)
        return;
    if (!m_known && !m_probe)
        startProbe();
    else
        considerSigningIn(true);
}

void ConnectionCheck::startProbe()
{
    callOff();
    setState(State::Probing);
    auto *call = m_opener->probe(m_typed);
    m_call = call;
    call->then(this, [this, call](const Result<SiteProbe> &result) {
        if (m_call != call)
            return;
        m_call = nullptr;
        if (!result) {
            m_error = result.error();
            setState(State::ProbeFailed);
            return;
        }
        m_probe = *result;
        m_connection.base = result->base;
        m_connection.kind = result->kind;
        considerSigningIn(true);
    });
}

void ConnectionCheck::considerSigningIn(bool atOnce)
{
    m_forum.reset();
    const bool nameMissing = m_connection.kind == ForumKind::AnswerHub && m_connection.user.isEmpty();
    if ((m_typedSecret.isEmpty() && m_secret.isEmpty()) || nameMissing) {
        setState(State::NeedsSecret);
        return;
    }
    if (m_probe && m_probe->plainHttp && !m_connection.plainHttpAccepted) {
        setState(State::NeedsHttpYes);
        return;
    }
    setState(State::SigningIn);
    if (atOnce)
        signIn();
    else
        m_pause.start();
}

void ConnectionCheck::signIn()
{
    callOff();
    // Made only now: every Secret is registered with the log's filter, and half-typed ones need not be.
    if (!m_typedSecret.isEmpty())
        m_secret = Secret(m_typedSecret.toUtf8());
    auto *call = m_opener->open(m_connection, m_secret, m_gateFor(m_connection));
    m_call = call;
    call->then(this, [this, call](const Result<ForumPtr> &result) {
        if (m_call != call)
            return;
        m_call = nullptr;
        if (!result) {
            m_error = result.error();
            setState(State::SignInFailed);
            return;
        }
        m_forum = *result;
        setState(State::Good);
    });
}

void ConnectionCheck::callOff()
{
    m_pause.stop();
    if (PendingCall *call = m_call) {
        m_call = nullptr; // its end is nobody's business any more
        call->cancel();
    }
}

void ConnectionCheck::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace badgewright::ui
