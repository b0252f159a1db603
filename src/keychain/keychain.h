// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/call.h"
#include "support/secret.h"

#include <QObject>

namespace badgewright::keychain {

/// What came of looking for a secret.
struct Reading {
    enum class State {
        Found,
        /// No such entry, or the keychain is locked: it gives the same answer to both. Never forget a connection
        /// because of it; say that the keychain may be locked and offer to try again.
        NotFound,
        Refused,    ///< locked, or the person or the system said no
        NoKeychain, ///< this computer has none, or it does not work
    };
    State state = State::NotFound;
    Secret secret;  ///< with Found
    QString detail; ///< otherwise: a whole sentence for the person
};

enum class Removal {
    Removed,
    NothingFound, ///< no such entry, or locked: in the second case it is still there
};

/// Where secrets live, each below the id of its connection. There is no plain-text way.
///
/// Everything that goes wrong in write() and remove() is ErrorKind::Keychain, and the detail is a whole sentence for the
/// person; read() fails only by being cancelled. Cancelling gives up waiting: what the keychain is doing cannot be
/// stopped, so a cancelled write may still be carried out.
class Keychain : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Keychain() override;

    /// Stores or replaces, and is done only when the same bytes were read back.
    virtual Call<Done> *write(const QString &key, const Secret &secret) = 0;
    virtual Call<Reading> *read(const QString &key) = 0;
    virtual Call<Removal> *remove(const QString &key) = 0;
    /// False: what is written is gone when the program ends ("for this session only").
    virtual bool isLasting() const = 0;

Q_SIGNALS:
    /// The keychain has not answered for three seconds: it is probably asking the person for a password in a window of
    /// its own. False when it has.
    void waiting(bool isWaiting);
};

} // namespace badgewright::keychain
