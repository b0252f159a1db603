// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/open_forum.h"

#include "ui/words/connect_words.h"

namespace badgewright::ui {

OpenForum::OpenForum(ForumOpener *opener, QList<keychain::Keychain *> keychains, RequestGate *gate, const Connection &connection,
                     QObject *parent)
    : QObject(parent)
    , m_opener(opener)
    , m_keychains(std::move(keychains))
    , m_gate(gate)
    , m_connection(connection)
{
}

void OpenForum::start()
{
    readNext(0);
}

void OpenForum::start(const Secret &secret)
{
    signIn(secret);
}

void OpenForum::cancel()
{
    if (m_state == State::Over)
        return;
    m_state = State::Over;
    if (m_call)
        m_call->cancel();
    deleteLater();
}

void OpenForum::readNext(int index)
{
    setState(State::ReadingSecret);
    auto *call = m_keychains.at(index)->read(m_connection.id);
    m_call = call;
    call->then(this, [this, index](const Result<keychain::Reading> &reading) {
        if (m_state == State::Over)
            return;
        if (reading && reading->state == keychain::Reading::State::Found) {
            signIn(reading->secret);
            return;
        }
        if (index + 1 < m_keychains.size()) {
            readNext(index + 1);
            return;
        }
        const bool key = m_connection.kind == ForumKind::Discourse;
        OpenFailure failure;
        failure.sentence = key ? tr("The key for %1 was not found.").arg(m_connection.name)
                               : tr("The password for %1 was not found.").arg(m_connection.name);
        // "Not found" and "locked" look the same, so both are said and nothing is forgotten.
        failure.details = reading && !reading->detail.isEmpty()
            ? reading->detail
            : tr("The computer’s keychain may be locked. Unlock it and try again, or enter it once more.");
        failure.retryHelps = true;
        failure.wantsSecret = true;
        failure.why = Error::of(ErrorKind::Keychain, failure.details);
        setState(State::Over);
        Q_EMIT failed(failure);
        deleteLater();
    });
}

void OpenForum::signIn(const Secret &secret)
{
    setState(State::SigningIn);
    auto *call = m_opener->open(m_connection, secret, m_gate);
    m_call = call;
    call->then(this, [this](const Result<ForumPtr> &forum) {
        if (m_state == State::Over)
            return;
        setState(State::Over);
        if (forum) {
            Q_EMIT opened(*forum);
        } else {
            const words::ErrorWords said = words::describeSignIn(forum.error(), m_connection);
            const ErrorKind kind = forum.error().kind;
            OpenFailure failure{said.happened, QStringList{said.why, said.todo}.join(u' ').trimmed(), true,
                                kind == ErrorKind::Unauthorised || kind == ErrorKind::Forbidden};
            failure.why = forum.error();
            failure.nobodyAnswered = kind == ErrorKind::Network || kind == ErrorKind::TimedOut || kind == ErrorKind::Server;
            Q_EMIT failed(failure);
        }
        deleteLater();
    });
}

void OpenForum::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace badgewright::ui
