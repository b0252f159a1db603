// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/system_keychain.h"

#include "support/log.h"

#include <qt6keychain/keychain.h>

namespace badgewright::keychain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds kPatience{3};

// What an error of QtKeychain means. "Other" is what it says without a session bus, without a keyring on it and without
// libsecret: no keychain that works.
Reading faultOf(const QKeychain::Job *job)
{
    const QString words = SecretFilter::redacted(job->errorString());
    switch (job->error()) {
    case QKeychain::NoError:
        return {Reading::State::Found, {}, {}};
    case QKeychain::EntryNotFound:
        return {Reading::State::NotFound, {}, SystemKeychain::tr("The keychain does not show the key. It may be locked.")};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::CouldNotDeleteEntry:
        return {Reading::State::Refused, {}, SystemKeychain::tr("The keychain is locked or refused access (%1).").arg(words)};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {Reading::State::NoKeychain, {}, SystemKeychain::tr("This computer has no keychain that works (%1).").arg(words)};
}

template <class T> void settle(const QPointer<Call<T>> &call, Result<T> result)
{
    if (call)
        call->settle(std::move(result));
}

} // namespace

SystemKeychain::SystemKeychain(Clock *clock, QObject *parent) : Keychain(parent), m_clock(clock) {}

Call<Done> *SystemKeychain::write(const QString &key, const Secret &secret)
{
    auto *call = new Call<Done>(this);
    enqueue(call, [this, key, secret, handle = QPointer(call)] {
        auto *job = new QKeychain::WritePasswordJob(u"badgewright"_s);
        job->setBinaryData(secret.reveal());
        startJob(job, key, [this, key, secret, handle](QKeychain::Job *done) {
            if (const Reading fault = faultOf(done); fault.state == Reading::State::Found) {
                verify(key, secret, handle);
            } else {
                settle<Done>(handle, fail(ErrorKind::Keychain, fault.detail));
                end();
            }
        });
    });
    return call;
}

void SystemKeychain::verify(const QString &key, const Secret &secret, const QPointer<Call<Done>> &call)
{
    readJob(key, [this, secret, call](const Reading &reading) {
        if (reading.state == Reading::State::Found && reading.secret.reveal() == secret.reveal())
            settle<Done>(call, Done{});
        else
            settle<Done>(call, fail(ErrorKind::Keychain, tr("The keychain took the key but does not give it back.")));
        end();
    });
}

Call<Reading> *SystemKeychain::read(const QString &key)
{
    auto *call = new Call<Reading>(this);
    enqueue(call, [this, key, handle = QPointer(call)] {
        readJob(key, [this, handle](const Reading &reading) {
            settle<Reading>(handle, reading);
            end();
        });
    });
    return call;
}

Call<Removal> *SystemKeychain::remove(const QString &key)
{
    auto *call = new Call<Removal>(this);
    // Deleting says "done" also when the keychain is locked or there is none: only what was seen before and is not seen
    // afterwards has been removed.
    enqueue(call, [this, key, handle = QPointer(call)] {
        readJob(key, [this, key, handle](const Reading &before) {
            if (before.state == Reading::State::Found) {
                removeFound(key, handle);
                return;
            }
            if (before.state == Reading::State::NotFound)
                settle<Removal>(handle, Removal::NothingFound);
            else
                settle<Removal>(handle, fail(ErrorKind::Keychain, before.detail));
            end();
        });
    });
    return call;
}

void SystemKeychain::removeFound(const QString &key, const QPointer<Call<Removal>> &call)
{
    startJob(new QKeychain::DeletePasswordJob(u"badgewright"_s), key, [this, key, call](QKeychain::Job *job) {
        const Reading fault = faultOf(job);
        if (fault.state != Reading::State::Found) {
            settle<Removal>(call, fail(ErrorKind::Keychain, fault.detail));
            end();
            return;
        }
        readJob(key, [this, call](const Reading &after) {
            if (after.state == Reading::State::NotFound)
                settle<Removal>(call, Removal::Removed);
            else
                settle<Removal>(call, fail(ErrorKind::Keychain, tr("The keychain did not remove the key.")));
            end();
        });
    });
}

void SystemKeychain::readJob(const QString &key, std::function<void(const Reading &)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(u"badgewright"_s);
    startJob(job, key, [job, then = std::move(then)](QKeychain::Job *done) {
        Reading reading = faultOf(done);
        if (reading.state == Reading::State::Found)
            reading.secret = Secret(job->binaryData());
        then(reading);
    });
}

void SystemKeychain::startJob(QKeychain::Job *job, const QString &key, std::function<void(QKeychain::Job *)> then)
{
    // Without a parent: the back end holds a bare pointer to a running job, so it must live until it deletes itself.
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, [key, then = std::move(then)](QKeychain::Job *done) {
        if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound)
            qCWarning(lcKeychain).noquote() << key << "error" << int(done->error()) << SecretFilter::redacted(done->errorString());
        then(done);
    });
    job->start();
}

void SystemKeychain::enqueue(PendingCall *call, std::function<void()> begin)
{
    m_queue.append({call, std::move(begin)});
    if (!m_busy)
        beginNext();
}

void SystemKeychain::beginNext()
{
    while (!m_queue.isEmpty()) {
        const Operation next = m_queue.takeFirst();
        if (!next.call || next.call->isSettled())
            continue; // called off while it waited
        m_busy = true;
        m_clock->after(kPatience, this, [this, operation = ++m_operation] {
            if (!m_busy || operation != m_operation || m_waiting)
                return;
            m_waiting = true;
            Q_EMIT waiting(true);
        });
        next.begin();
        return;
    }
}

void SystemKeychain::end()
{
    m_busy = false;
    if (std::exchange(m_waiting, false))
        Q_EMIT waiting(false);
    if (!m_busy)
        beginNext();
}

} // namespace badgewright::keychain
