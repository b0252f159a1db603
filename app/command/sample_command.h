// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace badgewright {

/// badgewright sample: serves the sample forum for scripts and curl until it is stopped by a signal.
/// Prints one JSON line {"url", "user", "secret"} once it listens.
int runSampleCommand(const QStringList &arguments);

} // namespace badgewright
