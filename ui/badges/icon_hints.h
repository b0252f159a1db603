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
    IconHints(const QColor &colour, QWidget *parent);

    /// None hides it.
    void setIcons(const QList<Icon> &icons);

Q_SIGNALS:
    void chosen(const QString &name);

private:
    QColor m_colour;
    QGridLayout *m_grid;
};

} // namespace badgewright::ui
