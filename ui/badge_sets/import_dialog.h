// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/badge_sets/import_flow.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QAction;
class QPushButton;
class QStackedWidget;

namespace badgewright::ui {

class BadgePictures;
class CountTileRow;
class EmptyState;
class ForumPalette;
class HeaderBar;
class ImportKeeper;
class ImportListModel;
class Notice;
class ProgressStrip;
class RowDetails;
class RunErrand;
class TableView;
class TextLabel;

/// Keeps the rows in one state.
class ImportFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setState(int state); ///< int(SetState) or kLookFilter; -1: all
    void filterAnew();        ///< rows have changed their states

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_state = -1;
};

/// What an import window opens on.
struct ImportOpening {
    QStringList paths;   ///< empty: what is kept in the store is gone on with
    ImportStore store;   ///< where it is kept as long as it is not finished
    artwork::DesignStore designs; ///< that of the whole program
    std::optional<BadgeCatalogue> remembered = {}; ///< what the forum had, for while it cannot be asked
};

/// Many badges at once: a set, a folder or a table, compared with the forum, chosen row by row, published as one run. A
/// window of its own that stands before the one it belongs to and leaves the rest of the program running. Closed, it is
/// kept until it is finished or discarded; where a run is at it, it only hides and looks at what came of that.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const PageContext &context, const ImportOpening &opening, QWidget *parent = nullptr);
    ~ImportDialog() override;

    /// Something would be lost if the program ended now.
    bool hasUnsaved() const;
    /// Something was changed here and is not on the forum yet, also where it is kept; or it is on its way there.
    bool isUnfinished() const { return m_run || m_flow->isToKeep(); }
    /// Waits until what is kept of it is on the disk.
    void settle();
    /// Out of sight until its run is over.
    bool isHiddenForRun() const { return m_hidden; }
    int badges() const { return int(m_flow->rows().size()); }
    int run() const { return m_flow->run(); } ///< of the ledger, that publishes it; 0: none
    /// Closes it, and nothing of it is kept.
    void discard();

Q_SIGNALS:
    void ledgerWanted(int runId);
    void tableWanted(const QString &path); ///< in place of the folder that it lies in
    void designsTaken(); ///< badges of the forum have got designs here
    /// It is out of sight, closed or hidden; what is kept of it is on the disk.
    void leftSight();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void dress();
    void dressRows();
    void dressCurrent();
    void fitColumns();
    void dressFindings();
    void dressHistory();
    void goTo(const QList<int> &rows);
    void filterAnew();
    void showProgress(int done, int total);
    void publish();
    void dressRun();
    void runEnded();
    void takeRun(runs::Run *run);
    void takeUpRun(runs::Run *run);
    void lookForRun();
    void runChanged(runs::Run *run);
    void goOnWithRun();
    bool isStanding() const { return m_flow->run() && !m_run; }
    void endHidden();
    bool isPicturing() const;
    QString whyNotNow() const;
    void sayLost();
    AwaitedDesigns awaitedDesigns() const;
    void keepDesigns();
    QString publishWords() const;
    QList<int> selectedRows() const; ///< of the flow
    void openDetails();
    void sayDesigns();
    void takeDesigns();
    void takeDesigns(const QList<int> &rows);
    void forSelected(const std::function<void(int)> &change);

    ImportFlow *m_flow;
    ImportKeeper *m_keeper;
    ImportListModel *m_model;
    ImportFilter *m_shown;
    HeaderBar *m_header;
    QAction *m_undo;
    QAction *m_redo;
    Notice *m_notice;
    Notice *m_runNotice;
    Notice *m_keepNotice;
    Notice *m_lostNotice; ///< what the person changed and is not there any more
    Notice *m_designNotice;
    QStackedWidget *m_stack;
    QWidget *m_reading;
    TextLabel *m_readingWords;
    ProgressStrip *m_strip;
    EmptyState *m_failed;
    QWidget *m_rowsPage;
    CountTileRow *m_tiles;
    TableView *m_table;
    TextLabel *m_about; ///< everything there is to say of the current row
    QPushButton *m_take;
    QPushButton *m_leave;
    QPushButton *m_rename;
    QPushButton *m_details;
    QPushButton *m_without;
    QPushButton *m_design;
    QPushButton *m_again;
    QPushButton *m_close;
    QPushButton *m_publish;
    RunErrand *m_errand;
    ProgressStrip *m_runStrip;
    TextLabel *m_runCount; ///< of the steps, how many are over
    runs::Plan m_plan;         ///< that the person was asked about last
    QPointer<runs::Run> m_run; ///< under way or paused
    BadgePictures *m_pictures;
    ForumPalette *m_palette;
    QPointer<RowDetails> m_rowDetails;
    QStringList m_lostPictures;
    QStringList m_lostSaid;
    std::optional<bool> m_isNarrow; ///< not looked at yet
    bool m_closeAsked = false;
    bool m_designsWaved = false; ///< the person does not want them
    bool m_hidden = false; ///< closed while a run is at it
    QString m_whyNot; ///< why this connection may publish nothing; empty: it may
};

} // namespace badgewright::ui
