// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace badgewright::ui {

/// How well `typed` names `text`: every letter of it in order, best at beginnings of words and in one piece. -1: not at all.
int fuzzyScore(QStringView typed, QStringView text);

} // namespace badgewright::ui
