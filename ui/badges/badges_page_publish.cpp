// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_publishing.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/draft_keeper.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/publish_bar.h"
#include "ui/kit/notice.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

// What the page offers and shows of publishing.

namespace badgewright::ui {

void BadgesPage::listenToPublishing()
{
    connect(m_bar, &PublishBar::publishWanted, this, &BadgesPage::publish);
    connect(m_bar, &PublishBar::publishAllWanted, m_publishAll, &QAction::trigger);
    connect(m_bar, &PublishBar::discardWanted, this, &BadgesPage::discard);
    connect(m_bar, &PublishBar::stopWanted, m_publishing, &BadgePublishing::stop);
    connect(m_bar, &PublishBar::pauseWanted, this, [this] { m_publishing->isPaused() ? m_publishing->resume() : m_publishing->pause(); });
    connect(m_bar, &PublishBar::nextChangedWanted, m_nextChanged, &QAction::trigger);
    connect(m_publishing, &BadgePublishing::wasSent, m_designs, &BadgeDesigns::sent);
    connect(m_publishing, &BadgePublishing::wasPublished, m_designs, &BadgeDesigns::published);
    connect(m_publishing, &BadgePublishing::changed, this, &BadgesPage::publishingChanged);
    connect(m_publishing, &BadgePublishing::ledgerWanted, this, [this](int run) { Q_EMIT openPage(PageId::Ledger, run); });
    // What was not to be read while badges were on their way.
    connect(m_publishing, &BadgePublishing::ended, this, [this] {
        if (m_stale && isVisible())
            reload();
    });
}

QList<BadgeId> BadgesPage::changedAmong(QList<BadgeId> ids) const
{
    ids.removeIf([this](BadgeId id) { return !m_shelf.isChanged(id) || isPublishing(id); });
    return ids;
}

void BadgesPage::showBar()
{
    const QList<BadgeId> chosen = m_list->selected();
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    const bool busy = m_publishing->isBusy();
    QList<BadgeId> changed = chosen;
    changed.removeIf([this](BadgeId id) { return !m_shelf.isChanged(id); });
    PublishBar::Shown shown;
    shown.changed = !changed.isEmpty();
    shown.several = isBulk() ? int(changed.size()) : 0;
    shown.isNew = draft.isNew() && !isBulk();
    shown.fresh = shown.isNew && draft.nameProblem(m_shelf.catalogue()).isEmpty();
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
    if (context().forum->isOffline())
        shown.waits = tr("What is changed can be published when %1 is there again.").arg(context().address());
    shown.running = busy;
    shown.mine = busy && std::any_of(chosen.begin(), chosen.end(), [this](BadgeId id) { return isPublishing(id); });
    shown.paused = m_publishing->isPaused();
    shown.settling = m_publishing->isSettling();
    shown.name = m_shelf.shown(m_shelf.idNow(m_publishing->first())).name.trimmed();
    shown.looking = m_publishing->isLooking();
    shown.done = m_publishing->over();
    shown.total = m_publishing->total();
    shown.kept = m_keeper->isKeeping();
    shown.others = m_shelf.changedCount() - int(changed.size());
    m_bar->setShown(shown);
    const bool mayPublish = shown.locked.isEmpty() && shown.waits.isEmpty() && !busy;
    m_publish->setEnabled(shown.changed && shown.problems.isEmpty() && mayPublish);
    m_publishAll->setEnabled(m_shelf.changedCount() > 0 && mayPublish);
    for (QAction *action : {m_publish, m_publishAll})
        action->setToolTip(shown.waits); // empty: its text
    m_discard->setEnabled(shown.changed && !shown.mine);
    m_nextChanged->setEnabled(nextChanged() != 0);
    m_bar->setVisible(draft.id || busy || m_shelf.changedCount());
    fitHeader(); // how many will be granted or deleted stands there, too
    for (Notice *notice : {m_news, m_result}) // the drafts have changed
        notice->lookAgain();
}

/// After the one that is looked at, in the order of the list, and from its end on from the beginning; 0: there is no other.
BadgeId BadgesPage::nextChanged() const
{
    const QList<BadgeId> ids = m_list->inOrder();
    const qsizetype from = ids.indexOf(m_list->current());
    for (qsizetype i = 1; i <= ids.size(); ++i) {
        const BadgeId id = ids.at((from + i) % ids.size());
        if (id != m_list->current() && m_shelf.isChanged(id))
            return id;
    }
    return 0;
}

void BadgesPage::goToNextChanged()
{
    if (const BadgeId id = nextChanged()) {
        m_list->choose(id);
        m_list->focusList();
    }
}

void BadgesPage::publish()
{
    if (m_publish->isEnabled())
        m_publishing->publish(changedAmong(m_list->selected()));
}

void BadgesPage::publishAll()
{
    if (m_publishAll->isEnabled())
        m_publishing->publish(changedAmong(m_shelf.ids()));
}

void BadgesPage::publishingChanged()
{
    const bool mine = isPublishing(m_list->current());
    const QList<BadgeId> chosen = m_list->selected();
    // What is on its way must not change under the hand; every other badge can be worked on.
    enableEditors(!mine, std::any_of(chosen.begin(), chosen.end(), [this](BadgeId id) { return !isPublishing(id); }));
    if (m_publishing->isPaused()) {
        m_result->say(Tone::Look, tr("Publishing has paused."), m_publishing->reason(), tr("Go on"), [this] { m_publishing->resume(); });
        m_result->staysWhile([this] { return m_publishing->isPaused(); });
    } else {
        m_result->lookAgain();
    }
    if (isBulk())
        showBulk(); // with or without those that are on their way
    showBar();
    dressHistory();
}

void BadgesPage::enableEditors(bool one, bool many)
{
    // A part that is disabled gives the keyboard to whatever comes next, which may be anything. It waits on the page instead.
    QWidget *shown = m_editors->currentWidget();
    QWidget *focused = window()->focusWidget();
    const auto isWithin = [focused](QWidget *part) { return focused && (part == focused || part->isAncestorOf(focused)); };
    const bool enable = isBulk() ? many : one;
    if (!enable && shown->isEnabled() && (isWithin(shown) || isWithin(m_bar))) {
        m_focusBefore = shown->focusWidget();
        m_focusWaits = true;
        Page::takeFocus();
    }
    m_editor->setEnabled(one);
    m_bulk->setEnabled(many);
    if (!enable || !std::exchange(m_focusWaits, false) || !(window()->focusWidget() == this || isWithin(m_bar)))
        return;
    if (m_focusBefore && shown->isAncestorOf(m_focusBefore))
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else
        takeFocus();
}

void BadgesPage::showPublished(const Result<BadgeCatalogue> &now)
{
    // What was published stands on the shelf already; only the rest of the forum is as it was.
    if (now)
        showCatalogue(now);
    else
        m_readNotice->sayError(now.error(), context().address(), tr("The list could not be read again."), [this] { reload(); });
}

bool BadgesPage::isPublishing(BadgeId id) const
{
    return m_publishing->isOnItsWay(id);
}

} // namespace badgewright::ui
