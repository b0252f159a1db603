// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLockFile;

namespace badgewright {

/// Takes a lock that is held as long as the program runs. One whose program is gone is no obstacle, nor is one left by a
/// program that was killed before it wrote down who it was. False: error() says why not.
bool takeLock(QLockFile &lock);

} // namespace badgewright
