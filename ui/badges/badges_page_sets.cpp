// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/run.h"
#include "support/clock.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/badge_sets/set_export.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/grouping_dialog.h"
#include "ui/kit/notice.h"

#include <QAction>

// Many badges at once, out of this forum and into it.

namespace badgewright::ui {

void BadgesPage::exportBadges()
{
    m_setExport->run(m_shelf.catalogue(), m_list->selected());
}

void BadgesPage::takeAwaitedDesigns()
{
    // Runs also end where no import window is open: resumed from the ledger, or by the command line.
    AwaitedDesigns awaited(m_designs->store(), context().runs ? context().runs->ledger() : nullptr);
    const auto settled = awaited.settle(context().clock->utcNow());
    m_designs->store().lookAgain(); // runs, imports and other programs leave some there
    if (settled.contains(m_list->current()))
        showPicture();
}

void BadgesPage::dressGroupings()
{
    const Capability may = context().change(Ability::SaveGroupings);
    m_groupings->setEnabled(may.allowed && !m_shelf.catalogue().groupings.isEmpty());
    m_groupings->setToolTip(may.allowed ? QString() : may.reason.isEmpty() ? tr("This connection may not change groupings.") : may.reason);
}

void BadgesPage::openGroupings()
{
    if (m_groupingDialog) {
        m_groupingDialog->raise();
        m_groupingDialog->activateWindow();
        return;
    }
    m_groupingDialog = new GroupingDialog(context(), m_shelf.catalogue(), this);
    m_groupingDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_groupingDialog, &GroupingDialog::saved, this, &BadgesPage::groupingsSaved);
    connect(m_groupingDialog, &GroupingDialog::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    m_groupingDialog->open();
}

void BadgesPage::groupingsSaved(const QHash<GroupingId, GroupingId> &moved)
{
    // Drafts that were on their way to a grouping that is gone go where its badges went.
    QList<std::pair<BadgeId, std::optional<BadgeDraft>>> drafts;
    const QList<BadgeId> ids = m_shelf.ids();
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        if (!m_shelf.isChanged(id) || !moved.contains(draft.edited.groupingId))
            continue;
        const GroupingId target = moved.value(draft.edited.groupingId);
        draft.edited.groupingId = target ? target : 5;
        drafts.append({id, draft});
    }
    m_shelf.put(drafts);
    m_removeNotice->say(Tone::Good, tr("The groupings are saved to %1.").arg(context().address()));
}

} // namespace badgewright::ui
