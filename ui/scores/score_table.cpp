// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/score_table.h"

#include "ui/kit/theme.h"
#include "ui/scores/score_list_model.h"

#include <QPainter>

namespace badgewright::ui {

namespace {
constexpr int kBar = 3;
}

void ScoreTable::paintEvent(QPaintEvent *event)
{
    TableView::paintEvent(event);
    if (!model())
        return;
    QPainter painter(viewport());
    const int x = layoutDirection() == Qt::LeftToRight ? 0 : viewport()->width() - kBar;
    for (int row = qMax(0, rowAt(0)); row < model()->rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        if (model()->index(row, 0).data(ScoreListModel::StagedRole).toBool())
            painter.fillRect(x, rowViewportPosition(row), kBar, rowHeight(row) - 1, tokens(this).accent);
    }
}

} // namespace badgewright::ui
