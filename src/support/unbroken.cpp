// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/unbroken.h"

#include <QRegularExpression>

namespace badgewright {

using namespace Qt::StringLiterals;

QString unbroken(QString words)
{
    static const QRegularExpression unit(u"(?<=\\d) (?=(?:[kMGT]i?B|B|px|bytes)\\b)"_s);
    static const QRegularExpression times(u"(?<=\\d) \u00d7 (?=\\d)"_s);
    static const QRegularExpression ratio(u"(?<=\\d) : (?=\\d)"_s);
    words.replace(unit, u"\u00a0"_s);
    words.replace(times, u"\u00a0\u00d7\u00a0"_s);
    words.replace(ratio, u"\u00a0:\u00a0"_s);
    return words;
}

} // namespace badgewright
