// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/keychain.h"
#include "support/clock.h"

#include <QList>
#include <QPointer>

#include <functional>

namespace QKeychain {
class Job;
}

namespace badgewright::keychain {

/// The keychain of the desktop (Secret Service, KWallet, macOS Keychain, Windows Credential Store) over QtKeychain,
/// below the service name "badgewright".
///
/// Operations take place one after another, so that reading back after a write sees that write and no later one.
class SystemKeychain final : public Keychain
{
    Q_OBJECT

public:
    /// `clock` outlives the keychain.
    explicit SystemKeychain(Clock *clock, QObject *parent = nullptr);

    Call<Done> *write(const QString &key, const Secret &secret) override;
    Call<Reading> *read(const QString &key) override;
    Call<Removal> *remove(const QString &key) override;
    bool isLasting() const override { return true; }

private:
    struct Operation {
        QPointer<PendingCall> call;
        std::function<void()> begin;
    };
    void enqueue(PendingCall *call, std::function<void()> begin);
    void beginNext();
    /// Every operation ends here, also when nobody waits for it any more.
    void end();

    void readJob(const QString &key, std::function<void(const Reading &)> then);
    void startJob(QKeychain::Job *job, const QString &key, std::function<void(QKeychain::Job *)> then);
    void verify(const QString &key, const Secret &secret, const QPointer<Call<Done>> &call);
    void removeFound(const QString &key, const QPointer<Call<Removal>> &call);

    Clock *m_clock;
    QList<Operation> m_queue;
    bool m_busy = false;
    bool m_waiting = false;
    int m_operation = 0; ///< counts, so that the three seconds of one are not held against the next
};

} // namespace badgewright::keychain
