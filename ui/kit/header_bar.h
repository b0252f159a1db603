// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/labels.h"

class QHBoxLayout;

namespace badgewright::ui {

/// The bar on top of a page or window: title, perhaps a picture before and a line below it, and what belongs to the right.
class HeaderBar : public Panel
{
    Q_OBJECT

public:
    explicit HeaderBar(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle); ///< empty: none
    void setPicture(const QPixmap &picture);   ///< 32 px; null: none
    /// To the right, in the order of the calls.
    void addWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_picture;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_row;
};

/// The bar at the bottom: remarks to the left, buttons to the right, the primary one last.
class ActionBar : public Panel
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace badgewright::ui
