// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/clamped_label.h"

#include <QPainter>
#include <QTextLayout>

namespace badgewright::ui {

ClampedLabel::ClampedLabel(TextSize size, int mostLines, const QString &text, QWidget *parent)
    : TextLabel(size, text, parent), m_mostLines(mostLines)
{
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QStringList ClampedLabel::linesFor(int width) const
{
    QStringList lines;
    const QString words = text();
    QTextLayout layout(words, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(qMax(1, width));
        if (lines.size() + 1 == m_mostLines) {
            lines << fontMetrics().elidedText(words.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << words.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QSize ClampedLabel::sizeHint() const
{
    // One more: where a line is exactly as wide as its words, rounding breaks it.
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().lineSpacing()};
}

QSize ClampedLabel::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 6), fontMetrics().lineSpacing()};
}

int ClampedLabel::heightForWidth(int width) const
{
    return qMax(1, int(linesFor(width).size())) * fontMetrics().lineSpacing();
}

void ClampedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QStringList lines = linesFor(width());
    setToolTip(lines.isEmpty() || !lines.last().endsWith(QChar(0x2026)) || text().endsWith(lines.last()) ? QString() : text());
    const int step = fontMetrics().lineSpacing();
    const int sides = int(QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignHorizontal_Mask);
    int top = (height() - int(lines.size()) * step) / 2;
    for (const QString &line : lines) {
        painter.drawText(QRect(0, top, width(), step), sides | int(Qt::AlignVCenter) | int(Qt::TextSingleLine), line);
        top += step;
    }
}

} // namespace badgewright::ui
