// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_drop.h"
#include "ui/badges/picture_intake.h"
#include "ui/kit/notice.h"

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
        if (!from.picture && !copy.imageUrl.isEmpty() && !copy.imageUploadId) {
            // Forums before 3.2 do not say which upload it is, so the copy needs one of its own.
            m_copies.insert(id, copy.imageUrl);
            copy.imageUrl.clear();
        }
        if (!draft.published.showInPostHeader)
            copy.showInPostHeader.reset();
        draft.edited = copy;
        draft.picture = from.picture;
        m_shelf.setDraft(draft);
        for (const auto stage : {artwork::DesignStore::Stage::InUse, artwork::DesignStore::Stage::Draft}) {
            if (const Result<artwork::BadgeDesign> design = m_designs.read(designKey(original), stage))
                (void)m_designs.keep(designKey(id), stage, *design); // without it the picture is there all the same
        }
        if (const auto drawn = m_designs.picture(designKey(original)))
            (void)m_designs.keepPicture(designKey(id), *drawn);
        made << id;
    }
    m_history->added(made, made.size() == 1 ? tr("duplicate of %1").arg(m_shelf.shown(originals.first()).name.trimmed())
                                            : tr("duplicates of %n badge(s)", nullptr, int(made.size())));
    m_list->choose(made.first());
    m_notCopied.clear();
    m_pictures->forgetFailed();
    for (const BadgeId id : std::as_const(made))
        copyPicture(id);
}

void BadgesPage::listenToCopies()
{
    connect(m_pictures, &BadgePictures::pictureArrived, this, [this](const QUrl &url) {
        const QList<BadgeId> waiting = m_copies.keys(url);
        for (const BadgeId id : waiting)
            copyPicture(id);
    });
    connect(m_intake, &PictureIntake::ready, this, [this](BadgeId id) { m_copies.remove(id); });
    connect(m_intake, &PictureIntake::failed, this, [this](BadgeId id, const QString &why) {
        if (m_copies.contains(id))
            sayNotCopied(id, why);
    });
}

void BadgesPage::copyPicture(BadgeId id)
{
    const QUrl url = m_copies.value(id);
    if (url.isEmpty())
        return;
    const BadgePictures::Entry entry = m_pictures->picture(url);
    switch (entry.state) {
    case BadgePictures::State::Loading:
        break; // it comes with a signal
    case BadgePictures::State::Ready:
        m_intake->takeBytes(id, entry.bytes, url.fileName(), false, false); // as it is
        break;
    case BadgePictures::State::Missing:
    case BadgePictures::State::Failed:
        sayNotCopied(id, tr("The forum did not give it out. Choose a picture for the copy, or try again later."));
        break;
    }
}

void BadgesPage::sayNotCopied(BadgeId id, const QString &why)
{
    m_copies.remove(id);
    const BadgeId now = m_shelf.idNow(id);
    if (!m_shelf.contains(now))
        return;
    m_notCopied << tr("“%1”").arg(m_shelf.shown(now).name.trimmed());
    m_result->say(Tone::Look, tr("The picture could not be copied to %1.").arg(m_notCopied.join(QStringLiteral(", "))), why);
}

} // namespace badgewright::ui
