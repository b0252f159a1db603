// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/capability.h"
#include "forum/connection.h"
#include "forum/forum.h"
#include "ui/words/error_words.h"

namespace badgewright::ui::words {

/// Why an address did not turn out to be a forum (ForumOpener::probe).
ErrorWords describeProbe(const Error &error, const QString &typed);
/// Why signing in did not work (ForumOpener::open).
ErrorWords describeSignIn(const Error &error, const Connection &connection);

/// "Discourse 3.5.0 · “Gardeners” · 4,112 people", as far as it is known.
QString siteLine(const SiteProbe &probe);

/// Abilities that a person thinks of as one, under one name: "Create, change and delete badges".
struct AbilityGroup {
    QString title;
    QList<Ability> abilities;
};
const QList<AbilityGroup> &abilityGroups();

/// One line of "what this key may do".
struct AbilityLine {
    bool allowed = false;
    QString title;
    QString remark; ///< why not, or what is worth knowing
};
/// Groups whose abilities stand alike become one line; where they differ, each has its own.
QList<AbilityLine> abilityLines(const Capabilities &capabilities);

} // namespace badgewright::ui::words
