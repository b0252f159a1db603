// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/place_view.h"

#include "ui/kit/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QtMath>

namespace badgewright::ui {

PlaceView::PlaceView(artwork::Place place, QWidget *parent) : QWidget(parent), m_place(place)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PlaceView::setScene(const artwork::PlacesScene &scene, int scale, artwork::Vision vision)
{
    m_scene = scene;
    m_scale = scale;
    m_vision = vision;
    const QSizeF size = artwork::placeSize(m_place, m_scene) * m_scale;
    const QSize whole(qCeil(size.width()), qCeil(size.height()));
    if (whole != m_size) {
        m_size = whole;
        updateGeometry();
    }
    update();
}

void PlaceView::paintEvent(QPaintEvent *event)
{
    // Only what is seen: at 3× the whole would be many millions of pixels.
    const QRect part = event->rect();
    const qreal ratio = devicePixelRatioF();
    const QSize pixels(qCeil(part.width() * ratio), qCeil(part.height() * ratio));
    QImage page(pixels, QImage::Format_RGB32);
    page.setDevicePixelRatio(ratio);
    page.fill(m_scene.badge.tokens().secondary);
    QPainter inner(&page);
    inner.translate(-part.topLeft());
    inner.scale(m_scale, m_scale);
    artwork::paintPlace(&inner, m_place, m_scene);
    inner.end();
    QImage seen = artwork::seenWith(page, m_vision);
    seen.setDevicePixelRatio(ratio);
    QPainter painter(this);
    painter.drawImage(part.topLeft(), seen);
    // A dark page would have no edge in a dark window.
    painter.setPen(tokens(this).line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace badgewright::ui
