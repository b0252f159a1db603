// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace badgewright::test {

struct Identity {
    QSslCertificate certificate;
    QSslKey key;
    QByteArray keyPem;
};

/// Certificates made on the spot, so that no private key lies in the sources and none runs out by itself.
/// An authority signs others; without an issuer the certificate is self-signed.
Identity makeAuthority();
Identity makeIdentity(const QByteArray &dnsName, int validFromDays, int validToDays, const Identity *issuer = nullptr);

} // namespace badgewright::test
