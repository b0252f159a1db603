// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_store.h"
#include "ui/badges/badge_shelf.h"

#include <QHash>
#include <QObject>

namespace badgewright::ui {

/// Which design belongs to which badge of the shelf, and whether the badge still has the picture that was drawn with it.
/// Badges that the forum does not have yet go by a key of their own; what lies under it moves when they are published.
class BadgeDesigns : public QObject
{
    Q_OBJECT

public:
    BadgeDesigns(BadgeShelf *shelf, const artwork::DesignStore &store, QObject *parent);

    artwork::DesignStore &store() { return m_store; }

    QString key(BadgeId id);
    /// A new badge from another time goes on with the key that it had.
    void setKey(BadgeId id, const QString &key) { m_newKeys.insert(id, key); }
    /// 0: the badge is gone. Also by a key from before it was published.
    BadgeId badgeOf(const QString &key) const;
    QStringList newKeys() const { return m_newKeys.values(); }

    /// Whether the badge's picture, as the draft has it, is what its design was drawn to.
    bool isDrawn(const BadgeDraft &draft);
    /// Whether there is anything to go on drawing with.
    bool hasAny(const BadgeDraft &draft);
    Result<Done> keep(BadgeId id, const artwork::BadgeDesign &design);
    /// The design in use was painted to this file.
    void painted(BadgeId id, const artwork::BadgeDesign &design, const QByteArray &png);
    /// One badge was made after another.
    void copy(BadgeId from, BadgeId to);
    void remove(BadgeId id);

    /// A design is told by the picture that it was drawn to, also when the forum has made another file of it.
    void sent(const BadgeDraft &draft);
    void published(BadgeId id, const BadgeDraft &draft, const Badge *now);

Q_SIGNALS:
    void moved(const QString &from, const QString &to); ///< keys; a badge was published, or is gone from the forum

private:
    void renumber(BadgeId before, BadgeId now);

    BadgeShelf *m_shelf;
    artwork::DesignStore m_store;
    QHash<BadgeId, QString> m_newKeys;     ///< of badges that the forum does not have yet
    QHash<QString, QString> m_movedKeys; ///< of badges that have been published since
};

} // namespace badgewright::ui
