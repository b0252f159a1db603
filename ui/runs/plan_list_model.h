// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/kit/theme.h"

#include <QAbstractTableModel>

namespace badgewright::ui {

/// A plan's steps with their verdicts: what Review shows.
class PlanListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RecipientColumn, AccountColumn, RowColumn, WhatColumn, ReasonColumn, VerdictColumn, ColumnCount };
    enum Role { WantedRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    void setPlan(const runs::Plan &plan);
    const runs::Plan &plan() const { return m_plan; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    runs::Plan m_plan;
};

Tone verdictTone(const runs::Step &step);

} // namespace badgewright::ui
