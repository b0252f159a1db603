// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/design_canvas.h"

#include "ui/kit/theme.h"
#include "ui/studio/design_model.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace badgewright::ui {

using artwork::kDesignSide;
using artwork::Layer;

namespace {

constexpr int kAround = 28;    // between the design and the canvas' edge
constexpr int kCheck = 12;     // a square of the checkerboard
constexpr int kHandle = 9;
constexpr double kMiddle = kDesignSide / 2.0;
constexpr double kCatch = 5;   // px of the design within which a layer jumps to the middle

} // namespace

DesignCanvas::DesignCanvas(DesignModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(tr("Arrow keys move the chosen layer, with Shift by ten. Plus and minus change its size. Page "
                                "Up and Page Down choose another layer. Delete removes it."));
    connect(model, &DesignModel::changed, this, &DesignCanvas::renew);
    connect(model, &DesignModel::currentChanged, this, qOverload<>(&QWidget::update));
    renew();
}

void DesignCanvas::renew()
{
    const QList<Layer> &layers = m_model->design().layers;
    m_pieces.resize(layers.size());
    for (qsizetype i = 0; i < layers.size(); ++i) {
        if (i >= m_known.size() || m_known.at(i) != layers.at(i))
            m_pieces[i] = artwork::piecesOf(layers.at(i));
    }
    m_known = layers;
    update();
}

QRectF DesignCanvas::square() const
{
    const double side = std::max(64, std::min(width(), height()) - 2 * kAround);
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF DesignCanvas::onWidget(const QPointF &design) const
{
    const QRectF place = square();
    return place.topLeft() + design * (place.width() / kDesignSide);
}

QPointF DesignCanvas::inDesign(const QPointF &widget) const
{
    const QRectF place = square();
    return (widget - place.topLeft()) * (kDesignSide / place.width());
}

int DesignCanvas::layerAt(const QPointF &design) const
{
    const auto &layers = m_model->design().layers;
    for (int i = int(layers.size()) - 1; i >= 0; --i) {
        if (!layers.at(i).visible)
            continue;
        for (const artwork::DesignPiece &piece : m_pieces.at(i)) {
            if (piece.path.contains(design))
                return i;
        }
    }
    return DesignModel::kBackground;
}

QRectF DesignCanvas::frame() const
{
    if (!m_model->layer())
        return {};
    const QRectF bounds = artwork::boundsOf(m_pieces.at(m_model->current()));
    if (bounds.isEmpty())
        return {};
    return QRectF(onWidget(bounds.topLeft()), onWidget(bounds.bottomRight())).adjusted(-3, -3, 3, 3);
}

bool DesignCanvas::onCorner(const QPointF &widget) const
{
    const QRectF around = frame();
    if (around.isEmpty())
        return false;
    for (const QPointF &corner : {around.topLeft(), around.topRight(), around.bottomLeft(), around.bottomRight()}) {
        if (QLineF(corner, widget).length() <= kHandle)
            return true;
    }
    return false;
}

void DesignCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.panel);
    for (int y = 0; y < height(); y += kCheck) {
        for (int x = (y / kCheck) % 2 * kCheck; x < width(); x += 2 * kCheck)
            painter.fillRect(x, y, kCheck, kCheck, t.soft);
    }
    const QRectF place = square();
    // What lies outside of this frame is cut off.
    painter.setPen(QPen(t.secondary, 1, Qt::DotLine));
    painter.drawRect(place);
    painter.save();
    painter.translate(place.topLeft());
    artwork::paintDesign(&painter, m_model->design(), place.width(), m_pieces);
    painter.restore();

    if (m_grip == Grip::Layer) {
        painter.setPen(QPen(t.accent, 1, Qt::DashLine));
        if (m_onMiddleX)
            painter.drawLine(QLineF(onWidget({kMiddle, 0}), onWidget({kMiddle, double(kDesignSide)})));
        if (m_onMiddleY)
            painter.drawLine(QLineF(onWidget({0, kMiddle}), onWidget({double(kDesignSide), kMiddle})));
    }
    if (const QRectF around = frame(); !around.isEmpty()) {
        // White and nearly black, whatever the theme: one of the two shows on any colour that is drawn with.
        const QColor edge(0x1c, 0x21, 0x28);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, hasFocus() ? 4 : 3));
        painter.drawRect(around);
        painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
        painter.drawRect(around);
        painter.setBrush(Qt::white);
        painter.setPen(QPen(edge, 1.5));
        for (const QPointF &corner : {around.topLeft(), around.topRight(), around.bottomLeft(), around.bottomRight()})
            painter.drawRect(QRectF(corner - QPointF(kHandle, kHandle) / 2, QSizeF(kHandle, kHandle)));
    } else if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void DesignCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = inDesign(event->position());
    if (onCorner(event->position())) {
        m_grip = Grip::Corner;
    } else {
        m_model->setCurrent(layerAt(m_pressed));
        m_grip = m_model->layer() ? Grip::Layer : Grip::None;
    }
    m_model->endGesture();
    if (const Layer *layer = m_model->layer()) {
        m_startCentre = layer->centre;
        m_startSize = layer->size;
        m_startWidest = layer->widest;
        m_startRadius = layer->radius;
    }
}

void DesignCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grip != Grip::None)
        drag(event->position(), event->modifiers() & Qt::AltModifier);
    else if (onCorner(event->position()))
        setCursor(Qt::SizeFDiagCursor);
    else
        setCursor(layerAt(inDesign(event->position())) >= 0 ? Qt::SizeAllCursor : Qt::ArrowCursor);
}

void DesignCanvas::drag(const QPointF &widget, bool freely)
{
    const QPointF at = inDesign(widget);
    if (m_grip == Grip::Corner) {
        const double before = QLineF(m_startCentre, m_pressed).length();
        const double factor = before > 1 ? QLineF(m_startCentre, at).length() / before : 1;
        m_model->changeLayer(tr("size"), [&](Layer &layer) {
            layer.size = std::round(m_startSize * factor);
            layer.widest = std::round(m_startWidest * factor);
            layer.radius = std::round(m_startRadius * factor);
        }, QStringLiteral("canvas-size"));
        return;
    }
    QPointF centre = m_startCentre + at - m_pressed;
    m_onMiddleX = !freely && std::abs(centre.x() - kMiddle) < kCatch;
    m_onMiddleY = !freely && std::abs(centre.y() - kMiddle) < kCatch;
    if (m_onMiddleX)
        centre.setX(kMiddle);
    if (m_onMiddleY)
        centre.setY(kMiddle);
    m_model->changeLayer(tr("move"), [&](Layer &layer) { layer.centre = {std::round(centre.x()), std::round(centre.y())}; },
                         QStringLiteral("canvas-move"));
}

void DesignCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_grip = Grip::None;
    m_model->endGesture();
    update();
}

void DesignCanvas::moveBy(const QPointF &step)
{
    m_model->changeLayer(tr("move"), [&](Layer &layer) { layer.centre += step; }, QStringLiteral("canvas-move"));
}

void DesignCanvas::scaleBy(double factor)
{
    m_model->changeLayer(tr("size"), [&](Layer &layer) {
        layer.size *= factor;
        layer.widest *= factor;
        layer.radius *= factor;
    }, QStringLiteral("canvas-size"));
}

void DesignCanvas::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveBy({-step, 0});
    case Qt::Key_Right:
        return moveBy({step, 0});
    case Qt::Key_Up:
        return moveBy({0, -step});
    case Qt::Key_Down:
        return moveBy({0, step});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return scaleBy(1.04);
    case Qt::Key_Minus:
        return scaleBy(1 / 1.04);
    case Qt::Key_PageUp:
        return m_model->setCurrent(m_model->current() + 1);
    case Qt::Key_PageDown:
        return m_model->setCurrent(m_model->current() - 1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return m_model->removeCurrent();
    default:
        QWidget::keyPressEvent(event);
    }
}

void DesignCanvas::keyReleaseEvent(QKeyEvent *event)
{
    // A key held down is one step to undo.
    if (!event->isAutoRepeat())
        m_model->endGesture();
    QWidget::keyReleaseEvent(event);
}

void DesignCanvas::focusOutEvent(QFocusEvent *event)
{
    m_model->endGesture();
    QWidget::focusOutEvent(event);
}

} // namespace badgewright::ui
