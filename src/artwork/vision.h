// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace badgewright::artwork {

/// Whose eyes a page is seen with.
enum class Vision {
    Usual,
    RedBlind,   ///< protanopia
    GreenBlind, ///< deuteranopia
    BlueBlind,  ///< tritanopia
    Grey,       ///< no colours at all
};

/// What somebody with such eyes sees, by Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
/// Color Vision Deficiency" (2009), at full severity; grey keeps the luminance that WCAG measures contrasts with. Both
/// work on linear RGB. Opacities stay.
QImage seenWith(const QImage &image, Vision vision);

} // namespace badgewright::artwork
