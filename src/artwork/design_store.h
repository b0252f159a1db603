// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"
#include "artwork/drawn_picture.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace badgewright::artwork {

/// The designs of one forum's badges on this computer, a file each: the one whose picture the badge has, and beside it the
/// draft that is being worked on. Files are written whole or not at all. What is there is remembered, so that asking for it
/// costs nothing; copies share that memory, and one program has one for each forum, copied to whoever needs it. Used from
/// one thread; what only reads the disk, from any.
class DesignStore
{
public:
    /// `folder` holds the designs of all forums; an empty one keeps nothing.
    DesignStore(const QString &folder, const QString &forumId);

    /// The key of a badge that the forum has.
    static QString keyOf(BadgeId id);
    /// A key for a badge that the forum does not have yet. Never the same twice.
    static QString newKey();

    enum class Stage { InUse, Draft };
    /// By which a file that somebody else has written is told.
    struct Stamp {
        QDateTime modified; ///< invalid: there is no such file
        qint64 size = 0;
        bool operator==(const Stamp &) const = default;
    };
    /// As it is on the disk now. Whoever goes on with what is there takes it before reading, and hands it to keep() and remove().
    Stamp stamp(const QString &key, Stage stage) const;
    /// Conflict: another program has written it since it was `seen`; theirs stays. Without `seen` it takes the place of whatever is there.
    Result<Done> keep(const QString &key, Stage stage, const BadgeDesign &design, const std::optional<Stamp> &seen = {});
    /// Reads the disk. NotFound: there is none. RefusedHere, File: there is one that cannot be read, and why.
    Result<BadgeDesign> read(const QString &key, Stage stage) const;
    /// As it was when the folder was last looked at.
    bool has(const QString &key, Stage stage) const;
    /// When the design in use was written; invalid: there is none.
    QDateTime keptAt(const QString &key) const;
    /// Others may have been at it: what is there is looked at again when it is next asked for.
    void lookAgain();

    /// The picture that the design in use was drawn to; none: it is older than this record, and counts as the badge's.
    std::optional<DrawnPicture> picture(const QString &key) const;
    Result<Done> keepPicture(const QString &key, const DrawnPicture &picture);
    /// Whether the badge, as the forum has it, shows what the design in use was drawn to. False where there is no design. Asks the disk.
    bool isDesignOf(const QString &key, const Badge &onForum) const;

    /// What another program has written since it was `seen` stays.
    void remove(const QString &key, Stage stage, const std::optional<Stamp> &seen = {});
    /// Puts a file that cannot be read out of the way, under another name, so that nothing overwrites it.
    void setAside(const QString &key, Stage stage);
    /// Both of them now belong to another key; what that one had is replaced. Where there is neither, nothing happens.
    void move(const QString &key, const QString &to);

    /// All in use that begin so. Reads the disk.
    QStringList keys(const QString &beginning) const;

    struct Loose {
        QString key;
        QString title;
    };
    /// Drafts and designs of badges that were never published, the newest first; without the keys that are in use now.
    QList<Loose> loose(const QStringList &inUse) const;

private:
    struct Memory;

    QString path(const QString &key, Stage stage) const;
    QString picturePath(const QString &key) const;
    bool isThere(const QString &key, Stage stage) const;
    bool remembers(const QString &path) const;
    bool isSomebodyElses(const QString &path, const std::optional<Stamp> &seen) const;
    Result<Done> write(const QString &path, const QByteArray &bytes);
    void removeFile(const QString &path);
    void renameFile(const QString &path, const QString &to);

    QString m_folder;
    std::shared_ptr<Memory> m_memory;
};

} // namespace badgewright::artwork
