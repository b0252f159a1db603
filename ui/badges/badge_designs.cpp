// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_designs.h"

namespace badgewright::ui {

using artwork::DrawnPicture;
using Stage = artwork::DesignStore::Stage;

BadgeDesigns::BadgeDesigns(BadgeShelf *shelf, const artwork::DesignStore &store, QObject *parent)
    : QObject(parent), m_shelf(shelf), m_store(store)
{
    connect(shelf, &BadgeShelf::idChanged, this, &BadgeDesigns::renumber);
}

QString BadgeDesigns::key(BadgeId id)
{
    if (id > 0)
        return artwork::DesignStore::keyOf(id);
    QString &key = m_newKeys[id];
    // Ids below zero begin anew with each start; a design must not come up in another badge then.
    if (key.isEmpty())
        key = artwork::DesignStore::newKey();
    return key;
}

BadgeId BadgeDesigns::badgeOf(const QString &asked) const
{
    const QString key = m_movedKeys.value(asked, asked);
    for (auto it = m_newKeys.begin(); it != m_newKeys.end(); ++it) {
        if (it.value() == key)
            return it.key();
    }
    const QList<BadgeId> ids = m_shelf->ids();
    for (const BadgeId id : ids) {
        if (id > 0 && artwork::DesignStore::keyOf(id) == key)
            return id;
    }
    return 0;
}

void BadgeDesigns::renumber(BadgeId before, BadgeId now)
{
    // Asked for one that it does not have, key() would make one up.
    if (before < 0 && !m_newKeys.contains(before))
        return;
    const QString from = key(before);
    const QString to = key(now);
    m_store.move(from, to);
    m_movedKeys.insert(from, to);
    m_newKeys.remove(before);
    Q_EMIT moved(from, to);
}

bool BadgeDesigns::isDrawn(const BadgeDraft &draft)
{
    const QString key = draft.id ? this->key(draft.id) : QString();
    if (!m_store.has(key, Stage::InUse))
        return false;
    const std::optional<DrawnPicture> drawn = m_store.picture(key);
    if (!drawn)
        return true;
    return draft.picture ? drawn->isFile(draft.picture->original.original) : drawn->isShownBy(draft.edited);
}

bool BadgeDesigns::hasAny(const BadgeDraft &draft)
{
    return isDrawn(draft) || (draft.id && m_store.has(key(draft.id), Stage::Draft));
}

Result<Done> BadgeDesigns::keep(BadgeId id, const artwork::BadgeDesign &design)
{
    return m_store.keep(key(id), Stage::InUse, design);
}

void BadgeDesigns::painted(BadgeId id, const artwork::BadgeDesign &design, const QByteArray &png)
{
    const QString key = this->key(id);
    // One that could not be kept leaves the one before it, which is not this picture's.
    const Result<artwork::BadgeDesign> kept = m_store.read(key, Stage::InUse);
    if (!kept || artwork::designToJson(*kept) != artwork::designToJson(design))
        return;
    const std::optional<DrawnPicture> before = m_store.picture(key);
    // The same picture again may be on the forum already.
    if (!before || !before->isFile(png))
        (void)m_store.keepPicture(key, DrawnPicture::of(png));
}

void BadgeDesigns::copy(BadgeId from, BadgeId to)
{
    for (const Stage stage : {Stage::InUse, Stage::Draft}) {
        if (const Result<artwork::BadgeDesign> design = m_store.read(key(from), stage))
            (void)m_store.keep(key(to), stage, *design); // without it the picture is there all the same
    }
    if (const std::optional<DrawnPicture> drawn = m_store.picture(key(from)))
        (void)m_store.keepPicture(key(to), *drawn);
}

void BadgeDesigns::remove(BadgeId id)
{
    for (const Stage stage : {Stage::InUse, Stage::Draft})
        m_store.remove(key(id), stage);
}

void BadgeDesigns::sent(const BadgeDraft &draft)
{
    if (!draft.picture)
        return;
    std::optional<DrawnPicture> drawn = m_store.picture(key(draft.id));
    if (!drawn || drawn->awaited || drawn->isShownBy(draft.published) || !drawn->isFile(draft.picture->original.original))
        return;
    // Should the program end before the forum's answer is read, the badge's next picture is known for this one.
    drawn->onForum = artwork::ForumPicture::of(draft.published);
    drawn->awaited = true;
    (void)m_store.keepPicture(key(draft.id), *drawn);
}

void BadgeDesigns::published(BadgeId id, const BadgeDraft &draft, const Badge *now)
{
    if (!draft.picture || !now)
        return;
    std::optional<DrawnPicture> drawn = m_store.picture(key(id));
    if (!drawn)
        return;
    if (drawn->isFile(draft.picture->original.original))
        drawn->onForum = artwork::ForumPicture::of(*now);
    else if (drawn->awaited)
        drawn->onForum = {}; // it never came there
    else
        return;
    drawn->awaited = false;
    (void)m_store.keepPicture(key(id), *drawn);
}

} // namespace badgewright::ui
