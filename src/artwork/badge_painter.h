// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"

#include <QSize>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace badgewright::artwork {

/// Draw with the painter's origin at the part's top left corner; CSS px are the painter's units, so that a device pixel
/// ratio or a scale gives 2× and 3×. Nothing is drawn outside the boxes of the same name.
void paintCard(QPainter *painter, const PreviewInput &input);
void paintLargeCard(QPainter *painter, const PreviewInput &input);
void paintPill(QPainter *painter, const PreviewInput &input);
void paintHeaderPill(QPainter *painter, const PreviewInput &input);
/// The ground (a user card's) is painted too.
void paintUserCardRow(QPainter *painter, const QList<PreviewInput> &inputs, qreal width);
void paintNotification(QPainter *painter, const PreviewInput &input);

/// A forum's icon in one colour, for lists and buttons; transparent ground. Null when the SVG cannot be read.
QImage glyphImage(const QByteArray &svg, const QColor &colour, const QSize &pixels);
/// An icon's SVG with every fill replaced; scripts and references are not carried over.
QByteArray recolouredSvg(const QByteArray &svg, const QColor &colour);

} // namespace badgewright::artwork
