// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace badgewright::bench {

struct Wish {
    quint32 seed = 1;   ///< for what happens at random
    bool small = false; ///< in seconds, and the figures mean nothing
    QString out = {};   ///< where pictures go; empty: none are drawn
};

/// Every figure prints its table and answers whether its bar was met. With `small` there is no bar but being right.
bool killFigure(const Wish &wish);      ///< killed at any moment: nothing lost, nothing twice, nothing wrongly undone
bool paceFigure(const Wish &wish);      ///< the limit used to the brim, by a clock wound by hand
bool limitFigure(const Wish &wish);     ///< the same against a forum that counts, by the real clock
bool roundTripFigure(const Wish &wish); ///< several requests under way, against a program for each request
bool bulkFigure(const Wish &wish);      ///< one bulk award for thousands, read back
bool csvFigure(const Wish &wish);       ///< a large table to verdicts, against merely reading it
bool photoFigure(const Wish &wish);     ///< a photo to a badge, against ImageMagick
bool listFigure(const Wish &wish);      ///< hundreds of badges: until they are seen, and until a search has answered
bool dropFigure(const Wish &wish);      ///< many pictures dropped at once: how long the window stands still
bool previewFigure(const Wish &wish);   ///< the boxes of the previews, against those of real forums

/// A table on standard output: the first row is its head.
void print(const QString &title, const QList<QStringList> &rows);
/// "within the bar" or "misses the bar".
QString verdict(bool met);

} // namespace badgewright::bench
