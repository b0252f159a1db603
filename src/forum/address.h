// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QList>
#include <QUrl>

namespace badgewright {

/// The base addresses to try, in order, for what a person typed: a bare host, a host with a port, an IPv6 address, or
/// the address of any page of the forum ("https://x.example/forum/t/hello/12/3").
///
/// Every address is an origin and a path prefix without a slash at the end. https comes first; http only for this very
/// computer, or where it was typed. Paths of known pages are cut off, and parents are tried after the path itself,
/// because a forum may live in a folder of its host.
/// RefusedHere: not an address that could be a forum's.
Result<QList<QUrl>> candidatesFor(const QString &typed);

/// Whether the host is this very computer: "localhost", names below it, 127.0.0.0/8, ::1.
bool isLoopback(const QString &host);

} // namespace badgewright
