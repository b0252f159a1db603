// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"
#include "artwork/picture_check.h"
#include "ui/badges/badge_draft.h"
#include "ui/shell/page.h"

#include <QObject>
#include <QPointer>

namespace badgewright::ui {

class BadgeDesigns;
class BadgePictures;
class BadgeShelf;
class PictureEditor;
class PictureIntake;
class StudioDialog;

/// The windows in which pictures of badges are drawn and cropped. Each is of one badge, also when that is published or renamed
/// while it is open; what comes out of it goes to the intake.
class BadgeStudios : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        BadgeShelf *shelf;
        BadgeDesigns *designs;
        BadgePictures *pictures;
        PictureIntake *intake;
    };
    BadgeStudios(const PageContext &context, const Parts &parts, QObject *parent);
    ~BadgeStudios() override;

    /// `iconSvg`: of the badge's icon, to begin with. `whyNoBadges`: why no new badges can be made; empty: they can.
    void draw(BadgeId id, const QByteArray &iconSvg, const QString &whyNoBadges);
    /// `side`: of the picture that is made of it, or kAutomaticSide. RefusedHere: one whose pixels cannot be edited.
    Result<Done> crop(BadgeId id, const artwork::CheckedPicture &picture, int side);
    /// Paints the design, which is the badge's own by now, and hands it to the intake.
    void paint(BadgeId id, const artwork::BadgeDesign &design);
    struct Made {
        QList<BadgeId> ids;
        QString notKept; ///< why a design could not be kept with its badge; empty: all are
    };
    /// A badge each; `like` gives them its texts, where it is there. Not in the history yet.
    Made makeBadges(BadgeId like, const QList<artwork::NamedDesign> &designs);
    /// The badge's design in the colour of its type; none: it does not follow the type, or is not what the picture shows.
    std::optional<artwork::BadgeDesign> inNewColour(BadgeId id) const;

    /// What is in no draft yet: a picture on its way, or changed and not used. A design is kept whatever happens.
    bool hasUnsaved() const;

Q_SIGNALS:
    void badgesWanted(badgewright::BadgeId like, const QList<badgewright::artwork::NamedDesign> &designs);
    /// A studio; whether its badge has a design may be another matter now. 0: the badge is gone.
    void closed(badgewright::BadgeId id);

private:
    QWidget *opener() const; ///< the page
    StudioDialog *studioOf(const QString &key) const;
    void paintFor(const QString &key, const artwork::BadgeDesign &design);

    PageContext m_context;
    Parts m_parts;
    QList<QPointer<StudioDialog>> m_studios;
    QList<QPointer<PictureEditor>> m_editors;
    int m_painting = 0; ///< on their way to the intake
};

} // namespace badgewright::ui
