// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"
#include "artwork/contrasts.h"
#include "artwork/finding.h"
#include "forum/badge.h"

#include <QImage>

namespace badgewright::artwork {

/// What is to be looked at. Without a picture the icon counts.
struct FindingsInput {
    Badge badge;
    QImage image;             ///< null: the badge has none, or it is not loaded yet (badge.imageUrl tells)
    qint64 imageBytes = 0;    ///< size of the file to be uploaded; 0: not known, or already on the forum
    qint64 forumBytes = 0;    ///< size of the file that the forum has; 0: not known, or none
    QString imageFormat;      ///< "png", "jpg", "gif", "svg" …; empty: not known
    bool iconUnknown = false; ///< the forum has no such icon
    PreviewColours colours = {}; ///< the forum's
    ForumVersion version = ForumVersion::From2025;
    QList<Finding> ofThePicture; ///< what was found when it was read and prepared
};

/// "What the forum will do to it": worst first, never empty. Pure function; about 10 ms for 512 px.
QList<Finding> findingsOf(const FindingsInput &input);

/// Whether a good part of the art's outer edge has the colour of the type, so that one sees what the badge is.
bool wearsTypeColour(const QImage &image, int typeId);

} // namespace badgewright::artwork
