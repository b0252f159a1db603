// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace badgewright {

/// Where the program keeps things. Folders need not exist yet; whoever writes makes them.
struct Paths {
    QString config; ///< settings and connections
    QString data;   ///< the ledger, the sample forum's state
    QString cache;  ///< icons and pictures of forums; may be emptied at any time

    /// The person's own folders as the desktop has them, or all three below $BADGEWRIGHT_HOME when that is set.
    static Paths ofUser();
    /// All three below one folder.
    static Paths below(const QString &folder);

    QString settingsFile() const { return config + QStringLiteral("/badgewright.ini"); }
    QString connectionsFile() const { return config + QStringLiteral("/connections.ini"); }
    QString designsFolder() const { return data + QStringLiteral("/designs"); }
    QString iconsFolder() const { return cache + QStringLiteral("/icons"); }
    QString picturesFolder() const { return cache + QStringLiteral("/pictures"); }
    QString draftsFolder() const { return data + QStringLiteral("/drafts"); }
    QString ledgerFile() const { return data + QStringLiteral("/ledger.sqlite"); }
};

} // namespace badgewright
