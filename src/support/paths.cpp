// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace badgewright {

using namespace Qt::StringLiterals;

Paths Paths::below(const QString &folder)
{
    const QString root = QDir::cleanPath(folder);
    return {root + "/config"_L1, root + "/data"_L1, root + "/cache"_L1};
}

Paths Paths::ofUser()
{
    const QString home = qEnvironmentVariable("BADGEWRIGHT_HOME");
    if (!home.isEmpty())
        return below(home);
    // The generic places with our own name, so that they do not depend on the application's name being set already.
    const auto own = [](QStandardPaths::StandardLocation place) {
        return QStandardPaths::writableLocation(place) + "/badgewright"_L1;
    };
    return {own(QStandardPaths::GenericConfigLocation), own(QStandardPaths::GenericDataLocation),
            own(QStandardPaths::GenericCacheLocation)};
}

} // namespace badgewright
