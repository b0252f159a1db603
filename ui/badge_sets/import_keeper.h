// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badge_sets/import_store.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace badgewright::ui {

class ImportFlow;

/// Keeps an import on this computer as long as something in it was changed here and is not on the forum, a run is at it, or
/// it could not be published: a moment after each change and in another thread, so that neither a crash nor closing loses it.
class ImportKeeper final : public QObject
{
    Q_OBJECT

public:
    /// The flow outlives this.
    ImportKeeper(ImportFlow *flow, const ImportStore &store, QObject *parent);
    ~ImportKeeper() override; ///< writes what is not written yet

    /// Whether nothing is lost when the program ends now; writes what is not written yet and waits for it.
    bool keepsAll();
    /// Waits until the disk has it as it is now.
    void settle();
    /// Removes it from this computer. Nothing is kept from now on.
    void discard();

Q_SIGNALS:
    void trouble(const QString &why); ///< it could not be written; said once, until writing works again
    void keepingAgain();

private:
    void write();
    void written(const Result<Done> &result);

    ImportFlow *m_flow;
    ImportStore m_store;
    QThreadPool m_thread; ///< one thread: files are written in the order of the changes
    QTimer m_soon;
    std::shared_ptr<ImportStore::Written> m_written = std::make_shared<ImportStore::Written>(); ///< the thread's own
    bool m_changed = false;
    bool m_failed = false;
};

} // namespace badgewright::ui
