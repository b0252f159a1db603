// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/draft_store.h"

#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace badgewright::ui {

class BadgeShelf;

/// Keeps the drafts of a shelf on this computer, a moment after each change and in another thread, so that neither a crash
/// nor quitting loses what was not published. One program at a time keeps those of a forum: a second one reads and writes
/// none of them.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// `keyOf` names a badge's files. It and the shelf outlive this.
    DraftKeeper(BadgeShelf *shelf, const DraftStore &store, std::function<QString(BadgeId)> keyOf, QObject *parent);
    ~DraftKeeper() override; ///< writes what is not written yet

    /// Reads what was kept; loaded() comes from the event loop, once. Nothing is written before.
    void load(const SiteInfo &site);
    bool isLoaded() const { return m_loaded; }
    const std::optional<CatalogueOnFile> &catalogue() const { return m_catalogue; }
    void keepCatalogue(const CatalogueOnFile &kept);

    /// Whether what is on the shelf is safe on this computer; writes what is not written yet and waits for it.
    bool keepsAll();
    /// Whether it is meant to be, as far as is known.
    bool isKeeping() const { return m_store.keeps() && !m_elsewhere && !m_failed; }
    /// Whether what lies beside the drafts of this forum is this program's to read and write.
    bool hasFolder() { return m_store.keeps() && isOurs(); }

Q_SIGNALS:
    void loaded(const badgewright::ui::DraftStore::Everything &all);
    void trouble(const QString &why); ///< something could not be written; said once, until writing works again
    void keepingAgain();
    void keptElsewhere(const QString &lockFile); ///< another program has the forum's drafts; once

private:
    bool isOurs();
    QString fileKey(BadgeId id) const;
    void write();
    void written(const Result<Done> &result, const QStringList &stillThere);

    BadgeShelf *m_shelf;
    DraftStore m_store;
    std::function<QString(BadgeId)> m_keyOf;
    QThreadPool m_thread; ///< one thread: files are written in the order of the changes
    QTimer m_soon;
    QHash<QString, BadgeDraft> m_kept; ///< what the files have
    QSet<QString> m_keys;              ///< whose files are there
    QStringList m_laterKeys;           ///< whose files belong to a later version of this program
    std::optional<CatalogueOnFile> m_catalogue;
    bool m_catalogueChanged = false;
    std::unique_ptr<QLockFile> m_lock;
    bool m_elsewhere = false;
    bool m_loading = false;
    bool m_loaded = false;
    bool m_failed = false;
};

} // namespace badgewright::ui
