// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/preview_colours.h"
#include "forum/badge.h"

#include <QImage>
#include <QList>
#include <QRectF>

namespace badgewright::artwork {

/// Gold, silver, bronze; anything else is bronze, as a forum treats it.
QColor badgeTypeColour(int typeId);

/// Forums of different years show badges in different sizes.
enum class ForumVersion {
    Before2023,   ///< pictures up to 80 px whatever the text's size
    Before2025,   ///< text of 15 px: 52.5 px
    From2025,     ///< text of 16 px, pictures of 3.5 text sizes: 56 px
    FromJune2026, ///< the same, and pictures stand in a square box: smaller or narrower art in its middle
};
/// By the version that the forum says it is: "3.5.0.beta9-dev", "2026.9.0-latest". One that says nothing is taken for a new one.
ForumVersion forumVersionOf(const QString &installed);

/// What a preview shows. The picture wins over the icon.
struct PreviewInput {
    Badge badge;
    QImage image;       ///< null: none
    QByteArray iconSvg; ///< empty: the forum has no such icon, or it has not been read yet
    bool dark = false;
    qreal textPx = 16;      ///< the reader's text size: 13, 14, 16, 18, 20
    qreal width = 311;      ///< of the card's outer edge, CSS px; 200 to 600
    qreal iconEm = 3.5;     ///< side of the icon's box in text sizes
    ForumVersion version = ForumVersion::From2025;
    bool wideWindow = true; ///< from 900 px on the heading is a size larger
    bool held = false;      ///< the reader holds it: a tick in the corner
    int times = 1;          ///< pill: "(×N)"
    QString fontFamily = QStringLiteral("Inter");
    PreviewColours colours = {}; ///< the forum's
    qreal minHeight = 0; ///< of the card: those of one row are as high as the highest
    const PreviewTokens &tokens() const { return colours.tokens(dark); }
};

/// Boxes in CSS px, origin at the card's top left corner.
struct PreviewBoxes {
    QRectF card;     ///< with border
    QRectF contents; ///< inside the border
    QRectF icon;     ///< what the text keeps clear of: the fitted picture, or a square
    QRectF info;
    QRectF heading;
    QRectF headingText; ///< the lines of the name
    QRectF summary;     ///< empty without a text
    QRectF awarded;     ///< empty with no grants
    QRectF tick;        ///< empty unless held
};
PreviewBoxes layoutCard(const PreviewInput &input);
/// The head of the badge's own page: larger heading, the long description.
PreviewBoxes layoutLargeCard(const PreviewInput &input);

struct PillBoxes {
    QRectF pill; ///< with border
    QRectF icon;
    QRectF name; ///< empty where the name is not shown
};
/// "Badge button" as in a user card.
PillBoxes layoutPill(const PreviewInput &input);
/// In a post's header: no border, no name.
PillBoxes layoutHeaderPill(const PreviewInput &input);

struct NotificationBoxes {
    QRectF row;
    QRectF icon;
    QRectF text;
};
NotificationBoxes layoutNotification(const PreviewInput &input);

/// A row of a user card: pills beside each other, three at most, then "+N More".
struct UserCardBoxes {
    QRectF row;
    QList<PillBoxes> pills;
    QRectF more; ///< empty when all are shown
};
UserCardBoxes layoutUserCardRow(const QList<PreviewInput> &inputs, qreal width);

/// How wide the part of a user card is that badges stand in: on a wide window and on a phone of 320 px.
inline constexpr qreal kUserCardRow = 604;
inline constexpr qreal kUserCardRowOnPhone = 300;
/// How wide the pill wants to be; a user card that has less room cuts the name.
qreal naturalPillWidth(const PreviewInput &input);

/// Text and icon as a forum of that version has them for a reader who chose this text size (13, 14, 16, 18, 20; 16 is usual).
void dressFor(PreviewInput *input, ForumVersion version, int textSize);

/// Where in the icon's box the picture or glyph is painted: all of it, or fitted into its middle.
QRectF artIn(const PreviewInput &input, const QRectF &box);

/// The text of the "awarded" line; empty for none.
QString awardedText(int grantCount);

} // namespace badgewright::artwork
