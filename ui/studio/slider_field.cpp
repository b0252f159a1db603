// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/slider_field.h"

#include "ui/kit/labels.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace badgewright::ui {

SliderField::SliderField(const QString &name, int least, int most, const QString &unit, QWidget *parent)
    : QWidget(parent), m_slider(new QSlider(Qt::Horizontal, this)), m_box(new QSpinBox(this))
{
    m_slider->setRange(least, most);
    m_slider->setPageStep(qMax(1, (most - least) / 10));
    m_slider->setAccessibleName(name);
    m_box->setRange(least, most);
    m_box->setSuffix(unit);
    m_box->setFixedWidth(96); // "1024 px" and the arrows
    m_box->setAccessibleName(name);
    m_box->setKeyboardTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(fieldLabel(name, m_box, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_slider, 1);
    row->addWidget(m_box);
    column->addLayout(row);

    for (QWidget *part : {static_cast<QWidget *>(m_slider), static_cast<QWidget *>(m_box)}) {
        part->setFocusPolicy(Qt::StrongFocus);
        part->installEventFilter(this);
    }

    connect(m_slider, &QSlider::valueChanged, this, &SliderField::take);
    connect(m_box, &QSpinBox::valueChanged, this, &SliderField::take);
    connect(m_slider, &QSlider::sliderReleased, this, &SliderField::settled);
    connect(m_box, &QSpinBox::editingFinished, this, &SliderField::settled);
}

int SliderField::value() const
{
    return m_box->value();
}

void SliderField::setValue(int value)
{
    const QSignalBlocker slider(m_slider);
    const QSignalBlocker box(m_box);
    m_slider->setValue(value);
    // A value that is just being typed keeps its cursor.
    if (m_box->value() != value)
        m_box->setValue(value);
}

bool SliderField::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the column; it must not change whatever number passes below it.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    // Undo means the design's, not the digits'.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SliderField::take(int value)
{
    setValue(value);
    Q_EMIT moved(value);
}

} // namespace badgewright::ui
