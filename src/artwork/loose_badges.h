// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/folder_pictures.h"

namespace badgewright::artwork {

/// Many badges at once that are no set yet: pictures, or the rows of a table. What is wrong with one is a problem of its
/// row. Pure functions: may run in any thread. Cancelled: `progress` says that nobody waits.

/// A badge for each picture, named after its file.
Result<BadgeSet> badgesFromPictures(const QStringList &paths, const SetReading &reading = {}, const SetProgressPtr &progress = {});
/// Those lying in the folder and the folders in it, by name. Links that lead out of it are not followed: such a picture is a
/// problem of its row, and what else was not looked at is a remark. RefusedHere: there are none, or too many.
Result<BadgeSet> badgesFromFolder(const QString &folder, const SetReading &reading = {}, const SetProgressPtr &progress = {}, const FolderLimits &limits = {});

/// A row of a table, as a spreadsheet counts.
struct TextRow {
    int number = 0;
    QStringList cells;
};
/// The first row names the columns: name, description, long description, picture, icon, type, grouping, allow title,
/// multiple grant, listable, show posts, show in post header, enabled; in any order, other ones are passed over. An empty cell
/// says nothing, so it clears nothing. Pictures are looked for in `folder` and below it, nowhere else. RefusedHere: no column is called name or picture, or too many rows.
Result<BadgeSet> badgesFromRows(const QList<TextRow> &rows, const QString &folder, const SetReading &reading = {},
                                const SetProgressPtr &progress = {});

/// "bee_keeper-2.png" as a name: "Bee keeper 2".
QString badgeNameFromFile(const QString &path);

} // namespace badgewright::artwork
