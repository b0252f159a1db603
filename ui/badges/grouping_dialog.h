// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/grouping_changes.h"
#include "ui/shell/page.h"

#include <QDialog>
#include <QPointer>

class QAction;
class QComboBox;
class QListView;
class QPushButton;

namespace badgewright::runs {
class Run;
}

namespace badgewright::ui {

class GroupingListModel;
class Notice;
class RunErrand;
class TextLabel;

/// The groupings of a forum: added, renamed, put in order, removed with their badges moved first. Before anything is saved
/// the forum is looked at again; what somebody else did meanwhile is said, and what was done here laid over it.
class GroupingDialog : public QDialog
{
    Q_OBJECT

public:
    GroupingDialog(const PageContext &context, const BadgeCatalogue &catalogue, QWidget *parent);

    bool hasUnsaved() const;

Q_SIGNALS:
    /// They are on the forum. `moved`: removed groupings, and where their badges are now.
    void saved(const QHash<badgewright::GroupingId, badgewright::GroupingId> &moved);
    void ledgerWanted(int runId);

public Q_SLOTS:
    void reject() override;

private:
    void makeActions();
    void layOut();
    void dress();
    int current() const;
    void choose(int row);
    void add();
    void rename();
    void moveBy(int rows);
    void removeOrBringBack();
    QList<GroupingRow> targetsFor(GroupingId id) const;
    void showTargets(const GroupingRow &row);
    void takeCatalogue(const BadgeCatalogue &catalogue);
    void save();
    void compare(const BadgeCatalogue &now);
    void askToSave();
    void ended(runs::Run *run);
    QHash<GroupingId, GroupingId> moves() const;

    PageContext m_context;
    BadgeCatalogue m_catalogue; ///< what the changes began with
    GroupingListModel *m_model;
    QListView *m_view;
    QAction *m_add;
    QAction *m_rename;
    QAction *m_up;
    QAction *m_down;
    QAction *m_remove;
    QWidget *m_targetRow;    ///< of a removed grouping: where its badges go
    QComboBox *m_target;
    TextLabel *m_targetLabel;
    TextLabel *m_summary;
    Notice *m_notice;
    QPushButton *m_save;
    QPushButton *m_close;
    RunErrand *m_errand;
    QPointer<PendingCall> m_reading;
    bool m_leaving = false;
};

} // namespace badgewright::ui
