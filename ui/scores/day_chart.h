// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QMap>
#include <QWidget>

namespace badgewright::ui {

/// Points given and taken on each day, as bars; points taken hang below the line. The day and its sums are the tool tip.
class DayChart : public QWidget
{
    Q_OBJECT

public:
    struct Day {
        qint64 given = 0;
        qint64 taken = 0; ///< as a positive number
    };

    explicit DayChart(QWidget *parent = nullptr);
    void setDays(QDate from, QDate to, const QMap<QDate, Day> &days);
    QSize sizeHint() const override { return {560, 84}; }
    QSize minimumSizeHint() const override { return {200, 84}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int dayCount() const { return m_from.isValid() ? int(m_from.daysTo(m_to)) + 1 : 0; }

    QDate m_from;
    QDate m_to;
    QMap<QDate, Day> m_days;
};

} // namespace badgewright::ui
