// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sanitise.h"

#include "sample/text.h"

#include <QRegularExpression>
#include <QSet>

namespace badgewright::sample {

std::string sanitised(const std::string &html)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression attribute(QStringLiteral("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))"));
    static const QSet<QString> tags = {u"a"_qs, u"b"_qs, u"i"_qs, u"em"_qs, u"strong"_qs, u"code"_qs, u"br"_qs, u"p"_qs, u"ul"_qs, u"ol"_qs, u"li"_qs, u"img"_qs, u"span"_qs, u"small"_qs, u"sub"_qs, u"sup"_qs, u"del"_qs};
    static const QSet<QString> attributes = {u"href"_qs, u"src"_qs, u"alt"_qs, u"title"_qs, u"width"_qs, u"height"_qs};

    const QString text = q(html);
    QString result;
    qsizetype last = 0;
    for (auto matches = tag.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        result += text.mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        const QString name = match.captured(2).toLower();
        if (!tags.contains(name))
            continue;
        result += QLatin1Char('<') + match.captured(1) + name;
        for (auto pairs = attribute.globalMatch(match.captured(3)); pairs.hasNext();) {
            const auto pair = pairs.next();
            const QString value = pair.captured(2) + pair.captured(3) + pair.captured(4);
            if (attributes.contains(pair.captured(1).toLower()) && !value.trimmed().startsWith(u"javascript:"_qs, Qt::CaseInsensitive))
                result += QLatin1Char(' ') + pair.captured(1).toLower() + u"=\""_qs + value + QLatin1Char('"');
        }
        result += QLatin1Char('>');
    }
    return s(result + text.mid(last));
}

} // namespace badgewright::sample
