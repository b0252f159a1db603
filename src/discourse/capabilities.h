// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/site_facts.h"
#include "forum/capability.h"

namespace badgewright::discourse {

/// What may be done at this site with this key, from the routes the key opens, the role of its user, the site's
/// settings and its version; each refusal with its sentence, each limit with its remark.
Capabilities capabilitiesOf(const SiteFacts &facts);

/// "PNG, JPEG, WebP up to 10 MB; SVG is not allowed here"
QString pictureRemark(const SiteFacts &facts);
/// Sentences worth showing beside the forum: too old, read-only, settings not readable.
QStringList warningsOf(const SiteFacts &facts);

} // namespace badgewright::discourse
