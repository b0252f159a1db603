// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/html_text.h"

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
class QTextLayout;
QT_END_NAMESPACE

namespace badgewright::artwork {

/// Lengths as a browser keeps them: whole 64ths of a pixel, rounded down.
qreal layoutUnit(qreal px);

/// A text broken into lines as a browser breaks it, with a fixed line height. Measured at ten times the size without
/// hinting, because widths in CSS px are fractional and independent of the screen.
class PreviewText
{
public:
    struct Style {
        QString family;
        qreal px = 16;
        qreal lineHeight = 22.4;
        bool bold = false;
        bool oneLine = false; ///< never broken; cut with an ellipsis at the width
    };
    PreviewText(const ReadableText &text, const Style &style, qreal width);
    PreviewText(const QString &text, const Style &style, qreal width)
        : PreviewText(ReadableText{text, {}}, style, width)
    {
    }
    ~PreviewText();
    PreviewText(PreviewText &&) noexcept;
    PreviewText &operator=(PreviewText &&) noexcept;

    int lineCount() const;
    qreal height() const;        ///< all lines
    qreal naturalWidth() const;  ///< of the widest line
    qreal naturalHeight() const; ///< ascent and descent in whole px
    qreal baseline() const;      ///< of the first line, from its top
    void paint(QPainter *painter, const QPointF &topLeft, const QColor &colour, const QColor &linkColour = {}) const;

    /// Of the longest line when only breaks in the text itself count.
    static qreal widthOf(const ReadableText &text, const Style &style);
    static qreal widthOf(const QString &text, const Style &style) { return widthOf(ReadableText{text, {}}, style); }

private:
    Style m_style;
    QList<ReadableText::Run> m_runs;
    std::unique_ptr<QTextLayout> m_layout;
    qreal m_ascent = 0;
    qreal m_descent = 0;
};

} // namespace badgewright::artwork
