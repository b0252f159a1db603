// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

namespace badgewright {
class Clock;
}

namespace badgewright::ui {

/// The runs of the ledger, newest first. Rows are found by run id.
class RunListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, WhatColumn, StepsColumn, StateColumn, WhenColumn, ColumnCount };
    enum Role { RunIdRole = Qt::UserRole + 1 };

    /// The clock says what "today" is.
    explicit RunListModel(const Clock *clock, QObject *parent = nullptr);

    void setRuns(const QList<runs::RunSummary> &runs);
    /// One of them has moved on; unknown ones are put in their place.
    void updateRun(const runs::RunSummary &run);
    const runs::RunSummary *find(int runId) const;
    QModelIndex indexOf(int runId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Clock *m_clock;
    QList<runs::RunSummary> m_runs;
};

/// A run's state for a table cell: in words and as a tone. A run that is over says what came of it.
QString runOutcomeWords(const runs::RunSummary &run);
Tone runOutcomeTone(const runs::RunSummary &run);

} // namespace badgewright::ui
