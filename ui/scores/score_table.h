// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/table_view.h"

namespace badgewright::ui {

/// The grid of score events: a bar at the beginning of each row with a correction that is not sent yet.
class ScoreTable : public TableView
{
    Q_OBJECT

public:
    using TableView::TableView;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace badgewright::ui
