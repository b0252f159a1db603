// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/count_tiles.h"

#include "ui/kit/style_paint.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

QFont countFont()
{
    QFont font = textFont(TextSize::Title);
    font.setPixelSize(qRound(font.pixelSize() * 20 / 18.0));
    font.setWeight(QFont::Bold);
    return font;
}

constexpr int kPad = 15;

} // namespace

CountTile::CountTile(const QString &label, QWidget *parent) : QAbstractButton(parent)
{
    setText(label);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    name();
}

void CountTile::setCount(qint64 count)
{
    m_count = count;
    name();
    updateGeometry();
    update();
}

void CountTile::name()
{
    setAccessibleName(tr("%1 %2").arg(QLocale().toString(m_count), text()));
}

QSize CountTile::sizeHint() const
{
    const QFontMetrics number(countFont());
    const QFontMetrics words(textFont(TextSize::Secondary));
    const int width = qMax(number.horizontalAdvance(QLocale().toString(m_count)), words.horizontalAdvance(text()));
    return {qMax(104, width + 2 * kPad), number.height() + words.height() + 24};
}

void CountTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    const QColor border = isChecked() || hasFocus() ? t.accent : underMouse() ? t.secondary : t.line;
    paint::roundedFrame(&painter, rect(), kFrameRadius, t.panel, border, isChecked() ? 2 : 1);
    const QFontMetrics number(countFont());
    const int left = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    QRect line(kPad, 10, width() - 2 * kPad, number.height());
    painter.setFont(countFont());
    painter.setPen(m_count == 0 ? t.secondary : t.text);
    painter.drawText(line, left | int(Qt::AlignVCenter), QLocale().toString(m_count));
    painter.setFont(textFont(TextSize::Secondary));
    painter.setPen(t.secondary);
    line = QRect(kPad, line.bottom() + 3, line.width(), QFontMetrics(painter.font()).height());
    painter.drawText(line, left | int(Qt::AlignVCenter), text());
}

CountTileRow::CountTileRow(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(10);
    m_row->addStretch();
}

CountTile *CountTileRow::addTile(int key, const QString &label)
{
    auto *tile = new CountTile(label, this);
    m_tiles.insert(key, tile);
    m_row->insertWidget(m_row->count() - 1, tile);
    connect(tile, &QAbstractButton::clicked, this, [this, key](bool on) { setCurrent(on ? key : -1); });
    return tile;
}

CountTile *CountTileRow::tile(int key) const
{
    return m_tiles.value(key);
}

void CountTileRow::setCurrent(int key)
{
    for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it)
        it.value()->setChecked(it.key() == key);
    if (m_current == key)
        return;
    m_current = key;
    Q_EMIT filterChanged(key);
}

void CountTileRow::clear()
{
    qDeleteAll(m_tiles);
    m_tiles.clear();
    m_current = -1;
}

} // namespace badgewright::ui
