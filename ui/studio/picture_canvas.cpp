// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/picture_canvas.h"

#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace badgewright::ui {

using artwork::SquareView;

namespace {

constexpr int kAround = 28;
constexpr int kCheck = 12;
constexpr int kHandle = 10;
constexpr int kReach = 8; // px around an edge that take hold of it
constexpr double kZoomStep = 1.1;

} // namespace

PictureCanvas::PictureCanvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture"));
}

void PictureCanvas::setImage(const QImage &image)
{
    m_image = image;
    m_selection = image.rect();
    m_view = {};
    m_dragging = false;
    describe();
    update();
    Q_EMIT changed();
}

void PictureCanvas::setMode(Mode mode)
{
    m_mode = mode;
    m_selection = m_image.rect();
    m_view = {};
    m_dragging = false;
    describe();
    update();
    Q_EMIT changed();
}

void PictureCanvas::setSelection(const QRect &selection)
{
    const QRect inside = selection.intersected(m_image.rect());
    if (inside.isEmpty() || inside == m_selection)
        return;
    m_selection = inside;
    describe();
    update();
    Q_EMIT changed();
}

void PictureCanvas::setZoom(double zoom)
{
    zoom = std::clamp(zoom, SquareView::kLeastZoom, SquareView::kMostZoom);
    if (zoom == m_view.zoom)
        return;
    m_view.zoom = zoom;
    update();
    Q_EMIT changed();
}

void PictureCanvas::describe()
{
    if (m_mode == Mode::Crop)
        setAccessibleDescription(tr("%1 × %2 px are marked. Arrow keys move the rectangle, with Shift its right and lower edge, with Ctrl by ten. "
                                    "Enter cuts it out.")
                                     .arg(m_selection.width())
                                     .arg(m_selection.height()));
    else
        setAccessibleDescription(tr("Arrow keys move the picture in the square, plus and minus zoom. Enter cuts it out."));
}

bool PictureCanvas::isPending() const
{
    if (m_image.isNull())
        return false;
    return m_mode == Mode::Crop ? m_selection != m_image.rect() : !(m_view == SquareView());
}

QImage PictureCanvas::applied() const
{
    if (!isPending())
        return m_image;
    return m_mode == Mode::Crop ? artwork::croppedTo(m_image, m_selection) : artwork::seenThrough(m_image, m_view);
}

QRectF PictureCanvas::shown() const
{
    if (m_image.isNull())
        return {};
    const QRectF room = QRectF(rect()).adjusted(kAround, kAround, -kAround, -kAround);
    if (m_mode == Mode::Crop) {
        QSizeF size = QSizeF(m_image.size());
        // Small pictures are enlarged, or their edges could not be taken hold of; never beyond eight times.
        size.scale(room.size().boundedTo(size * 8), Qt::KeepAspectRatio);
        return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
    }
    // The square stands still, the picture moves below it.
    const double side = std::min(room.width(), room.height());
    const QRect part = artwork::viewedPart(m_image.size(), m_view);
    const double factor = side / part.width();
    const QPointF corner((width() - side) / 2, (height() - side) / 2);
    return {corner - QPointF(part.topLeft()) * factor, QSizeF(m_image.size()) * factor};
}

double PictureCanvas::scale() const
{
    return m_image.isNull() ? 1 : shown().width() / m_image.width();
}

QPointF PictureCanvas::onWidget(const QPointF &picture) const
{
    return shown().topLeft() + picture * scale();
}

QPointF PictureCanvas::inPicture(const QPointF &widget) const
{
    return (widget - shown().topLeft()) / scale();
}

void PictureCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), t.panel);
    for (int y = 0; y < height(); y += kCheck) {
        for (int x = (y / kCheck) % 2 * kCheck; x < width(); x += 2 * kCheck)
            painter.fillRect(x, y, kCheck, kCheck, t.soft);
    }
    if (m_image.isNull())
        return;
    painter.drawImage(shown(), m_image);

    QRectF marked;
    if (m_mode == Mode::Crop) {
        marked = QRectF(onWidget(m_selection.topLeft()), QSizeF(m_selection.size()) * scale());
    } else {
        const double side = std::min(width(), height()) - 2 * kAround;
        marked = QRectF((width() - side) / 2, (height() - side) / 2, side, side);
    }
    // What goes is veiled.
    QPainterPath outside;
    outside.addRect(rect());
    outside.addRect(marked);
    QColor veil = t.window;
    veil.setAlphaF(0.72F);
    painter.fillPath(outside, veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.panel, 3));
    painter.drawRect(marked);
    painter.setPen(QPen(t.accent, hasFocus() ? 2 : 1));
    painter.drawRect(marked);
    if (m_mode != Mode::Crop)
        return;
    painter.setBrush(t.panel);
    painter.setPen(QPen(t.accent, 1.5));
    const QPointF middle = marked.center();
    for (const QPointF &at : {marked.topLeft(), marked.topRight(), marked.bottomLeft(), marked.bottomRight(),
                              QPointF(middle.x(), marked.top()), QPointF(middle.x(), marked.bottom()), QPointF(marked.left(), middle.y()),
                              QPointF(marked.right(), middle.y())})
        painter.drawRect(QRectF(at - QPointF(kHandle, kHandle) / 2, QSizeF(kHandle, kHandle)));
}

PictureCanvas::Grip PictureCanvas::gripAt(const QPointF &widget) const
{
    const QRectF marked(onWidget(m_selection.topLeft()), QSizeF(m_selection.size()) * scale());
    Grip grip;
    if (!marked.adjusted(-kReach, -kReach, kReach, kReach).contains(widget))
        return grip;
    grip.left = std::abs(widget.x() - marked.left()) <= kReach;
    grip.right = !grip.left && std::abs(widget.x() - marked.right()) <= kReach;
    grip.top = std::abs(widget.y() - marked.top()) <= kReach;
    grip.bottom = !grip.top && std::abs(widget.y() - marked.bottom()) <= kReach;
    return grip.any() ? grip : Grip{true, true, true, true};
}

void PictureCanvas::moveEdges(const QPoint &step, const Grip &grip, const QRect &from)
{
    QRect to = from;
    if (grip.left && grip.right) {
        to.translate(step);
        // The whole is pushed against the edge, not through it.
        to.moveLeft(std::clamp(to.left(), 0, m_image.width() - to.width()));
        to.moveTop(std::clamp(to.top(), 0, m_image.height() - to.height()));
    } else {
        if (grip.left)
            to.setLeft(std::clamp(from.left() + step.x(), 0, from.right()));
        if (grip.right)
            to.setRight(std::clamp(from.right() + step.x(), from.left(), m_image.width() - 1));
        if (grip.top)
            to.setTop(std::clamp(from.top() + step.y(), 0, from.bottom()));
        if (grip.bottom)
            to.setBottom(std::clamp(from.bottom() + step.y(), from.top(), m_image.height() - 1));
    }
    setSelection(to);
}

void PictureCanvas::pan(const QPointF &pixels)
{
    SquareView view = m_dragging ? m_startView : m_view;
    view.centre -= QPointF(pixels.x() / m_image.width(), pixels.y() / m_image.height());
    view.centre = {std::clamp(view.centre.x(), 0.0, 1.0), std::clamp(view.centre.y(), 0.0, 1.0)};
    view.zoom = m_view.zoom;
    if (view == m_view)
        return;
    m_view = view;
    update();
    Q_EMIT changed();
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_image.isNull())
        return;
    m_dragging = true;
    m_startView = m_view;
    m_startSelection = m_selection;
    m_grip = gripAt(event->position());
    m_pressed = m_mode == Mode::Crop ? inPicture(event->position()) : event->position();
    const bool everything = m_selection == m_image.rect(); // which cannot be moved anywhere
    if (m_mode == Mode::Crop && (!m_grip.any() || (everything && m_grip.left && m_grip.right))) {
        // A new rectangle is drawn from here.
        const QPoint at(std::clamp(int(m_pressed.x()), 0, m_image.width() - 1), std::clamp(int(m_pressed.y()), 0, m_image.height() - 1));
        m_startSelection = QRect(at, QSize(1, 1));
        m_grip = {};
    }
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging) {
        const Grip grip = m_mode == Mode::Crop ? gripAt(event->position()) : Grip{true, true, true, true};
        const bool whole = grip.left && grip.right;
        if (!grip.any())
            setCursor(Qt::CrossCursor);
        else if (whole)
            setCursor(m_mode == Mode::Crop && m_selection == m_image.rect() ? Qt::CrossCursor : Qt::SizeAllCursor);
        else if ((grip.left && grip.top) || (grip.right && grip.bottom))
            setCursor(Qt::SizeFDiagCursor);
        else if ((grip.right && grip.top) || (grip.left && grip.bottom))
            setCursor(Qt::SizeBDiagCursor);
        else
            setCursor(grip.left || grip.right ? Qt::SizeHorCursor : Qt::SizeVerCursor);
        return;
    }
    if (m_mode == Mode::Zoom) {
        pan((event->position() - m_pressed) / scale());
        return;
    }
    const QPointF at = inPicture(event->position());
    if (m_grip.any()) {
        moveEdges((at - m_pressed).toPoint(), m_grip, m_startSelection);
        return;
    }
    const QPoint first = m_startSelection.topLeft();
    const QPoint last(std::clamp(int(std::lround(at.x())), 0, m_image.width() - 1), std::clamp(int(std::lround(at.y())), 0, m_image.height() - 1));
    setSelection(QRect(QPoint(std::min(first.x(), last.x()), std::min(first.y(), last.y())),
                       QPoint(std::max(first.x(), last.x()), std::max(first.y(), last.y()))));
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_dragging = false;
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    if (m_mode != Mode::Zoom) {
        event->ignore();
        return;
    }
    setZoom(m_view.zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void PictureCanvas::keyPressEvent(QKeyEvent *event)
{
    const int length = event->modifiers() & Qt::ControlModifier ? 10 : 1;
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-length, 0};
        break;
    case Qt::Key_Right:
        step = {length, 0};
        break;
    case Qt::Key_Up:
        step = {0, -length};
        break;
    case Qt::Key_Down:
        step = {0, length};
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (m_mode == Mode::Zoom)
            setZoom(m_view.zoom * kZoomStep);
        return;
    case Qt::Key_Minus:
        if (m_mode == Mode::Zoom)
            setZoom(m_view.zoom / kZoomStep);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // With Ctrl it means the whole window.
        if (!(event->modifiers() & Qt::ControlModifier)) {
            Q_EMIT applyWanted();
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_image.isNull())
        return;
    m_dragging = false;
    if (m_mode == Mode::Zoom)
        pan(QPointF(step) * std::max(1.0, 4 / scale()));
    else if (event->modifiers() & Qt::ShiftModifier)
        moveEdges(step, {false, false, step.x() != 0, step.y() != 0}, m_selection);
    else
        moveEdges(step, {true, true, true, true}, m_selection);
}

} // namespace badgewright::ui
