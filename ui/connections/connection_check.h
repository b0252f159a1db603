// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace badgewright::ui {

/// Finds out, while the person types, whether there is a forum at an address and what a key may do there. Nothing is kept,
/// and no key leaves before the address is known and, for http to another computer, accepted.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,          ///< no address yet
        Probing,
        ProbeFailed,   ///< error() says why
        NeedsSecret,   ///< the forum is known, key or name and password are not
        NeedsHttpYes,  ///< everything is there, but it would travel unencrypted
        SigningIn,
        SignInFailed,  ///< error() says why
        Good,          ///< forum() is open
    };

    using GateFor = std::function<RequestGate *(const Connection &)>;
    ConnectionCheck(ForumOpener *opener, GateFor gateFor, QObject *parent);
    ~ConnectionCheck() override;

    /// The connection with what is known so far: base, kind, user, plainHttpAccepted. Name and colour are not its business.
    const Connection &connection() const { return m_connection; }
    /// For one that is saved already: its address stays, and is not looked at again.
    void setKnown(const Connection &connection);

    void setAddress(const QString &typed);
    void setCredentials(const QString &user, const QString &secret);
    /// A secret that is not in a field: read from the keychain.
    void setStoredSecret(const Secret &secret);
    void acceptPlainHttp();
    /// Without waiting for the pause in typing: Return was pressed, or the same again after a failure.
    void now();

    State state() const { return m_state; }
    const std::optional<SiteProbe> &probe() const { return m_probe; }
    const Error &error() const { return m_error; }
    const ForumPtr &forum() const { return m_forum; }
    const Secret &secret() const { return m_secret; }

Q_SIGNALS:
    void changed();

private:
    void setState(State state);
    void startProbe();
    void considerSigningIn(bool atOnce);
    void signIn();
    void callOff();

    ForumOpener *m_opener;
    GateFor m_gateFor;
    Connection m_connection;
    QString m_typed;
    QString m_typedSecret;
    std::optional<SiteProbe> m_probe;
    bool m_known = false;
    Secret m_secret;
    Error m_error;
    ForumPtr m_forum;
    State m_state = State::Idle;
    QTimer m_pause;
    QPointer<PendingCall> m_call;
};

} // namespace badgewright::ui
