// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <optional>

namespace badgewright::artwork {

/// The badge pictures of one forum that were fetched so far, a file each, named by their address, that may be deleted at any
/// time: so they show when the forum cannot be asked. What it gives was never looked at: read it with checkPicture(), as if
/// it came from the network. (Icons are small, many, and searched by name; those are IconStore's, one file for all.) Knows
/// no state, so any thread may use it.
class PictureStore
{
public:
    static constexpr int kFreshDays = 7;
    static constexpr qint64 kLargest = 10 * 1024 * 1024; ///< of one picture, as BadgeDesk::image() has it
    static constexpr qint64 kMostBytes = 64 * 1024 * 1024;

    /// Keeps nothing.
    PictureStore() = default;
    /// `folder` holds the pictures of all forums; an empty one keeps nothing.
    PictureStore(const QString &folder, const QString &forumId, qint64 mostBytes = kMostBytes);

    bool keeps() const { return !m_folder.isEmpty(); }

    struct Kept {
        QByteArray bytes;
        QDate seen; ///< when the forum last gave it
        bool isFresh(const QDate &today) const { return seen.daysTo(today) < kFreshDays; }
    };
    std::optional<Kept> find(const QUrl &url) const;
    bool has(const QUrl &url) const;
    /// Whole or not at all. Those that the forum gave longest ago go when there are too many.
    Result<Done> keep(const QUrl &url, const QByteArray &bytes, const QDateTime &now) const;
    /// The forum does not have it any more.
    void forget(const QUrl &url) const;
    /// How many bytes it takes until it is so full that another one may soon throw one out. Looks at every file.
    qint64 roomLeft() const;
    /// Together with its connection.
    void removeAll() const;

    /// The address holds the checksum of the file, as Discourse names uploads: it never leads to another picture.
    static bool namesItsContent(const QUrl &url);

private:
    QString path(const QUrl &url) const;
    void throwOutOldest(const QString &butNot) const;

    QString m_folder;
    qint64 m_mostBytes = kMostBytes;
};

} // namespace badgewright::artwork
