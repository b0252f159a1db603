// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"

#include "artwork/svg_cleaning.h"

#include <QXmlStreamWriter>

namespace badgewright::artwork {
namespace {

QString svgNumber(double value, int digits = 2)
{
    QString text = QString::number(value, 'f', digits);
    while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.'))) {
        const bool point = text.endsWith(u'.');
        text.chop(1);
        if (point)
            break;
    }
    return text == u"-0" ? QStringLiteral("0") : text;
}

QString svgPoint(double x, double y)
{
    return svgNumber(x) + u' ' + svgNumber(y);
}

QString pathData(const QPainterPath &path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        switch (e.type) {
        case QPainterPath::MoveToElement:
            data += u'M' + svgPoint(e.x, e.y);
            break;
        case QPainterPath::LineToElement:
            data += u'L' + svgPoint(e.x, e.y);
            break;
        case QPainterPath::CurveToElement: {
            if (i + 2 >= path.elementCount())
                break;
            const QPainterPath::Element second = path.elementAt(i + 1);
            const QPainterPath::Element end = path.elementAt(i + 2);
            data += u'C' + svgPoint(e.x, e.y) + u' ' + svgPoint(second.x, second.y) + u' ' + svgPoint(end.x, end.y);
            i += 2;
            break;
        }
        case QPainterPath::CurveToDataElement:
            break;
        }
    }
    return data;
}

void writeOpacity(QXmlStreamWriter &writer, const QString &name, double opacity)
{
    if (opacity < 1)
        writer.writeAttribute(name, svgNumber(opacity, 3));
}

void writeGradient(QXmlStreamWriter &writer, const QBrush &brush, const QString &id)
{
    const QGradient *gradient = brush.gradient();
    const bool radial = gradient->type() == QGradient::RadialGradient;
    writer.writeStartElement(radial ? QStringLiteral("radialGradient") : QStringLiteral("linearGradient"));
    writer.writeAttribute(QStringLiteral("id"), id);
    writer.writeAttribute(QStringLiteral("gradientUnits"), QStringLiteral("userSpaceOnUse"));
    // Symbols are placed by their gradient's transform, where a hundredth may be a whole px.
    const auto length = [&writer](const char *name, double value) {
        writer.writeAttribute(QLatin1String(name), svgNumber(value, 5));
    };
    if (radial) {
        const auto *round = static_cast<const QRadialGradient *>(gradient);
        length("cx", round->center().x());
        length("cy", round->center().y());
        length("r", round->radius());
        length("fx", round->focalPoint().x());
        length("fy", round->focalPoint().y());
    } else {
        const auto *straight = static_cast<const QLinearGradient *>(gradient);
        length("x1", straight->start().x());
        length("y1", straight->start().y());
        length("x2", straight->finalStop().x());
        length("y2", straight->finalStop().y());
    }
    switch (gradient->spread()) {
    case QGradient::PadSpread:
        break;
    case QGradient::ReflectSpread:
        writer.writeAttribute(QStringLiteral("spreadMethod"), QStringLiteral("reflect"));
        break;
    case QGradient::RepeatSpread:
        writer.writeAttribute(QStringLiteral("spreadMethod"), QStringLiteral("repeat"));
        break;
    }
    const QTransform t = brush.transform();
    if (!t.isIdentity())
        writer.writeAttribute(QStringLiteral("gradientTransform"),
                              QStringLiteral("matrix(%1 %2 %3 %4 %5 %6)")
                                  .arg(svgNumber(t.m11(), 6), svgNumber(t.m12(), 6), svgNumber(t.m21(), 6), svgNumber(t.m22(), 6),
                                       svgNumber(t.dx(), 4), svgNumber(t.dy(), 4)));
    const QGradientStops stops = gradient->stops();
    for (const QGradientStop &stop : stops) {
        writer.writeStartElement(QStringLiteral("stop"));
        writer.writeAttribute(QStringLiteral("offset"), svgNumber(stop.first, 4));
        writer.writeAttribute(QStringLiteral("stop-color"), stop.second.name());
        writeOpacity(writer, QStringLiteral("stop-opacity"), stop.second.alphaF());
        writer.writeEndElement();
    }
    writer.writeEndElement();
}

} // namespace

QByteArray designToSvg(const BadgeDesign &design, int side)
{
    QList<DesignPiece> pieces;
    if (design.background.isValid()) {
        QPainterPath whole;
        whole.addRect(0, 0, kDesignSide, kDesignSide);
        pieces.append({whole, design.background, 1});
    }
    for (const Layer &layer : design.layers) {
        if (layer.visible)
            pieces += piecesOf(layer);
    }
    // Pieces of one symbol share their brush; the file need not say it twice.
    QList<QBrush> gradients;
    const auto gradientOf = [&gradients](const QBrush &brush) {
        const qsizetype known = gradients.indexOf(brush);
        if (known >= 0)
            return known;
        gradients.append(brush);
        return gradients.size() - 1;
    };
    QByteArray body;
    QXmlStreamWriter writer(&body);
    writer.writeStartElement(QStringLiteral("svg"));
    writer.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2000/svg"));
    writer.writeAttribute(QStringLiteral("width"), QString::number(side));
    writer.writeAttribute(QStringLiteral("height"), QString::number(side));
    writer.writeAttribute(QStringLiteral("viewBox"), QStringLiteral("0 0 %1 %1").arg(kDesignSide));
    for (const DesignPiece &piece : std::as_const(pieces)) {
        if (piece.brush.gradient())
            gradientOf(piece.brush);
    }
    if (!gradients.isEmpty()) {
        writer.writeStartElement(QStringLiteral("defs"));
        for (qsizetype i = 0; i < gradients.size(); ++i)
            writeGradient(writer, gradients.at(i), QStringLiteral("fill%1").arg(i + 1));
        writer.writeEndElement();
    }
    for (const DesignPiece &piece : std::as_const(pieces)) {
        writer.writeStartElement(QStringLiteral("path"));
        writer.writeAttribute(QStringLiteral("d"), pathData(piece.path));
        double opacity = piece.opacity;
        if (piece.brush.gradient()) {
            writer.writeAttribute(QStringLiteral("fill"), QStringLiteral("url(#fill%1)").arg(gradientOf(piece.brush) + 1));
        } else {
            writer.writeAttribute(QStringLiteral("fill"), piece.brush.color().name());
            opacity *= piece.brush.color().alphaF();
        }
        writer.writeAttribute(QStringLiteral("fill-rule"),
                              piece.path.fillRule() == Qt::OddEvenFill ? QStringLiteral("evenodd") : QStringLiteral("nonzero"));
        writeOpacity(writer, QStringLiteral("fill-opacity"), opacity);
        writer.writeEndElement();
    }
    writer.writeEndElement();
    // In the very form that a forum's cleaning leaves.
    const Result<CleanSvg> clean = cleanSvg(body);
    return clean ? clean->bytes : QByteArray();
}

} // namespace badgewright::artwork
