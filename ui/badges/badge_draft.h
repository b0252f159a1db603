// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_prepare.h"
#include "forum/badge.h"

#include <optional>

namespace badgewright::ui {

/// A picture that was chosen here, with what it was made of, so that it can be made anew in another way.
struct ChosenPicture {
    artwork::CheckedPicture original;
    bool square = true; ///< padded to a square
    bool trim = true;   ///< without its empty border
    artwork::PreparedPicture prepared;
    int side = artwork::kAutomaticSide; ///< that somebody chose
};

/// What a person has changed about one badge and not published yet.
struct BadgeDraft {
    BadgeId id = 0;                       ///< below zero: the forum does not have it yet
    Badge published;                      ///< as the forum has it; for a new badge, how it would start
    Badge edited;                         ///< as the person wants it
    std::optional<ChosenPicture> picture; ///< chosen here, uploaded when it is published
    /// The forum's names of fields that were changed here and, since, on the forum: `edited` has ours, `published` theirs.
    QStringList clashes = {};

    bool isNew() const { return id < 0; }
    bool isChanged() const;
    /// What would have to be sent, except the picture.
    BadgeFields fields() const;
    /// The changed fields as the window calls them: "name", "picture" …; for a new badge those that were filled in.
    QStringList changedWords() const;
    /// Sentences about what stands in the way of publishing; empty: nothing.
    QStringList problems(const BadgeCatalogue &catalogue) const;
    /// Those about its name; empty: it is fine, or nothing was filled in yet.
    QString nameProblem(const BadgeCatalogue &catalogue) const;
    /// One of them: where it is to stand is not, or not any more, among the groupings of the forum; empty: it is. One that it
    /// stands in already is the forum's affair.
    QString groupingProblem(const QList<GroupingId> &there) const;
    /// The same changes laid over what the forum has now. Where both sides changed a field, it clashes.
    BadgeDraft rebased(const Badge &now) const;
    /// What was changed about it since it was `sent`, laid over what came of that on the forum.
    BadgeDraft changedSince(const BadgeDraft &sent, const Badge &now) const;
    /// A new badge that the forum may have by now: all fields are the same. With a picture chosen here it has one as well,
    /// which may be another.
    bool isOnForumAs(const Badge &badge) const;
    /// The clashes that still matter: ours and theirs differ.
    QStringList openClashes() const;
    /// Ends the clashes: theirs is taken there, all other changes stay.
    void takeTheirs();
    void keepOurs() { clashes.clear(); }

    /// A picture will be shown: either chosen here or kept from the forum.
    bool hasPicture() const { return picture.has_value() || !edited.imageUrl.isEmpty(); }
    void choosePicture(const ChosenPicture &chosen);
    void removePicture();

    bool operator==(const BadgeDraft &other) const;

private:
    QString namesakeProblem(const BadgeCatalogue &catalogue) const;
};

} // namespace badgewright::ui
