// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "keychain/keychain.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace badgewright::ui {

/// Why a connection could not be opened, as sentences, and what can be offered.
struct OpenFailure {
    QString sentence;
    QString details;
    bool retryHelps = false;
    bool wantsSecret = false; ///< entering key or password again helps
    std::optional<Error> why = {}; ///< known, so one may go on without the forum
    bool nobodyAnswered = false;   ///< a key is not what is missing
};

/// Opens a saved connection: reads its secret, signs in. One object, one try; it deletes itself afterwards.
class OpenForum : public QObject
{
    Q_OBJECT

public:
    enum class State { ReadingSecret, SigningIn, Over };

    OpenForum(ForumOpener *opener, QList<keychain::Keychain *> keychains, RequestGate *gate, const Connection &connection,
              QObject *parent);
    void start();
    /// With a secret that is known already (the sample forum).
    void start(const Secret &secret);
    void cancel();
    State state() const { return m_state; }
    const Connection &connection() const { return m_connection; }

Q_SIGNALS:
    void stateChanged();
    void opened(const badgewright::ForumPtr &forum);
    void failed(const badgewright::ui::OpenFailure &failure);

private:
    void readNext(int index);
    void signIn(const Secret &secret);
    void setState(State state);

    ForumOpener *m_opener;
    QList<keychain::Keychain *> m_keychains; ///< asked in this order
    RequestGate *m_gate;
    Connection m_connection;
    State m_state = State::ReadingSecret;
    QPointer<PendingCall> m_call;
};

} // namespace badgewright::ui
