// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/version.h"

#include <QRegularExpression>

namespace badgewright::discourse {

Version Version::parse(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:\\.beta(\\d{1,4}))?"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString beta = match.captured(4);
    return Version(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                   beta.isEmpty() ? kRelease : beta.toInt());
}

} // namespace badgewright::discourse
