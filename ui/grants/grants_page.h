// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"
#include "ui/shell/page.h"

#include <QPointer>

class QComboBox;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace badgewright::ui {

class EmptyState;
class GrantDialog;
class GrantListModel;
class Notice;
class PersonField;
class RunErrand;
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
    QList<QAction *> commands() const override { return {m_grant, m_revoke, m_revokeList}; }
    bool hasUnsaved() const override;

    /// Opens the dialog for this badge; without one it asks there.
    void grant(const QList<Badge> &badges) { openDialog(badges, GrantFlow::Purpose::Grant); }

private:
    void openDialog(const QList<Badge> &badges, GrantFlow::Purpose purpose);
    QWidget *makeFilters();
    void dressMode();
    void dressRevoke();
    void readCatalogue();
    void fillBadges();
    void readList();
    void readHolders(BadgeId badge, int offset);
    void readPerson();
    void reading(PendingCall *call);
    bool ended(const PendingCall *call);
    void stopReading();
    void showState();
    void showEmpty(const QString &sentence);
    void showError(const Error &error, const QString &what);
    void revokeSelected();
    const Badge *currentBadge() const;

    enum class State { Unread, Reading, Read };

    BadgeCatalogue m_catalogue;
    GrantListModel *m_model;
    QSortFilterProxyModel *m_shown;
    SegmentedControl *m_mode;
    QComboBox *m_badge;
    QWidget *m_badgeLabel;
    PersonField *m_person;
    SearchField *m_search;
    Spinner *m_spinner;
    QPushButton *m_stop;
    TextLabel *m_count;
    Notice *m_notice;
    RunErrand *m_errand;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QAction *m_grant;
    QAction *m_revoke;
    QAction *m_revokeList;
    QPointer<PendingCall> m_reading; ///< of the list; an answer to another call is late
    QPointer<PendingCall> m_finding; ///< of the person to be shown
    QString m_emptySentence;         ///< what an empty list means
    QList<QPointer<GrantDialog>> m_dialogs;
    BadgeId m_wantedBadge = 0; ///< to be shown as soon as the badges are read
    State m_state = State::Unread; ///< of the badges
    bool m_stale = false;          ///< a run changed the forum meanwhile
};

} // namespace badgewright::ui
