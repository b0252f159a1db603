// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design.h"

#include <QBrush>
#include <QImage>
#include <QPainterPath>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace badgewright::artwork {

/// A filled outline in design px. A design is nothing else, on the screen as in an SVG: what is drawn is what is exported.
struct DesignPiece {
    QPainterPath path;
    QBrush brush; ///< plain, or a gradient in design px
    double opacity = 1;
};
QList<DesignPiece> piecesOf(const Layer &layer);

/// Around everything that the layer draws, in design px; empty for one that draws nothing.
QRectF boundsOf(const Layer &layer);
QRectF boundsOf(const QList<DesignPiece> &pieces);

/// Draws the design into the square from (0, 0) to (side, side).
void paintDesign(QPainter *painter, const BadgeDesign &design, qreal side);
/// The same with the pieces of every layer at hand, for whoever draws a design again and again.
void paintDesign(QPainter *painter, const BadgeDesign &design, qreal side, const QList<QList<DesignPiece>> &pieces);
/// `side` px square, with transparency.
QImage designImage(const BadgeDesign &design, int side);
/// The file that becomes the badge's picture, as small as a PNG of it can be; before preparePicture(). Takes a tenth of a second.
QByteArray designPng(const BadgeDesign &design);

/// The outline of a shape in a square of the width `size` around (0, 0).
QPainterPath shapePath(ShapeKind shape, double size, int points, double depth);

/// The outlines of a text layer around (0, 0): in a line, or bent around it.
QPainterPath textPath(const Layer &layer);

/// Everything an SVG draws, as filled outlines in the square of the width 1 around (0, 0): uses followed, texts and
/// strokes turned into outlines. Pictures, and what lies beyond all measure, are left out.
QList<DesignPiece> svgPieces(const QByteArray &svg);

/// The design as an SVG that every forum takes whole: paths and gradients alone, with width, height and view box.
QByteArray designToSvg(const BadgeDesign &design, int side = kDesignSide);

} // namespace badgewright::artwork
