// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/contrasts.h"

#include "artwork/pixels.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace badgewright::artwork {
namespace {

constexpr double kHardlyThere = 0.03; // opacity
constexpr double kMedianShare = 0.5;
constexpr double kWeakShare = 0.9;
constexpr double kVanishesBelow = 0.1; // share of the visible pixels
constexpr int kShownSide = 56;         // px of the longer side

double ratio(double a, double b)
{
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    return ratio(luminance(a), luminance(b));
}

QColor groundColour(const PreviewTokens &tokens, Ground ground)
{
    switch (ground) {
    case Ground::Card:
        return tokens.cardBackground;
    case Ground::Page:
        return tokens.secondary;
    case Ground::UserCardPill:
        break;
    }
    return tokens.primaryVeryLow;
}

ArtContrast artContrast(const QImage &image, const QColor &ground)
{
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    const double below = luminance(ground);
    struct Pixel {
        double contrast;
        double weight;
    };
    std::vector<Pixel> pixels;
    pixels.reserve(size_t(argb.width()) * size_t(argb.height()));
    double all = 0;
    double standing = 0;
    for (int y = 0; y < argb.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        for (int x = 0; x < argb.width(); ++x) {
            const double alpha = qAlpha(row[x]) / 255.0;
            if (alpha <= kHardlyThere)
                continue;
            const auto mixed = [alpha](int over, int under) {
                return int(std::lround(over * alpha + under * (1 - alpha)));
            };
            const QColor shown(mixed(qRed(row[x]), ground.red()), mixed(qGreen(row[x]), ground.green()),
                               mixed(qBlue(row[x]), ground.blue()));
            const double contrast = ratio(luminance(shown), below);
            all += alpha;
            if (contrast >= kStandsOut)
                standing += alpha;
            pixels.push_back({contrast, alpha});
        }
    }
    if (pixels.empty())
        return {};
    std::sort(pixels.begin(), pixels.end(), [](const Pixel &a, const Pixel &b) { return a.contrast > b.contrast; });
    ArtContrast found{standing / all, pixels.back().contrast, pixels.back().contrast};
    double so = 0;
    bool halfSeen = false;
    for (const Pixel &pixel : pixels) {
        so += pixel.weight;
        if (!halfSeen && so >= all * kMedianShare) {
            found.median = pixel.contrast;
            halfSeen = true;
        }
        if (so >= all * kWeakShare) {
            found.weak = pixel.contrast;
            break;
        }
    }
    return found;
}

ArtContrast shownContrast(const QImage &image, const QColor &ground)
{
    return artContrast(scaledDown(image, kShownSide), ground);
}

bool vanishes(const ArtContrast &contrast)
{
    return contrast.standing < kVanishesBelow;
}

bool fadesOn(const QImage &image, const QColor &ground)
{
    return vanishes(shownContrast(image, ground));
}

bool glyphIsFaint(const QColor &glyph, const QColor &ground)
{
    return contrastRatio(glyph, ground) < kStandsOut;
}

} // namespace badgewright::artwork
