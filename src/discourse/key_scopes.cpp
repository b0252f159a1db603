// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/key_scopes.h"

#include "discourse/json_tools.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

QByteArray verbOf(http::Method method)
{
    switch (method) {
    case http::Method::Get:
    case http::Method::Head:
        return "GET";
    case http::Method::Post:
        return "POST";
    case http::Method::Put:
        return "PUT";
    case http::Method::Delete:
        return "DELETE";
    }
    return {};
}

QString withoutFormat(const QString &path)
{
    return path.endsWith(QLatin1String(".json")) ? path.left(path.size() - 5) : path;
}

QRegularExpression compiled(const QString &pattern)
{
    QString expression = QStringLiteral("^");
    for (qsizetype i = 0; i < pattern.size();) {
        const QChar c = pattern[i];
        if (c == u':' || c == u'*') {
            expression += c == u':' ? QStringLiteral("[^/]+") : QStringLiteral(".*");
            for (++i; i < pattern.size() && (pattern[i].isLetterOrNumber() || pattern[i] == u'_'); ++i) {
            }
            continue;
        }
        if (c == u'(')
            expression += QStringLiteral("(?:");
        else if (c == u')')
            expression += QStringLiteral(")?");
        else
            expression += QRegularExpression::escape(QString(c));
        ++i;
    }
    return QRegularExpression(expression + u'$');
}

} // namespace

bool fitsRoute(const QString &pattern, const QString &path)
{
    return compiled(withoutFormat(pattern)).match(withoutFormat(path)).hasMatch();
}

Result<KeyScopes> KeyScopes::parse(const QByteArray &body, const QString &basePath)
{
    const auto answer = parseMemberArray(body, "scopes");
    if (!answer)
        return fail(answer.error());
    static const QRegularExpression spelled(QStringLiteral("^(\\S+)\\s+\\(([A-Za-z|]+)\\)$"));
    KeyScopes scopes;
    for (const Json &scope : list(*answer, "scopes")) {
        Row row;
        for (const Json &url : list(scope, "urls")) {
            const auto match = spelled.match(asText(url).trimmed());
            if (!match.hasMatch())
                continue;
            QString pattern = match.captured(1);
            if (!basePath.isEmpty() && pattern.startsWith(basePath + u'/'))
                pattern = pattern.mid(basePath.size());
            const QStringList verbs = match.captured(2).toUpper().split(u'|');
            for (const QString &verb : verbs) {
                if (pattern == QLatin1String("*") && verb == QLatin1String("GET"))
                    scopes.m_readOnly = true;
                row.routes.append({verb.toLatin1(), compiled(withoutFormat(pattern))});
            }
        }
        const Json &limits = member(scope, "allowed_parameters");
        if (limits.is_object()) {
            for (const auto &[name, values] : limits.items()) {
                QStringList texts;
                for (const Json &value : values.is_array() ? values : Json::array({values})) {
                    if (!shown(value).isEmpty())
                        texts << shown(value);
                }
                if (!texts.isEmpty())
                    row.onlyFor.insert(QString::fromStdString(name), texts);
            }
        }
        scopes.m_rows.append(row);
    }
    return scopes;
}

Permission KeyScopes::permits(http::Method method, const QString &path) const
{
    if (isGlobal())
        return {true, {}};
    const QByteArray verb = verbOf(method);
    const QString bare = withoutFormat(path);
    Permission permission;
    for (const Row &row : m_rows) {
        for (const Route &route : row.routes) {
            if (route.verb != verb || !route.pattern.match(bare).hasMatch())
                continue;
            if (row.onlyFor.isEmpty())
                return {true, {}};
            // Two limited scopes for one route add up.
            permission.allowed = true;
            for (auto it = row.onlyFor.cbegin(); it != row.onlyFor.cend(); ++it)
                permission.onlyFor[it.key()] += it.value();
            break;
        }
    }
    return permission;
}

} // namespace badgewright::discourse
