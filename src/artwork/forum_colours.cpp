// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/forum_colours.h"

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

/// How much lighter in a light palette, how much darker in a dark one, as shares.
struct Shade {
    double lighter;
    double darker;
};
constexpr Shade kVeryLow{0.97, 0.82};
constexpr Shade kLow{0.90, 0.78};
constexpr Shade kMedium{0.50, 0.35};
constexpr Shade kHigh{0.30, 0.25};
constexpr Shade kSecondaryLow{0.70, 0.70};
constexpr Shade kTertiaryLow{0.85, 0.65};

double brightness(const QColor &colour)
{
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue();
}

/// The same hue and saturation (HSL) in another lightness. QColor keeps 16 bits of each, which is not exact enough.
QColor withLightness(const QColor &colour, double lightness)
{
    const std::array<double, 3> rgb{colour.red() / 255.0, colour.green() / 255.0, colour.blue() / 255.0};
    const auto [least, most] = std::minmax_element(rgb.begin(), rgb.end());
    const double middle = (*least + *most) / 2;
    const double spread = *most - *least;
    const double room = 1 - std::abs(2 * middle - 1);
    const double saturation = room > 0 ? spread / room : 0;
    const double newSpread = saturation * (1 - std::abs(2 * lightness - 1));
    const auto channel = [&](double value) {
        // Where the channel stood between the least and the most is what makes the hue.
        const double place = spread > 0 ? (value - *least) / spread : 0.5;
        const double now = lightness - newSpread / 2 + newSpread * place;
        return std::clamp(int(std::floor(now * 255 + 0.5 + 1e-6)), 0, 255);
    };
    return {channel(rgb[0]), channel(rgb[1]), channel(rgb[2])};
}

QColor shaded(const QColor &colour, const Shade &shade, bool lightPalette)
{
    const int most = std::max({colour.red(), colour.green(), colour.blue()});
    const int least = std::min({colour.red(), colour.green(), colour.blue()});
    const double lightness = (most + least) / 2.0 / 255;
    return withLightness(colour, lightPalette ? lightness + (1 - lightness) * shade.lighter
                                              : lightness - lightness * shade.darker);
}

} // namespace

PaletteColours PaletteColours::light()
{
    return {QColor(0x22, 0x22, 0x22), QColor(0xff, 0xff, 0xff), QColor(0x00, 0x88, 0xcc), QColor(0x00, 0x99, 0x00), {}, {}};
}

PaletteColours PaletteColours::dark()
{
    return {QColor(0xdd, 0xdd, 0xdd), QColor(0x22, 0x22, 0x22), QColor(0x09, 0x9d, 0xd7), QColor(0x1c, 0xa5, 0x51), {}, {}};
}

const std::array<PaletteColours::Member, PaletteColours::kCount> &PaletteColours::members()
{
    static const std::array<Member, kCount> all{&PaletteColours::primary, &PaletteColours::secondary, &PaletteColours::tertiary,
                                                &PaletteColours::success, &PaletteColours::card,      &PaletteColours::unread};
    return all;
}

PreviewTokens derivedTokens(const PaletteColours &colours)
{
    const bool light = brightness(colours.primary) < brightness(colours.secondary);
    const QColor veryLow = shaded(colours.primary, kVeryLow, light);
    PreviewTokens tokens;
    tokens.primary = colours.primary;
    tokens.secondary = colours.secondary;
    tokens.cardBackground = colours.card.isValid() ? colours.card : veryLow;
    tokens.primaryVeryLow = veryLow;
    tokens.primaryLow = shaded(colours.primary, kLow, light);
    tokens.primaryMedium = shaded(colours.primary, kMedium, light);
    // Forums take another shade for it in dark palettes: of the page, as if that were a text in a light one.
    tokens.username = light ? shaded(colours.primary, kHigh, true) : shaded(colours.secondary, kSecondaryLow, true);
    tokens.tertiary = colours.tertiary;
    tokens.success = colours.success;
    tokens.unread = colours.unread.isValid() ? colours.unread : shaded(colours.tertiary, kTertiaryLow, light);
    return tokens;
}

PreviewTokens PreviewTokens::light()
{
    static const PreviewTokens tokens = derivedTokens(PaletteColours::light());
    return tokens;
}

PreviewTokens PreviewTokens::dark()
{
    static const PreviewTokens tokens = derivedTokens(PaletteColours::dark());
    return tokens;
}

QColor colourFromHex(const QString &text)
{
    QString digits = text.trimmed();
    if (digits.startsWith(u'#'))
        digits.remove(0, 1);
    const bool hex = std::all_of(digits.cbegin(), digits.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    });
    if (!hex || (digits.size() != 3 && digits.size() != 6))
        return {};
    return QColor(u'#' + digits);
}

QStringList ForumColours::toStrings() const
{
    QStringList strings;
    for (const PaletteColours *palette : {&light, &dark}) {
        for (const PaletteColours::Member member : PaletteColours::members())
            strings << ((palette->*member).isValid() ? (palette->*member).name() : QString());
    }
    return strings;
}

ForumColours ForumColours::fromStrings(const QStringList &strings)
{
    ForumColours colours;
    qsizetype at = 0;
    for (PaletteColours *palette : {&colours.light, &colours.dark}) {
        for (const PaletteColours::Member member : PaletteColours::members()) {
            const QColor colour = colourFromHex(strings.value(at++));
            if (colour.isValid())
                palette->*member = colour;
        }
    }
    return colours;
}

} // namespace badgewright::artwork
