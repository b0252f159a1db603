// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/header_bar.h"

#include "ui/kit/buttons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace badgewright::ui {

HeaderBar::HeaderBar(const QString &title, QWidget *parent)
    : Panel(parent)
    , m_picture(new QLabel(this))
    , m_title(new ElidedLabel(TextSize::Title, title, this))
    , m_subtitle(new ElidedLabel(TextSize::Secondary, {}, this))
    , m_row(new QHBoxLayout(this))
{
    setMinimumHeight(kBarHeight);
    m_row->setContentsMargins(kMargin, 0, kMargin, 1);
    m_row->setSpacing(10);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch();
    m_row->addWidget(m_picture);
    m_row->addLayout(words, 1);
    m_picture->hide();
    m_subtitle->hide();
}

void HeaderBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void HeaderBar::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void HeaderBar::setPicture(const QPixmap &picture)
{
    m_picture->setPixmap(picture);
    m_picture->setVisible(!picture.isNull());
}

void HeaderBar::addWidget(QWidget *widget)
{
    m_row->addWidget(widget, 0, Qt::AlignVCenter);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), tokens(this).line);
}

ActionBar::ActionBar(QWidget *parent) : Panel(parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    setMinimumHeight(kBarHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 1, kMargin, 0);
    row->setSpacing(10);
    m_left->setSpacing(10);
    m_right->setSpacing(10);
    row->addLayout(m_left, 1);
    row->addLayout(m_right);
    m_left->addStretch(1);
}

void ActionBar::addLeft(QWidget *widget)
{
    m_left->insertWidget(m_left->count() - 1, widget, 0, Qt::AlignVCenter);
}

void ActionBar::addRight(QWidget *widget)
{
    m_right->addWidget(widget, 0, Qt::AlignVCenter);
}

bool ActionBar::focusNextPrevChild(bool next)
{
    return giveUpFocus(this) || Panel::focusNextPrevChild(next);
}

void ActionBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), tokens(this).line);
}

} // namespace badgewright::ui
