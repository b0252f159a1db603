// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/glyphs.h"

#include <QPainterPath>
#include <QPointF>

#include <initializer_list>

namespace badgewright::sample::figures {

// What the glyphs are put together from, in a box of 512 × 512.

using P = QPainterPath;

P polygon(std::initializer_list<QPointF> points);
P disc(double x, double y, double r);
P oval(double x, double y, double rx, double ry);
P ring(double x, double y, double outer, double inner);
P box(double x, double y, double w, double h, double round = 0);
P bar(QPointF a, QPointF b, double width);
P regular(int corners, double turn = -90);
P all(std::initializer_list<P> parts);
P heart();
P leaf();
P drop();
P person();
P shield();
P speech();
P trophy();
P rosette();
P medal();
P seedling();
P bug();
P microphone();
P wrench(bool driver);
P apple();
P wheat();
P recycle();
P tree();
P book();
P page();
P quoteMark();
P crown();
P bellShape();
P keyShape();
P flagShape();
P moon();
P sun();
P globe();
P camera();
P gift();
P links();
P shareNodes();
P pen();
P stamp();

} // namespace badgewright::sample::figures
