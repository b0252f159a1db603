// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_well.h"

#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <cmath>

namespace badgewright::ui {

namespace {

constexpr int kSquare = 8;  // of the checkerboard
constexpr int kInside = 90; // how large a picture stands at most

} // namespace

PictureWell::PictureWell(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Picture"));
    describe({});
    setToolTip(tr("Drop a picture here, paste one, or click to open a file"));
}

void PictureWell::describe(const QString &shown)
{
    const QString ways = tr("Drop a picture here, paste one, or press Enter to open a file.");
    setAccessibleDescription(shown.isEmpty() ? ways : shown + QStringLiteral(". ") + ways);
}

void PictureWell::setPicture(const QImage &picture)
{
    m_image = picture;
    m_several.clear();
    m_isGlyph = false;
    describe({});
    update();
}

void PictureWell::setGlyph(const QImage &glyph)
{
    m_image = glyph;
    m_several.clear();
    m_isGlyph = true;
    describe({});
    update();
}

void PictureWell::setSeveral(const QList<QPixmap> &thumbs, int more, const QString &words)
{
    m_image = {};
    m_isGlyph = false;
    m_invitation.clear();
    m_several = thumbs;
    m_more = more;
    describe(words);
    update();
}

void PictureWell::setEmpty(const QString &invitation)
{
    m_image = {};
    m_several.clear();
    m_isGlyph = false;
    m_invitation = invitation;
    describe(invitation);
    update();
}

void PictureWell::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

void PictureWell::setHovered(bool hovered)
{
    m_hovered = hovered;
    update();
}

void PictureWell::paintGround(QPainter &painter, const QPainterPath &frame)
{
    const Tokens &colours = tokens(this);
    painter.fillPath(frame, colours.panel);
    if (m_isGlyph || m_image.isNull())
        return;
    painter.save();
    painter.setClipPath(frame);
    QColor square = colours.soft;
    for (int y = 0; y < height(); y += kSquare) {
        for (int x = (y / kSquare) % 2 * kSquare; x < width(); x += 2 * kSquare)
            painter.fillRect(x, y, kSquare, kSquare, square);
    }
    painter.restore();
}

/// In rows of as many as there is room for, in the middle; the number of the others takes the last place.
void PictureWell::paintSeveral(QPainter &painter)
{
    constexpr int gap = kGrid - 2;
    const int count = int(m_several.size()) + (m_more ? 1 : 0);
    const int columns = qBound(1, qMin((width() - gap) / (kThumb + gap), int(std::ceil(std::sqrt(count)))), count);
    const int rows = (count + columns - 1) / columns;
    const int top = (height() - rows * kThumb - (rows - 1) * gap) / 2;
    for (int i = 0; i < count; ++i) {
        const int inRow = qMin(columns, count - i / columns * columns);
        const int left = (width() - inRow * kThumb - (inRow - 1) * gap) / 2;
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(left + i % columns * (kThumb + gap), top + i / columns * (kThumb + gap), kThumb, kThumb));
        if (i < m_several.size()) {
            painter.drawPixmap(place, m_several.at(i));
        } else {
            painter.setFont(textFont(TextSize::Secondary));
            painter.setPen(tokens(this).secondary);
            painter.drawText(place, Qt::AlignCenter, tr("+%1", "so many more").arg(locale().toString(m_more)));
        }
    }
}

void PictureWell::paintEvent(QPaintEvent *)
{
    const Tokens &colours = tokens(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    paintGround(painter, frame);

    const bool marked = m_hovered || hasFocus();
    QPen pen(marked ? colours.accent : colours.line, marked ? 1.5 : 1);
    if (!hasFocus() || m_hovered)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(m_hovered ? QColor(colours.accent.red(), colours.accent.green(), colours.accent.blue(), 24)
                               : QColor(Qt::transparent));
    painter.drawPath(frame);

    painter.setOpacity(isEnabled() && !m_busy ? 1 : 0.4);
    if (!m_busy && !m_several.isEmpty()) {
        paintSeveral(painter);
        return;
    }
    if (m_busy || m_image.isNull()) {
        painter.setFont(textFont(TextSize::Secondary));
        painter.setPen(colours.secondary);
        const QRect text = rect().adjusted(kGrid, kGrid, -kGrid, -kGrid);
        painter.drawText(text, Qt::AlignCenter | Qt::TextWordWrap, m_busy ? tr("Reading the picture…") : m_invitation);
        return;
    }
    const qreal most = m_isGlyph ? 64 : kInside;
    QSizeF size = QSizeF(m_image.size()) / m_image.devicePixelRatio();
    // Small pictures are shown as they are: enlarging would hide that they are small.
    if (m_isGlyph || size.width() > most || size.height() > most)
        size.scale(most, most, Qt::KeepAspectRatio);
    const QRectF place(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.drawImage(place, m_image);
}

void PictureWell::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteWanted();
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removeWanted();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void PictureWell::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        setCursor(isEnabled() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace badgewright::ui
