// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace badgewright::artwork {
namespace {

constexpr double kFullestCircle = 0.96; // of it; the ends must not touch
constexpr int kDrawnSize = 200; // px; large, so that no rounding of small sizes shows

QFont fontOf(const Layer &layer)
{
    QFont font(layer.family);
    font.setStyleStrategy(QFont::PreferOutline);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(kDrawnSize);
    font.setWeight(QFont::Weight(layer.weight));
    if (layer.spacing != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, layer.spacing * QFontMetricsF(font).capHeight());
    return font;
}

QPainterPath straightText(const Layer &layer, const QFont &font, double capital)
{
    QPainterPath path;
    path.addText(QPointF(), font, layer.text);
    const QRectF bounds = path.boundingRect();
    if (bounds.isEmpty())
        return {};
    double factor = layer.size / capital;
    if (bounds.width() * factor > layer.widest)
        factor = layer.widest / bounds.width();
    QTransform placing;
    placing.scale(factor, factor);
    // The height of a capital, not of the line: "20" and "py" stand on the same base and keep their size in a series.
    placing.translate(-bounds.center().x(), capital / 2);
    return placing.map(path);
}

struct Letter {
    QPainterPath path; ///< its foot at (0, 0), its middle above it
    double middle = 0; ///< along the line
};

/// Ligatures, marks and writing from the right stay what the font makes of them: the line is set whole, then bent.
QList<Letter> lettersOf(const QString &text, const QFont &font, double *length)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(1e6);
    layout.endLayout();
    QList<Letter> letters;
    double left = 0;
    double right = 0;
    const QList<QGlyphRun> runs = line.isValid() ? line.glyphRuns() : QList<QGlyphRun>();
    for (const QGlyphRun &run : runs) {
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> places = run.positions();
        const QRawFont raw = run.rawFont();
        const QList<QPointF> advances = raw.advancesForGlyphIndexes(glyphs);
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            const double half = advances.at(i).x() / 2;
            Letter letter{raw.pathForGlyph(glyphs.at(i)), places.at(i).x() + half};
            letter.path.translate(-half, 0);
            if (letters.isEmpty())
                left = right = places.at(i).x();
            left = std::min(left, places.at(i).x());
            right = std::max(right, places.at(i).x() + 2 * half);
            letters.append(letter);
        }
    }
    for (Letter &letter : letters)
        letter.middle -= (left + right) / 2;
    *length = right - left;
    return letters;
}

QPainterPath bentText(const Layer &layer, const QFont &font, double capital)
{
    double length = 0;
    const QList<Letter> letters = lettersOf(layer.text, font, &length);
    if (length <= 0)
        return {};
    // The circle goes through the middle of the capitals, so that a text above and one below stand in the same ring.
    const bool above = layer.curve == TextCurve::Above;
    double factor = layer.size / capital;
    const double around = 2 * M_PI * layer.radius * kFullestCircle;
    if (length * factor > around)
        factor = around / length;
    QPainterPath bent;
    for (const Letter &letter : letters) {
        const double angle = letter.middle * factor / layer.radius;
        QTransform placing;
        placing.rotateRadians(above ? angle : -angle);
        placing.translate(0, above ? -layer.radius : layer.radius);
        placing.scale(factor, factor);
        placing.translate(0, capital / 2);
        bent.addPath(placing.map(letter.path));
    }
    return bent;
}

} // namespace

QPainterPath textPath(const Layer &layer)
{
    if (layer.text.isEmpty())
        return {};
    const QFont font = fontOf(layer);
    const double capital = QFontMetricsF(font).capHeight();
    if (capital <= 0)
        return {};
    QPainterPath path = layer.curve == TextCurve::Straight ? straightText(layer, font, capital) : bentText(layer, font, capital);
    path.setFillRule(Qt::WindingFill);
    return path;
}

} // namespace badgewright::artwork
