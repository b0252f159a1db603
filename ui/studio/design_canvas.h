// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/design_painter.h"

#include <QPointF>
#include <QRectF>
#include <QWidget>

namespace badgewright::ui {

class DesignModel;

/// The design, large, on a checkerboard. Layers are chosen with a click and dragged; a corner of the frame makes the chosen
/// one larger or smaller. Arrow keys move it, + and - change its size, Page Up and Page Down choose another.
class DesignCanvas : public QWidget
{
    Q_OBJECT

public:
    DesignCanvas(DesignModel *model, QWidget *parent);

    QSize sizeHint() const override { return {560, 560}; }
    QSize minimumSizeHint() const override { return {280, 280}; }

    /// Where a point of the design is on the widget.
    QPointF onWidget(const QPointF &design) const;
    QPointF inDesign(const QPointF &widget) const;
    int layerAt(const QPointF &design) const; ///< DesignModel::kBackground: none

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { None, Layer, Corner };
    void renew();
    QRectF square() const;
    QRectF frame() const; ///< around the chosen layer, on the widget
    bool onCorner(const QPointF &widget) const;
    void drag(const QPointF &widget, bool freely);
    void moveBy(const QPointF &step);
    void scaleBy(double factor);

    DesignModel *m_model;
    QList<artwork::Layer> m_known;                    ///< what m_pieces were made of
    QList<QList<artwork::DesignPiece>> m_pieces;      ///< of every layer: a large SVG takes long to read
    Grip m_grip = Grip::None;
    QPointF m_pressed;     ///< in the design
    QPointF m_startCentre;
    double m_startSize = 0;
    double m_startRadius = 0;
    double m_startWidest = 0;
    bool m_onMiddleX = false;
    bool m_onMiddleY = false;
};

} // namespace badgewright::ui
