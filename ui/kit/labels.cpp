// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/labels.h"

#include "ui/kit/style_paint.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

TextLabel::TextLabel(TextSize size, const QString &text, QWidget *parent) : QLabel(parent), m_size(size)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(size == TextSize::Body || size == TextSize::Secondary);
    setForegroundRole(QPalette::WindowText); // on a panel Qt would choose Text
    dress();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    m_toned = true;
    dress();
}

void TextLabel::setLarge(double factor)
{
    m_factor = factor;
    dress();
}

void TextLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    dress();
}

void TextLabel::dress()
{
    // Setting font and palette sends change events of its own.
    if (m_dressing)
        return;
    m_dressing = true;
    QFont font = textFont(m_size);
    if (m_factor > 1) {
        font.setPixelSize(qRound(font.pixelSize() * m_factor));
        font.setWeight(QFont::Bold);
    }
    if (m_weight)
        font.setWeight(*m_weight);
    setFont(font);
    const Tokens &t = tokens(QGuiApplication::palette());
    QPalette own;
    if (m_toned || m_size == TextSize::Secondary)
        own.setColor(QPalette::Active, QPalette::WindowText, toneText(t, m_tone));
    if (m_toned || m_size == TextSize::Secondary)
        own.setColor(QPalette::Inactive, QPalette::WindowText, toneText(t, m_tone));
    setPalette(own);
    m_dressing = false;
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange
        || event->type() == QEvent::ApplicationFontChange)
        dress();
}

TextLabel *titleLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextSize::Title, text, parent);
}

TextLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextSize::Section, text, parent);
}

TextLabel *bodyLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextSize::Body, text, parent);
}

TextLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextSize::Secondary, text, parent);
}

TextLabel *fieldLabel(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = secondaryLabel(text, parent);
    label->setWordWrap(false);
    label->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(text);
    return label;
}

ElidedLabel::ElidedLabel(TextSize size, const QString &text, QWidget *parent, Qt::TextElideMode mode)
    : TextLabel(size, text, parent)
    , m_mode(mode)
{
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {qMin(TextLabel::sizeHint().width(), fontMetrics().averageCharWidth() * 6), TextLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(text(), m_mode, width());
    setToolTip(shown == text() ? QString() : text());
    painter.drawText(rect(), int(QStyle::visualAlignment(layoutDirection(), alignment())) | int(Qt::TextSingleLine), shown);
}

LinkButton::LinkButton(const QString &text, QWidget *parent) : QLabel(parent), m_words(text)
{
    // Our own words, never a server's: rich text is the only way a label offers a link to the keyboard.
    setTextFormat(Qt::RichText);
    dress();
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
    connect(this, &QLabel::linkActivated, this, &LinkButton::clicked);
}

void LinkButton::setWords(const QString &text)
{
    if (text == m_words)
        return; // read anew it would lose the keyboard
    m_words = text;
    setAccessibleName(text);
    dress();
}

void LinkButton::dress()
{
    // The colour is fixed when the text is read, so it is read again for another theme.
    clear();
    setText(u"<a href=\"#\" style=\"text-decoration:none; color:%1\">%2</a>"_s.arg(
        tokens(QGuiApplication::palette()).accent.name(), m_words.toHtmlEscaped()));
}

void LinkButton::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

Card::Card(QWidget *parent, int padding) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(padding, padding, padding, padding);
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens(this);
    QPainter painter(this);
    paint::roundedFrame(&painter, rect(), kFrameRadius, t.panel, t.line);
}

namespace {

/// Lies over the framed view: what is behind the frame shows at the four corners, the hairline all around.
class Corners final : public QWidget
{
public:
    explicit Corners(QWidget *parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QWidget *behind = parentWidget()->parentWidget();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outside;
        outside.addRect(rect());
        QPainterPath inside;
        inside.addRoundedRect(rect(), kFrameRadius, kFrameRadius);
        painter.fillPath(outside.subtracted(inside), behind ? behind->palette().color(behind->backgroundRole()) : tokens(this).window);
        paint::roundedFrame(&painter, rect(), kFrameRadius, {}, tokens(this).line);
    }
};

} // namespace

Frame::Frame(QWidget *view, QWidget *parent) : QWidget(parent), m_corners(new Corners(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(view);
    m_corners->raise();
}

void Frame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_corners->setGeometry(rect());
    m_corners->raise();
}

Line::Line(QWidget *parent, Qt::Orientation orientation) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Line::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokens(this).line);
}

Panel::Panel(QWidget *parent) : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

} // namespace badgewright::ui
