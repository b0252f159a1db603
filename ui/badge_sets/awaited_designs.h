// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "runs/ledger.h"
#include "ui/badge_sets/import_plan.h"

namespace badgewright::ui {

/// Designs of badges that a plan takes to a forum. What a badge will be called there is known only when its step is over,
/// and a run may be paused, or end with the program: so they wait on disk, by the plan and the row, until the ledger
/// says which badge each belongs to. A plan that is never carried out says nothing: those that have waited for long go.
class AwaitedDesigns
{
public:
    /// `ledger` may be null: then nothing is handed on.
    AwaitedDesigns(const artwork::DesignStore &store, const runs::Ledger *ledger);

    static constexpr int kMostDays = 90;

    Result<Done> add(const runs::Plan &plan, const QList<ImportRow> &rows);
    /// Hands on what can be, and removes what has waited too long by now; the badges that have got a design.
    QList<BadgeId> settle(const QDateTime &now);

private:
    artwork::DesignStore m_store;
    const runs::Ledger *m_ledger;
};

} // namespace badgewright::ui
