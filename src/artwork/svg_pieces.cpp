// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"

#include "artwork/svg_cleaning.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPathStroker>
#include <QSvgRenderer>

#include <cmath>

namespace badgewright::artwork {
namespace {

constexpr int kRecordingSide = 1000;    // of the square that an SVG is drawn into
constexpr double kFarthestDrawn = 1e5;  // beyond it nothing can be seen
constexpr int kMostPieces = 4000;
constexpr qsizetype kMostPathElements = 200'000;
constexpr double kMostDashes = 2000;

/// Keeps the outlines that a QPainter is asked to draw. Drawing an SVG on it follows every <use>, makes outlines of its
/// texts and works out its styles, all with the code that draws it on the screen.
class PieceEngine final : public QPaintEngine
{
public:
    explicit PieceEngine(QList<DesignPiece> *pieces) : QPaintEngine(AllFeatures), m_pieces(pieces) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void updateState(const QPaintEngineState &now) override
    {
        const DirtyFlags dirty = now.state();
        if (dirty & DirtyTransform)
            m_transform = now.transform();
        if (dirty & DirtyPen)
            m_pen = now.pen();
        if (dirty & DirtyBrush)
            m_brush = now.brush();
        if (dirty & DirtyOpacity)
            m_opacity = now.opacity();
    }
    void drawPath(const QPainterPath &path) override
    {
        add(path, m_brush, path.boundingRect());
        if (m_pen.style() != Qt::NoPen && m_pen.brush().style() != Qt::NoBrush)
            add(stroked(path), m_pen.brush(), path.boundingRect());
    }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        if (count < 2)
            return;
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        if (mode != PolylineMode)
            add(path, m_brush, path.boundingRect());
        if (m_pen.style() != Qt::NoPen)
            add(stroked(path), m_pen.brush(), path.boundingRect());
    }

private:
    QPainterPath stroked(const QPainterPath &path) const
    {
        const double width = m_pen.widthF() > 0 ? m_pen.widthF() : 1;
        QPainterPathStroker stroker;
        stroker.setWidth(width);
        stroker.setCapStyle(m_pen.capStyle());
        stroker.setJoinStyle(m_pen.joinStyle());
        stroker.setMiterLimit(m_pen.miterLimit());
        stroker.setCurveThreshold(0.05);
        if (m_pen.style() == Qt::CustomDashLine) {
            double period = 0;
            const QList<qreal> dashes = m_pen.dashPattern();
            for (const qreal dash : dashes)
                period += dash * width;
            // A stranger's dashes may be finer than anything that can be seen.
            if (period > 0 && path.length() / period < kMostDashes) {
                stroker.setDashPattern(dashes);
                stroker.setDashOffset(m_pen.dashOffset());
            }
        }
        QPainterPath outline = stroker.createStroke(path);
        outline.setFillRule(Qt::WindingFill);
        return outline;
    }
    void add(const QPainterPath &path, const QBrush &brush, const QRectF &object)
    {
        if (brush.style() == Qt::NoBrush || (!brush.gradient() && brush.color().alpha() == 0) || m_opacity <= 0)
            return;
        const QPainterPath placed = m_transform.map(path);
        const QRectF bounds = placed.controlPointRect();
        const double farthest = std::max({std::abs(bounds.left()), std::abs(bounds.top()), std::abs(bounds.right()), std::abs(bounds.bottom())});
        // Written so that a number that is none fails, too.
        if (placed.isEmpty() || !(farthest < kFarthestDrawn))
            return;
        m_elements += placed.elementCount();
        if (m_pieces->size() >= kMostPieces || m_elements > kMostPathElements)
            return;
        m_pieces->append({placed, inDesign(brush, object), m_opacity});
    }
    /// A gradient said relative to its object becomes one in the drawing's own lengths.
    QBrush inDesign(const QBrush &brush, const QRectF &object) const
    {
        if (!brush.gradient())
            return QBrush(brush.color());
        QGradient gradient = *brush.gradient();
        QTransform placing = brush.transform();
        const QTransform toObject(object.width(), 0, 0, object.height(), object.x(), object.y());
        if (gradient.coordinateMode() == QGradient::ObjectMode)
            placing = placing * toObject;
        else if (gradient.coordinateMode() == QGradient::ObjectBoundingMode)
            placing = toObject * placing;
        gradient.setCoordinateMode(QGradient::LogicalMode);
        QBrush placed(gradient);
        placed.setTransform(placing * m_transform);
        return placed;
    }

    QList<DesignPiece> *m_pieces;
    QTransform m_transform;
    QPen m_pen{Qt::NoPen};
    QBrush m_brush;
    double m_opacity = 1;
    qsizetype m_elements = 0;
};

class PieceDevice final : public QPaintDevice
{
public:
    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<DesignPiece> &pieces() const { return m_pieces; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return kRecordingSide;
        case PdmWidthMM:
        case PdmHeightMM:
            return int(kRecordingSide * 25.4 / 96);
        case PdmNumColors:
            return std::numeric_limits<int>::max();
        case PdmDepth:
            return 32;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        }
        return 0;
    }

private:
    QList<DesignPiece> m_pieces;
    mutable PieceEngine m_engine{&m_pieces};
};

} // namespace

QList<DesignPiece> svgPieces(const QByteArray &svg)
{
    const Result<CleanSvg> clean = cleanSvg(svg);
    if (!clean)
        return {};
    QSvgRenderer renderer(clean->bytes);
    if (!renderer.isValid())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    PieceDevice device;
    QPainter painter(&device);
    renderer.render(&painter, QRectF(0, 0, kRecordingSide, kRecordingSide));
    painter.end();
    QTransform toUnit;
    toUnit.scale(1.0 / kRecordingSide, 1.0 / kRecordingSide);
    toUnit.translate(-kRecordingSide / 2.0, -kRecordingSide / 2.0);
    QList<DesignPiece> pieces = device.pieces();
    for (DesignPiece &piece : pieces) {
        piece.path = toUnit.map(piece.path);
        if (piece.brush.gradient())
            piece.brush.setTransform(piece.brush.transform() * toUnit);
    }
    return pieces;
}

} // namespace badgewright::artwork
