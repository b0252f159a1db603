// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_filter_menu.h"

#include "ui/badges/badge_shelf.h"
#include "ui/kit/icon.h"
#include "ui/kit/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QStyleOptionToolButton>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

BadgeFilterMenu::BadgeFilterMenu(const BadgeShelf *shelf, QWidget *parent)
    : QToolButton(parent), m_shelf(shelf), m_menu(new QMenu(this)), m_actions(new QActionGroup(this))
{
    setObjectName(u"filterBadges"_s);
    setIcon(ui::icon(u"filter"_s)); // QToolButton has an icon() too
    setToolTip(tr("Show only some badges"));
    setAccessibleName(toolTip());
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    add(BadgeKind::All);
    add(BadgeKind::Changed);
    add(BadgeKind::NotEnabled);
    m_menu->addSeparator();
    add(BadgeKind::Gold);
    add(BadgeKind::Silver);
    add(BadgeKind::Bronze);
    m_menu->addSeparator();
    add(BadgeKind::WithPicture);
    add(BadgeKind::WithIcon);
    m_menu->addSeparator();
    add(BadgeKind::OfTheForum);
    add(BadgeKind::Own);
    m_actions->actions().first()->setChecked(true);
    connect(m_menu, &QMenu::aboutToShow, this, &BadgeFilterMenu::count);
    connect(m_actions, &QActionGroup::triggered, this, [this](QAction *action) {
        const BadgeKind kind = BadgeKind(action->data().toInt());
        if (kind == m_kind)
            Q_EMIT kindChosen(kind); // asked for anew
        else
            setKind(kind);
    });
}

QString BadgeFilterMenu::nameOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::All:
        return tr("All badges");
    case BadgeKind::Changed:
        return tr("Changed, not published");
    case BadgeKind::NotEnabled:
        return tr("Not enabled");
    case BadgeKind::Gold:
        return tr("Gold");
    case BadgeKind::Silver:
        return tr("Silver");
    case BadgeKind::Bronze:
        return tr("Bronze");
    case BadgeKind::WithPicture:
        return tr("With a picture");
    case BadgeKind::WithIcon:
        return tr("With an icon");
    case BadgeKind::OfTheForum:
        return tr("The forum’s own");
    case BadgeKind::Own:
        return tr("Made by people");
    }
    return {};
}

void BadgeFilterMenu::add(BadgeKind kind)
{
    QAction *action = m_menu->addAction(nameOf(kind));
    action->setCheckable(true);
    action->setData(int(kind));
    m_actions->addAction(action);
}

void BadgeFilterMenu::count()
{
    QHash<BadgeKind, int> counts;
    const QList<BadgeId> ids = m_shelf->ids();
    const QList<QAction *> actions = m_actions->actions();
    for (const BadgeId id : ids) {
        for (const QAction *action : actions) {
            const BadgeKind kind = BadgeKind(action->data().toInt());
            counts[kind] += isOfKind(*m_shelf, id, kind) ? 1 : 0;
        }
    }
    for (QAction *action : actions) {
        const BadgeKind kind = BadgeKind(action->data().toInt());
        action->setText(tr("%1 (%2)", "kind of badges, their number").arg(nameOf(kind), locale().toString(counts.value(kind))));
        action->setEnabled(counts.value(kind) > 0 || kind == BadgeKind::All || kind == m_kind);
    }
}

/// Like the other buttons of one icon: without the arrow of a menu hanging off it, and filled while it filters.
void BadgeFilterMenu::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::Menu);
    if (m_kind == BadgeKind::All)
        return;
    option->state |= QStyle::State_On;
    option->icon = QIcon(iconPixmap(u"filter"_s, tokens(this).accent, option->iconSize.width(), devicePixelRatioF()));
}

void BadgeFilterMenu::setKind(BadgeKind kind)
{
    const QList<QAction *> actions = m_actions->actions();
    for (QAction *action : actions) {
        if (BadgeKind(action->data().toInt()) == kind)
            action->setChecked(true);
    }
    if (std::exchange(m_kind, kind) == kind)
        return;
    setToolTip(kind == BadgeKind::All ? accessibleName() : tr("Show only some badges (now: %1)").arg(nameOf(kind)));
    setAccessibleDescription(kind == BadgeKind::All ? QString() : nameOf(kind));
    update();
    Q_EMIT kindChosen(kind);
}

} // namespace badgewright::ui
