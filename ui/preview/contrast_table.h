// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"

#include <QTimer>
#include <QWidget>

class QStandardItemModel;

namespace badgewright::ui {

class TableView;
class TextLabel;

/// How a badge's glyph or picture stands out from everything it is shown on, beside what WCAG asks.
class ContrastTable : public QWidget
{
    Q_OBJECT

public:
    explicit ContrastTable(QWidget *parent = nullptr);
    void setBadge(const artwork::PreviewInput &input);

private:
    void fill();

    artwork::PreviewInput m_input;
    TableView *m_table;
    QStandardItemModel *m_model;
    TextLabel *m_words;
    QTimer m_soon; ///< every pixel is looked at, and a person types
};

} // namespace badgewright::ui
