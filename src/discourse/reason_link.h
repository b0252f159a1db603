// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QUrl>

namespace badgewright::discourse {

/// What a link to a topic or post names, before the forum was asked.
struct ReasonLink {
    qint64 topicId = 0;
    int postNumber = 0;   ///< 0: none was named
    bool lastPost = false;
    qint64 postId = 0;    ///< of /p/ and /posts/
    QString slug;         ///< of /t/<slug> without an id
};

/// Reads every way a person may write one: whole addresses, without https://, paths, with ?u= and #post_4, /t/ with and
/// without a slug, /n/ likewise, /p/, /posts/, /posts/by_number/. RefusedHere, with the sentence, when it is no such
/// link or not of this forum.
Result<ReasonLink> parseReasonLink(const QString &written, const QUrl &base);

/// <base>/t/-/<topic>/<post number>: the one form that every forum takes as a reason and remembers.
QUrl reasonUrl(const QUrl &base, qint64 topicId, int postNumber);

} // namespace badgewright::discourse
