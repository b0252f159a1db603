// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_copies.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/bulk_face.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_drop.h"
#include "ui/badges/picture_section.h"

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
    m_bulk->picture()->setComplaint({});
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
        locks << locksNow(drafts.last());
    }
    m_bulk->setDrafts(drafts, locks);
    m_bulkFace->show();
    m_drop->setEnabled(m_bulk->isEnabled() && lockedForAll(locks, QStringLiteral("image_upload_id")).isEmpty());
}

void BadgesPage::makeBulkFace()
{
    PictureSection *section = m_bulk->picture();
    m_bulkFace = new BulkFace(context(),
                              {&m_shelf, m_history, m_pictures, section, m_result, [this] { return m_list->selected(); },
                               [this](const BadgeDraft &draft) { return locksFor(draft, m_shelf.catalogue(), *context().forum); },
                               [this](BadgeId id) { return isPublishing(id); }},
                              this);
    connect(section, &PictureSection::iconWanted, this, [this] { chooseIcon(m_bulkFace->freeFor(m_list->selected(), QStringLiteral("icon"))); });
    // What was to be copied for a duplicate is not wanted any more.
    connect(m_bulkFace, &BulkFace::tookPicture, m_copies, &BadgeCopies::forget);
}

FieldLocks BadgesPage::locksNow(const BadgeDraft &draft) const
{
    FieldLocks locks = locksFor(draft, m_shelf.catalogue(), *context().forum);
    if (locks.everything.isEmpty() && isPublishing(draft.id))
        locks.everything = locks.remark = tr("It is being published.");
    return locks;
}

void BadgesPage::editMany(const BadgeFields &change)
{
    QList<BadgeDraft> drafts;
    const QList<BadgeId> ids = m_list->selected();
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        draft.edited = applied(draft.edited, unlocked(change, locksNow(draft)));
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
