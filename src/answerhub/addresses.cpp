// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerhub/addresses.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace badgewright::answerhub {

namespace {

const QStringList allKinds{QStringLiteral("question"), QStringLiteral("answer"), QStringLiteral("comment")};

QString kindFromPlural(const QString &plural)
{
    return plural.toLower().chopped(1);
}

} // namespace

bool isWebAddress(const QString &text)
{
    return text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

bool belongsTo(const QUrl &base, const QUrl &url)
{
    if (url.host().compare(base.host(), Qt::CaseInsensitive) != 0)
        return false;
    const bool sameScheme = url.scheme() == base.scheme();
    if (sameScheme && url.port(-2) != base.port(-2))
        return false;
    return base.path().size() < 2 || url.path() == base.path() || url.path().startsWith(base.path() + u'/');
}

std::optional<qint64> idFrom(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool digits = !trimmed.isEmpty()
        && std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 id = digits ? trimmed.toLongLong(&fits) : 0;
    if (!fits || id <= 0)
        return std::nullopt;
    return id;
}

std::optional<qint64> userIdFrom(const QString &address)
{
    static const QRegularExpression form(QStringLiteral("(?:^|/)users/([0-9]+)(?:[/?#.]|$)"));
    const auto match = form.match(address.trimmed());
    return match.hasMatch() ? idFrom(match.captured(1)) : std::nullopt;
}

std::optional<PostName> postFrom(const QString &address)
{
    const QString text = address.trimmed();
    if (const auto id = idFrom(text))
        return PostName{*id, allKinds};
    const QUrl url(text);
    static const QRegularExpression anchor(QStringLiteral("^(answer|comment)-([0-9]+)$"));
    if (const auto match = anchor.match(url.fragment()); match.hasMatch()) {
        if (const auto id = idFrom(match.captured(2)))
            return PostName{*id, {match.captured(1)}};
    }
    // The page of a question that scrolls to one of its posts; the address does not say which kind that is.
    if (const auto child = idFrom(QUrlQuery(url).queryItemValue(QStringLiteral("childToView"))))
        return PostName{*child, {QStringLiteral("answer"), QStringLiteral("comment"), QStringLiteral("question")}};
    static const QRegularExpression page(QStringLiteral("(?:^|/)(questions|answers|comments)/([0-9]+)(?:[/.]|$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto match = page.match(url.path()); match.hasMatch()) {
        if (const auto id = idFrom(match.captured(2)))
            return PostName{*id, {kindFromPlural(match.captured(1))}};
    }
    return std::nullopt;
}

QUrl ownPicture(const QUrl &base, const QString &address)
{
    if (address.isEmpty())
        return {};
    QUrl root = base;
    root.setPath(base.path() + u'/');
    QUrl url = root.resolved(QUrl(address));
    if (!url.isValid() || url.host().compare(base.host(), Qt::CaseInsensitive) != 0)
        return {};
    if (url.scheme() == QLatin1String("http") && base.scheme() == QLatin1String("https") && url.port(-1) == -1)
        url.setScheme(QStringLiteral("https"));
    if (url.scheme() != base.scheme() || url.port(-1) != base.port(-1) || !url.userInfo().isEmpty())
        return {};
    return url;
}

} // namespace badgewright::answerhub
