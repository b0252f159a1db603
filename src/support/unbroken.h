// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace badgewright {

/// The same words, with a space that no line ends at between a number and its unit, and around the × of a width and a
/// height and the colon of a ratio: "38 kB", "16 px", "512 × 512", "3.0 : 1".
QString unbroken(QString words);

} // namespace badgewright
