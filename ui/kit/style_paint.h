// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>

class QColor;
class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionTab;
class QWidget;

/// The drawing behind BadgewrightStyle, one function per control.
namespace badgewright::ui::paint {

/// A rounded rectangle whose border lies inside `rect`. Either colour may be invalid: not drawn.
void roundedFrame(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
                  qreal borderWidth = 1);
/// `name` from our icons, `size` px, in the middle of `rect`.
void glyph(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour, int size);

void buttonPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget);
void toolButtonPanel(QPainter *painter, const QStyleOption *option);
void field(QPainter *painter, const QStyleOption *option, const QWidget *widget);
void checkMark(QPainter *painter, const QStyleOption *option);
void radioMark(QPainter *painter, const QStyleOption *option);
void focusRing(QPainter *painter, const QStyleOption *option);
void itemPanel(QPainter *painter, const QStyleOption *option);
void headerSection(QPainter *painter, const QStyleOptionHeader *option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem *option);
void progressBar(QPainter *painter, const QStyleOptionProgressBar *option);
void tab(QPainter *painter, const QStyleOptionTab *option);
void comboBox(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget);
void spinBox(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget);
void scrollBar(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget);
void slider(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget);

} // namespace badgewright::ui::paint
