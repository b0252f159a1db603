// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/keychain.h"

#include <QHash>

namespace badgewright::keychain {

/// Secrets in memory, until the program ends: for computers without a keychain, and for those who want it so.
class SessionKeychain final : public Keychain
{
    Q_OBJECT

public:
    using Keychain::Keychain;

    Call<Done> *write(const QString &key, const Secret &secret) override;
    Call<Reading> *read(const QString &key) override;
    Call<Removal> *remove(const QString &key) override;
    bool isLasting() const override { return false; }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace badgewright::keychain
