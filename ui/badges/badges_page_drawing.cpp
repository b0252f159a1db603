// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"
#include "artwork/picture_edit.h"
#include "artwork/pixels.h"
#include "support/worker_call.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/kit/notice.h"
#include "ui/studio/picture_editor.h"
#include "ui/studio/studio_dialog.h"

#include <QAction>
#include <QLocale>

namespace badgewright::ui {

using Stage = artwork::DesignStore::Stage;

namespace {

/// Of a picture editor: the badge it is for, which may be published while it is open.
constexpr const char *kBadgeProperty = "badge";

QString fetchingWords(const QString &host, qint64 done, qint64 total)
{
    if (!done)
        return BadgesPage::tr("Fetching the picture from %1…").arg(host);
    const QString bytes = QLocale().formattedDataSize(done, 0, QLocale::DataSizeSIFormat);
    return total > done ? BadgesPage::tr("Fetching from %1: %2 of %3").arg(host, bytes, QLocale().formattedDataSize(total, 0, QLocale::DataSizeSIFormat))
                        : BadgesPage::tr("Fetching from %1: %2").arg(host, bytes);
}

} // namespace

void BadgesPage::listenToStudios()
{
    connect(m_draw, &QAction::triggered, this, &BadgesPage::draw);
    connect(m_drawNew, &QAction::triggered, this, &BadgesPage::drawNew);
    connect(m_editPicture, &QAction::triggered, this, &BadgesPage::editPicture);
    connect(m_editor->picture(), &PictureSection::drawWanted, m_draw, &QAction::trigger);
    connect(m_editor->picture(), &PictureSection::editWanted, m_editPicture, &QAction::trigger);
    m_intake->setWeb(context().web);
    PictureSection *section = m_editor->picture();
    connect(section, &PictureSection::stopWanted, this, [this] { m_intake->stopFetching(m_list->current()); });
    connect(m_intake, &PictureIntake::fetching, this, [this, section](BadgeId id, const QString &host, qint64 done, qint64 total) {
        if (id == m_list->current())
            section->setFetching(fetchingWords(host, done, total));
    });
    connect(m_intake, &PictureIntake::fetchingEnded, this, [this, section](BadgeId id) {
        if (id == m_list->current())
            section->setFetching({});
    });
    connect(m_list, &BadgeListPane::chosen, section, [this, section](BadgeId id) {
        section->setFetching(m_intake->isFetching(id) ? tr("Fetching the picture…") : QString());
    });
    connect(&m_shelf, &BadgeShelf::idChanged, this, &BadgesPage::badgeRenumbered);
    connect(&m_shelf, &BadgeShelf::badgeChanged, this, [this](BadgeId id) {
        const Badge badge = m_shelf.shown(id);
        for (const QPointer<StudioDialog> &studio : std::as_const(m_studios)) {
            if (studio && badgeOfDesign(studio->key()) == id)
                studio->setBadge(badge.name.trimmed(), badge.typeId);
        }
    });
    connect(m_removal, &BadgeRemoval::removed, this, [this](BadgeId id) {
        m_designs.remove(designKey(id), Stage::InUse);
        m_designs.remove(designKey(id), Stage::Draft);
    });
}

void BadgesPage::dressDraw()
{
    const BadgeId id = m_list->current();
    const QString locked = id ? locksFor(m_shelf.draft(id), m_shelf.catalogue(), *context().forum).reason(QStringLiteral("image_upload_id")) : QString();
    const bool may = id && locked.isEmpty();
    m_draw->setEnabled(may);
    m_draw->setToolTip(locked);
    m_editPicture->setEnabled(may && !m_face->image().isNull());
    m_drawNew->setEnabled(m_new->isEnabled());
}

QString BadgesPage::designKey(BadgeId id)
{
    if (id > 0)
        return artwork::DesignStore::keyOf(id);
    QString &key = m_newDesigns[id];
    // Ids below zero begin anew with each start; a design must not come up in another badge then.
    if (key.isEmpty())
        key = artwork::DesignStore::newKey();
    return key;
}

BadgeId BadgesPage::badgeOfDesign(const QString &asked) const
{
    const QString key = m_movedDesigns.value(asked, asked);
    for (auto it = m_newDesigns.begin(); it != m_newDesigns.end(); ++it) {
        if (it.value() == key)
            return it.key();
    }
    const QList<BadgeId> ids = m_shelf.ids();
    for (const BadgeId id : ids) {
        if (id > 0 && artwork::DesignStore::keyOf(id) == key)
            return id;
    }
    return 0;
}

void BadgesPage::badgeRenumbered(BadgeId before, BadgeId now)
{
    // Asked for one that it does not have, designKey() would make one up.
    const QString from = before > 0 || m_newDesigns.contains(before) ? designKey(before) : QString();
    const QString to = designKey(now);
    if (!from.isEmpty()) {
        m_designs.move(from, to);
        m_movedDesigns.insert(from, to);
        m_newDesigns.remove(before);
    }
    m_history->forget({before});
    if (now < 0)
        m_keepNotice->say(Tone::Look, tr("“%1” is gone from the forum. Your changes to it stand here as a new badge.").arg(m_shelf.shown(now).name.trimmed()));
    for (const QPointer<StudioDialog> &studio : std::as_const(m_studios)) {
        if (studio && studio->key() == from)
            studio->setKey(to);
    }
    for (const QPointer<PictureEditor> &editor : std::as_const(m_pictureEditors)) {
        if (editor && editor->property(kBadgeProperty).toLongLong() == before)
            editor->setProperty(kBadgeProperty, now);
    }
}

bool BadgesPage::isDrawn(const BadgeDraft &draft)
{
    const QString key = draft.id ? designKey(draft.id) : QString();
    if (!m_designs.has(key, Stage::InUse))
        return false;
    const std::optional<artwork::DrawnPicture> drawn = m_designs.picture(key);
    if (!drawn)
        return true;
    return draft.picture ? drawn->isFile(draft.picture->original.original) : drawn->isShownBy(draft.edited);
}

void BadgesPage::designSent(BadgeId id, const BadgeDraft &draft)
{
    if (!draft.picture)
        return;
    std::optional<artwork::DrawnPicture> drawn = m_designs.picture(designKey(id));
    if (!drawn || drawn->awaited || drawn->isShownBy(draft.published) || !drawn->isFile(draft.picture->original.original))
        return;
    // Should the program end before the forum's answer is read, the badge's next picture is known for this one.
    drawn->onForum = artwork::ForumPicture::of(draft.published);
    drawn->awaited = true;
    (void)m_designs.keepPicture(designKey(id), *drawn);
}

void BadgesPage::designPublished(BadgeId id, const BadgeDraft &draft, const Badge *now)
{
    if (!draft.picture || !now)
        return;
    std::optional<artwork::DrawnPicture> drawn = m_designs.picture(designKey(id));
    if (!drawn)
        return;
    if (drawn->isFile(draft.picture->original.original))
        drawn->onForum = artwork::ForumPicture::of(*now);
    else if (drawn->awaited)
        drawn->onForum = {}; // it never came there
    else
        return;
    drawn->awaited = false;
    (void)m_designs.keepPicture(designKey(id), *drawn);
}

void BadgesPage::drawNew()
{
    newBadge();
    draw();
}

void BadgesPage::draw()
{
    const BadgeId id = m_list->current();
    if (!m_draw->isEnabled())
        return;
    const QString key = designKey(id);
    m_studios.removeAll(QPointer<StudioDialog>());
    for (const QPointer<StudioDialog> &studio : std::as_const(m_studios)) {
        if (studio->key() == key) {
            studio->show();
            studio->raise();
            studio->activateWindow();
            return;
        }
    }
    const Badge badge = m_shelf.shown(id);
    StudioStart start;
    start.key = key;
    start.badgeName = badge.name.trimmed();
    start.typeId = badge.typeId;
    // The one that new badges have by themselves was chosen by nobody.
    if (badge.icon != u"certificate") {
        start.iconName = badge.icon;
        start.iconSvg = m_face->iconSvg();
    }
    start.whyNoBadges = m_whyNoNew;
    start.keysInUse = m_newDesigns.values();
    start.ofAnotherPicture = !isDrawn(m_shelf.draft(id));
    auto *studio = new StudioDialog(context(), m_pictures, m_designs, start, nullptr);
    studio->setAttribute(Qt::WA_DeleteOnClose);
    connect(studio, &StudioDialog::designReady, this,
            [this, studio](const artwork::BadgeDesign &design) { takeDrawn(studio->key(), design); });
    connect(studio, &StudioDialog::badgesWanted, this, [this, studio](const QList<artwork::NamedDesign> &designs) {
        makeBadges(badgeOfDesign(studio->key()), designs);
    });
    // What the menu says of the design depends on it.
    connect(studio, &QObject::destroyed, this, &BadgesPage::showPicture);
    m_studios << studio;
    studio->show();
}

void BadgesPage::takeDrawn(const QString &key, const artwork::BadgeDesign &design)
{
    ++m_painting;
    // Packing a picture as small as it can be takes a tenth of a second, and a series has many.
    runLater<QByteArray>(this, [design] {
        return Result<QByteArray>(artwork::pngBytes(artwork::designImage(design, artwork::kDesignSide)));
    })->then(this, [this, key, design](const Result<QByteArray> &png) {
        --m_painting;
        const BadgeId id = badgeOfDesign(key);
        if (!png || !m_shelf.contains(id))
            return;
        rememberDrawn(designKey(id), design, *png);
        const QString name = m_shelf.shown(id).name.trimmed();
        m_intake->takeBytes(id, *png, (name.isEmpty() ? tr("badge") : name) + QStringLiteral(".png"), true, false);
    });
}

void BadgesPage::rememberDrawn(const QString &key, const artwork::BadgeDesign &design, const QByteArray &png)
{
    // One that could not be kept leaves the one before it, which is not this picture's.
    const Result<artwork::BadgeDesign> kept = m_designs.read(key, Stage::InUse);
    if (!kept || artwork::designToJson(*kept) != artwork::designToJson(design))
        return;
    const std::optional<artwork::DrawnPicture> before = m_designs.picture(key);
    // The same picture again may be on the forum already.
    if (!before || !before->isFile(png))
        (void)m_designs.keepPicture(key, artwork::DrawnPicture::of(png));
}

void BadgesPage::makeBadges(BadgeId like, const QList<artwork::NamedDesign> &designs)
{
    if (!m_whyNoNew.isEmpty() || designs.isEmpty())
        return;
    const Badge model = m_shelf.shown(like);
    QList<BadgeId> made;
    QString problem;
    for (const artwork::NamedDesign &one : designs) {
        const BadgeId id = m_shelf.addNew();
        BadgeDraft draft = m_shelf.draft(id);
        Badge &badge = draft.edited;
        badge.name = one.name.trimmed();
        badge.typeId = one.design.typeId;
        if (m_shelf.contains(like)) {
            badge.description = model.description;
            badge.longDescription = model.longDescription;
            badge.groupingId = model.groupingId;
            badge.allowTitle = model.allowTitle;
            badge.multipleGrant = model.multipleGrant;
            badge.listable = model.listable;
            badge.showPosts = model.showPosts;
            if (badge.showInPostHeader)
                badge.showInPostHeader = model.showInPostHeader;
        }
        m_shelf.setDraft(draft);
        const Result<Done> kept = m_designs.keep(designKey(id), Stage::InUse, one.design);
        if (!kept)
            problem = kept.error().detail;
        takeDrawn(designKey(id), one.design);
        made << id;
    }
    m_history->added(made, tr("%n new badge(s)", nullptr, int(made.size())));
    m_list->choose(made.first());
    const QString sentence = tr("New badges stand in the list, not published yet: %1.").arg(designs.size());
    if (problem.isEmpty())
        m_result->say(Tone::Good, sentence);
    else
        m_result->say(Tone::Look, sentence, tr("Their designs could not be kept. %1").arg(problem));
}

void BadgesPage::offerNewColour(BadgeId id)
{
    const QString key = designKey(id);
    const int typeId = m_shelf.shown(id).typeId;
    const Result<artwork::BadgeDesign> design = m_designs.read(key, Stage::InUse);
    if (!design || !m_shelf.draft(id).hasPicture() || !isDrawn(m_shelf.draft(id)))
        return;
    const artwork::BadgeDesign recoloured = artwork::forType(*design, typeId);
    if (recoloured.layers == design->layers)
        return;
    m_result->say(Tone::Note, tr("The design of this badge's picture follows its type."), {}, tr("Draw it in the new colour"),
                  [this, key, recoloured] {
                      m_result->clear();
                      const Result<Done> kept = m_designs.keep(key, Stage::InUse, recoloured);
                      takeDrawn(key, recoloured);
                      if (!kept)
                          m_result->say(Tone::Look, tr("Its design could not be kept. %1").arg(kept.error().detail));
                  });
}

void BadgesPage::editPicture()
{
    const BadgeId id = m_list->current();
    if (!m_editPicture->isEnabled())
        return;
    const BadgeDraft draft = m_shelf.draft(id);
    if (draft.picture) {
        openPictureEditor(id, draft.picture->original);
        return;
    }
    PictureSection *section = m_editor->picture();
    section->setComplaint({});
    artwork::checkPictureLater(this, m_face->bytes(), m_face->fileName(), artwork::limitsFor(context().forum->site()))
        ->then(this, [this, id, section](const Result<artwork::CheckedPicture> &checked) {
            if (checked)
                openPictureEditor(id, *checked);
            else if (id == m_list->current())
                section->setComplaint(checked.error().detail);
        });
}

void BadgesPage::openPictureEditor(BadgeId id, const artwork::CheckedPicture &picture)
{
    const Result<QImage> pixels = artwork::editablePixels(picture);
    if (!pixels) {
        if (id == m_list->current())
            m_editor->picture()->setComplaint(pixels.error().detail);
        return;
    }
    auto *editor = new PictureEditor(context(), picture, *pixels, m_shelf.shown(id).name.trimmed(), nullptr);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setProperty(kBadgeProperty, id);
    connect(editor, &PictureEditor::pictureReady, this, [this, editor](const artwork::CheckedPicture &edited) {
        const BadgeId badge = editor->property(kBadgeProperty).toLongLong();
        if (!m_shelf.contains(badge))
            return;
        ChosenPicture chosen;
        chosen.original = edited;
        m_intake->remake(badge, chosen, true, false);
    });
    m_pictureEditors.removeAll(QPointer<PictureEditor>());
    m_pictureEditors << editor;
    editor->show();
}

} // namespace badgewright::ui
