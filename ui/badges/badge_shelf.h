// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "ui/badges/badge_draft.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace badgewright::ui {

/// The badges of a forum with the unpublished changes laid over them. Everything is found by badge id; badges that
/// the forum does not have yet carry ids below zero.
class BadgeShelf : public QObject
{
    Q_OBJECT

public:
    explicit BadgeShelf(QObject *parent = nullptr) : QObject(parent) {}

    const BadgeCatalogue &catalogue() const { return m_catalogue; }
    /// Takes what the forum has now; unpublished changes stay, laid over it. Changes to a badge that is gone from the
    /// forum turn into a new badge, so that nothing typed is lost.
    void setCatalogue(const BadgeCatalogue &catalogue);
    /// A list from another time with the badges that drafts are of as those last saw them: it may be older than they are, and
    /// what it lacks is not gone from the forum.
    BadgeCatalogue completed(BadgeCatalogue remembered) const;

    QList<BadgeId> ids() const; ///< the forum's order, new ones last
    bool contains(BadgeId id) const;
    bool isChanged(BadgeId id) const { return m_drafts.contains(id); }
    int changedCount() const { return int(m_drafts.size()); }
    /// The badge as it would look after publishing.
    Badge shown(BadgeId id) const;
    /// The draft of a badge; unchanged ones get one that equals what the forum has.
    BadgeDraft draft(BadgeId id) const;

    void setDraft(const BadgeDraft &draft) { put({{draft.id, draft}}); } ///< one without changes is forgotten
    void discard(BadgeId id) { put({{id, std::nullopt}}); }              ///< a new badge disappears
    /// Many at once: the draft that a badge shall have, or none. A new badge that is not here any more comes back, and what
    /// the forum has changed since stays changed.
    void put(const QList<std::pair<BadgeId, std::optional<BadgeDraft>>> &drafts);
    BadgeId addNew(); ///< the new badge's id
    /// Drafts from another time; new ones get ids of now. Before the first setCatalogue(), which lays them over what the
    /// forum has. In the order of the drafts.
    QList<BadgeId> adopt(const QList<BadgeDraft> &drafts);
    /// The forum may have got this new badge without this window seeing it, as all that were adopted: when it has one of the
    /// same name and fields, the two are one. For any other that is a coincidence.
    void doubt(BadgeId id);
    /// What was published is now the forum's: the draft goes, and a new badge gets its real id.
    void published(BadgeId id, const Badge &now);

    /// What a badge is called that was once called so: published since, or gone from the forum and a new one again.
    BadgeId idNow(BadgeId id) const;

    QString groupingName(GroupingId id) const;

Q_SIGNALS:
    void idChanged(badgewright::BadgeId before, badgewright::BadgeId now); ///< comes before reset()
    void reset();                               ///< badges came, went or moved
    void badgeChanged(badgewright::BadgeId id); ///< its content or whether it is changed
    /// Doubted badges that the forum has: with `asLeft` nothing is left of the draft; the others stay drafts of the forum's
    /// badge, for the picture chosen here may be another. After reset().
    void foundOnForum(const QList<badgewright::BadgeId> &asLeft, const QList<badgewright::BadgeId> &withOwnPicture);
    void catalogueChanged();                    ///< by what was published; what was read is not told

private:
    void renumber(BadgeId before, BadgeId now);

    BadgeCatalogue m_catalogue;
    QHash<BadgeId, BadgeDraft> m_drafts;
    QList<BadgeId> m_newIds;
    QSet<BadgeId> m_doubted;
    QHash<BadgeId, BadgeId> m_renumbered; ///< from each id to the next; never in a ring
    BadgeId m_lastNewId = 0;
};

} // namespace badgewright::ui
