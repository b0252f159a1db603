// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace badgewright::people {

/// "4, 9 and 17" for the middle of a sentence; of many rows the first ten: "4, 9, … and 1,320 more".
QString rowList(const QList<int> &rows);

} // namespace badgewright::people
