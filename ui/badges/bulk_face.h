// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"
#include "ui/badges/field_locks.h"
#include "ui/badges/picture_source.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace badgewright::ui {

class BadgePictures;
class BadgeShelf;
class DraftHistory;
class Notice;
class PictureIntake;
class PictureSection;

/// The pictures and icons of several badges: what they have in common, and one picture or icon for all of them. A picture is
/// made ready once; each of them gets it as a change of its own, and one undo takes it from all.
class BulkFace : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        BadgeShelf *shelf;
        DraftHistory *history;
        BadgePictures *pictures;
        PictureSection *section; ///< of the editor for several
        Notice *result;          ///< says what went wrong with a picture whose badges are not chosen any more
        std::function<QList<BadgeId>()> selected;
        std::function<FieldLocks(const BadgeDraft &draft)> locks;
        std::function<bool(BadgeId id)> isClosed; ///< on its way to the forum
    };
    /// What is named in `parts` and the context outlives this.
    BulkFace(const PageContext &context, const Parts &parts, QObject *parent);

    /// The badges that are chosen now, as they are now.
    void show();
    /// For all that are chosen now and free for it, whatever is chosen when it is ready. One that goes on its way meanwhile gets
    /// it as a change that is not published yet.
    void take(const PictureSource &source);
    void removePictures();
    /// Those of them that can be given another picture or icon now.
    QList<BadgeId> freeFor(const QList<BadgeId> &ids, const QString &field) const;
    /// Takes the place of their pictures, beside which it would never be seen.
    void setIcon(const QList<BadgeId> &ids, const QString &name);
    bool isWorking() const; ///< a picture is in no draft yet

Q_SIGNALS:
    void tookPicture(const QList<badgewright::BadgeId> &ids);

private:
    void listen();
    void showWork();
    void ready(BadgeId ticket, const ChosenPicture &chosen);
    QString wordsFor(const QList<BadgeDraft> &drafts) const;
    QList<BadgeDraft> draftsOf(const QList<BadgeId> &ids, const QString &field) const;
    bool isShown(BadgeId ticket) const;

    Parts m_parts;
    PictureIntake *m_intake;
    QTimer m_showSoon;
    struct Errand {
        QList<BadgeId> chosen; ///< together, when it began
        QList<BadgeId> takers;
    };
    QHash<BadgeId, Errand> m_for;         ///< a picture that is being made: the badges that it is for
    QHash<BadgeId, QString> m_fetching;   ///< … or that is on its way, and how far it has come
    BadgeId m_lastTicket = 0;
};

} // namespace badgewright::ui
