// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/loose_badges.h"
#include "ui/badges/badge_delegate.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_face.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/grants/grant_dialog.h"
#include "ui/kit/notice.h"
#include "ui/kit/own_window.h"

#include <QAction>
#include <QStackedWidget>

namespace badgewright::ui {

void BadgesPage::takePicture(BadgeId id, const ChosenPicture &chosen)
{
    m_madeForPicture.remove(id);
    id = m_shelf.idNow(id);
    if (id == m_list->current())
        m_editor->picture()->setBusy(m_intake->isMaking(id));
    if (!m_shelf.contains(id))
        return;
    BadgeDraft draft = m_shelf.draft(id);
    draft.choosePicture(chosen);
    m_history->edit({draft});
}

void BadgesPage::remakePicture(bool square, bool trim)
{
    const BadgeId id = m_list->current();
    const BadgeDraft draft = m_shelf.draft(id);
    if (draft.picture)
        m_intake->remake(id, *draft.picture, square, trim);
    else if (!m_face->bytes().isEmpty())
        m_intake->takeBytes(id, m_face->bytes(), m_face->fileName(), square, trim);
}

void BadgesPage::chooseIcon(const QList<BadgeId> &ids)
{
    if (ids.isEmpty())
        return;
    const Badge badge = m_shelf.shown(ids.first());
    int pictures = 0;
    bool same = true;
    for (const BadgeId id : ids) {
        pictures += m_shelf.draft(id).hasPicture() ? 1 : 0;
        same = same && m_shelf.shown(id).icon == badge.icon;
    }
    const Capability search = context().capabilities().of(Ability::SearchIcons);
    QString mayNot;
    if (!search.allowed)
        mayNot = search.reason.isEmpty() ? tr("This connection may not search icons; a name can be typed.") : search.reason;
    auto *dialog = new IconDialog(context().forum->badges(), m_pictures, badge.typeId, same ? badge.icon : QString(), mayNot, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IconDialog::iconChosen, this, [this, ids](const QString &name) { m_bulkFace->setIcon(ids, name); });
    if (pictures && ids.size() > 1)
        dialog->sayPicturesGo(pictures);
    else if (pictures)
        dialog->sayPictureGoes();
    dialog->open();
}

void BadgesPage::newBadge()
{
    m_stack->setCurrentWidget(m_workbench);
    const BadgeId id = m_shelf.addNew();
    m_history->added({id}, tr("new badge"));
    m_list->choose(id);
    m_editor->focusName();
}

/// A picture dragged out of a web page or another program, named after its file where it has one.
void BadgesPage::newBadgeOf(const PictureSource &source)
{
    m_stack->setCurrentWidget(m_workbench);
    const BadgeId before = m_list->current();
    const BadgeId id = m_shelf.addNew();
    if (const QString file = source.address.fileName(); !file.isEmpty()) {
        BadgeDraft draft = m_shelf.draft(id);
        draft.edited.name = artwork::badgeNameFromFile(file);
        m_shelf.setDraft(draft);
    }
    m_history->added({id}, tr("new badge"));
    m_list->choose(id);
    m_editor->focusName();
    m_madeForPicture.insert(id, {m_shelf.draft(id), before});
    m_intake->take(id, source); // which may fail at once
}

/// A new badge that was made for a picture and nothing else goes when the picture does not come. Whether it was so.
bool BadgesPage::takeAwayUntouched(BadgeId id, const QString &why)
{
    if (!m_madeForPicture.contains(id))
        return false;
    const MadeForPicture made = m_madeForPicture.take(id);
    if (!m_shelf.contains(id) || m_shelf.draft(id) != made.draft || isPublishing(id))
        return false;
    const bool shown = id == m_list->current();
    m_history->forget({id});
    m_shelf.discard(id);
    if (shown && m_shelf.contains(made.before))
        m_list->choose(made.before);
    else if (!m_list->current() && !m_shelf.ids().isEmpty())
        m_list->chooseFirst();
    m_result->say(why.isEmpty() ? Tone::Note : Tone::Look, tr("No badge was made: there is no picture for it."), why);
    return true;
}

void BadgesPage::discard()
{
    const QList<BadgeId> ids = changedAmong(m_list->selected());
    if (ids.isEmpty())
        return;
    const BadgeDraft draft = m_shelf.draft(ids.first());
    const QString name = draft.edited.name.trimmed();
    QString what = tr("discarding a new badge");
    QString said = draft.isNew() ? tr("The new badge was discarded.") : tr("The changes were discarded.");
    if (ids.size() > 1) {
        what = tr("discarding the changes of %n badge(s)", nullptr, int(ids.size()));
        said = tr("The changes of %Ln badge(s) were discarded.", nullptr, int(ids.size()));
    } else if (!name.isEmpty()) {
        what = tr("discarding %1").arg(name);
    }
    m_history->discard(ids, what);
    if (!m_list->current() && !m_shelf.ids().isEmpty())
        m_list->chooseFirst();
    m_result->say(Tone::Note, said, {}, tr("Undo"), [this] { m_undo->trigger(); });
    m_result->staysWhile([stack = m_history->stack(), step = m_history->stack()->index()] { return stack->index() == step; });
}

void BadgesPage::grant()
{
    QList<Badge> badges;
    const QList<BadgeId> ids = m_list->selected();
    for (const BadgeId id : ids)
        badges << m_shelf.draft(id).published;
    const QPixmap picture = badges.size() == 1 ? thumbOf(m_shelf, m_pictures, ids.first(), 32, devicePixelRatioF()) : QPixmap();
    auto *dialog = new GrantDialog(context(), badges, picture, nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialogs.removeAll(QPointer<GrantDialog>());
    m_dialogs << dialog;
    showOver(dialog, this);
}

void BadgesPage::move(const QList<BadgeId> &ids, GroupingId grouping)
{
    const QString field = QStringLiteral("badge_grouping_id");
    QList<BadgeDraft> drafts;
    QStringList stay;
    QString why;
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        const QString locked = locksNow(draft).reason(field);
        if (!locked.isEmpty()) {
            stay << tr("“%1”").arg(draft.edited.name.trimmed());
            why = locked;
            continue;
        }
        draft.edited.groupingId = grouping;
        drafts << draft;
    }
    m_history->edit(drafts);
    if (stay.size() == 1)
        m_result->say(Tone::Look, tr("%1 stays in its grouping.", "a badge").arg(stay.first()), why);
    else if (!stay.isEmpty())
        m_result->say(Tone::Look, tr("These stay in their groupings: %1.").arg(stay.join(QStringLiteral(", "))), why);
}

void BadgesPage::dressGrant()
{
    const Capability grant = context().change(Ability::Grant);
    const QList<BadgeId> ids = m_list->selected();
    QString whyNot;
    if (!grant.allowed)
        whyNot = grant.reason.isEmpty() ? tr("This connection may not grant badges.") : grant.reason;
    for (const BadgeId id : ids) {
        if (!whyNot.isEmpty())
            break;
        const BadgeDraft draft = m_shelf.draft(id);
        if (draft.isNew())
            whyNot = tr("Publish the badge first.");
        else if (!draft.published.enabled)
            whyNot = tr("The badge is not enabled.");
        if (ids.size() > 1 && !whyNot.isEmpty())
            whyNot = tr("%1: %2").arg(m_shelf.shown(id).name, whyNot);
    }
    m_grant->setText(ids.size() > 1 ? tr("Grant %Ln…", nullptr, int(ids.size())) : tr("Grant…"));
    m_grant->setEnabled(!ids.isEmpty() && whyNot.isEmpty());
    m_grant->setToolTip(whyNot);
}

/// Of the chosen badges those that the forum has, that are not its own, and that are not on their way to it.
QList<BadgeId> BadgesPage::deletable() const
{
    QList<BadgeId> ids = m_list->selected();
    ids.removeIf([this](BadgeId id) { return id < 0 || m_shelf.draft(id).published.system || isPublishing(id); });
    return ids;
}

void BadgesPage::dressDelete()
{
    const QList<BadgeId> chosen = m_list->selected();
    const bool several = chosen.size() > 1;
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    const Capability may = context().change(Ability::DeleteBadges);
    QString whyNot;
    if (!may.allowed)
        whyNot = may.reason.isEmpty() ? tr("This connection may not delete badges.") : may.reason;
    else if (several)
        whyNot = deletable().isEmpty() ? tr("None of them can be deleted: they belong to the forum, or are not on it yet.") : QString();
    else if (draft.isNew())
        whyNot = tr("It is not on the forum yet: discard it instead.");
    else if (draft.published.system)
        whyNot = tr("This badge belongs to the forum and cannot be deleted.");
    const int count = int(deletable().size());
    const bool can = draft.id && whyNot.isEmpty() && !m_removal->isBusy() && count > 0;
    m_delete->setText(several && can ? tr("Delete %Ln…", nullptr, count) : tr("Delete…"));
    m_delete->setEnabled(can);
    m_delete->setToolTip(whyNot);
}

void BadgesPage::deleteBadge()
{
    if (!m_delete->isEnabled())
        return;
    QList<Badge> badges;
    QStringList besides;
    bool changed = false;
    const QList<BadgeId> ids = deletable();
    for (const BadgeId id : ids) {
        badges << m_shelf.draft(id).published;
        changed |= m_shelf.isChanged(id);
    }
    const int left = int(m_list->selected().size() - ids.size());
    if (left > 0)
        besides << tr("%Ln of the chosen badges stay: they belong to the forum, or are not on it yet.", nullptr, left);
    if (changed)
        besides << tr("Your unpublished changes go with it.");
    m_removal->remove(badges, besides.join(u' '));
}

} // namespace badgewright::ui
