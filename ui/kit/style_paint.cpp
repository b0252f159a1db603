// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/style_paint.h"

#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace badgewright::ui::paint {

using namespace Qt::StringLiterals;

namespace {

bool enabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

bool hovered(const QStyleOption *option)
{
    return enabled(option) && (option->state & QStyle::State_MouseOver);
}

bool pressed(const QStyleOption *option)
{
    return enabled(option) && (option->state & QStyle::State_Sunken);
}

/// Rings are for those who walk by keyboard; a click needs none.
bool ringed(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

QColor blend(const QColor &under, const QColor &over, qreal share)
{
    const auto mix = [share](int a, int b) { return int(a + (b - a) * share); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

ButtonKind kindOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? buttonKind(button) : ButtonKind::Secondary;
}

QColor labelColour(const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = tokens(option->palette);
    if (!enabled(option))
        return option->palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
        return t.onAccent;
    case ButtonKind::Danger:
        return t.bad;
    case ButtonKind::Secondary:
    case ButtonKind::Flat:
        break;
    }
    return t.text;
}

} // namespace

void roundedFrame(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (border.isValid()) {
        // A ring made of two paths: a pen would blur at odd scales.
        QPainterPath ring;
        ring.addRoundedRect(rect, radius, radius);
        QPainterPath inner;
        const QRectF inside = rect.adjusted(width, width, -width, -width);
        inner.addRoundedRect(inside, qMax(0.0, radius - width), qMax(0.0, radius - width));
        if (fill.isValid())
            painter->fillPath(inner, fill);
        painter->fillPath(ring.subtracted(inner), border);
    } else if (fill.isValid()) {
        painter->setBrush(fill);
        painter->drawRoundedRect(rect, radius, radius);
    }
    painter->restore();
}

void glyph(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour, int size)
{
    QRect target(0, 0, size, size);
    target.moveCenter(rect.center());
    painter->drawPixmap(target, iconPixmap(name, colour, size, painter->device()->devicePixelRatio()));
}

void buttonPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = tokens(option->palette);
    const QRectF rect = option->rect;
    QColor fill = t.panel;
    QColor border = t.line;
    const bool on = option->state & QStyle::State_On;
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
        fill = enabled(option) ? t.accent : t.soft;
        if (pressed(option))
            fill = blend(fill, t.text, 0.22);
        else if (hovered(option))
            fill = blend(fill, t.text, 0.12);
        border = QColor();
        break;
    case ButtonKind::Flat:
        fill = QColor(); // never `= {}`: that picks the assignment from Qt::GlobalColor, and color0 is a colour
        border = QColor();
        if (on)
            fill = t.selection;
        else if (pressed(option))
            fill = blend(t.soft, t.line, 0.8);
        else if (hovered(option))
            fill = t.soft;
        break;
    case ButtonKind::Secondary:
    case ButtonKind::Danger:
        if (!enabled(option))
            fill = t.dark ? t.panel : t.window;
        else if (on)
            fill = t.selection;
        else if (pressed(option))
            fill = t.soft;
        else if (hovered(option))
            fill = t.dark ? t.soft : t.window;
        if (hovered(option))
            border = blend(t.line, t.secondary, 0.35);
        break;
    }
    roundedFrame(painter, rect, kRadius, fill, border);
    if (ringed(option)) {
        const bool primary = kindOf(widget) == ButtonKind::Primary;
        if (primary)
            roundedFrame(painter, rect.adjusted(2, 2, -2, -2), kRadius - 2, {}, t.onAccent, 1.5);
        else
            roundedFrame(painter, rect, kRadius, {}, t.accent, 2);
    }
}

void buttonLabel(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget)
{
    const QColor colour = labelColour(option, widget);
    painter->save();
    QFont font = painter->font();
    if (kindOf(widget) == ButtonKind::Primary)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const bool hasMenu = option->features & QStyleOptionButton::HasMenu;
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic;
    const int gap = option->text.isEmpty() ? 0 : 9;
    const int iconWidth = option->icon.isNull() ? 0 : option->iconSize.width();
    const QRect whole = option->rect.adjusted(10, 0, -10, 0);
    const int room = whole.width() - iconWidth - (iconWidth ? gap : 0) - (hasMenu ? 20 : 0);
    const QString text = metrics.elidedText(option->text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    const int total = iconWidth + (iconWidth ? gap : 0) + textWidth + (hasMenu ? 20 : 0);
    QRect run(whole.center().x() - (total - 1) / 2, whole.top(), total, whole.height());
    if (iconWidth) {
        const QRect place = QStyle::visualRect(option->direction, whole, {run.left(), run.top(), iconWidth, run.height()});
        const QString own = ownIconName(option->icon);
        if (own.isEmpty())
            option->icon.paint(painter, place, Qt::AlignCenter, enabled(option) ? QIcon::Normal : QIcon::Disabled);
        else
            glyph(painter, place, own, colour, option->iconSize.width());
        run.setLeft(run.left() + iconWidth + gap);
    }
    painter->setPen(colour);
    painter->drawText(QStyle::visualRect(option->direction, whole, run.adjusted(0, 0, 2, 0)),
                      int(QStyle::visualAlignment(option->direction, Qt::AlignLeft)) | flags, text);
    if (hasMenu) {
        const QRect place(run.left() + textWidth + 6, run.top(), 14, run.height());
        glyph(painter, QStyle::visualRect(option->direction, whole, place), u"chevron-down"_s, colour, 14);
    }
    painter->restore();
}

void toolButtonPanel(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokens(option->palette);
    QColor fill;
    if (option->state & QStyle::State_On)
        fill = t.selection;
    else if (pressed(option))
        fill = blend(t.soft, t.line, 0.8);
    else if (hovered(option))
        fill = t.soft;
    roundedFrame(painter, option->rect, kRadius, fill, ringed(option) ? t.accent : QColor(), 2);
}

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Tokens &t = tokens(option->palette);
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool wrong = widget && widget->property("wrong").toBool();
    QColor border = t.line;
    if (wrong)
        border = t.bad;
    else if (focus)
        border = t.accent;
    else if (hovered(option))
        border = blend(t.line, t.secondary, 0.35);
    const QColor asleep = t.dark ? t.panel : t.window;
    roundedFrame(painter, option->rect, kRadius, enabled(option) ? fieldColour(t) : asleep, border, focus ? 2 : 1);
}

void checkMark(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokens(option->palette);
    QRect box(0, 0, 16, 16);
    box.moveCenter(option->rect.center());
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = on ? (enabled(option) ? t.accent : t.secondary) : (t.dark ? t.window : t.panel);
    const QColor border = on ? QColor() : blend(t.line, t.secondary, hovered(option) ? 0.6 : 0.3);
    roundedFrame(painter, box, 4, fill, border);
    if (on)
        glyph(painter, box, option->state & QStyle::State_On ? u"check"_s : u"minus"_s, t.onAccent, 12);
    if (ringed(option))
        roundedFrame(painter, QRectF(box).adjusted(-2.5, -2.5, 2.5, 2.5), 6, {}, t.accent, 1.5);
}

void radioMark(QPainter *painter, const QStyleOption *option)
{
    const Tokens &t = tokens(option->palette);
    QRectF box(0, 0, 16, 16);
    box.moveCenter(QRectF(option->rect).center());
    const bool on = option->state & QStyle::State_On;
    const QColor colour = enabled(option) ? t.accent : t.secondary;
    roundedFrame(painter, box, 8, t.dark ? t.window : t.panel,
                 on ? colour : blend(t.line, t.secondary, hovered(option) ? 0.6 : 0.3), on ? 5 : 1);
    if (ringed(option))
        roundedFrame(painter, box.adjusted(-2.5, -2.5, 2.5, 2.5), 10.5, {}, t.accent, 1.5);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    if (!(option->state & QStyle::State_KeyboardFocusChange))
        return;
    const Tokens &t = tokens(option->palette);
    roundedFrame(painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, {}, t.accent, 1.5);
}

void itemPanel(QPainter *painter, const QStyleOption *option)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const Tokens &t = tokens(option->palette);
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    if (option->state & QStyle::State_Selected)
        painter->fillRect(option->rect, t.selection);
    else if (hovered(option))
        painter->fillRect(option->rect, blend(t.panel, t.soft, 0.6));
}

void headerSection(QPainter *painter, const QStyleOptionHeader *option)
{
    const Tokens &t = tokens(option->palette);
    const QRect r = option->rect;
    painter->fillRect(r, hovered(option) && (option->state & QStyle::State_Raised) ? t.soft : t.window);
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), t.line);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Tokens &t = tokens(option->palette);
    QRectF trough = option->rect;
    if (trough.height() > 8) {
        trough.setHeight(8);
        trough.moveCenter(QRectF(option->rect).center());
    }
    roundedFrame(painter, trough, 4, t.soft, {});
    const qint64 range = qint64(option->maximum) - option->minimum;
    if (range <= 0)
        return;
    const qreal share = qBound(0.0, qreal(option->progress - option->minimum) / qreal(range), 1.0);
    QRectF done = trough;
    done.setWidth(trough.width() * share);
    if (option->direction == Qt::RightToLeft)
        done.moveRight(trough.right());
    if (done.width() < 1)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(trough, 4, 4);
    painter->setClipPath(clip);
    painter->fillRect(done, t.accent);
    painter->restore();
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Tokens &t = tokens(option->palette);
    const bool on = option->state & QStyle::State_Selected;
    painter->save();
    QFont font = painter->font();
    font.setWeight(on ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(on ? t.accent : t.secondary);
    painter->drawText(option->rect, int(Qt::AlignCenter) | int(Qt::TextShowMnemonic), option->text);
    painter->restore();
    if (on)
        painter->fillRect(QRect(option->rect.left() + 8, option->rect.bottom() - 1, option->rect.width() - 16, 2), t.accent);
    if (ringed(option))
        roundedFrame(painter, QRectF(option->rect).adjusted(2, 4, -2, -4), 4, {}, t.accent, 1.5);
}

} // namespace badgewright::ui::paint
