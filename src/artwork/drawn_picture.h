// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace badgewright::artwork {

/// A picture of a badge on the forum, by what the forum calls it. The forum may have made other bytes of what was sent.
struct ForumPicture {
    UploadId uploadId = 0; ///< 0: the forum does not tell it
    QUrl url;              ///< empty: none

    static ForumPicture of(const Badge &badge) { return {badge.imageUploadId.value_or(0), badge.imageUrl}; }
    bool isSame(const ForumPicture &other) const;
};

/// The picture that a design was drawn to: the file that the studio made, and what became of it on the forum.
struct DrawnPicture {
    QByteArray checksum; ///< SHA-256 of the file, in hex
    qint64 bytes = 0;    ///< of the file
    ForumPicture onForum;
    /// It was sent, but where it lies was not seen yet: the badge's next picture after `onForum` is it.
    bool awaited = false;

    static DrawnPicture of(const QByteArray &file);
    bool isFile(const QByteArray &file) const;
    /// Whether the badge, as the forum has it, shows it.
    bool isShownBy(const Badge &badge) const;

    QByteArray toJson() const;
    static std::optional<DrawnPicture> fromJson(const QByteArray &json);
};

} // namespace badgewright::artwork
