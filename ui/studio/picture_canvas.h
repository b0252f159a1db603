// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_edit.h"

#include <QWidget>

namespace badgewright::ui {

/// A picture on a checkerboard with what is to become of it: a rectangle with handles to cut out, or a square frame in
/// which it is moved and zoomed.
class PictureCanvas : public QWidget
{
    Q_OBJECT

public:
    enum class Mode { Crop, Zoom };

    explicit PictureCanvas(QWidget *parent);

    void setImage(const QImage &image); ///< nothing is marked then
    const QImage &image() const { return m_image; }
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    const QRect &selection() const { return m_selection; } ///< in the picture's px
    void setSelection(const QRect &selection);
    double zoom() const { return m_view.zoom; }
    void setZoom(double zoom);

    /// The rectangle or the square leaves something out, and is not applied yet.
    bool isPending() const;
    /// The picture as applying makes it.
    QImage applied() const;

    QPointF onWidget(const QPointF &picture) const;
    QSize sizeHint() const override { return {560, 560}; }
    QSize minimumSizeHint() const override { return {280, 280}; }

Q_SIGNALS:
    void changed();
    void applyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What is held: one or two edges, all of them (the whole is moved), or none.
    struct Grip {
        bool left = false;
        bool top = false;
        bool right = false;
        bool bottom = false;
        bool any() const { return left || top || right || bottom; }
    };
    QRectF shown() const; ///< where the picture is, on the widget
    double scale() const;
    QPointF inPicture(const QPointF &widget) const;
    Grip gripAt(const QPointF &widget) const;
    void moveEdges(const QPoint &step, const Grip &grip, const QRect &from);
    void pan(const QPointF &pixels);
    void describe();

    QImage m_image;
    Mode m_mode = Mode::Crop;
    QRect m_selection;
    artwork::SquareView m_view;
    Grip m_grip;
    bool m_dragging = false;
    QPointF m_pressed; ///< in the picture's px, or on the widget while zooming
    QRect m_startSelection;
    artwork::SquareView m_startView;
};

} // namespace badgewright::ui
