// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QStackedWidget;
class QTimer;

namespace badgewright::ui {

class EmptyState;
class Notice;
class PlanOpening;
class RunDetail;
class RunListModel;
class SearchField;
class TableView;

/// Every run of this forum, with what came of each step; from here it is resumed, retried, undone, exported.
/// Saved plans are opened here. open(): a run's id, or a plan file as a QUrl; an empty one asks for the file.
class LedgerPage final : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Ledger"); }
    void activate() override;
    void refresh() override;
    void open(const QVariant &argument) override;
    QList<QAction *> commands() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitColumns();
    void choose(int runId);
    void read();
    int newest() const; ///< of the runs that are listed; 0: none
    void exportRun(int runId, bool json);

    int m_besides = 0; ///< the one that is listed though it was not found
    int m_asked = 0;  ///< shown whatever is searched for: somebody asked for it
    int m_newest = 0; ///< when the page was last in view
    RunListModel *m_model;
    TableView *m_table;
    QTimer *m_fitSoon; ///< a run changes many times in a second
    SearchField *m_search;
    RunDetail *m_detail;
    Notice *m_notice;
    PlanOpening *m_opening;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QAction *m_openPlan;
    QAction *m_exportCsv;
    QAction *m_exportJson;
};

} // namespace badgewright::ui
