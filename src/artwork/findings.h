// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/finding.h"
#include "forum/badge.h"

#include <QColor>
#include <QImage>

namespace badgewright::artwork {

/// What is to be looked at. Without a picture the icon counts.
struct FindingsInput {
    Badge badge;
    QImage image;             ///< null: the badge has none, or it is not loaded yet (badge.imageUrl tells)
    qint64 imageBytes = 0;    ///< size of the file to be uploaded; 0: not known, or already on the forum
    QString imageFormat;      ///< "png", "jpg", "gif", "svg" …; empty: not known
    bool iconUnknown = false; ///< the forum has no such icon
};

/// "What the forum will do to it": worst first, never empty. Pure function; about 10 ms for 512 px.
QList<Finding> findingsOf(const FindingsInput &input);

/// WCAG contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);
/// The share, 0 to 1, of the picture's visible pixels that stand out (3:1) from the ground.
double visibleShare(const QImage &image, const QColor &ground);

} // namespace badgewright::artwork
