// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"
#include "runs/plan.h"

#include <QHash>

namespace badgewright::ui {

/// What a person says about a row of the plan.
enum class Decision { AsPlanned, LeaveOut, Insist };

/// What the person has said about the rows, kept apart from the plan: a plan is made anew whenever an account or a reason
/// changes, and nobody may get a badge because that forgot who was left out.
///
/// A row is known by the words that name the person, and by how many rows before it have the same words; not by its
/// number: several people may stand in one line, and lines move when others are added.
class GrantDecisions
{
public:
    void useAccount(const QString &recipient, const Account &account) { m_accounts.insert(recipient, account); }
    bool hasAccount(const QString &recipient) const { return m_accounts.contains(recipient); }
    /// Gives the recipients the accounts that were chosen for their words.
    void layOver(QList<people::Match> *matches) const;

    void decide(const runs::Plan &plan, int stepIndex, Decision decision);
    /// The decisions about this plan, by the index of the step.
    QHash<int, Decision> about(const runs::Plan &plan) const;

private:
    struct Entry {
        BadgeId badge = 0;
        int before = 0; ///< so many steps for the same words and badge come before it
        Decision decision = Decision::AsPlanned;
    };
    QHash<QString, Account> m_accounts;       ///< by the words that name the person
    QHash<QString, QList<Entry>> m_decisions; ///< by the same
};

} // namespace badgewright::ui
