// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"

#include <QColor>
#include <QWidget>

class QGridLayout;

namespace badgewright::ui {

/// Icons that the forum has, as buttons with their names: what may have been meant.
class IconHints : public QWidget
{
    Q_OBJECT

public:
    IconHints(const QColor &colour, QWidget *parent, int inOneRow = 3);

    void setColour(const QColor &colour);
    /// None hides it.
    void setIcons(const QList<Icon> &icons);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void fill();

    QColor m_colour;
    int m_inOneRow;
    QList<Icon> m_icons;
    QGridLayout *m_grid;
};

} // namespace badgewright::ui
