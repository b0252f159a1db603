// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/matcher.h"
#include "runs/plan.h"

#include <QHash>

#include <optional>

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
    /// Another reason for the row of this step; empty: none at all.
    void useReason(const runs::Plan &plan, int stepIndex, const QString &reason);
    /// What was said about the reason of the row with these words, when so many rows with the same come before it.
    std::optional<QString> reason(const QString &recipient, int before) const;
    /// The decisions about this plan, by the index of the step.
    QHash<int, Decision> about(const runs::Plan &plan) const;

private:
    struct Entry {
        BadgeId badge = 0;
        int before = 0; ///< so many steps for the same words and badge come before it
        Decision decision = Decision::AsPlanned;
    };
    static int before(const runs::Plan &plan, int stepIndex);
    QHash<QString, QHash<int, QString>> m_reasons; ///< by the words, and how many rows with them come before
    QHash<QString, Account> m_accounts;       ///< by the words that name the person
    QHash<QString, QList<Entry>> m_decisions; ///< by the same
};

} // namespace badgewright::ui
