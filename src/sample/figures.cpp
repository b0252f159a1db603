// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/figures.h"

#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace badgewright::sample {

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

namespace figures {

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

P box(double x, double y, double w, double h, double round)
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

P regular(int corners, double turn)
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

} // namespace figures

} // namespace badgewright::sample
