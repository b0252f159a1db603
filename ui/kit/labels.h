// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QFrame>
#include <QLabel>

#include <optional>

class QVBoxLayout;

namespace badgewright::ui {

/// A label in one of the four sizes; always plain text. Secondary ones are also paler. Body and Secondary wrap.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(TextSize size, const QString &text, QWidget *parent = nullptr);
    void setTone(Tone tone);
    /// Larger than its size by a factor, and bold: the one heading of a page without a header bar.
    void setLarge(double factor);
    /// Another weight than its size has.
    void setWeight(QFont::Weight weight);
    TextSize size() const { return m_size; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    TextSize m_size;
    Tone m_tone = Tone::Note;
    bool m_toned = false;
    double m_factor = 1;
    std::optional<QFont::Weight> m_weight;
    bool m_dressing = false;
};

TextLabel *titleLabel(const QString &text, QWidget *parent);
TextLabel *sectionLabel(const QString &text, QWidget *parent);
TextLabel *bodyLabel(const QString &text, QWidget *parent);
TextLabel *secondaryLabel(const QString &text, QWidget *parent);
/// The small label above a field; it is the field's buddy, which alone gives a combo box its name for a screen reader.
TextLabel *fieldLabel(const QString &text, QWidget *field, QWidget *parent);

/// A label that cuts its one line with an ellipsis instead of growing; the whole text is its tool tip then.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    ElidedLabel(TextSize size, const QString &text, QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

/// A text that is a link of ours ("How to make one"), reachable by keyboard; not an address.
class LinkButton : public QLabel
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);
    void setWords(const QString &text);

Q_SIGNALS:
    void clicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QString m_words;
};

/// A surface of its own on the window: panel colour, hairline, radius 8.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr, int padding = 20);
    /// A column with the padding around it.
    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
};

/// A rounded frame around a view that fills it to the edges: the corners lie over the view.
class Frame : public QWidget
{
    Q_OBJECT

public:
    explicit Frame(QWidget *view, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_corners;
};

/// A hairline.
class Line : public QWidget
{
    Q_OBJECT

public:
    explicit Line(QWidget *parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A widget filled with the panel colour, for pages and bars (a plain QWidget shows the window colour).
class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget *parent = nullptr);
};

} // namespace badgewright::ui
