// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/glyphs.h"

#include "sample/figures.h"
#include "sample/text.h"

#include <QTransform>

#include <functional>
#include <map>

namespace badgewright::sample {

using namespace figures;

namespace {

using Make = std::function<P()>;

/// Made when asked for: cutting paths out of paths takes its time.
const std::map<std::string, Make> &drawings()
{
    static const std::map<std::string, Make> table = [] {
        std::map<std::string, Make> t;
        const P round = disc(256, 256, 236);
        const P tick = all({bar({90, 270}, {210, 390}, 70), bar({190, 390}, {430, 130}, 70)});
        const P cross = all({bar({100, 100}, {412, 412}, 72), bar({412, 100}, {100, 412}, 72)});
        const P arrow = all({polygon({{256, 30}, {450, 240}, {330, 240}, {330, 480}, {182, 480}, {182, 240}, {62, 240}})});
        const auto turned = [](const P &path, double degrees) {
            QTransform turn;
            turn.translate(256, 256);
            turn.rotate(degrees);
            turn.translate(-256, -256);
            return turn.map(path);
        };
        const P hand = all({box(60, 250, 90, 220, 20), box(170, 230, 270, 240, 60), bar({220, 260}, {300, 70}, 80)});
        t["apple-whole"] = [=] { return apple(); };
        t["arrow-up"] = [=] { return arrow; };
        t["arrow-right"] = [=] { return turned(arrow, 90); };
        t["arrow-down"] = [=] { return turned(arrow, 180); };
        t["arrow-left"] = [=] { return turned(arrow, 270); };
        t["award"] = [=] { return rosette(); };
        t["bell"] = [=] { return bellShape(); };
        t["bolt"] = [=] { return polygon({{290, 20}, {90, 290}, {230, 290}, {200, 492}, {420, 200}, {270, 200}}); };
        t["book"] = [=] { return book(); };
        t["book-open-reader"] = [=] { return book(); };
        t["bookmark"] = [=] { return polygon({{110, 20}, {402, 20}, {402, 492}, {256, 380}, {110, 492}}); };
        t["bug"] = [=] { return bug(); };
        t["camera"] = [=] { return camera(); };
        t["certificate"] = [=] { return starPath(256, 256, 246, 192, 10); };
        t["check"] = [=] { return tick; };
        t["circle"] = [=] { return round; };
        t["comment"] = [=] { return speech(); };
        t["crown"] = [=] { return crown(); };
        t["diamond"] = [=] { return regular(4); };
        t["droplet"] = [=] { return drop(); };
        t["envelope"] = [=] { return box(24, 96, 464, 320, 40).subtracted(bar({40, 130}, {256, 290}, 30)).subtracted(bar({256, 290}, {472, 130}, 30)); };
        t["eye"] = [=] { return oval(256, 256, 236, 140).subtracted(ring(256, 256, 100, 52)); };
        t["file-lines"] = [=] { return page(); };
        t["fire"] = [=] { return drop().subtracted(disc(256, 390, 60)); };
        t["flag"] = [=] { return flagShape(); };
        t["gear"] = [=] { return starPath(256, 256, 240, 176, 8).subtracted(disc(256, 256, 84)); };
        t["gem"] = [=] { return polygon({{130, 60}, {382, 60}, {490, 190}, {256, 470}, {22, 190}}).subtracted(bar({40, 200}, {472, 200}, 18)); };
        t["gift"] = [=] { return gift(); };
        t["globe"] = [=] { return globe(); };
        t["hammer"] = [=] { return all({bar({90, 460}, {300, 200}, 66), bar({190, 90}, {420, 280}, 130)}); };
        t["hand-holding-heart"] = [=] { return all({heart().translated(0, -100), box(30, 400, 452, 80, 30)}); };
        t["heart"] = [=] { return heart(); };
        t["hexagon"] = [=] { return regular(6); };
        t["house"] = [=] { return polygon({{256, 30}, {490, 240}, {430, 240}, {430, 480}, {82, 480}, {82, 240}, {22, 240}}).subtracted(box(206, 310, 100, 170)); };
        t["key"] = [=] { return keyShape(); };
        t["leaf"] = [=] { return leaf(); };
        t["link"] = [=] { return links(); };
        t["lock"] = [=] { return all({box(80, 220, 352, 270, 40), ring(256, 190, 140, 90).intersected(box(0, 0, 512, 240))}); };
        t["magnifying-glass"] = [=] { return ring(210, 210, 180, 116).united(bar({330, 330}, {470, 470}, 80)); };
        t["map"] = [=] { return polygon({{30, 100}, {180, 50}, {332, 110}, {482, 60}, {482, 410}, {332, 460}, {180, 400}, {30, 450}}); };
        t["medal"] = [=] { return medal(); };
        t["microphone"] = [=] { return microphone(); };
        t["minus"] = [=] { return box(60, 220, 392, 72, 20); };
        t["moon"] = [=] { return moon(); };
        t["mountain"] = [=] { return polygon({{20, 460}, {190, 120}, {290, 300}, {350, 210}, {492, 460}}); };
        t["music"] = [=] { return all({disc(120, 400, 90), disc(380, 360, 90), box(170, 90, 40, 310), box(430, 60, 40, 300), bar({170, 110}, {470, 80}, 90)}); };
        t["octagon"] = [=] { return regular(8, -67.5); };
        t["pen"] = [=] { return pen(); };
        t["pentagon"] = [=] { return regular(5); };
        t["plus"] = [=] { return all({box(60, 220, 392, 72, 20), box(220, 60, 72, 392, 20)}); };
        t["quote-left"] = [=] { return quoteMark(); };
        t["recycle"] = [=] { return recycle(); };
        t["screwdriver"] = [=] { return wrench(true); };
        t["seedling"] = [=] { return seedling(); };
        t["share-nodes"] = [=] { return shareNodes(); };
        t["shield"] = [=] { return shield(); };
        t["shield-halved"] = [=] { return shield().subtracted(box(256, 70, 130, 320).intersected(shield().translated(-40, 0))); };
        t["square"] = [=] { return box(40, 40, 432, 432, 50); };
        t["stamp"] = [=] { return stamp(); };
        t["star"] = [=] { return starPath(256, 276, 246, 100, 5); };
        t["sun"] = [=] { return sun(); };
        t["tag"] = [=] { return polygon({{30, 50}, {260, 50}, {480, 270}, {270, 480}, {30, 250}}).subtracted(disc(130, 150, 44)); };
        t["thumbs-up"] = [=] { return hand; };
        t["thumbs-down"] = [=] { return turned(hand, 180); };
        t["ticket"] = [=] { return box(24, 116, 464, 280, 30).subtracted(disc(24, 256, 56)).subtracted(disc(488, 256, 56)); };
        t["tree"] = [=] { return tree(); };
        t["triangle"] = [=] { return regular(3); };
        t["trophy"] = [=] { return trophy(); };
        t["user"] = [=] { return person(); };
        t["user-pen"] = [=] { return person().subtracted(bar({300, 480}, {480, 300}, 130)).united(bar({330, 470}, {470, 330}, 60)); };
        t["users"] = [=] { return all({person().translated(-110, 0), person().translated(120, 0)}).intersected(box(0, 0, 512, 512)); };
        t["wheat"] = [=] { return wheat(); };
        t["wrench"] = [=] { return wrench(false); };
        t["xmark"] = [=] { return cross; };
        return t;
    }();
    return table;
}

} // namespace

const std::vector<std::string> &drawnNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto &[name, make] : drawings())
            list.push_back(name);
        return list;
    }();
    return names;
}

QPainterPath glyphPath(const std::string &name)
{
    const auto &table = drawings();
    if (const auto found = table.find(name); found != table.end())
        return found->second();
    // A pattern of squares, mirrored, made from the name.
    std::uint32_t seed = 17;
    for (const char c : name)
        seed = mix(seed, static_cast<unsigned char>(c));
    QPainterPath path;
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 3; ++column)
            if (mix(seed, static_cast<std::uint32_t>(row * 3 + column)) % 2 == 0) {
                path.addRect(56 + column * 80, 56 + row * 80, 80, 80);
                if (column < 2)
                    path.addRect(56 + (4 - column) * 80, 56 + row * 80, 80, 80);
            }
    return path;
}

} // namespace badgewright::sample
