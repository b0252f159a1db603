// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "ui/shell/page.h"

#include <QDialog>

class QPushButton;

namespace badgewright::ui {

class ChoiceList;
class Notice;

/// Chooses badges of the forum, of which there may be hundreds.
class BadgePicker : public QDialog
{
    Q_OBJECT

public:
    enum class Wanted {
        Several,    ///< to be granted: only enabled ones
        OneOfAny,   ///< to be taken back: disabled ones, too
    };
    /// Those in `besides` are chosen already and not offered.
    BadgePicker(const PageContext &context, Wanted wanted, const QList<Badge> &besides, QWidget *parent);

Q_SIGNALS:
    void chosen(const QList<badgewright::Badge> &badges);

protected:
    void accept() override;

private:
    void read();
    void show(const BadgeCatalogue &catalogue);
    void judge();

    PageContext m_context;
    Wanted m_wanted;
    QList<BadgeId> m_besides;
    QList<Badge> m_badges;
    ChoiceList *m_list;
    Notice *m_notice;
    QPushButton *m_take;
};

} // namespace badgewright::ui
