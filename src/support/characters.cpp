// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/characters.h"

#include <algorithm>

namespace badgewright {

qsizetype characterCount(QStringView text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

QString firstCharacters(const QString &text, qsizetype most)
{
    qsizetype units = 0;
    for (; units < text.size() && most > 0; --most)
        units += text.at(units).isHighSurrogate() && units + 1 < text.size() ? 2 : 1;
    return text.left(units);
}

} // namespace badgewright
