// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/planner.h"

#include <QCoreApplication>

namespace badgewright::runs {

/// The words that planners put beside a verdict.
class Verdicts
{
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Verdicts)

public:
    /// What a step takes over from its row; its verdict and what it does are still open.
    static Step stepOf(const RecipientRow &row);
    static QString since(const QDateTime &at);
    static QString heldSince(const QDateTime &at);
    /// `time` as the forum wrote it; what is centuries away is for ever.
    static QString until(const QString &time);
    static QString sameAsRow(int row);
    static QString noSuchTopic();
    static QString holdersUnread();
    static QString heldForUnknownPosts();
    static QString forumGivesItself();
    /// NoSuchAccount or Ambiguous, with the suggestions in the detail; NotLookedUp with the reason where there is one.
    static void noAccount(Step *step, const RecipientRow &row);

private:
    static QString notLookedUp(const Error &error);
};

} // namespace badgewright::runs
