// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "ui/badges/draft_file.h"

namespace badgewright::ui {

/// The unpublished badges of one forum on this computer: a file for each, beside it the picture that was chosen, and what
/// the forum had when it was last read. Files are written whole or not at all. Knows no state, so any thread may use it,
/// one at a time.
class DraftStore
{
public:
    /// `folder` holds the drafts of all forums; an empty one keeps nothing.
    DraftStore(const QString &folder, const QString &forumId);

    bool keeps() const { return !m_folder.isEmpty(); }

    /// `key` as artwork::DesignStore has it: the same for a badge's draft and its design.
    Result<Done> write(const QString &key, const BadgeDraft &draft) const;
    void remove(const QString &key) const;
    Result<Done> writeCatalogue(const CatalogueOnFile &kept) const;

    struct Kept {
        QString key;
        BadgeDraft draft; ///< laid over what the forum had then; a new one has the id -1
    };
    struct Everything {
        QList<Kept> drafts;
        QStringList troubles; ///< sentences about what could not be read; its files are set aside, not thrown away
        QStringList laterKeys; ///< whose files a later version of this program wrote: they stay as they are
        std::optional<CatalogueOnFile> catalogue;
    };
    /// Decodes pictures: for a worker thread.
    Everything readAll(const SiteInfo &site) const;
    /// Changes nothing, as readAll() may.
    std::optional<CatalogueOnFile> readCatalogue() const;
    int count() const;
    /// Beside the folder. Whoever holds it has the folder for itself.
    QString lockFile() const { return m_folder + QStringLiteral(".lock"); }

    /// The forum's own; empty: nothing is kept. Others of the same forum lie in folders below it.
    QString folder() const { return m_folder; }

    /// Together with its connection.
    void removeAll() const;

private:
    QString path(const QString &file) const { return m_folder + u'/' + file; }
    QString setAside(const QString &file) const;
    QString readPicture(const DraftOnFile &kept, const SiteInfo &site, BadgeDraft *draft) const;
    QStringList files() const;

    QString m_folder;
};

} // namespace badgewright::ui
