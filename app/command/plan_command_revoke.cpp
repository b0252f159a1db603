// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_named.h"
#include "app/command/plan_command.h"
#include "ui/grants/plan_rows.h"

namespace badgewright {

/// Of the people who were matched, or of everybody who holds it.
void PlanCommand::planRevoke(const ForumPtr &forum, const QList<people::Match> &matches)
{
    ask<BadgeCatalogue>([forum] { return forum->badges()->list(); }, [this, forum, matches](const Result<BadgeCatalogue> &catalogue) {
        const QString address = forum->connection().address();
        if (!catalogue) {
            failWith(catalogue.error(), address);
            return;
        }
        const Badge *badge = badgeNamed(*catalogue, m_badges.first());
        if (!badge) {
            Console::note(QStringLiteral("There is no badge \"%1\" on %2.").arg(m_badges.first(), address));
            finish(kUsage);
            return;
        }
        runs::RevokeInput input;
        input.forum = forum;
        input.badge = *badge;
        input.rows = ui::grantRowsOf(matches);
        input.everybody = m_allHolders;
        input.source = m_allHolders ? QStringLiteral("all holders") : m_people->name();
        Call<runs::Plan> *call = runs::planRevokeList(input, m_services->clock(), this);
        connect(call, &PendingCall::progress, this, [](qint64 done, qint64 total) {
            Console::progress(QStringLiteral("reading who holds it: %1 of %2").arg(done).arg(total));
        });
        call->then(this, [this, address](const Result<runs::Plan> &plan) {
            if (plan)
                deliver(*plan);
            else
                failWith(plan.error(), address);
        });
    });
}

} // namespace badgewright
