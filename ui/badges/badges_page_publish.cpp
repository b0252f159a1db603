// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/draft_keeper.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/publish_bar.h"
#include "ui/kit/notice.h"
#include "ui/runs/confirm_run.h"
#include "ui/words/error_words.h"

#include <QAction>

#include <algorithm>
#include <utility>

// From drafts to the forum: one badge or many, always one run.

namespace badgewright::ui {

namespace {

constexpr qsizetype kMostNamed = 12; // more names are not read in a question

QString shortened(const QStringList &names)
{
    const QString list = names.mid(0, kMostNamed).join(QStringLiteral(", "));
    return names.size() > kMostNamed ? list + QStringLiteral(" …") : list;
}

} // namespace

QList<BadgeId> BadgesPage::changedAmong(QList<BadgeId> ids) const
{
    ids.removeIf([this](BadgeId id) { return !m_shelf.isChanged(id) || isPublishing(id); });
    return ids;
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

QString BadgesPage::whatPublishingMeans(const BadgePublisher::Batch &batch) const
{
    QStringList names;
    for (const BadgeId id : batch.ids) {
        const BadgeDraft draft = m_shelf.draft(id);
        names << tr("“%1” (%2)").arg(draft.edited.name.trimmed(), draft.isNew() ? tr("new") : draft.changedWords().join(QStringLiteral(", ")));
    }
    QStringList sentences{tr("Changes at once for everyone there: %1.").arg(shortened(names))};
    for (const BadgePublisher::LeftOut &left : batch.leftOut)
        sentences << tr("“%1” is left out: %2").arg(m_shelf.shown(left.id).name.trimmed(), left.why);
    if (sentences.size() > kMostNamed)
        sentences = sentences.mid(0, kMostNamed) << tr("More are left out.");
    return sentences.join(u' ');
}

void BadgesPage::showBar()
{
    const QList<BadgeId> chosen = m_list->selected();
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    const bool busy = m_publisher->state() != BadgePublisher::State::Idle || m_refreshing;
    QList<BadgeId> changed = chosen;
    changed.removeIf([this](BadgeId id) { return !m_shelf.isChanged(id); });
    PublishBar::Shown shown;
    shown.changed = !changed.isEmpty();
    shown.several = isBulk() ? int(changed.size()) : 0;
    shown.isNew = draft.isNew() && !isBulk();
    if (isBulk()) {
        for (const BadgeId id : std::as_const(changed)) {
            const BadgeDraft one = m_shelf.draft(id);
            shown.words << one.edited.name.trimmed();
            const QStringList problems = one.problems(m_shelf.catalogue());
            if (!problems.isEmpty())
                shown.problems << tr("%1: %2").arg(one.edited.name.trimmed(), problems.first());
        }
        // Those that can be published need not wait for the others.
        if (shown.problems.size() < changed.size())
            shown.problems.clear();
    } else {
        shown.words = draft.changedWords();
        shown.problems = draft.problems(m_shelf.catalogue());
    }
    shown.locked = locksFor(draft, m_shelf.catalogue(), *context().forum).everything;
    shown.running = busy && std::any_of(chosen.begin(), chosen.end(), [this](BadgeId id) { return isPublishing(id); });
    shown.otherRunning = busy && !shown.running;
    shown.done = m_publisher->over();
    shown.total = int(m_publisher->badges().size());
    shown.kept = m_keeper->isKeeping();
    shown.others = m_shelf.changedCount() - int(changed.size());
    m_bar->setShown(shown);
    m_publish->setEnabled(shown.changed && shown.problems.isEmpty() && shown.locked.isEmpty() && !busy);
    m_publishAll->setEnabled(m_shelf.changedCount() > 0 && shown.locked.isEmpty() && !busy);
    m_discard->setEnabled(shown.changed && !shown.running);
}

void BadgesPage::publish()
{
    if (m_publish->isEnabled())
        publishBadges(changedAmong(m_list->selected()));
}

void BadgesPage::publishAll()
{
    if (m_publishAll->isEnabled())
        publishBadges(changedAmong(m_shelf.ids()));
}

void BadgesPage::publishBadges(const QList<BadgeId> &ids)
{
    QList<BadgeDraft> drafts;
    for (const BadgeId id : ids)
        drafts << m_shelf.draft(id);
    const BadgePublisher::Batch batch = m_publisher->batchOf(drafts, m_shelf.catalogue());
    if (batch.ids.isEmpty()) {
        m_result->say(Tone::Look, tr("This cannot be published."), batch.leftOut.isEmpty() ? QString() : batch.leftOut.first().why);
        return;
    }
    Question question;
    const int count = int(batch.ids.size());
    if (drafts.size() == 1) {
        question.title = tr("Publish “%1” to %2?").arg(drafts.first().edited.name.trimmed(), context().address());
        question.consequence = whatPublishingMeans(drafts.first());
        question.yes = tr("Publish");
    } else {
        question.title = tr("Publish %Ln badge(s) to %1?", nullptr, count).arg(context().address());
        question.consequence = whatPublishingMeans(batch);
        question.yes = tr("Publish %Ln badge(s)", nullptr, count);
    }
    confirmRun(this, context().ask, context().connection(), question, [this, batch] {
        m_result->clear();
        const Result<Done> started = m_publisher->start(batch);
        if (!started)
            m_result->sayError(started.error(), context().address());
    });
}

void BadgesPage::publishingChanged()
{
    const bool busy = m_publisher->state() != BadgePublisher::State::Idle || m_refreshing;
    const bool mine = isPublishing(m_list->current());
    const QList<BadgeId> chosen = m_list->selected();
    // What is on its way must not change under the hand; every other badge can be worked on.
    m_editor->setEnabled(!mine);
    m_bulk->setEnabled(std::any_of(chosen.begin(), chosen.end(), [this](BadgeId id) { return !isPublishing(id); }));
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
    return (m_publisher->state() != BadgePublisher::State::Idle || m_refreshing) && m_publisher->badges().contains(id);
}

void BadgesPage::publishingEnded(const QList<BadgePublisher::Outcome> &outcomes)
{
    const bool any = std::any_of(outcomes.begin(), outcomes.end(), [](const BadgePublisher::Outcome &one) { return one.published; });
    if (!any) {
        publishingChanged();
        sayPublished(outcomes);
        return;
    }
    m_refreshing = true;
    auto *call = context().forum->badges()->list();
    call->then(this, [this, outcomes](const Result<BadgeCatalogue> &now) {
        m_refreshing = false;
        QList<BadgePublisher::Outcome> told = outcomes;
        for (BadgePublisher::Outcome &one : told) {
            if (!one.published)
                continue;
            const BadgeDraft draft = m_shelf.draft(one.id);
            Badge asWanted = draft.edited;
            asWanted.id = one.onForum;
            const Badge *found = now ? now->find(one.onForum) : nullptr;
            m_history->forget({one.id});
            m_shelf.published(one.id, found ? *found : asWanted);
            if (found) {
                QStringList fields;
                for (const QString &field : fieldNames(difference(*found, applied(*found, draft.fields()))))
                    fields << fieldWord(field);
                one.words = fields.isEmpty() ? QString() : tr("The forum left as it was: %1.").arg(fields.join(QStringLiteral(", ")));
            }
        }
        if (now)
            showCatalogue(now);
        publishingChanged();
        sayPublished(told);
        if (!now)
            m_readNotice->sayError(now.error(), context().address(), tr("The list could not be read again."), [this] { reload(); });
    });
}

void BadgesPage::sayPublished(const QList<BadgePublisher::Outcome> &outcomes)
{
    const QString address = context().address();
    if (outcomes.size() == 1) {
        const BadgePublisher::Outcome &one = outcomes.first();
        if (!one.published)
            m_result->say(Tone::Bad, tr("“%1” was not published.").arg(m_shelf.shown(one.id).name), one.words);
        else if (m_list->current() != one.onForum)
            return;
        else if (one.words.isEmpty())
            m_result->say(Tone::Good, tr("Published to %1.").arg(address));
        else
            m_result->say(Tone::Look, tr("Published to %1, but not all of it.").arg(address), one.words);
        return;
    }
    int published = 0;
    QStringList remarks;
    for (const BadgePublisher::Outcome &one : outcomes) {
        published += one.published ? 1 : 0;
        if (!one.words.isEmpty())
            remarks << tr("“%1”: %2").arg(m_shelf.shown(one.published ? one.onForum : one.id).name.trimmed(), one.words);
    }
    const auto toLedger = [this, run = m_publisher->runId()] { Q_EMIT openPage(PageId::Ledger, run); };
    const bool all = published == outcomes.size();
    const QString sentence = all ? tr("%Ln badge(s) are published to %1.", nullptr, published).arg(address)
                                 : tr("%1 of %Ln badge(s) are published to %2.", nullptr, int(outcomes.size())).arg(locale().toString(published), address);
    m_result->say(all ? remarks.isEmpty() ? Tone::Good : Tone::Look : Tone::Bad, sentence, remarks.mid(0, 5).join(u'\n'), tr("Open in the ledger"), toLedger);
}

} // namespace badgewright::ui
