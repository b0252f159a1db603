// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QLabel>
#include <QStyledItemDelegate>

class QPainter;

namespace badgewright::ui {

/// How much room a pill with `text` takes, and drawing it; the rectangle is its exact outline.
QSize pillSize(const QString &text, const QFont &font);
void drawPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const Tokens &tokens, const QFont &font);

/// A state in a word or two, with the colour of its meaning.
class PillLabel : public QLabel
{
    Q_OBJECT

public:
    PillLabel(const QString &text, Tone tone, QWidget *parent = nullptr);
    void setState(const QString &text, Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// The model says a cell's tone as int(Tone) under this role; a cell without one is drawn as plain text.
inline constexpr int kToneRole = Qt::UserRole + 900;

/// Draws a cell's text as a pill. The text stays the cell's DisplayRole, so a screen reader has it too.
class PillDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace badgewright::ui
