// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_set.h"

#include <QSet>

namespace badgewright::artwork {

enum class SetState {
    New,       ///< the forum has no badge of that name
    Same,      ///< all that is said of it is so there
    Changed,   ///< something differs
    NameClash, ///< another badge has its name: one of the forum itself, or one that the forum grants by a query of its own
    Problem,   ///< something about it stands in the way
};
inline constexpr int kSetStateCount = int(SetState::Problem) + 1;
/// Stable: "new", "same", "changed", "name-clash", "problem".
QString setStateName(SetState state);

enum class SetAction { Skip, Create, Update };
/// Stable: "skip", "create", "update".
QString setActionName(SetAction action);

enum class PictureSameness {
    Same,
    Different,
    Unknown, ///< the forum's could not be looked at
};

/// How a badge stands to what a forum has.
struct SetMatch {
    SetState state = SetState::New;
    BadgeId existing = 0; ///< the forum's badge of that name
    BadgeFields changes;  ///< what an update would send, but for grouping and picture
    bool changesGrouping = false;
    PictureSameness picture = PictureSameness::Same; ///< Different: an update would send it
    QString why; ///< a sentence; may be empty

    /// Everything that differs, by the forum's names; "image_upload_id" is the picture.
    QStringList changedFields() const;
    bool allows(SetAction action) const;
    /// What is done when nobody chooses: what is there already is left as it is.
    SetAction usual() const { return state == SetState::New ? SetAction::Create : SetAction::Skip; }
};

/// By the checksum in its address, by its bytes, or by its pixels. `forumBytes` may be empty: not read. Decodes pictures:
/// not for the thread of the window.
PictureSameness comparePicture(const SetBadge &badge, const Badge &existing, const QByteArray &forumBytes);
/// Whether the forum's picture must be read to tell.
bool needsForumPicture(const SetBadge &badge, const Badge &existing);
/// Cheap: for every key that is typed.
SetMatch matchOf(const SetBadge &badge, const BadgeCatalogue &catalogue, PictureSameness picture);

/// "Bee", "Bee 2", "Bee 3" …: the first that nobody has, within the forum's length.
QString freeName(const QString &name, const QSet<QString> &taken);

} // namespace badgewright::artwork
