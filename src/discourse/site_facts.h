// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/key_scopes.h"
#include "discourse/version.h"

#include <QStringList>

#include <optional>

namespace badgewright::discourse {

/// What signing in found out about a site and the key.
struct SiteFacts {
    QString title;
    QString versionText;
    Version version;
    int people = -1;            ///< -1: not said
    bool loginRequired = false; ///< visitors see nothing
    bool readOnly = false;      ///< takes no changes at present

    bool settingsKnown = false;
    bool badgesOn = true;
    std::optional<bool> points;  ///< the gamification plugin: absent where not installed
    std::optional<bool> reports; ///< the data explorer plugin, likewise
    QStringList imageExtensions; ///< lower case; "*" is any
    qint64 maxImageBytes = 0;    ///< 0: not known
    bool directUploads = false;  ///< says that it hands out addresses of its store

    QString actingUser;
    bool roleKnown = false;
    bool admin = false;
    bool moderator = false;
    KeyScopes scopes;

    bool staff() const { return admin || moderator; }
};

// Answers of the site's own routes, laid into the facts. Unreadable when they are not what they should be.

/// GET /site/basic-info.json
Result<Done> readBasicInfo(const QByteArray &body, SiteFacts *facts);
/// GET /site/settings.json: the flat object of the settings that a browser may know.
Result<Done> readSettings(const QByteArray &body, SiteFacts *facts);
/// GET /about.json; figures are named users_count since 3.3 and user_count before.
Result<Done> readAbout(const QByteArray &body, SiteFacts *facts);
/// GET /session/current.json
Result<Done> readCurrentUser(const QByteArray &body, SiteFacts *facts);

} // namespace badgewright::discourse
