// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/glyphs.h"

#include "sample/text.h"

#include <QPolygonF>

#include <cmath>
#include <initializer_list>
#include <map>
#include <numbers>

namespace badgewright::sample {

namespace {

using P = QPainterPath;

P polygon(std::initializer_list<QPointF> points)
{
    P path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

P disc(double x, double y, double r)
{
    P path;
    path.addEllipse(QPointF(x, y), r, r);
    return path;
}

P oval(double x, double y, double rx, double ry)
{
    P path;
    path.addEllipse(QPointF(x, y), rx, ry);
    return path;
}

P ring(double x, double y, double outer, double inner)
{
    return disc(x, y, outer).subtracted(disc(x, y, inner));
}

P box(double x, double y, double w, double h, double round = 0)
{
    P path;
    path.addRoundedRect(x, y, w, h, round, round);
    return path;
}

P bar(QPointF a, QPointF b, double width)
{
    const QPointF d = b - a;
    const QPointF n = QPointF(-d.y(), d.x()) / std::hypot(d.x(), d.y()) * width / 2;
    return polygon({a + n, b + n, b - n, a - n});
}

P regular(int corners, double turn = -90)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = (turn + 360.0 * i / corners) * std::numbers::pi / 180;
        points << QPointF(256 + 236 * std::cos(angle), 256 + 236 * std::sin(angle));
    }
    P path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

P all(std::initializer_list<P> parts)
{
    P path;
    for (const P &part : parts)
        path = path.united(part);
    return path;
}

P heart()
{
    P path(QPointF(256, 470));
    path.cubicTo(60, 330, 20, 240, 30, 170);
    path.cubicTo(44, 70, 190, 40, 256, 150);
    path.cubicTo(322, 40, 468, 70, 482, 170);
    path.cubicTo(492, 240, 452, 330, 256, 470);
    return path;
}

P leaf()
{
    P path(QPointF(60, 440));
    path.cubicTo(20, 200, 180, 40, 470, 50);
    path.cubicTo(470, 330, 330, 470, 110, 420);
    path.lineTo(80, 470);
    path.closeSubpath();
    return path.subtracted(bar({130, 390}, {340, 170}, 22));
}

P drop()
{
    P path(QPointF(256, 30));
    path.cubicTo(330, 160, 430, 230, 430, 320);
    path.cubicTo(430, 420, 350, 482, 256, 482);
    path.cubicTo(162, 482, 82, 420, 82, 320);
    path.cubicTo(82, 230, 182, 160, 256, 30);
    return path;
}

P person()
{
    return disc(256, 140, 104).united(oval(256, 470, 200, 190).intersected(box(0, 270, 512, 216)));
}

P shield()
{
    P path(QPointF(256, 24));
    path.lineTo(450, 90);
    path.cubicTo(455, 290, 400, 420, 256, 490);
    path.cubicTo(112, 420, 57, 290, 62, 90);
    path.closeSubpath();
    return path;
}

P speech()
{
    return box(30, 50, 452, 310, 60).united(polygon({{110, 330}, {240, 330}, {120, 470}}));
}

P trophy()
{
    return all({polygon({{140, 40}, {372, 40}, {345, 240}, {290, 300}, {222, 300}, {167, 240}}), ring(125, 135, 82, 50).subtracted(box(160, 0, 200, 300)),
                ring(387, 135, 82, 50).subtracted(box(152, 0, 200, 300)), box(232, 290, 48, 100), box(150, 380, 212, 84, 16)});
}

P rosette()
{
    return all({starPath(256, 190, 178, 148, 12).subtracted(disc(256, 190, 78)), polygon({{150, 330}, {230, 366}, {180, 492}, {140, 440}, {86, 446}}),
                polygon({{362, 330}, {282, 366}, {332, 492}, {372, 440}, {426, 446}})});
}

P medal()
{
    return all({polygon({{120, 20}, {220, 20}, {270, 180}, {190, 200}}), polygon({{392, 20}, {292, 20}, {242, 180}, {322, 200}}),
                disc(256, 330, 160).subtracted(starPath(256, 330, 100, 44, 5))});
}

P seedling()
{
    P left(QPointF(244, 300));
    left.cubicTo(90, 300, 40, 220, 30, 120);
    left.cubicTo(170, 110, 250, 180, 244, 300);
    P right(QPointF(268, 240));
    right.cubicTo(270, 110, 350, 40, 482, 50);
    right.cubicTo(490, 180, 400, 250, 268, 240);
    return all({left, right, box(238, 230, 38, 250, 16)});
}

P bug()
{
    P path = oval(256, 300, 110, 160).united(disc(256, 120, 66));
    for (const double y : {230.0, 310.0, 390.0})
        path = all({path, bar({256, y}, {60, y - 50}, 30), bar({256, y}, {452, y - 50}, 30)});
    return path.subtracted(box(248, 190, 16, 260));
}

P microphone()
{
    const P stand = ring(256, 250, 170, 130).intersected(box(0, 250, 512, 200));
    return all({box(176, 24, 160, 290, 80), stand, box(236, 400, 40, 70), box(150, 450, 212, 40, 20)});
}

P wrench(bool driver)
{
    if (driver)
        return all({bar({60, 452}, {220, 292}, 90), bar({220, 292}, {420, 92}, 40), polygon({{400, 70}, {470, 40}, {442, 112}})});
    return bar({80, 432}, {330, 182}, 84).united(disc(360, 152, 122)).subtracted(bar({360, 152}, {500, 12}, 92)).subtracted(disc(90, 422, 22));
}

P apple()
{
    return all({oval(190, 310, 130, 165), oval(322, 310, 130, 165), bar({256, 180}, {290, 60}, 30), oval(350, 84, 66, 34)});
}

P wheat()
{
    P path = box(242, 120, 28, 370, 12);
    for (const double y : {150.0, 240.0, 330.0})
        path = all({path, oval(186, y, 66, 32), oval(326, y, 66, 32)});
    return path.united(oval(256, 70, 32, 60));
}

P recycle()
{
    P path = ring(256, 256, 226, 146);
    for (int i = 0; i < 3; ++i) {
        const double angle = (120.0 * i - 60) * std::numbers::pi / 180;
        path = path.subtracted(bar({256, 256}, {256 + 300 * std::cos(angle), 256 + 300 * std::sin(angle)}, 70));
    }
    return path;
}

P tree()
{
    return all({disc(256, 170, 150), disc(150, 250, 100), disc(362, 250, 100), box(222, 280, 68, 210)});
}

P book()
{
    return box(40, 90, 206, 340, 24).united(box(266, 90, 206, 340, 24)).subtracted(box(80, 150, 130, 24)).subtracted(box(302, 150, 130, 24)).subtracted(box(80, 210, 130, 24)).subtracted(box(302, 210, 130, 24));
}

P page()
{
    return box(90, 24, 332, 464, 30).subtracted(box(150, 150, 212, 32)).subtracted(box(150, 230, 212, 32)).subtracted(box(150, 310, 140, 32));
}

P quoteMark()
{
    return all({disc(140, 320, 100), polygon({{40, 320}, {150, 80}, {200, 100}, {130, 320}}), disc(370, 320, 100), polygon({{270, 320}, {380, 80}, {430, 100}, {360, 320}})});
}

P crown()
{
    return polygon({{50, 130}, {160, 250}, {256, 70}, {352, 250}, {462, 130}, {420, 380}, {92, 380}}).united(box(92, 400, 328, 60, 16));
}

P bellShape()
{
    return all({oval(256, 220, 140, 170), polygon({{116, 220}, {396, 220}, {460, 400}, {52, 400}}), disc(256, 440, 50)});
}

P keyShape()
{
    return all({ring(160, 190, 130, 66), bar({240, 270}, {460, 490}, 60), bar({350, 380}, {420, 310}, 50), bar({400, 440}, {460, 380}, 46)});
}

P flagShape()
{
    return box(70, 20, 46, 472, 20).united(polygon({{110, 50}, {450, 50}, {370, 170}, {450, 290}, {110, 290}}));
}

P moon()
{
    return disc(256, 256, 220).subtracted(disc(350, 190, 190));
}

P sun()
{
    return starPath(256, 256, 250, 170, 12).subtracted(ring(256, 256, 150, 116));
}

P globe()
{
    return disc(256, 256, 230).subtracted(ring(256, 256, 130, 110).intersected(box(0, 0, 512, 512))).subtracted(box(26, 244, 460, 24)).subtracted(box(244, 26, 24, 460));
}

P camera()
{
    return all({box(30, 130, 452, 320, 50), polygon({{170, 140}, {200, 70}, {312, 70}, {342, 140}})}).subtracted(ring(256, 290, 112, 70));
}

P gift()
{
    return all({box(30, 150, 452, 100, 16), box(60, 240, 392, 240, 16), ring(190, 100, 74, 36), ring(322, 100, 74, 36)}).subtracted(box(236, 150, 40, 330));
}

P links()
{
    const P link = box(30, 196, 250, 120, 60).subtracted(box(74, 232, 162, 48, 24));
    return link.united(link.translated(202, 0));
}

P shareNodes()
{
    return all({disc(120, 256, 84), disc(390, 110, 84), disc(390, 402, 84), bar({120, 256}, {390, 110}, 40), bar({120, 256}, {390, 402}, 40)});
}

P pen()
{
    return all({polygon({{40, 472}, {70, 340}, {172, 442}}), bar({130, 382}, {400, 112}, 144)});
}

P stamp()
{
    return all({disc(256, 110, 90), box(216, 150, 80, 150), box(60, 290, 392, 100, 24), box(60, 420, 392, 50, 12)});
}

const std::map<std::string, P> &drawings()
{
    static const std::map<std::string, P> table = [] {
        std::map<std::string, P> t;
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
        t["apple-whole"] = apple();
        t["arrow-up"] = arrow;
        t["arrow-right"] = turned(arrow, 90);
        t["arrow-down"] = turned(arrow, 180);
        t["arrow-left"] = turned(arrow, 270);
        t["award"] = rosette();
        t["bell"] = bellShape();
        t["bolt"] = polygon({{290, 20}, {90, 290}, {230, 290}, {200, 492}, {420, 200}, {270, 200}});
        t["book"] = t["book-open-reader"] = book();
        t["bookmark"] = polygon({{110, 20}, {402, 20}, {402, 492}, {256, 380}, {110, 492}});
        t["bug"] = bug();
        t["camera"] = camera();
        t["certificate"] = starPath(256, 256, 246, 192, 10);
        t["check"] = tick;
        t["circle"] = round;
        t["comment"] = speech();
        t["crown"] = crown();
        t["diamond"] = regular(4);
        t["droplet"] = drop();
        t["envelope"] = box(24, 96, 464, 320, 40).subtracted(bar({40, 130}, {256, 290}, 30)).subtracted(bar({256, 290}, {472, 130}, 30));
        t["eye"] = oval(256, 256, 236, 140).subtracted(ring(256, 256, 100, 52));
        t["file-lines"] = page();
        t["fire"] = drop().subtracted(disc(256, 390, 60));
        t["flag"] = flagShape();
        t["gear"] = starPath(256, 256, 240, 176, 8).subtracted(disc(256, 256, 84));
        t["gem"] = polygon({{130, 60}, {382, 60}, {490, 190}, {256, 470}, {22, 190}}).subtracted(bar({40, 200}, {472, 200}, 18));
        t["gift"] = gift();
        t["globe"] = globe();
        t["hammer"] = all({bar({90, 460}, {300, 200}, 66), bar({190, 90}, {420, 280}, 130)});
        t["hand-holding-heart"] = all({heart().translated(0, -100), box(30, 400, 452, 80, 30)});
        t["heart"] = heart();
        t["hexagon"] = regular(6);
        t["house"] = polygon({{256, 30}, {490, 240}, {430, 240}, {430, 480}, {82, 480}, {82, 240}, {22, 240}}).subtracted(box(206, 310, 100, 170));
        t["key"] = keyShape();
        t["leaf"] = leaf();
        t["link"] = links();
        t["lock"] = all({box(80, 220, 352, 270, 40), ring(256, 190, 140, 90).intersected(box(0, 0, 512, 240))});
        t["magnifying-glass"] = ring(210, 210, 180, 116).united(bar({330, 330}, {470, 470}, 80));
        t["map"] = polygon({{30, 100}, {180, 50}, {332, 110}, {482, 60}, {482, 410}, {332, 460}, {180, 400}, {30, 450}});
        t["medal"] = medal();
        t["microphone"] = microphone();
        t["minus"] = box(60, 220, 392, 72, 20);
        t["moon"] = moon();
        t["mountain"] = polygon({{20, 460}, {190, 120}, {290, 300}, {350, 210}, {492, 460}});
        t["music"] = all({disc(120, 400, 90), disc(380, 360, 90), box(170, 90, 40, 310), box(430, 60, 40, 300), bar({170, 110}, {470, 80}, 90)});
        t["octagon"] = regular(8, -67.5);
        t["pen"] = pen();
        t["pentagon"] = regular(5);
        t["plus"] = all({box(60, 220, 392, 72, 20), box(220, 60, 72, 392, 20)});
        t["quote-left"] = quoteMark();
        t["recycle"] = recycle();
        t["screwdriver"] = wrench(true);
        t["seedling"] = seedling();
        t["share-nodes"] = shareNodes();
        t["shield"] = shield();
        t["shield-halved"] = shield().subtracted(box(256, 70, 130, 320).intersected(shield().translated(-40, 0)));
        t["square"] = box(40, 40, 432, 432, 50);
        t["stamp"] = stamp();
        t["star"] = starPath(256, 276, 246, 100, 5);
        t["sun"] = sun();
        t["tag"] = polygon({{30, 50}, {260, 50}, {480, 270}, {270, 480}, {30, 250}}).subtracted(disc(130, 150, 44));
        t["thumbs-up"] = hand;
        t["thumbs-down"] = turned(hand, 180);
        t["ticket"] = box(24, 116, 464, 280, 30).subtracted(disc(24, 256, 56)).subtracted(disc(488, 256, 56));
        t["tree"] = tree();
        t["triangle"] = regular(3);
        t["trophy"] = trophy();
        t["user"] = person();
        t["user-pen"] = person().subtracted(bar({300, 480}, {480, 300}, 130)).united(bar({330, 470}, {470, 330}, 60));
        t["users"] = all({person().translated(-110, 0), person().translated(120, 0)}).intersected(box(0, 0, 512, 512));
        t["wheat"] = wheat();
        t["wrench"] = wrench(false);
        t["xmark"] = cross;
        return t;
    }();
    return table;
}

} // namespace

QPainterPath starPath(double x, double y, double outer, double inner, int points)
{
    QPolygonF corners;
    for (int i = 0; i < points * 2; ++i) {
        const double angle = std::numbers::pi * (i - points / 2.0) / points; // the first one points up
        const double r = i % 2 == 0 ? outer : inner;
        corners << QPointF(x + r * std::cos(angle), y + r * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

const std::vector<std::string> &drawnNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const auto &[name, path] : drawings())
            list.push_back(name);
        return list;
    }();
    return names;
}

QPainterPath glyphPath(const std::string &name)
{
    const auto &table = drawings();
    if (const auto found = table.find(name); found != table.end())
        return found->second;
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
