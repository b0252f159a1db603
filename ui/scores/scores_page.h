// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QPointer>

class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace badgewright::ui {

class AddEventDialog;
class DaySpanField;
class EmptyState;
class Notice;
class PersonField;
class PillLabel;
class RecalculateDialog;
class RunErrand;
class ScoreListModel;
class ScoreReader;
class ScoreSummary;
class SearchField;
class Spinner;
class TableView;
class TextLabel;
struct Question;

/// Score events of a forum by day and person: read, add, correct, void. Corrections are staged in the grid and sent
/// together. open(): a username.
class ScoresPage final : public Page
{
    Q_OBJECT

public:
    explicit ScoresPage(const PageContext &context, QWidget *parent = nullptr);
    ~ScoresPage() override;

    QString title() const override { return tr("Scores"); }
    void activate() override;
    void refresh() override;
    void open(const QVariant &argument) override;
    QList<QAction *> commands() const override { return {m_add, m_void, m_refresh, m_recalculate}; }
    bool hasUnsaved() const override;

private:
    QWidget *makeFilters();
    QWidget *makeBar();
    void showEvents(const QList<ScoreEvent> &events, const QList<QDate> &cutDays);
    void readPeople();
    void sayCount();
    void stopReading();
    void summarise();
    void dressStaged();
    /// The sentence, and the editor open again with what was typed: nothing is lost.
    void askAgain(const QString &sentence, const QModelIndex &index, const QString &typed);
    void voidSelected();
    void addEvent();
    void askForRecalculation();
    void recalculate(const runs::Plan &plan);
    void applyStaged();
    void enterPoints(const runs::Plan &plan);
    void send(const runs::Plan &plan, const Question &question, QWidget *over = nullptr);
    void readQuota();

    ScoreListModel *m_model;
    QSortFilterProxyModel *m_shown;
    ScoreReader *m_reader;
    QHash<AccountId, Account> m_people;
    PersonField *m_person;
    DaySpanField *m_span;
    SearchField *m_search;
    TextLabel *m_count;
    Spinner *m_spinner;
    QPushButton *m_stop;
    ScoreSummary *m_summary;
    Notice *m_readNotice; ///< what is to be said of the list
    Notice *m_notice;     ///< what came of what was sent
    QString m_refusal; ///< what the notice says of a cell that was not taken
    RunErrand *m_errand;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_bar;
    PillLabel *m_stagedPill;
    TextLabel *m_stagedWords;
    QPushButton *m_apply;
    QAction *m_add;
    QAction *m_void;
    QAction *m_refresh;
    QAction *m_recalculate;
    QPointer<AddEventDialog> m_dialog;
    QPointer<RecalculateDialog> m_recalculateDialog;
    QPointer<PendingCall> m_finding; ///< of the person to be shown
    QDateTime m_readAt;
    bool m_readOnce = false;
    bool m_stale = false; ///< a run changed points meanwhile
};

} // namespace badgewright::ui
