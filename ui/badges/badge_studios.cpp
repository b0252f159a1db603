// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_studios.h"

#include "artwork/design_painter.h"
#include "artwork/picture_edit.h"
#include "support/worker_call.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/picture_intake.h"
#include "ui/kit/own_window.h"
#include "ui/studio/picture_editor.h"
#include "ui/studio/studio_dialog.h"

#include <algorithm>

namespace badgewright::ui {

namespace {

/// Of a picture editor: the badge it is for, which may be published while it is open.
constexpr const char *kBadgeProperty = "badge";

/// What a new badge takes over from the one that it was made from.
void takeAfter(const Badge &model, Badge *badge)
{
    badge->description = model.description;
    badge->longDescription = model.longDescription;
    badge->groupingId = model.groupingId;
    badge->allowTitle = model.allowTitle;
    badge->multipleGrant = model.multipleGrant;
    badge->listable = model.listable;
    badge->showPosts = model.showPosts;
    if (badge->showInPostHeader)
        badge->showInPostHeader = model.showInPostHeader;
}

} // namespace

BadgeStudios::BadgeStudios(const PageContext &context, const Parts &parts, QObject *parent)
    : QObject(parent), m_context(context), m_parts(parts)
{
    connect(parts.designs, &BadgeDesigns::moved, this, [this](const QString &from, const QString &to) {
        if (StudioDialog *studio = studioOf(from))
            studio->setKey(to);
    });
    connect(parts.shelf, &BadgeShelf::idChanged, this, [this](BadgeId before, BadgeId now) {
        for (const QPointer<PictureEditor> &editor : std::as_const(m_editors)) {
            if (editor && editor->property(kBadgeProperty).toLongLong() == before)
                editor->setProperty(kBadgeProperty, now);
        }
    });
    connect(parts.shelf, &BadgeShelf::badgeChanged, this, [this](BadgeId id) {
        const Badge badge = m_parts.shelf->shown(id);
        for (const QPointer<StudioDialog> &studio : std::as_const(m_studios)) {
            if (studio && m_parts.designs->badgeOf(studio->key()) == id)
                studio->setBadge(badge.name.trimmed(), badge.typeId);
        }
    });
}

BadgeStudios::~BadgeStudios()
{
    // Studios keep what is drawn; both kinds use the pictures and icons of the page.
    for (const QPointer<StudioDialog> &studio : std::as_const(m_studios)) {
        if (studio)
            studio->disconnect(this);
        delete studio;
    }
    for (const QPointer<PictureEditor> &editor : std::as_const(m_editors))
        delete editor;
}

QWidget *BadgeStudios::opener() const
{
    return qobject_cast<QWidget *>(parent());
}

bool BadgeStudios::hasUnsaved() const
{
    return m_painting > 0
        || std::any_of(m_editors.begin(), m_editors.end(), [](const QPointer<PictureEditor> &editor) { return editor && editor->hasUnsaved(); });
}

StudioDialog *BadgeStudios::studioOf(const QString &key) const
{
    for (const QPointer<StudioDialog> &studio : m_studios) {
        if (studio && studio->key() == key)
            return studio;
    }
    return nullptr;
}

void BadgeStudios::draw(BadgeId id, const QByteArray &iconSvg, const QString &whyNoBadges)
{
    StudioStart start;
    start.key = m_parts.designs->key(id);
    m_studios.removeAll(QPointer<StudioDialog>());
    if (StudioDialog *open = studioOf(start.key)) {
        showOver(open, opener());
        return;
    }
    const Badge badge = m_parts.shelf->shown(id);
    start.badgeName = badge.name.trimmed();
    start.typeId = badge.typeId;
    // The one that new badges have by themselves was chosen by nobody.
    if (badge.icon != u"certificate") {
        start.iconName = badge.icon;
        start.iconSvg = iconSvg;
    }
    start.whyNoBadges = whyNoBadges;
    start.keysInUse = m_parts.designs->newKeys();
    start.ofAnotherPicture = !m_parts.designs->isDrawn(m_parts.shelf->draft(id));
    auto *studio = new StudioDialog(m_context, m_parts.pictures, m_parts.designs->store(), start, nullptr);
    studio->setAttribute(Qt::WA_DeleteOnClose);
    connect(studio, &StudioDialog::designReady, this,
            [this, studio](const artwork::BadgeDesign &design) { paintFor(studio->key(), design); });
    connect(studio, &StudioDialog::badgesWanted, this, [this, studio](const QList<artwork::NamedDesign> &designs) {
        Q_EMIT badgesWanted(m_parts.designs->badgeOf(studio->key()), designs);
        if (studio->whyNoBadges().isEmpty())
            studio->sayMade(int(designs.size()));
    });
    // Later: while a window says this, pointers to it still lead to what is left of it.
    connect(
        studio, &QObject::destroyed, this, [this, key = start.key] { Q_EMIT closed(m_parts.designs->badgeOf(key)); }, Qt::QueuedConnection);
    m_studios << studio;
    showOver(studio, opener());
}

Result<Done> BadgeStudios::crop(BadgeId id, const artwork::CheckedPicture &picture, int side)
{
    m_editors.removeAll(QPointer<PictureEditor>());
    for (const QPointer<PictureEditor> &open : std::as_const(m_editors)) {
        // One that is at it already may lie behind; a second would work on the same picture.
        if (open->isVisible() && open->property(kBadgeProperty).toLongLong() == id && open->picture().original == picture.original) {
            showOver(open, opener());
            return Done{};
        }
    }
    const Result<QImage> pixels = artwork::editablePixels(picture);
    if (!pixels)
        return fail(pixels.error());
    auto *editor = new PictureEditor(m_context, picture, *pixels, m_parts.shelf->shown(id).name.trimmed(), nullptr, side);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setProperty(kBadgeProperty, id);
    connect(editor, &PictureEditor::pictureReady, this, [this, editor](const artwork::CheckedPicture &edited) {
        const BadgeId badge = editor->property(kBadgeProperty).toLongLong();
        if (!m_parts.shelf->contains(badge))
            return;
        ChosenPicture chosen;
        chosen.original = edited;
        chosen.side = editor->side();
        m_parts.intake->remake(badge, chosen, true, false);
    });
    m_editors << editor;
    showOver(editor, opener());
    return Done{};
}

void BadgeStudios::paint(BadgeId id, const artwork::BadgeDesign &design)
{
    paintFor(m_parts.designs->key(id), design);
}

void BadgeStudios::paintFor(const QString &key, const artwork::BadgeDesign &design)
{
    ++m_painting;
    // A series has many.
    runLater<QByteArray>(this, [design] { return Result<QByteArray>(artwork::designPng(design)); })->then(this, [this, key, design](const Result<QByteArray> &png) {
        --m_painting;
        const BadgeId id = m_parts.designs->badgeOf(key); // it may have been published meanwhile
        if (!png || !m_parts.shelf->contains(id))
            return;
        m_parts.designs->painted(id, design, *png);
        const QString name = m_parts.shelf->shown(id).name.trimmed();
        m_parts.intake->takeBytes(id, *png, (name.isEmpty() ? tr("badge") : name) + QStringLiteral(".png"), true, false, design.side);
    });
}

BadgeStudios::Made BadgeStudios::makeBadges(BadgeId like, const QList<artwork::NamedDesign> &designs)
{
    Made made;
    for (const artwork::NamedDesign &one : designs) {
        const BadgeId id = m_parts.shelf->addNew();
        BadgeDraft draft = m_parts.shelf->draft(id);
        draft.edited.name = one.name.trimmed();
        draft.edited.typeId = one.design.typeId;
        if (m_parts.shelf->contains(like))
            takeAfter(m_parts.shelf->shown(like), &draft.edited);
        m_parts.shelf->setDraft(draft);
        const Result<Done> kept = m_parts.designs->keep(id, one.design);
        if (!kept)
            made.notKept = kept.error().detail;
        paint(id, one.design);
        made.ids << id;
    }
    return made;
}

std::optional<artwork::BadgeDesign> BadgeStudios::inNewColour(BadgeId id) const
{
    const BadgeDraft draft = m_parts.shelf->draft(id);
    if (!draft.hasPicture() || !m_parts.designs->isDrawn(draft))
        return {};
    const Result<artwork::BadgeDesign> design = m_parts.designs->store().read(m_parts.designs->key(id), artwork::DesignStore::Stage::InUse);
    if (!design)
        return {};
    artwork::BadgeDesign recoloured = artwork::forType(*design, m_parts.shelf->shown(id).typeId);
    if (recoloured.layers == design->layers)
        return {};
    return recoloured;
}

} // namespace badgewright::ui
