// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "support/call.h"
#include "support/clock.h"

#include <QHash>
#include <QSet>

namespace badgewright::artwork {

struct SetQuestions {
    QList<QUrl> pictures;
    QStringList icons;
};

/// What a forum said about a set of badges.
struct SetAnswers {
    QHash<QUrl, QByteArray> pictures; ///< those that could be read
    QSet<QString> unknownIcons;       ///< the forum has none of that name, and would show blank
    QHash<QString, QStringList> nearIcons; ///< for those: names that it has and that come near, the nearest first
    std::optional<Error> firstTrouble; ///< why something of it could not be read; absent: all was
};

/// Reads pictures and asks for icons, each once, a few at a time, and waits where the forum says so. What cannot be read
/// is missing in the answer, which never fails but when it is called off. Progress counts questions. `desk` outlives it.
Call<SetAnswers> *lookUpForSet(BadgeDesk *desk, const SetQuestions &questions, Clock *clock, QObject *parent);

} // namespace badgewright::artwork
