// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "ui/badge_sets/import_store.h"
#include "ui/shell/page.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

class BadgeShelf;
class DraftKeeper;
class ImportDialog;
class Notice;

/// Bringing many badges into the forum: where from, the one window for it, and what is not finished of it, which is kept on
/// this computer and said in a notice.
class BadgeImports : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        const BadgeShelf *shelf;
        DraftKeeper *keeper; ///< whose folder it lies in, where this program holds that
        Notice *notice;
        artwork::DesignStore designs; ///< a copy of the page's: what is taken over is seen there
        QWidget *over; ///< where the questions stand
    };
    BadgeImports(const PageContext &context, const Parts &parts, QObject *parent);
    ~BadgeImports() override;

    /// Asks for a file or a folder, or goes on with the window that is open.
    void choose();
    /// One at a time: what is edited in it is not thrown away for another without a question.
    void open(const QStringList &paths);
    /// Says what is not finished, or that nothing is.
    void sayUnfinished();
    bool hasUnsaved() const;

Q_SIGNALS:
    void ledgerWanted(int runId);
    void designsTaken(); ///< badges of the forum have got designs here

private:
    void goOn();
    void show(const QStringList &paths);
    void discard();
    QString runLeftBehind() const;
    ImportStore store() const;

    PageContext m_context;
    const BadgeShelf *m_shelf;
    DraftKeeper *m_keeper;
    Notice *m_notice;
    artwork::DesignStore m_designs;
    QWidget *m_over;
    QPointer<ImportDialog> m_dialog; ///< also while it is hidden
    bool m_isBarred = false; ///< what lies there must stay: a later version's, or one that could not be set aside
};

} // namespace badgewright::ui
