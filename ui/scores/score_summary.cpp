// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/score_summary.h"

#include "ui/scores/day_chart.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>

namespace badgewright::ui {

ScoreSummary::ScoreSummary(QWidget *parent)
    : Panel(parent)
    , m_chart(new DayChart(this))
    , m_given(sectionLabel(QString(), this))
    , m_taken(sectionLabel(QString(), this))
    , m_when(secondaryLabel(tr("Points of today show from the next full hour on, of the last ten days within a day. Older days need a recalculation."), this))
{
    m_given->setWordWrap(false);
    m_taken->setWordWrap(false);
    m_when->setFixedWidth(250);
    auto *sums = new QVBoxLayout;
    sums->addStretch();
    sums->addWidget(m_given);
    sums->addWidget(m_taken);
    sums->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 8, kMargin, 12);
    row->setSpacing(24);
    row->addWidget(m_chart, 1);
    row->addLayout(sums);
    row->addWidget(m_when);
}

void ScoreSummary::setEvents(QDate from, QDate to, const QList<ScoreEvent> &events)
{
    QMap<QDate, DayChart::Day> days;
    qint64 given = 0;
    qint64 taken = 0;
    for (const ScoreEvent &event : events) {
        DayChart::Day &day = days[event.date];
        if (event.points >= 0) {
            day.given += event.points;
            given += event.points;
        } else {
            day.taken -= event.points;
            taken -= event.points;
        }
    }
    m_chart->setDays(from, to, days);
    m_given->setText(tr("%1 given").arg(words::points(given)));
    m_taken->setText(tr("%1 taken").arg(words::points(-taken)));
}

void ScoreSummary::setRecalculationsLeft(int left)
{
    m_when->setText(tr("Points of today show from the next full hour on, of the last ten days within a day. Older days need a recalculation: %1 of 5 left today.")
                        .arg(left));
}

} // namespace badgewright::ui
