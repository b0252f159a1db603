// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/icons.h"

#include "sample/glyphs.h"
#include "sample/text.h"

#include <QPainterPathStroker>
#include <QTransform>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace badgewright::sample {

namespace {

constexpr std::array<const char *, 8> frames = {"circle", "square", "shield", "hexagon", "certificate", "bookmark", "ticket", "octagon"};
constexpr std::array<const char *, 13> outlined = {"bell", "bookmark", "circle", "comment", "envelope", "eye", "flag", "gem", "heart", "moon", "square", "star", "user"};
// Words people look for that we draw as a pattern.
constexpr std::array<const char *, 42> patterned = {
    "anchor", "atom", "bicycle", "bread-slice", "brush", "cake-candles", "carrot", "chess-knight", "cloud", "compass", "computer", "cube", "dice", "dove", "dragon", "dumbbell",
    "face-smile", "feather", "fish", "flask", "graduation-cap", "guitar", "hand", "hat-wizard", "headphones", "kiwi-bird", "lemon", "lightbulb", "mug-hot", "palette", "paw", "plane",
    "puzzle-piece", "ribbon", "rocket", "ship", "snowflake", "spider", "train", "truck", "umbrella", "wand-magic"};

/// Two parts of a framed icon's name; nothing for other names.
struct Framed {
    std::string frame;
    std::string glyph;
};

const std::map<std::string, Framed> &framedNames()
{
    static const std::map<std::string, Framed> table = [] {
        std::map<std::string, Framed> map;
        std::vector<std::string> glyphs = drawnNames();
        glyphs.insert(glyphs.end(), patterned.begin(), patterned.end());
        for (const char *frame : frames)
            for (const auto &glyph : glyphs)
                if (glyph != frame)
                    map.emplace(std::string(frame) + "-" + glyph, Framed{frame, glyph});
        for (char digit = '0'; digit <= '9'; ++digit)
            for (const char *frame : frames)
                map.emplace(std::string(frame) + "-" + digit, Framed{frame, std::string(1, digit)});
        for (char letter = 'a'; letter <= 'z'; ++letter)
            for (const char *frame : frames)
                map.emplace(std::string(frame) + "-letter-" + letter, Framed{frame, std::string("letter-") + letter});
        return map;
    }();
    return table;
}

std::string pathData(const QPainterPath &path)
{
    QString data;
    const auto number = [](double value) { return QString::number(value, 'f', 1).remove(QStringLiteral(".0")); };
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto element = path.elementAt(i);
        const QString at = number(element.x) + QLatin1Char(' ') + number(element.y);
        switch (element.type) {
        case QPainterPath::MoveToElement: data += (i > 0 ? u"zM"_qs : u"M"_qs) + at; break;
        case QPainterPath::LineToElement: data += QLatin1Char('L') + at; break;
        case QPainterPath::CurveToElement: data += QLatin1Char('C') + at; break;
        case QPainterPath::CurveToDataElement: data += QLatin1Char(' ') + at; break;
        }
    }
    return s(data) + "z";
}

std::string drawingOf(const std::string &name)
{
    const auto framed = framedNames().find(name);
    if (framed != framedNames().end()) {
        QTransform inside;
        inside.translate(256, 256);
        inside.scale(0.5, 0.5);
        inside.translate(-256, -256);
        return pathData(glyphPath(framed->second.frame).subtracted(inside.map(glyphPath(framed->second.glyph))));
    }
    if (startsWith(name, "far-")) {
        QPainterPathStroker stroker;
        stroker.setWidth(44);
        stroker.setJoinStyle(Qt::RoundJoin);
        return pathData(stroker.createStroke(glyphPath(name.substr(4))).simplified());
    }
    return pathData(glyphPath(name));
}

/// Cached: boolean operations on paths take a while, and the picker asks for 500 at once.
std::string cachedDrawing(const std::string &name)
{
    static std::mutex mutex;
    static std::map<std::string, std::string> cache;
    const std::lock_guard lock(mutex);
    auto [entry, fresh] = cache.try_emplace(name);
    if (fresh)
        entry->second = drawingOf(name);
    return entry->second;
}

bool known(const std::string &name)
{
    return std::binary_search(iconNames().begin(), iconNames().end(), name);
}

} // namespace

const std::vector<std::string> &iconNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list = drawnNames();
        list.insert(list.end(), patterned.begin(), patterned.end());
        for (const char *name : outlined)
            list.push_back(std::string("far-") + name);
        for (const auto &[name, parts] : framedNames())
            list.push_back(name);
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    }();
    return names;
}

std::optional<std::string> iconSymbol(const std::string &name)
{
    if (!known(name))
        return std::nullopt;
    return "<symbol id=\"" + name + "\" viewBox=\"0 0 512 512\">\n  <path fill-rule=\"evenodd\" d=\"" + cachedDrawing(name) + "\"/>\n</symbol>";
}

std::optional<std::string> iconSvg(const std::string &name, const std::string &colour)
{
    if (!known(name))
        return std::nullopt;
    return "<?xml version=\"1.0\"?>\n<svg id=\"" + name + "\" viewBox=\"0 0 512 512\" xmlns=\"http://www.w3.org/2000/svg\""
        + (colour.empty() ? std::string() : " fill=\"#" + colour + "\"") + ">\n  <path fill-rule=\"evenodd\" d=\"" + cachedDrawing(name) + "\"/>\n</svg>\n";
}

} // namespace badgewright::sample
