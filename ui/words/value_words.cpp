// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/value_words.h"

#include "support/unbroken.h"
#include "ui/words/words.h"

#include <QLocale>

namespace badgewright::ui::words {

using namespace Qt::StringLiterals;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString points(qint64 value)
{
    if (value == 0)
        return u"0"_s;
    return value > 0 ? u'+' + number(value) : u"\u2212"_s + number(-value);
}

QString bytes(qint64 size)
{
    return unbroken(QLocale().formattedDataSize(size, size < 1000000 ? 0 : 1, QLocale::DataSizeSIFormat));
}

QString person(const Account &account, const QString &named)
{
    const QStringView said = QStringView(named).mid(named.startsWith(u'@') ? 1 : 0);
    if (account.displayName() == account.username || said.compare(account.username, Qt::CaseInsensitive) == 0)
        return account.displayName();
    return Words::tr("%1 (%2)").arg(account.name, account.username);
}

QString duration(std::chrono::seconds time)
{
    const qint64 all = qMax<qint64>(0, time.count());
    const qint64 hours = all / 3600;
    const qint64 minutes = all / 60 % 60;
    const qint64 seconds = all % 60;
    if (hours > 0)
        return minutes > 0 ? Words::tr("%1 h %2 min").arg(hours).arg(minutes) : Words::tr("%1 h").arg(hours);
    if (minutes > 0)
        return seconds > 0 ? Words::tr("%1 min %2 s").arg(minutes).arg(seconds) : Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 s").arg(seconds);
}

QString day(QDate date)
{
    return QLocale().toString(date, u"d MMM yyyy"_s);
}

QString dayShort(QDate date, QDate today)
{
    return date.year() == today.year() ? QLocale().toString(date, u"d MMM"_s) : day(date);
}

QString timeOfDay(const QDateTime &when)
{
    return when.toLocalTime().toString(u"HH:mm:ss"_s);
}

QString moment(const QDateTime &when, const QDateTime &now)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString time = local.toString(u"HH:mm"_s);
    if (local.date() == today)
        return Words::tr("today %1").arg(time);
    if (local.date() == today.addDays(-1))
        return Words::tr("yesterday %1").arg(time);
    if (local.date().year() == today.year())
        return u"%1 %2"_s.arg(dayShort(local.date(), today), time);
    return day(local.date());
}

QString reason(const QString &title, const QUrl &url)
{
    if (title.isEmpty())
        return url.toString();
    const int post = url.path().section(QLatin1Char('/'), -1).toInt();
    return post > 1 ? Words::tr("%1 · post %2").arg(title).arg(post) : title;
}

} // namespace badgewright::ui::words
