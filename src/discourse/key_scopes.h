// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace badgewright::discourse {

/// Whether a key opens a route, and for which values of which parameters only.
struct Permission {
    bool allowed = false;
    QHash<QString, QStringList> onlyFor; ///< parameter → the values it is limited to; empty: no limit
};

/// What GET /session/scopes.json says of a key: the routes it opens, as templates of that very server, so that no
/// scope name needs to be known here.
class KeyScopes
{
public:
    /// Unreadable when it is not {"scopes":[…]}.
    static Result<KeyScopes> parse(const QByteArray &body, const QString &basePath);
    /// A key of which nothing is said: as good as its user.
    static KeyScopes global() { return {}; }

    bool isGlobal() const { return m_rows.isEmpty(); }
    bool isReadOnly() const { return m_readOnly; }
    bool isGranular() const { return !isGlobal() && !isReadOnly(); }
    /// `path` below the base, with values in place of parameters, with or without ".json".
    Permission permits(http::Method method, const QString &path) const;

private:
    struct Route {
        QByteArray verb;            ///< upper case
        QRegularExpression pattern; ///< made of "/badges/:id(/:slug)"; "*" is everything
    };
    struct Row {
        QList<Route> routes;
        QHash<QString, QStringList> onlyFor;
    };
    QList<Row> m_rows;
    bool m_readOnly = false;
};

/// Whether a path fits a route template: ":x" stands for one part, "*x" for the rest, "(…)" may be missing.
bool fitsRoute(const QString &pattern, const QString &path);

} // namespace badgewright::discourse
