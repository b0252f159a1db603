// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/check_row.h"

#include "ui/kit/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMouseEvent>

namespace badgewright::ui {

CheckRow::CheckRow(const QString &text, QWidget *parent) : QWidget(parent), m_text(text), m_box(new QCheckBox(this)), m_label(bodyLabel(text, this))
{
    m_box->setAccessibleName(text);
    m_label->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    // The first line of the text stands level with the box.
    const int slack = m_box->sizeHint().height() - m_label->fontMetrics().height();
    m_label->setContentsMargins(0, qMax(0, slack / 2), 0, 0);
    row->addWidget(m_box, 0, Qt::AlignTop);
    row->addWidget(m_label, 1, Qt::AlignTop);
    connect(m_box, &QCheckBox::clicked, this, &CheckRow::toggled);
}

bool CheckRow::isChecked() const
{
    return m_box->isChecked();
}

void CheckRow::setChecked(bool checked)
{
    m_box->setTristate(false);
    m_box->setChecked(checked);
}

void CheckRow::setMixed()
{
    m_box->setTristate(true);
    m_box->setCheckState(Qt::PartiallyChecked);
}

void CheckRow::setLocked(const QString &reason)
{
    m_box->setEnabled(reason.isEmpty());
    m_label->setEnabled(reason.isEmpty());
    setToolTip(reason);
    m_box->setAccessibleDescription(reason);
}

void CheckRow::setHint(const QString &behind, const QString &sentence)
{
    const QString text = behind.isEmpty() ? m_text : tr("%1 (%2)", "a switch, and what is to be known about it").arg(m_text, behind);
    m_label->setText(text);
    m_box->setAccessibleName(text);
    if (m_box->isEnabled()) {
        setToolTip(sentence);
        m_box->setAccessibleDescription(sentence);
    }
}

bool CheckRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_label && event->type() == QEvent::MouseButtonRelease && m_box->isEnabled()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && m_label->rect().contains(mouse->position().toPoint()))
            m_box->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace badgewright::ui
