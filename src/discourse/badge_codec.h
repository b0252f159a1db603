// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/json_tools.h"
#include "forum/badge.h"

namespace badgewright::discourse {

using FormFields = QList<std::pair<QString, QString>>;

Badge decodeBadge(const Json &badge, const QUrl &base);
/// {"badges":[…],"badge_types":[…],"badge_groupings":[…],"admin_badges":{…}?}
Result<BadgeCatalogue> decodeCatalogue(const QByteArray &body, const QUrl &base);
/// {"badge":{…}}
Result<Badge> decodeOneBadge(const QByteArray &body, const QUrl &base);
/// {"badge_groupings":[…]} in display order
Result<QList<Grouping>> decodeGroupings(const QByteArray &body);
Result<Upload> decodeUpload(const QByteArray &body, const QUrl &base);

/// A change as a form: everything as text, since a forum overlooks JSON false and null. Never `id`, `system`, `image_url`.
FormFields formOf(const BadgeFields &fields);

/// What the forum did not take over, by its own names of the fields. `badge` is its answer to `sent`.
/// Descriptions count as taken over when they read the same: a forum cleans their HTML. `imageUrl` is where the sent
/// picture lies, if known; forums that name no upload are compared by it.
QStringList ignoredFields(const BadgeFields &sent, const Badge &badge, const QUrl &imageUrl);

} // namespace badgewright::discourse
