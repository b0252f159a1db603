// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace badgewright::artwork {

/// Where a forum shows a badge. Cards, pills and their texts are as measured; the headings of the page around them (the name
/// of the grouping, "Badges / Name") are only about as large.
enum class Place {
    Grid,         ///< the list of badges: its card among the others of its grouping
    Head,         ///< the head of the badge's own page
    Pill,         ///< alone, in a user's profile
    UserCard,     ///< the pop-up about a person: beside other badges
    PostHeader,   ///< above a post, behind the name: without the badge's name
    Notification, ///< in the bell's menu
    Title,        ///< the badge's name as a title behind a username
};
inline constexpr Place kPlaces[] = {Place::Grid,       Place::Head,         Place::Pill, Place::UserCard,
                                    Place::PostHeader, Place::Notification, Place::Title};

/// A badge, what stands around it, and the page it is looked at on. Text size, version, colours and light or dark are the
/// badge's own; those around it follow.
struct PlacesScene {
    PreviewInput badge;
    QString grouping;
    QList<PreviewInput> neighbours; ///< of the same grouping, without the badge, in the forum's order
    int position = 0;               ///< how many of them come before the badge
    QList<PreviewInput> alsoHeld;   ///< other badges of somebody who has this one
    int windowWidth = 1110;         ///< CSS px of the browser's window: 320, 768, 1110
};

/// With the page's margins, which are 10 px at the sides; CSS px.
QSizeF placeSize(Place place, const PlacesScene &scene);
/// The page's ground is painted too; nothing is painted outside of placeSize().
void paintPlace(QPainter *painter, Place place, const PlacesScene &scene);

/// What can be measured there.
struct PlaceNumbers {
    QRectF picture;   ///< the badge's picture or glyph; empty where none is shown
    qreal namePx = 0; ///< size of the name's letters; 0 where it is not shown
};
PlaceNumbers placeNumbers(Place place, const PlacesScene &scene);

/// The cards of the grid from left to right and top to bottom, and which of them is the badge's.
struct GridBoxes {
    int columns = 1;
    QList<QRectF> cards;
    int badge = 0;
    QRectF heading;
};
GridBoxes layoutGrid(const PlacesScene &scene);

} // namespace badgewright::artwork
