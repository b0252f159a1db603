// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_shelf.h"

#include <algorithm>

namespace badgewright::ui {

namespace {

void placeIn(BadgeCatalogue &catalogue, const Badge &badge)
{
    for (Badge &known : catalogue.badges) {
        if (known.id == badge.id) {
            known = badge;
            return;
        }
    }
    catalogue.badges << badge;
}

} // namespace

void BadgeShelf::setCatalogue(const BadgeCatalogue &catalogue)
{
    m_catalogue = catalogue;
    QHash<BadgeId, BadgeDraft> kept;
    QList<std::pair<BadgeId, BadgeId>> renumbered;
    QList<BadgeId> asLeft;
    QList<BadgeId> withOwnPicture;
    for (BadgeDraft draft : std::as_const(m_drafts)) {
        if (const Badge *namesake = m_doubted.contains(draft.id) ? m_catalogue.findByName(draft.edited.name.trimmed()) : nullptr;
            namesake && draft.isOnForumAs(*namesake) && !m_drafts.contains(namesake->id)) {
            // Its run went on without this window, after a crash for one.
            renumbered.append({draft.id, namesake->id});
            m_newIds.removeAll(draft.id);
            if (!draft.picture) {
                asLeft << namesake->id;
                continue;
            }
            withOwnPicture << namesake->id;
            draft.id = namesake->id;
            draft.published = draft.edited = *namesake;
        }
        if (!draft.isNew()) {
            if (const Badge *now = m_catalogue.find(draft.id)) {
                draft = draft.rebased(*now);
            } else {
                renumbered.append({draft.id, --m_lastNewId});
                draft.id = draft.edited.id = m_lastNewId;
                // The picture vanished with the badge unless it was chosen here.
                draft.edited.imageUrl.clear();
                draft.edited.imageUploadId.reset();
                m_newIds << draft.id;
            }
        }
        if (draft.isChanged())
            kept.insert(draft.id, draft);
    }
    m_drafts = kept;
    for (const auto &[before, now] : std::as_const(renumbered))
        renumber(before, now);
    Q_EMIT reset();
    if (!asLeft.isEmpty() || !withOwnPicture.isEmpty())
        Q_EMIT foundOnForum(asLeft, withOwnPicture);
}

BadgeCatalogue BadgeShelf::completed(BadgeCatalogue remembered) const
{
    for (const BadgeDraft &draft : m_drafts) {
        if (!draft.isNew())
            placeIn(remembered, draft.published);
    }
    return remembered;
}

QList<BadgeId> BadgeShelf::ids() const
{
    QList<BadgeId> ids;
    for (const Badge &badge : m_catalogue.badges)
        ids << badge.id;
    return ids + m_newIds;
}

bool BadgeShelf::contains(BadgeId id) const
{
    return m_drafts.contains(id) || m_catalogue.find(id);
}

Badge BadgeShelf::shown(BadgeId id) const
{
    if (const auto it = m_drafts.find(id); it != m_drafts.end())
        return it->edited;
    const Badge *badge = m_catalogue.find(id);
    return badge ? *badge : Badge();
}

BadgeDraft BadgeShelf::draft(BadgeId id) const
{
    if (const auto it = m_drafts.find(id); it != m_drafts.end())
        return *it;
    BadgeDraft draft;
    if (const Badge *badge = m_catalogue.find(id)) {
        draft.id = id;
        draft.published = draft.edited = *badge;
    }
    return draft;
}

void BadgeShelf::put(const QList<std::pair<BadgeId, std::optional<BadgeDraft>>> &drafts)
{
    bool moved = false;
    QList<BadgeId> changed;
    for (const auto &[id, wanted] : drafts) {
        const Badge *onForum = m_catalogue.find(id);
        // One that the forum does not have any more has nothing that a draft could be of.
        if (id > 0 && !onForum && !m_drafts.contains(id))
            continue;
        const bool wasThere = contains(id);
        const BadgeDraft before = draft(id);
        std::optional<BadgeDraft> now = wanted;
        if (now && onForum && !now->isNew())
            now = now->rebased(*onForum);
        if (now && now->isChanged()) {
            if (wasThere && before == *now)
                continue;
            m_drafts.insert(id, *now);
            if (id < 0 && !m_newIds.contains(id))
                m_newIds << id;
        } else if (m_drafts.remove(id) > 0) {
            m_newIds.removeAll(id);
        } else {
            continue;
        }
        moved |= wasThere != contains(id) || before.edited.groupingId != shown(id).groupingId;
        changed << id;
    }
    if (moved)
        Q_EMIT reset();
    for (const BadgeId id : std::as_const(changed))
        Q_EMIT badgeChanged(id);
}

QList<BadgeId> BadgeShelf::adopt(const QList<BadgeDraft> &drafts)
{
    QList<BadgeId> ids;
    for (BadgeDraft draft : drafts) {
        if (draft.isNew()) {
            draft.id = draft.published.id = draft.edited.id = --m_lastNewId;
            m_newIds << draft.id;
            m_doubted.insert(draft.id);
        }
        if (!m_drafts.contains(draft.id))
            m_drafts.insert(draft.id, draft);
        ids << draft.id;
    }
    return ids;
}

void BadgeShelf::doubt(BadgeId id)
{
    if (id < 0)
        m_doubted.insert(id);
}

BadgeId BadgeShelf::addNew()
{
    BadgeDraft draft;
    draft.id = --m_lastNewId;
    Badge start;
    start.id = draft.id;
    start.typeId = kBronze;
    start.icon = QStringLiteral("certificate");
    start.groupingId = 5; // "Other", on every forum
    const bool hasOther = std::any_of(m_catalogue.groupings.begin(), m_catalogue.groupings.end(),
                                      [](const Grouping &g) { return g.id == 5; });
    if (!hasOther && !m_catalogue.groupings.isEmpty())
        start.groupingId = m_catalogue.groupings.last().id;
    // A forum that knows the field says so with every badge.
    const bool knowsPostHeader = std::any_of(m_catalogue.badges.begin(), m_catalogue.badges.end(),
                                             [](const Badge &b) { return b.showInPostHeader.has_value(); });
    if (knowsPostHeader)
        start.showInPostHeader = false;
    draft.published = draft.edited = start;
    m_drafts.insert(draft.id, draft);
    m_newIds << draft.id;
    Q_EMIT reset();
    return draft.id;
}

void BadgeShelf::published(BadgeId id, const Badge &now)
{
    m_drafts.remove(id);
    m_newIds.removeAll(id);
    placeIn(m_catalogue, now);
    Q_EMIT catalogueChanged();
    if (now.id != id)
        renumber(id, now.id);
    Q_EMIT reset();
    Q_EMIT badgeChanged(now.id);
}

void BadgeShelf::renumber(BadgeId before, BadgeId now)
{
    m_renumbered.remove(now); // a badge that came back to the forum leads nowhere else any more
    m_renumbered.insert(before, now);
    Q_EMIT idChanged(before, now);
}

BadgeId BadgeShelf::idNow(BadgeId id) const
{
    for (auto it = m_renumbered.constFind(id); it != m_renumbered.cend(); it = m_renumbered.constFind(id))
        id = *it;
    return id;
}

QString BadgeShelf::groupingName(GroupingId id) const
{
    for (const Grouping &grouping : m_catalogue.groupings) {
        if (grouping.id == id)
            return grouping.name;
    }
    return tr("No grouping");
}

} // namespace badgewright::ui
