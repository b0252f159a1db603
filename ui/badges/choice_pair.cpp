// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/choice_pair.h"

#include "ui/kit/labels.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kBetween = 12;
constexpr int kArrow = 46;  ///< the box around its text, with the arrow
constexpr int kMost = 190;  ///< longer names are cut in any case

} // namespace

ChoicePair::ChoicePair(const QString &firstLabel, QComboBox *first, const QString &secondLabel, QComboBox *second, QWidget *parent)
    : QWidget(parent),
      m_firstLabel(fieldLabel(firstLabel, first, this)),
      m_secondLabel(fieldLabel(secondLabel, second, this)),
      m_first(first),
      m_second(second),
      m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kBetween);
    m_grid->setVerticalSpacing(6);
    for (QComboBox *box : {first, second}) {
        // Long names must not push the column out of the window.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
        box->setMinimumWidth(74);
    }
    place(false);
}

void ChoicePair::addBelow(QWidget *widget)
{
    m_below = widget;
    place(m_stacked);
}

void ChoicePair::place(bool stacked)
{
    m_stacked = stacked;
    m_secondLabel->setContentsMargins(0, stacked ? kGrid : 0, 0, 0); // as far apart as other fields
    m_grid->addWidget(m_firstLabel, 0, 0, 1, stacked ? 2 : 1);
    m_grid->addWidget(m_first, 1, 0, 1, stacked ? 2 : 1);
    m_grid->addWidget(m_secondLabel, stacked ? 2 : 0, stacked ? 0 : 1, 1, stacked ? 2 : 1);
    m_grid->addWidget(m_second, stacked ? 3 : 1, stacked ? 0 : 1, 1, stacked ? 2 : 1);
    if (m_below)
        m_grid->addWidget(m_below, 4, 0, 1, 2); // one column is too narrow for a sentence
    m_grid->setColumnStretch(0, stacked ? 1 : neededBy(m_first));
    m_grid->setColumnStretch(1, stacked ? 1 : neededBy(m_second));
}

int ChoicePair::neededBy(const QComboBox *box)
{
    int widest = box->fontMetrics().horizontalAdvance(box->placeholderText());
    for (int i = 0; i < box->count(); ++i)
        widest = std::max(widest, box->fontMetrics().horizontalAdvance(box->itemText(i)) + (box->itemIcon(i).isNull() ? 0 : box->iconSize().width() + 6));
    return std::min(widest + kArrow, kMost);
}

void ChoicePair::fit()
{
    place(neededBy(m_first) + kBetween + neededBy(m_second) > width());
}

QSize ChoicePair::minimumSizeHint() const
{
    return {2 * 74 + kBetween, QWidget::minimumSizeHint().height()};
}

void ChoicePair::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool stacked = neededBy(m_first) + kBetween + neededBy(m_second) > width();
    if (stacked != m_stacked)
        place(stacked);
}

void ChoicePair::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace badgewright::ui
