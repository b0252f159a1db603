// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/colour_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace badgewright::ui {

namespace {

struct ColourWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::ColourWords)
};

enum class Shade { Dark, Plain, Light };

/// Languages bend the colour with its shade, so each is a word of its own.
QString shaded(Shade shade, const QString &dark, const QString &plain, const QString &light)
{
    switch (shade) {
    case Shade::Dark:
        return dark;
    case Shade::Plain:
        return plain;
    case Shade::Light:
        return light;
    }
    return plain;
}

QString wordOf(const QColor &colour)
{
    const int light = colour.lightness(); // 0 to 255
    const int strength = std::max({colour.red(), colour.green(), colour.blue()}) - std::min({colour.red(), colour.green(), colour.blue()});
    if (light > 244)
        return ColourWords::tr("White");
    if (light < 18)
        return ColourWords::tr("Black");
    const Shade shade = light < 85 ? Shade::Dark : light > 175 ? Shade::Light : Shade::Plain;
    if (strength < 24)
        return shaded(shade, ColourWords::tr("Dark grey"), ColourWords::tr("Grey"), ColourWords::tr("Light grey"));
    const int hue = colour.hslHue();
    if (hue < 15 || hue >= 345)
        return shaded(shade, ColourWords::tr("Dark red"), ColourWords::tr("Red"), ColourWords::tr("Pink"));
    if (hue < 42)
        return shaded(shade, ColourWords::tr("Brown"), ColourWords::tr("Orange"), ColourWords::tr("Light orange"));
    if (hue < 70)
        return shaded(shade, ColourWords::tr("Olive"), ColourWords::tr("Yellow"), ColourWords::tr("Light yellow"));
    if (hue < 165)
        return shaded(shade, ColourWords::tr("Dark green"), ColourWords::tr("Green"), ColourWords::tr("Light green"));
    if (hue < 200)
        return shaded(shade, ColourWords::tr("Dark turquoise"), ColourWords::tr("Turquoise"), ColourWords::tr("Light turquoise"));
    if (hue < 255)
        return shaded(shade, ColourWords::tr("Dark blue"), ColourWords::tr("Blue"), ColourWords::tr("Light blue"));
    if (hue < 295)
        return shaded(shade, ColourWords::tr("Dark violet"), ColourWords::tr("Violet"), ColourWords::tr("Light violet"));
    return shaded(shade, ColourWords::tr("Dark magenta"), ColourWords::tr("Magenta"), ColourWords::tr("Light pink"));
}

} // namespace

QString colourName(const QColor &colour)
{
    return ColourWords::tr("%1, %2", "Blue, #3056C8").arg(wordOf(colour), colour.name().toUpper());
}

} // namespace badgewright::ui
