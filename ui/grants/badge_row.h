// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QScrollArea>

class QHBoxLayout;
class QPushButton;

namespace badgewright::ui {

class TextLabel;

/// Which badges it is about, in one line: each with a button to take it out, and one to add others. Where a badge is taken
/// back it is one, and another takes its place.
class BadgeRow : public QWidget
{
    Q_OBJECT

public:
    BadgeRow(GrantFlow *flow, QWidget *parent);
    /// The button that leads to a choice.
    void takeFocus();

private:
    void showBadges();
    QWidget *makeChip(const Badge &badge);
    void takeOut(BadgeId id);
    void pick();

    GrantFlow *m_flow;
    TextLabel *m_label;
    QScrollArea *m_area;
    QHBoxLayout *m_chips;
    QPushButton *m_add;
    QList<BadgeId> m_shown;
};

} // namespace badgewright::ui
