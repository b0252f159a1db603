// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/icon_specimen.h"

#include "artwork/badge_painter.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"

#include <QPainter>

namespace badgewright::ui {

namespace {

constexpr int kOnCard = 56;
constexpr int kInPill = 16;
constexpr int kAround = 8;
constexpr int kGroundWidth = kAround * 3 + kOnCard + kInPill;
constexpr int kHeight = kOnCard + 2 * kAround;

} // namespace

IconSpecimen::IconSpecimen(const QColor &colour, QWidget *parent) : QWidget(parent), m_colour(colour)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setGlyph({}, {});
}

QSize IconSpecimen::sizeHint() const
{
    return {2 * kGroundWidth + kAround, kHeight};
}

void IconSpecimen::setGlyph(const QString &name, const QByteArray &svg)
{
    m_svg = svg;
    setAccessibleName(svg.isEmpty() ? tr("No icon to show") : tr("The icon %1 at 56 and 16 px").arg(name));
    setToolTip(tr("As the forum shows it, at 56 and 16 px, on light and dark"));
    update();
}

void IconSpecimen::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The forum's own grounds, whatever this window's theme is.
    const QColor grounds[] = {QColor(0xF8, 0xF8, 0xF8), QColor(0x28, 0x28, 0x28)};
    int left = 0;
    for (const QColor &ground : grounds) {
        paint::roundedFrame(&painter, QRectF(left + 0.5, 0.5, kGroundWidth - 1, kHeight - 1), 4, ground, tokens(this).line);
        int x = left + kAround;
        for (const int side : {kOnCard, kInPill}) {
            if (!m_svg.isEmpty()) {
                QImage glyph = artwork::glyphImage(m_svg, m_colour, QSize(side, side) * devicePixelRatioF());
                glyph.setDevicePixelRatio(devicePixelRatioF());
                const QSizeF size = glyph.deviceIndependentSize();
                painter.drawImage(QPointF(x + (side - size.width()) / 2, (kHeight - size.height()) / 2), glyph);
            }
            x += side + kAround;
        }
        left += kGroundWidth + kAround;
    }
}

} // namespace badgewright::ui
