// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/day_chart.h"

#include "ui/kit/theme.h"
#include "ui/words/value_words.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace badgewright::ui {

DayChart::DayChart(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Points by day"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayChart::setDays(QDate from, QDate to, const QMap<QDate, Day> &days)
{
    m_from = from;
    m_to = to;
    m_days = days;
    setAccessibleDescription(tr("%Ln day(s) with points", nullptr, int(days.size())));
    update();
}

void DayChart::paintEvent(QPaintEvent *)
{
    const Tokens &colours = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 up = 0;
    qint64 down = 0;
    for (const Day &day : std::as_const(m_days)) {
        up = std::max(up, day.given);
        down = std::max(down, day.taken);
    }
    const double room = height() - 2.0;
    const double zero = up + down > 0 ? 1.0 + room * double(up) / double(up + down) : height() - 1.0;
    const int count = dayCount();
    if (count > 0 && up + down > 0) {
        const double step = double(width()) / count;
        const double bar = std::min(step * 0.62, 22.0);
        painter.setPen(Qt::NoPen);
        for (auto it = m_days.begin(); it != m_days.end(); ++it) {
            const double x = layoutDirection() == Qt::LeftToRight ? step * double(m_from.daysTo(it.key()))
                                                                  : width() - step * double(m_from.daysTo(it.key()) + 1);
            const double tall = room * double(it->given) / double(up + down);
            const double deep = room * double(it->taken) / double(up + down);
            painter.setBrush(colours.accent);
            painter.drawRoundedRect(QRectF(x + (step - bar) / 2, zero - tall, bar, tall), 2, 2);
            painter.setBrush(colours.bad);
            painter.drawRoundedRect(QRectF(x + (step - bar) / 2, zero, bar, deep), 2, 2);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(colours.line);
    painter.drawLine(QPointF(0, zero), QPointF(width(), zero));
}

bool DayChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || dayCount() == 0)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    int column = int(double(help->x()) * dayCount() / std::max(1, width()));
    if (layoutDirection() == Qt::RightToLeft)
        column = dayCount() - 1 - column;
    const QDate date = m_from.addDays(column);
    const Day day = m_days.value(date);
    QToolTip::showText(help->globalPos(),
                       tr("%1: %2 given, %3 taken")
                           .arg(QLocale().toString(date, QLocale::ShortFormat), words::points(day.given), words::points(-day.taken)),
                       this);
    return true;
}

} // namespace badgewright::ui
