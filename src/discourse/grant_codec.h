// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/json_tools.h"
#include "forum/people.h"

namespace badgewright::discourse {

/// GET /user_badges.json: {"user_badge_info":{"user_badges":[…]},"users":[…]?,"topics":[…]?}; an empty page has no users.
Result<HolderPage> decodeHolders(const QByteArray &body, const QUrl &base, int offset);
/// GET /user-badges/<name>.json: {"user_badges":[…],"granted_bies":[…]}
Result<QList<Grant>> decodeHeldBy(const QByteArray &body, const QString &username);
/// POST /user_badges.json: {"user_badge":{…},"granted_bies":[…]}; says nothing of the holder.
Result<Grant> decodeGranted(const QByteArray &body, const QString &username);
/// POST /admin/badges/award/<id>.json
Result<BulkAwardAnswer> decodeBulkAward(const QByteArray &body);

/// The file of a bulk award: one entry a line, quoted, UTF-8 without a mark at the front, no heading.
QByteArray bulkAwardFile(const QStringList &entries);

} // namespace badgewright::discourse
