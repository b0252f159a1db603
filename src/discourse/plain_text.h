// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace badgewright::discourse {

/// What a reader would see of HTML: tags, scripts and styles gone, entities resolved, blanks folded. For server words
/// and for telling whether two texts read the same; never for texts that are written back.
QString plainText(const QString &html);

} // namespace badgewright::discourse
