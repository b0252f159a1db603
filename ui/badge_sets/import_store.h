// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badge_sets/kept_import.h"

namespace badgewright::ui {

/// The unfinished import of one forum on this computer, among the drafts of the same forum and gone with them: what was
/// read of its source, what was made of it, and the pictures. Files are written whole or not at all, and what names another
/// file is written after it. Knows no state, so any thread may use it, one at a time.
class ImportStore
{
public:
    ImportStore() = default; ///< keeps nothing
    /// `folder` holds the drafts of all forums; an empty one keeps nothing.
    ImportStore(const QString &folder, const QString &forumId);

    bool keeps() const { return !m_folder.isEmpty(); }

    /// What is on the disk already, so that a changed word does not write a hundred pictures again.
    struct Written {
        quint64 set = 0; ///< which one, by the caller's own count
        QString setFile;
        QStringList pictures; ///< that it names
        QSet<QString> whole; ///< keys of pictures that were written, or looked at byte by byte, since this was made
    };
    /// `set`: another number where the set has been read anew. File: a sentence.
    Result<Done> write(const KeptImport &kept, quint64 set, Written *written) const;
    void remove() const;

    struct Found {
        int badges = 0;       ///< 0: there is none that could be gone on with
        QString why;          ///< there is one that cannot be read, and why; a sentence
        bool isLater = false; ///< a later version of this program wrote it: nothing may be written there
        int run = 0;          ///< that publishes it; 0: none
    };
    /// Cheap: looks at no picture.
    Found look() const;
    /// Puts one that cannot be read out of the way, so that nothing overwrites it; where it is now. File: it is where it was.
    Result<QString> setAside() const;
    QString folder() const { return m_folder; }
    /// Decodes the pictures: for a worker thread. File, RefusedHere with a sentence.
    Result<KeptImport> read(const artwork::SetReading &reading, const artwork::SetProgressPtr &progress) const;

private:
    QString path(const QString &file) const { return m_folder + u'/' + file; }
    Result<QByteArray> readImport() const;
    std::optional<artwork::SetPicture> findPicture(const Picture &file, const QString &fileKey, const Picture &upload, const QString &uploadKey,
                                                   const artwork::SetReading &reading) const;

    QString m_folder;
};

} // namespace badgewright::ui
