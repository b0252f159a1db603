// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace badgewright {

/// How many characters a server counts; many emoji are two units of a QString and one character.
qsizetype characterCount(QStringView text);
/// The first `most` of them, never half of one.
QString firstCharacters(const QString &text, qsizetype most);

} // namespace badgewright
