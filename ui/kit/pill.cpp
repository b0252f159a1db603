// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/pill.h"

#include "ui/kit/style_paint.h"

#include <QPainter>

namespace badgewright::ui {

namespace {

constexpr int kPad = 8;

} // namespace

QSize pillSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text) + 2 * kPad + 1, metrics.height() + 5};
}

void drawPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const Tokens &t, const QFont &font)
{
    paint::roundedFrame(painter, rect, rect.height() / 2.0, toneFill(t, tone), {});
    painter->save();
    painter->setFont(font);
    painter->setPen(toneText(t, tone));
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width() - 2 * kPad + 1);
    painter->drawText(rect, int(Qt::AlignCenter) | int(Qt::TextSingleLine), shown);
    painter->restore();
}

PillLabel::PillLabel(const QString &text, Tone tone, QWidget *parent) : QLabel(parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(textFont(TextSize::Secondary));
    setText(text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillLabel::setState(const QString &text, Tone tone)
{
    m_tone = tone;
    setText(text);
    updateGeometry();
    update();
}

QSize PillLabel::sizeHint() const
{
    return pillSize(text(), font());
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawPill(&painter, rect(), text(), m_tone, tokens(this), font());
}

void PillDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant tone = index.data(kToneRole);
    if (!tone.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : nullptr;
    if (style)
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    if (text.isEmpty())
        return;
    const QFont font = resized(item.font, TextSize::Secondary);
    const QSize wanted = pillSize(text, font);
    QRect place(item.rect.left() + 9, 0, qMin(wanted.width(), item.rect.width() - 18), wanted.height());
    place.moveTop(item.rect.center().y() - wanted.height() / 2 + 1);
    drawPill(painter, QStyle::visualRect(item.direction, item.rect, place), text, Tone(tone.toInt()), tokens(item.palette), font);
}

QSize PillDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return base + QSize(2 * kPad + 6, 0);
}

} // namespace badgewright::ui
