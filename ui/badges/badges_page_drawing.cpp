// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_copies.h"
#include "ui/badges/badge_designs.h"
#include "ui/badges/badge_editor.h"
#include "ui/badges/badge_face.h"
#include "ui/badges/badge_list_pane.h"
#include "ui/badges/badge_removal.h"
#include "ui/badges/badge_studios.h"
#include "ui/badges/badges_page.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_section.h"
#include "ui/kit/notice.h"

#include <QAction>

namespace badgewright::ui {

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
            section->setFetching(PictureIntake::fetchingWords(host, done, total));
    });
    connect(m_intake, &PictureIntake::fetchingEnded, this, [this, section](BadgeId id) {
        if (id == m_list->current())
            section->setFetching({});
    });
    connect(m_list, &BadgeListPane::chosen, section, [this, section](BadgeId id) {
        section->setFetching(m_intake->isFetching(id) ? tr("Fetching the picture…") : QString());
    });
    connect(&m_shelf, &BadgeShelf::idChanged, this, &BadgesPage::badgeRenumbered);
    connect(m_removal, &BadgeRemoval::removed, m_designs, &BadgeDesigns::remove);
    connect(m_studios, &BadgeStudios::badgesWanted, this, &BadgesPage::makeBadges);
    // What the menu says of the design depends on it.
    connect(m_studios, &BadgeStudios::closed, this, [this](BadgeId id) {
        // What was thrown away takes the badge along that was made for it.
        if (!m_studios->hasUnsaved() && !m_intake->isMaking(id) && !m_designs->hasAny(m_shelf.draft(id)))
            takeAwayUntouched(id, {});
        showPicture();
    });
    connect(m_copies, &BadgeCopies::picturesMissing, this, [this](const QStringList &names, const QString &why) {
        m_result->say(Tone::Look, tr("The picture could not be copied to %1.").arg(names.join(QStringLiteral(", "))), why);
    });
}

void BadgesPage::dressDraw()
{
    const BadgeId id = m_list->current();
    const QString locked = id ? locksFor(m_shelf.draft(id), m_shelf.catalogue(), *context().forum).reason(QStringLiteral("image_upload_id")) : QString();
    const bool may = id && locked.isEmpty();
    m_draw->setEnabled(may);
    m_draw->setToolTip(locked);
    // The one that is still there is about to be replaced.
    m_editPicture->setEnabled(may && !m_face->image().isNull() && !m_intake->isMaking(id));
    m_drawNew->setEnabled(m_new->isEnabled());
}

void BadgesPage::badgeRenumbered(BadgeId before, BadgeId now)
{
    m_history->forget({before});
    if (now < 0) {
        m_news->say(Tone::Look, tr("“%1” is gone from the forum. Your changes to it stand here as a new badge.").arg(m_shelf.shown(now).name.trimmed()));
        m_news->staysWhile([this, now] { return m_shelf.isChanged(now); });
    }
}

void BadgesPage::drawNew()
{
    const BadgeId before = m_list->current();
    newBadge();
    m_madeForPicture.insert(m_list->current(), {m_shelf.draft(m_list->current()), before});
    draw();
}

void BadgesPage::draw()
{
    if (m_draw->isEnabled())
        m_studios->draw(m_list->current(), m_face->iconSvg(), m_whyNoNew);
}

void BadgesPage::makeBadges(BadgeId like, const QList<artwork::NamedDesign> &designs)
{
    if (!m_whyNoNew.isEmpty() || designs.isEmpty())
        return;
    const BadgeStudios::Made made = m_studios->makeBadges(like, designs);
    m_history->added(made.ids, tr("%n new badge(s)", nullptr, int(made.ids.size())));
    m_list->choose(made.ids.first());
    const QString sentence = tr("New badges stand in the list, not published yet: %1.").arg(designs.size());
    if (made.notKept.isEmpty())
        m_result->say(Tone::Good, sentence);
    else
        m_result->say(Tone::Look, sentence, tr("Their designs could not be kept. %1").arg(made.notKept));
}

void BadgesPage::offerNewColour(BadgeId id)
{
    if (!m_studios->inNewColour(id))
        return;
    m_result->say(Tone::Note, tr("The design of this badge’s picture follows its type."), {}, tr("Draw it in the new colour"),
                  [this, id] {
                      m_result->clear();
                      const BadgeId now = m_shelf.idNow(id);
                      // The design may have been changed since it was offered.
                      const std::optional<artwork::BadgeDesign> design = m_studios->inNewColour(now);
                      if (!design)
                          return;
                      const Result<Done> kept = m_designs->keep(now, *design);
                      m_studios->paint(now, *design);
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
        crop(id, draft.picture->original, draft.picture->side);
        return;
    }
    PictureSection *section = m_editor->picture();
    section->setComplaint({});
    artwork::checkPictureLater(this, m_face->bytes(), m_face->fileName(), artwork::limitsFor(context().forum->site()))
        ->then(this, [this, id, section](const Result<artwork::CheckedPicture> &checked) {
            const BadgeDraft now = m_shelf.draft(id);
            if (now.picture) // chosen meanwhile
                crop(id, now.picture->original, now.picture->side);
            else if (checked)
                crop(id, *checked);
            else if (id == m_list->current())
                section->setComplaint(checked.error().detail);
        });
}

void BadgesPage::crop(BadgeId id, const artwork::CheckedPicture &picture, int side)
{
    const Result<Done> opened = m_studios->crop(id, picture, side);
    if (!opened && id == m_list->current())
        m_editor->picture()->setComplaint(opened.error().detail);
}

} // namespace badgewright::ui
