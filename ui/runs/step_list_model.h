// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/ledger.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

namespace badgewright::ui {

/// The steps of a run as rows: who, what, state, time. Rows stand in the order of the run.
class StepListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RowColumn, RecipientColumn, AccountColumn, WhatColumn, StateColumn, WordsColumn, TimeColumn, ColumnCount };
    enum Role {
        PositionRole = Qt::UserRole + 1,
        NeedsLookRole, ///< failed, or nobody knows: what a run counts as failed
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(const QList<runs::StepRecord> &steps);
    void updateStep(const runs::StepRecord &step);
    const QList<runs::StepRecord> &steps() const { return m_steps; }
    /// Whether a column tells something: What differs between steps, an account is not what the recipient is called,
    /// there are rows in the source.
    bool tells(Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void lookWhatTells();

    QList<runs::StepRecord> m_steps;
    bool m_whatTells = false;
    bool m_accountTells = false;
    bool m_rowTells = false;
    bool m_ofBadges = false; ///< not of people
};

/// What the forum said, or why a step failed where it said nothing. For one line.
QString stepRemark(const runs::StepRecord &step);
Tone stepTone(runs::StepState state);

} // namespace badgewright::ui
