// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/set_comparison.h"
#include "artwork/set_look_up.h"
#include "forum/forum.h"
#include "runs/planner.h"

namespace badgewright::ui {

// The way of many badges to a forum, for the window and the command line alike.

/// How pictures are read and made for this forum.
artwork::SetReading readingFor(const SiteInfo &site);

/// A set, a folder of pictures, a table of badges or a single picture, whatever `path` is. Pure: for a worker thread.
/// RefusedHere and File with a sentence.
Result<artwork::BadgeSet> readBadges(const QString &path, const artwork::SetReading &reading, const artwork::SetProgressPtr &progress);
/// The same for several pictures at once.
Result<artwork::BadgeSet> readBadges(const QStringList &paths, const artwork::SetReading &reading, const artwork::SetProgressPtr &progress);
/// The tables that lie in a folder, with their paths.
QStringList tablesIn(const QString &folder);
/// Whether readBadges would make something of it, by its name: for what is dragged over the window.
bool mayHoldBadges(const QString &path);

/// One badge of what is imported, and what is to be done with it.
struct ImportRow {
    artwork::SetBadge badge;
    artwork::SetMatch match;
    artwork::SetAction action = artwork::SetAction::Skip;
    QList<artwork::Finding> findings = {}; ///< "what the forum will do to it"; empty: not looked at
};

/// What has to be asked of the forum before rows can be told apart: pictures to compare, icons.
artwork::SetQuestions questionsFor(const QList<artwork::SetBadge> &badges, const BadgeCatalogue &catalogue, bool mayReadIcons);
/// How each badge's picture stands to that of the forum's badge of the same name. Decodes: for a worker thread.
QList<artwork::PictureSameness> comparePictures(const QList<artwork::SetBadge> &badges, const BadgeCatalogue &catalogue,
                                                const artwork::SetAnswers &answers);
/// Says so where the forum does not have its icon, and which ones come near.
void remarkUnknownIcon(artwork::SetBadge *badge, const artwork::SetAnswers &answers);
/// Says so where the forum does not have its grouping yet.
void remarkNewGrouping(artwork::SetBadge *badge, const BadgeCatalogue &catalogue);
/// Whether the forum is one that knows the post header at all.
bool knowsPostHeader(const BadgeCatalogue &catalogue);

/// What is created and updated, as one plan; groupings that the forum lacks are made first.
runs::Plan planImport(const ForumPtr &forum, const BadgeCatalogue &catalogue, const QList<ImportRow> &rows, const artwork::BadgeSet &set,
                      const Clock &clock);

/// The findings to be looked at that are about what goes to the forum, the worst first.
QList<artwork::Finding> lookFindings(const ImportRow &row);
/// Whether there is something about it that a person should look at before it goes to the forum, though it may go.
bool isToLookAt(const ImportRow &row);

/// All that is said of it beside its state: remarks, and what is to be looked at.
QStringList remarksOf(const ImportRow &row);
/// The remarks that its findings do not say.
QStringList remarksBesideFindings(const ImportRow &row);
/// "New", "Same as on the forum", "Changed: description, picture" …
QString stateWords(const artwork::SetMatch &match);
/// The same with the file that the row comes from, where something about it stands in the way: "bee.png: This file is empty."
QString stateWordsOf(const ImportRow &row);

} // namespace badgewright::ui
