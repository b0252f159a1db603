// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/narrowing_row.h"

#include <QHBoxLayout>

namespace badgewright::ui {

namespace {

QWidget *row(QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10); // as in the header bar
    return widget;
}

} // namespace

NarrowingRow::NarrowingRow(QWidget *parent) : QWidget(parent), m_whole(row(this)), m_small(row(this))
{
    m_small->hide();
}

void NarrowingRow::add(QWidget *whole, QWidget *small)
{
    m_whole->layout()->addWidget(whole);
    m_small->layout()->addWidget(small);
    updateGeometry();
}

void NarrowingRow::setSmall(bool small)
{
    if (small == isSmall())
        return;
    m_whole->setVisible(!small);
    m_small->setVisible(small);
    updateGeometry();
    place();
}

int NarrowingRow::gained() const
{
    return m_whole->sizeHint().width() - m_small->sizeHint().width();
}

QSize NarrowingRow::sizeHint() const
{
    return (isSmall() ? m_small : m_whole)->sizeHint();
}

QSize NarrowingRow::minimumSizeHint() const
{
    return m_small->sizeHint();
}

void NarrowingRow::place()
{
    (isSmall() ? m_small : m_whole)->setGeometry(rect());
}

void NarrowingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace badgewright::ui
