// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"
#include "artwork/preview_text.h"

namespace badgewright::artwork {

/// Sizes relative to the reader's text, as the forum's style sheets have them.
inline constexpr qreal kFontUp3 = 1.5157;
inline constexpr qreal kFontUp2 = 1.3195;
inline constexpr qreal kFontUp1 = 1.1487;
inline constexpr qreal kFontDown1 = 0.8706;
inline constexpr qreal kLineHeightLarge = 1.4;
inline constexpr qreal kLineHeightMedium = 1.2;

/// The texts of a card beside their boxes, for layout and painting alike.
struct CardTexts {
    PreviewText heading;
    PreviewText summary;
    PreviewText awarded;
};
PreviewBoxes layoutCard(const PreviewInput &input, bool large, CardTexts *texts);
CardTexts cardTexts(const PreviewInput &input, bool large, qreal infoWidth);
/// Where the text of the card's contents begins and what is left for it.
qreal cardInfoWidth(const PreviewInput &input, const QSizeF &icon);

PreviewText::Style bodyStyle(const PreviewInput &input);
QString pillName(const PreviewInput &input);
QString notificationText(const PreviewInput &input);
QString moreText(int count);

} // namespace badgewright::artwork
