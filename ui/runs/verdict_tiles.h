// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/count_tiles.h"

#include <QList>

class QSortFilterProxyModel;

namespace badgewright::runs {
struct Step;
}

namespace badgewright::ui {

class PlanListModel;

/// Under which tile a step is counted. What is sent is one number, the same as on the button, and what waits for the
/// person another; else each verdict has its own.
int tileOf(const runs::Step &step);

/// The counts of a plan by verdict, each of which shows its rows alone when it is pressed.
class VerdictTiles : public CountTileRow
{
    Q_OBJECT

public:
    VerdictTiles(PlanListModel *model, QWidget *parent);
    /// The rows of the pressed tile, or all.
    QSortFilterProxyModel *rows() const;
    /// Counts the model's plan anew. While it has no steps the tiles stay, and with them the filter.
    void count();
    /// Presses none.
    void showAll();

private:
    class Filter;

    PlanListModel *m_model;
    Filter *m_filter;
    QList<int> m_keys;
};

} // namespace badgewright::ui
