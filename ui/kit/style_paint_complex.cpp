// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icon.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace badgewright::ui::paint {

using namespace Qt::StringLiterals;

void menuItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Tokens &t = tokens(option->palette);
    const QRect r = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left() + 4, r.center().y(), r.width() - 8, 1), t.line);
        return;
    }
    const bool enabled = option->state & QStyle::State_Enabled;
    if ((option->state & QStyle::State_Selected) && enabled)
        roundedFrame(painter, r, 4, t.selection, {});
    const QColor colour = enabled ? t.text : option->palette.color(QPalette::Disabled, QPalette::Text);
    const auto seen = [&](const QRect &rect) { return QStyle::visualRect(option->direction, r, rect); };
    const QRect markPlace = seen({r.left() + 8, r.top(), 16, r.height()});
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            glyph(painter, markPlace, u"check"_s, t.accent, 16);
    } else if (!option->icon.isNull()) {
        const QString own = ownIconName(option->icon);
        if (own.isEmpty())
            option->icon.paint(painter, markPlace, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        else
            glyph(painter, markPlace, own, enabled ? t.secondary : colour, 16);
    }
    painter->save();
    painter->setFont(option->font);
    const QStringList parts = option->text.split(u'\t');
    const QRect textPlace = r.adjusted(32, 0, -28, 0);
    painter->setPen(colour);
    const int left = int(QStyle::visualAlignment(option->direction, Qt::AlignLeft) | Qt::AlignVCenter);
    const int right = int(QStyle::visualAlignment(option->direction, Qt::AlignRight) | Qt::AlignVCenter);
    painter->drawText(seen(textPlace), left | int(Qt::TextShowMnemonic) | int(Qt::TextSingleLine), parts.value(0));
    if (parts.size() > 1) {
        painter->setPen(enabled ? t.secondary : colour);
        painter->drawText(seen(r.adjusted(32, 0, -12, 0)), right | int(Qt::TextSingleLine), parts.at(1));
    }
    painter->restore();
    if (option->menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QString name = option->direction == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s;
        glyph(painter, seen({r.right() - 24, r.top(), 16, r.height()}), name, t.secondary, 14);
    }
}

void comboBox(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget)
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    const Tokens &t = tokens(option->palette);
    if (combo->frame)
        field(painter, option, widget);
    const QRect arrow = style->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxArrow, widget);
    const bool enabled = option->state & QStyle::State_Enabled;
    glyph(painter, arrow, u"chevron-down"_s, enabled ? t.secondary : option->palette.color(QPalette::Disabled, QPalette::Text),
          16);
}

void spinBox(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget)
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin)
        return;
    const Tokens &t = tokens(option->palette);
    if (spin->frame)
        field(painter, option, widget);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](QStyle::SubControl part, const QString &name, QAbstractSpinBox::StepEnabledFlag step) {
        const QRect place = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        const bool can = (option->state & QStyle::State_Enabled) && (spin->stepEnabled & step);
        const bool under = can && (option->activeSubControls & part);
        if (under)
            roundedFrame(painter, QRectF(place).adjusted(2, 0, -2, 0), 3, t.soft, {});
        glyph(painter, place, name, can ? t.secondary : t.line, 12);
    };
    arrow(QStyle::SC_SpinBoxUp, u"chevron-up"_s, QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, u"chevron-down"_s, QAbstractSpinBox::StepDownEnabled);
}

void scrollBar(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return;
    const Tokens &t = tokens(option->palette);
    // The trough shows what is behind it: the panel of the view it belongs to.
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (bar->maximum <= bar->minimum)
        return;
    QRectF handle = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const bool awake = (option->activeSubControls & QStyle::SC_ScrollBarSlider)
        && (option->state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    const qreal side = awake ? 2 : 3;
    handle = bar->orientation == Qt::Horizontal ? handle.adjusted(2, side, -2, -side) : handle.adjusted(side, 2, -side, -2);
    QColor colour = t.secondary;
    colour.setAlphaF(awake ? 0.75F : 0.4F);
    roundedFrame(painter, handle, qMin(handle.width(), handle.height()) / 2, colour, {});
}

void slider(QPainter *painter, const QStyleOptionComplex *option, const QStyle *style, const QWidget *widget)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return;
    const Tokens &t = tokens(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    QRectF groove = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderGroove, widget);
    const QRectF place = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
    QRectF handle(0, 0, 16, 16);
    handle.moveCenter(place.center());
    QRectF done;
    const QPointF middle = groove.center();
    if (bar->orientation == Qt::Horizontal) {
        groove.setHeight(4);
        groove.moveCenter(middle);
        done = groove;
        if (bar->upsideDown)
            done.setLeft(handle.center().x());
        else
            done.setRight(handle.center().x());
    } else {
        groove.setWidth(4);
        groove.moveCenter(middle);
        done = groove;
        if (bar->upsideDown)
            done.setBottom(handle.center().y());
        else
            done.setTop(handle.center().y());
    }
    roundedFrame(painter, groove, 2, t.line, {});
    roundedFrame(painter, done, 2, enabled ? t.accent : t.secondary, {});
    roundedFrame(painter, handle, 8, t.panel, enabled ? t.accent : t.secondary, 2);
    if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange))
        roundedFrame(painter, handle.adjusted(-1, -1, 1, 1), 9, {}, t.accent, 3);
}

} // namespace badgewright::ui::paint
