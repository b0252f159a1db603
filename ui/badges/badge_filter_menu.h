// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_list_model.h"

#include <QToolButton>

class QActionGroup;

namespace badgewright::ui {

class BadgeShelf;

/// The button beside the search: which badges are shown, with the number of each kind.
class BadgeFilterMenu : public QToolButton
{
    Q_OBJECT

public:
    /// The shelf outlives this.
    BadgeFilterMenu(const BadgeShelf *shelf, QWidget *parent);

    BadgeKind kind() const { return m_kind; }
    void setKind(BadgeKind kind); ///< with kindChosen() where it is another
    static QString nameOf(BadgeKind kind);

Q_SIGNALS:
    void kindChosen(badgewright::ui::BadgeKind kind); ///< also the same one again

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    void add(BadgeKind kind);
    void count();

    const BadgeShelf *m_shelf;
    QMenu *m_menu;
    QActionGroup *m_actions;
    BadgeKind m_kind = BadgeKind::All;
};

} // namespace badgewright::ui
