// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/planner.h"
#include "ui/shell/page.h"

#include <QPointer>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace badgewright::ui {

class ActionListModel;
class AwardTypeModel;
class EmptyState;
class Notice;
class PersonField;
class ReputationDialog;
class RunErrand;
class SearchField;
class Spinner;
class TableView;
class TextLabel;

/// AnswerHub: giving an award for an action, or to a person directly, and reputation. Nothing here can be taken back,
/// and the page says so before it is given.
class AwardsPage final : public Page
{
    Q_OBJECT

public:
    explicit AwardsPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Awards"); }
    void activate() override;
    void refresh() override;
    QList<QAction *> commands() const override { return {m_give, m_giveDirectly, m_reputation}; }

private:
    QWidget *makeTypes();
    QWidget *makeActions();
    void dress();
    void readActions(const Account &account);
    void readAction(qint64 id);
    void readPost(const QString &address);
    void find(PendingCall *call);
    bool found(const PendingCall *call);
    void showActions(const QList<Action> &actions);
    void readCount();
    void giveForAction();
    void giveDirectly();
    void planAndGive(const runs::AwardInput &input, const QString &title);
    void giveReputation();
    void confirmAndStart(const runs::Plan &plan, const QString &title, const QString &yes, QWidget *over = nullptr);
    const AwardType *currentType() const;
    const Action *currentAction() const;

    AwardTypeModel *m_types;
    QSortFilterProxyModel *m_shownTypes;
    ActionListModel *m_actions;
    SearchField *m_search;
    QListView *m_typeList;
    TextLabel *m_heading;
    PersonField *m_person;
    QLineEdit *m_post;
    QLineEdit *m_actionId;
    TextLabel *m_holds;
    Spinner *m_spinner;
    Notice *m_notice;
    RunErrand *m_errand;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QAction *m_give;
    QAction *m_giveDirectly;
    QAction *m_reputation;
    Account m_receiver; ///< the person chosen, for giving directly
    ActionId m_typedAction = 0; ///< typed, and could not be read
    QPointer<PendingCall> m_finding; ///< of the actions shown; an answer to another call is late
    QPointer<PendingCall> m_counting;
    QPointer<ReputationDialog> m_dialog;
    bool m_planning = false;
    bool m_readOnce = false;
};

} // namespace badgewright::ui
