// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/badge_painter.h"
#include "artwork/svg_cleaning.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace badgewright::artwork {
namespace {

QString recolouredCss(QString css, const QString &colour)
{
    static const QRegularExpression paint(QStringLiteral(R"re(\b(fill|stroke)\s*:\s*(?!none\b)[^;}]+)re"),
                                          QRegularExpression::CaseInsensitiveOption);
    return css.replace(paint, QStringLiteral("\\1:") + colour);
}

} // namespace

QByteArray recolouredSvg(const QByteArray &svg, const QColor &colour)
{
    const Result<CleanSvg> clean = cleanSvg(svg);
    if (!clean)
        return {};
    const QString name = colour.name(QColor::HexRgb);
    QByteArray bytes;
    QXmlStreamReader reader(clean->bytes);
    reader.setNamespaceProcessing(false);
    QXmlStreamWriter writer(&bytes);
    bool root = true;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            writer.writeStartElement(reader.qualifiedName().toString());
            const QXmlStreamAttributes attributes = reader.attributes();
            for (const QXmlStreamAttribute &a : attributes) {
                const QString key = a.qualifiedName().toString();
                const QString value = a.value().toString();
                if (key == u"fill" && root)
                    continue;
                if ((key == u"fill" || key == u"stroke") && value.trimmed() != u"none")
                    writer.writeAttribute(key, name);
                else
                    writer.writeAttribute(key, key == u"style" ? recolouredCss(value, name) : value);
            }
            if (root)
                writer.writeAttribute(QStringLiteral("fill"), name);
            root = false;
            break;
        }
        case QXmlStreamReader::EndElement:
            writer.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            writer.writeCharacters(recolouredCss(reader.text().toString(), name));
            break;
        case QXmlStreamReader::NoToken:
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
        case QXmlStreamReader::ProcessingInstruction:
            break;
        }
    }
    return reader.hasError() ? QByteArray() : bytes;
}

QImage glyphImage(const QByteArray &svg, const QColor &colour, const QSize &pixels)
{
    const QByteArray coloured = recolouredSvg(svg, colour);
    QSvgRenderer renderer(coloured);
    if (coloured.isEmpty() || !renderer.isValid() || pixels.isEmpty())
        return {};
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(image.rect()));
    return image;
}

} // namespace badgewright::artwork
