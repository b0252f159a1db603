// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_command.h"

#include "app/command/badge_named.h"
#include "runs/holdings.h"
#include "runs/planner.h"
#include "support/whole_file.h"
#include "ui/words/run_words.h"

#include <QFileInfo>

namespace badgewright {

void BadgeCommand::remove(const ForumPtr &forum, const BadgeCatalogue &catalogue)
{
    const Badge *badge = badgeNamed(catalogue, m_badge);
    if (!badge) {
        Console::note(QStringLiteral("There is no badge \"%1\".").arg(m_badge));
        finish(kSomeFailed);
    } else if (m_saveHolders.isEmpty()) {
        removeNow(forum, *badge);
    } else {
        saveHolders(forum, *badge);
    }
}

/// Nothing is deleted before they are in the file.
void BadgeCommand::saveHolders(const ForumPtr &forum, const Badge &badge)
{
    Call<runs::Holdings> *call = runs::readHoldings(forum, badge, {}, m_services->clock(), this);
    connect(call, &PendingCall::progress, this, [](qint64 done, qint64 total) {
        Console::progress(QStringLiteral("reading who holds it: page %1 of %2").arg(done).arg(total));
    });
    call->then(this, [this, forum, badge](const Result<runs::Holdings> &holdings) {
        const auto saved = holdings.and_then([&](const runs::Holdings &all) {
            return writeWholeFile(m_saveHolders, runs::holdersCsv(all, forum->connection().base));
        });
        if (!saved) {
            failWith(saved.error(), forum->connection().address());
            return;
        }
        Console::note(QStringLiteral("%1 grants are saved in %2.").arg(holdings->grants.size()).arg(m_saveHolders));
        Badge counted = badge;
        counted.grantCount = int(holdings->grants.size()); // the forum's own count may lag behind
        removeNow(forum, counted);
    });
}

void BadgeCommand::removeNow(const ForumPtr &forum, const Badge &badge)
{
    runs::Plan plan = runs::planDeleteBadges(forum, {badge}, *m_services->clock());
    if (!m_saveHolders.isEmpty())
        plan.source = QFileInfo(m_saveHolders).absoluteFilePath(); // so that the ledger knows where they are
    if (const runs::Step &only = plan.steps.first(); !only.wanted()) {
        Console::note(ui::words::verdictWhole(only));
        finish(kConnection);
        return;
    }
    for (const QString &remark : plan.remarks)
        Console::note(remark);
    if (m_saveHolders.isEmpty() && badge.grantCount > 0)
        Console::note(QStringLiteral("--save-holders FILE keeps a table of who holds it."));
    carryOut(forum, plan, QStringLiteral("Delete the badge %1 (%2) on %3").arg(badge.name).arg(badge.id).arg(forum->connection().address()),
             [badge](const runs::StepRecord &) { Console::line(QStringLiteral("Badge %1 is deleted.").arg(badge.name)); });
}

} // namespace badgewright
