// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace badgewright {

/// How every command ends (design §8).
enum ExitStatus {
    kAllDone = 0,
    kSomeFailed = 1,
    kUsage = 2,
    kConnection = 3, ///< the connection or its key
    kStopped = 4,    ///< stopped, can be resumed; or somebody else has the forum
};

} // namespace badgewright
