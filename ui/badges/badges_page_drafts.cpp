// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/badge_imports.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_list_model.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/draft_keeper.h"
#include "ui/kit/notice.h"
#include "ui/words/badge_words.h"
#include "ui/words/error_words.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QStackedWidget>

// Drafts over time: kept on this computer, laid over what the forum has meanwhile, undone and redone.

namespace badgewright::ui {

void BadgesPage::listenToDrafts()
{
    connect(m_keeper, &DraftKeeper::loaded, this, &BadgesPage::showKept);
    connect(m_keeper, &DraftKeeper::trouble, this, [this](const QString &why) {
        m_keepNotice->say(Tone::Bad, tr("What is not published could not be kept on this computer, and is lost when the program ends."), why);
        showBar();
    });
    connect(m_keeper, &DraftKeeper::keepingAgain, this, [this] {
        m_keepNotice->say(Tone::Good, tr("What is not published is kept on this computer again."));
        showBar();
    });
    connect(m_keeper, &DraftKeeper::keptElsewhere, this, [this](const QString &lockFile) {
        m_keepNotice->say(Tone::Look, tr("Another Badgewright keeps the drafts of this forum. What you change here is not kept on this computer: publish it before you quit."),
                          tr("Or close the other one and open this forum here again. Should none be running, remove the file %1.").arg(lockFile));
        showBar();
    });
    connect(m_clash, &Notice::dismissed, this, [this] {
        BadgeDraft draft = m_shelf.draft(m_list->current());
        draft.keepOurs();
        m_history->edit({draft}, tr("keeping your own"));
    });

    connect(&m_shelf, &BadgeShelf::foundOnForum, this, &BadgesPage::sayFoundOnForum);

    QUndoStack *stack = m_history->stack();
    connect(stack, &QUndoStack::indexChanged, this, &BadgesPage::dressHistory);
    connect(stack, &QUndoStack::indexChanged, m_result, &Notice::lookAgain);
    connect(m_undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(m_history, &DraftHistory::wentTo, this, [this](const QList<BadgeId> &ids) {
        const QList<BadgeId> chosen = m_list->selected();
        if (std::any_of(chosen.begin(), chosen.end(), [&](BadgeId id) { return ids.contains(id); }))
            return;
        for (const BadgeId id : ids) {
            if (m_shelf.contains(id)) {
                m_list->choose(id);
                return;
            }
        }
        if (!m_list->current())
            m_list->chooseFirst();
    });
    connect(m_removal, &BadgeRemoval::removed, this, [this](BadgeId id) { m_history->forget({id}); });
    dressHistory();
}

void BadgesPage::dressHistory()
{
    QUndoStack *stack = m_history->stack();
    const auto isFree = [this](const QSet<BadgeId> &ids) {
        return std::none_of(ids.begin(), ids.end(), [this](BadgeId id) { return isPublishing(id); });
    };
    m_undo->setEnabled(stack->canUndo() && isFree(m_history->undoTouches()));
    m_redo->setEnabled(stack->canRedo() && isFree(m_history->redoTouches()));
    m_undo->setText(stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo"));
    m_redo->setText(stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo"));
}

/// Of badges that were deleted nothing can be undone.
void BadgesPage::forgetGone()
{
    QSet<BadgeId> gone;
    for (int i = 0; i < m_history->stack()->count(); ++i) {
        const QSet<BadgeId> touched = m_history->touchedBy(i);
        for (const BadgeId id : touched) {
            if (id > 0 && !m_shelf.contains(id))
                gone.insert(id);
        }
    }
    m_history->forget(gone);
}

void BadgesPage::showKept(const DraftStore::Everything &all)
{
    QList<BadgeDraft> drafts;
    for (const DraftStore::Kept &one : all.drafts)
        drafts << one.draft;
    const QList<BadgeId> ids = m_shelf.adopt(drafts);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (ids.at(i) < 0)
            m_designs->setKey(ids.at(i), all.drafts.at(i).key);
    }
    if (!all.troubles.isEmpty())
        m_keepNotice->say(Tone::Bad, all.troubles.first(), all.troubles.mid(1).join(u'\n'));
    else if (!ids.isEmpty())
        sayHereAgain(ids);
    m_imports->sayUnfinished();
    if (m_readEarly)
        showCatalogue(*std::exchange(m_readEarly, std::nullopt));
}

void BadgesPage::sayHereAgain(const QList<BadgeId> &ids)
{
    m_news->say(Tone::Note, tr("%n badge(s) that you have not published are here again.", nullptr, int(ids.size())), {}, tr("Show only those"), [this] {
        m_news->clear();
        m_list->showOnly(BadgeKind::Changed);
    });
    m_news->staysWhile([this, ids] { return std::any_of(ids.begin(), ids.end(), [this](BadgeId id) { return m_shelf.isChanged(m_shelf.idNow(id)); }); });
}

/// The forum cannot be asked: what it had is good enough to go on designing.
void BadgesPage::showFromMemory(const Error &error)
{
    const CatalogueOnFile kept = *m_keeper->catalogue();
    showBadges(m_shelf.completed(kept.catalogue));
    if (context().forum->isOffline()) // which is said above every page
        return;
    m_readNotice->sayError(error, context().address(),
                           tr("The list could not be read. You see what the forum had %1; what you change is kept on this computer until it can be published.")
                               .arg(words::moment(kept.readAt, context().clock->utcNow())),
                           [this] { reload(); });
}

void BadgesPage::sayFoundOnForum(const QList<BadgeId> &asLeft, const QList<BadgeId> &withOwnPicture)
{
    const auto names = [this](const QList<BadgeId> &ids) {
        QStringList all;
        for (const BadgeId id : ids)
            all << tr("“%1”").arg(m_shelf.shown(id).name);
        return all.join(QStringLiteral(", "));
    };
    const QString same = asLeft.isEmpty() ? QString() : tr("On the forum by now, as it was left here: %1.").arg(names(asLeft));
    if (withOwnPicture.isEmpty())
        m_news->say(Tone::Note, same); // nobody here did that: it stays until it is read
    else
        m_news->say(Tone::Look, tr("On the forum by now, perhaps with another picture: %1. The picture chosen here stays as a change.").arg(names(withOwnPicture)), same);
}

QString BadgesPage::clashWords(const BadgeDraft &draft) const
{
    const auto value = [this](const Badge &badge, const QString &field) { return words::quotedBadgeValue(badge, field, m_shelf.catalogue()); };
    QStringList lines;
    for (const QString &field : draft.openClashes()) {
        if (field == QLatin1String("image_upload_id"))
            lines << tr("picture: both were changed");
        else
            lines << tr("%1: yours %2, the forum’s %3").arg(words::badgeField(field), value(draft.edited, field), value(draft.published, field));
    }
    return lines.join(u'\n');
}

void BadgesPage::showClashes()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    const QStringList clashes = draft.openClashes();
    if (clashes.isEmpty() || isPublishing(draft.id)) {
        m_clash->clear();
        return;
    }
    m_clash->say(Tone::Look, tr("Somebody changed this badge on the forum since you began. Publishing puts yours in its place."), clashWords(draft), tr("Use the forum’s"),
                 [this, id = draft.id] {
                     BadgeDraft now = m_shelf.draft(id);
                     now.takeTheirs();
                     m_history->edit({now}, tr("taking the forum’s"));
                 });
}

} // namespace badgewright::ui
