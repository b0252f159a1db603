// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/error.h"

#include <array>
#include <utility>

namespace badgewright {

namespace {
constexpr std::array<std::pair<ErrorKind, const char *>, 18> kNames{{
    {ErrorKind::Cancelled, "cancelled"},
    {ErrorKind::TimedOut, "timed-out"},
    {ErrorKind::Network, "network"},
    {ErrorKind::Tls, "tls"},
    {ErrorKind::Unauthorised, "unauthorised"},
    {ErrorKind::Forbidden, "forbidden"},
    {ErrorKind::NotFound, "not-found"},
    {ErrorKind::Conflict, "conflict"},
    {ErrorKind::Invalid, "invalid"},
    {ErrorKind::RateLimited, "rate-limited"},
    {ErrorKind::ReadOnly, "read-only"},
    {ErrorKind::Server, "server"},
    {ErrorKind::Unreadable, "unreadable"},
    {ErrorKind::OutcomeUnknown, "outcome-unknown"},
    {ErrorKind::Keychain, "keychain"},
    {ErrorKind::File, "file"},
    {ErrorKind::Storage, "storage"},
    {ErrorKind::RefusedHere, "refused-here"},
}};
} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const auto &[k, name] : kNames) {
        if (k == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

ErrorKind errorKindFromName(const QString &name)
{
    for (const auto &[k, n] : kNames) {
        if (name == QLatin1String(n))
            return k;
    }
    return ErrorKind::Server;
}

} // namespace badgewright
