// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/people.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>

namespace badgewright::ui::words {

QString number(qint64 value);  ///< grouped as the person's language does: "8,913"
QString points(qint64 value);  ///< with its sign and a true minus: "+15", "−200", "0"
QString bytes(qint64 size);    ///< "38 kB", "4 MB": decimal, as forums count
QString duration(std::chrono::seconds time); ///< "8 s", "4 min 45 s", "2 h 10 min"
/// In local time: "today 14:02", "yesterday 17:45", "19 Nov 09:12", "19 Nov 2025".
QString moment(const QDateTime &when, const QDateTime &now);
QString timeOfDay(const QDateTime &when); ///< local, "14:02:11"
/// "Spring fair: who helped? · post 14", of a topic's title and the link to one of its posts; the address without a title.
QString reason(const QString &title, const QUrl &url);
/// "Bobby Reed (bobby)": with the username where the name alone does not tell which account it is. `named` is how the
/// row beside it says who is meant: where that is the username already, it is not said twice.
QString person(const Account &account, const QString &named = {});
QString day(QDate date);                  ///< "12 May 2026"
QString dayShort(QDate date, QDate today); ///< "12 May", with the year when it is another

} // namespace badgewright::ui::words
