// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/preview_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace badgewright::artwork {
namespace {

constexpr qreal kScale = 10;
constexpr qreal kUnbroken = 1e6;

QFont fontOf(const PreviewText::Style &style)
{
    QFont font;
    font.setFamilies(
        {style.family, QStringLiteral("Helvetica"), QStringLiteral("Arial"), QStringLiteral("sans-serif")});
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qRound(style.px * kScale));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QList<QTextLayout::FormatRange> formatsOf(const QList<ReadableText::Run> &runs, const QFont &font)
{
    QList<QTextLayout::FormatRange> formats;
    for (const ReadableText::Run &run : runs) {
        QTextLayout::FormatRange range{run.start, run.length, {}};
        QFont own = font;
        own.setBold(font.bold() || run.bold);
        own.setItalic(run.italic);
        range.format.setFont(own);
        formats.append(range);
    }
    return formats;
}

} // namespace

qreal layoutUnit(qreal px)
{
    return std::floor(px * 64 + 1e-6) / 64;
}

PreviewText::PreviewText(const ReadableText &text, const Style &style, qreal width)
    : m_style(style)
    , m_runs(text.runs)
{
    const QFont font = fontOf(style);
    const QFontMetricsF metrics(font);
    m_ascent = std::round(metrics.ascent() / kScale);
    m_descent = std::round(metrics.descent() / kScale);
    const QString shown = style.oneLine ? metrics.elidedText(text.text, Qt::ElideRight, width * kScale) : text.text;
    m_layout = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(style.oneLine ? QTextOption::NoWrap : QTextOption::WrapAtWordBoundaryOrAnywhere);
    // The page decides, not the first letter: a forum marks no name with a direction of its own.
    option.setTextDirection(Qt::LeftToRight);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->setFormats(formatsOf(m_runs, font));
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
        line.setLineWidth(style.oneLine ? kUnbroken : std::max(width, qreal(1)) * kScale);
    m_layout->endLayout();
    // The lines are laid where the line height wants them, not where the font does.
    for (int i = 0; i < m_layout->lineCount(); ++i) {
        QTextLine line = m_layout->lineAt(i);
        line.setPosition(QPointF(0, (i * layoutUnit(style.lineHeight) + baseline()) * kScale - line.ascent()));
    }
}

PreviewText::~PreviewText() = default;
PreviewText::PreviewText(PreviewText &&) noexcept = default;
PreviewText &PreviewText::operator=(PreviewText &&) noexcept = default;

int PreviewText::lineCount() const
{
    return m_layout->text().isEmpty() ? 0 : m_layout->lineCount();
}

qreal PreviewText::height() const
{
    return lineCount() * layoutUnit(m_style.lineHeight);
}

qreal PreviewText::naturalWidth() const
{
    qreal width = 0;
    for (int i = 0; i < m_layout->lineCount(); ++i)
        width = std::max(width, m_layout->lineAt(i).naturalTextWidth());
    return width / kScale;
}

qreal PreviewText::naturalHeight() const
{
    return m_ascent + m_descent;
}

qreal PreviewText::baseline() const
{
    // Browsers put the room between lines above and below the letters in whole px.
    return m_ascent + std::floor((m_style.lineHeight - m_ascent - m_descent) / 2);
}

void PreviewText::paint(QPainter *painter, const QPointF &topLeft, const QColor &colour, const QColor &linkColour) const
{
    painter->save();
    painter->translate(topLeft);
    painter->scale(1 / kScale, 1 / kScale);
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->setPen(colour);
    // Formats given for drawing alone may colour, but not move anything.
    QList<QTextLayout::FormatRange> colours;
    for (const ReadableText::Run &run : m_runs) {
        if (run.link && linkColour.isValid()) {
            QTextLayout::FormatRange range{run.start, run.length, {}};
            range.format.setForeground(linkColour);
            colours.append(range);
        }
    }
    m_layout->draw(painter, QPointF(), colours);
    painter->restore();
}

qreal PreviewText::widthOf(const ReadableText &text, const Style &style)
{
    return PreviewText(text, style, kUnbroken / kScale).naturalWidth();
}

} // namespace badgewright::artwork
