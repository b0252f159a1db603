// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_set.h"

namespace badgewright::artwork {

/// How far a folder is looked into: somebody may drop the whole of a disk.
struct FolderLimits {
    int depth = 8;       ///< folders in folders
    int files = 20'000;  ///< of any kind, folders too
};

/// The pictures of a folder and of the folders in it, by their names. Links are followed only where they stay inside.
struct FolderPictures {
    struct File {
        QString path;    ///< where it really lies
        QString name;    ///< from the folder on: "summer/bee.png"
        QString problem; ///< why it must not be read, a sentence; then `path` is empty
    };
    QList<File> files;
    int others = 0; ///< files that are no pictures by their names
    QStringList otherNames; ///< of the first few of those
    QStringList remarks; ///< what was not looked at

    /// RefusedHere: more files than the limit. File: the folder itself cannot be read. Cancelled: `progress` says that nobody waits.
    static Result<FolderPictures> of(const QString &folder, const FolderLimits &limits = {}, const SetProgressPtr &progress = {});
};

/// Whether a file's name is that of a picture.
bool isPictureName(const QString &path);

} // namespace badgewright::artwork
