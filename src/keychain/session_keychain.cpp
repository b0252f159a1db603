// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/session_keychain.h"

namespace badgewright::keychain {

Call<Done> *SessionKeychain::write(const QString &key, const Secret &secret)
{
    m_secrets.insert(key, secret);
    return settledCall<Done>(this, Done{});
}

Call<Reading> *SessionKeychain::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd())
        return settledCall<Reading>(this, Reading{Reading::State::NotFound, {}, tr("The key was not entered in this session.")});
    return settledCall<Reading>(this, Reading{Reading::State::Found, *found, {}});
}

Call<Removal> *SessionKeychain::remove(const QString &key)
{
    return settledCall<Removal>(this, m_secrets.remove(key) ? Removal::Removed : Removal::NothingFound);
}

} // namespace badgewright::keychain
