// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_set.h"
#include "support/call.h"

namespace badgewright::artwork {

/// Badge sets as files; BADGE-SET.md beside this describes them.
inline constexpr int kBadgeSetVersion = 1;

/// Storage: it could not be put together.
Result<QByteArray> badgeSetToBytes(const BadgeSet &set);
/// File: the sentence that says why not; what was there before stays.
Result<Done> writeBadgeSet(const BadgeSet &set, const QString &path);

/// Reads a set from anywhere without trusting it: nothing is unpacked to disk, only what set.json names is read, every
/// picture is decoded and checked. What is wrong with one badge is a problem of that badge. Pure: may run in any thread.
/// RefusedHere with a sentence: not a badge set, a newer version, damaged, a bomb, names that climb out. File: cannot be
/// read. Cancelled: `progress` says that nobody waits.
Result<BadgeSet> badgeSetFromBytes(const QByteArray &bytes, const SetReading &reading = {}, const SetProgressPtr &progress = {});
Result<BadgeSet> readBadgeSet(const QString &path, const SetReading &reading = {}, const SetProgressPtr &progress = {});

/// The same in a worker thread.
Call<BadgeSet> *readBadgeSetLater(QObject *parent, const QString &path, const SetReading &reading = {}, const SetProgressPtr &progress = {});
Call<Done> *writeBadgeSetLater(QObject *parent, const BadgeSet &set, const QString &path);

} // namespace badgewright::artwork
