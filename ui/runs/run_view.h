// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "ui/shell/page.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QSortFilterProxyModel;

namespace badgewright::ui {

class Notice;
class ProgressStrip;
class StepListModel;
class TableView;
class TextLabel;

/// A run while it goes, and what came of it: progress told honestly, states in words and colour.
class RunView : public QWidget
{
    Q_OBJECT

public:
    explicit RunView(const PageContext &context, QWidget *parent = nullptr);
    void setRun(runs::Run *run);
    Notice *notice() const { return m_notice; }
    /// Gives the keyboard to the steps.
    void takeFocus();

private:
    void dress();
    void dressPills();

    PageContext m_context;
    QPointer<runs::Run> m_run;
    Notice *m_notice;
    TextLabel *m_count;
    TextLabel *m_speed;
    TextLabel *m_pause;
    ProgressStrip *m_progress;
    QHBoxLayout *m_pills;
    StepListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table;
};

} // namespace badgewright::ui
