// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badges_page.h"

#include "ui/badge_sets/badge_files_drop.h"
#include "ui/badge_sets/badge_imports.h"
#include "ui/badge_sets/set_export.h"
#include "ui/badges/badge_copies.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_publishing.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badge_studios.h"
#include "ui/badges/badge_truth.h"
#include "ui/badges/bulk_editor.h"
#include "ui/badges/bulk_face.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/draft_keeper.h"
#include "ui/badges/grouping_dialog.h"
#include "ui/badges/picture_drop.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/badges/preview_column.h"
#include "ui/badges/publish_bar.h"
#include "ui/grants/grant_dialog.h"
#include "ui/kit/notice.h"
#include "ui/words/error_words.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QStackedWidget>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kFindingsPause = 150; // ms after the last key; findings look at every pixel
constexpr int kHoldersPause = 350;  // ms a badge must stay chosen before the forum is asked about it

} // namespace

BadgesPage::BadgesPage(const PageContext &context, QWidget *parent)
    : Page(context, parent),
      m_designs(new BadgeDesigns(&m_shelf, artwork::DesignStore(context.designs, context.connection().id), this)),
      m_history(new DraftHistory(&m_shelf, this)),
      m_keeper(new DraftKeeper(&m_shelf, DraftStore(context.drafts, context.connection().id), [this](BadgeId id) { return m_designs->key(id); }, this)),
      m_pictures(new BadgePictures(context.forum->badges(), this)),
      m_face(new BadgeFace(m_pictures, this)),
      m_intake(new PictureIntake(context.forum, this)),
      m_copies(new BadgeCopies({&m_shelf, m_history, m_designs, m_pictures, m_intake}, this)),
      m_studios(new BadgeStudios(context, {&m_shelf, m_designs, m_pictures, m_intake}, this)),
      m_drop(new PictureDrop(this)),
      m_newDrop(new PictureDrop(this))
{
    m_pictures->keepIconsIn(artwork::IconStore(context.icons, context.connection().id), context.clock);
    m_pictures->keepPicturesIn(artwork::PictureStore(context.pictures, context.connection().id), context.clock);
    makeActions();
    layOut();
    m_publishing = new BadgePublishing(context, {&m_shelf, m_history, m_result, [this] { return m_list->current(); }, [this](const Result<BadgeCatalogue> &now) { showPublished(now); }}, this);
    m_truth = new BadgeTruth(context,
                             {{&m_shelf, m_face, m_intake, m_editor, [this] { return m_list->current(); },
                               [this](const BadgeDraft &draft) { return locksFor(draft, m_shelf.catalogue(), *this->context().forum); },
                               [this](const BadgeDraft &draft) { edit(draft); }, [this] { chooseIcon({m_list->current()}); }, {}},
                              m_pictures,
                              m_preview},
                             this);
    makeBulkFace();
    listenToParts();
    listenToPublishing();
    listenToStudios();
    listenToDrafts();
    restoreLayout();
    choose(0);
}

BadgesPage::~BadgesPage()
{
    // They belong to the forum that is being closed; what is under way is in the ledger.
    for (const QPointer<GrantDialog> &dialog : std::as_const(m_dialogs))
        delete dialog;
    delete m_imports;
    delete m_studios;
    delete m_keeper; // while there is a shelf to write down
}

bool BadgesPage::hasUnsaved() const
{
    // A picture that is being made is in no draft yet.
    return !m_keeper->keepsAll() || m_intake->isWorking() || m_bulkFace->isWorking() || m_studios->hasUnsaved() || m_copies->isWaiting() || GrantDialog::anyUnsaved(m_dialogs) || m_imports->hasUnsaved()
        || (m_groupingDialog && m_groupingDialog->hasUnsaved());
}

void BadgesPage::listenToParts()
{
    connect(m_list, &BadgeListPane::chosen, this, &BadgesPage::choose);
    connect(m_list, &BadgeListPane::moveWanted, this, &BadgesPage::move);
    connect(&m_shelf, &BadgeShelf::badgeChanged, this, [this](BadgeId id) {
        if (id == m_list->current())
            showDraft();
        else
            m_barSoon.start(); // many may follow
    });
    m_barSoon.setSingleShot(true);
    m_barSoon.setInterval(0);
    connect(&m_barSoon, &QTimer::timeout, this, [this] {
        if (isBulk())
            showBulk(); // one of them may have changed
        showBar();
    });
    connect(m_editor, &BadgeEditor::edited, this, &BadgesPage::edit);
    connect(m_face, &BadgeFace::changed, this, &BadgesPage::showPicture);

    PictureSection *picture = m_editor->picture();
    const auto take = [this](const PictureSource &source) {
        if (isBulk())
            m_bulkFace->take(source);
        else if (m_list->current())
            m_intake->take(m_list->current(), source);
    };
    connect(picture, &PictureSection::picked, this, take);
    connect(picture, &PictureSection::remakeWanted, this, &BadgesPage::remakePicture);
    connect(picture, &PictureSection::iconWanted, this, [this] { chooseIcon({m_list->current()}); });
    connect(picture, &PictureSection::removeWanted, this, [this] {
        BadgeDraft draft = m_shelf.draft(m_list->current());
        draft.removePicture();
        edit(draft);
    });
    // Files go to the import: whoever watches last is asked first.
    for (QWidget *place : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_problem)}) {
        m_newDrop->watch(place);
        m_filesDrop->watch(place);
    }
    connect(m_newDrop, &PictureDrop::dropped, this, &BadgesPage::newBadgeOf);
    connect(m_filesDrop, &BadgeFilesDrop::dropped, m_imports, &BadgeImports::open);
    connect(m_setExport, &SetExport::busyChanged, this, [this] { m_export->setEnabled(m_read && !m_setExport->isBusy()); });
    m_drop->watch(m_editor);
    m_drop->watch(m_bulk);
    m_drop->watch(m_preview);
    connect(m_drop, &PictureDrop::dropped, this, take);
    connect(m_drop, &PictureDrop::hovering, this, [this](bool yes) { (isBulk() ? m_bulk->picture() : m_editor->picture())->setHovered(yes); });

    connect(m_intake, &PictureIntake::started, this, [this, picture](BadgeId id) {
        if (id == m_list->current()) {
            picture->setComplaint({});
            picture->setBusy(true);
            dressDraw();
        }
    });
    connect(m_intake, &PictureIntake::ready, this, &BadgesPage::takePicture);
    connect(m_intake, &PictureIntake::failed, this, [this, picture](BadgeId id, const QString &why) {
        if (takeAwayUntouched(id, why))
            return;
        if (id == m_list->current()) {
            picture->setBusy(false);
            picture->setComplaint(why);
            dressDraw();
        }
    });

    connect(m_bulk, &BulkEditor::edited, this, &BadgesPage::editMany);
    connect(m_list, &BadgeListPane::selectionChanged, this, &BadgesPage::dressGrant);
    connect(m_list, &BadgeListPane::selectionChanged, this, &BadgesPage::dressDelete);
    connect(m_list, &BadgeListPane::selectionChanged, this, &BadgesPage::showSelection);
    connect(m_removal, &BadgeRemoval::busyChanged, this, &BadgesPage::dressDelete);
    connect(m_removal, &BadgeRemoval::removed, &m_shelf, &BadgeShelf::discard);
    connect(m_removal, &BadgeRemoval::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    // Runs from other pages (an undo, a grant) change badges too.
    connect(context().runs, &runs::RunCentre::runFinished, this, [this](runs::Run *run) {
        const bool ours = m_publishing->isBusy() && run->id() == m_publishing->runId(); // what it made is read when it is over
        if (ours || run->summary().forumId != context().connection().id)
            return;
        m_stale = true;
        if (isVisible())
            reload();
    });

    m_findingsSoon.setSingleShot(true);
    m_findingsSoon.setInterval(kFindingsPause);
    connect(&m_findingsSoon, &QTimer::timeout, this, &BadgesPage::lookForFindings);
    m_holdersSoon.setSingleShot(true);
    m_holdersSoon.setInterval(kHoldersPause);
    connect(&m_holdersSoon, &QTimer::timeout, this, &BadgesPage::lookAtHolders);
}

void BadgesPage::activate()
{
    if (!m_read || m_stale)
        reload();
}

void BadgesPage::takeFocus()
{
    if (m_stack->currentWidget() == m_workbench)
        m_list->focusList();
    else
        Page::takeFocus();
}

void BadgesPage::open(const QVariant &argument)
{
    m_list->choose(argument.toLongLong());
}

QList<QAction *> BadgesPage::commands() const
{
    return {m_new,  m_duplicate, m_drawNew, m_draw,      m_editPicture, m_grant,  m_publish,         m_publishAll, m_discard,
            m_undo, m_redo,      m_delete,  m_groupings, m_import,      m_export, m_truth->action(), m_search,
            m_filter, m_nextChanged};
}

void BadgesPage::reload()
{
    BadgeDesk *desk = context().forum->badges();
    if (!desk) {
        showProblem(QStringLiteral("badge"), tr("This forum has no badges that could be designed."), {});
        return;
    }
    const Capability list = context().capabilities().of(Ability::ListBadges);
    if (!list.allowed) {
        showProblem(QStringLiteral("lock"),
                    list.reason.isEmpty() ? tr("This connection may not list badges.") : list.reason, {});
        return;
    }
    if (m_reading)
        return;
    // A new badge that is on its way would be found on the forum, and not be the same as the one that comes out of the run.
    m_stale = m_publishing->isBusy();
    if (m_stale)
        return;
    m_pictures->forgetFailed();
    if (!m_read && m_stack->currentWidget() != m_workbench)
        m_stack->setCurrentWidget(m_loading);
    m_keeper->load(context().forum->site());
    auto *call = desk->list();
    m_reading = call;
    call->then(this, [this](const Result<BadgeCatalogue> &result) {
        m_reading.clear();
        if (m_publishing->isBusy()) // since it was asked for
            m_stale = true;
        else
            showCatalogue(result);
    });
}

void BadgesPage::showCatalogue(const Result<BadgeCatalogue> &result)
{
    if (!m_keeper->isLoaded()) {
        m_readEarly = result;
        return;
    }
    if (!result) {
        if (!m_read && m_keeper->catalogue())
            showFromMemory(result.error());
        else if (m_read)
            m_readNotice->sayError(result.error(), context().address(), tr("The list could not be read again."), [this] { reload(); });
        else
            showProblem(QStringLiteral("warning"), words::sentence(result.error(), context().address()), tr("Try again"));
        return;
    }
    m_readNotice->clear();
    m_read = true;
    m_keeper->keepCatalogue({*result, context().clock->utcNow()});
    showBadges(*result);
    takeAwaitedDesigns();
    m_pictures->fetchAhead(result->badges);
}

void BadgesPage::showBadges(const BadgeCatalogue &catalogue)
{
    m_editor->setChoices(catalogue);
    m_bulk->setChoices(catalogue);
    m_shelf.setCatalogue(catalogue);
    forgetGone();
    m_new->setEnabled(m_whyNoNew.isEmpty());
    m_newDrop->setEnabled(m_new->isEnabled());
    m_import->setEnabled(true);
    m_filesDrop->setEnabled(true);
    m_export->setEnabled(!m_setExport->isBusy());
    m_drawNew->setEnabled(m_new->isEnabled());
    dressGroupings();
    if (m_shelf.ids().isEmpty()) {
        showEmptyForum();
        return;
    }
    m_stack->setCurrentWidget(m_workbench);
    if (!m_list->current())
        m_list->chooseFirst();
    else
        showDraft();
    m_holdersSoon.start(); // a run may have added some
    if (hasFocus() && !m_focusWaits) // it waited for the list
        takeFocus();
}

void BadgesPage::choose(BadgeId id)
{
    m_nothing->setSentence(m_shelf.ids().isEmpty() ? tr("There is no badge here yet.")
                                                   : tr("Choose a badge in the list to see and change it."));
    m_bench->setCurrentIndex(id ? 0 : 1);
    m_result->clear();
    m_history->endStep();
    m_editor->picture()->setComplaint({});
    m_editor->picture()->setBusy(m_intake->isMaking(id));
    m_editor->setFacts({});
    publishingChanged();
    showDraft();
    m_holdersSoon.start();
}

void BadgesPage::showDraft()
{
    const BadgeId id = m_list->current();
    const BadgeDraft draft = m_shelf.draft(id);
    const FieldLocks locks = locksFor(draft, m_shelf.catalogue(), *context().forum);
    m_editor->setDraft(draft, locks);
    m_editor->setNameProblem(draft.nameProblem(m_shelf.catalogue()));
    m_drop->setEnabled(id && locks.reason(QStringLiteral("image_upload_id")).isEmpty());
    if (isBulk())
        showBulk();
    m_face->follow(draft);
    showClashes();
    showBar();
    dressDuplicate();

    dressGrant();
    dressDelete();
    dressDraw();
}

void BadgesPage::showPicture()
{
    const BadgeDraft draft = m_shelf.draft(m_list->current());
    PictureSection::Shown shown;
    shown.image = m_face->image();
    shown.facts = m_face->facts();
    shown.waiting = m_face->isWaiting();
    shown.onForum = !draft.picture;
    if (draft.picture) {
        shown.square = draft.picture->square;
        shown.trim = draft.picture->trim;
    }
    shown.iconSvg = m_face->iconSvg();
    shown.iconUnknown = m_face->isIconUnknown();
    shown.typeId = draft.edited.typeId;
    shown.isGlyph = !draft.hasPicture() && !draft.edited.icon.isEmpty();
    shown.hasDesign = m_designs->hasAny(draft);
    m_editor->picture()->setShown(shown);
    dressDraw();

    m_truth->show();
    m_findingsSoon.start();
}

void BadgesPage::lookForFindings()
{
    m_truth->showFindings();
}

void BadgesPage::lookAtHolders()
{
    const BadgeId id = m_list->current();
    const BadgeDraft draft = m_shelf.draft(id);
    if (!id || draft.isNew())
        return;
    const QString count = tr("%Ln holder(s)", nullptr, draft.published.grantCount);
    m_editor->setFacts(count);
    GrantDesk *desk = context().forum->grants();
    if (!desk || !context().capabilities().may(Ability::ListHolders) || !draft.published.enabled
        || !draft.published.grantCount)
        return;
    desk->holders(id)->then(this, [this, id, count](const Result<HolderPage> &page) {
        if (id == m_list->current() && page && !page->grants.isEmpty())
            m_editor->setFacts(tr("%1 · last granted %2").arg(count, words::moment(page->grants.first().grantedAt, context().clock->utcNow())));
    });
}

void BadgesPage::edit(const BadgeDraft &draft)
{
    const int typeBefore = m_shelf.shown(draft.id).typeId;
    m_history->edit({draft});
    if (typeBefore != draft.edited.typeId)
        offerNewColour(draft.id);
}

} // namespace badgewright::ui
