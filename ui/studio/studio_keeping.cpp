// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/studio_dialog.h"

#include "artwork/design_painter.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/studio/design_model.h"

#include <QCloseEvent>

// What is kept of a drawing, and for whom: drafts, the design in use, those that never came to a badge.
namespace badgewright::ui {

using artwork::BadgeDesign;
using artwork::Layer;
using Stage = artwork::DesignStore::Stage;

std::optional<BadgeDesign> StudioDialog::kept(Stage stage)
{
    m_seen[std::size_t(stage)] = m_store.stamp(m_start.key, stage);
    const Result<BadgeDesign> kept = m_store.read(m_start.key, stage);
    if (kept)
        return forThisBadge(*kept);
    if (kept.error().kind != ErrorKind::NotFound) {
        m_store.setAside(m_start.key, stage);
        complain(tr("The design kept for this badge could not be read, so it was put aside. %1").arg(kept.error().detail));
    }
    return std::nullopt;
}

BadgeDesign StudioDialog::forThisBadge(const BadgeDesign &design) const
{
    // Badges are renamed and change their type without their pictures being drawn again.
    BadgeDesign fitting = artwork::forType(design, m_start.typeId);
    fitting.title = m_start.badgeName;
    return fitting;
}

void StudioDialog::open()
{
    const std::optional<BadgeDesign> last = kept(Stage::InUse);
    const std::optional<BadgeDesign> inUse = m_start.ofAnotherPicture ? std::nullopt : last;
    const std::optional<BadgeDesign> draft = kept(Stage::Draft);
    if (inUse) {
        m_settled = *inUse;
    } else {
        BadgeDesign start = artwork::startDesign(m_start.typeId);
        if (!m_start.iconSvg.isEmpty()) {
            if (const Result<Layer> symbol = artwork::symbolLayer(m_start.iconName, m_start.iconSvg, false))
                start.layers.last() = *symbol;
        }
        m_settled = forThisBadge(start);
        if (last && !draft)
            offerEarlierDesign(*last);
        else if (!draft)
            offerLooseDesigns();
    }
    m_model->reset(draft.value_or(m_settled));
    weigh();
    if (draft && hasUnsaved())
        m_notice->say(Tone::Note, tr("This design was not finished last time. It goes on where you were."), {},
                      inUse ? tr("Back to the one in use") : tr("Begin anew"), [this] {
                          m_notice->clear();
                          m_model->change(tr("begin anew"), m_settled, int(m_settled.layers.size()) - 1);
                      });
}

void StudioDialog::offerEarlierDesign(const BadgeDesign &design)
{
    m_notice->say(Tone::Note, tr("The badge has another picture than the one that was drawn for it here. Its design is still kept."), {}, tr("Go on with it"),
                  [this, design] {
                      m_notice->clear();
                      m_model->change(tr("go on with the design"), forThisBadge(design), int(design.layers.size()) - 1);
                  });
}

void StudioDialog::offerLooseDesigns()
{
    const auto loose = m_store.loose(m_start.keysInUse + QStringList{m_start.key});
    if (loose.isEmpty())
        return;
    const auto newest = loose.first();
    const QString name = newest.title.isEmpty() ? tr("New badge") : newest.title;
    m_notice->say(Tone::Note, tr("A design was never published with its badge: “%1”.").arg(name), {}, tr("Go on with it"), [this, newest] {
        m_notice->clear();
        const bool draft = m_store.has(newest.key, Stage::Draft);
        m_takenUpSeen = {m_store.stamp(newest.key, Stage::InUse), m_store.stamp(newest.key, Stage::Draft)};
        const Result<BadgeDesign> design = m_store.read(newest.key, draft ? Stage::Draft : Stage::InUse);
        if (!design) {
            complain(design.error().detail);
            return;
        }
        m_takenUp = newest.key;
        m_model->change(tr("go on with “%1”").arg(newest.title), forThisBadge(*design), int(design->layers.size()) - 1);
    });
}

void StudioDialog::forgetTakenUp()
{
    if (m_takenUp.isEmpty())
        return;
    for (const Stage stage : {Stage::InUse, Stage::Draft})
        m_store.remove(m_takenUp, stage, m_takenUpSeen[std::size_t(stage)]);
    m_takenUp.clear();
}

bool StudioDialog::hasUnsaved() const
{
    return forThisBadge(m_model->design()) != m_settled;
}

void StudioDialog::draftIsKept()
{
    m_draftSoon.stop();
    m_draftLatest.stop();
}

void StudioDialog::removeDraft()
{
    m_store.remove(m_start.key, Stage::Draft, m_seen[std::size_t(Stage::Draft)]);
}

void StudioDialog::keepDraft()
{
    draftIsKept();
    if (!hasUnsaved()) {
        removeDraft();
        m_draftWords->setText({});
        return;
    }
    const Result<Done> kept = m_store.keep(m_start.key, Stage::Draft, forThisBadge(m_model->design()), m_seen[std::size_t(Stage::Draft)]);
    m_draftWords->setTone(kept ? Tone::Note : Tone::Bad);
    m_draftWords->setText(kept ? tr("Kept as a draft on this computer") : tr("The draft could not be kept. %1").arg(kept.error().detail));
}

void StudioDialog::use()
{
    draftIsKept();
    const BadgeDesign design = forThisBadge(m_model->design()); // undo may have brought another type back
    const Result<Done> kept = m_store.keep(m_start.key, Stage::InUse, design, m_seen[std::size_t(Stage::InUse)]);
    Q_EMIT designReady(design);
    if (!kept) {
        complain(tr("The badge has the picture now, but its design could not be kept. %1").arg(kept.error().detail));
        return;
    }
    removeDraft();
    forgetTakenUp();
    m_settled = design;
    m_mayClose = true;
    close();
}

void StudioDialog::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !hasUnsaved()) {
        if (!m_mayClose)
            keepDraft(); // there is nothing to keep: an older draft goes
        QDialog::closeEvent(event);
        return;
    }
    event->ignore();
    keepDraft();
    if (m_closeAsked)
        return;
    m_closeAsked = true;
    const Choice choice{tr("Keep the design for later?"),
                        tr("It has changes that the badge’s picture does not have. A draft stays on this computer and opens again with the badge."),
                        {tr("Keep as a draft"), tr("Throw the changes away")}};
    m_context.ask->choose(this, choice, [this](int chosen) {
        m_closeAsked = false;
        if (chosen < 0)
            return;
        if (chosen == 1)
            removeDraft();
        else
            forgetTakenUp();
        draftIsKept();
        m_mayClose = true;
        close();
    });
}

} // namespace badgewright::ui
