// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/badge_thumb.h"

#include "ui/kit/icon.h"

#include <QPainter>
#include <QSvgRenderer>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

QPixmap badgeThumb(const BadgeThumb &thumb, int size, qreal devicePixelRatio)
{
    QPixmap canvas(QSize(size, size) * devicePixelRatio);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF whole(QPointF(), QSizeF(canvas.size()));
    const QColor colour = thumb.typeColour;
    if (!thumb.image.isNull()) {
        const QPixmap fitted = thumb.image.scaled(canvas.size(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
        QRectF place(QPointF(), QSizeF(fitted.size()));
        place.moveCenter(whole.center());
        painter.drawPixmap(place.topLeft(), fitted);
    } else if (!thumb.iconSvg.isEmpty()) {
        QPixmap glyph(canvas.size());
        glyph.fill(Qt::transparent);
        QPainter inner(&glyph);
        QSvgRenderer renderer(thumb.iconSvg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&inner, QRectF(whole).adjusted(whole.width() * 0.08, whole.height() * 0.08, -whole.width() * 0.08,
                                                       -whole.height() * 0.08));
        inner.setCompositionMode(QPainter::CompositionMode_SourceIn);
        inner.fillRect(whole, colour);
        inner.end();
        painter.drawPixmap(0, 0, glyph);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const qreal inset = whole.width() * 0.14;
        painter.drawEllipse(whole.adjusted(inset, inset, -inset, -inset));
        const int glyph = int(whole.width() * 0.5);
        const QPixmap mark = iconPixmap(u"badge"_s, Qt::white, glyph, 1.0);
        painter.drawPixmap(QPointF((whole.width() - glyph) / 2, (whole.height() - glyph) / 2), mark);
    }
    painter.end();
    canvas.setDevicePixelRatio(devicePixelRatio);
    return canvas;
}

} // namespace badgewright::ui
