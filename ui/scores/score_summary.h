// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/score.h"
#include "ui/kit/labels.h"

namespace badgewright::ui {

class DayChart;

/// What the events of a span come to: by day as bars, and in all; and when the forum counts them.
class ScoreSummary : public Panel
{
    Q_OBJECT

public:
    explicit ScoreSummary(QWidget *parent = nullptr);
    void setEvents(QDate from, QDate to, const QList<ScoreEvent> &events);
    void setRecalculationsLeft(int left);

private:
    DayChart *m_chart;
    TextLabel *m_given;
    TextLabel *m_taken;
    TextLabel *m_when;
};

} // namespace badgewright::ui
