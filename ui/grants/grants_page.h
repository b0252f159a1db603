// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "ui/shell/page.h"

#include <QPointer>

class QComboBox;
class QSortFilterProxyModel;
class QStackedWidget;

namespace badgewright::ui {

class EmptyState;
class GrantDialog;
class GrantListModel;
class Notice;
class PersonField;
class SearchField;
class SegmentedControl;
class Spinner;
class TableView;
class TextLabel;

/// Who holds what: the holders of a badge, or the badges of a person; grant and revoke from there.
/// open(): a badge id (a number), or a username.
class GrantsPage final : public Page
{
    Q_OBJECT

public:
    explicit GrantsPage(const PageContext &context, QWidget *parent = nullptr);
    ~GrantsPage() override;

    QString title() const override { return tr("Grants"); }
    void activate() override;
    void refresh() override;
    void open(const QVariant &argument) override;
    QList<QAction *> commands() const override { return {m_grant, m_revoke}; }

    /// Opens the dialog for this badge; without one it asks there.
    void grant(const QList<Badge> &badges);

private:
    QWidget *makeFilters();
    void dressMode();
    void readHolders(int offset);
    void readPerson();
    void showState(const QString &emptySentence);
    void showError(const Error &error);
    void revokeSelected();
    void watch(runs::Run *run);
    const Badge *currentBadge() const;

    BadgeCatalogue m_catalogue;
    GrantListModel *m_model;
    QSortFilterProxyModel *m_shown;
    SegmentedControl *m_mode;
    QComboBox *m_badge;
    QWidget *m_badgeLabel;
    PersonField *m_person;
    SearchField *m_search;
    Spinner *m_spinner;
    TextLabel *m_count;
    Notice *m_notice;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QAction *m_grant;
    QAction *m_revoke;
    QPointer<PendingCall> m_reading;
    QList<QPointer<GrantDialog>> m_dialogs;
    BadgeId m_wantedBadge = 0;
    bool m_readOnce = false;
};

} // namespace badgewright::ui
