// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/format_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace badgewright::ui::words {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FormatWords", text);
}
} // namespace

QString moment(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toLocalTime();
    const QLocale locale;
    const QString time = locale.toString(local.time(), QStringLiteral("HH:mm"));
    const qint64 days = local.date().daysTo(QDate::currentDate());
    if (days == 0)
        return tr("today %1").arg(time);
    if (days == 1)
        return tr("yesterday %1").arg(time);
    if (local.date().year() == QDate::currentDate().year())
        return tr("%1 %2").arg(locale.toString(local.date(), tr("d MMM")), time);
    return locale.toString(local.date(), tr("d MMM yyyy"));
}

QString duration(std::chrono::seconds length)
{
    const qint64 s = length.count();
    if (s < 60)
        return tr("%1 s").arg(s);
    if (s < 3600)
        return tr("%1 min %2 s").arg(s / 60).arg(s % 60);
    return tr("%1 h %2 min").arg(s / 3600).arg(s % 3600 / 60);
}

QString fileSize(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 1000)
        return tr("%1 bytes").arg(locale.toString(bytes));
    if (bytes < 1'000'000)
        return tr("%1 kB").arg(locale.toString((bytes + 500) / 1000));
    return tr("%1 MB").arg(locale.toString(double(bytes) / 1e6, 'f', 1));
}

QString points(qint64 value)
{
    const QString digits = QLocale().toString(qAbs(value));
    if (value > 0)
        return u'+' + digits;
    return value < 0 ? QChar(0x2212) + digits : digits;
}

} // namespace badgewright::ui::words
