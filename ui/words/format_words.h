// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace badgewright::ui::words {

/// A moment as people say it, in local time: "today 14:02", "yesterday 17:45", "19 Nov 09:12", "3 Mar 2024".
QString moment(const QDateTime &utc);
/// "8 s", "1 min 56 s", "2 h 5 min".
QString duration(std::chrono::seconds length);
/// "38 kB", "1.2 MB".
QString fileSize(qint64 bytes);
/// With the sign that points carry: "+15", "−200", "0".
QString points(qint64 value);

} // namespace badgewright::ui::words
