// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUrl>

namespace badgewright::ui {

class BadgeDesigns;
class BadgePictures;
class BadgeShelf;
class DraftHistory;
class PictureIntake;

/// New badges made after others: fields, design and picture. A picture that only the forum has is fetched from there, and
/// the copy waits for it.
class BadgeCopies : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        BadgeShelf *shelf;
        DraftHistory *history;
        BadgeDesigns *designs;
        BadgePictures *pictures;
        PictureIntake *intake;
    };
    BadgeCopies(const Parts &parts, QObject *parent);

    /// One undoable step; the copies in the order of the originals.
    QList<BadgeId> make(const QList<BadgeId> &originals);
    /// The pictures of the last ones are asked for. Apart from make(), so that the first copy can be shown before it waits.
    void fetchPictures();
    /// They have another picture by now.
    void forget(const QList<BadgeId> &ids);
    bool isWaiting() const { return !m_waiting.isEmpty(); }

Q_SIGNALS:
    /// Their pictures will not come: names as they are said, and why the last one did not.
    void picturesMissing(const QStringList &names, const QString &why);

private:
    BadgeId copyOf(BadgeId original, const QString &name);
    void fetchPicture(BadgeId id);
    void giveUp(BadgeId id, const QString &why);

    Parts m_parts;
    QHash<BadgeId, QUrl> m_waiting; ///< copies whose picture is still to come, from there
    QStringList m_missing;          ///< those of the last ones that it did not come for
};

} // namespace badgewright::ui
