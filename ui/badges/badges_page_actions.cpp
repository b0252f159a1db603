// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_delegate.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/grants/grant_dialog.h"
#include "ui/kit/notice.h"
#include "ui/runs/confirm_run.h"
#include "ui/words/error_words.h"

#include <QAction>
#include <QStackedWidget>

#include <utility>

namespace badgewright::ui {

void BadgesPage::takePicture(BadgeId id, const ChosenPicture &chosen)
{
    id = m_renumbered.value(id, id);
    if (isPublishing(id)) {
        // The draft goes when the forum has the badge, and the picture would go with it.
        m_chosenMeanwhile.insert(id, chosen);
        return;
    }
    if (id == m_list->current())
        m_editor->picture()->setBusy(false);
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

void BadgesPage::chooseIcon()
{
    const BadgeId id = m_list->current();
    const Badge badge = m_shelf.shown(id);
    const Capability search = context().capabilities().of(Ability::SearchIcons);
    QString mayNot;
    if (!search.allowed)
        mayNot = search.reason.isEmpty() ? tr("This connection may not search icons; a name can be typed.") : search.reason;
    auto *dialog = new IconDialog(context().forum->badges(), m_pictures, badge.typeId, badge.icon, mayNot, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IconDialog::iconChosen, this, [this, id](const QString &name) {
        if (!m_shelf.contains(id))
            return;
        BadgeDraft draft = m_shelf.draft(id);
        draft.edited.icon = name;
        // Beside a picture the icon would never be seen.
        draft.removePicture();
        m_history->edit({draft});
    });
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

void BadgesPage::discard()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    if (!m_shelf.isChanged(draft.id))
        return;
    const QString name = m_shelf.shown(draft.id).name.trimmed();
    m_history->discard({draft.id}, name.isEmpty() ? tr("discarding a new badge") : tr("discarding %1").arg(name));
    if (draft.isNew() && !m_shelf.ids().isEmpty())
        m_list->chooseFirst();
    m_result->say(Tone::Note, draft.isNew() ? tr("The new badge was discarded.") : tr("The changes were discarded."), {},
                  tr("Undo"));
    m_saidDiscarded = true;
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
    dialog->show();
}

void BadgesPage::move(const QList<BadgeId> &ids, GroupingId grouping)
{
    const QString field = QStringLiteral("badge_grouping_id");
    QList<BadgeDraft> drafts;
    for (const BadgeId id : ids) {
        BadgeDraft draft = m_shelf.draft(id);
        if (isPublishing(id) || !locksFor(draft, m_shelf.catalogue(), *context().forum).reason(field).isEmpty())
            continue;
        draft.edited.groupingId = grouping;
        drafts << draft;
    }
    m_history->edit(drafts);
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
    m_grant->setText(ids.size() > 1 ? tr("Grant %Ln badges…", nullptr, int(ids.size())) : tr("Grant…"));
    m_grant->setEnabled(!ids.isEmpty() && whyNot.isEmpty());
    m_grant->setToolTip(whyNot);
}

void BadgesPage::dressDelete()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    const Capability may = context().change(Ability::DeleteBadges);
    QString whyNot;
    if (!may.allowed)
        whyNot = may.reason.isEmpty() ? tr("This connection may not delete badges.") : may.reason;
    else if (draft.isNew())
        whyNot = tr("It is not on the forum yet: discard it instead.");
    else if (draft.published.system)
        whyNot = tr("This badge belongs to the forum and cannot be deleted.");
    if (whyNot.isEmpty() && m_list->selected().size() > 1)
        whyNot = tr("Badges are deleted one at a time: choose one.");
    const bool busy = m_removal->isBusy() || (m_publisher->state() != BadgePublisher::State::Idle && m_publisher->badge() == draft.id);
    m_delete->setEnabled(draft.id && whyNot.isEmpty() && !busy);
    m_delete->setToolTip(whyNot);
}

void BadgesPage::deleteBadge()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    if (m_delete->isEnabled())
        m_removal->remove(draft.published, m_shelf.isChanged(draft.id) ? tr("Your unpublished changes go with it.") : QString());
}

QString BadgesPage::whatPublishingMeans(const BadgeDraft &draft) const
{
    if (draft.isNew())
        return tr("The forum gets a new badge. It can be given to people then.");
    QStringList sentences{tr("Changes at once for everyone there: %1.").arg(draft.changedWords().join(QStringLiteral(", ")))};
    if (draft.published.name != draft.edited.name && draft.published.allowTitle)
        sentences << tr("Whoever wears it as a title gets the new name.");
    if (draft.published.enabled && !draft.edited.enabled)
        sentences << tr("The badge is no longer shown to anybody; its holders keep it.");
    return sentences.join(u' ');
}

void BadgesPage::publish()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    if (!m_publish->isEnabled())
        return;
    const runs::Plan plan = m_publisher->planFor(draft);
    if (!plan.wantedCount()) {
        m_result->say(Tone::Look, tr("This cannot be published."), plan.steps.isEmpty() ? QString() : plan.steps.first().verdictDetail);
        return;
    }
    Question question;
    question.title = tr("Publish “%1” to %2?").arg(draft.edited.name.trimmed(), context().address());
    question.consequence = whatPublishingMeans(draft);
    question.yes = tr("Publish");
    confirmRun(this, context().ask, context().connection(), question, [this, plan, id = draft.id] {
        m_result->clear();
        const Result<Done> started = m_publisher->start(plan, id);
        if (!started)
            m_result->sayError(started.error(), context().address());
    });
}

void BadgesPage::publishingChanged()
{
    const bool busy = m_publisher->state() != BadgePublisher::State::Idle || m_refreshing;
    const bool mine = busy && m_publisher->badge() == m_list->current();
    // What is on its way must not change under the hand; every other badge can be worked on.
    m_editor->setEnabled(!mine);
    if (mine && m_publisher->state() == BadgePublisher::State::Paused)
        m_result->say(Tone::Look, tr("Publishing has paused."), m_publisher->reason(), tr("Go on"));
    else if (mine && !m_saidDiscarded)
        m_result->clear();
    showBar();
    dressHistory();
    if (!busy) {
        const auto meanwhile = std::exchange(m_chosenMeanwhile, {});
        for (auto it = meanwhile.begin(); it != meanwhile.end(); ++it)
            takePicture(it.key(), it.value());
    }
}

bool BadgesPage::isPublishing(BadgeId id) const
{
    return (m_publisher->state() != BadgePublisher::State::Idle || m_refreshing) && m_publisher->badge() == id;
}

void BadgesPage::published(BadgeId id, BadgeId onForum, const QString &words)
{
    m_refreshing = true;
    auto *call = context().forum->badges()->list();
    call->then(this, [=, this](const Result<BadgeCatalogue> &now) {
        m_refreshing = false;
        const BadgeDraft draft = m_shelf.draft(id);
        Badge asWanted = draft.edited;
        asWanted.id = onForum;
        const Badge *found = now ? now->find(onForum) : nullptr;
        m_history->forget({id});
        m_shelf.published(id, found ? *found : asWanted);
        if (now)
            showCatalogue(now);

        QString left = words;
        if (found) {
            QStringList fields;
            for (const QString &field : fieldNames(difference(*found, applied(*found, draft.fields()))))
                fields << fieldWord(field);
            left = fields.isEmpty() ? QString() : tr("The forum left as it was: %1.").arg(fields.join(QStringLiteral(", ")));
        }
        publishingChanged();
        if (m_list->current() != onForum)
            return;
        if (left.isEmpty())
            m_result->say(Tone::Good, tr("Published to %1.").arg(context().address()));
        else
            m_result->say(Tone::Look, tr("Published to %1, but not all of it.").arg(context().address()), left);
        if (!now)
            m_readNotice->sayError(now.error(), context().address(), tr("The list could not be read again."), [this] { reload(); });
    });
}

void BadgesPage::publishingFailed(BadgeId id, const QString &words)
{
    publishingChanged();
    m_result->say(Tone::Bad, tr("“%1” was not published.").arg(m_shelf.shown(id).name), words);
}

} // namespace badgewright::ui
