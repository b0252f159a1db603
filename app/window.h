// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace badgewright {

/// The program with its window: badgewright [--sample] [--tour DIR]
int runWindow(int argc, char **argv);

} // namespace badgewright
