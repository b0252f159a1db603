// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "runs/ledger.h"
#include "support/clock.h"

namespace badgewright::runs {

/// An undo as the ledger alone has it, and which steps it takes back.
struct UndoDraft {
    struct Taken {
        StepRecord record;
        bool pictureFromForum = false; ///< it was not kept; the step has its number at most
    };
    Plan plan;
    QList<Taken> taken; ///< for each step of the plan the one that it takes back
};

Result<UndoDraft> draftUndo(const Ledger &ledger, int runId, const ForumPtr &forum, const Clock &clock);
bool changesNothing(const PublishBadgeStep &step);
/// The file that was served there, ready to be sent again.
Picture oldPicture(const QUrl &url, const QByteArray &bytes);
/// The sentence for Review.
QString pictureIsLost(const QString &badge);

} // namespace badgewright::runs
