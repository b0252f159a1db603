// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_copies.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_drop.h"

#include <QAction>
#include <QStackedWidget>

// Several badges at once, and one made after another.

namespace badgewright::ui {

bool BadgesPage::isBulk() const
{
    return m_list->selected().size() > 1;
}

void BadgesPage::showSelection()
{
    m_editors->setCurrentIndex(isBulk() ? 1 : 0);
    m_history->endStep();
    publishingChanged();
    showDraft();
}

void BadgesPage::showBulk()
{
    QList<BadgeDraft> drafts;
    QList<FieldLocks> locks;
    const QList<BadgeId> ids = m_list->selected();
    for (const BadgeId id : ids) {
        drafts << m_shelf.draft(id);
        locks << locksFor(drafts.last(), m_shelf.catalogue(), *context().forum);
    }
    m_bulk->setDrafts(drafts, locks);
    m_drop->setEnabled(false); // a picture is of one badge
}

void BadgesPage::editMany(const BadgeFields &change)
{
    QList<BadgeDraft> drafts;
    const QList<BadgeId> ids = m_list->selected();
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        if (isPublishing(id))
            continue;
        draft.edited = applied(draft.edited, unlocked(change, locksFor(draft, m_shelf.catalogue(), *context().forum)));
        drafts << draft;
    }
    m_history->edit(drafts);
    showDraft(); // also where everything was locked
}

void BadgesPage::dressDuplicate()
{
    const bool may = m_read && m_whyNoNew.isEmpty();
    m_duplicate->setEnabled(may && m_list->current());
    m_duplicate->setText(isBulk() ? tr("Duplicate %Ln badges", nullptr, int(m_list->selected().size())) : tr("Duplicate"));
    m_duplicate->setToolTip(m_whyNoNew);
}

void BadgesPage::duplicate()
{
    if (!m_duplicate->isEnabled())
        return;
    const QList<BadgeId> made = m_copies->make(m_list->selected());
    m_list->choose(made.first());
    m_copies->fetchPictures();
}

} // namespace badgewright::ui
