// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>

namespace badgewright {

/// A key or a password. It is registered with the log filter the moment it is made, and its bytes are overwritten when
/// the last copy goes. Copies share the bytes; nothing prints or serialises it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QByteArray &bytes);
    ~Secret();
    Secret(const Secret &) = default;
    Secret &operator=(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret &&) noexcept = default;

    bool isEmpty() const { return !m_bytes || m_bytes->isEmpty(); }
    /// The bytes themselves, for the header of a request or the keychain, nothing else.
    QByteArray reveal() const { return m_bytes ? *m_bytes : QByteArray(); }

private:
    std::shared_ptr<QByteArray> m_bytes;
};

} // namespace badgewright
