// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/plain_text.h"

#include <QHash>
#include <QRegularExpression>

namespace badgewright::discourse {

namespace {

QString entity(const QString &name)
{
    static const QHash<QString, QString> named{
        {QStringLiteral("amp"), QStringLiteral("&")},      {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},       {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")},     {QStringLiteral("nbsp"), QStringLiteral(" ")},
        {QStringLiteral("hellip"), QStringLiteral("…")},   {QStringLiteral("ndash"), QStringLiteral("–")},
        {QStringLiteral("mdash"), QStringLiteral("—")},    {QStringLiteral("rsquo"), QStringLiteral("’")},
        {QStringLiteral("lsquo"), QStringLiteral("‘")},    {QStringLiteral("rdquo"), QStringLiteral("”")},
        {QStringLiteral("ldquo"), QStringLiteral("“")},
    };
    if (!name.startsWith(u'#'))
        return named.value(name);
    bool ok = false;
    const bool hex = name.size() > 1 && name[1].toLower() == u'x';
    const uint code = hex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok);
    if (!ok || code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return {};
    const char32_t point = code;
    return QString::fromUcs4(&point, 1);
}

} // namespace

QString plainText(const QString &html)
{
    static const QRegularExpression hidden(QStringLiteral("<(style|title|head)\\b.*?</\\1\\s*>"),
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    // A lone "<" as in "2 < 3" is no tag.
    static const QRegularExpression tag(QStringLiteral("<!--.*?-->|</?[A-Za-z!][^<>]*>"),
                                        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ref(QStringLiteral("&(#[xX]?[0-9A-Fa-f]{1,8}|[A-Za-z]{2,8});"));
    QString text = html;
    if (text.contains(u'<')) {
        text.replace(hidden, QStringLiteral(" "));
        text.replace(tag, QString());
    }
    if (text.contains(u'&')) {
        QString out;
        qsizetype from = 0;
        auto it = ref.globalMatch(text);
        while (it.hasNext()) {
            const auto match = it.next();
            const QString meant = entity(match.captured(1));
            out += QStringView(text).mid(from, match.capturedStart() - from);
            out += meant.isEmpty() ? match.captured() : meant;
            from = match.capturedEnd();
        }
        out += QStringView(text).mid(from);
        text = out;
    }
    return text.simplified();
}

} // namespace badgewright::discourse
