// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_drop.h"

#include <QAction>
#include <QSet>
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

/// "Apex (copy)", "Apex (copy 2)" …: a name that nobody has, and no longer than the forum allows.
QString BadgesPage::freeCopyName(const QString &name, const QSet<QString> &taken) const
{
    constexpr qsizetype longest = 100;
    for (int number = 1;; ++number) {
        const QString tail = number == 1 ? tr(" (copy)") : tr(" (copy %1)").arg(number);
        const QString copy = name.left(longest - tail.size()).trimmed() + tail;
        if (!taken.contains(copy.toCaseFolded()))
            return copy;
    }
}

void BadgesPage::duplicate()
{
    if (!m_duplicate->isEnabled())
        return;
    QSet<QString> taken;
    const QList<BadgeId> all = m_shelf.ids();
    for (const BadgeId id : all)
        taken << m_shelf.shown(id).name.trimmed().toCaseFolded() << m_shelf.draft(id).published.name.toCaseFolded();
    QList<BadgeId> made;
    const QList<BadgeId> originals = m_list->selected();
    for (const BadgeId original : originals) {
        const BadgeDraft from = m_shelf.draft(original);
        const BadgeId id = m_shelf.addNew();
        BadgeDraft draft = m_shelf.draft(id);
        Badge copy = from.edited;
        copy.id = id;
        copy.name = freeCopyName(from.edited.name.trimmed(), taken);
        taken << copy.name.toCaseFolded();
        copy.system = false;
        copy.enabled = true;
        copy.grantCount = 0;
        copy.slug.clear();
        copy.query.clear();
        copy.trigger.reset();
        copy.manuallyGrantable = true;
        if (!draft.published.showInPostHeader)
            copy.showInPostHeader.reset();
        draft.edited = copy;
        draft.picture = from.picture;
        m_shelf.setDraft(draft);
        for (const auto stage : {artwork::DesignStore::Stage::InUse, artwork::DesignStore::Stage::Draft}) {
            if (const Result<artwork::BadgeDesign> design = m_designs.read(designKey(original), stage))
                (void)m_designs.keep(designKey(id), stage, *design); // without it the picture is there all the same
        }
        made << id;
    }
    m_history->added(made, made.size() == 1 ? tr("duplicate of %1").arg(m_shelf.shown(originals.first()).name.trimmed())
                                            : tr("duplicates of %n badge(s)", nullptr, int(made.size())));
    m_list->choose(made.first());
}

} // namespace badgewright::ui
